"""A digest as plain data: the changes of status since the last one, each with what drove it and the words behind it, and new analyses.

`detente.desk.subscriptions` sends it; here is decided what it says. No HTML, no address of a reader.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from detente.pages.analysis import analysis_items
from detente.pages.change_log import headline, log_words
from detente.pages.language import speaking
from detente.pages.links import absolute
from detente.pages.parts import DriverRow, FeedItem, LogRow, Ref
from detente.pages.rows import driver_rows
from detente.pages.wording import sort_moment

if TYPE_CHECKING:
    from detente.pages.build import Edition

Rhythm = Literal["daily", "weekly"]
DRIVERS = 3  # of a change: the largest; the page has them all
MOST = 40  # entries of a mail: more is no digest; the rest is counted, and the change log has it


@dataclass(frozen=True, slots=True)
class Driver:
    """One driver of a change, with its row's full address; address, quote: empty where there is none."""

    share: float
    what: str
    when: date | None
    quote: str
    address: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A change of status or an analysis. address: of its page; words: a sentence or two on it."""

    title: str
    when: datetime | date
    words: str
    address: str
    drivers: tuple[Driver, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """What one mail says. more: entries that found no room; site: the front page; log: the change log; leave: the address to leave by.
    language: the edition's."""

    title: str
    rhythm: Rhythm
    as_of: date
    entries: tuple[Entry, ...]
    more: int
    site: str
    log: str
    leave: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class News:
    """Something a digest may tell. id: as in the feeds; ref: whose status changed, or the category of an analysis; None: of no page."""

    id: str
    ref: Ref | None
    when: datetime | date
    about: LogRow | FeedItem


def recent_news(edition: Edition) -> tuple[News, ...]:
    """What a digest of now may tell, newest first: nothing older than the desk's period, over which a change is measured. When another
    lexicon or late articles re-read the past, its steps change; that is history, not news."""
    since = edition.material.as_of - timedelta(days=edition.frame.period_days)
    slugs = {c.name: c.slug for c in edition.categories}
    found = [News(row.id, row.ref, row.when, row) for row in edition.log]
    with speaking(edition.frame.language):
        items = analysis_items(edition.analyses)
    for analysis, item in zip(edition.analyses, items, strict=True):
        slug = slugs.get(analysis.category)
        found.append(News(item.id, Ref("category", slug) if slug else None, item.when, item))
    recent = [news for news in found if sort_moment(news.when).date() > since]
    return tuple(sorted(recent, key=lambda n: (sort_moment(n.when), n.id), reverse=True))


def make_digest(edition: Edition, news: Iterable[News], rhythm: Rhythm, base: str, leave: str) -> Digest:
    """The digest of some news, in the edition's language. base: the served site's address, with a slash at its end; leave: a full
    address."""
    chosen, frame = list(news), edition.frame
    with speaking(frame.language):
        entries = tuple(_entry(edition, one, base) for one in chosen[:MOST])
    more = len(chosen) - len(entries)
    home = base + frame.prefix
    return Digest(frame.title, rhythm, frame.as_of, entries, more, home, f"{home}changes.html", leave, frame.language)


def _entry(edition: Edition, news: News, base: str) -> Entry:
    def address(ref: Ref | None) -> str:
        path = edition.paths.get(Ref(ref.kind, ref.key)) if ref else None
        return absolute(base, path) + (f"#{ref.fragment}" if ref and ref.fragment else "") if path else ""

    if isinstance(news.about, FeedItem):
        return Entry(news.about.title, news.when, news.about.summary, address(news.about.ref), ())
    row = news.about
    drivers = _drivers(edition, row, address) if row.kind == "step" and row.ref else ()
    page = address(row.ref) or address(Ref("changes"))
    return Entry(headline(row), row.when, log_words(edition.material, row), page, drivers)


def _drivers(edition: Edition, row: LogRow, address: Callable[[Ref | None], str]) -> tuple[Driver, ...]:
    """The largest drivers of a step, as of its day."""
    material, ref = edition.material, row.ref
    assert ref is not None
    name = ref.key if ref.kind == "relation" else next(c.name for c in edition.categories if c.slug == ref.key)
    status = next((s for day, s in material.desk.machine_steps(name, material.as_of) if day == row.from_date), None)
    rows: tuple[DriverRow, ...] = driver_rows(material, status, ref.key if ref.kind == "relation" else "") if status else ()
    told = [d for d in rows if d.kind != "fading"][:DRIVERS]
    return tuple(Driver(d.share, d.what, d.when, d.quote, address(d.ref)) for d in told)
