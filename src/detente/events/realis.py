"""How an event is stated: asserted, planned, possible or denied; or not at all."""

from __future__ import annotations

from dataclasses import replace

from detente.clauses.tokens import Clause
from detente.clauses.words import words
from detente.events.operators import Governed
from detente.events.rules import COOPERATIVE
from detente.events.scene import Scene
from detente.events.sides import Candidate, base, subjects
from detente.types import Realis

_POSSIBLE = frozenset({"may", "might", "could", "can", "would", "'d", "’d"})
_OBLIGED = frozenset({"must", "should", "ought"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "until"})
_MAYBE = words("possibly perhaps probably maybe potentially likely allegedly supposedly purportedly conceivably")
# "Nearly attacked", "almost expelled": it did not come to that.
_NOT_QUITE = words("nearly almost")
# Over a clause: "it is untrue that", "fears that", "no evidence that".
_UNTRUE = words("untrue false wrong baseless unfounded fabricated invented")
_OPEN = words("unclear uncertain doubtful possible conceivable unlikely likely plausible unconfirmed thinkable")
_FEARED = words(
    """fear risk possibility chance prospect suspicion speculation rumour rumor danger likelihood doubt concern worry scenario eventuality
    hypothesis theory allegation"""
)
_PROOF = words("evidence sign proof indication trace suggestion")
_DECIDING_AGAINST = words("decide rule vote choose opt advise")
_PAST_PREPS = words("after since following despite over amid")
# Relative clauses and circumstances within these say nothing of their own.
_UNCERTAIN_MARKS = _CONDITIONS | {"provided", "once"}


def state(found: Governed, scene: Scene) -> tuple[Candidate, Realis] | str:
    """(candidate, realis), the candidate perhaps turned into a promise, threat or refusal where a side speaks of its own next step;
    a plain reason where nothing is stated."""
    candidate, inner, rules = found.candidate, found.clause, scene.rules
    governed = candidate.content is not None or found.top is not inner
    deciding = found.top if governed else inner
    if not governed and inner.modal in _OBLIGED:
        return f"{inner.modal!r}: an opinion of what ought to be"
    if inner.modal == "would" and any(scene.s.lower[k] == "have" for k in scene.s.children[inner.head]):
        return "'would have': it did not come to that"
    if governed and inner.negated and candidate.content is not None and found.top is not inner:
        candidate = _negated_content(candidate, scene)
    if not governed and (inner.modal in ("will", "would") or found.planned) and _speaks_of_itself(found, scene):
        plover = rules.codes[candidate.cameo].plover
        operator = "refuse" if inner.negated else "intend"
        cameo = rules.contents.get((operator, plover), "120" if inner.negated else ("030" if plover in COOPERATIVE else "130"))
        if cameo == "-":
            return f"says it {inner.modal} do what no rule names"
        return replace(
            candidate,
            cameo=cameo,
            rule=f"own-word:{operator}({candidate.rule})>{cameo}",
            content=candidate.cameo,
            content_head=candidate.head,
        ), "asserted"
    return candidate, _realis(found, deciding, governed, scene)


def _realis(found: Governed, deciding: Clause, governed: bool, scene: Scene) -> Realis:
    s = scene.s
    if deciding.mark in _UNCERTAIN_MARKS or _in_condition(deciding, scene):
        return "possible"
    if found.possible or _is_question(s.text) or any(s.lower[k] in _MAYBE for k in s.children[deciding.head]):
        return "possible"
    if deciding.modal == "will" and not governed and _has_condition(deciding, scene):
        return "possible"
    if deciding.negated or found.denied or _came_to_nothing(deciding, found.planned, scene):
        return "denied"
    held = _held_by(deciding, scene)
    if held is not None:
        return held
    if deciding.modal == "will":
        return "planned"
    if deciding.modal in _POSSIBLE:
        return "possible"
    if not governed and (found.planned or _is_to(deciding, scene)):
        return "planned"
    return "asserted"


