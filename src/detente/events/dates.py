"""Which date belongs to an event: the words of its own clause, of the clause around it, of the sentence before, or the day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from detente.clauses.tokens import Sentence
from detente.events.date_expression import DateExpression
from detente.events.date_phrases import find_dates
from detente.events.date_words import Span, shift, unit_of

__all__ = ["DateExpression", "DatedAs", "date_event", "find_dates"]


@dataclass(frozen=True, slots=True)
class DatedAs:
    """first, last: inclusive days (None: not known). source: ``stated`` by words of the text, or the day ``published``. why: one sentence."""

    first: date | None
    last: date | None
    source: Literal["stated", "published"] | None
    why: str


# Dependencies that open a clause below another word.
_CLAUSE_DEPS = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "pcomp", "parataxis"})
_SPEECH = frozenset(
    "say tell report announce state claim add note write declare explain confirm maintain stress argue insist reveal disclose recall "
    "comment reply describe quote acknowledge admit believe estimate allege assert show see".split()
)
# Verbs that carry an event noun and whose date is the noun's, and the other way round.
_LIGHT = frozenset(
    "hold have carry conduct launch stage see take make begin start open end mark witness kill injure wound hit leave cut bring cause follow "
    "host attend join be become come occur happen erupt break continue".split()
)
_WHILE = frozenset({"when", "as", "while", "where", "whereupon"})
_ANAPHORIC_START = re.compile(r"\W*(?:and\s+|but\s+)?(?:in|on|at|during|by|from)?\s*", re.IGNORECASE)


def date_event(
    s: Sentence, head: int, expressions: Sequence[DateExpression], published: date | None, *, future: bool, carried: Span | None
) -> DatedAs:
    """Date the event whose predicate is token ``head`` of a parsed sentence.

    expressions: ``find_dates(s.text, published)``. future: the event is to come, so "on Monday" is the next one. carried: the dates of the
    event before, used only where the words point back ("later", "the same day", "two days earlier"). Conventions: evals/gold/README.md.
    """
    if expressions:
        places = {id(e): _Place.of(s, e) for e in expressions}
        marked = _remembered(s, head, expressions, places, published)
        if marked is not None:
            return marked
        for e, why in _candidates(s, head, expressions, places):
            dated = _resolved(s, head, e, why, expressions, published, future, carried)
            if dated is not None:
                return dated
    if published is None:
        return DatedAs(None, None, None, "no date words and no day of publication")
    return DatedAs(published, published, "published", f"published: no date words belong to it, so the day of publication {published}")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a phrase hangs in the tree. word: the token it depends on. owner: the predicate of its clause. depth: nouns in between."""

    top: int
    word: int
    owner: int
    depth: int

    @classmethod
    def of(cls, s: Sentence, e: DateExpression) -> _Place:
        a, b = s.start + e.start, s.start + e.end
        inside = {t.i for t in s.tokens if t.start < b and t.end > a and not t.text.isspace()}
        tops = [i for i in inside if (s.tokens[i].head not in inside or s.tokens[i].head == i) and s.tokens[i].pos != "PUNCT"]
        top = min(tops or inside or {0}, key=lambda i: (_height(s, i), i))
        word = s.tokens[top].head
        owner, depth = _owner(s, top)
        return cls(top, word, owner, depth)


def _height(s: Sentence, i: int) -> int:
    n = 0
    while s.tokens[i].head != i and n < len(s.tokens):
        i, n = s.tokens[i].head, n + 1
    return n


def _is_predicate(s: Sentence, i: int) -> bool:
    t = s.tokens[i]
    return t.pos == "VERB" or t.head == i or t.dep in _CLAUSE_DEPS or (t.pos == "AUX" and not t.dep.startswith("aux"))


def _owner(s: Sentence, i: int) -> tuple[int, int]:
    """The predicate whose clause token i stands in, and how many nouns lie between."""
    depth = 0
    while s.tokens[i].head != i:
        i = s.tokens[i].head
        if _is_predicate(s, i):
            return i, depth
        depth += s.tokens[i].pos in ("NOUN", "PROPN")
    return i, depth


def _clause_head(s: Sentence, head: int) -> int:
    return head if _is_predicate(s, head) else _owner(s, head)[0]


