"""Which way a relation goes, by the words that stand with it."""

from __future__ import annotations

from detente.clauses import Clause, Sentence
from detente.events.anchors import Anchor
from detente.events.scales import Scales, base_forms, match_words
from detente.events.states import find_mutual, find_state
from detente.events.tenor import find_tenor
from detente.events.zones import Zone
from detente.types import Direction

_AS_IT_WAS = (
    "as before", "as ever", "as always", "as it was", "as they were", "as it has been", "as they have been", "as they have always been",
)
_FLIP: dict[str, Direction] = {"better": "improving", "worse": "worsening"}


def find_direction(s: Sentence, scales: Scales, zone: Zone, told: frozenset[int], anchor: Anchor) -> tuple[Direction, str] | None:
    clause = zone.clause
    noun = anchor.kind not in ("sides", "between", "country")
    if anchor.kind in ("sides", "country"):
        state = find_state(s, scales, clause, anchor) or find_mutual(s, scales, clause, anchor)
        if state is not None or anchor.kind == "country":
            return state
    phrase = _phrase(s, scales, zone, anchor)
    if phrase is not None:
        return phrase
    if not noun:
        return find_tenor(s, scales, clause, told, anchor) if anchor.kind == "sides" else None
    lemma = s.tokens[anchor.head].lemma.lower()
    verb = _verb_meaning(s, scales, clause)
    state = find_state(s, scales, clause, anchor) if _is_topic(s, clause, anchor.head) else None
    if state is not None:
        return state
    opposites = {m for i in told if (m := _word_meaning(s, scales, i)) in ("better", "worse", "more", "less")}
    neither = {"neither", "nor"} & {s.lower[i] for i in zone.tokens}
    if neither and (len(opposites) > 1 or verb == "less"):
        return "steady", "assess:neither"
    complement = _complement(s, scales, clause)
    if "less" in scales.nouns.get(lemma, frozenset()):
        of = next((j for p in s.children[anchor.head] if s.lower[p] in ("of", "in") for j in s.children[p]), None)
        if of is not None and "strain" in scales.nouns.get(s.tokens[of].lemma.lower(), frozenset()):
            return "improving", f"assess:{lemma} of {s.tokens[of].lemma.lower()}"
    formal = clause.lemma in scales.frames["formal"] and bool(clause.heads("object")) and not clause.negated
    if formal and lemma in ("relation", "tie", "link", "contact", "mission"):
        return None  # relations broken off or restored are a deed, told as an event
    if clause.lemma in scales.frames["comment"] and anchor.head not in clause.heads("subject"):
        return None
    changing = anchor.kind in ("thaw", "chill")
    if changing and (clause.negated or any(s.lower[k] == "no" for k in s.children[anchor.head])):
        return "steady", f"assess:no {lemma}"
    framed = clause.lemma in scales.frames["copula"] | scales.frames["wish"]
    if changing and not framed and verb in ("steady", "more", "into", None) and _is_told(s, clause, anchor.head):
        return ("improving" if anchor.kind == "thaw" else "worsening"), f"assess:{lemma}"
    if changing and clause.lemma == "be" and _is_there(s, clause, anchor.head):
        return ("improving" if anchor.kind == "thaw" else "worsening"), f"assess:{lemma}"
    goes_on = s.child(clause.head, "xcomp") is not None  # "continues to grow": the infinitive says it
    if verb == "steady" and not goes_on and _bears_on(s, scales, clause, anchor.head):
        return "steady", f"assess:{clause.lemma}"
    still = any(s.lower[k] == "still" for k in zone.tokens)
    if complement is not None and _is_topic(s, clause, anchor.head):
        if complement == "steady" or still or _as_before(s, zone):
            return "steady", "assess:same"
        return _worth(complement, anchor.kind), "assess:complement"
    if verb in ("better", "worse", "more", "less") and _bears_on(s, scales, clause, anchor.head):
        strained = anchor.kind == "relation" and any(_word_meaning(s, scales, k) == "worse" for k in s.children[anchor.head])
        return _worth(verb, "strain" if strained else anchor.kind), f"assess:{clause.lemma}"  # "has eased the strained relationship"
    if clause.lemma == "be" and clause.negated and _is_told(s, clause, anchor.head):
        return _worth("less", anchor.kind), "assess:there is no"
    if anchor.kind in ("strain", "chill") and anchor.head in clause.heads("subject") and clause.heads("object") and verb == "worse":
        return "worsening", f"assess:{lemma} {clause.lemma}"  # "the feud is paralysing the country"
    return _modifier(s, scales, clause, told, anchor, lemma) or find_tenor(s, scales, clause, told, anchor)


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
            if meaning in ("more", "less") and anchor.kind not in ("strain", "relation", "tone"):
                continue
            return _worth(meaning, anchor.kind), f"assess:{s.lower[i]} {lemma}"
    return None


