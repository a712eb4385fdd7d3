"""Rows of the record -> rows of the API: the functions that ``--json`` uses, and what the public may not see taken out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from detente.json_rows import analysis_json, article_json, forecast_json, status_json, told_json
from detente.pages.article import publishes
from detente.pages.links import outside_link
from detente.pages.parts import Ref
from detente.pages.rows import QUOTE_LENGTH, relation_title
from detente.pages.wording import one_line

if TYPE_CHECKING:
    from detente.config import Category
    from detente.desk.api.snapshot import Snapshot, Told
    from detente.pages.parts import LogRow
    from detente.published import PublishedAnalysis
    from detente.record.forecast_ledger import LedgerForecast
    from detente.search import Hit
    from detente.types import Article, LevelPoint, Status

Json = dict[str, Any]
BASE = "/api/v1"


def address(*parts: str, **asked: str) -> str:
    """An address of the API."""
    path = "/".join([BASE, *(quote(part, safe="") for part in parts)])
    return f"{path}?{urlencode(asked)}" if asked else path


def page_link(now: Snapshot, kind: Any, key: str) -> str | None:
    """The address of a page for readers."""
    path = now.plan.paths.get(Ref(kind, key))
    return f"/{path}" if path else None


def article_row(now: Snapshot, article: Article, whole: bool) -> Json:
    """whole: whether all of it may be seen, by the right to review."""
    shown = now.material.same_as.get(article.id, article.id)
    category = now.plan.under.get(shown)
    row = article_json(article)
    if not whole:
        row["file"] = None
        if not publishes(now.material, article):
            row["text"] = None
    return {
        **row, "kind": article.kind, "category": category.name if category else one_line(article.category, 80) or None,
        "url": outside_link(article.url) or None,
        "links": {"self": address("articles", article.id), "page": page_link(now, "article", shown)},
    }  # fmt: skip


def told_row(now: Snapshot, row: Told, whole: bool) -> Json:
    """An event, assessment or forecast. A quote is a sentence or two; what is longer would be an article published by the back door."""
    made = told_json(row)
    if not whole:
        made["mentions"] = [{**m, "quote": cut(m["quote"])} for m in made["mentions"]]
        if made.get("content"):
            made["content"] = {**made["content"], "quote": cut(made["content"]["quote"])}
    first = now.material.same_as.get(row.mentions[0].article, "") if row.mentions else ""
    return {**made, "links": {"self": address("events", row.id), "page": page_link(now, "article", first)}}


def cut(quote_: str) -> str:
    """A quote as it may be published."""
    return quote_ if len(quote_) <= QUOTE_LENGTH else quote_[: QUOTE_LENGTH - 1] + "…"


def status_row(now: Snapshot, status: Status) -> Json:
    """A status with its links."""
    page = _place(now, status.kind, status.name)["page"]
    itself = address("statuses", name=status.name, as_of=status.as_of.isoformat())
    return {**status_json(status), "title": title_of(now, status), "links": {"self": itself, "page": page}}


def title_of(now: Snapshot, status: Status) -> str:
    """What to call a status."""
    return one_line(status.name, 120) if status.kind == "category" else relation_title(now.material, status.name)


def _place(now: Snapshot, kind: str, name: str) -> Json:
    if kind == "relation":
        return {"self": address("relations", name), "page": page_link(now, "relation", name)}
    slug = next((c.slug for c in now.plan.categories if c.name == name), "")
    return {"self": address("categories", slug), "page": page_link(now, "category", slug)}


def relation_row(now: Snapshot, name: str) -> Json:
    """A relation that has a page."""
    status = now.material.statuses(now.material.as_of)[name]
    place = _place(now, "relation", name)
    held = [c.slug for c in now.plan.categories if any(r.name == name for r in c.relations)]
    return {
        "name": name, "sides": list(status.sides), "title": title_of(now, status), "categories": held, "status": status_row(now, status),
        "others": [status_row(now, each) for each in now.material.beside(name)],
        "links": {**place, "series": f"{place['self']}/series", "events": address("events", relation=name),
                  "changes": address("changes", name=name)},
    }  # fmt: skip


def category_row(now: Snapshot, category: Category) -> Json:
    """A category."""
    status = now.material.statuses(now.material.as_of).get(category.name)
    place = _place(now, "category", category.name)
    return {
        "name": category.name, "slug": category.slug, "about": category.about,
        "relations": [{"name": r.name, "weight": r.weight} for r in category.relations],
        "status": status_row(now, status) if status else None,
        "links": {**place, "series": f"{place['self']}/series", "changes": address("changes", name=category.name)},
    }  # fmt: skip


def point_row(point: LevelPoint) -> Json:
    """A day of a series."""
    return {"day": point.day.isoformat(), "level": point.level, "low": point.low, "high": point.high, "events": point.events}


def change_row(now: Snapshot, row: LogRow) -> Json:
    """An entry of the change log."""
    plain = {key: getattr(row, key) for key in ("id", "kind", "title", "change", "before", "by", "reason", "level", "events")}
    name = log_name(now, row)
    days = {key: iso(getattr(row, key)) for key in ("when", "from_date", "until_date")}
    kind = row.ref.kind if row.ref else ""
    of = _place(now, kind, name)["self"] if kind else address("changes")
    return {**plain, **days, "name": name, "links": {"self": of, "page": page_link(now, row.ref.kind, row.ref.key) if row.ref else None}}


def log_name(now: Snapshot, row: LogRow) -> str:
    """The name of what an entry is about; of a category that is gone, its title."""
    if row.ref is None:
        return row.title
    if row.ref.kind == "relation":
        return row.ref.key
    return next((c.name for c in now.plan.categories if c.slug == row.ref.key), row.title)


def ledger_row(now: Snapshot, row: LedgerForecast, today: date, whole: bool) -> Json:
    """A forecast of the ledger. whole: with who entered and resolved it, and on what evidence."""
    made = forecast_json(row, today)
    kept = ("outcome", "made_at", "article", "event")
    hidden = ("evidence", "reason", "user")
    made["resolutions"] = [
        {**{key: each[key] or None for key in kept}, **{key: each[key] if whole else None for key in hidden}}
        for each in made["resolutions"]
    ]
    if made["found"] and not whole:
        made["found"] = {**made["found"], "quote": cut(made["found"]["quote"])}
    page = page_link(now, "analysis", row.analysis) if row.analysis else None
    links = {"self": address("forecasts", str(row.id)), "page": page}
    return {**made, "user": made["user"] if whole else None, "analysis": row.analysis or None, "links": links}


def analysis_row(now: Snapshot, analysis: PublishedAnalysis) -> Json:
    """An analysis on its page; quotes as there."""
    made = analysis_json(analysis)
    parts = [{**part, "quote": cut(part["quote"])} if part["part"] == "quote" else part for part in made["parts"]]
    links = {"self": address("analyses", analysis.slug), "page": page_link(now, "analysis", analysis.slug)}
    return {**made, "parts": parts, "links": links}


def hit_row(now: Snapshot, hit: Hit) -> Json:
    """What a search found."""
    folder, shown = {"article": ("articles", "article"), "analysis": ("analyses", "analysis"), "event": ("events", "article")}[hit.page]
    title, snippet = ("".join(span.text for span in spans) for spans in (hit.title, hit.snippet))
    links = {"self": address(folder, hit.id), "page": page_link(now, shown, hit.article if hit.page == "event" else hit.id)}
    return {"kind": hit.kind, "id": hit.id, "title": title, "snippet": snippet, "day": iso(hit.day), "source": hit.source,
            "language": hit.language, "categories": list(hit.categories), "actors": list(hit.actors), "links": links}  # fmt: skip


def plain(row: Any, names: tuple[str, ...]) -> Json:
    """Some fields of a dataclass as JSON values."""
    return {name: iso(value) if isinstance(value := getattr(row, name), date) else _json(value) for name in names}


def _json(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else value


def iso(moment: datetime | date | None) -> str | None:
    """ISO text."""
    return moment.isoformat() if moment else None
