"""Desk -> page dataclasses: the one place where it is decided what a page says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from detente import __version__
from detente.config import Category
from detente.errors import NotFoundError
from detente.pages.analysis import analysis_items, analysis_link, analysis_page, photo_files
from detente.pages.article import article_page
from detente.pages.change_log import changes_page, log_items, log_rows, log_years
from detente.pages.changed import listed_pages, news_entries
from detente.pages.chart_specs import marks_of, relation_chart, spark_spec
from detente.pages.desk import DeskLike
from detente.pages.drawing import can_draw
from detente.pages.dynamics_rows import finding_rows, outlook_box, part_rows, turn_rows, turning_lines
from detente.pages.feed_items import feed_items
from detente.pages.language import say, say_many, speaking
from detente.pages.links import site_paths
from detente.pages.material import Material, categories_of, category_of, gather
from detente.pages.model import AboutPage, ArchivePage, CategoryPage, FrontPage, Page, RelationPage, Site
from detente.pages.moved import moved_paths
from detente.pages.names import local_names
from detente.pages.page_feeds import badge_path, box_of, feed_of, followed, page_items
from detente.pages.parts import (
    ArticleLink,
    BesideBox,
    FeedItem,
    GridRow,
    GridSection,
    Head,
    LogRow,
    Ref,
    SiteFrame,
    StepRow,
)
from detente.pages.rows import (
    THIN_BELOW,
    article_link,
    assessment_row,
    direction_rows,
    driver_rows,
    event_row,
    forecast_row,
    own_words,
    relation_title,
    shares_of,
    status_box,
    step_rows,
)
from detente.pages.shown import shown_on
from detente.pages.wording import change_clause, day_words, one_line, points, sort_moment, sure_words, year_words
from detente.published import PublishedAnalysis
from detente.relations import RELATIONS_VERSION
from detente.relations.calibration import DEFAULT, TOP
from detente.types import Assessment, Event, Forecast, Mention, Status

SPARK_DAYS = 365  # a year: long enough to show where a relation comes from, short enough for a month to be seen in it
LISTED = 8  # entries of a list on the front page: about one screen of a phone
LISTED_ARTICLES = 30  # articles named on a category's or relation's page; the archive has them all


@dataclass(frozen=True)
class Edition:
    """What all pages of a day share; each page is then built on its own, by `build_page`.

    under: article's id -> its category; links: of articles, newest first; years: year or "undated" -> articles; analyses: what the desk
    wrote, newest first; log: the change log, newest first."""

    material: Material
    frame: SiteFrame
    categories: tuple[Category, ...]
    relations: tuple[str, ...]
    under: dict[str, Category | None]
    links: tuple[ArticleLink, ...]
    years: Counter[str]
    paths: dict[Ref, str]
    analyses: tuple[PublishedAnalysis, ...] = ()
    log: tuple[LogRow, ...] = ()

    @cached_property
    def moved(self) -> dict[str, Ref]:
        """Old paths of pages that have another one now."""
        return moved_paths(self.material.desk.config, {ref: path.removeprefix(self.frame.prefix) for ref, path in self.paths.items()})

    @cached_property
    def listed(self) -> tuple[ArticleLink, ...]:
        """Articles and the desk's own analyses, newest first."""
        return _listed(self.links, self.analyses)

    @cached_property
    def steps(self) -> list[StepRow]:
        """The steps of every category and relation, newest first."""
        return _all_steps(self.material, self.material.statuses(self.material.as_of).values())

    @cached_property
    def items(self) -> dict[Ref, tuple[FeedItem, ...]]:
        """Relation or category -> the newest entries of its feed."""
        return page_items(self.material, self.log, self.links, self.under, self.analyses)

    def refs(self) -> list[Ref]:
        """Every page, in the order of the site."""
        named = [*(Ref("category", c.slug) for c in self.categories), *(Ref("relation", name) for name in self.relations)]
        written = [*(Ref("analysis", a.slug) for a in self.analyses), *(Ref("article", a.id) for a in self.material.articles)]
        written += [Ref("archive", year) for year in _years(self.years)]
        logged = [Ref("changes"), *(Ref("changes", year) for year in log_years(self.log))]
        return [ref for ref in [Ref("front"), *named, *written, *logged, Ref("about")] if ref in self.paths]


