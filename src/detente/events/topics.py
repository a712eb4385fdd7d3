"""What a noun is about: the topics of events_topics.tsv, through compounds and frames."""

from __future__ import annotations

from collections.abc import Sequence

from detente.clauses.tokens import Sentence
from detente.events.rules import Rules

_NOMINAL = ("NOUN", "PROPN", "VERB", "NUM", "ADJ", "SYM")


def topics_of(s: Sentence, head: int, rules: Rules) -> frozenset[str]:
    """Topics of the noun at a token; a compound ("peace talks") before the bare noun."""
    token = s.tokens[head]
    if token.pos not in _NOMINAL:
        return frozenset()
    lemma = token.lemma.lower()
    if head > 1 and s.tokens[head - 1].text == "-" and (hyphened := rules.topics.get(f"{s.lower[head - 2]}-{lemma}")):
        return hyphened  # "cease-fire", "pull-out": the parser takes them apart
    if head > 0:
        pair = f"{s.tokens[head - 1].lemma.lower()} {lemma}"
        if pair in rules.two_words:
            return rules.topics[pair]
    if head + 2 < len(s.tokens) and s.lower[head + 1] == "of":
        phrase = f"{lemma} of {s.tokens[head + 2].lemma.lower()}"
        if phrase in rules.two_words:
            return rules.topics[phrase]
    found = rules.topics.get(lemma) if token.tag != "VBG" else rules.topics.get(s.lower[head]) or rules.topics.get(lemma)
    if found is None and lemma.endswith("s"):  # the lemmatiser leaves capitalised plurals alone
        found = rules.topics.get(lemma[:-1])
    return found or frozenset()


def object_topics(s: Sentence, objects: Sequence[int], rules: Rules) -> dict[str, int]:
    """Topic -> token, for objects and, through frames like "a series of attacks", what they frame."""
    out: dict[str, int] = {}
    for head in objects:
        heads = [head, *(k for k in s.children[head] if s.tokens[k].dep == "conj")]
        for p in s.children[head]:
            if s.lower[p] == "of" and not topics_of(s, head, rules):
                heads += [k for k in s.children[p] if s.tokens[k].dep == "pobj"]
        for i in heads:
            for topic in topics_of(s, i, rules):
                out.setdefault(topic, i)
    return out
