"""Date expressions in a sentence: where they stand and which days they mean.

Patterns over the text alone, no parser: a sentence without a date word costs one pass of one pattern.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from detente.events.date_expression import DateExpression, Role
from detente.events.date_patterns import ROWS, kinds_in
from detente.events.date_readings import Reading
from detente.events.date_words import Span, part_of, shift_days

# Words before a bare year that make it a date; "of" is looked at apart ("the treaty of 1991" dates the treaty).
_YEAR_AFTER = frozenset({
    "in", "since", "until", "till", "by", "from", "during", "throughout", "around", "circa", "before", "after", "between",
    "late", "early", "mid", "to", "and", "through", "back", "as", "year", "ago", "or", "already", "only", "early-", "beginning",
    "end", "start", "middle",
})  # fmt: skip
_DETERMINERS = frozenset(["the", "a", "an", "its", "their", "his", "her", "this", "that", "our", "these", "those"])
# Nouns that a number of four digits counts.
_COUNTED = re.compile(
    r"\s+(?:people|persons|soldiers|troops|men|women|children|votes|seats|dollars|euros|pounds|roubles|rubles|tonnes|tons|barrels|km|miles|"
    r"metres|meters|kilometres|feet|cases|deaths|workers|refugees|migrants|prisoners|officers|police|vehicles|tanks|words|pages|metric|"
    r"times)\b"
)
_PART = re.compile(
    r"\b(?:(?:in|at|by|since|until|from|towards?|on)\s+)?(?:the\s+)?(?:(?P<early>early|beginning|start|outset|first\s+(?:days|weeks))"
    r"|(?P<mid>mid|middle)|(?P<late>late|end|close))(?:\s+(?:of|in|on)\s+(?:the\s+)?|[-\s]+(?:the\s+)?)$",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"\b(?P<w>on|in|at|for|to|effective|by|since|until|till|up\s+to|through|throughout|during|over|from|after|before|between|as\s+of|back\s+in"
    r"|around|about"
    r"|within|(?:as\s+)?(?:early|late|recently|far\s+back|long\s+ago)\s+as|ahead\s+of|starting|earlier\s+in|later\s+in|earlier|later"
    r"|(?:early|late)(?:\s+on)?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ROLES: dict[str, Role] = {
    "since": "since", "as of": "since", "starting": "since", "until": "until", "till": "until", "up to": "until", "by": "by",
    "before": "before", "ahead of": "before", "after": "after", "for": "for", "to": "for", "effective": "for",
}  # fmt: skip
_JOIN = re.compile(r"\s*(?:to|until|till|through|and|-|–|—)\s*(?:the\s+)?", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“‘«](?P<d>[^\"“”’»]{3,80})[\"”’»]|(?<!\w)'(?P<s>[^']{3,80})'(?!\w)")
_MODIFIED = re.compile(r"['’]s?\s+(?=\w)|['’]s?$")
# How far around a phrase its context is read: longer than any of the words looked for.
_WINDOW = 80
_NO_NOUN = (
    r"\s+(?!(?:and|or|to|by|in|on|at|of|for|with|from|as|when|after|before|until|but|that|which|who|the|a|an|is|was|were|are|has|had|have"
    r"|will|would|it|its|they|he|she|this|against|over|near|between|said|says)\b)"
)
_NOUN_AFTER = re.compile(_NO_NOUN + "[a-z]")

_NAME_OR_NOUN = re.compile(_NO_NOUN + r"\w")


def find_dates(text: str, published: date | None) -> list[DateExpression]:
    """Every date phrase of a sentence, in order. published: the day words like "yesterday" count from; without it they give nothing."""
    kinds = kinds_in(text)
    if not kinds:
        return []
    found: list[tuple[int, int, Reading]] = []
    taken = bytearray(len(text))  # one flag a character: read already
    for m in _QUOTED.finditer(text):
        if _is_title(m["d"] or m["s"]):
            taken[m.start() : m.end()] = b"\1" * (m.end() - m.start())
    for needs, pattern, reader in ROWS:
        if needs.isdisjoint(kinds):
            continue
        for m in pattern.finditer(text):
            start, end = m.span()
            if any(taken[start:end]):
                continue
            reading = reader(m, published)
            if reading is not None:
                found.append((start, end, reading))
                taken[start:end] = b"\1" * (end - start)
    found.sort(key=lambda f: f[0])
    out: list[DateExpression] = []
    for start, end, reading in found:
        e = _in_context(text, start, end, reading, published)
        if e is not None:
            out.append(e)
    return _joined(text, out, published)


def _is_title(words: str) -> bool:
    """A name in quotes ('Trafficking in 2016'): capitalised, no sentence's comma or full stop at its end, its longer words capitalised."""
    longer = [w for w in re.findall(r"[^\W\d_]+", words) if len(w) > 3]
    return words[0].isupper() and words[-1] not in ".,!?" and bool(longer) and all(w[0].isupper() for w in longer)


