"""The lines and the JSON of ``detente lexicon``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from detente.cli.lexicon_checks import CheckReport, Known
from detente.lexicon import NameEntry
from detente.lexicon.checking import Change
from detente.lexicon.located import Located
from detente.lexicon.tables import REMOVE, Cell, Row
from detente.lexicon.two_meanings import TwoMeanings


def check_lines(report: CheckReport) -> Iterator[str]:
    """A report for people: wrong rows first."""
    own = f", of them the desk's: {len(report.changes)} in {', '.join(map(str, report.folders))}" if report.folders else ""
    yield f"{report.name}: {report.tables} tables, {report.rows} rows{own}"
    for problem in report.problems:
        yield f"  WRONG      {problem.where}: {problem.what}"
        yield f"             mend it: {problem.hint}"
    for change in report.changes:
        yield f"  {change.what:<10} {change.row.where}: {change.key}{_difference(change)}"
    for pair in report.two_meanings:
        yield f"  two meanings of “{pair.name}”{_days(pair.start, pair.end)}: {_side(pair.first)}; {_side(pair.second)}: {_taken(pair)}"


def _difference(change: Change) -> str:
    if change.what == "adds":
        cells = [f"{name} {_cell(cell)}" for name, cell in change.row.cells.items() if cell not in (None, ())]
        return f" ({'; '.join(cells)})"
    if change.what == "removes":
        return f" (of {', '.join(_short(row) for row in change.before)})"
    if len(change.before) > 1:
        return f" (in the place of {len(change.before)} rows: {', '.join(_short(row) for row in change.before)})"
    before, after = change.before[0].cells, change.row.cells
    names = [name for name in dict.fromkeys([*before, *after]) if name != REMOVE and before.get(name) != after.get(name)]
    parts = [f"{name}: {_cell(before.get(name)) or 'empty'} -> {_cell(after.get(name)) or 'empty'}" for name in names]
    return f" ({'; '.join(parts) or 'the same'}; was {_short(change.before[0])})"


def _short(row: Row) -> str:
    return f"{row.file.replace(chr(92), '/').rpartition('/')[2]}, line {row.line}"


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    return "|".join(cell) if isinstance(cell, tuple) else "yes" if cell is True else str(cell)


def _days(start: date | None, end: date | None) -> str:
    if start and end:
        return f", {start} to {end}"
    return f", since {start}" if start else f", until {end}" if end else ""


def _side(each: Located) -> str:
    return f"{each.entry.code} ({each.entry.kind} {each.entry.name}, {_short(each.row)})"


def _taken(pair: TwoMeanings) -> str:
    if pair.taken is not None:
        return f"{pair.taken.entry.code} is taken"
    return "neither is taken" if pair.first.entry.bare and pair.second.entry.bare else "the newer is taken"


def check_json(report: CheckReport) -> Iterator[dict[str, Any]]:
    """A report for machines: one object a wrong row, change or name."""
    for problem in report.problems:
        yield {"of": report.name, "kind": "problem", "where": problem.where, "what": problem.what, "hint": problem.hint}
    for change in report.changes:
        yield {"of": report.name, "kind": change.what, "table": change.table, "key": change.key, "where": change.row.where,
               "before": [row.where for row in change.before], "cells": {n: _cell(c) for n, c in change.row.cells.items()}}  # fmt: skip
    for pair in report.two_meanings:
        yield {"of": report.name, "kind": "two meanings", "name": pair.name, "start": _iso(pair.start), "end": _iso(pair.end),
               "meanings": [_entry_json(each) for each in (pair.first, pair.second)],
               "taken": pair.taken.entry.code if pair.taken else None}  # fmt: skip


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _entry_json(each: Located) -> dict[str, Any]:
    entry = each.entry
    return {"code": entry.code or None, "kind": entry.kind, "name": entry.name, "office": each.row.text("office") or None,
            "start": _iso(entry.start), "end": _iso(entry.end), "written": " ".join(entry.tokens), "short": entry.bare,
            "table": each.table, "where": each.row.where, "note": each.row.text("note")}  # fmt: skip


def known_json(known: Known) -> dict[str, Any]:
    """All that is known of a word, as one object."""
    meant = known.meant
    return {
        "word": known.word,
        "on": _iso(known.on),
        "meant": {"code": meant.code or None, "kind": meant.kind, "name": meant.name} if meant else None,
        "actors": [_entry_json(each) for each in known.actors],
        "organ": {"phrase": " ".join(known.organ[0].tokens), "sector": known.organ[0].sector, "kind": known.organ[0].kind,
                  "where": known.organ[1].where} if known.organ else None,
        "coder": [{"table": u.table, "where": u.where, "role": u.role, "says": u.says, "plover": u.plover or None, "cameo": u.cameo or None}
                  for u in known.uses],
        "near": known.near,
    }  # fmt: skip


def known_lines(known: Known) -> Iterator[str]:
    """The same for people."""
    yield known.word
    if named := _code_named(known):
        yield f"  code       {named}"
    if known.actors or known.meant:
        yield f"  means      {_meant(known)}"
    for each in _without_repeats(known.actors):
        office = f", {office}" if (office := each.row.text("office")) and office != "other" else ""
        note = f"; {note}" if (note := each.row.text("note")) else ""
        out = ", out of office" if _is_out_of_office(each) else ""
        short = ", short for" if each.entry.bare else ","
        said = f"{each.entry.kind}{short} {each.entry.name}: {_code(known, each.entry)}{office}{out}"
        yield f"  name       {said}{_days(each.entry.start, each.entry.end)}{note}  [{_short(each.row)}]"
    if known.organ:
        organ, row = known.organ
        of = "" if row.text("phrase").lower() == known.word.lower() else f" (by “{' '.join(organ.tokens)}”)"
        yield f"  organ      a {organ.kind} of sector {organ.sector}, of the country named beside it{of}  [{_short(row)}]"
    for use in known.uses:
        comes = f" -> {use.plover} {use.cameo}" if use.cameo else ""
        yield f"  {use.role + ':':<10} {use.says}{comes}  [{use.where.replace(chr(92), '/').rpartition('/')[2]}]"
    if not known.is_known:
        yield "  unknown" + (f"; did you mean {', '.join(known.near)}?" if known.near else ", and nothing is written nearly so")


def _code_named(known: Known) -> str:
    named = known.lexicon.display_name(known.word)
    return f"of {named}" if named != known.word else ""


def _is_out_of_office(each: Located) -> bool:
    return each.table == "leaders" and each.entry.code.endswith("ELI") and each.row.text("code") != each.entry.code


def _code(known: Known, entry: NameEntry) -> str:
    return f"{entry.code} ({known.lexicon.display_name(entry.code)})" if entry.code else "no actor: these words are skipped"


def _meant(known: Known) -> str:
    day = f"on {known.on}" if known.on else "today or on no given day"
    if known.meant is None:
        return f"nobody {day}: not in use then, two of equal office at once, or not written with its capitals"
    return f"{_code(known, known.meant)} {day}"


def _without_repeats(found: Iterable[Located]) -> list[Located]:
    """One line a meaning, though a name may be listed under two spellings that fold alike."""
    kept: dict[tuple[object, ...], Located] = {}
    for each in found:
        entry = each.entry
        kept.setdefault((entry.code, entry.kind, entry.name, entry.start, entry.end, entry.bare), each)
    return list(kept.values())
