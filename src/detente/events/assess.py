"""Sentences that themselves characterise a relation: whose, which way it goes, and which words say so.

A clause is an assessment where a noun of relations (or a turn of phrase with two actors) stands with a word of direction. Which words those
are is in scales_nouns.tsv, scales_directions.tsv and scales_phrases.tsv; here is only how they combine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.clauses import Clause, Sentence
from detente.events.actors import Phrases
from detente.events.scales import Scales, load_scales, match_words
from detente.events.zones import Zone, find_zones, quote_range, subtree_of
from detente.lexicon import Lexicon, split_code
from detente.types import Direction, Realis

_FLIP: dict[str, Direction] = {"better": "improving", "worse": "worsening"}
# Prepositions whose noun is a circumstance and not what the clause speaks of.
_CIRCUMSTANCE = frozenset(
    """since after under despite because during amid amidst before over about until till from notwithstanding without unlike following
    given like""".split()
)
# Nouns and verbs under which an improvement is wanted or talked about, not told of.
_UNREAL = frozenset(
    """need call prospect hope possibility chance desire rhetoric question negotiation talk discussion condition prerequisite wish plan
    effort attempt path road route way step roadmap obstacle aim goal opportunity idea issue potential basis background in-order fear
    risk danger threat commitment importance support readiness willingness request""".split()
)
_WISH = frozenset("hope hop want wish aspire seek aim desire like long yearn strive try attempt need prefer".split())
_PLAN = frozenset("plan intend agree pledge promise vow undertake decide resolve commit".split())
_GO_ON = frozenset("continue begin start seem appear tend fail keep help serve go manage do come use".split())
_SPEECH = frozenset("say note add report state tell admit acknowledge observe stress believe think argue warn write conclude mean show".split())
_KEEP = frozenset("consolidate maintain preserve continue strengthen reinforce sustain keep build welcome note see secure".split())
_INSIDE = frozenset("internal domestic political inside civil human-rights security home inner interethnic sectarian constitutional".split())
_INSIDE_PREPS = ("inside", "within", "in")
# Nouns whose sides a reader takes from what the article speaks of when the clause names none.
_BETWEEN_STATES = frozenset(
    "relation relationship tie rapprochement détente detente thaw normalisation normalization reconciliation trend tension rift stand-off".split()
)
_OTHER = frozenset("public investor international customer labour labor industrial media price race sexual blood family economic".split())
_COPULAS = frozenset("be become remain stay seem get turn grow look appear keep feel prove run make render leave".split())


@dataclass(frozen=True, slots=True)
class AssessmentFound:
    """One assessment in a sentence. sides: sorted codes. head: token of the predicate; start, end: token range of the quote (end exclusive)."""

    sides: tuple[str, ...]
    direction: Direction
    realis: Realis
    head: int
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class _Anchor:
    """What a clause speaks of: the noun (or the preposition of a bare "between A and B"), its kind and its sides."""

    head: int
    kind: str
    sides: tuple[str, ...]


def find_assessments(phrases: Phrases, clauses: Sequence[Clause], lexicon: Lexicon) -> list[AssessmentFound]:
    """Assessments told in one sentence, one a clause at most, in the order of their predicates."""
    s = phrases.s
    if "?" in s.lower or not phrases.countries() and not phrases.memory.counts:
        return []
    scales = load_scales(lexicon)
    zones = find_zones(s, clauses)
    out: list[AssessmentFound] = []
    for zone in sorted(zones.values(), key=lambda z: z.clause.head):
        found = _assess(phrases, scales, zones, zone)
        if found is not None and all((f.sides, f.direction) != (found.sides, found.direction) for f in out):
            out.append(found)
    return out


def _assess(phrases: Phrases, scales: Scales, zones: dict[int, Zone], zone: Zone) -> AssessmentFound | None:
    s, clause = phrases.s, zone.clause
    realis = _realis(s, zones, zone)
    if realis is None:
        return None
    told = zone.tokens - _circumstances(s, zone)
    for anchor in sorted(_anchors(phrases, scales, zone, told), key=lambda a: (-min(len(a.sides), 2), a.head)):
        found = _direction(s, scales, zone, told, anchor)
        if found is None:
            continue
        direction, rule = found
        if _is_unreal(s, anchor.head):
            if not _presupposed(s, scales, zone, anchor.head):
                continue
            realis = "asserted"
        elif realis in ("possible", "planned") and _presupposed(s, scales, zone, anchor.head):
            realis = "asserted"
        start, end = quote_range(s, zones, zone)
        return AssessmentFound(anchor.sides, direction, _negated(s, scales, zone, anchor, rule, realis), clause.head, start, end, rule)
    return None


def _circumstances(s: Sentence, zone: Zone) -> frozenset[int]:
    out: set[int] = set()
    if not zone.clause.heads("subject") and s.child(zone.clause.head, "expl") is None:
        return frozenset()  # the parser hung the subject elsewhere: "After the raid, relations lie in ruins"
    for i in zone.tokens:
        if s.tokens[i].dep in ("prep", "mark") and s.lower[i] in _CIRCUMSTANCE:
            out.update(s.subtree(i))
    return frozenset(out)


# Whose relation it is.


def _anchors(phrases: Phrases, scales: Scales, zone: Zone, told: frozenset[int]) -> list[_Anchor]:
    s = phrases.s
    out = []
    for i in sorted(told):
        token = s.tokens[i]
        kinds = scales.nouns.get(token.lemma.lower()) or scales.nouns.get(s.lower[i])
        compound = " ".join((s.tokens[i - 1].lemma.lower(), token.lemma.lower())) if i else ""
        kinds = scales.nouns.get(compound) or kinds
        if (token.pos not in ("NOUN", "PROPN") and not (kinds and kinds & {"thaw", "chill"} and token.dep == "nsubj")) or not kinds or token.dep == "compound" or _is_other(s, i):
            continue
        sides = _sides(phrases, zone, i)
        if "inside" in kinds and len(sides) < 2:
            inside = _inside(phrases, i)
            if inside:
                out.append(_Anchor(i, "strain" if "strain" in kinds or "chill" in kinds else "inside", inside))
                continue
        if len(sides) == 2:
            out.append(_Anchor(i, next(k for k in ("strain", "thaw", "chill", "relation", "trend", "inside") if k in kinds), sides))
    subject = _subject_sides(phrases, zone)
    if len(subject) == 2:
        out.append(_Anchor(zone.clause.head, "sides", subject))
    for i in sorted(zone.tokens):
        if s.lower[i] == "between" and s.tokens[i].dep == "prep":
            sides = _pair(_codes(phrases, i))
            if len(sides) == 2:
                out.append(_Anchor(i, "between", sides))
    return out


def _is_other(s: Sentence, i: int) -> bool:
    """Public relations, price wars, a relation between rainfall and harvests: no relation of actors."""
    return any(s.lower[k] in _OTHER for k in s.children[i] if s.tokens[k].dep in ("amod", "compound", "nmod"))


def _codes(phrases: Phrases, head: int) -> list[str]:
    """Countries and organisations named or meant under a token, in order; relative clauses and circumstances left out."""
    s = phrases.s
    out: list[str] = []
    for i in subtree_of(s, head, _CIRCUMSTANCE - {"from"}):
        found = phrases.cover.get(i)
        codes: list[str] = []
        if found is not None:
            entry, start, _ = found
            if i == start and entry.code and not entry.sector.startswith("MED"):
                codes = [split_code(entry.code)[0]]
        elif s.tokens[i].pos == "PRON" or s.tokens[i].dep in ("pobj", "nsubj", "nsubjpass", "poss", "conj"):
            codes = [a.country for a in phrases.resolve(i, False)]
        out += [code for code in codes if code and code not in out]
    return out


def _pair(codes: Sequence[str]) -> tuple[str, ...]:
    wanted = [code for code in dict.fromkeys(codes) if len(code) == 3 or code.startswith("IGO")]
    return tuple(sorted(wanted[:2])) if len(wanted) >= 2 else tuple(wanted)


def _sides(phrases: Phrases, zone: Zone, i: int) -> tuple[str, ...]:
    """The two sides of a noun of relations: its own, then the subject's, the clause's, the sentence's, the article's."""
    s, memory = phrases.s, phrases.memory
    between = next((k for k in s.children[i] if s.lower[k] in ("between", "among")), None)
    own = _codes(phrases, between) if between is not None else []
    own += [code for code in _codes(phrases, i) if code not in own]
    if len(_pair(own)) == 2:
        return _pair(own)
    climb = i
    while s.tokens[climb].dep in ("pobj", "prep", "conj", "compound", "poss", "amod", "appos", "pcomp") and s.tokens[climb].head != climb:
        climb = s.tokens[climb].head  # "the deterioration of Poland's relations", "the state of their relations"
        if climb not in zone.tokens or climb == zone.clause.head:
            break
        own += [code for code in _codes(phrases, climb) if code not in own]
        if len(_pair(own)) == 2:
            return _pair(own)
    for argument in zone.clause.arguments:
        own += [code for code in _codes(phrases, argument.head) if code not in own]
        if len(_pair(own)) == 2:
            return _pair(own)
    if not s.tokens[i].lemma.lower() in _BETWEEN_STATES:
        return _pair(own)
    clause = [code for k in sorted(zone.tokens) if k in phrases.cover for code in _codes(phrases, k)]
    sentence = phrases.countries()
    for wider in (clause, sentence, list(memory.last_two)):
        both = _pair([*own, *wider])
        if len(both) == 2 and len(set([*own, *wider])) == 2 and (wider is not sentence or own or len(wider) == 2):
            return both
    return _pair(own)


def _inside(phrases: Phrases, i: int) -> tuple[str, ...]:
    """The one country whose inner state the noun names: "Mali's internal situation", "the crisis inside the Gambia"."""
    s = phrases.s
    own = [code for code in _codes(phrases, i) if len(code) == 3]
    if len(own) > 1:
        return ()
    words = {s.lower[k] for k in s.children[i]} | {s.lower[k] for c in s.children[i] for k in s.children[c] if s.tokens[k].dep == "compound"}
    placed = [k for k in s.children[i] if s.lower[k] in _INSIDE_PREPS]
    in_country = any(_codes(phrases, k) for k in placed)
    if not (words & _INSIDE or ("human" in words and "rights" in words) or in_country):
        return ()
    return tuple(own) or tuple(c for c in [phrases.memory.main()] if c and words & _INSIDE and not placed)


def _subject_sides(phrases: Phrases, zone: Zone) -> tuple[str, ...]:
    """Two actors the clause speaks of: both in its subject, or one there and the other after a preposition or as object."""
    clause = zone.clause
    own = [a.country for head in clause.heads("subject") for a in phrases.resolve(head)]
    for role in ("object", "prep:with", "prep:from", "prep:to", "prep:towards", "prep:toward", "prep:against", "prep:on", "prep:and"):
        if len(_pair(own)) >= 2:
            break
        own += [a.country for head in clause.heads(role) for a in phrases.resolve(head)]
    return _pair(own)


# Which way it goes.


def _direction(s: Sentence, scales: Scales, zone: Zone, told: frozenset[int], anchor: _Anchor) -> tuple[Direction, str] | None:
    clause = zone.clause
    noun = anchor.kind not in ("sides", "between")
    phrase = _phrase(s, scales, zone, {"sides": "relation", "between": ""}.get(anchor.kind, "sides"))
    if phrase is not None:
        return phrase
    if anchor.kind == "between":
        return None
    lemma = s.tokens[anchor.head].lemma.lower()
    verb = _verb_meaning(scales, clause)
    into = _into(s, scales, zone, anchor) if verb in ("into", "in") else None
    if into is not None:
        return into, f"assess:{clause.lemma}+into"
    if not noun:
        return None
    opposites = {m for i in told if (m := _word_meaning(s, scales, i)) in ("better", "worse", "more", "less")}
    if {"neither", "nor"} & set(s.lower[i] for i in zone.tokens) and (opposites >= {"better", "worse"} or len(opposites) > 1 or verb == "less"):
        return "steady", "assess:neither"
    complement = _complement(s, scales, clause)
    if "less" in scales.nouns.get(lemma, frozenset()):
        of = next((j for p in s.children[anchor.head] if s.lower[p] in ("of", "in") for j in s.children[p]), None)
        if of is not None and "strain" in scales.nouns.get(s.tokens[of].lemma.lower(), frozenset()):
            return "improving", f"assess:{lemma} of {s.tokens[of].lemma.lower()}"
    changing = anchor.kind in ("thaw", "chill")
    if changing and (clause.negated or any(s.lower[k] == "no" for k in s.children[anchor.head])):
        return "steady", f"assess:no {lemma}"
    if changing and verb in ("steady", "more", "into", None) and clause.lemma not in _COPULAS | _WISH and _is_told(s, clause, anchor.head):
        return ("improving" if anchor.kind == "thaw" else "worsening"), f"assess:{lemma}"
    if changing and clause.lemma == "be" and _is_there(s, clause, anchor.head):
        return ("improving" if anchor.kind == "thaw" else "worsening"), f"assess:{lemma}"
    if verb == "steady" and _bears_on(s, clause, anchor.head):
        return "steady", f"assess:{clause.lemma}"
    still = any(s.lower[k] == "still" for k in zone.tokens)
    if complement is not None and (_bears_on(s, clause, anchor.head) or not clause.heads("subject")):
        if complement == "steady" or still or _as_before(s, zone):
            return "steady", "assess:same"
        return _worth(complement, anchor.kind), "assess:complement"
    if verb in ("better", "worse", "more", "less") and _bears_on(s, clause, anchor.head):
        return _worth(verb, anchor.kind), f"assess:{clause.lemma}"
    if clause.lemma == "be" and clause.negated and _is_told(s, clause, anchor.head):
        return _worth("less", anchor.kind), "assess:there is no"
    return _modifier(s, scales, clause, told, anchor, lemma)


def _modifier(s: Sentence, scales: Scales, clause: Clause, told: frozenset[int], anchor: _Anchor, lemma: str) -> tuple[Direction, str] | None:
    """By what stands beside the noun: "ever closer ties", "a chill over relations", "badly"."""
    for i in sorted(told, key=lambda k: abs(k - anchor.head)):
        kinds = scales.nouns.get(s.tokens[i].lemma.lower(), frozenset())
        if i != anchor.head and kinds & {"thaw", "chill"} and s.tokens[i].pos == "NOUN":
            return ("improving" if "thaw" in kinds else "worsening"), f"assess:{s.tokens[i].lemma.lower()}"
    beside = [k for k in s.children[anchor.head] if s.tokens[k].dep in ("amod", "acl") and (_is_told(s, clause, anchor.head))]
    beside += [i for i in sorted(told) if s.lower[i] in ("badly", "better", "worse", "warmer", "colder", "cooler", "closer")]
    for i in beside:
        meaning = _word_meaning(s, scales, i)
        if meaning in ("better", "worse", "more", "less"):
            if meaning in ("more", "less") and anchor.kind not in ("strain", "relation"):
                continue
            return _worth(meaning, anchor.kind), f"assess:{s.lower[i]} {lemma}"
    return None


def _worth(meaning: str, kind: str) -> Direction:
    """better and worse say it; more and less turn with the worth of the noun."""
    if meaning in _FLIP:
        return _FLIP[meaning]
    good = kind in ("relation", "thaw", "trend", "inside")
    return "improving" if (meaning == "more") == good else "worsening"


def _verb_meaning(scales: Scales, clause: Clause) -> str | None:
    return scales.verbs.get(clause.lemma) or scales.verbs.get(clause.lemma.split()[0])


def _word_meaning(s: Sentence, scales: Scales, i: int) -> str | None:
    token = s.tokens[i]
    found = scales.adjectives.get(s.lower[i]) or (scales.adjectives.get(token.lemma.lower()) if token.pos in ("ADJ", "ADV") else None)
    if found is None and token.tag in ("VBG", "VBN", "VBD", "JJ"):
        found = scales.verbs.get(token.lemma.lower())
    return found if found not in ("into", "in") else None


def _complement(s: Sentence, scales: Scales, clause: Clause) -> str | None:
    """The meaning of what the relation is said to be or become: "are strained", "has grown colder", "became complicated"."""
    if clause.lemma.split()[0] not in _COPULAS and not clause.passive:
        return None
    for k in s.children[clause.head]:
        if s.tokens[k].dep in ("acomp", "attr", "oprd", "advmod", "xcomp") and k > clause.head:
            meaning = _word_meaning(s, scales, k)
            if meaning is not None:
                return meaning
            for j in s.children[k]:
                if s.tokens[j].dep in ("amod", "conj", "advmod") and _word_meaning(s, scales, j) in ("better", "worse", "steady"):
                    return _word_meaning(s, scales, j)
    return _word_meaning(s, scales, clause.head) if s.tokens[clause.head].tag == "VBN" and clause.passive else None


def _as_before(s: Sentence, zone: Zone) -> bool:
    words = [s.lower[i] for i in sorted(zone.tokens)]
    return "as" in words and bool({"before", "ever", "always"} & set(words) | ({"were", "was"} & set(s.lower)))


def _into(s: Sentence, scales: Scales, zone: Zone, anchor: _Anchor) -> Direction | None:
    """By the noun after "into": "slid into crisis", "plunged relations into crisis", "are locked in a dispute"."""
    clause = zone.clause
    objects = () if clause.passive else clause.heads("object")
    if objects and anchor.kind != "sides" and not _bears_on(s, clause, anchor.head):
        return None
    if objects and anchor.kind == "sides" and not any(s.lower[k].endswith(("self", "selves")) for k in objects):
        return None
    roles = ("prep:in", "prep:into") if _verb_meaning(scales, clause) == "in" else ("prep:into", "prep:to", "prep:towards", "prep:toward")
    for role in roles:
        for head in clause.heads(role):
            kinds = scales.nouns.get(s.tokens[head].lemma.lower(), frozenset())
            if kinds & {"strain", "chill"}:
                return "worsening"
            if kinds & {"thaw", "relation"} and role != "prep:in":
                return "improving"
    return None


def _phrase(s: Sentence, scales: Scales, zone: Zone, but: str) -> tuple[Direction, str] | None:
    for i in sorted(zone.tokens):
        for first in dict.fromkeys((s.lower[i], s.tokens[i].lemma.lower())):
            for phrase in scales.phrases.get(first, ()):
                if phrase.needs == but:
                    continue
                if match_words(s, i, phrase.words) is not None:
                    return phrase.direction, "phrase:" + " ".join(phrase.words)  # type: ignore[return-value]  # a choice column
    return None


def _bears_on(s: Sentence, clause: Clause, head: int) -> bool:
    """Whether the noun is (in) what the verb changes: its object, else its subject."""
    heads = clause.heads("object") or clause.heads("subject")
    i = head
    while i not in heads and (s.tokens[i].dep in ("conj", "pobj", "appos") or (s.tokens[i].dep == "prep" and s.lower[i] in ("of", "in", "between"))):
        i = s.tokens[i].head
    return i in heads


def _is_there(s: Sentence, clause: Clause, head: int) -> bool:
    """"There is a thaw", "a thaw is under way"."""
    if s.child(clause.head, "expl") is not None:
        return True
    return head in clause.heads("subject") and any(s.lower[k] in ("under", "underway", "on", "over") for k in s.children[clause.head])


def _is_told(s: Sentence, clause: Clause, head: int) -> bool:
    return any(head == k or s.tokens[head].dep == "conj" for a in clause.arguments for k in [a.head] if a.role in ("subject", "object")) or (
        s.tokens[head].dep in ("attr", "nsubj", "nsubjpass", "dobj", "ROOT")
    )


# How it is stated.


def _realis(s: Sentence, zones: dict[int, Zone], zone: Zone) -> Realis | None:
    """None: the clause tells of the future, a duty or a purpose, and characterises nothing."""
    clause = zone.clause
    perfect = any(s.tokens[k].lemma == "have" and s.tokens[k].dep == "aux" for k in s.children[clause.head])
    if clause.modal in ("may", "might", "could", "can") and perfect:
        return "possible"
    if clause.modal is not None:
        return None
    if clause.mark in ("if", "unless", "whether", "should") or clause.link == "pcomp":
        return None
    governor = zones.get(clause.governor) if clause.governor is not None else None
    if clause.mark == "to" and clause.tense == "none":
        if governor is None or clause.link not in ("xcomp", "ccomp", "conj"):
            return None
        lemma = governor.clause.lemma.split()[0]
        if governor.clause.modal is not None:
            return None
        if lemma in _GO_ON:
            return _realis(s, zones, governor)
        return "possible" if lemma in _WISH else "planned" if lemma in _PLAN else None
    if governor is not None and clause.link == "ccomp":
        lemma = governor.clause.lemma.split()[0]
        if lemma in ("deny", "doubt"):
            return "denied"
        if governor.clause.negated and lemma not in _SPEECH | {"know"}:
            return "denied"
        if lemma in _WISH | _PLAN:
            return "possible"
    return "possible" if clause.lemma.split()[0] in _WISH else "asserted"


def _negated(s: Sentence, scales: Scales, zone: Zone, anchor: _Anchor, rule: str, realis: Realis) -> Realis:
    clause = zone.clause
    if not clause.negated or realis != "asserted" or rule.startswith(("assess:no ", "assess:there is no", "assess:neither")):
        return realis
    if rule.startswith("phrase:") and {"not", "no", "nothing", "never"} & set(rule.removeprefix("phrase:").split()):
        return realis  # the turn of phrase has its own "not"
    if any(s.lower[k] in ("so", "better", "worse", "closer", "colder", "warmer", "than") for k in zone.tokens) and "never" in s.lower:
        return realis
    return "denied"


def _is_unreal(s: Sentence, head: int) -> bool:
    i = head
    while s.tokens[i].dep in ("pobj", "prep", "compound", "conj", "poss", "amod") and s.tokens[i].head != i:
        i = s.tokens[i].head
        if s.tokens[i].lemma.lower() in _UNREAL and s.tokens[i].pos == "NOUN":
            return True
    return False


def _presupposed(s: Sentence, scales: Scales, zone: Zone, head: int) -> bool:
    """"Consolidate the positive trend": who keeps something up takes it to be there."""
    if zone.clause.lemma not in _KEEP:
        return False
    return any(
        any(s.lower[j] in ("the", "this", "that", "these") for j in s.children[k]) and head in s.subtree(k)
        for k in zone.clause.heads("object")
        if "trend" in scales.nouns.get(s.tokens[k].lemma.lower(), frozenset())
    )
