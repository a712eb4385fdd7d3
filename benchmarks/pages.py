"""The served site against a bare Wagtail page of the same server: requests a second of a relation's page rendered for each request, and of
one that is kept; what it weighs; and how long the first reader waits after a change. By turns, over real connections."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from gzip import compress
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.desk import COMMAND, EXAMPLE
from benchmarks.load import CLIENTS, exchange, rate
from detente.config import CONFIG_NAME
from detente.pages.site import STATIC

BARE = "/bare/"
# The busiest relation of two countries in the example: 82 events, 68 steps of status.
RELATION = "/relations/blr-rus.html"
TURNS, SECONDS = 7, 1.5
# Issue 6, point 6.
FRESH_AIM, KEPT_AIM, WEIGHT_AIM = 0.5, 5.0, 60_000
FILES = ("style.css", "icon.svg")


def rows() -> Iterator[tuple[str, str]]:
    """Ratios with their aims, weight, and waits."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder) / "desk"
        shutil.copytree(EXAMPLE, desk, ignore=shutil.ignore_patterns(".*", "detente.db*"))
        subprocess.run((*COMMAND, "run", str(desk)), check=True, capture_output=True)
        with served(desk, "anew") as anew, served(desk, "fresh") as fresh, served(desk, "kept") as kept:
            asked = {"bare": (fresh, BARE), "fresh": (fresh, RELATION), "anew": (anew, RELATION), "kept": (kept, RELATION)}
            rates = by_turns(asked)
            bare = median(rates["bare"])
            yield f"bare Wagtail page, {CLIENTS} clients", f"{bare:.0f} requests a second"
            yield "relation, rendered for each request / bare", _ratio(rates, "fresh", FRESH_AIM)
            yield "the same, its lists and drawings made anew, too", _ratio(rates, "anew", None)
            yield "relation, kept / bare", _ratio(rates, "kept", KEPT_AIM)
            page, all_of_it = weight(kept)
            met = "met" if all_of_it < WEIGHT_AIM else "not met"
            said = f"{page / 1000:.1f} kB; with {' and '.join(FILES)} {all_of_it / 1000:.1f} kB"
            yield "relation's page, compressed", f"{said} (aim below {WEIGHT_AIM // 1000} kB: {met})"
            yield "the same, first view after an override", f"{1000 * after(kept, lambda: _override(desk)):.0f} ms"
            yield "the same, first view after new settings", f"{1000 * after(kept, lambda: _touch(desk)):.0f} ms"


@contextmanager
def served(desk: Path, mode: str) -> Iterator[int]:
    """The port of a server in a process of its own."""
    command = (sys.executable, "-m", "benchmarks.page_server", str(desk), mode)
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ) as server:
        assert server.stdout is not None and server.stdin is not None
        try:
            yield int(server.stdout.readline())
        finally:
            server.stdin.close()


def by_turns(asked: dict[str, tuple[int, str]]) -> dict[str, list[float]]:
    """Requests a second of each, over and over; the first turn, which fills what is kept, does not count."""
    rates: dict[str, list[float]] = {name: [] for name in asked}
    for turn in range(TURNS + 1):
        for name, (port, path) in asked.items():
            found = rate(port, path, SECONDS if turn else 0.3)
            if turn:
                rates[name].append(found)
    return rates


def weight(port: int) -> tuple[int, int]:
    """Bytes of the relation's page as it comes over the line, and with all that it loads."""
    with socket.create_connection(("127.0.0.1", port)) as line:
        page = len(exchange(line, RELATION)[2])
    return page, page + sum(len(compress((STATIC / name).read_bytes())) for name in FILES)


def after(port: int, change: Callable[[], None]) -> float:
    """Seconds of the first view after a change."""
    change()
    with socket.create_connection(("127.0.0.1", port)) as line:
        began = perf_counter()
        exchange(line, RELATION)
        return perf_counter() - began


def _override(desk: Path) -> None:
    from detente.pipeline import open_desk

    open_desk(desk).override("BLR-RUS", "deteriorated", user="benchmark", reason="to see it", from_date=date(2017, 1, 1))


def _touch(desk: Path) -> None:
    with (desk / CONFIG_NAME).open("a", encoding="utf-8") as file:
        file.write("\n")


def _ratio(rates: dict[str, list[float]], name: str, aim: float | None) -> str:
    """The median of the turns' ratios, each of runs next to each other."""
    ratio = median(one / other for one, other in zip(rates[name], rates["bare"], strict=True))
    verdict = "no aim" if aim is None else f"aim {aim:g} or more: {'met' if ratio >= aim else 'not met'}"
    return f"{ratio:.2f}, {median(rates[name]):.0f} requests a second ({verdict})"
