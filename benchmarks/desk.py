"""The program as it is started: a run over the example desk, a second run with nothing new, and how long it takes to begin."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "minsk"
REPEATS = 5
COMMAND = (sys.executable, "-m", "detente.cli")
# Printed inside the new process, so that the start of Python itself is not counted.
TIMED_IMPORT = "from time import perf_counter as t; a = t(); import detente; print(t() - a)"


def seconds(command: Sequence[str]) -> float:
    """Wall time of a program that must succeed."""
    begun = perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return perf_counter() - begun


def rows() -> Iterator[tuple[str, str]]:
    """Articles a second of a first run on a copy of the example desk, pages included; and a second run."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "desk"
        shutil.copytree(EXAMPLE, copy, ignore=shutil.ignore_patterns(".*"))
        articles = sum(path.is_file() for path in (copy / "articles").rglob("*"))
        first = seconds((*COMMAND, "run", str(copy)))
        again = seconds((*COMMAND, "run", str(copy)))
    yield f"detente run, {articles} articles, all new", f"{first:.2f} s, {articles / first:.0f} articles a second"
    yield "detente run again, nothing new", f"{again:.2f} s"


def start_rows() -> Iterator[tuple[str, str]]:
    """Start-up times, the median of several starts."""
    bare = median(seconds((sys.executable, "-c", "pass")) for _ in range(REPEATS))
    told = median(seconds((*COMMAND, "--help")) for _ in range(REPEATS))
    command = (sys.executable, "-c", TIMED_IMPORT)
    imports = median(float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(REPEATS))
    yield "detente --help", f"{told * 1000:.0f} ms, of which Python itself {bare * 1000:.0f} ms"
    yield "import detente", f"{imports * 1000:.0f} ms"