def _worth(meaning: str, kind: str) -> Direction:
    """better and worse say it; more and less turn with the worth of the noun."""
    if meaning in _FLIP:
        return _FLIP[meaning]
    good = kind in ("relation", "thaw", "trend", "inside", "tone")
    return "improving" if (meaning == "more") == good else "worsening"


def _verb_meaning(s: Sentence, scales: Scales, clause: Clause) -> str | None:
    verb, _, particle = clause.lemma.partition(" ")
    for form in (verb, *base_forms(s.lower[clause.head])):
        found = scales.verbs.get(f"{form} {particle}".strip())
        if found is not None:
            return found
    return scales.verbs.get(verb)


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
        if s.tokens[k].dep in ("acomp", "attr", "oprd", "advmod", "xcomp", "dobj", "amod") and k > clause.head:
            meaning = _word_meaning(s, scales, k)
            compared = s.tokens[k].tag in ("JJR", "RBR") or any(s.lower[j] in ("more", "ever") for j in s.children[k])
            if meaning == "steady" and compared and s.lower[k] in ("stable", "steady", "stabler", "steadier"):
                return "better"
            if meaning is not None:
                return meaning
            for j in s.children[k]:
                if s.tokens[j].dep in ("amod", "conj", "advmod") and _word_meaning(s, scales, j) in ("better", "worse", "steady"):
                    return _word_meaning(s, scales, j)
    return _word_meaning(s, scales, clause.head) if s.tokens[clause.head].tag == "VBN" and clause.passive else None


def _as_before(s: Sentence, zone: Zone) -> bool:
    """"As hostile as before", "as close as they have always been"."""
    words = {s.lower[i] for i in zone.tokens}
    if any(f" {told} " in f" {' '.join(s.lower)} " for told in _AS_IT_WAS):
        return True
    return "as" in words and bool({"before", "ever", "always", "were", "was", "previously", "usual"} & set(s.lower))


def _phrase(s: Sentence, scales: Scales, zone: Zone, anchor: Anchor) -> tuple[Direction, str] | None:
    """By a turn of phrase of the clause; "relation" ones need a noun of relations, "sides" ones two actors without one."""
    but = {"sides": "relation", "between": ""}.get(anchor.kind, "sides")
    for i in sorted(zone.tokens):
        for first in dict.fromkeys((s.lower[i], s.tokens[i].lemma.lower(), *base_forms(s.lower[i]))):
            for phrase in scales.phrases.get(first, ()):
                worth = phrase.direction in ("more", "less")
                if phrase.needs == but or (worth and anchor.kind == "between") or match_words(s, i, phrase.words) is None:
                    continue
                rule = "phrase:" + " ".join(phrase.words)
                return (_worth(phrase.direction, anchor.kind) if worth else phrase.direction), rule  # type: ignore[return-value]
    return None


def _bears_on(s: Sentence, scales: Scales, clause: Clause, head: int) -> bool:
    """Whether the noun is (in) what the verb changes: its object, else its subject."""
    heads = clause.heads("object") or clause.heads("subject")
    i = head
    while i not in heads:
        dep = s.tokens[i].dep
        if dep not in ("conj", "pobj", "appos") and not (dep == "prep" and s.lower[i] in ("of", "in", "between")):
            break
        i = s.tokens[i].head
        if s.tokens[i].lemma.lower() in scales.frames["not of it"]:
            return False
    return i in heads


def _is_topic(s: Sentence, clause: Clause, head: int) -> bool:
    """Whether the clause is about the noun: it stands in the subject or the object, or there is no subject."""
    heads = {*clause.heads("object"), *clause.heads("subject")}
    i = head
    while i not in heads and i != clause.head and s.tokens[i].head != i:
        i = s.tokens[i].head
    return i in heads or not clause.heads("subject")


def _is_there(s: Sentence, clause: Clause, head: int) -> bool:
    """"There is a thaw", "a thaw is under way"."""
    if s.child(clause.head, "expl") is not None:
        return True
    return head in clause.heads("subject") and any(s.lower[k] in ("under", "underway", "on", "over") for k in s.children[clause.head])


def _is_told(s: Sentence, clause: Clause, head: int) -> bool:
    if head in (*clause.heads("subject"), *clause.heads("object")):
        return True
    return s.tokens[head].dep in ("attr", "nsubj", "nsubjpass", "dobj", "conj", "ROOT")
