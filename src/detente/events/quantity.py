"""How many: the number that goes with what an event acts on (people killed, diplomats expelled, troops sent, money given)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.clauses.tokens import Clause, Sentence
from detente.clauses.words import words
from detente.events.number_words import GROUPS, SCALES, is_number, read_number

__all__ = ["find_quantity", "read_number"]

# What these count is time, length or share, not what an event acts on; nor do an age, a rank or the sides themselves measure it.
_UNITS = words(
    """day week month year hour minute second decade century percent % per cent percentage pc km kilometre kilometer mile metre meter
    foot degree time night weekend a.m. p.m. am pm o'clock round stage phase fold point third fifth count charge occasion front
    january february march april may june july august
    september october november december monday tuesday wednesday thursday friday saturday sunday"""
)
_SIDES = words("country nation state side party government neighbour neighbor ally power capital counterpart")
# Those who act for a side are counted where they are acted on, not where they act.
_OFFICES = words("leader president minister king premier chancellor prince emir sultan pope senator lawmaker official envoy")
# Where something happens or since when: numbers there are dates and places.
_ELSEWHERE = frozenset(f"prep:{p}" for p in ("in", "by", "at", "since", "after", "before", "during", "until", "within", "near", "under"))
_TARGETS = words("increase reduce cut raise reduction expand limit lower decrease rise cap bring enlarge boost double grow swell")
# "Attacked the city, killing 23": the dead measure it where nothing else does, before the hurt.
_KILLING = words("kill slay murder massacre shoot behead execute drown")
_HURTING = words("wound injure hurt maim")
_DYING = words("die perish")
_BESIDE = ("advcl", "conj", "xcomp", "ccomp", "parataxis")
_YEAR = re.compile(r"^(1[5-9]|20)\d\d$")
# Numbers after these are years, ages and names ("aged 14", "Resolution 1973", "Article 5").
_NAMING_DEPS = ("nummod", "appos", "npadvmod", "quantmod", "compound", "nmod", "amod")


def find_quantity(clause: Clause | None, s: Sentence, used: tuple[int, ...]) -> float | None:
    """The number of what is acted on, in the unit's own number; None when none is told.

    clause: the event's own, or None where a noun tells it. used: tokens of the nouns the rule consumed.
    """
    heads: list[int] = []
    if clause is not None:
        heads += [*clause.heads("object"), *clause.heads("indirect")]
    heads += used
    subjects = (
        [k for k in clause.heads("subject") if s.tokens[k].lemma not in _OFFICES] if clause is not None and not clause.passive else []
    )
    found = _first(_target(s, head) for head in heads)
    found = found if found is not None else _first(_counted(s, head) for head in heads or subjects)
    if found is not None or clause is None:
        return found
    around = [a for a in clause.arguments if a.role.startswith("prep:") and a.role not in _ELSEWHERE and _may_count(s, a.role, a.head)]
    found = _first(_counted(s, a.head, of=a.role != "prep:for") for a in around)
    found = found if found is not None else _first(_killed(s, clause.head, verbs) for verbs in (_KILLING | _DYING, _HURTING))
    found = found if found is not None else _first(_beside_named(s, head) for head in heads)
    found = found if found is not None else _first(_carried(s, head) for head in heads)
    found = found if found is not None else _first(_upon(s, head) for head in heads)
    return found if found is not None else _first(_counted(s, head) for head in subjects if not _both(s, head))


def _first(values: Iterator[float | None]) -> float | None:
    return next((value for value in values if value is not None), None)


def _may_count(s: Sentence, role: str, head: int) -> bool:
    """After "on" only what is several: "sanctions on 17 firms", not "on 3 July"."""
    return role != "prep:on" or s.tokens[head].tag == "NNS"


def _killed(s: Sentence, head: int, verbs: frozenset[str]) -> float | None:
    """The dead or hurt told of beside an attack: ", killing 23", "and killed 23", "; five people died"."""
    above = s.tokens[head].head
    if s.tokens[head].dep in ("ccomp", "parataxis") and (value := _fallen(s, above, verbs)) is not None:
        return value
    for k in s.children[head]:
        if s.tokens[k].dep in _BESIDE and s.tokens[k].pos == "VERB":
            for j in (k, *s.children[k]):
                if (j == k or s.tokens[j].dep in _BESIDE) and (value := _fallen(s, j, verbs)) is not None:
                    return value
    return None


def _fallen(s: Sentence, verb: int, verbs: frozenset[str]) -> float | None:
    lemma = s.tokens[verb].lemma.lower()
    slots = ("nsubj",) if lemma in _DYING else ("dobj", "nsubjpass")
    return _first(_counted(s, j) for j in s.children[verb] if s.tokens[j].dep in slots) if lemma in verbs else None


def _carried(s: Sentence, head: int) -> float | None:
    """ "A ship with 20 sailors", "a tanker carrying thirteen men": those aboard are taken or freed with it."""
    for k in s.children[head]:
        if (s.lower[k] in ("with", "carrying") and s.tokens[k].dep in ("prep", "acl")) or s.lower[k] == "containing":
            value = _first(_counted(s, j) for j in s.children[k] if s.tokens[j].dep in ("pobj", "dobj"))
            if value is not None:
                return value
    return None


def _beside_named(s: Sentence, head: int) -> float | None:
    """ "Arrested the mayor and 11 others": those counted beside one who is named."""
    return _first(_counted(s, k) for k in s.children[head] if s.tokens[k].dep == "conj" and s.tokens[k].tag in ("NNS", "CD"))


def _upon(s: Sentence, head: int) -> float | None:
    """ "Sanctions on 17 firms", "an attack against two bases": whom the noun is laid upon."""
    pobjs = (k for p in s.children[head] if s.lower[p] in ("on", "against", "upon") for k in s.children[p] if s.tokens[k].tag == "NNS")
    return _first(_counted(s, k) for k in pobjs)


def _target(s: Sentence, head: int) -> float | None:
    """ "an increase to 9 persons" counts 9."""
    parent = s.tokens[head].head
    for base in (head, parent):
        if s.tokens[base].lemma not in _TARGETS:
            continue
        for p in s.children[base]:
            if s.lower[p] == "to":
                value = _first(_counted(s, k) for k in s.children[p])
                if value is not None:
                    return value
    return None


def _counted(s: Sentence, head: int, *, of: bool = True) -> float | None:
    """The number that a noun phrase tells of its head, or (with ``of``) of what stands after "of" and "worth"."""
    token = s.tokens[head]
    lemma = token.lemma.lower()
    if lemma in _UNITS:
        return None
    if token.pos == "NUM" or (is_number(token.text) and lemma not in GROUPS):
        return None if _of_time(s, head) else _number_at(s, head)
    several = _SIDES if token.tag == "NNS" else frozenset()
    if lemma in GROUPS and any(s.lower[k] == "of" for k in s.children[head]):
        number = _first(_number_at(s, k) for k in s.children[head] if s.tokens[k].dep == "nummod")
        return GROUPS[lemma] * (number or 1) if token.tag != "NNS" or number else None
    if lemma in several:
        return None
    for k in s.children[head]:
        if k < head and s.tokens[k].dep in ("nummod", "quantmod") and is_number(s.tokens[k].text):
            value = _number_at(s, k)
            if value is not None:
                return value
    for k in s.children[head]:
        if of and s.tokens[k].dep == "prep" and s.lower[k] in ("of", "worth"):
            value = _first(_counted(s, j) for j in s.children[k])
            if value is not None:
                return value
        if k < head and s.tokens[k].dep in _NAMING_DEPS and (value := _modifying(s, k)) is not None:
            return value
    return 2.0 if _both(s, head) else None


def _both(s: Sentence, head: int) -> bool:
    """ "Expelled both attaches"; as a subject it only says that each of two did."""
    return s.tokens[head].tag == "NNS" and any(s.lower[k] == "both" and k < head for k in s.children[head])


def _modifying(s: Sentence, k: int) -> float | None:
    """A number within a modifier: "a 12,000-strong force", "a 40-million-dollar grant"; not "a 20-year-old man"."""
    below = s.subtree(k)
    if any(s.tokens[j].lemma.lower() in _UNITS or s.lower[j] == "old" for j in below):
        return None
    if s.tokens[k].pos == "NUM":
        return _number_at(s, k)
    if s.lower[k].endswith("strong"):
        found = re.match(r"^([\d,]+)-strong$", s.lower[k])
        return read_number([found[1]]) if found else _first(_number_at(s, j) for j in below if is_number(s.tokens[j].text))
    if s.tokens[k].lemma.lower() in ("dollar", "euro", "pound", "ton", "tonne", "member", "man"):
        return _first(_number_at(s, j) for j in s.children[k] if is_number(s.tokens[j].text))
    return None


def _of_time(s: Sentence, head: int) -> bool:
    """ "July 3", "at 4 p.m.", "one of", "aged 14": a number that stands for itself and counts none of them."""
    before = s.lower[head - 1] if head else ""
    return before in ("aged", "age", "article", "resolution", "no.", "number", "flight", "group") or before in _UNITS


def _number_at(s: Sentence, i: int) -> float | None:
    """The number a token begins, with the words of it around; the lower one of a range."""
    if _YEAR.match(s.tokens[i].text) and (s.tokens[i].dep != "nummod" or _is_year(s, i)):
        return None
    first = last = i
    while first > 0 and _belongs(s, first - 1, first):
        first -= 1
    while last + 1 < len(s.tokens) and _belongs(s, last + 1, last):
        last += 1
    found = [s.tokens[k].text for k in range(first, last + 1)]
    if found[0].lower() == "hundred" and first > 0 and s.lower[first - 1] in ("several", "few", "many", "some"):
        return None
    if found[0].lower() in SCALES and first > 0 and s.lower[first - 1] in ("several", "few", "many"):
        return None
    lower = _range_start(s, first, found)
    return lower if lower is not None else read_number(found)


def _belongs(s: Sentence, k: int, beside: int) -> bool:
    """Whether a token beside a number is a part of it: a number word, a hyphen or "and" between two of them, "a" before a half or scale."""
    word = s.lower[k]
    if is_number(word) or word in ("$", "€", "£"):
        return not (_is_digits(word) and _is_digits(s.lower[beside]))
    if word in ("-", "and") and 0 < k < len(s.tokens) - 1:
        other = s.lower[k + 1] if k > beside else s.lower[k - 1]
        near = s.lower[beside]
        if word == "-":
            return is_number(other) and is_number(near) and not (_is_digits(other) and _is_digits(near))
        left, right = (near, other) if k > beside else (other, near)
        return (left in ("hundred", "thousand", "million") and is_number(right)) or (right in ("a", "half") and is_number(left))
    if word == "a":
        other = s.lower[k + 1] if k > beside else s.lower[k - 1] if k else ""
        return "half" in (other, s.lower[beside]) or (k > beside and other in SCALES)
    return False


def _is_digits(word: str) -> bool:
    return word[:1].isdigit() or word[-1:].isdigit()


def _range_start(s: Sentence, first: int, found: list[str]) -> float | None:
    """The lower end of "4 to 6", "40-50", "between 40 and 50", "1.1 to 1.5 million"."""
    if first < 2 or s.lower[first - 1] not in ("to", "or", "-", "–", "and") or not is_number(s.lower[first - 2]):
        return None
    between = first > 2 and s.lower[first - 3] in ("between", "from")
    if s.lower[first - 1] == "and" and not between:
        return None
    scale = [w for w in found if w.lower() in SCALES and SCALES[w.lower()] >= 1000]
    low = [s.tokens[first - 2].text]
    return read_number([*low, *scale] if low[0].lower() not in SCALES else low)


def _is_year(s: Sentence, i: int) -> bool:
    """ "the 2003 invasion", "2011 protests": no number of anything, unlike "2000 soldiers"."""
    if i == 0 or s.lower[i - 1] in ("the", "in", "of", "since", "its", "their", "'s"):
        return True
    return i + 1 < len(s.tokens) and s.tokens[i + 1].pos in ("ADJ", "PROPN")
