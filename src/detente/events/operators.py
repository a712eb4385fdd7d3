"""What governs an action decides what it amounts to: threats, promises, refusals, demands, accusations, denials, wishes, speech.

Only the outer event comes out; the governed one stands in its ``content``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from detente.clauses.tokens import Clause
from detente.clauses.words import words
from detente.events.actions import NO_EVENT, find_candidate
from detente.events.operator_sides import bare_candidate, decide, only_talk, over_noun
from detente.events.rules import Operator
from detente.events.scene import GOVERNED, Scene
from detente.events.sides import Candidate, abroad, base, in_slot, subjects

# An operator with a class of its own; the other kinds only pass on, hold back or date what they govern.
DECIDING = frozenset({"intend", "threaten", "refuse", "demand", "appeal", "order", "accuse", "allege", "permit"})
MUST = ("must", "should", "ought", "needs", "need")
_VOICING = words(
    """make voice express issue repeat reiterate renew announce give deliver send put state declare convey launch have show signal
    withdraw retract carry"""
)
# Chains of operators longer than this do not occur; the bound only guards against a broken parse.
_DEPTH = 8
# What a lapsed or ended action amounts to.
ENDED = {
    "ASSAULT": "0871", "AID": "162", "SANCTION": "085", "MOBILIZE": "0873", "COOPERATE": "160", "CONSULT": "164", "COERCE": "080",
    "SUPPORT": "160", "PROTEST": "082",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Governed:
    """A candidate after all that governs it. clause: its own; top: the outermost that decides. planned, denied, possible: by operators."""

    candidate: Candidate
    clause: Clause
    top: Clause
    speaker_clause: Clause | None
    planned: bool
    note: str
    denied: bool = False
    possible: bool = False


@dataclass(frozen=True, slots=True)
class Rejected:
    """Why a clause tells of no event; silenced: head of the operator whose bare code must not come out either."""

    why: str
    silenced: int | None = None


def govern(clause: Clause, scene: Scene) -> Governed | Rejected:
    """The event a clause tells of once everything above it has been heard, or why there is none."""
    candidate, why = find_candidate(clause, scene)
    operator = None if clause.kind == "naming" else _first_deciding(clause, scene)
    if candidate is None and why.endswith(NO_EVENT):
        return Rejected(why)
    below = scene.below.get(clause.head, ())
    if operator is not None and operator.kind == "refuse" and below and all(only_talk(c) for c in below):
        return Rejected("declines only to speak of it")
    if any(c.mark == "to" and (outer := operator_over(clause.lemma, c, scene)) and outer.kind in ("wish", "attempt") for c in below):
        return Rejected(f"{clause.lemma!r} to do something")
    if operator is not None and (candidate is None or candidate.rule.startswith("verb:")):
        over = over_noun(clause, operator, scene)
        candidate = over if over is not None and (candidate is None or not candidate.used) else candidate
        if candidate is None:
            candidate = bare_candidate(clause, operator, scene)
    if candidate is None and (journey := _expected_somewhere(clause, scene)) is not None:
        return Governed(journey, clause, clause, None, True, journey.rule)
    if candidate is None:
        return Rejected(why)
    found = Governed(candidate, clause, clause, None, False, candidate.rule)
    current = clause
    for _ in range(_DEPTH):
        step = _above(current, scene)
        if step is None:
            return found
        governor, words = step
        result = _apply(found, current, governor, words, scene)
        if isinstance(result, Rejected):
            return result
        found = result
        if governor is None:
            return found
        current = governor
    return found


def _expected_somewhere(clause: Clause, scene: Scene) -> Candidate | None:
    """ "is due in Ottawa", "is expected in Kampala": a visit to come."""
    operators = scene.rules.operators.get(_governing_word(clause, scene), ())
    plain = clause.predicate is None and not clause.passive  # "would be in Ottawa"
    if plain or scene.below.get(clause.head) or not any(o.kind == "plan" for o in operators):
        return None
    who = in_slot(clause, scene, "obj") if clause.passive else subjects(clause, scene)
    where = abroad(tuple(c for slot in ("in", "at") for c in in_slot(clause, scene, slot)), who)
    return Candidate("042", who, where[:1], False, clause.head, "expected-in>042") if who and where else None


def _apply(found: Governed, current: Clause, governor: Clause | None, words: str, scene: Scene) -> Governed | Rejected:
    operator = operator_over(words, current, scene)
    if governor is not None and _is_short_of(governor, scene):
        return replace(found, denied=True)
    if operator is not None and operator.kind in DECIDING and _is_noun_held(current, scene) and not _voices(governor):
        return Rejected(f"what {words!r} is about")
    if operator is None:
        transparent = governor is None or governor.kind == "copula" or not (current.link == "xcomp" or current.mark == "to")
        return found if transparent else Rejected(f"governed by {words!r}, which says nothing of it")
    kind = operator.kind
    found = replace(found, note=f"{found.note} < {words}:{kind}")
    if kind == "wish":
        return Rejected(f"{words!r} only wishes or considers it")
    if kind == "attempt" and found.candidate.cameo == "045":
        return found  # trying to mediate is mediation
    if kind == "attempt":
        return Rejected(f"{words!r}: only attempted")
    if kind == "deny":
        return Rejected(f"{words!r}: denied")
    if kind == "plan":
        return replace(found, planned=True)
    if kind == "maybe":
        return replace(found, possible=True)
    if kind == "fail":
        cameo = scene.rules.contents.get(("fail", scene.rules.codes[found.candidate.cameo].plover))
        if cameo is None:
            return replace(found, denied=True)
        return replace(found, candidate=replace(found.candidate, cameo=cameo, rule=f"fail({found.candidate.rule})>{cameo}"))
    if kind == "cease":
        cameo = ENDED.get(scene.rules.codes[found.candidate.cameo].plover)
        if cameo is None or found.candidate.content is not None:
            return Rejected(f"{words!r}: ended, and no rule says what that is")
        return replace(found, candidate=replace(found.candidate, cameo=cameo, rule=f"cease({found.candidate.rule})>{cameo}"))
    if kind == "say" and governor is not None:
        return replace(found, speaker_clause=found.speaker_clause or governor)
    if kind in DECIDING and governor is not None:
        return _decided(found, operator, governor, current, scene)
    return found


def _is_short_of(governor: Clause, scene: Scene) -> bool:
    """ "has yet to sign", "stopped short of expelling": it was not done."""
    words = {scene.s.lower[k] for k in scene.s.children[governor.head]}
    return (governor.lemma in ("have", "be") and "yet" in words) or (governor.lemma in ("stop", "fall") and "short" in words)


def _decided(found: Governed, operator: Operator, governor: Clause, current: Clause, scene: Scene) -> Governed | Rejected:
    inner = found.candidate
    if operator.kind == "order":
        actors = subjects(governor, scene)
        if actors and {base(a) for a in inner.actors} <= {base(a) for a in actors}:
            return replace(found, candidate=replace(inner, actors=actors, rule=f"order({inner.rule})"))  # one's own forces: a deed
        operator = replace(operator, kind="demand")
    if operator.kind == "allege" and scene.rules.codes[inner.cameo].plover not in ("ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "REJECT"):
        return replace(found, speaker_clause=found.speaker_clause or governor)
    outer = decide(inner, operator, governor, current, scene)
    if outer is None:
        plover = scene.rules.codes[inner.cameo].plover
        return Rejected(f"{governor.lemma!r} ({operator.kind}) over {plover}: no event", governor.head)
    return replace(found, candidate=outer, top=governor)


def _above(clause: Clause, scene: Scene) -> tuple[Clause | None, str] | None:
    """(governing clause, governing word); None where the clause stands on its own."""
    s, clauses = scene.s, scene.clauses
    head = s.tokens[clause.head]
    governor = clauses.get(clause.governor) if clause.governor is not None else None
    if clause.link in ("ROOT", "relcl"):
        return None
    if clause.link == "conj":
        first = clauses.get(head.head)
        # what stands over the first of coordinated verbs stands over the others, unless they have a subject of their own
        own_subject = any(s.tokens[k].dep in ("nsubj", "nsubjpass") for k in s.children[clause.head])
        return None if first is None or (own_subject and first.link != "ccomp") else _above(first, scene)
    if clause.link == "acl":
        return (governor, s.tokens[head.head].lemma.lower()) if clause.mark == "to" else None
    if clause.mark == "to" and clause.lemma in _TURNED_OUT and governor is not None and governor.lemma.split(" ")[0] in _TURNING_OUT:
        return None  # "gathered to protest": they did
    if clause.link in GOVERNED:
        if governor is None:
            return None
        prep = s.tokens[head.head]
        charged = s.lower[head.head] == "of" and prep.head in governor.heads("object")
        if clause.link == "pcomp" and charged and any(o.kind == "accuse" for o in scene.rules.operators.get(governor.lemma, ())):
            return governor, governor.lemma  # "accuses fighters of launching", hung on the fighters
        if clause.link == "pcomp" and s.tokens[prep.head].pos == "NOUN" and s.lower[head.head] in _TOPICAL:
            return governor, "hope"  # "talks on improving ties": what they are about
        if clause.link == "pcomp" and s.tokens[prep.head].pos in ("NOUN", "PROPN"):
            return governor, s.tokens[prep.head].lemma.lower()
        if clause.link == "pcomp" and prep.text.lower() == "without":
            return governor, "without"
        if clause.link == "pcomp" and prep.text.lower() in _CIRCUMSTANCE:
            return None
        return governor, _governing_word(governor, scene)
    if clause.link == "advcl" and clause.mark == "to":
        if governor is not None and governor.lemma in _TAKES_PURPOSE:
            return governor, governor.lemma
        return governor, "hope"  # a purpose is not yet a deed
    return None


_TURNED_OUT = words("protest demonstrate riot rally")
_TURNING_OUT = words("gather assemble march rally take turn come defy converge meet return flock descend block pour")
_TOPICAL = words("on about over towards toward")
# "by arresting", "after meeting", "for destroying": told as done, whatever the verb above.
_CIRCUMSTANCE = words("by after before while since despite besides upon")
_YIELDING = words("leave go withdraw resign stop comply apologise apologize release return hand surrender step quit depart pull")
# Verbs whose infinitive parsers take for a purpose.
_TAKES_PURPOSE = words("threaten agree refuse vow pledge offer promise decide urge move consent order tell ask")


def _governing_word(governor: Clause, scene: Scene) -> str:
    if governor.predicate is not None and governor.kind == "copula":
        return scene.s.tokens[governor.predicate].lemma.lower()
    return governor.lemma


def form_of(clause: Clause, scene: Scene) -> str:
    """How a clause is governed: to, ing, base (subjunctive or "should") or that."""
    if clause.link == "xcomp" and scene.s.tokens[clause.head].tag == "VBG":
        return "ing"
    if clause.link == "xcomp" or clause.mark == "to":
        return "to"
    if clause.link == "pcomp":
        return "ing"
    governor = scene.clauses.get(clause.governor) if clause.governor is not None else None
    if governor is not None and governor.lemma == "insist" and clause.lemma.split(" ")[0] in _YIELDING:
        return "base"  # "insisted that the ambassador left": many write the past for the subjunctive
    if clause.modal in MUST or (scene.s.tokens[clause.head].tag == "VB" and clause.tense == "none" and clause.modal is None):
        return "base"
    return "that"


def operator_over(words: str, governed: Clause, scene: Scene) -> Operator | None:
    """The operator that a governing word is to this clause."""
    found = scene.rules.operators.get(words)
    if found is None and words not in scene.rules.verbs:  # "let go" is no "let"
        found = scene.rules.operators.get(words.split(" ")[0])
    form = form_of(governed, scene)
    return next((o for o in found or () if not o.forms or form in o.forms), None)


def _first_deciding(clause: Clause, scene: Scene) -> Operator | None:
    word = _governing_word(clause, scene)
    forms = {"noun"} if clause.heads("object") or not scene.below.get(clause.head) else set()
    forms |= {form_of(c, scene) for c in scene.below.get(clause.head, ())}
    found = (o for o in scene.rules.operators.get(word, ()) if o.kind in DECIDING)
    return next((o for o in found if not o.forms or forms & set(o.forms)), None)


def _is_noun_held(clause: Clause, scene: Scene) -> bool:
    s = scene.s
    head = s.tokens[s.tokens[clause.head].head]
    if clause.link == "pcomp":
        head = s.tokens[head.head]
    return clause.link in ("acl", "pcomp") and head.pos in ("NOUN", "PROPN")


def _voices(governor: Clause | None) -> bool:
    """Verbs with which a side utters a promise, demand or threat of its own."""
    return governor is not None and governor.lemma.split(" ")[0] in _VOICING


def demanded(clause: Clause, scene: Scene) -> Candidate | None:
    """ "Russia said that Sudan must return the helicopter": what a speaker says another must do is a demand, whatever it is."""
    governor = scene.clauses.get(clause.governor) if clause.governor is not None else None
    if governor is None or clause.link != "ccomp":
        return None
    if not any(o.kind == "say" for o in scene.rules.operators.get(governor.lemma, ())):
        return None
    if _is_imperative(clause, scene):
        speakers = subjects(governor, scene)
        asked = abroad(tuple(c for slot in ("obj", "ind", "to") for c in in_slot(governor, scene, slot)), speakers)
        return (
            Candidate("100", speakers, asked, False, governor.head, "say:imperative>100", (), None, clause.head)
            if speakers and asked
            else None
        )
    if clause.modal not in MUST:
        return None
    speakers, asked = subjects(governor, scene), subjects(clause, scene)
    others = tuple(c for c in asked if base(c) not in {base(a) for a in speakers})
    same_country = (
        not others
        and asked
        and speakers
        and asked != speakers
        and not any(scene.s.tokens[h].pos == "PRON" for h in clause.heads("subject"))
    )
    if not speakers or not (others or same_country):
        return None
    return Candidate("100", speakers, others or asked, False, governor.head, "say:must>100", (), None, clause.head)


def _is_imperative(clause: Clause, scene: Scene) -> bool:
    """ "Release the sailors, London told Tehran"."""
    s = scene.s
    token = s.tokens[clause.head]
    return token.tag == "VB" and clause.modal is None and clause.mark is None and s.child(clause.head, "nsubj", "nsubjpass", "aux") is None
