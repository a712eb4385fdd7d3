"""Rows of the tables -> name entries: every way of writing every actor and place, with its code and the days it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from detente.errors import LexiconError
from detente.lexicon.names import NameEntry, NameKind, is_acronym, tokenize_name
from detente.lexicon.sectors import TRANSNATIONAL, split_code
from detente.lexicon.tables import Row

# Among entries of equal tokens the lower rank wins: what stands for an actor comes before what is only a place.
_RANK: Mapping[NameKind, int] = {
    "none": 0, "country": 10, "demonym": 11, "organisation": 12, "group": 13, "organ": 14, "seat": 15,
    "person": 20, "capital": 30, "place": 31,
}
# A bare "Johnson" of two countries on one day is the head of state or government before a minister.
_OFFICE_RANK: Mapping[str, int] = {"head of state": 0, "head of government": 0, "foreign minister": 1, "defence minister": 2, "other": 3}
_OUT_OF_OFFICE = 5
# A surname alone is read as this person only around the terms: the press names candidates for some three years before a term by it, and
# former leaders for some ten after. Chosen by hand; a full name has no such bounds.
_BARE_BEFORE, _BARE_AFTER = timedelta(days=3 * 365), timedelta(days=10 * 365)


def _entries(
    names: Iterable[str], code: str, kind: NameKind, display: str, start: date | None = None, end: date | None = None
) -> list[NameEntry]:
    sector, rank = split_code(code)[1], _RANK[kind]
    return [NameEntry(tokenize_name(name), code, kind, sector, start, end, display, is_acronym(name), False, rank) for name in names]


def country_entries(rows: Iterable[Row]) -> Iterator[NameEntry]:
    """Names, demonyms and capitals of today's states."""
    for row in rows:
        code, display = row.text("code"), row.text("name")
        yield from _entries({display: None} | dict.fromkeys(row.values("names")), code, "country", display)
        yield from _entries(row.values("demonyms"), code, "demonym", display)
        capitals = row.values("capital")
        if capitals:
            yield from _entries(capitals, code, "capital", capitals[0])


def former_state_entries(rows: Iterable[Row]) -> Iterator[NameEntry]:
    """Former states and former names, which stand for today's code."""
    for row in rows:
        code, display, start, end = row.text("code"), row.text("name"), row.day("from"), row.day("to")
        yield from _entries((display, *row.values("names")), code, "country", display, start, end)
        yield from _entries(row.values("demonyms"), code, "demonym", display, start, end)


def place_entries(rows: Iterable[Row]) -> Iterator[NameEntry]:
    """Places; a row marked ambiguous is documentation, not an entry."""
    for row in rows:
        if not row.flag("ambiguous"):
            display = row.text("name")
            yield from _entries((display, *row.values("names")), row.text("country"), "place", display)


def plain_entries(rows: Iterable[Row], kind: NameKind) -> Iterator[NameEntry]:
    """Tables with name, names, code, from, to: seats, organisations, groups, named organs."""
    for row in rows:
        display = row.text("name")
        yield from _entries((display, *row.values("names")), row.text("code"), kind, display, row.day("from"), row.day("to"))


def extra_entries(rows: Iterable[Row]) -> Iterator[NameEntry]:
    """The free table of names: any kind, ``none`` among them, which has no code. Raises LexiconError for a row without its code."""
    for row in rows:
        kind: NameKind = row.text("kind")  # type: ignore[assignment]  # the column's choices are the kinds
        if (kind == "none") == bool(row.text("code")):
            raise LexiconError("a name of kind none has no code, every other kind needs one", where=f"{row.where}, column code",
                               hint="give a code as BLRGOV, or kind none")
        yield from plain_entries((row,), kind)


def person_entries(rows: Iterable[Row]) -> Iterator[NameEntry]:
    """One entry a term and way of writing, and one for the time out of office (country + ELI).

    A row without both days (office ``other`` only) holds always. Raises LexiconError where a term has no first day.
    """
    people: dict[str, list[Row]] = {}
    for row in rows:
        if row.day("from") is None and row.text("office") != "other":
            raise LexiconError("a term needs its first day", where=f"{row.where}, column from", hint="leave the row out if it is not known")
        people.setdefault(row.text("name"), []).append(row)
    for display, terms in people.items():
        yield from _terms(display, terms)


def _terms(display: str, terms: Sequence[Row]) -> Iterator[NameEntry]:
    full = dict.fromkeys([display, *(spelling for row in terms for spelling in row.values("spellings"))])
    bare = dict.fromkeys(surname for row in terms for surname in row.values("surname"))
    written = [(tokenize_name(name), is_acronym(name), names is bare) for names in (full, bare) for name in names]
    always = False
    first: date | None = None
    last: date | None = None
    base = ""
    for row in terms:
        code, start, end = row.text("code"), row.day("from"), row.day("to")
        home, sector = split_code(code)
        base = home if not base or base[:3] in TRANSNATIONAL else base  # out of office one is of one's country, not of the organisation
        rank = _RANK["person"] + _OFFICE_RANK[row.text("office")]
        for tokens, case, is_bare in written:
            yield NameEntry(tokens, code, "person", sector, start, end, display, case, is_bare, rank)
        always = always or (start is None and end is None)
        if start is not None:
            first = start if first is None or start < first else first
        known_end = end or date.max
        last = known_end if last is None or known_end > last else last
    if always:
        return
    from_day = first - _BARE_BEFORE if first else None
    to_day = None if last is None or last > date(9000, 1, 1) else last + _BARE_AFTER
    rank = _RANK["person"] + _OUT_OF_OFFICE
    for tokens, case, is_bare in written:
        bounds = (from_day, to_day) if is_bare else (None, None)
        yield NameEntry(tokens, base + "ELI", "person", "ELI", *bounds, display, case, is_bare, rank)


# Which table's rows make which entries, in the order in which they are indexed.
ENTRY_MAKERS: Mapping[str, Callable[[Iterable[Row]], Iterator[NameEntry]]] = {
    "countries": country_entries,
    "former_states": former_state_entries,
    "seats": partial(plain_entries, kind="seat"),
    "places": place_entries,
    "organisations": partial(plain_entries, kind="organisation"),
    "groups": partial(plain_entries, kind="group"),
    "named_organs": partial(plain_entries, kind="organ"),
    "leaders": person_entries,
    "names": extra_entries,
}
