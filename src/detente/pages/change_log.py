"""The change log: every step of the machine and every decision of an editor in one list, newest first; its pages and its feed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from detente.errors import NotFoundError
from detente.pages.desk import DecisionLike
from detente.pages.feed_items import FEED_ITEMS
from detente.pages.language import say, say_many
from detente.pages.material import Material
from detente.pages.model import ChangesPage
from detente.pages.parts import FeedItem, Head, LogRow, Ref
from detente.pages.rows import own_words, relation_title
from detente.pages.wording import change_clause, day_words, one_line, points, sort_moment
from detente.types import Change, StatusKind

CHANGES = Ref("changes")
NEWEST = 50  # entries on the first page, about three screens; each year has a page with all of its own


def log_rows(material: Material) -> tuple[LogRow, ...]:
    """All of it as of the edition's day, newest first: a step by its day, a decision by when it was made."""
    rows = [row for name in material.statuses(material.as_of) for row in _machine_rows(material, name)]
    for decision in material.desk.overrides():
        if decision.from_date <= material.as_of:
            rows += _decision_rows(material, decision)
    return tuple(sorted(rows, key=lambda row: (sort_moment(row.when), row.kind != "step", row.id), reverse=True))


def _machine_rows(material: Material, name: str) -> list[LogRow]:
    rows, before = list[LogRow](), None
    for day, status in material.desk.machine_steps(name, material.as_of):
        if day > material.as_of:
            break
        title, ref = _named(material, status.kind, name)
        ident = f"step:{status.kind}:{_first_name(material, status.kind, name)}:{day.isoformat()}:{status.change}"
        rows.append(
            LogRow(
                id=ident, kind="step", when=day, title=title, ref=ref, change=status.change, before=before, by="machine", reason="",
                level=status.level, events=status.events, from_date=day, until_date=None,
                low=status.low, high=status.high,
            )
        )  # fmt: skip
        before = status.change
    return rows


def _first_name(material: Material, kind: StatusKind, name: str) -> str:
    """The name that ids of entries hold: of a category that was renamed its oldest one, so that nothing old is told again as new."""
    category = material.desk.config.category(name) if kind == "category" else None
    return category.formerly[0] if category and category.formerly else name


def _decision_rows(material: Material, decision: DecisionLike) -> list[LogRow]:
    """One row for the decision; one more where it was taken back."""
    title, ref = _named(material, decision.kind, decision.name)
    machine = _machine_said(material, decision.name, decision.from_date)
    reason = one_line(decision.reason, 600)
    made = LogRow(
        id=f"decision:{decision.id}", kind="set", when=decision.made_at, title=title, ref=ref, change=decision.change, before=machine,
        by=one_line(decision.user, 80), reason=reason, level=None, events=0, from_date=decision.from_date,
        until_date=decision.until_date,
    )  # fmt: skip
    if decision.withdrawn is None:
        return [made]
    taken = LogRow(
        id=f"decision:{decision.id}:withdrawn", kind="withdrawn", when=decision.withdrawn, title=title, ref=ref, change=decision.change,
        before=machine, by=one_line(decision.withdrawn_by, 80), reason=one_line(decision.withdrawn_why, 600), level=None, events=0,
        from_date=decision.from_date, until_date=decision.until_date,
    )  # fmt: skip
    return [made, taken]


def _named(material: Material, kind: StatusKind, name: str) -> tuple[str, Ref | None]:
    """What to call a relation or category, and its page; None where it has none."""
    if kind == "relation":
        paged = name in material.statuses(material.as_of)
        return relation_title(material, name), Ref("relation", name) if paged else None
    category = material.desk.config.category(name)
    return own_words(material, name, 120), Ref("category", category.slug) if category else None


def _machine_said(material: Material, name: str, day: date) -> Change | None:
    """The machine's class on a day; None before its first word, and for a category that the desk no longer has."""
    try:
        steps = material.desk.machine_steps(name, material.as_of)
    except NotFoundError:
        return None
    return next((status.change for since, status in reversed(steps) if since <= day), None)


def log_years(rows: Sequence[LogRow]) -> Counter[str]:
    """Year -> entries, newest year first."""
    return Counter(str(row.when.year) for row in rows)


def changes_page(material: Material, rows: Sequence[LogRow], year: str, paths: Mapping[Ref, str]) -> ChangesPage:
    """The page of a year; with an empty ``year`` the first page, of the newest entries of all."""
    years = log_years(rows)
    decisions = sum(1 for row in rows if row.kind != "step")
    shown = tuple(row for row in rows if str(row.when.year) == year) if year else tuple(rows[:NEWEST])
    title = say("Change log, {year}", year=year) if year else say("Change log")
    about = say_many(
        "Every step of a status and every decision of an editor, as of {day}: {n} entry.",
        "Every step of a status and every decision of an editor, as of {day}: {n} entries.",
        len(rows), day=day_words(material.as_of),
    )  # fmt: skip
    if year:
        about += " " + say("Of {year}: {count}.", year=year, count=str(years[year]))
    listing = tuple((each, Ref("changes", each), count) for each, count in years.items())
    return ChangesPage(Head(paths[Ref("changes", year)], title, about), year, listing, shown, len(rows), decisions)


def log_items(material: Material, rows: Sequence[LogRow], most: int = FEED_ITEMS) -> tuple[FeedItem, ...]:
    """The newest entries for the feed."""
    return tuple(
        FeedItem(row.id, row.ref or CHANGES, headline(row), row.when, log_words(material, row), "", "status") for row in rows[:most]
    )


def headline(row: LogRow) -> str:
    """An entry in one line."""
    words = change_clause(row.change)
    if row.kind == "step":
        return f"{row.title}: {words}"
    if row.kind == "set":
        return say("{title}: set to {change} by {editor}", title=row.title, change=words, editor=row.by)
    return say("{title}: an editor’s {change} is withdrawn", title=row.title, change=words)


def _level_words(row: LogRow) -> str:
    if row.level is None:
        return say("no level")
    return say("level {level}, 80 % band {low} to {high}", level=points(row.level), low=points(row.low), high=points(row.high))


def log_words(material: Material, row: LogRow) -> str:
    """An entry in a sentence or two: on what it rests, what was before it, whose it is."""
    if row.kind == "step":
        before = " " + say("Before: {change}.", change=change_clause(row.before)) if row.before else ""
        level = f"{_level_words(row)}; {say_many('{n} event', '{n} events', row.events)}"
        computed = say_many(
            "Computed from the reports: {change} over {n} day, {level}.", "Computed from the reports: {change} over {n} days, {level}.",
            material.desk.config.period_days, change=change_clause(row.change), level=level,
        )  # fmt: skip
        return computed + before
    machine = " " + say("The machine says: {change}.", change=change_clause(row.before)) if row.before else ""
    given = f"{row.by}: {row.reason}" if row.by else row.reason or say("No reason was kept.")
    given = given if given.endswith((".", "!", "?", "…")) else f"{given}."
    if row.kind != "set":
        return given + machine
    since, until = day_words(row.from_date), day_words(row.until_date) if row.until_date else ""
    counts = say("It counts from {since} to {until}.", since=since, until=until) if until else say("It counts from {since}.", since=since)
    return f"{given} {counts}{machine}"