def _in_context(text: str, start: int, end: int, r: Reading, published: date | None) -> DateExpression | None:
    """The phrase with the words before it that bound or divide it; None where it is no date after all."""
    window = max(0, start - _WINDOW)
    before, after = text[window:start], text[end : end + _WINDOW]
    past, future, role, kind, precision = r.past, r.future, "at", r.kind, r.precision
    begin, part = start, None
    if kind in ("history-marker", "duration", "vague"):
        if past is None and kind == "vague":
            return None
        return DateExpression(start, end, past and past[0], past and past[1], precision, kind, future, r.shift)  # type: ignore[arg-type]
    divided = _PART.search(before)
    if divided and precision in ("day", "week", "month", "year", "decade", "season"):
        begin = window + divided.start()
        part = next(k for k, v in divided.groupdict().items() if v)
        lead = _PREFIX.match(divided.group().split()[0] + " ") or _PREFIX.search(text[window:begin])
        before_word = _ROLES.get(" ".join(lead["w"].lower().split()), "at") if lead else "at"
        if lead and begin and not divided.group().lower().startswith(lead["w"].lower()):
            begin = window + lead.start()
        role = before_word
        past, future = past and part_of(past, part, precision), future and part_of(future, part, precision)
        if re.search(r"\b(?:end|close|beginning|start|outset)\b", divided.group(), re.IGNORECASE) and role in ("until", "by", "since"):
            past, future = r.past, r.future  # until the end of August: to its last day; since the start of the year: from its first
    else:
        if text[start : start + 4].lower() == "the " and kind == "relative" and text[start:end].lower().split()[1:] == [precision]:
            return None  # "of the year" without its start or end
        lead = _PREFIX.search(before)
        if lead:
            begin, role = window + lead.start(), _ROLES.get(" ".join(lead["w"].lower().split()), "at")
    if precision == "year" and kind == "absolute" and part is None:
        status = _year_status(before, after)
        if status is None:
            return None
        if status == "modifier":
            return DateExpression(start, end, past and past[0], past and past[1], "year", "modifier", past)
    bare_name = text[start:end]
    if precision == "month" and part is None and lead is None and bare_name.isalpha() and bare_name[0].isupper():
        if _MODIFIED.match(after) and bare_name not in ("May", "March"):
            return DateExpression(start, end, past and past[0], past and past[1], "month", "modifier", future)
        if re.search(r"\b(?:the|a|an|its|their|his|her|['’]s)\s+$", before, re.IGNORECASE) and _NOUN_AFTER.match(after):
            return DateExpression(start, end, past and past[0], past and past[1], "month", "modifier", future)
        joined = re.search(r"(?:\bto|\band|\bof|\bmid|\bnext|\blast)[\s-]+$", before, re.IGNORECASE)
        if not joined:
            return None
    bare = kind == "relative" and past != future
    attributive = lead is None and part is None and bare_name.lower() == "weekend" and _NOUN_AFTER.match(after)
    if kind != "anaphoric" and (_MODIFIED.match(after) or attributive):
        kind, role, begin = "modifier", "at", start if part is None else begin
    elif kind in ("absolute", "relative") and part is None and _modifies_noun(before, after, precision):
        kind, role, begin = "modifier", "at", start
    past, future = _bounded(past, future, role, published, kind)
    if kind == "anaphoric":
        return DateExpression(begin, end, None, None, precision, kind, past, r.shift, role)  # type: ignore[arg-type]
    if past is None and future is None:
        return None
    first, last = past or (None, None)
    return DateExpression(begin, end, first, last, precision, kind, future, r.shift, role, bare)  # type: ignore[arg-type]