def plan_site(desk: DeskLike, as_of: date | None, names: Callable[[str], str], *, live: bool = False) -> Edition:
    """What there is to build, in the desk's first language. names: code -> display name; live: for a server. Raises what the desk's read
    methods raise."""
    material = gather(desk, as_of, local_names(names))
    statuses = material.statuses(material.as_of)
    config = desk.config
    relations = tuple(s.name for s in statuses.values() if s.kind == "relation")
    categories = tuple(c for c in config.categories if c.name in statuses)
    under = {a.id: category_of(material, a) for a in material.articles}
    first, *others = config.interface_languages
    links = _links(material, under, first)
    analyses = tuple(a for a in desk.analyses() if as_of is None or a.published.date() <= as_of)
    listed = _listed(links, analyses)
    years = Counter(_year(link) for link in listed)
    with speaking(first):
        log = log_rows(material)
    paths = site_paths(material.articles, [c.slug for c in categories], relations, years, [a.slug for a in analyses], log_years(log))
    address = config.base_url or (config.web_address if live else "")
    base = address.rstrip("/") + "/" if address else ""
    frame = SiteFrame(
        title=one_line(config.title, 120) or "A desk", about=one_line(config.about, 600), language=first, base_url=base,
        as_of=material.as_of, period_days=config.period_days, version=__version__,
        sections=_sections(material, categories),
        archive=Ref("archive", _year(listed[0])) if listed else None, tables=bool(config.tables), live=live,
        languages=((first, ""), *((code, f"{code}/") for code in others)),
        pictures=bool(base) and can_draw(),
        mail=live and config.mail is not None,
    )  # fmt: skip
    return Edition(material, frame, categories, relations, under, links, years, paths, analyses, log)


def in_language(edition: Edition, code: str) -> Edition:
    """The same edition in another language of the interface: the material is shared, the words and the addresses are its own."""
    prefix = dict(edition.frame.languages).get(code, "")
    here = edition.frame.prefix
    paths = {ref: prefix + path.removeprefix(here) for ref, path in edition.paths.items()}
    config, words = edition.material.desk.config, edition.material.desk.config.own_words.get(code, {})
    with speaking(code):
        frame = replace(
            edition.frame, language=code, prefix=prefix, words=words, title=own_words(edition.material, config.title, 120) or say("A desk"),
            about=own_words(edition.material, config.about, 600), sections=_sections(edition.material, edition.categories),
        )  # fmt: skip
        log = log_rows(edition.material)
    return replace(edition, frame=frame, paths=paths, links=_links(edition.material, edition.under, code), log=log)


def build_page(edition: Edition, ref: Ref) -> Page:
    """One page, in the edition's language. Raises NotFoundError where there is none."""
    if ref not in edition.paths:
        raise NotFoundError(f"no page {ref.kind} {ref.key}")
    with speaking(edition.frame.language):
        return _BUILDERS[ref.kind](edition, ref.key)


def build_site(desk: DeskLike, as_of: date | None, names: Callable[[str], str]) -> Site:
    """Every page of an edition in its first language. names: code -> display name. Raises what the desk's read methods raise."""
    return _whole_site(plan_site(desk, as_of, names))


def build_sites(desk: DeskLike, as_of: date | None, names: Callable[[str], str]) -> Iterator[Site]:
    """The same in each language of the interface, the first one first. What the desk is asked for is asked once."""
    edition = plan_site(desk, as_of, names)
    for code, _ in edition.frame.languages:
        yield _whole_site(edition if code == edition.frame.language else in_language(edition, code))


def _whole_site(edition: Edition) -> Site:
    site, desk = site_of(edition, tuple(build_page(edition, ref) for ref in edition.refs())), edition.material.desk
    photos = {path: content for path, name in photo_files(edition.analyses).items() if (content := desk.photo(name)) is not None}
    return replace(site, photos={} if edition.frame.prefix else photos)


def _sections(material: Material, categories: Iterable[Category]) -> tuple[tuple[str, Ref], ...]:
    return tuple((own_words(material, c.name, 80), Ref("category", c.slug)) for c in categories)