def _came_to_nothing(clause: Clause, planned: bool, scene: Scene) -> bool:
    """ "Nearly attacked", "no longer sends", "decided against expelling", "was to have met"."""
    s, head = scene.s, clause.head
    below = {s.lower[k] for k in s.children[head] if k < head}
    if below & _NOT_QUITE or any(s.lower[k] == "longer" and s.lower[k - 1] == "no" for k in s.children[head] if k > 0):
        return True
    if clause.link == "pcomp" and s.lower[s.tokens[head].head] == "against":
        return s.tokens[s.tokens[s.tokens[head].head].head].lemma in _DECIDING_AGAINST
    above = s.tokens[s.tokens[head].head]
    return planned and {"to", "have"} <= below and above.tag == "VBD"


def _held_by(clause: Clause, scene: Scene) -> Realis | None:
    """What "it is not true that", "fears that" or "no evidence that" make of the clause after them."""
    s = scene.s
    above = s.tokens[s.tokens[clause.head].head]
    if clause.link == "acl" and clause.mark == "that":
        if above.lemma in _PROOF and any(s.lower[k] in ("no", "any", "little") for k in s.children[above.i]):
            return "denied"
        return "possible" if above.lemma in _FEARED else None
    governor = scene.clauses.get(clause.governor) if clause.governor is not None else None
    if clause.link not in ("ccomp", "csubj", "advcl") or clause.mark != "that" or governor is None or governor.predicate is None:
        return None
    word = s.tokens[governor.predicate].lemma.lower()
    if word in _UNTRUE or (word in ("true", "correct", "right") and governor.negated):
        return "possible" if word in _UNTRUE and governor.negated else "denied"
    return "possible" if word in _OPEN else None


def _in_condition(clause: Clause, scene: Scene) -> bool:
    """Whether the clause hangs, as a complement or beside another, on one that only supposes."""
    current: Clause | None = clause
    for _ in range(4):
        if current is None or current.link not in ("xcomp", "conj", "ccomp") or current.governor is None:
            return False
        current = scene.clauses.get(current.governor)
        if current is not None and current.mark in _UNCERTAIN_MARKS:
            return True
    return False


def _has_condition(clause: Clause, scene: Scene) -> bool:
    """ "will cut off the gas unless": conditional, however sure it sounds."""
    return any(c.governor == clause.head and c.link == "advcl" and c.mark in ("if", "unless") for c in scene.clauses.values())


def _is_to(clause: Clause, scene: Scene) -> bool:
    """ "Chad to send troops": a headline's infinitive with a subject of its own."""
    return clause.mark == "to" and clause.link == "ROOT" and bool(clause.heads("subject") or clause.heads("object"))


def _is_question(text: str) -> bool:
    return text.rstrip(" \n\"'”’").endswith("?")


def noun_state(head: int, scene: Scene) -> Realis | str:
    """Realis of an event that a noun tells of: what the clause around it does with it."""
    s = scene.s
    i = head
    while s.tokens[i].head != i:
        i = s.tokens[i].head
        clause = scene.clauses.get(i)
        if clause is None:
            continue
        if clause.modal in _OBLIGED:
            return "an opinion of what ought to be"
        below = s.tokens[head].head == i
        past = s.tokens[head].dep == "pobj" and s.lower[s.tokens[head].head] in _PAST_PREPS
        if clause.modal == "will" and not past:
            return "denied" if clause.negated else "planned"
        if (clause.modal in _POSSIBLE and not past) or clause.mark in _UNCERTAIN_MARKS:
            return "possible"
        if clause.negated and below:
            return "denied"
        if clause.link in ("ROOT", "relcl"):
            break
    return "possible" if _is_question(s.text) else "asserted"


def _negated_content(candidate: Candidate, scene: Scene) -> Candidate:
    """A promise not to attack is a concession; a promise not to help is a refusal."""
    assert candidate.content is not None
    codes = scene.rules.codes
    cooperative = codes[candidate.content].plover in COOPERATIVE
    plover = codes[candidate.cameo].plover
    if plover == "AGREE" and cooperative:
        return replace(candidate, cameo="120", rule=f"not:{candidate.rule}>120")
    if plover == "THREATEN":
        return replace(candidate, cameo="130" if cooperative else "035", rule=f"not:{candidate.rule}")
    return candidate


def _speaks_of_itself(found: Governed, scene: Scene) -> bool:
    clause = found.speaker_clause
    return clause is not None and bool({base(c) for c in subjects(clause, scene)} & {base(c) for c in found.candidate.actors})
