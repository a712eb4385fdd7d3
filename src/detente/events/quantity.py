"""How many: the number that goes with what an event acts on (people killed, diplomats expelled, troops sent, money given)."""

from __future__ import annotations

import re

from detente.clauses.tokens import Clause, Sentence
from detente.clauses.words import words

_WORDS = {
    w: n
    for n, words in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
    for w in (words,)
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 10**12,
    "m": 1_000_000,
    "bn": 1_000_000_000,
    "mn": 1_000_000,
    "dozen": 12,
    "k": 1_000,
}
_DIGITS = re.compile(r"^[$€£]?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(m|bn|mn|k)?$", re.I)
_UNITS = words("day week month year hour minute percent % km mile kilometre kilometer metre meter time degree")


def read_number(words: list[str]) -> float | None:
    """Value of number words in order: ["twenty", "-", "five"], ["1.5", "million"]; None when they are no number."""
    total, current, seen = 0.0, 0.0, False
    for word in words:
        w = word.lower()
        match = _DIGITS.match(w)
        if match:
            value = float(match[1].replace(",", "") + (match[2] or ""))
            current = current + value if current and value < 100 and not seen else value
            if match[3]:
                current *= _SCALES[match[3].lower()]
            seen = True
        elif w in _WORDS:
            current, seen = current + _WORDS[w], True
        elif w in _SCALES:
            current, seen = (current or 1) * _SCALES[w], True
            if _SCALES[w] >= 1000:
                total, current = total + current, 0.0
        elif w in ("-", "and", "$", "€", "£", "a", "us$"):
            continue
        else:
            return None
    return total + current if seen else None


def find_quantity(clause: Clause | None, s: Sentence, used: tuple[int, ...]) -> float | None:
    """The number of what is acted on, in the unit's own number; None when none is told."""
    heads: list[int] = []
    if clause is not None:
        heads += [*clause.heads("object"), *clause.heads("indirect")]
    heads += used
    if clause is not None and clause.passive is False and not heads:
        heads += list(clause.heads("subject"))
    for head in heads:
        value = _target(s, head)
        if value is not None:
            return value
    for head in heads:
        value = _counted(s, head)
        if value is not None:
            return value
    if clause is not None:
        for argument in clause.arguments:
            if argument.role.startswith("prep:") and argument.role not in (
                "prep:in",
                "prep:on",
                "prep:by",
                "prep:at",
                "prep:since",
                "prep:after",
            ):
                value = _counted(s, argument.head)
                if value is not None:
                    return value
    return None


def _target(s: Sentence, head: int) -> float | None:
    """ "an increase to 9 persons" counts 9."""
    parent = s.tokens[head].head
    for base in (head, parent):
        if s.tokens[base].lemma not in (
            "increase",
            "reduce",
            "cut",
            "raise",
            "reduction",
            "expand",
            "limit",
            "lower",
            "decrease",
            "rise",
            "cap",
        ):
            continue
        for p in s.children[base]:
            if s.lower[p] == "to":
                for k in s.children[p]:
                    value = _counted(s, k)
                    if value is not None:
                        return value
    return None


def _counted(s: Sentence, head: int) -> float | None:
    token = s.tokens[head]
    if token.lemma.lower() in _UNITS:
        return None
    if token.pos == "NUM" or token.lemma.lower() in ("million", "billion", "thousand"):
        return _number_at(s, head)
    for k in s.children[head]:
        if s.tokens[k].dep in ("nummod", "quantmod") and s.tokens[k].pos in ("NUM", "NOUN"):
            value = _number_at(s, k)
            if value is not None:
                return value
    for k in s.children[head]:
        if s.tokens[k].dep in ("conj", "appos") and s.tokens[k].pos in ("NOUN", "PROPN", "NUM"):
            continue
        if s.tokens[k].dep == "prep" and s.lower[k] in ("of", "worth"):
            for j in s.children[k]:
                value = _counted(s, j)
                if value is not None:
                    return value
        if s.tokens[k].dep in ("compound", "nmod", "amod") and s.tokens[k].pos == "NUM":
            value = _number_at(s, k)
            if value is not None:
                return value
    return None


def _number_at(s: Sentence, i: int) -> float | None:
    if re.match(r"^(19|20)\d\d$", s.tokens[i].text) and (s.tokens[i].dep != "nummod" or _is_year(s, i)):
        return None
    words = [
        s.tokens[k].text for k in s.subtree(i) if s.tokens[k].pos in ("NUM", "SYM") or s.lower[k] in _SCALES or s.lower[k] in ("-", "and")
    ]
    return read_number(words)


def _is_year(s: Sentence, i: int) -> bool:
    """ "the 2003 invasion", "2011 protests": no number of anything, unlike "2000 soldiers"."""
    if i == 0 or s.lower[i - 1] in ("the", "in", "of", "since", "its", "their", "'s"):
        return True
    return i + 1 < len(s.tokens) and s.tokens[i + 1].pos in ("ADJ", "PROPN")
