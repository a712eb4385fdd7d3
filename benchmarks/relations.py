"""Relations: daily statuses of a simulated year; where the development data lies beside the checkout, the real table of 2018, ten million
events drawn from it, and one more day. Whole processes; the ratio is to DuckDB's bare group-by of the same file by pair and day."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import duckdb
import numpy as np
from evals.simulate_relations import FIRST_DAY, simulate, write

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "icews_2018_events.parquet"
COLUMNS = (
    "source_iso3 AS actor, target_iso3 AS recipient, plover_event AS plover, cameo_code AS cameo, goldstein AS intensity, n_rows AS count"
)
MANY = 10_000_000
GROUP_BY = (
    "import duckdb, sys; duckdb.execute(\"SELECT least(actor[:3], recipient[:3]) a, greatest(actor[:3], recipient[:3]) b, date::DATE d, "
    "sum(count) n FROM read_parquet('\" + sys.argv[1] + \"') GROUP BY ALL\").fetchnumpy()"
)
NOTHING = "import duckdb; duckdb.execute('SELECT 1').fetchall()"
RELATIONS_NOTHING = "import detente.relations.table"
REPEATS = 3


def cost(command: Sequence[str]) -> tuple[float, float]:
    """Wall seconds and peak memory (MB) of a program that must succeed; the best of a few, since others run on the machine too."""
    best, memory = float("inf"), 0.0
    for _ in range(REPEATS):
        begun = os.times()
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise subprocess.CalledProcessError(child.returncode, command)
        best, memory = min(best, os.times().elapsed - begun.elapsed), max(memory, used.ru_maxrss / 1024)
    return best, memory


def relations(events: Path, first: date, last: date, every: str, folder: Path, *more: str) -> list[str]:
    """The command that makes the statuses of a table."""
    span = ("--from", first.isoformat(), "--to", last.isoformat(), "--every", every, "-o", str(folder / "out.parquet"))
    return [sys.executable, "-m", "detente.cli", "relations", str(events), *span, *more]


def many_events(folder: Path) -> Path:
    """MANY rows drawn from the table of 2018 (with actors on both sides), each moved to a day of 2018 of its own: nearly all distinct."""
    out, rng, con = folder / "many.parquet", np.random.default_rng(1), duckdb.connect()
    con.execute(
        f"CREATE TABLE e AS SELECT row_number() OVER () - 1 AS n, {COLUMNS} FROM '{SHARED}' WHERE source_iso3 <> '' AND target_iso3 <> ''"
    )
    size = con.execute("SELECT count(*) FROM e").fetchall()[0][0]
    con.register("drawn", {"n": rng.integers(0, size, MANY), "day": rng.integers(0, 365, MANY)})
    moved = "SELECT DATE '2018-01-01' + day::INTEGER AS date, e.* EXCLUDE n FROM drawn JOIN e USING (n)"
    con.execute(f"COPY ({moved}) TO '{out}' (FORMAT parquet)")
    return out


def rows() -> Iterator[tuple[str, str]]:
    """Seconds, memory and ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        simulated = simulate()
        events, _ = write(simulated, folder)
        took, memory = cost(relations(events, FIRST_DAY, FIRST_DAY + timedelta(simulated.days - 1), "day", folder))
        yield f"simulated, {len(simulated.day)} rows, daily, whole process", f"{took:.2f} s, {memory:.0f} MB"
        if not SHARED.exists():
            yield "the table of 2018 and ten million events", "left out: the development data is not beside the checkout"
            return
        year = folder / "2018.parquet"
        duckdb.execute(f"COPY (SELECT date, {COLUMNS} FROM '{SHARED}') TO '{year}' (FORMAT parquet)")
        for every in ("week", "day"):
            took, memory = cost(relations(year, date(2018, 1, 1), date(2018, 10, 31), every, folder))
            yield f"468,558 events of 2018, every {every}, whole process", f"{took:.2f} s (aim under 3), {memory:.0f} MB"
        yield from _one_more_day(year, folder)
        yield from _many(folder)


def _one_more_day(year: Path, folder: Path) -> Iterator[tuple[str, str]]:
    past, day, state = folder / "past.parquet", folder / "day.parquet", folder / "state"
    duckdb.execute(f"COPY (SELECT * FROM '{year}' WHERE date::DATE < DATE '2018-10-30') TO '{past}' (FORMAT parquet)")
    duckdb.execute(f"COPY (SELECT * FROM '{year}' WHERE date::DATE = DATE '2018-10-30') TO '{day}' (FORMAT parquet)")
    subprocess.run(relations(past, date(2018, 10, 29), date(2018, 10, 29), "day", folder, "--state", str(state)), check=True)
    kept, best = state.read_bytes(), float("inf")
    for _ in range(REPEATS):
        state.write_bytes(kept)
        begun = os.times().elapsed
        subprocess.run(relations(day, date(2018, 10, 30), date(2018, 10, 30), "day", folder, "--state", str(state)), check=True)
        best = min(best, os.times().elapsed - begun)
    yield "one more day of 2018 on a kept state, whole process", f"{best:.2f} s; the state {len(kept) / 1e6:.1f} MB"


def _many(folder: Path) -> Iterator[tuple[str, str]]:
    table = many_events(folder)
    got = duckdb.execute(f"SELECT count(*), (SELECT count(*) FROM (SELECT DISTINCT * FROM '{table}')) FROM '{table}'").fetchone()
    assert got is not None
    python = sys.executable
    grouped, _ = cost([python, "-c", GROUP_BY, str(table)])
    bare, _ = cost([python, "-c", NOTHING])
    took, memory = cost(relations(table, date(2018, 1, 1), date(2018, 12, 31), "week", folder))
    start, _ = cost([python, "-c", RELATIONS_NOTHING])
    ratio = (took - start) / (grouped - bare)
    yield f"{got[0]:,} events ({got[1]:,} distinct rows), weekly, whole process", f"{took:.2f} s, {memory:.0f} MB (aim under 3,000)"
    words = f"{took - start:.2f} / {grouped - bare:.2f} s = {ratio:.1f} (aim under 10)"
    yield "the same less start-up / DuckDB's group-by less start-up", words
