"""Sentences that themselves characterise a relation: whose, which way it goes, and which words say so.

A clause is an assessment where a noun of relations (or a turn of phrase with two actors) stands with a word of direction. Which words those
are is in scales_nouns.tsv, scales_directions.tsv and scales_phrases.tsv; here is only how they combine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.clauses import Clause, Sentence
from detente.events.actors import Phrases
from detente.events.anchors import Anchor, find_anchors, named_pair
from detente.events.bearing import find_direction
from detente.events.past_states import is_claimed, is_over, is_superlative
from detente.events.scales import Scales, load_scales
from detente.events.zones import Zone, find_zones, quote_range, subtree_of
from detente.lexicon import Lexicon
from detente.types import Direction, Realis


@dataclass(frozen=True, slots=True)
class AssessmentFound:
    """One assessment in a sentence. sides: sorted codes. head: token of the predicate; start, end: token range of the quote,
    end exclusive."""

    sides: tuple[str, ...]
    direction: Direction
    realis: Realis
    head: int
    start: int
    end: int
    rule: str


def find_assessments(phrases: Phrases, clauses: Sequence[Clause], lexicon: Lexicon) -> list[AssessmentFound]:
    """Assessments told in one sentence, one a clause at most, in the order of their predicates."""
    s, scales = phrases.s, load_scales(lexicon)
    named = phrases.countries() or phrases.memory.counts or any(named_pair(s, scales, i) for i in range(len(s.tokens)))
    telling = any(t.lemma.lower() in scales.telling or low in scales.telling for t, low in zip(s.tokens, s.lower, strict=True))
    if "?" in s.lower or not named or not telling:
        return []
    zones = find_zones(s, clauses)
    out: list[AssessmentFound] = []
    for zone in sorted(zones.values(), key=lambda z: z.clause.head):
        if zone.clause.link == "xcomp" and any(f.head == zone.clause.governor for f in out):
            continue  # "continue to eye each other with suspicion": told with the verb above
        found = _assess(phrases, scales, zones, zone)
        if found is not None and all((f.sides, f.direction) != (found.sides, found.direction) for f in out):
            out.append(found)
    return out


def _assess(phrases: Phrases, scales: Scales, zones: dict[int, Zone], zone: Zone) -> AssessmentFound | None:
    s, clause = phrases.s, zone.clause
    if clause.link == "conj" and clause.governor in zones and any(s.lower[i] == "neither" for i in zones[clause.governor].tokens):
        return None  # "has neither eased nor sharpened": the first verb's clause tells it all
    realis = _realis(s, scales, zones, zone)
    if realis is None or is_over(s, zone, phrases.on) or is_claimed(s, scales, zones, zone) or _is_private(s, scales, zone):
        return None
    told = zone.tokens - _circumstances(s, scales, zone) | _shared(s, zone)
    for anchor in sorted(find_anchors(phrases, scales, zone, told), key=lambda a: (-min(len(a.sides), 2), a.head)):
        found = find_direction(s, scales, zone, told, anchor)
        if found is None and _is_hope_lost(s, scales, zone, anchor.head):
            found = "worsening", "assess:hope lost"
        if found is None:
            continue
        direction, rule = found
        if _is_hope_lost(s, scales, zone, anchor.head):
            direction, rule = "worsening", "assess:hope lost"
        elif _is_unreal(s, scales, anchor.head):
            if not _presupposed(s, scales, zone, anchor.head):
                continue
            realis = "asserted"
        elif realis in ("possible", "planned") and _presupposed(s, scales, zone, anchor.head):
            realis = "asserted"
        if realis == "planned":
            continue  # wished for, and nothing is taken to be there
        start, end = quote_range(s, zones, zone)
        return AssessmentFound(anchor.sides, direction, _negated(s, scales, zone, anchor, rule, realis), clause.head, start, end, rule)
    return None


def _shared(s: Sentence, zone: Zone) -> frozenset[int]:
    """The subject that an infinitive or a coordinated verb has from the verb above it."""
    heads = [k for role in ("subject", "object") for k in zone.clause.heads(role) if k not in zone.tokens]
    if zone.clause.link not in ("xcomp", "conj"):
        return frozenset()
    return frozenset(i for k in heads for i in subtree_of(s, k, frozenset()))


def _circumstances(s: Sentence, scales: Scales, zone: Zone) -> frozenset[int]:
    out: set[int] = set()
    if not zone.clause.heads("subject") and s.child(zone.clause.head, "expl") is None:
        return frozenset()  # the parser hung the subject elsewhere: "After the raid, relations lie in ruins"
    for i in zone.tokens:
        if s.tokens[i].dep in ("prep", "mark") and s.lower[i] in scales.frames["circumstance"]:
            out.update(s.subtree(i))
    return frozenset(out)


# How it is stated.


def _realis(s: Sentence, scales: Scales, zones: dict[int, Zone], zone: Zone) -> Realis | None:
    """None: the clause tells of the future, a duty or a purpose, and characterises nothing."""
    clause = zone.clause
    perfect = any(s.tokens[k].lemma == "have" and s.tokens[k].dep == "aux" for k in s.children[clause.head])
    if clause.modal in ("may", "might", "could", "can") and perfect:
        return "possible"
    asked = any(s.lower[k] in ("how", "why", "whether") and k < clause.head for k in s.children[clause.head])
    if asked and clause.link != "ROOT":
        return None
    if clause.modal == "can" and clause.passive and clause.lemma in scales.frames["perceived"] and not clause.negated:
        return "asserted"
    if clause.modal is not None and not (clause.modal in ("could", "can") and is_superlative(s, zone)):
        return None
    if clause.mark in ("if", "unless", "whether", "should", "lest", "so", "until", "till") or clause.link == "pcomp":
        return None
    governor = zones.get(clause.governor) if clause.governor is not None else None
    if clause.tense == "none" and (clause.mark == "to" or clause.link in ("xcomp", "ccomp", "pcomp")):
        nothing = any(s.lower[k] in ("nothing", "little") for k in s.children[governor.clause.head]) if governor else False
        if nothing and clause.link in ("relcl", "acl", "advcl", "xcomp"):
            return "denied"
        if governor is None or clause.link not in ("xcomp", "ccomp", "conj"):
            return None
        lemma = governor.clause.lemma.split()[0]
        if governor.clause.modal is not None:
            return None
        if lemma == "fail":
            return "denied"
        if lemma in scales.frames["go-on"]:
            return _realis(s, scales, zones, governor)
        return "planned" if _keeps(scales, clause) and lemma in scales.frames["wish"] else None
    if governor is not None and clause.link == "ccomp":
        lemma = governor.clause.lemma.split()[0]
        if lemma in ("deny", "doubt"):
            return "denied"
        if _is_untrue(s, scales, zones, governor):
            return "denied"
        if lemma in scales.frames["wish"] | scales.frames["plan"] | scales.frames["appeal"]:
            return None
    if clause.lemma.split()[0] in scales.frames["wish"] | scales.frames["appeal"] | scales.frames["plan"] - {"resolve"}:
        return None
    return "possible" if any(s.lower[i] in scales.frames["hedge"] for i in zone.tokens) else "asserted"


def _keeps(scales: Scales, clause: Clause) -> bool:
    return clause.lemma.split()[0] in scales.frames["keep"]


def _is_untrue(s: Sentence, scales: Scales, zones: dict[int, Zone], governor: Zone) -> bool:
    """"It is not true that", "nobody believes that", "it would be wrong to say that"."""
    above = governor.clause
    if above.negated and any(s.tokens[k].dep in ("acomp", "attr") for k in s.children[above.head]):
        return True
    if above.negated and above.lemma.split()[0] in ("think", "believe", "find", "mean", "say", "seem", "appear", "agree", "see", "be"):
        return True
    over = [above.head, *(k for k in [above.governor] if k is not None)]
    return any(s.lower[k] in scales.frames["untrue"] for i in over for k in (i, *s.children[i]))


def _negated(s: Sentence, scales: Scales, zone: Zone, anchor: Anchor, rule: str, realis: Realis) -> Realis:
    clause = zone.clause
    if not clause.negated or realis != "asserted" or rule.startswith(("assess:no ", "assess:there is no", "assess:neither")):
        return realis
    if rule.startswith("phrase:") and {"not", "no", "nothing", "never"} & set(rule.removeprefix("phrase:").split()):
        return realis  # the turn of phrase has its own "not"
    if is_superlative(s, zone):
        return realis
    return "denied"


def _is_hope_lost(s: Sentence, scales: Scales, zone: Zone, head: int) -> bool:
    """"Hopes of a thaw have faded"."""
    heads = (*zone.clause.heads("subject"), *zone.clause.heads("object"))
    subject = [k for k in heads if s.tokens[k].lemma.lower() in scales.frames["hope"]]
    kinds = scales.nouns.get(s.tokens[head].lemma.lower(), frozenset())
    good = bool(kinds & {"thaw", "relation"})
    return good and any(head in s.subtree(k) for k in subject) and scales.verbs.get(zone.clause.lemma) in ("less", "worse")


def _is_private(s: Sentence, scales: Scales, zone: Zone) -> bool:
    """Players, actresses, temperatures: no political actors."""
    slots = [a.head for a in zone.clause.arguments if a.role in ("subject", "object")]
    heads = [k for slot in slots for k in subtree_of(s, slot, scales.frames["circumstance"])]
    return any(s.tokens[k].lemma.lower() in scales.frames["private"] and s.tokens[k].pos != "PROPN" for k in heads)


def _is_unreal(s: Sentence, scales: Scales, head: int) -> bool:
    i = head
    while s.tokens[i].dep in ("pobj", "prep", "compound", "conj", "poss", "amod") and s.tokens[i].head != i:
        i = s.tokens[i].head
        if s.tokens[i].lemma.lower() in scales.frames["unreal"] and s.tokens[i].pos == "NOUN":
            return True
    return False


def _presupposed(s: Sentence, scales: Scales, zone: Zone, head: int) -> bool:
    """"Consolidate the positive trend": who keeps something up takes it to be there."""
    if zone.clause.lemma not in scales.frames["keep"]:
        return False
    return any(
        any(s.lower[j] in ("the", "this", "that", "these") for j in s.children[k]) and head in s.subtree(k)
        for k in zone.clause.heads("object")
        if "trend" in scales.nouns.get(s.tokens[k].lemma.lower(), frozenset())
    )
