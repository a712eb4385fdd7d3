"""The tenor of a clause about a relation where no frame decides: its words are for the better or for the worse, and all of one mind.

After the frames of bearing.py and states.py: "is a growing burden on relations with", "has put the alliance to its severest test".
"""

from __future__ import annotations

from detente.clauses import Clause, Sentence
from detente.events.anchors import Anchor
from detente.events.scales import Scales
from detente.types import Direction


def find_tenor(s: Sentence, scales: Scales, clause: Clause, told: frozenset[int], anchor: Anchor) -> tuple[Direction, str] | None:
    """The direction if every word of worth points one way; a verb of less turns it. None for a denied clause."""
    if clause.negated or any(s.lower[i] in ("no", "neither", "little") for i in told):
        return None
    verb = clause.lemma.split()[0]
    if verb in scales.frames["comment"] | scales.frames["speech"] | scales.frames["formal"] | scales.frames["appeal"]:
        return None
    if anchor.kind == "sides":
        if not _is_mutual(s, told):
            return None
    elif anchor.kind not in ("relation", "tone") or len(anchor.sides) != 2 or not _is_spoken_of(s, clause, anchor.head):
        return None
    words = [(i, worth) for i in sorted(told) if i != anchor.head and (worth := _worth(s, scales, i))]
    worths = {worth for _, worth in words}
    if len(worths) != 1:
        return None
    meaning = scales.verbs.get(clause.lemma) or scales.verbs.get(verb)
    if meaning == "steady":
        return "steady", f"assess:tenor {clause.lemma}"
    better = worths == {1}
    turned = meaning == "less" and words[0][0] != clause.head
    return ("improving" if better != turned else "worsening"), f"assess:tenor {s.lower[words[0][0]]}"


def _is_spoken_of(s: Sentence, clause: Clause, head: int) -> bool:
    """The noun is the subject, the object or what one of these is on, in, of or from ("a burden on relations")."""
    slots = {*clause.heads("subject"), *clause.heads("object"), *clause.heads("attr")}
    slots |= {k for k in s.children[clause.head] if s.tokens[k].dep in ("attr", "nsubj", "dobj", "nsubjpass")}
    i = head
    for _ in range(6):
        if i in slots:
            return True
        token = s.tokens[i]
        through = token.dep == "prep" and s.lower[i] in ("of", "in", "on", "from", "for")
        if not through and token.dep not in ("pobj", "conj", "appos"):
            return False
        if token.head == clause.head:
            return token.dep == "prep" and s.lower[i] in ("from", "on")
        i = token.head
    return False


def _is_mutual(s: Sentence, told: frozenset[int]) -> bool:
    """"Each other", "one another", "mutual": two actors are spoken of together."""
    for i in told:
        following = s.lower[i + 1] if i + 1 < len(s.lower) else ""
        if s.lower[i] in ("each", "one") and following in ("other", "another"):
            return True
        if s.lower[i] in ("mutual", "mutually", "reciprocal"):
            return True
    return False


def _worth(s: Sentence, scales: Scales, i: int) -> int:
    """1 for the better, -1 for the worse, 0 for a word without worth."""
    token, lemma = s.tokens[i], s.tokens[i].lemma.lower()
    if token.pos in ("NOUN",):
        kinds = scales.nouns.get(lemma, frozenset())
        if lemma in scales.frames["burden"] or kinds & {"strain", "chill", "low"}:
            return -1
        return 1 if lemma in scales.frames["boon"] or kinds & {"thaw", "high"} else 0
    if token.pos in ("ADJ", "ADV", "VERB"):
        meaning = scales.adjectives.get(s.lower[i]) if token.pos != "VERB" else scales.verbs.get(lemma)
        return {"better": 1, "worse": -1}.get(meaning or "", 0)
    return 0
