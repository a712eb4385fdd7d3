"""Forecasts that the coder found in articles, as they would go into the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from detente.record.forecast_ledger import Found, LedgerForecast
from detente.types import Article, Forecast

if TYPE_CHECKING:
    from detente.opened_desk import Desk


@dataclass(frozen=True, slots=True)
class Candidate:
    """One mention of a forecast. probability: the middle of its ICD 203 band; deadline: the end of its horizon, None where it names none.
    author: the speaker it names, else the article's author, else its source."""

    key: str
    statement: str
    probability: float
    band: str
    deadline: date | None
    author: str
    category: str
    article: str
    title: str
    published: datetime | None
    span: Found


def candidates(desk: Desk, ledger: Sequence[LedgerForecast]) -> list[Candidate]:
    """Those that could be judged and are not in the ledger yet, newest article first. One without words of probability, or from an article
    without a date, is left out: nobody may give its author a number or a day."""
    taken = {(row.found.article, row.found.field, row.found.start, row.found.end) for row in ledger if row.found}
    articles = {article.id: article for article in desk.articles()}
    made = [
        candidate for forecast in desk.forecasts() for candidate in _of(desk, forecast, articles)
        if (s := candidate.span) and (s.article, s.field, s.start, s.end) not in taken
    ]  # fmt: skip
    return sorted(made, key=lambda c: (c.published.date() if c.published else date.min, c.article, -c.span.start), reverse=True)


def _of(desk: Desk, forecast: Forecast, articles: dict[str, Article]) -> Iterator[Candidate]:
    if forecast.probability is None:
        return
    for mention in forecast.mentions:
        article = articles.get(mention.article)
        if article is None or article.published is None:
            continue
        speaker = desk.lexicon().display_name(forecast.speaker) if forecast.speaker else ""
        low, high = forecast.probability
        yield Candidate(
            key=f"{article.id}-{mention.field}-{mention.start}-{mention.end}", statement=" ".join(mention.quote.split()),
            probability=round((low + high) / 2, 4), band=forecast.band or "", deadline=forecast.horizon_end or forecast.horizon_start,
            author=speaker or article.author or article.source or article.title, category=_category(desk, forecast, article),
            article=article.id, title=article.title, published=article.published,
            span=Found(article.id, mention.field, mention.start, mention.end, mention.quote),
        )  # fmt: skip


def _category(desk: Desk, forecast: Forecast, article: Article) -> str:
    """What it is about: the category its article states, else the first that has its relation, else the relation."""
    stated = desk.category(article.category) if article.category else None
    if stated is not None:
        return stated.name
    places = sorted({side[:3] for side in forecast.sides})
    name = "-".join(places if len(places) > 1 else places * 2)
    holds = next((c.name for c in desk.config.categories if any(r.name == name for r in c.relations)), None)
    return holds or name