def _bounded(past: Span | None, future: Span | None, role: str, p: date | None, kind: str) -> tuple[Span | None, Span | None]:
    """Since, until, by and after make spans with the day of publication; a past span never ends after it."""
    if p is None or kind == "anaphoric":
        return past, future
    unbounded = past  # "the past year" means the same days in any tense
    if role in ("since", "after") and past:
        past = (past[0], max(p, past[0])) if role == "since" else (past[1], max(p, past[1]))
    elif role == "until":
        end = future if future and future[1] >= p else None
        past = future = (p, end[1]) if end else None
    elif role == "by" and future:
        future = (min(p, future[1]), future[1])
    elif role == "before":
        past = future = None
    if past and past[0] < p < past[1] and role != "until":
        past = past[0], p
    if future and future[0] < p <= future[1] and kind == "relative" and future != unbounded:
        future = p, future[1]
    return past, future


def _modifies_noun(before: str, after: str, precision: str) -> bool:
    """"The 19 February slaying", "his April 8 decision", "the Monday raid": an article before, a noun after."""
    words = before.split()
    if precision not in ("day", "span") or not words:
        return False
    return (words[-1].lower() in _DETERMINERS or words[-1].endswith(("'s", "’s"))) and bool(_NAME_OR_NOUN.match(after))


def _year_status(before: str, after: str) -> str | None:
    """Whether four digits are a year that dates the clause ("stated"), a noun ("modifier"), or no year (None)."""
    words = before.split()
    word = words[-1].lower().strip("(,;") if words else ""
    if _COUNTED.match(after):
        return None
    if word in _YEAR_AFTER:
        return "stated"
    if not words or before.endswith("("):
        return "stated" if after[:1] in (",", ")") else None
    if word == "of":
        return "modifier"
    if (word in _DETERMINERS or word.endswith(("'s", "’s", "s'"))) and re.match(r"\s+\w", after):
        return "modifier"
    return None


def _joined(text: str, found: list[DateExpression], p: date | None) -> list[DateExpression]:
    """"From May 9 to May 13", "Monday and Tuesday", "since 2008 and until 2010": two dates that make one span."""
    out: list[DateExpression] = []
    for e in found:
        last = out[-1] if out else None
        if last and e.first and e.last and last.first and last.last and e.kind != "modifier" and last.kind != "modifier":
            between = text[last.end : e.start] + (text[e.start : e.end].split()[0] + " " if e.role in ("until", "for") else "")
            if _JOIN.fullmatch(between) and last.precision == e.precision and (last.bare or not e.bare):
                first, end = last.first, e.last
                if last.bare and not any(c.isdigit() for c in text[last.start : last.end]) and e.precision == "day":
                    first = shift_days(end, -((end.weekday() - first.weekday()) % 7))  # from Monday to Wednesday last week
                if first > end and last.bare:
                    years_back = [d for y in range(first.year - 8, end.year + 1) if (d := _same_day(first, y)) and d <= end]
                    first = max(years_back, default=first) if e.precision != "day" or (e.last - e.first).days else first
                ahead = (last.planned[0], e.planned[1]) if last.planned and e.planned and last.planned[0] <= e.planned[1] else None
                if first <= end:
                    out[-1] = replace(last, end=e.end, first=first, last=end, precision="span", planned=ahead)
                    continue
        out.append(e)
    return out


def _same_day(d: date, year: int) -> date | None:
    try:
        return d.replace(year=year)
    except ValueError:
        return None
