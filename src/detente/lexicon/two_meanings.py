"""Names that mean two actors at the same time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from detente.lexicon.located import Located
from detente.lexicon.names import NameEntry, fold
from detente.lexicon.sectors import split_code


@dataclass(frozen=True, slots=True)
class TwoMeanings:
    """One name, two entries that hold on the same days (start to end, None open) and belong to different countries or bodies.

    taken: the one the coder takes, by kind and office; None where it takes neither (surnames of equal office) or the order decides.
    """

    name: str
    first: Located
    second: Located
    start: date | None
    end: date | None
    taken: Located | None


def two_meanings(entries: Iterable[Located]) -> Iterator[TwoMeanings]:
    """Pairs of entries written alike, valid together, of different base codes; each name's best two only."""
    by_name: dict[tuple[tuple[str, ...], bool], list[Located]] = {}
    for each in entries:
        if not _out_of_office(each):
            by_name.setdefault((tuple(map(fold, each.entry.tokens)), each.entry.case), []).append(each)
    for found in by_name.values():
        if len(found) > 1:
            found.sort(key=lambda each: each.entry.rank)
            pair = next(_pairs(found), None)
            if pair:
                yield pair


def _pairs(found: list[Located]) -> Iterator[TwoMeanings]:
    for nth, first in enumerate(found):
        for second in found[nth + 1 :]:
            a, b = first.entry, second.entry
            start, end = max(a.start or date.min, b.start or date.min), min(a.end or date.max, b.end or date.max)
            if start <= end and split_code(a.code)[0] != split_code(b.code)[0] and not _means_none(a, b):
                taken = first if a.rank < b.rank else None
                yield TwoMeanings(" ".join(a.tokens), first, second, start if start > date.min else None,
                                  end if end < date.max else None, taken)  # fmt: skip


def _out_of_office(each: Located) -> bool:
    return each.table == "leaders" and each.entry.code.endswith("ELI") and each.row.text("code") != each.entry.code


def _means_none(first: NameEntry, second: NameEntry) -> bool:
    """"none" is no second meaning: it is there to take one away."""
    return not first.code or not second.code
