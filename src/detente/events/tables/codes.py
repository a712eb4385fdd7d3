"""What published names and codes stand for, as tables of a DuckDB connection: countries, organisations, sectors and CAMEO codes.

The lexicon is the one source (countries.tsv, former_states.tsv, organisations.tsv, events_codes.tsv); data/ holds only what published
tables write otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from detente.events.tables.columns import PLOVER_CLASSES, PLOVER_NAMES
from detente.lexicon import Lexicon
from detente.lexicon.tables import Column, Row, read_table

DATA = Path(__file__).parent / "data"
CODES = (
    *(Column("cameo", required=True), Column("plover", "choice", True, tuple(PLOVER_CLASSES)), Column("mode"), Column("contexts", "list")),
    Column("goldstein", "number", True),
)
_PAIRS = (Column("raw", required=True), Column("code"))


def make_code_tables(con: Any, lexicon: Lexicon, countries: str) -> None:
    """Make the tables country, organisation, grouped, sector, cameo, plover. countries: "code", "name" or "either" (a Format's)."""
    _fill(con, "country(raw VARCHAR, code VARCHAR)", _first(_countries(lexicon, countries)))
    _fill(con, "organisation(raw VARCHAR, code VARCHAR)", _first(_organisations(lexicon)))
    _fill(con, "grouped(raw VARCHAR, code VARCHAR)", _first(_pairs("group_codes")))
    columns = [*_PAIRS[:1], Column("kind", "choice", True, ("code", "text")), Column("sector", "code", required=True)]
    sectors = read_table(DATA / "sectors.tsv", columns, key=("raw",))
    rows = [(row.text("raw").casefold(), row.text("sector"), rank) for rank, row in enumerate(sectors)]
    _fill(con, "sector(raw VARCHAR, sector VARCHAR, rank INTEGER)", rows)
    _fill(con, "cameo(cameo VARCHAR, plover VARCHAR, mode VARCHAR, contexts VARCHAR, goldstein DOUBLE)", _cameo(lexicon))
    _fill(con, "plover(raw VARCHAR, plover VARCHAR)", PLOVER_NAMES.items())


def _fill(con: Any, table: str, rows: Iterable[Sequence[Any]]) -> None:
    con.execute(f"CREATE OR REPLACE TEMP TABLE {table}")
    found = [tuple(row) for row in rows]
    name, width = table.split("(")[0], len(found[0])
    con.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * width)})", found)


def _first(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Each name once, in small letters: where two rows have it, the first counts."""
    found: dict[str, str] = {}
    for raw, code in pairs:
        found.setdefault(raw.casefold(), code)
    return list(found.items())


def _countries(lexicon: Lexicon, kind: str) -> Iterator[tuple[str, str]]:
    if kind != "name":
        yield from ((code, code) for code in sorted(lexicon.country_codes))
        yield from _pairs("country_codes")
    if kind != "code":
        yield from _pairs("country_names")
        for table in ("countries", "former_states"):
            rows = lexicon.table(table)
            yield from ((row.text("name"), row.text("code")) for row in rows)  # full names before the others: "Congo" is one of two
            yield from ((name, row.text("code")) for row in rows for name in row.values("names"))


def _organisations(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    rows = lexicon.table("organisations")
    yield from ((row.text("name"), row.text("code")) for row in rows)
    yield from ((name, row.text("code")) for row in rows for name in row.values("names"))


def _pairs(table: str) -> Iterator[tuple[str, str]]:
    return ((row.text("raw"), row.text("code")) for row in read_table(DATA / f"{table}.tsv", _PAIRS, key=("raw",)))


def _cameo(lexicon: Lexicon) -> Iterator[tuple[str, str, str, str, float]]:
    rows: list[Row] = lexicon.table("events_codes", CODES, ("cameo",))
    for row in rows:
        yield row.text("cameo"), row.text("plover"), row.text("mode"), ";".join(row.values("contexts")), row.number("goldstein") or 0.0
