"""A page of the editor -> what stands on the public page, with all it cites as it is at this moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from detente.desk.cleaning import published_html, published_source
from detente.desk.opened import opened_desk
from detente.errors import DetenteError
from detente.pages.links import ANALYSES, slugify
from detente.pages.rich_text import plain_text
from detente.published import ForecastPart, FrozenStatus, LikeArticle, PublishedAnalysis, QuotePart, TextPart

if TYPE_CHECKING:
    from detente.opened_desk import Desk

SIMILAR = TRENDS = 5  # as on the pages of articles
Part = TextPart | QuotePart | ForecastPart


def freeze(page: Any, at: datetime, *, photo: bool = True) -> PublishedAnalysis:
    """What would be published of a page at a moment. photo: whether to keep the photo's file too. Raises DetenteError.

    What it cites is chosen once: an analysis that is published again keeps its day, its lists and the forecasts it made."""
    from detente.desk.analyses.photos import kept_photo

    desk, earlier = opened_desk(), published_before(page)
    made = _made(page)
    parts = tuple(made.get(part.key, part) if isinstance(part, ForecastPart) else part for part in parts_of(page.body, desk))
    still = {part.key for part in parts if isinstance(part, ForecastPart)}
    status = _status(desk, page, earlier)
    day = status.shown.as_of if status else desk.as_of(page.as_of)
    return PublishedAnalysis(
        slug=earlier.slug if earlier else _slug(page, at), title=page.title, category=page.category, author=_author(page),
        published=earlier.published if earlier else at, updated=at if earlier else None, status=status, parts=parts,
        kept=tuple(forecast for key, forecast in made.items() if key not in still),
        photo=kept_photo(page) if photo and page.photo_id else None,
        similar=earlier.similar if earlier else _similar(desk, page.title, parts, day),
        trends=earlier.trends if earlier else _trends(desk, day),
    )  # fmt: skip


def published_before(page: Any) -> PublishedAnalysis | None:
    """What was published of a page, withdrawn or not."""
    from detente.record.analyses import analysis_of_page

    return analysis_of_page("default", page.pk) if page.pk else None


def public_address(page: Any) -> str | None:
    """Where readers find it: the address of the public pages."""
    earlier = published_before(page)
    return f"/{ANALYSES}/{slugify(earlier.slug, 200)}.html" if earlier else None


def changed_forecasts(page: Any, body: Any) -> list[str]:
    """The statements of forecasts that were made when a page was published, and that ``body`` (as edited) would change."""
    made, now = _made(page), _forecasts(body)
    return [made[f.key].statement for f in now if f.key in made and made[f.key] != f]


def refused_forecasts(page: Any, body: Any, at: datetime) -> list[str]:
    """Why forecasts not made yet could not be made at a moment, in words; none if all could."""
    from detente.record.forecasts import check_forecast

    made, refused = _made(page), list[str]()
    for f in _forecasts(body):
        if f.key in made:
            continue
        try:
            check_forecast(
                statement=f.statement, probability=f.probability, deadline=f.deadline, criterion=f.criterion, category="its page's",
                author="its page's", made_at=at,
            )  # fmt: skip
        except DetenteError as error:
            refused.append(f"“{f.statement}”: {error.what}")
    return refused


def _made(page: Any) -> dict[str, ForecastPart]:
    earlier = published_before(page)
    return {f.key: f for f in earlier.forecasts()} if earlier else {}


def _forecasts(body: Any) -> list[ForecastPart]:
    return [forecast_of(block) for block in body or () if block.block_type == "forecast" and _whole(block.value)]


def forecast_of(block: Any) -> ForecastPart:
    """The forecast of a block; Wagtail keeps the block's id from one revision to the next."""
    value = block.value
    said = (value["statement"].strip(), value["probability"] / 100, value["deadline"], value["criterion"].strip())
    return ForecastPart(str(block.id), *said, value.get("unchanged") or "no")


