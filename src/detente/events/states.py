"""The state a relation is said to be in or to move into: "are in deep trouble", "slid into crisis", "have become partners again".

Nouns and adjectives with their worth are in scales_nouns.tsv (strain, chill, low; thaw, high; still) and scales_frames.tsv (friend, foe,
together, apart; the verbs of state); here is only where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.clauses import Clause, Sentence
from detente.events.anchors import Anchor
from detente.events.scales import Scales
from detente.types import Direction

_ROLES = ("in", "into", "at", "under", "to", "towards", "toward", "through", "on", "for", "of")
_TOWARDS = ("into", "to", "towards", "toward")
_MOVES_FOR = ("head", "set", "steer", "destine")  # "for" leads somewhere after these only
_DEPTH = 4  # "on the verge of the worst kind of crisis": as many nouns of degree before the one that counts
_AGAIN = frozenset({"again", "now", "once", "increasingly", "ever", "longer", "more", "finally", "today", "anymore", "so"})


def find_state(s: Sentence, scales: Scales, clause: Clause, anchor: Anchor) -> tuple[Direction, str] | None:
    """By the noun after the verb or its preposition."""
    if clause.lemma.split()[0] not in scales.frames["state"]:
        return None
    if anchor.kind == "sides" and clause.passive and not clause.heads("object"):
        return None
    for role, head in _places(clause, anchor, s):
        kinds = _kinds(s, scales, head)
        if head == anchor.head or not kinds or (anchor.kind == "country" and "turmoil" not in kinds):
            continue
        word = s.tokens[head].lemma.lower()
        if "still" in kinds and role != "for":
            return "steady", f"assess:{clause.lemma} {role} {word}"
        inner = s.tokens[head].lemma.lower() in scales.nouns and "part" in _kinds_of(s, scales, head)
        bad = bool(kinds & {"strain", "chill", "low", "turmoil"}) and (role not in ("on", "at", "of") or inner or "low" in kinds)
        good = bool(kinds & {"thaw", "high"}) or (role in _TOWARDS and "relation" in kinds)
        if bad != good and _agrees(s, anchor, bad, head, role):
            return ("worsening" if bad else "improving"), f"assess:{clause.lemma} {role} {word}"
    return None


def _places(clause: Clause, anchor: Anchor, s: Sentence) -> Iterator[tuple[str, int]]:
    for role in _ROLES:
        if role == "for" and clause.lemma not in _MOVES_FOR:
            continue
        for head in clause.heads(f"prep:{role}"):
            yield role, head
    if anchor.kind not in ("sides", "between") and clause.heads("subject"):
        for head in clause.heads("object"):
            yield "object", head
    for k in s.children[clause.head]:
        if s.tokens[k].dep in ("advmod", "acomp", "advcl", "oprd", "ccomp", "prt", "xcomp"):
            for p in s.children[k]:
                if s.tokens[p].dep == "prep" and s.lower[p] in _ROLES:
                    for head in s.children[p]:
                        if s.tokens[head].dep == "pobj":
                            yield s.lower[p], head


def _kinds(s: Sentence, scales: Scales, head: int) -> frozenset[str]:
    """The kinds of the noun, or of the one it is a degree of ("the verge of war")."""
    for _ in range(_DEPTH):
        kinds = _kinds_of(s, scales, head)
        if "part" not in kinds:
            return kinds
        of = next((j for p in s.children[head] if s.lower[p] in ("of", "to", "towards", "in") for j in s.children[p]
                   if s.tokens[j].dep == "pobj"), None)
        if of is None:
            return _kinds_before(s, scales, head) or kinds
        head = of
    return frozenset()


def _kinds_of(s: Sentence, scales: Scales, head: int) -> frozenset[str]:
    lemma = s.tokens[head].lemma.lower()
    pair = " ".join((s.tokens[head - 1].lemma.lower(), lemma)) if head else ""
    return scales.nouns.get(pair) or scales.nouns.get(lemma) or scales.nouns.get(s.lower[head]) or frozenset()


def _kinds_before(s: Sentence, scales: Scales, head: int) -> frozenset[str]:
    """"A confrontation spiral", "a crisis point": the noun before says it."""
    for k in s.children[head]:
        if s.tokens[k].dep in ("compound", "nmod", "amod"):
            kinds = scales.nouns.get(s.tokens[k].lemma.lower(), frozenset())
            if kinds & {"strain", "chill", "thaw"}:
                return kinds
            meaning = scales.adjectives.get(s.lower[k])
            if meaning in ("better", "worse"):
                return frozenset({"high" if meaning == "better" else "low"})
    return frozenset()


def _agrees(s: Sentence, anchor: Anchor, bad: bool, head: int, role: str) -> bool:
    """A tension "in decline", a rapprochement "in bloom": a noun of strain is not the worse for being at a low."""
    if anchor.kind in ("strain", "chill"):
        return bad and role in (*_TOWARDS, "object") and s.tokens[head].lemma.lower() not in ("low", "minimum", "decline", "retreat")
    return True


def find_mutual(s: Sentence, scales: Scales, clause: Clause, anchor: Anchor) -> tuple[Direction, str] | None:
    """Two actors that are or become friends, foes, close, estranged."""
    verb = clause.lemma.split()[0]
    regarded = verb in scales.frames["regard"] and anchor.kind == "sides"
    passive = clause.passive and s.lower[clause.head] in scales.frames["apart"] | scales.frames["together"] | scales.frames["torn"]
    if anchor.kind not in ("sides", "country"):
        return None
    if not regarded and not passive and verb not in scales.frames["copula"] | {"find", "part", "end"}:
        return None
    steady = scales.verbs.get(clause.lemma) == "steady"
    words = {s.lower[k] for k in s.children[clause.head]}
    for k in _complements(s, clause):
        lemma = s.tokens[k].lemma.lower()
        if anchor.kind == "country" and lemma not in scales.frames["at one"] | scales.frames["torn"]:
            continue
        names = {lemma, s.lower[k]}
        good = not names.isdisjoint(scales.frames["friend"] | scales.frames["together"] | scales.frames["at one"])
        bad = not names.isdisjoint(scales.frames["foe"] | scales.frames["apart"] | scales.frames["torn"])
        if good == bad:
            continue
        beside = words | {s.lower[j] for j in s.children[k]}
        if steady or "still" in beside:
            return "steady", f"assess:{clause.lemma} {lemma}"
        noun = s.tokens[k].pos in ("NOUN", "PROPN")
        if noun and verb == "be" and not (beside & _AGAIN or any(s.tokens[j].tag in ("JJS", "RBS") for j in s.children[k])):
            continue  # "is an ally of": who somebody is, no judgment on the relation
        if ("longer" in beside or "anymore" in beside) and (clause.negated or "no" in s.lower):
            good = not good
        return ("improving" if good else "worsening"), f"assess:{clause.lemma} {lemma}"
    return None


def _complements(s: Sentence, clause: Clause) -> Iterator[int]:
    if clause.passive:
        yield clause.head
    for k in s.children[clause.head]:
        if s.tokens[k].dep in ("acomp", "attr", "oprd", "advmod", "xcomp") and k > clause.head:
            yield k
            yield from (j for j in s.children[k] if s.tokens[j].dep in ("conj",))
        if s.tokens[k].dep == "prep" and s.lower[k] in ("into", "as"):
            yield from (j for j in s.children[k] if s.tokens[j].dep == "pobj")
