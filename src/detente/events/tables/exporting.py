"""Events out: the project's own table (Parquet or CSV), PLOVER JSON lines, GDELT-like columns; of articles or an imported table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations, product
from pathlib import Path
from typing import Any, Literal, get_args

import duckdb

from detente.errors import TableError
from detente.events.tables.columns import TABLE_COLUMNS
from detente.events.tables.gdelt import GDELT_1
from detente.events.tables.reading import quoted
from detente.types import Article, Event

ExportFormat = Literal["table", "plover", "gdelt"]
EXPORTS: tuple[ExportFormat, ...] = get_args(ExportFormat)
BATCH = 10_000

# A CAMEO root for classes that came without a code, so that GDELT's readers find one: PLOVER's own table, read the other way.
_ROOTS = {
    **{"AGREE": "030", "CONSULT": "040", "SUPPORT": "050", "COOPERATE": "060", "AID": "070", "CONCEDE": "080", "RETREAT": "084"},
    **{"REQUEST": "100", "ACCUSE": "110", "REJECT": "120", "THREATEN": "130", "PROTEST": "140", "MOBILIZE": "150", "SANCTION": "160"},
    **{"COERCE": "170", "ASSAULT": "180"},
}
# Quads as GDELT numbers them, by CAMEO root: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.
_QUADS = "CASE WHEN root <= 5 THEN 1 WHEN root <= 8 THEN 2 WHEN root <= 13 THEN 3 ELSE 4 END"


def event_rows(events: Iterable[Event], articles: Mapping[str, Article]) -> Iterator[dict[str, Any]]:
    """Events from articles as rows of the table: one for each actor with each recipient, or each two sides of a reciprocal event.

    A span stands on its middle day; events without a day are left out. Codes keep their sectors."""
    for event in events:
        if event.date_start is None:
            continue
        end = max(event.date_start, event.date_end or event.date_start)
        day = event.date_start + timedelta(days=(end - event.date_start).days // 2)
        sides = list(product(event.actor, event.recipient)) if event.recipient else list(combinations(event.actor, 2))
        sides = sides or [(event.actor[0] if event.actor else "", event.recipient[0] if event.recipient else "")]
        first = articles.get(event.mentions[0].article) if event.mentions else None
        for actor, recipient in sides:
            yield {
                "date": day.isoformat(), "actor": actor, "recipient": recipient, "plover": event.plover, "cameo": event.cameo,
                "intensity": event.intensity, "count": 1, "mentions": len(event.mentions), "mode": event.mode or "",
                "contexts": ";".join(event.contexts), "actor_name": "", "recipient_name": "", "source": "articles", "source_id": event.id,
                "url": first.url if first else "", "file": first.file if first else "", "id": event.id,
            }  # fmt: skip


def load_rows(rows: Iterable[Mapping[str, Any]]) -> Any:
    """A DuckDB connection with the rows as the table ``source``."""
    con = duckdb.connect()
    con.execute(f"CREATE TABLE source ({', '.join(f'{name} {kind}' for name, kind in TABLE_COLUMNS.items())})")
    batch: list[tuple[Any, ...]] = []
    insert = f"INSERT INTO source VALUES ({', '.join('?' * len(TABLE_COLUMNS))})"
    for row in rows:
        batch.append(tuple(row[name] for name in TABLE_COLUMNS))
        if len(batch) == BATCH:
            con.executemany(insert, batch)
            batch.clear()
    if batch:
        con.executemany(insert, batch)
    return con


def load_parts(parts: Sequence[Path]) -> Any:
    """A DuckDB connection with an imported table as the view ``source``."""
    con = duckdb.connect()
    con.execute(f"CREATE VIEW source AS SELECT * FROM read_parquet([{', '.join(map(quoted, parts))}], union_by_name = true)")
    return con


def write_events(con: Any, out: Path, format: ExportFormat) -> int:
    """Write ``source``, ordered by day and id; gives back how many rows. Raises TableError.

    table: Parquet, or CSV where the name ends so. plover: JSON lines. gdelt: 58 columns, tab-separated, no header."""
    if format not in EXPORTS:
        raise TableError(f"no format {format!r}", hint=f"one of: {', '.join(EXPORTS)}")
    try:
        if format == "table":
            _write_table(con, out)
        elif format == "gdelt":
            _write_gdelt(con, out)
        else:
            _write_plover(con, out)
        return int(con.execute("SELECT count(*) FROM source").fetchone()[0])
    except (duckdb.Error, OSError) as error:
        raise TableError(f"cannot be written: {str(error).splitlines()[0][:200]}", where=str(out), hint="is the folder there?") from error


def _harmless(column: str) -> str:
    """A text that a spreadsheet would run (=cmd) without its first signs."""
    return f"regexp_replace({column}, '^[=+@\\-\\t]+', '')"


def _write_table(con: Any, out: Path) -> None:
    text = ("actor_name", "recipient_name", "source_id", "url", "file", "contexts", "mode")
    csv = out.suffix.lower() == ".csv"
    columns = ", ".join(f"{_harmless(c)} AS {c}" if csv and c in text else c for c in TABLE_COLUMNS)
    kind = "FORMAT csv, HEADER" if csv else "FORMAT parquet, COMPRESSION zstd"
    con.execute(f"COPY (SELECT {columns} FROM source ORDER BY date, id, actor, recipient) TO {quoted(out)} ({kind})")


def _write_plover(con: Any, out: Path) -> None:
    """One object a line, by PLOVER's names of fields; what is not known is left out."""
    found = con.execute(f"SELECT {', '.join(TABLE_COLUMNS)} FROM source ORDER BY date, id, actor, recipient")
    with out.open("w", encoding="utf-8", newline="\n") as stream:
        while rows := found.fetchmany(BATCH):
            for values in rows:
                stream.write(json.dumps(_plover(dict(zip(TABLE_COLUMNS, values, strict=True))), ensure_ascii=False) + "\n")