def parts_of(body: Iterable[Any], desk: Desk) -> Iterator[Part]:
    """The text's parts, cleaned. A block that is not filled in yet is left out."""
    for block in body:
        if block.block_type == "text":
            yield TextPart(published_source(block.value.source))
        elif block.block_type == "forecast" and _whole(block.value):
            yield forecast_of(block)
        elif block.block_type == "quote" and block.value.get("quote"):
            yield _quote(block.value, desk)


def whole_text(parts: Iterable[Part]) -> str:
    """All of it as HTML of a few elements, for those who read the record."""
    from django.utils.html import format_html

    pieces = []
    for part in parts:
        if isinstance(part, TextPart):
            pieces.append(part.html)
        elif isinstance(part, QuotePart):
            cited = f"{part.source}: {part.article_title}" if part.source else part.article_title
            pieces.append(format_html("<blockquote><p>{}</p><p><cite>{}</cite></p></blockquote>", part.quote, cited))
        else:
            said = f"{part.statement} {part.probability:.0%} by {part.deadline}. {part.criterion}"
            pieces.append(format_html("<p><b>Forecast.</b> {}</p>", said))
    return published_html("\n".join(pieces))


def _whole(value: Any) -> bool:
    return all(value.get(key) for key in ("statement", "probability", "deadline", "criterion"))


def _quote(value: Any, desk: Desk) -> QuotePart:
    try:
        article = desk.article(value["article"])
        told = (article.title, article.source, article.url, article.published)
    except DetenteError:  # only in a preview: the form does not save such a quote
        told = ("an article the desk does not have", "", "", None)
    return QuotePart(
        value["quote"], value["article"], *told, value.get("event") or "", value["field"], value.get("start") or 0, value.get("end") or 0
    )


def _slug(page: Any, at: datetime) -> str:
    from detente.record.analyses import slug_taken

    slug = f"{at.date().isoformat()}-{page.slug or slugify(page.title) or 'analysis'}"[:190]
    return f"{slug}-{page.pk}" if slug_taken("default", slug, page.pk or 0) else slug


def _author(page: Any) -> str:
    if page.byline.strip():
        return str(page.byline.strip())
    return str(page.owner.get_full_name() or page.owner.get_username()) if page.owner else ""


def _status(desk: Desk, page: Any, earlier: PublishedAnalysis | None) -> FrozenStatus | None:
    """The category's status on the page's day: the one frozen before where category and day are the same."""
    category = desk.category(page.category) if page.category else None
    if category is None:
        return None
    before = earlier.status if earlier else None
    if before and before.shown.name == category.name and page.as_of in (None, before.shown.as_of):
        return before
    day = desk.as_of(page.as_of)
    shown = desk.status(category.name, day)
    machine = next(
        (s for s in desk.machine_statuses(day) if (s.kind, s.name, s.source) == (shown.kind, shown.name, shown.source)), shown
    )
    return FrozenStatus(shown, machine, desk.status_version(), desk.config.period_days)


def _similar(desk: Desk, title: str, parts: Iterable[Part], day: date) -> tuple[LikeArticle, ...]:
    words = "\n".join(plain_text(part.html) if isinstance(part, TextPart) else "" for part in parts)
    return tuple(like for kind in ("story", "situation") for like in like_articles(desk, title, words, day, kind))


def like_articles(desk: Desk, title: str, words: str, day: date, kind: str, top: int = SIMILAR) -> list[LikeArticle]:
    """The desk's articles that are like a text; none while there is no text."""
    if not f"{title}{words}".strip():
        return []
    found = []
    for neighbour in desk.like(title, words, day, kind, top):
        a = desk.article(neighbour.id)
        found.append(LikeArticle(a.id, a.title, a.source, a.published, a.kind, a.category, neighbour.why, kind))
    return found


def _trends(desk: Desk, day: date) -> tuple[FrozenStatus, ...]:
    period = desk.config.period_days
    moved = [s for s in desk.trends(day, period) if s.change != "no-reporting"]
    return tuple(FrozenStatus(s, s, desk.status_version(), period) for s in moved[:TRENDS])
