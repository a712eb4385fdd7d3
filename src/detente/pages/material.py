"""Everything an edition of the pages is made of, read from the desk once and indexed; statuses are asked for once a day each.

An edition is as of a day: articles published later are not in it, nor is any event that only they tell of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

from detente.config import Category
from detente.pages.desk import DeskLike
from detente.pages.wording import sort_moment
from detente.relations.observing import event_sides, place_of, relation_name, sides_of
from detente.relations.roll_up import Part
from detente.types import Article, Assessment, Event, Finding, Forecast, LevelPoint, Neighbour, Outlook, Status, TurningPoint

Coded = TypeVar("Coded", Event, Assessment, Forecast)


@dataclass(frozen=True, slots=True)
class Shown:
    """The rows of a relation's page. marked: events on its line, oldest first; unmarked, left_out and so on: how many found no room."""

    events: tuple[Event, ...]
    assessments: tuple[Assessment, ...]
    forecasts: tuple[Forecast, ...]
    marked: tuple[Event, ...]
    unmarked: int
    left_out: int
    assessments_left_out: int
    forecasts_left_out: int
    ids: frozenset[str]


@dataclass(frozen=True)
class Material:
    """What was read from the desk, with the indexes that the builders need.

    articles: newest first, without duplicates. same_as: id of every article, duplicates too -> id of the one that has a page. worked_out:
    by other modules of the pages, once an edition."""

    desk: DeskLike
    as_of: date
    names: Callable[[str], str]
    articles: tuple[Article, ...]
    by_id: dict[str, Article]
    same_as: dict[str, str]
    copies: dict[str, tuple[Article, ...]]
    events: dict[str, Event]
    assessments: dict[str, Assessment]
    forecasts: dict[str, Forecast]
    events_of_relation: dict[str, tuple[Event, ...]]
    assessments_of_relation: dict[str, tuple[Assessment, ...]]
    forecasts_of_relation: dict[str, tuple[Forecast, ...]]
    coded_in: dict[str, tuple[Event | Assessment | Forecast, ...]]
    shown: dict[str, Shown] = field(default_factory=dict)
    worked_out: dict[str, Any] = field(default_factory=dict)
    _statuses: dict[date, dict[str, list[Status]]] = field(default_factory=dict)
    _series: dict[tuple[str, str], tuple[LevelPoint, ...]] = field(default_factory=dict)
    _steps: dict[tuple[str, str], tuple[tuple[date, Status], ...]] = field(default_factory=dict)
    _similar: dict[tuple[str, str], tuple[Neighbour, ...]] = field(default_factory=dict)

    def statuses(self, day: date) -> dict[str, Status]:
        """Every status as of a day by name, categories first; of several sources the first. The desk is asked once a day."""
        return {name: found[0] for name, found in self._by_name(day).items()}

    def beside(self, name: str) -> list[Status]:
        """The statuses of the same category or relation from its other sources."""
        return self._by_name(self.as_of).get(name, [])[1:]

    def _by_name(self, day: date) -> dict[str, list[Status]]:
        if day not in self._statuses:
            found: dict[str, list[Status]] = {}
            for status in self.desk.statuses(day):
                found.setdefault(status.name, []).append(status)
            self._statuses[day] = found
        return self._statuses[day]

    def trends(self) -> tuple[Status, ...]:
        """What moved most over the desk's period, watched or not, as of the edition's day."""
        return tuple(self.desk.trends(self.as_of, days=self.desk.config.period_days))

    def series(self, name: str, source: str = "") -> tuple[LevelPoint, ...]:
        """The level line of a relation or category as of the edition's day; source: one of its others, else its first."""
        if (name, source) not in self._series:
            points = self.desk.series(name, self.as_of, source) if source else self.desk.series(name, self.as_of)
            self._series[name, source] = tuple(p for p in points if p.day <= self.as_of)
        return self._series[name, source]

    def steps(self, name: str, source: str = "") -> tuple[tuple[date, Status], ...]:
        """The steps of status, oldest first, as of the edition's day; source as in `series`."""
        if (name, source) not in self._steps:
            steps = self.desk.status_steps(name, self.as_of, source) if source else self.desk.status_steps(name, self.as_of)
            self._steps[name, source] = tuple(s for s in steps if s[0] <= self.as_of)
        return self._steps[name, source]

    def similar(self, article_id: str, kind: str, top: int) -> tuple[Neighbour, ...]:
        """The articles nearest to one; asked for once, however many languages show them."""
        if (article_id, kind) not in self._similar:
            self._similar[article_id, kind] = tuple(self.desk.similar(article_id, kind=kind, top=top))
        return self._similar[article_id, kind]

    def turns(self, name: str) -> tuple[TurningPoint, ...]:
        """The turning points of a category or relation as of the edition's day, oldest first."""
        return tuple(self.desk.turning_points(name, self.as_of))

    def parts(self, category: str) -> tuple[Part, ...]:
        """The parts of a category's change over the desk's period as of the edition's day."""
        found = self.desk.category_trends(self.as_of, self.desk.config.period_days)
        return next((tuple(parts) for status, parts in found if status.name == category), ())

    def outlook(self, name: str) -> Outlook | None:
        """What is to be expected of a category or relation as of the edition's day."""
        return self.desk.outlook(name, self.as_of)

    def findings(self, name: str) -> tuple[Finding, ...]:
        """How a relation moves."""
        return tuple(self.desk.findings(name, self.as_of))

    def counterfactuals(self, name: str) -> tuple[str, ...]:
        """What would change its status."""
        return tuple(self.desk.counterfactuals(name, self.as_of))


