"""Gold lines through the coder, each file once in a run: what the suites share. And which files nobody may look into."""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from detente.events import code_articles
from detente.types import Article, Coding

GOLD = Path(__file__).resolve().parent / "gold"
SHARED = GOLD.parents[2] / "shared"
NEWS = SHARED / "data" / "wikipedia_current_events_2002_2012_2018.jsonl.gz"
# Held-out files are measured and never read: a rule made after a look at their misses would make them development sets.
HELD_OUT = ("held_", "real_news_check")

Line = dict[str, Any]


def read_lines(path: Path) -> list[Line]:
    """The objects of a JSONL file."""
    return [json.loads(text) for text in path.read_text(encoding="utf-8").splitlines() if text.strip()]


def with_texts(lines: Sequence[Line], news: Path = NEWS) -> list[Line]:
    """Lines of real news, of which the repository keeps ids and codes only, with text and date. ValueError: an id is not in the news."""
    wanted = {line["id"] for line in lines}
    found = {}
    with gzip.open(news, "rt", encoding="utf-8") as rows:
        for row in rows:
            # Ids look alike and stand first: reading 450 of 49,000 lines in full takes a tenth of the time of reading all.
            if row.split('"', 4)[3] in wanted:
                told = json.loads(row)
                found[told["id"]] = {"text": told["text"], "date": told["date"]}
    if missing := sorted(wanted - found.keys()):
        raise ValueError(f"{len(missing)} ids are not in {news.name}, the first {missing[0]}: is it another version of that file?")
    return [line | found[line["id"]] for line in lines]


def code_lines(lines: Sequence[Line]) -> list[tuple[Line, Coding]]:
    """Each line with its coding. A line without a date is coded without one."""
    articles = [
        Article(line["id"], line.get("title") or "", line["text"], datetime.fromisoformat(line["date"]) if line.get("date") else None)
        for line in lines
    ]
    return list(zip(lines, code_articles(articles), strict=True))


@cache
def coded(path: Path) -> list[tuple[Line, Coding]]:
    """The lines of a gold file with their codings; kept, since several suites look at one file."""
    lines = read_lines(path)
    return code_lines(lines if all("text" in line for line in lines) else with_texts(lines))


def is_held_out(path: Path) -> bool:
    """Whether a gold file is to be measured only."""
    return path.name.startswith(HELD_OUT)


def gold_to_look_into(name: str) -> Path:
    """A file of evals/gold whose lines may be printed; argparse.ArgumentTypeError for one that is held out or is not there."""
    path = GOLD / Path(name).with_suffix(".jsonl").name
    if is_held_out(path):
        raise argparse.ArgumentTypeError(f"{path.name} is held out: it is measured and never read, and neither are its misses")
    if not path.exists():
        raise argparse.ArgumentTypeError(f"no file {path.name} in evals/gold")
    return path


def add_misses(parser: argparse.ArgumentParser, usual: str) -> None:
    """``--misses [FILE]``: print the lines of a gold file that are wrong (``usual`` without FILE), if it may be looked into."""
    parser.add_argument(
        "--misses", nargs="?", const=usual, type=gold_to_look_into, metavar="FILE", help=f"print the wrong lines of FILE ({usual})"
    )
