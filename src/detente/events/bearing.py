"""Which way a relation goes, by the words that stand with it."""

from __future__ import annotations

from detente.clauses import Clause, Sentence
from detente.events.anchors import Anchor
from detente.events.scales import Scales, match_words
from detente.events.zones import Zone
from detente.types import Direction

_FLIP: dict[str, Direction] = {"better": "improving", "worse": "worsening"}


def find_direction(s: Sentence, scales: Scales, zone: Zone, told: frozenset[int], anchor: Anchor) -> tuple[Direction, str] | None:
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
    neither = {"neither", "nor"} & {s.lower[i] for i in zone.tokens}
    if neither and (len(opposites) > 1 or verb == "less"):
        return "steady", "assess:neither"
    complement = _complement(s, scales, clause)
    if "less" in scales.nouns.get(lemma, frozenset()):
        of = next((j for p in s.children[anchor.head] if s.lower[p] in ("of", "in") for j in s.children[p]), None)
        if of is not None and "strain" in scales.nouns.get(s.tokens[of].lemma.lower(), frozenset()):
            return "improving", f"assess:{lemma} of {s.tokens[of].lemma.lower()}"
    changing = anchor.kind in ("thaw", "chill")
    if changing and (clause.negated or any(s.lower[k] == "no" for k in s.children[anchor.head])):
        return "steady", f"assess:no {lemma}"
    framed = clause.lemma in scales.frames["copula"] | scales.frames["wish"]
    if changing and not framed and verb in ("steady", "more", "into", None) and _is_told(s, clause, anchor.head):
        return ("improving" if anchor.kind == "thaw" else "worsening"), f"assess:{lemma}"
    if changing and clause.lemma == "be" and _is_there(s, clause, anchor.head):
        return ("improving" if anchor.kind == "thaw" else "worsening"), f"assess:{lemma}"
    goes_on = s.child(clause.head, "xcomp") is not None  # "continues to grow": the infinitive says it
    if verb == "steady" and not goes_on and _bears_on(s, clause, anchor.head):
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


def _modifier(
    s: Sentence, scales: Scales, clause: Clause, told: frozenset[int], anchor: Anchor, lemma: str
) -> tuple[Direction, str] | None:
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
    if clause.lemma.split()[0] not in scales.frames["copula"] and not clause.passive:
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


def _into(s: Sentence, scales: Scales, zone: Zone, anchor: Anchor) -> Direction | None:
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
    while i not in heads:
        dep = s.tokens[i].dep
        if dep not in ("conj", "pobj", "appos") and not (dep == "prep" and s.lower[i] in ("of", "in", "between")):
            break
        i = s.tokens[i].head
    return i in heads


def _is_there(s: Sentence, clause: Clause, head: int) -> bool:
    """"There is a thaw", "a thaw is under way"."""
    if s.child(clause.head, "expl") is not None:
        return True
    return head in clause.heads("subject") and any(s.lower[k] in ("under", "underway", "on", "over") for k in s.children[clause.head])


def _is_told(s: Sentence, clause: Clause, head: int) -> bool:
    if head in (*clause.heads("subject"), *clause.heads("object")):
        return True
    return s.tokens[head].dep in ("attr", "nsubj", "nsubjpass", "dobj", "conj", "ROOT")
