"""Turns dated by news lines: many more than the fourteen reviewed ones, and noisier. Needs the development data beside the checkout.

    python evals/news_turns.py OUT.csv          # codes the lines of 2005-2012 and 2018 (some minutes); date, iso3_a, iso3_b, direction
    python evals/relations.py --news OUT.csv    # scores statuses against them

A line tells of a fall where the coder finds ties cut, sanctions, an expulsion, talks broken off; of a rise where it finds cooperation
and the line has words of restoring, peace, lifting or a first visit. Of one relation and direction, one in 21 days. They were looked over
once, not reviewed: some two thirds of the 91 of 2018 are turns indeed, so only differences between methods mean something."""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from detente.events import code_articles
from detente.relations.observing import Sides, event_sides
from detente.types import Article, Event

LINES = Path(__file__).parents[2] / "shared" / "data" / "wikipedia_current_events_2002_2012_2018.jsonl.gz"
# CAMEO: cut relations, halt negotiations, reduce aid or standing, sanctions, expulsions
FALL = frozenset({"160", "161", "1621", "163", "164", "166", "1661"})
RISE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "CONCEDE", "RETREAT"})
RISE_WORDS = re.compile(
    r"\b(restor|re-?establish|normali[sz]|resum|re-?open)\w*\b.{0,60}\b(relations|ties|embass\w+|consulate|border|diplomatic)"
    r"|\bpeace (treaty|agreement|deal|accord)|\bcease-?fire|\blift\w*.{0,40}\bsanction|\bsanction\w*.{0,30}\b(lifted|eased)"
    r"|\bend\w* (the|a|its) .{0,30}\b(war|conflict|dispute|blockade)|\b(historic|first)\b.{0,40}\b(visit|summit|meeting)",
    re.IGNORECASE,
)
NEAR, APART = timedelta(days=3), timedelta(days=21)
Turn = tuple[date, Sides, str]


def turns_of(event: Event, line: str, published: date) -> Iterator[Turn]:
    """The turns one coded event of a line stands for."""
    if event.realis != "asserted" or event.date_start is None or event.date_start != event.date_end:
        return
    if abs(event.date_start - published) > NEAR:
        return
    rise = event.intensity > 0 and event.plover in RISE and RISE_WORDS.search(line)
    direction = "deteriorated" if event.cameo in FALL else "improved" if rise else ""
    for sides in event_sides(event.actor, event.recipient):
        if direction and sides[0] != sides[1] and all(len(side) == 3 for side in sides):
            yield event.date_start, sides, direction


def one_in_three_weeks(turns: Iterable[Turn]) -> list[Turn]:
    """The first of those that follow each other closely."""
    last: dict[tuple[Sides, str], date] = {}
    out = []
    for day, sides, direction in sorted(turns):
        if day - last.get((sides, direction), date.min) >= APART:
            last[sides, direction] = day
            out.append((day, sides, direction))
    return out


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("out", type=Path)
    a = p.parse_args()
    with gzip.open(LINES, "rt") as stream:
        rows = [row for row in map(json.loads, stream) if row["date"] >= "2005"]
    days = {row["id"]: date.fromisoformat(row["date"]) for row in rows}
    texts = {row["id"]: row["text"] for row in rows}
    articles = (Article(row["id"], "", row["text"], datetime.fromisoformat(row["date"])) for row in rows)
    turns = (
        turn
        for coding in code_articles(articles)
        for event in coding.events
        for turn in turns_of(event, texts[coding.article], days[coding.article])
    )
    found = one_in_three_weeks(turns)
    with a.out.open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("date", "iso3_a", "iso3_b", "direction"))
        writer.writerows((day.isoformat(), *sides, direction) for day, sides, direction in found)
    print(f"{len(found)} turns: {a.out}")


if __name__ == "__main__":
    main()