def _candidates(
    s: Sentence, head: int, expressions: Sequence[DateExpression], places: dict[int, _Place]
) -> list[tuple[DateExpression, str]]:
    """The phrases that may date the event, best first, each with how it belongs to it."""
    out: list[tuple[DateExpression, str]] = []
    usable = [e for e in expressions if e.kind != "history-marker"]

    def own(predicate: int, how: str) -> None:
        here = [e for e in usable if places[id(e)].owner == predicate and _reaches(s, e, places[id(e)], predicate, head)]
        here.sort(key=lambda e: _rank(e, places[id(e)]))
        out.extend((e, how) for e in here)

    if not _is_predicate(s, head):
        below = set(s.subtree(head))
        noun = [e for e in usable if places[id(e)].word in below and (places[id(e)].owner == _owner(s, head)[0])]
        noun.sort(key=lambda e: _rank(e, places[id(e)]))
        out.extend((e, "") for e in noun)
    clause = _clause_head(s, head)
    own(clause, "")
    opening = [e for e in usable if e.kind != "modifier" and _opens(s, e) and not _under_relative(s, clause)]
    first = [e for e in opening if not (_owner_is_deeper(s, places[id(e)].owner, clause))]
    speech: list[tuple[DateExpression, str]] = []
    out.extend((e, "at the head of the sentence") for e in first)
    i = clause
    for _ in range(8):
        t = s.tokens[i]
        if t.head == i:
            break
        up = t.head
        if not _is_predicate(s, up):
            if t.dep in ("relcl", "acl"):
                modifiers = [e for e in usable if places[id(e)].word == up]
                out.extend((e, "of the noun it belongs to") for e in modifiers)
                if t.dep == "relcl" and not _during(s, i):
                    break
            i = _owner(s, up)[0]
            own(i, "of the clause around it")
            continue
        if t.dep == "advcl" and not _same_time(s, i):
            break
        if t.dep in ("ccomp", "parataxis") and s.tokens[up].lemma in _SPEECH:
            before = len(out)
            own(up, "on the verb of speaking; nothing else dates it")
            speech, out = speech + out[before:], out[:before]
        elif t.dep in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "parataxis", "csubj"):
            own(up, "of the clause around it")
        i = up
    out.extend(_from_conjunct(s, clause, usable, places))
    return out + speech


def _rank(e: DateExpression, place: _Place) -> tuple[bool, bool, int, int, int]:
    fineness = ("day", "week", "month", "span", "season", "year", "decade").index(e.precision)
    return e.kind == "duration", e.kind in ("anaphoric", "vague"), place.depth, fineness, e.start


def _reaches(s: Sentence, e: DateExpression, place: _Place, predicate: int, head: int) -> bool:
    """Whether a phrase of the predicate's clause dates it: one that modifies a noun does so only for that noun, its subject or a light verb."""
    if e.kind != "modifier" or place.word == predicate:
        return True
    if place.word == head:
        return True
    noun = place.word if s.tokens[place.word].pos in ("NOUN", "PROPN") else s.tokens[place.word].head
    if head != predicate:
        return noun == head
    dep, light = s.tokens[noun].dep, s.tokens[predicate].lemma in _LIGHT
    if e.precision in ("year", "month") or e.kind != "modifier":
        return light and dep in ("nsubj", "nsubjpass", "dobj", "attr")
    return dep in ("nsubj", "nsubjpass") or (light and dep in ("dobj", "attr"))


def _opens(s: Sentence, e: DateExpression) -> bool:
    """A phrase before the first verb, at the head of the sentence or after a joining word."""
    return len(re.findall(r"\w+", s.text[: e.start])) <= 1 and (e.end >= len(s.text) or bool(re.match(r"[\s,(]", s.text[e.end :])))


def _owner_is_deeper(s: Sentence, owner: int, clause: int) -> bool:
    """Whether the phrase belongs to a clause below the event's (``After Russia invaded in 2014, the EU ...``)."""
    t = s.tokens[owner]
    return owner != clause and t.dep in ("advcl", "relcl", "acl") and clause not in s.subtree(owner)


def _under_relative(s: Sentence, i: int) -> bool:
    return s.tokens[i].dep in ("relcl", "acl") and not _during(s, i)