def _plover(row: Mapping[str, Any]) -> dict[str, Any]:
    contexts = [c.strip() for c in row["contexts"].split(";") if c.strip()]
    given = {
        "id": row["id"], "date": row["date"].isoformat(), "source": [row["actor"]] if row["actor"] else [],
        "target": [row["recipient"]] if row["recipient"] else [], "event": row["plover"], "mode": row["mode"], "context": contexts,
        "cameo": row["cameo"], "intensity": row["intensity"], "count": row["count"], "sourceText": row["actor_name"],
        "targetText": row["recipient_name"], "url": row["url"], "publication": row["source"], "publicationId": row["source_id"],
    }  # fmt: skip
    return {key: value for key, value in given.items() if value not in ("", [])}


def _write_gdelt(con: Any, out: Path) -> None:
    roots = " ".join(f"WHEN '{plover}' THEN '{cameo}'" for plover, cameo in _ROOTS.items())
    made = {
        "GLOBALEVENTID": "try_cast('0x' || id AS UBIGINT)", "SQLDATE": "strftime(date, '%Y%m%d')", "MonthYear": "strftime(date, '%Y%m')",
        "Year": "year(date)", "FractionDate": "printf('%.4f', year(date) + (month(date) * 30 + day(date)) / 365.0)",
        "IsRootEvent": "1", "EventCode": "code", "EventBaseCode": "code[:3]", "EventRootCode": "code[:2]", "QuadClass": _QUADS,
        "GoldsteinScale": "intensity", "NumMentions": "mentions", "NumSources": "NULL", "NumArticles": "mentions",
        "DATEADDED": "strftime(date, '%Y%m%d')", "SOURCEURL": f"{_harmless('url')}",
    }  # fmt: skip
    for number, side in ((1, "actor"), (2, "recipient")):
        base = f"CASE WHEN {side}[:3] IN ('IGO', 'NGO', 'IMG', 'MNC') THEN 6 ELSE 3 END"
        made |= {
            f"Actor{number}Code": side,
            f"Actor{number}Name": f"upper({_harmless(side + '_name')})",
            f"Actor{number}CountryCode": f"CASE WHEN {base} = 3 THEN {side}[:3] END",
            f"Actor{number}KnownGroupCode": f"CASE WHEN {base} = 6 THEN {side}[4:6] END",
            **{f"Actor{number}Type{n}Code": f"nullif({side}[{base} + {3 * n - 2}:{base} + {3 * n}], '')" for n in (1, 2, 3)},
        }
    columns = ", ".join(f"{made.get(name, 'NULL')} AS {name}" for name in GDELT_1)
    rows = (
        "SELECT *, try_cast(code[:2] AS INTEGER) AS root "
        f"FROM (SELECT *, coalesce(nullif(cameo, ''), CASE plover {roots} END, '010') AS code FROM source)"
    )
    text = "FORMAT csv, DELIMITER '\t', QUOTE '', ESCAPE '', HEADER false"
    con.execute(f"COPY (SELECT {columns} FROM ({rows}) ORDER BY date, id, actor, recipient) TO {quoted(out)} ({text})")