def _links(material: Material, under: dict[str, Category | None], code: str) -> tuple[ArticleLink, ...]:
    with speaking(code):
        named = {a.id: own_words(material, c.name if (c := under[a.id]) else a.category, 80) for a in material.articles}
        return tuple(article_link(material, a, named[a.id]) for a in material.articles)


def site_of(edition: Edition, pages: tuple[Page, ...] = (), *, each: bool = True) -> Site:
    """The site of an edition with the pages that are built, its feeds and its map. each: those of single pages too, and their badges."""
    with speaking(edition.frame.language):
        changes = log_items(edition.material, edition.log)
        items = feed_items(edition.material, edition.links, [*changes, *analysis_items(edition.analyses)])
        refs = followed(edition.paths) if each else []
        return Site(
            edition.frame, pages, items, edition.paths, listed_pages(edition), changes,
            news=news_entries(edition), moved=edition.moved,
            page_feeds=tuple(feed_of(edition, ref) for ref in refs),
            badges={badge_path(edition, ref): box_of(edition, ref) for ref in refs},
        )  # fmt: skip


def _listed(links: tuple[ArticleLink, ...], analyses: Iterable[PublishedAnalysis]) -> tuple[ArticleLink, ...]:
    own = [analysis_link(a) for a in analyses]
    return tuple(sorted([*own, *links], key=lambda x: sort_moment(x.published), reverse=True)) if own else links


def _year(link: ArticleLink) -> str:
    return str(link.published.year) if link.published else "undated"


def _status(material: Material, name: str) -> Status:
    found = material.statuses(material.as_of).get(name)
    if found is None:
        raise NotFoundError(f"no status of {name!r} as of {material.as_of}", hint="run `detente run` so that every category has a status")
    return found


def _grid_row(material: Material, name: str, where: str, weight: float | None = None) -> GridRow:
    beside = tuple(GridRow(status_box(material, s), spark_spec(material, name, where, SPARK_DAYS, s.source)) for s in material.beside(name))
    return GridRow(status_box(material, _status(material, name)), spark_spec(material, name, where, SPARK_DAYS), weight, beside)


def _beside(material: Material, name: str, title: str) -> tuple[BesideBox, ...]:
    """The same from the other sources: an imported table stands beside the articles, never mixed with them."""
    return tuple(
        BesideBox(status_box(material, s, link=False), relation_chart(material, name, title, (), s.source), driver_rows(material, s, name))
        for s in material.beside(name)
    )


def _rows_of(material: Material, category: Category) -> tuple[GridRow, ...]:
    known = material.statuses(material.as_of)
    return tuple(
        _grid_row(material, r.name, category.slug, r.weight)
        for r in sorted(category.relations, key=lambda r: -r.weight) if r.name in known
    )  # fmt: skip


def _front(
    material: Material, frame: SiteFrame, categories: Sequence[Category], links: Sequence[ArticleLink], steps: Sequence[StepRow],
    paths: dict[Ref, str],
) -> FrontPage:  # fmt: skip
    sections = [_section(material, c) for c in categories]
    held = {r.name for c in categories for r in c.relations}
    others = [s.name for s in material.statuses(material.as_of).values() if s.kind == "relation" and s.name not in held]
    if others:
        sections.append(GridSection(None, "", tuple(_grid_row(material, name, "other") for name in others)))
    moved = [s for s in material.trends() if s.change != "no-reporting"]
    number, day = len(held) + len(others), day_words(material.as_of)
    state = say_many("The state of {n} relation as of {day}.", "The state of {n} relations as of {day}.", number, day=day)
    description = frame.about or state
    return FrontPage(
        head=Head(paths[Ref("front")], frame.title, one_line(description, 300)), sections=tuple(sections),
        analyses=tuple(x for x in links if x.kind == "analysis")[:LISTED], reports=tuple(x for x in links if x.kind == "report")[:LISTED],
        trends=tuple(status_box(material, s) for s in moved[:LISTED]), changes=tuple(_told_steps(material, steps)[:LISTED]),
        articles=len(links),
        first_day=_first_day(material), spark_days=SPARK_DAYS,
    )  # fmt: skip


