"""The statuses of a desk, from every source it names: articles and imported tables side by side, never mixed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from detente.config import Category, Config
from detente.errors import NotFoundError
from detente.types import Status

if TYPE_CHECKING:
    from detente.relations.observing import Observation

Sides = tuple[str, str]
Observed = Callable[[str, Sequence[Sides]], "Sequence[Observation]"]


def category_weights(category: Category) -> list[tuple[Sides, float]]:
    """The relations of a category with their weights."""
    return [(relation.sides, relation.weight) for relation in category.relations]


def relation_sides(name: str) -> tuple[str, str]:
    """The sides in a relation's name, sorted: ``USA-BLR`` -> ("BLR", "USA"). Raises NotFoundError."""
    codes = [code.strip().upper() for code in name.split("-")]
    if len(codes) != 2 or not all(len(code) >= 3 and code.isalnum() for code in codes):
        raise NotFoundError(f"no category or relation {name!r}", hint="a relation is two codes, as in BLR-USA: see `detente status`")
    first, second = sorted(codes)
    return first, second


def statuses_of(config: Config, watched: Sequence[Sides], sources: Sequence[str], observed: Observed, as_of: date) -> list[Status]:
    """Categories, then relations, each with a status for every source it rests on, in the order it names them.

    sources: those that are there; what rests on others has no status. observed: the observations of some relations from a source. A
    category of one relation has that relation's status."""
    from detente.relations.status import category_status, relation_statuses

    wanted: dict[str, list[Sides]] = {source: [] for source in sources}
    for category in config.categories:
        if len(category.relations) == 1:
            for source in config.sources_of_category(category):
                wanted.get(source, []).append(category.relations[0].sides)
    for sides in watched:
        for source in config.sources_of(sides):
            wanted.get(source, []).append(sides)
    made: dict[tuple[Sides, str], Status] = {}
    for source, relations in wanted.items():
        relations = list(dict.fromkeys(relations))
        statuses = relation_statuses(observed(source, relations), relations, as_of, config.period_days) if relations else []
        made |= {(sides, source): replace(s, source=source) for sides, s in zip(relations, statuses, strict=True)}
    found = []
    for category in config.categories:
        weights = category_weights(category)
        for source in config.sources_of_category(category):
            if source not in sources:
                continue
            if len(weights) == 1:
                one = made[weights[0][0], source]
                found.append(replace(one, name=category.name, kind="category", sides=tuple(dict.fromkeys(one.sides))))
            else:
                observations = observed(source, [sides for sides, _ in weights])
                status = category_status(category.name, weights, observations, as_of, config.period_days)
                found.append(replace(status, source=source))
    for sides in watched:
        found += [made[sides, source] for source in config.sources_of(sides) if source in sources]
    return found


def status_of(config: Config, sides: Sides, source: str, observations: Sequence[Observation], as_of: date) -> Status:
    """The status of one relation from one source."""
    from detente.relations.status import relation_status

    return replace(relation_status(observations, sides, as_of, config.period_days), source=source)
