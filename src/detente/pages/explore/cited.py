"""A status of a day at its permanent address.

What a desk says of a past day can change: an article of that time comes in late, a correction counts from before it, a new version of the
coder reads a sentence otherwise. So the address keeps answering with what the desk says now, beside every answer that was ever kept, with
the days; and each kept answer has an address of its own, which never changes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

from detente.config import ARTICLES
from detente.interface_languages import SOURCE
from detente.pages.build import Edition
from detente.pages.explore.citation import Cited, citation, status_words
from detente.pages.explore.parts import CitedPage, QuotedIn, SaidDriver, SaidStatus
from detente.pages.explore.period import query
from detente.pages.language import language, say, say_many, speaking
from detente.pages.links import absolute
from detente.pages.parts import Head, Ref
from detente.pages.rows import driver_row, driver_rows, status_box
from detente.pages.wording import day_words, one_line
from detente.types import Status

_REST = re.compile(r"(\d{1,6}) smaller ones together", re.ASCII)
MOST_DRIVERS = 40  # kept with their words; the rest of a much reported month is one row


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of a day: the status shown, and the machine's; version: of the machine and all it was made from; drivers: in words."""

    shown: Status
    machine: Status
    period_days: int
    version: str
    drivers: tuple[SaidDriver, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that was kept. key: its edition."""

    key: str
    when: datetime
    answer: Answer


@dataclass(frozen=True, slots=True)
class Quoted:
    """An analysis, published at a moment with a status of the day."""

    slug: str
    title: str
    when: datetime
    status: Status


@dataclass(frozen=True, slots=True)
class Given:
    """All that is known of a status of a day. key: as its address has it; now: what the desk says today, None where it follows that
    category no longer; kept: oldest first."""

    key: str
    day: date
    now: Answer | None
    kept: tuple[Kept, ...]
    quoted: tuple[Quoted, ...]


def edition_of(answer: Answer) -> str:
    """Twelve hex digits that stand for what an answer says: equal answers have equal editions, whatever made them.

    Numbers count to six decimals, far finer than any page prints and coarser than the rounding of one processor or another."""
    parts: list[object] = [answer.period_days]
    for status in (answer.shown, answer.machine):
        numbers = [status.level, status.low, status.high, status.p_improved, status.p_deteriorated]
        parts += [status.kind, status.name, status.as_of.isoformat(), status.change, status.by, status.reason, status.source, status.events]
        parts += [None if n is None else f"{n:.6f}" for n in numbers]
        parts += sorted(f"{d.kind} {d.id} {d.share:.6f}" for d in status.drivers)
    return sha256(repr(parts).replace("-0.000000", "0.000000").encode()).hexdigest()[:12]


def said_drivers(edition: Edition, status: Status) -> tuple[SaidDriver, ...]:
    """The drivers of a status in words, as they are kept: in English whoever asks, so that equal answers are the same in every language."""
    with speaking(SOURCE):
        return _said_drivers(edition, status)


def _said_drivers(edition: Edition, status: Status) -> tuple[SaidDriver, ...]:
    rows = [row for row in driver_rows(edition.material, status) if row.kind != "fading"]
    kept = [SaidDriver(row.share, row.what, row.when, row.quote) for row in rows[:MOST_DRIVERS]]
    if rows[MOST_DRIVERS:]:
        rest = rows[MOST_DRIVERS:]
        kept.append(SaidDriver(sum(r.share for r in rest), f"{len(rest)} smaller ones together", None, ""))
    faded = sum(d.share for d in status.drivers if d.kind == "fading")
    return (*kept, *([SaidDriver(faded, "fading of earlier events", None, "")] if faded else []))


def key_of(edition: Edition, status: Status) -> str:
    """What a status is called in its address: a relation by its name, a category by its slug."""
    ref = status_box(edition.material, status).ref
    return ref.key if ref else status.name


def cited_page(edition: Edition, given: Given, *, pinned: str, today: date) -> CitedPage:
    """The page. pinned: the edition that the address names, which is among the kept, or empty: then there is an answer of now, or one that
    was kept."""
    at, kept, now = given.day.isoformat(), given.kept, given.now
    path, up = f"statuses/{given.key}/{at}", "../../../" if pinned else "../../"
    current = edition_of(now) if now else ""
    shown = next((one for one in kept if one.key == (pinned or current)), None) or (None if now else kept[-1])
    answer = shown.answer if shown else now
    assert answer is not None  # by what the caller owes
    said = _said(edition, answer, shown.key if shown else current, shown.when if shown else None)
    full = absolute(edition.frame.base_url, edition.frame.prefix + (f"{path}/{said.key}" if shown else path))
    title, status = said.shown.title, answer.shown
    issued = shown.when.date() if shown else None
    machine = f"Detente {answer.version.partition(' ')[0]}, {_relations_of(answer.version)}"
    cite = Cited(edition.frame.title, title, status, answer.period_days, said.key, issued, today, full, machine)
    related = now is not None and status.kind == "relation"
    about = say("{title}: {status} to {day}.", title=title, status=status_words(status, answer.period_days), day=day_words(given.day))
    heading = say("{title} as of {day}", title=title, day=day_words(given.day))
    return CitedPage(
        head=Head(f"{path}/{pinned}" if pinned else path, heading, about), title=title, name=status.name,
        day=given.day, ref=said.shown.ref if said.shown.ref in edition.paths else None,
        explore=f"{up}explore/relation" + query({"name": status.name, "to": at}) if related else "", said=said,
        now=_said(edition, now, current, None) if now and said.key != current else None,
        editions=tuple(_said(edition, one.answer, one.key, one.when, one.key if pinned else f"{at}/{one.key}") for one in kept),
        pinned=bool(pinned), gone=now is None, quoted=tuple(_quoted(edition, one, status) for one in given.quoted), cite=citation(cite),
        keep="" if now is None or any(one.key == current for one in kept) else "cite" if pinned else f"{at}/cite",
        bare=f"../{at}" if pinned else "", bibtex=query({"as": "bibtex"}), csl=query({"as": "csl"}),
    )  # fmt: skip


def _relations_of(version: str) -> str:
    """``relations 5`` of a version that also names coder, lexicon and a digest."""
    words = version.split()
    at = words.index("relations") if "relations" in words[:-1] else -1
    return f"relations {words[at + 1]}" if at >= 0 else "version unknown"


def _said(edition: Edition, answer: Answer, key: str, when: datetime | None, href: str = "") -> SaidStatus:
    shown, machine = (replace(status_box(edition.material, s), period_days=answer.period_days) for s in (answer.shown, answer.machine))
    overruled = answer.shown.by != "machine"
    return SaidStatus(key, when, shown, machine if overruled else None, answer.version, _retold_drivers(edition, answer), href)


def _retold_drivers(edition: Edition, answer: Answer) -> tuple[SaidDriver, ...]:
    """The drivers in the page's language where the desk would still say the same of them in English; else with the words that were kept."""
    if language() == SOURCE:
        return answer.drivers
    here = _words_of(edition, answer.shown)
    with speaking(SOURCE):
        words = dict(zip(_words_of(edition, answer.shown), here, strict=True))
    told = []
    for driver in answer.drivers:
        rest = _REST.fullmatch(driver.what)
        what = say_many("{n} smaller one", "{n} smaller ones together", int(rest[1])) if rest else words.get(driver.what, "")
        told.append(replace(driver, what=what, language="") if what else replace(driver, language=SOURCE))
    return tuple(told)


def _words_of(edition: Edition, status: Status) -> list[str]:
    """Of each driver, and of fading, in an order that no language changes."""
    if status.source == ARTICLES:
        rows = [driver_row(edition.material, driver, "") for driver in status.drivers]
    else:
        rows = list(driver_rows(edition.material, status))
    return [*(row.what for row in rows), say("fading of earlier events")]


def _quoted(edition: Edition, one: Quoted, status: Status) -> QuotedIn:
    ref = Ref("analysis", one.slug)
    same = (one.status.change, _rounded(one.status.level)) == (status.change, _rounded(status.level))
    return QuotedIn(one_line(one.title), ref if ref in edition.paths else None, one.when, one.status.change, one.status.level, same)


def _rounded(level: float | None) -> float | None:
    return None if level is None else round(level, 1)
