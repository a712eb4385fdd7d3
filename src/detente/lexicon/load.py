"""Loads the lexicon: the tables that ship with Detente, with a desk's folders on top, checked and indexed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path

from detente.errors import LexiconError
from detente.lexicon import schema
from detente.lexicon.entries import ENTRY_MAKERS
from detente.lexicon.lookup import Lexicon, Membership, Organ, index_names
from detente.lexicon.names import NameEntry
from detente.lexicon.sectors import TRANSNATIONAL, sector_groups, split_code
from detente.lexicon.tables import Column, Row, merge_rows, read_table

DATA = Path(__file__).parent / "data"
# What the first letters of a code without a country mean, for display.
_TRANSNATIONAL_NAMES = {"IGO": "international organisation", "NGO": "non-governmental organisation", "IMG": "international militant group",
                        "MNC": "multinational company"}


def load_lexicon(folders: Sequence[Path] = ()) -> Lexicon:
    """The lexicon, with the tables of these folders (the later, the stronger) added and overruling.

    The same folders with unchanged files give the same object. Raises LexiconError for the first wrong row of any table.
    """
    places = tuple(Path(folder) for folder in folders)
    return _load(places, tuple(_stamp(place) for place in (DATA, *places)))


def _stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    if not folder.is_dir():
        raise LexiconError("there is no such folder", where=str(folder), hint="make it, or take it out of the settings")
    return tuple((path.name, (stat := path.stat()).st_mtime_ns, stat.st_size) for path in sorted(folder.glob("*.tsv")))


@lru_cache(maxsize=8)
def _load(folders: tuple[Path, ...], stamps: tuple[tuple[tuple[str, int, int], ...], ...]) -> Lexicon:
    for folder in folders:
        _check_files(folder)
    tables = {table.name: _rows(table.name, table.columns, table.key, folders) for table in schema.TABLES}
    problems = next(wrong_codes(tables), None)
    if problems is not None:
        raise problems
    by_first, by_tokens, lengths = index_names(chain.from_iterable(make(tables[name]) for name, make in ENTRY_MAKERS.items()))
    organs = _organs(tables["organs"])
    return Lexicon(
        names=by_first,
        organs=organs,
        country_codes=frozenset(row.text("code") for row in tables["countries"]),
        sector_names={row.text("sector"): row.text("name") for row in tables["sectors"]},
        code_names=_code_names(tables),
        memberships={row.text("code"): memberships(row) for row in tables["organisations"] if row.values("members")},
        version=_version(folders),
        rows=tables,
        read_rows=lru_cache(maxsize=32)(partial(_read_rows, folders=folders)),
        _by_tokens=by_tokens,
        _lengths=lengths,
        _before_names=_words_before_names(organs, by_tokens),
        _first_names=frozenset(key[0] for key, found in by_tokens.items() if len(key) == 2 and found[0].kind == "person"),
    )


def _check_files(folder: Path) -> None:
    """A desk's file whose name is no table's would be silently without effect."""
    known = sorted(path.stem for path in DATA.glob("*.tsv"))
    for path in sorted(folder.glob("*.tsv")):
        if path.stem not in known:
            raise LexiconError("is no table of the lexicon", where=str(path), hint="tables are " + ", ".join(known))


def _rows(name: str, columns: Sequence[Column], key: Sequence[str], folders: Iterable[Path]) -> list[Row]:
    rows = read_table(DATA / f"{name}.tsv", columns, key=key)
    for folder in folders:
        path = folder / f"{name}.tsv"
        if path.is_file():
            rows = merge_rows(rows, read_table(path, columns, key=key, overlay=True), key)
    return rows


def _read_rows(name: str, columns: Sequence[Column], key: Sequence[str], *, folders: tuple[Path, ...]) -> list[Row]:
    return _rows(name, columns, key, folders)


def _organs(rows: Iterable[Row]) -> dict[tuple[str, ...], Organ]:
    organs: dict[tuple[str, ...], Organ] = {}
    for row in rows:
        tokens = tuple(row.text("phrase").lower().replace("-", " - ").split())
        organs[tokens] = Organ(tokens, row.text("sector"), row.text("kind"), row.text("note"))  # type: ignore[arg-type]  # a choice column
    return organs


def _words_before_names(organs: Iterable[tuple[str, ...]], by_tokens: Mapping[tuple[str, ...], list[NameEntry]]) -> frozenset[str]:
    """Last words of offices ("minister", "general") and one-word names of countries, organisations and groups."""
    offices = {tokens[-1] for tokens in organs}
    return frozenset(offices | {key[0] for key, found in by_tokens.items() if len(key) == 1 and found[0].kind not in ("person", "place")})


def _code_names(tables: Mapping[str, list[Row]]) -> dict[str, str]:
    names = dict(_TRANSNATIONAL_NAMES)
    for row in chain(tables["groups"], tables["organisations"]):
        base, sectors = split_code(row.text("code"))
        if base[:3] in TRANSNATIONAL and not sectors:
            names.setdefault(base, row.text("name"))
    names.update((row.text("code"), row.text("name")) for row in tables["countries"])
    return names


def memberships(row: Row) -> tuple[Membership, ...]:
    """Of a row of organisations. Raises LexiconError."""
    found = []
    for member in row.values("members"):
        code, _, days = member.partition(":")
        start, _, end = days.partition(":")
        try:
            found.append(Membership(code, date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None))
        except ValueError:
            raise LexiconError(f"{member!r} cannot stand here", where=f"{row.where}, column members",
                               hint="allowed: a country code, with first and last day where known, as GBR:1973-01-01:2020-01-31") from None
    return tuple(found)


def wrong_codes(tables: Mapping[str, list[Row]]) -> Iterator[LexiconError]:
    """Codes whose country, organisation or sector no table has. New transnational codes come from organisations and groups."""
    bases = {row.text("code") for row in tables["countries"]} | set(TRANSNATIONAL)
    coined = (row.text("code") for row in chain(tables["organisations"], tables["groups"]))
    bases |= {split_code(code)[0] for code in coined if code[:3] in TRANSNATIONAL}
    sectors = {row.text("sector") for row in tables["sectors"]}
    seen: set[str] = set()
    for name, column in (("former_states", "code"), ("seats", "code"), ("places", "country"), ("organisations", "code"), ("groups", "code"),
                         ("named_organs", "code"), ("leaders", "code"), ("names", "code"), ("organs", "sector")):
        for row in tables[name]:
            code = row.text(column)
            if code in seen or not code:
                continue
            base, groups = ("", code) if column == "sector" else split_code(code)
            where = f"{row.where}, column {column}"
            if base and base not in bases:
                yield LexiconError(f"{code!r} begins with no country or organisation of the lexicon", where=where,
                                   hint="allowed: the codes of countries.tsv, organisations.tsv, and IGO, NGO, IMG, MNC")
            elif not sectors.issuperset(sector_groups(groups)):
                yield LexiconError(f"{code!r} has an unknown sector", where=where, hint="allowed: " + ", ".join(sorted(sectors)))
            elif column != "sector":
                seen.add(code)


def _version(folders: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for folder in (DATA, *folders):
        for path in sorted(folder.glob("*.tsv")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        digest.update(b"\1")
    return digest.hexdigest()[:12]