def gather(desk: DeskLike, as_of: date | None, names: Callable[[str], str]) -> Material:
    """Read the desk. names: code -> display name."""
    day = desk.as_of(as_of)
    every = desk.articles()
    newest = max((a.published.date() for a in every if a.published), default=day)
    # An undated article cannot be placed before or after an earlier day, so only the newest edition has it.
    seen = [a for a in every if (a.published.date() <= day if a.published else newest <= day)]
    by_id = {a.id: a for a in seen}
    same_as = {a.id: _original(a, by_id) for a in seen}
    kept = sorted((a for a in seen if same_as[a.id] == a.id), key=lambda a: (sort_moment(a.published), a.id), reverse=True)
    copies: dict[str, list[Article]] = defaultdict(list)
    for article in seen:
        if same_as[article.id] != article.id:
            copies[same_as[article.id]].append(article)
    events = _told(desk.events(), same_as)
    assessments = _told(desk.assessments(), same_as)
    forecasts = _told(desk.forecasts(), same_as)
    coded: dict[str, list[Event | Assessment | Forecast]] = defaultdict(list)
    every_row: list[Event | Assessment | Forecast] = [*events.values(), *assessments.values(), *forecasts.values()]
    for row in every_row:
        for article_id in dict.fromkeys(same_as[m.article] for m in row.mentions):
            coded[article_id].append(row)
    return Material(
        desk=desk, as_of=day, names=names, articles=tuple(kept), by_id=by_id, same_as=same_as,
        copies={k: tuple(v) for k, v in copies.items()}, events=events, assessments=assessments, forecasts=forecasts,
        events_of_relation=_by_relation(events.values(), relations_of_event),
        assessments_of_relation=_by_relation(assessments.values(), lambda a: relations_of_sides(a.sides)),
        forecasts_of_relation=_by_relation(forecasts.values(), lambda f: relations_of_sides(f.sides)),
        coded_in={k: tuple(v) for k, v in coded.items()},
    )  # fmt: skip


def _original(article: Article, by_id: dict[str, Article]) -> str:
    """The id of the article that stands for this one; its own where the original is not in the edition."""
    seen = {article.id}
    while article.duplicate_of and article.duplicate_of in by_id and article.duplicate_of not in seen:
        article = by_id[article.duplicate_of]
        seen.add(article.id)
    return article.id


def _told(rows: Sequence[Coded], same_as: dict[str, str]) -> dict[str, Coded]:
    """The rows that an article of this edition tells of, each with those mentions only."""
    told: dict[str, Coded] = {}
    for row in rows:
        mentions = tuple(m for m in row.mentions if m.article in same_as)
        if mentions:
            told[row.id] = row if mentions == row.mentions else replace(row, mentions=mentions)
    return told


def _by_relation(rows: Iterable[Coded], names: Callable[[Coded], list[str]]) -> dict[str, tuple[Coded, ...]]:
    """Rows by relation, newest first."""
    grouped: dict[str, list[Coded]] = defaultdict(list)
    for row in rows:
        for name in names(row):
            grouped[name].append(row)
    return {name: tuple(sorted(found, key=_newest_first)) for name, found in grouped.items()}


def _newest_first(row: Event | Assessment | Forecast) -> tuple[int, str]:
    day = row.horizon_start if isinstance(row, Forecast) else row.date_end or row.date_start
    return (-day.toordinal() if day else 0, row.id)


def relations_of_sides(sides: Sequence[str]) -> list[str]:
    """The relations among the sides of an assessment or forecast; a single one is about its inside."""
    return relations_among(sides, ())


def relations_of_event(event: Event) -> list[str]:
    """The relations an event bears on: every actor with every recipient, or all sides of a reciprocal event."""
    return relations_among(event.actor, event.recipient)


def relations_among(actor: Sequence[str], recipient: Sequence[str]) -> list[str]:
    """Names of relations, as the levels are computed from them; an actor alone is taken to act inside its country."""
    found = event_sides(tuple(actor), tuple(recipient))
    if not found and len(set(map(place_of, actor))) == 1 and not recipient:
        found = [sides_of(place_of(actor[0]), place_of(actor[0]))]
    return [relation_name(sides) for sides in found]


def categories_of(material: Material, relation: str) -> list[Category]:
    """The categories that hold a relation, in the desk's order."""
    return [c for c in material.desk.config.categories if any(r.name == relation for r in c.relations)]


def category_of(material: Material, article: Article) -> Category | None:
    """The category an article stands under: the one it states, else the one that has most of what it tells of."""
    categories = material.desk.config.categories
    if article.category.strip():
        return material.desk.config.category(article.category)
    counts: dict[str, int] = defaultdict(int)
    for row in material.coded_in.get(article.id, ()):
        for relation in relations_of_event(row) if isinstance(row, Event) else relations_of_sides(row.sides):
            for category in categories_of(material, relation):
                counts[category.name] += 1
    best = max(counts.values(), default=0)
    return next((c for c in categories if best and counts.get(c.name) == best), None)
