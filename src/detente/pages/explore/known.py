"""What there is to ask for: relations, countries and days the desk knows anything of. Everything else is refused before any work."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import TypeVar

from detente.config import ARTICLES
from detente.errors import AskedError, NotFoundError
from detente.pages.chart_specs import LEAD
from detente.pages.explore.parts import Choice
from detente.pages.explore.period import query
from detente.pages.material import Material
from detente.pages.rows import names_of, relation_title
from detente.said import said

Made = TypeVar("Made")
_NAME = re.compile(r"[A-Za-z0-9]{3,8}-[A-Za-z0-9]{3,8}")
_CODE = re.compile(r"[A-Za-z0-9]{3,8}")
MOST_NAMES = 200  # relations to choose from in a list of names; others can be typed
OFFERED = 24  # links of a kind on one page


def known_relations(material: Material) -> dict[str, int]:
    """Relation -> its events, those that are watched first, then most events first."""
    return _once(material, "relations", _relations)


def _once(material: Material, key: str, make: Callable[[Material], Made]) -> Made:
    kept: Made | None = material.worked_out.get(key)
    if kept is None:
        kept = material.worked_out[key] = make(material)
    return kept


def _relations(material: Material) -> dict[str, int]:
    watched = [s.name for s in material.statuses(material.as_of).values() if s.kind == "relation"]
    told = Counter({name: len(events) for name, events in material.events_of_relation.items()})
    told.update(dict.fromkeys(material.assessments_of_relation, 0))
    order = [*watched, *(name for name, _ in sorted(told.items(), key=lambda item: (-item[1], item[0])))]
    return {name: told[name] for name in dict.fromkeys(order)}


def relation_asked(material: Material, text: str, key: str = "name") -> str:
    """The relation an address names, ``usa-blr`` -> ``BLR-USA``. Raises AskedError where it is none, NotFoundError where nothing is told
    of it."""
    if not text.strip():
        raise AskedError(said("no relation is named: “{key}” is missing", key=key), hint=said("as in {address}", address=f"?{key}=BLR-USA"))
    if not _NAME.fullmatch(text.strip()):
        raise AskedError(said("“{key}” is no relation", key=key), hint=said("a relation is two codes, as in BLR-USA"))
    name = "-".join(sorted(text.strip().upper().split("-")))
    if name not in known_relations(material):
        raise NotFoundError(f"the desk tells nothing of {relation_title(material, name)}")
    return name


def known_countries(material: Material) -> dict[str, int]:
    """Code -> events it takes part in, most first."""
    return _once(material, "countries", _countries)


def _countries(material: Material) -> dict[str, int]:
    told: Counter[str] = Counter()
    for name, events in known_relations(material).items():
        for code in set(name.split("-")):
            told[code] += events
    return dict(sorted(told.items(), key=lambda item: (-item[1], item[0])))


def country_asked(material: Material, text: str) -> str:
    """The country an address names. Raises NotFoundError where nothing is told of it."""
    code = text.strip().upper() if _CODE.fullmatch(text.strip()) else ""
    if code not in known_countries(material):
        raise NotFoundError("the desk tells nothing of that country")
    return code


def first_article(material: Material) -> date:
    """The day of the first article; the edition's where none has a date."""
    return _once(material, "first article", lambda m: min((a.published.date() for a in m.articles if a.published), default=m.as_of))


def first_day(material: Material, names: Iterable[str] = ()) -> date:
    """The first day there is anything to see: of some relations, the first with a level; else of the articles."""
    articles = first_article(material)
    floor = articles - LEAD if articles > date.min + LEAD else date.min
    statuses = material.statuses(material.as_of)
    days = []
    for name in names:
        from_articles = name not in statuses or statuses[name].source == ARTICLES
        days += [p.day for p in material.series(name) if p.level is not None and (not from_articles or p.day >= floor)][:1]
    latest = material.as_of - timedelta(days=material.desk.config.period_days)
    return min([*days, latest]) if names else min(floor, latest)


def names_offered(material: Material) -> tuple[tuple[str, str], ...]:
    """Relations for a list of suggestions: name, title."""
    return tuple((name, relation_title(material, name)) for name in list(known_relations(material))[:MOST_NAMES])


def relation_choices(material: Material, names: Iterable[str], path: str = "", **given: str) -> tuple[Choice, ...]:
    """Links to relations. path: of the page that shows one."""
    return tuple(Choice(relation_title(material, name), path + query({"name": name, **given})) for name in names)


def country_choices(material: Material, codes: Iterable[str], path: str, tail: str = "") -> tuple[Choice, ...]:
    """Links to countries. path: of their folder; tail: the address's query."""
    return tuple(Choice(names_of(material, (code,))[0], f"{path}{code}{tail}") for code in codes)
