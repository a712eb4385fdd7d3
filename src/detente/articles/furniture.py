"""Tells the furniture of a page from its text, by the table ``data/furniture.tsv``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from detente.articles.dates import is_day_or_month, parse_published
from detente.articles.tables import rows

# Characters. Lines of furniture are short; nothing longer is ever taken away, whatever a pattern says.
LONGEST_FURNITURE = 160
_NAME_WORDS = 12  # words of a photo credit, source or category: "AP Photo/Jane Smith for the Example News Service, file" has 9
_SMALL = {
    "and", "for", "in", "of", "the", "de", "da", "di", "van", "von", "der", "den", "al", "bin", "at", "le", "la", "el", "и", "i", "und",
}  # fmt: skip
HEADINGS = ("section", "insert", "weak-section")
_EDGES = re.compile(r"^[\s#>*_=~–—•·|-]+|[\s#*_=~•·|:›»-]+$")
_SEGMENTS = re.compile(r"\s+[|•·/–—-]\s+|\s*\|\s*")


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line that is not text: its kind (see the table; ``date`` for a bare date line), its value and the moment it states."""

    kind: str
    value: str = ""
    moment: datetime | None = None


@cache
def _table() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple((re.compile(row["pattern"], re.IGNORECASE), row["kind"], row["where"]) for row in rows("furniture"))


@cache
def _any_row() -> re.Pattern[str]:
    """All rows in one pattern: most lines are text, and are told so at once."""
    kept = (row["pattern"] for row in rows("furniture") if row["kind"] != "credit-inline")
    return re.compile("|".join(f"(?:{pattern.replace('(?P<value>', '(?:')})" for pattern in kept), re.IGNORECASE)


def classify(line: str, *, head: bool = False, tail: bool = False) -> Furniture | None:
    """What kind of furniture a line is, or None for text. A bare date is furniture in the head only."""
    if not line or len(line) > LONGEST_FURNITURE:
        return None
    if head:
        moment = parse_published(line)
        if moment:
            return Furniture("date", line, moment)
    bare = _EDGES.sub("", line)
    if not bare:
        return Furniture("drop")  # a rule of dashes or stars
    if not _any_row().fullmatch(bare) and not _any_row().fullmatch(line):
        return None
    for pattern, kind, where in _table():
        if kind == "credit-inline" or (where == "head" and not head) or (where == "tail" and not tail):
            continue
        found = pattern.fullmatch(bare) or (pattern.fullmatch(line) if kind.startswith("credit") else None)
        if found:
            made = _with_value(kind, found)
            if made:
                return made
    return None


def inline_credit(line: str) -> tuple[str, str]:
    """A caption without the "(Photo by NAME)" at its end, and the name; the line and '' where it has none."""
    for pattern, kind, _ in _table():
        found = pattern.search(line) if kind == "credit-inline" and line[-1:] in ")]" else None
        if found and found.start() > 0:
            return line[: found.start()].rstrip(), found["value"].strip()
    return line, ""


def head_line(line: str) -> tuple[Furniture, ...]:
    """A line of the head, taken apart: ``By Jane Smith | 25 July 2016`` holds two pieces. Empty for text."""
    whole = classify(line, head=True)
    if whole:
        return (whole,)
    pieces = [p for p in _SEGMENTS.split(line) if p] if len(line) <= LONGEST_FURNITURE else []
    if not 2 <= len(pieces) <= 5:
        return ()
    found = [classify(p, head=True) for p in pieces]
    if not any(f and f.moment for f in found) or any(f is None and len(p.split()) > 4 for f, p in zip(found, pieces, strict=True)):
        return ()
    # a clock on its own belongs to the date beside it
    for i, piece in enumerate(pieces[1:], 1):
        before = found[i - 1]
        if found[i] is None and before and before.kind in ("date", "published"):
            joined = parse_published(f"{before.value} {piece}")
            if joined:
                found[i - 1] = Furniture(before.kind, before.value, joined)
    unnamed = next((p for f, p in zip(found, pieces, strict=True) if f is None and is_name(p)), "")
    kept = tuple(f for f in found if f)
    return (*kept, Furniture("byline", unnamed)) if unnamed and not any(f.kind == "byline" for f in kept) else kept


def is_name(text: str) -> bool:
    """Whether text reads like one or several persons' names: capitalised words, two to twelve, no day or month."""
    words = text.replace(",", " ").replace("&", " ").split()
    large = [w for w in words if w.lower() not in _SMALL]
    return (
        2 <= len(words) <= _NAME_WORDS
        and len(large) >= 2
        and all(w[0].isupper() for w in large)
        and not any(c.isdigit() for c in text)
        and not any(is_day_or_month(w.strip(".,")) for w in words)
        and (text[-1] not in ".!?:;" or len(words[-1]) <= 4)
    )


def _with_value(kind: str, found: re.Match[str]) -> Furniture | None:
    value = (found.groupdict().get("value") or "").strip(" ,;:–—-|")
    if len(value.rpartition(" ")[2]) > 2:  # the full stop of an initial stays
        value = value.rstrip(".")
    match kind:
        case "published" | "updated":
            moment = parse_published(value)
            return Furniture(kind, value, moment) if moment else None
        case "byline":
            words = value.split()
            single = len(words) == 1 and value[:1].isupper() and value.isalpha() and not is_day_or_month(value)
            return Furniture(kind, value) if single or is_name(value) else None
        case "credit-whole":
            return Furniture("credit", found.group().strip("()[] "))
        case "credit" | "source" | "category":
            sentence = found.group()[-1] in ".!?" and len(value.split()) > 4
            return Furniture(kind, value) if value and len(value.split()) <= _NAME_WORDS and not sentence else None
        case _:
            return Furniture(kind, value)
