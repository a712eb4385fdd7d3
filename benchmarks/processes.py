"""`detente code` as it is started: one process against two, and the most memory it takes, on a short and on a long input."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

from benchmarks.coding import news_lines, own_lines

# A long input is so many times the short one: memory that grew with it would show.
SHORT, LONG = 2_000, 20_000
COMMAND = (sys.executable, "-m", "detente.cli", "code")
# Runs the command and prints the most memory it and its workers took, each for itself, in kB.
MEASURED = (
    "import resource, subprocess, sys; code = subprocess.call(sys.argv[1:]); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr); sys.exit(code)"
)


def write(path: Path, lines: int) -> None:
    """So many lines of news, or of the own gold where there are none, over and over."""
    some = cycle(news_lines() or own_lines())
    with path.open("w", encoding="utf-8") as stream:
        for n, article in enumerate(islice(some, lines)):
            day = article.published.date().isoformat() if article.published else None
            stream.write(json.dumps({"id": str(n), "text": article.text, "date": day}) + "\n")


def run(source: Path, out: Path, processes: int) -> tuple[float, float]:
    """(seconds, MB of the largest process)."""
    command = (sys.executable, "-c", MEASURED, *COMMAND, str(source), "-o", str(out), "--processes", str(processes))
    begun = perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return perf_counter() - begun, int(done.stderr.split()[-1]) / 1000


def rows() -> Iterator[tuple[str, str]]:
    """Wall time by processes, whether their codings are the same, and peak memory by length of the input."""
    with tempfile.TemporaryDirectory() as folder:
        short, long = Path(folder) / "short.jsonl", Path(folder) / "long.jsonl"
        write(short, SHORT)
        write(long, LONG)
        outs = [Path(folder) / f"{n}.jsonl" for n in (1, 2)]
        (one, small), (two, _) = (run(short, out, n) for n, out in enumerate(outs, 1))
        same = outs[0].read_bytes() == outs[1].read_bytes()
        yield f"detente code, {SHORT} lines: 1 process, 2 processes", f"{one:.1f} s, {two:.1f} s ({one / two:.2f} times as fast)"
        yield "the same codings", "yes" if same else "NO"
        _, large = run(long, outs[0], 2)
        yield f"most memory of a process: {SHORT}, {LONG} lines", f"{small:.0f} MB, {large:.0f} MB"