def _during(s: Sentence, i: int) -> bool:
    """A relative clause set in the event itself: ``riots in which``, or one under a verb that only says there was one."""
    words = [s.tokens[k].text.lower() for k in s.subtree(i)[:3]]
    return words[:2] in (["in", "which"], ["during", "which"], ["at", "which"]) or (s.tokens[i].dep == "acl" and s.tokens[i].tag == "VBG")


def _same_time(s: Sentence, i: int) -> bool:
    """An adverbial clause that shares the date of its main clause: a participle, or one with when, as, while."""
    marks = [s.tokens[k].text.lower() for k in s.children[i] if s.tokens[k].dep in ("mark", "advmod")]
    if any(m in _WHILE for m in marks):
        return True
    return s.tokens[i].tag in ("VBG", "VB") and not any(s.tokens[k].dep == "mark" for k in s.children[i])


def _from_conjunct(
    s: Sentence, clause: int, usable: Sequence[DateExpression], places: dict[int, _Place]
) -> list[tuple[DateExpression, str]]:
    """``arrested and expelled the envoy on Monday``: the first verb takes the date that closes the second when it has no object of its own."""
    out = []
    for k in s.children[clause]:
        if s.tokens[k].dep == "conj" and _is_predicate(s, k) and s.child(clause, "dobj", "prep", "ccomp", "xcomp") is None:
            out += [(e, "shared with the verb beside it") for e in usable if places[id(e)].owner == k and e.kind != "modifier"]
    return out


def _remembered(
    s: Sentence, head: int, expressions: Sequence[DateExpression], places: dict[int, _Place], published: date | None
) -> DatedAs | None:
    """History: what stands after "25 years since" or "the anniversary of" lies that long back, unless its own clause has a date."""
    for mark in expressions:
        if mark.kind != "history-marker" or s.tokens[head].start < s.start + mark.end:
            continue
        between = s.text[mark.end : s.tokens[head].start - s.start]
        if "," in between:
            continue
        clause = _clause_head(s, head)
        if any(e is not mark and e.kind in ("absolute", "relative") and places[id(e)].owner == clause and e.start >= mark.end for e in expressions):
            return None
        words = s.text[mark.start : mark.end]
        if mark.shift is None or published is None:
            return DatedAs(None, None, None, f'history: "{words}" does not say which year')
        others = [e for e in expressions if e is not mark and e.first and e.kind in ("absolute", "relative") and e.precision in ("day", "year")]
        anchor = next((e.first for e in others if e.first and e.first <= published), published)
        unit, n = mark.shift
        first, last = unit_of(shift(anchor, "year", n), unit)
        return DatedAs(first, last, "stated", f'stated: history, "{words}" counted back from {anchor} -> {_days(first, last)}')
    return None


def _resolved(
    s: Sentence, head: int, e: DateExpression, how: str, expressions: Sequence[DateExpression], published: date | None, future: bool,
    carried: Span | None,
) -> DatedAs | None:
    """The days of a phrase for this event; None where they cannot be its own (a past event after publication, an unknown anchor)."""
    words = s.text[e.start : e.end]
    if e.kind == "duration" and not future:
        return None
    ahead = future or (e.bare and e.precision == "day" and _present(s, head) and (e.last != published))
    if e.kind == "anaphoric":
        anchors = [a for x in expressions if x.end <= e.start and x.kind not in ("anaphoric", "modifier") and (a := x.resolve(future))]
        span = e.resolve(ahead, anchors[-1] if anchors else carried)
        how = how or ("counted from the date before it" if anchors or carried else "")
    else:
        span = e.resolve(ahead)
    if span is None or (published and not ahead and span[0] > published):
        return None
    first, last = span
    source: Literal["stated", "published"] = "published" if e.kind == "vague" else "stated"
    return DatedAs(first, last, source, f'{source}: "{words}"{" (" + how + ")" if how else ""} -> {_days(first, last)}')


def _present(s: Sentence, head: int) -> bool:
    """A plain present tense, which with a day of the week or month tells of a plan (``On Monday the president flies to Rome``)."""
    t = s.tokens[_clause_head(s, head)]
    if t.lemma in _SPEECH:
        return False
    return t.tag in ("VBZ", "VBP") and t.lemma not in ("be", "have")


def _days(first: date, last: date) -> str:
    return f"{first}" if first == last else f"{first}..{last}"