def _section(material: Material, category: Category) -> GridSection:
    head, rows = _grid_row(material, category.name, "all"), _rows_of(material, category)
    alike = [row.status.change for row in (*rows, *(b for row in rows for b in row.beside))] == [
        row.status.change for row in (head, *head.beside)
    ]
    alone = len(rows) == len(category.relations) == 1 and alike
    only = rows[0].status if alone else None
    return GridSection(head, own_words(material, category.about, 300), () if only else rows, only)


def _told_steps(material: Material, steps: Sequence[StepRow]) -> list[StepRow]:
    """Steps worth a line on the front page: turns for better or worse, without a relation's that its category repeats that day."""
    slugs = {c.slug: {r.name for r in c.relations} for c in material.desk.config.categories}
    turns = [s for s in steps if s.change in ("improved", "deteriorated") and s.ref]
    repeated = {(s.day, s.change, name) for s in turns if s.ref and s.ref.kind == "category" for name in slugs[s.ref.key]}
    return [s for s in turns if s.ref and (s.day, s.change, s.ref.key) not in repeated]


def _first_day(material: Material) -> date | None:
    return min((a.published.date() for a in material.articles if a.published), default=None)


def _sentence(title: str, status: Status) -> str:
    """A page's description of itself: what changed, how sure, on how much."""
    chance = {"improved": status.p_improved, "deteriorated": status.p_deteriorated}.get(status.change)
    change = change_clause(status.change) + (f" ({sure_words(status.change, chance)})" if chance is not None else "")
    day, level = day_words(status.as_of), points(status.level)
    return say("{title}: {change} as of {day}; level {level}.", title=title, change=change, day=day, level=level)


def _category(material: Material, category: Category, links: Sequence[ArticleLink], paths: dict[Ref, str]) -> CategoryPage:
    status, title = _status(material, category.name), own_words(material, category.name, 120)
    here = {r.name for r in category.relations}
    forecasts = {f.id: f for name in sorted(here) for f in material.forecasts_of_relation.get(name, ())}
    newest = sorted(forecasts.values(), key=lambda f: sort_moment(_told_on(material, f.mentions[0].article)), reverse=True)
    return CategoryPage(
        head=Head(paths[Ref("category", category.slug)], title, _sentence(title, status)), title=title,
        about=own_words(material, category.about, 600),
        status=status_box(material, status, link=False), chart=relation_chart(material, category.name, title, ()),
        rows=_rows_of(material, category), drivers=driver_rows(material, status),
        parts=part_rows(material, material.parts(category.name)), outlook=outlook_box(material, category.name),
        turning=turning_lines(material, category.name),
        turns=turn_rows(material, category.name, title, None), steps=step_rows(material, category.name),
        forecasts=tuple(forecast_row(material, f, n) for n, f in enumerate(newest[:LISTED], 1)),
        articles=tuple(x for x in links if x.category in (category.name, title))[:LISTED_ARTICLES],
        beside=_beside(material, category.name, title),
    )  # fmt: skip


def _told_on(material: Material, article_id: str) -> date | None:
    published = material.by_id[article_id].published
    return published.date() if published else None


def _relation(material: Material, name: str, links: Sequence[ArticleLink], paths: dict[Ref, str]) -> RelationPage:
    status, title = _status(material, name), relation_title(material, name)
    shares = shares_of(status)
    shown = shown_on(material, name)
    events, assessments, forecasts = shown.events, shown.assessments, shown.forecasts
    telling = {material.same_as[m.article] for m in all_mentions(*events, *assessments, *forecasts)}
    numbers = iter(range(1, len(events) + len(assessments) + len(forecasts) + 1))
    return RelationPage(
        head=Head(paths[Ref("relation", name)], title, _sentence(title, status)), title=title, inside=len(set(name.split("-"))) == 1,
        status=status_box(material, status, link=False), chart=relation_chart(material, name, title, marks_of(material, shown.marked)),
        marks_left_out=shown.unmarked, events_left_out=shown.left_out,
        assessments_left_out=shown.assessments_left_out, forecasts_left_out=shown.forecasts_left_out,
        directions=direction_rows(material, name), drivers=driver_rows(material, status, name),
        events=tuple(event_row(material, e, next(numbers), shares) for e in events),
        assessments=tuple(assessment_row(material, a, next(numbers), shares) for a in assessments),
        forecasts=tuple(forecast_row(material, f, next(numbers)) for f in forecasts),
        outlook=outlook_box(material, name), turning=turning_lines(material, name), findings=finding_rows(material, name),
        turns=turn_rows(material, name, title, None), steps=step_rows(material, name),
        categories=_sections(material, categories_of(material, name)),
        articles=tuple(x for x in links if x.ref.key in telling)[:LISTED_ARTICLES],
        beside=_beside(material, name, title),
    )  # fmt: skip


