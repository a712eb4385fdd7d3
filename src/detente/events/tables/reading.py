"""The lines of a published table -> rows of the project's own, in DuckDB: no row passes through Python, and what does not fit into memory
goes to disk.

Three steps: `read_lines` cuts and reads (table ``staged``), `resolve` finds codes (table ``resolved``, with the reason where a row is
rejected), `write_rows` merges the rows that tell of one event and writes Parquet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from detente.errors import TableError
from detente.events.tables.columns import TABLE_COLUMNS
from detente.events.tables.published import FIELDS, SHOWN, Format, cut_of, select_fields

MEMORY = "1GB"  # what DuckDB may hold before it writes to disk
LONGEST_LINE = 4_000_000  # bytes: a line of a published table has a few thousand
FIRST_LINE = 1_000_000  # of the first, which tells how the others are cut
YEARS = (1800, 2100)  # a day outside of them is a slip of the pen: "98-01-01" is the year 98 to a computer

_MACROS = (
    "cell(x) AS CASE WHEN x = '' OR x = 'NULL' OR x = 'None' OR x = '\"\"' THEN NULL "
    "WHEN starts_with(x, '\"') AND ends_with(x, '\"') AND length(x) > 2 THEN replace(x[2:-2], '\"\"', '\"') ELSE x END",
    f"sane(d) AS CASE WHEN year(d) BETWEEN {YEARS[0]} AND {YEARS[1]} THEN d END",
    "day_of(x) AS sane(CASE WHEN regexp_full_match(x, '[0-9]{8}') THEN try_strptime(x, '%Y%m%d')::DATE "
    "WHEN regexp_matches(x, '^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T]|$)') THEN try_cast(x[:10] AS DATE) END)",
    "whole(x) AS try_cast(x AS INTEGER)",
    "day_from(y, m, d) AS sane(try_cast(printf('%04d-%02d-%02d', whole(y), whole(m), whole(d)) AS DATE))",
    # 43 of root 4 was 043; 43 of root 43 is nothing
    "zeroed(code, root) AS CASE WHEN try_cast(root AS INTEGER) < 10 AND NOT starts_with(code, '0') "
    "AND starts_with(code, try_cast(root AS INTEGER)::VARCHAR) THEN '0' || code ELSE code END",
    # IGOUNO, and IGOEUREEC with a region between
    "organisation_in(x) AS nullif(regexp_extract(x, "
    "'^(?:IGO|NGO)(?:AFR|ASA|EUR|LAM|MEA|NAF|NMR|SAF|SAM|SAS|SEA|WAF|WST)?([A-Z]{3})', 1), '')",
)


@dataclass(frozen=True, slots=True)
class Read:
    """What became of the rows of one import. unplaced: rows in which no side is a country or known organisation; merged: rows that tell of
    an event another row has told of; before: rows of events the table had; unknown: country names that are not known, with their rows."""

    rows: int
    events: int
    rejected: int
    unplaced: int
    merged: int
    before: int
    first_day: date | None
    last_day: date | None
    unknown: tuple[tuple[str, int], ...]


def connect(folder: Path) -> Any:
    """A DuckDB database in a scratch folder, with our macros and the table of what was rejected."""
    con = duckdb.connect(str(folder / "work.duckdb"))
    con.execute(f"SET memory_limit = '{MEMORY}'")
    con.execute(f"SET temp_directory = {quoted(folder / 'spill')}")
    for macro in _MACROS:
        con.execute(f"CREATE OR REPLACE TEMP MACRO {macro}")
    columns = ", ".join(f"{name} {'DATE' if name == 'day' else 'VARCHAR'}" for name in FIELDS)
    con.execute(f"CREATE TABLE staged (file VARCHAR, part INTEGER, line BIGINT, {columns}, wrong VARCHAR, text VARCHAR)")
    con.execute("CREATE TABLE rejected (file VARCHAR, part INTEGER, line BIGINT, reason VARCHAR, text VARCHAR)")
    return con


def quoted(text: object) -> str:
    """A text as SQL writes it."""
    return "'" + str(text).replace("'", "''") + "'"


def read_lines(con: Any, form: Format, spool: Path, name: str, part: int) -> int:
    """Cut the lines of a spooled file into ``staged``; lines of a wrong length go to ``rejected``. Gives back how many lines there were.

    Raises TableError where the file is none of this format."""
    with spool.open("rb") as file:
        first = file.readline(FIRST_LINE).decode().rstrip("\n")
    if not first.strip():
        raise TableError("is empty", where=name, hint=form.about)
    cut = cut_of(form, first, name)
    split = "string_split(line, chr(9))" if cut.delimiter == "\t" else (
        "CASE WHEN contains(line, '\"') THEN regexp_extract_all(line || ',', '(\"(?:[^\"]|\"\")*\"|[^,\"]*),', 1) "
        "ELSE string_split(line, ',') END"
    )  # fmt: skip
    lines = (
        f"SELECT row_number() OVER () AS line_number, line FROM read_csv({quoted(spool)}, auto_detect = false, header = false, "
        "columns = {'line': 'VARCHAR'}, delim = '\x01', quote = '', escape = '', new_line = '\\n', "
        f"max_line_size = {LONGEST_LINE}, store_rejects = true, rejects_scan = 'reject_scans', rejects_table = 'reject_errors')"
    )
    cut_up = f"SELECT line_number, line, {split} AS f FROM ({lines}) WHERE line IS NOT NULL AND line_number > {int(cut.header)}"
    try:
        con.execute("DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans")
        (before,) = con.execute("SELECT count(*) FROM staged").fetchone()
        con.execute(f"INSERT INTO staged SELECT {quoted(name)}, {part}, * FROM ({select_fields(form, cut, cut_up)})")
        con.execute(
            f"INSERT INTO rejected SELECT {quoted(name)}, {part}, line, "
            f"CASE WHEN error_type::VARCHAR LIKE 'LINE SIZE%' THEN 'a line of over {LONGEST_LINE} bytes' ELSE 'not a line of text' END, '' "
            "FROM reject_errors"
        )
        (after, long) = con.execute("SELECT (SELECT count(*) FROM staged), (SELECT count(*) FROM reject_errors)").fetchone()
    except duckdb.Error as error:
        raise TableError(f"cannot be read: {str(error).splitlines()[0][:200]}", where=name, hint=form.about) from error
    return int(after - before + long)


def resolve(con: Any, form: Format) -> tuple[tuple[str, int], ...]:
    """``staged`` -> ``resolved``: codes of both sides, class, intensity. Gives back the country names that are not known, with counts.

    A side is an organisation by its code, else its country with a sector, else an organisation by its name."""
    if form.several:
        each = "unnest(coalesce(string_split_regex({0}_country, '\\s*[;|]\\s*'), [NULL])) AS {0}_country"
        one = f"SELECT * REPLACE ({each.format('actor')}) FROM staged"
        source = f"SELECT * REPLACE ({each.format('recipient')}) FROM ({one})"
    else:
        source = "FROM staged"
    con.execute(
        """
        CREATE OR REPLACE TEMP TABLE sectors AS
        SELECT names.raw, arg_min(sector, rank) AS sector FROM (
            SELECT DISTINCT raw, lower(trim(unnest(string_split_regex(raw, '[,;|]')))) AS one
            FROM (SELECT actor_sectors AS raw FROM staged UNION SELECT recipient_sectors FROM staged)
        ) AS names JOIN sector ON sector.raw = names.one GROUP BY ALL
        """
    )
    # a code below or above one that is known is of the same class: 1453x as 1453, 14 as 140
    known = "CASE " + " ".join(
        f"WHEN {code} IN (SELECT cameo FROM cameo) THEN {code}"
        for code in ("s.cameo", "s.cameo || '0'", "s.cameo[:-2]")
    ) + " END"  # fmt: skip
    side = "coalesce({0}_g.code, nullif({0}_c.code, '') || coalesce({0}_s.sector, ''), {0}_o.code, '')"
    joins = " ".join(
        f"LEFT JOIN grouped AS {x}_g ON {x}_g.raw = lower(s.{x}_group) "
        f"LEFT JOIN country AS {x}_c ON {x}_c.raw = lower(s.{x}_country) "
        f"LEFT JOIN sectors AS {x}_s ON {x}_s.raw = s.{x}_sectors "
        f"LEFT JOIN organisation AS {x}_o ON {x}_o.raw = lower(s.{x}_name)"
        for x in ("actor", "recipient")
    )
    statement = "regexp_full_match(s.cameo, '01[0-9]{0,2}')"
    event = ", ".join(f"coalesce(s.{name}::VARCHAR, '')" for name in form.event)
    con.execute(f"CREATE OR REPLACE TEMP TABLE known AS SELECT DISTINCT s.cameo AS raw, {known} AS cameo FROM staged AS s")
    actor, recipient = side.format("actor"), side.format("recipient")
    unknown = "s.{0}_country IS NOT NULL AND {0}_c.raw IS NULL AND {0}_g.raw IS NULL AND {0}_o.raw IS NULL AS {0}_unknown"
    con.execute(
        f"""
        CREATE OR REPLACE TABLE resolved AS
        SELECT s.file, s.part, s.line, s.day AS date, {actor} AS actor, {recipient} AS recipient,
            coalesce(plover.plover, cameo.plover, '') AS plover, coalesce(s.cameo, '') AS cameo,
            coalesce(try_cast(s.intensity AS DOUBLE), cameo.goldstein, 0) AS intensity,
            coalesce(nullif(s.mode, ''), cameo.mode, '') AS mode, coalesce(s.contexts, cameo.contexts, '') AS contexts,
            coalesce(s.actor_name, '') AS actor_name, coalesce(s.recipient_name, '') AS recipient_name,
            coalesce(s.source_id, '') AS source_id, coalesce(s.url, '') AS url,
            greatest(coalesce(whole(s.mentions), 1), 1) AS mentions,
            md5_number_lower(concat_ws(chr(31), '{form.name}', {event}, {actor}, {recipient})) AS key,
            {unknown.format("actor")}, {unknown.format("recipient")}, s.actor_country, s.recipient_country,
            coalesce(s.text, concat_ws(' | ', s.source_id, s.actor_name, s.recipient_name)[:{SHOWN}]) AS text,
            CASE WHEN s.wrong IS NOT NULL THEN s.wrong WHEN s.day IS NULL THEN 'no day that can be read'
                WHEN s.plover IS NOT NULL AND plover.plover IS NULL THEN 'unknown class ' || s.plover[:40]
                WHEN s.plover IS NULL AND s.cameo IS NULL THEN 'no class and no CAMEO code'
                WHEN s.cameo IS NOT NULL AND known.cameo IS NULL AND NOT {statement} THEN 'unknown CAMEO code ' || s.cameo[:40]
                WHEN s.intensity IS NOT NULL AND NOT coalesce(try_cast(s.intensity AS DOUBLE) BETWEEN -10 AND 10, false)
                    THEN 'intensity ' || s.intensity[:40] || ' is no number from -10 to 10' END AS reason
        FROM ({source}) AS s {joins}
        LEFT JOIN known ON known.raw = s.cameo LEFT JOIN cameo ON cameo.cameo = known.cameo LEFT JOIN plover ON plover.raw = s.plover
        """
    )
    con.execute("INSERT INTO rejected SELECT DISTINCT file, part, line, reason, text FROM resolved WHERE reason IS NOT NULL")
    found = con.execute(
        """
        SELECT name, count(*) AS n FROM (
            SELECT actor_country AS name FROM resolved WHERE actor_unknown AND reason IS NULL
            UNION ALL SELECT recipient_country FROM resolved WHERE recipient_unknown AND reason IS NULL
        ) GROUP BY name ORDER BY n DESC, name
        """
    ).fetchall()
    return tuple((str(name), int(n)) for name, n in found)


def write_rows(con: Any, form: Format, out: Path, before: Sequence[Path], unknown: tuple[tuple[str, int], ...], lines: int) -> Read:
    """Write what is accepted and not in the Parquet files ``before`` yet as Parquet, by day."""
    # a cell that names one country twice ("USA; United States") makes two rows of one line
    once = "QUALIFY row_number() OVER (PARTITION BY r.key) = 1" if form.several else ""
    plain = ", ".join(f"r.{name}" for name in TABLE_COLUMNS if name not in ("count", "mentions", "source", "id"))
    known = (
        f"AND key NOT IN (SELECT ('0x' || id)::UBIGINT FROM read_parquet([{', '.join(map(quoted, before))}], union_by_name = true))"
        if before
        else ""
    )
    con.execute(
        f"""
        CREATE OR REPLACE TABLE events AS
        SELECT key, count(*) AS told, sum(mentions)::INTEGER AS mentions, min((part::BIGINT << 40) + line) AS first
        FROM resolved WHERE reason IS NULL AND (actor <> '' OR recipient <> '') {known} GROUP BY key
        """
    )
    con.execute(
        f"""
        CREATE OR REPLACE TEMP VIEW made AS
        SELECT {plain}, 1::INTEGER AS count, e.mentions, '{form.name}' AS source, format('{{:016x}}', e.key) AS id
        FROM resolved AS r JOIN events AS e ON r.key = e.key AND (r.part::BIGINT << 40) + r.line = e.first {once}
        """
    )
    ordered = ", ".join(TABLE_COLUMNS)
    con.execute(f"COPY (SELECT {ordered} FROM made ORDER BY date, id) TO {quoted(out)} (FORMAT parquet, COMPRESSION zstd)")
    (told_by,) = con.execute("SELECT coalesce(sum(told), 0) FROM events").fetchone()
    rows, first, last = con.execute(f"SELECT count(*), min(date), max(date) FROM read_parquet({quoted(out)})").fetchone()
    accepted, unplaced = con.execute(
        "SELECT count(*) FILTER (reason IS NULL), count(*) FILTER (reason IS NULL AND actor = '' AND recipient = '') FROM resolved"
    ).fetchone()
    (rejected,) = con.execute("SELECT count(*) FROM rejected").fetchone()
    old = int(accepted - unplaced - told_by)
    return Read(lines, int(rows), int(rejected), int(unplaced), int(told_by - rows), old, first, last, unknown)