def all_mentions(*rows: Event | Assessment | Forecast) -> list[Mention]:
    """Every mention of several rows."""
    return [m for row in rows for m in row.mentions]


def _years(years: Counter[str]) -> list[str]:
    """Newest first; "undated" last."""
    return sorted(years, key=lambda y: (y != "undated", y), reverse=True)


def _archive(edition: Edition, year: str) -> ArchivePage:
    years = edition.years
    listing = tuple((y, Ref("archive", y), years[y]) for y in _years(years))
    day, words = day_words(edition.material.as_of), year_words(year)
    about = say_many("{year}: {n} article, as of {day}.", "{year}: {n} articles, as of {day}.", years[year], year=words, day=day)
    head = Head(edition.paths[Ref("archive", year)], say("Articles, {year}", year=words), about)
    return ArchivePage(head, year, listing, tuple(x for x in edition.listed if _year(x) == year))


def _about(material: Material, frame: SiteFrame, paths: dict[Ref, str]) -> AboutPage:
    description = say("How {title} comes to its statuses, and what is weak in them.", title=frame.title)
    problems = material.desk.problems()
    rows: list[Event | Assessment | Forecast] = [*material.events.values(), *material.assessments.values(), *material.forecasts.values()]
    return AboutPage(
        head=Head(paths[Ref("about")], say("How to read these pages"), description),
        about=frame.about, articles=len(material.articles), reports=sum(1 for a in material.articles if a.kind == "report"),
        analyses=sum(1 for a in material.articles if a.kind == "analysis"), duplicates=sum(len(c) for c in material.copies.values()),
        sources=len({a.source for a in material.articles if a.source}), events=len(material.events),
        assessments=len(material.assessments), forecasts=len(material.forecasts), not_read=sum(1 for p in problems if p.fatal),
        not_coded=sum(1 for p in problems if not p.fatal), first_day=_first_day(material), rules=len({r.rule for r in rows}),
        thin_below=THIN_BELOW, top=TOP, threshold=DEFAULT.threshold, enter=DEFAULT.enter, half_life=DEFAULT.news_half_life,
        relations_version=RELATIONS_VERSION,
    )  # fmt: skip


def _all_steps(material: Material, statuses: Iterable[Status]) -> list[StepRow]:
    """The steps of every category and relation, newest first."""
    rows = [(row, s.kind) for s in statuses for row in step_rows(material, s.name)]
    return [row for row, _ in sorted(rows, key=lambda r: (-r[0].day.toordinal(), r[1] != "category", r[0].title))]


_BUILDERS: dict[str, Callable[[Edition, str], Page]] = {
    "front": lambda e, _: _front(e.material, e.frame, e.categories, e.listed, e.steps, e.paths),
    "category": lambda e, slug: _category(e.material, next(c for c in e.categories if c.slug == slug), e.listed, e.paths),
    "relation": lambda e, name: _relation(e.material, name, e.links, e.paths),
    "article": lambda e, key: article_page(e.material, e.material.by_id[key], e.under[key], e.links, e.paths),
    "analysis": lambda e, slug: analysis_page(e.material, next(a for a in e.analyses if a.slug == slug), e.paths),
    "archive": _archive,
    "changes": lambda e, year: changes_page(e.material, e.log, year, e.paths),
    "about": lambda e, _: _about(e.material, e.frame, e.paths),
}
