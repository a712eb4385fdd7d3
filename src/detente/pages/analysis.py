"""The page of an analysis: what was frozen when it was published, made ready to be shown. Nothing here asks the desk how things stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from detente.config import Config
from detente.pages.language import say
from detente.pages.links import outside_link
from detente.pages.material import Material
from detente.pages.model import AnalysisPage
from detente.pages.parts import (
    AnalysisBlock,
    ArticleLink,
    FeedItem,
    ForecastBlock,
    Head,
    PhotoRow,
    QuoteBlock,
    QuoteRow,
    Ref,
    StatusBox,
)
from detente.pages.rich_text import plain_text, text_blocks
from detente.pages.rows import QUOTE_LENGTH, anchor_of, own_words, status_box
from detente.pages.wording import clean, one_line, said_as_of
from detente.published import ForecastPart, FrozenStatus, LikeArticle, Photo, PublishedAnalysis, QuotePart, TextPart

PHOTOS = "photos"  # the folder of published photos, in a site


def analysis_page(material: Material, analysis: PublishedAnalysis, paths: Mapping[Ref, str]) -> AnalysisPage:
    """The page of one analysis."""
    title, frozen = one_line(analysis.title) or say("Untitled"), analysis.status
    status = frozen_box(material, frozen) if frozen else None
    overruled = frozen is not None and frozen.shown.by != "machine"
    likes = [(like.list, _like_link(like)) for like in analysis.similar]
    return AnalysisPage(
        head=_head(analysis, title, status, paths), title=title, category=own_words(material, analysis.category, 80),
        category_ref=_category_ref(material.desk.config, analysis.category), status=status,
        machine=frozen_box(material, replace(frozen, shown=frozen.machine)) if frozen and overruled else None,
        version=one_line(frozen.version, 300) if frozen else "", published=analysis.published, updated=analysis.updated,
        author=one_line(analysis.author, 120), photo=_photo(analysis.photo), blocks=tuple(_blocks(analysis, material)),
        forecasts=tuple(map(forecast_block, analysis.forecasts())), kept=tuple(map(forecast_block, analysis.kept)),
        same_story=tuple(link for kind, link in likes if kind == "story"),
        similar=tuple(link for kind, link in likes if kind == "situation"),
        trends=tuple(frozen_box(material, trend) for trend in analysis.trends),
        period_days=analysis.trends[0].period_days if analysis.trends else material.desk.config.period_days,
    )  # fmt: skip


def frozen_box(material: Material, frozen: FrozenStatus) -> StatusBox:
    """A frozen status as it is shown. What moved it is not said: the words behind it may be coded anew since."""
    return replace(status_box(material, frozen.shown), period_days=frozen.period_days, moved_by="")


def analysis_link(analysis: PublishedAnalysis) -> ArticleLink:
    """An analysis in a list."""
    title = one_line(analysis.title) or say("Untitled")
    author, category = one_line(analysis.author, 120), one_line(analysis.category, 80)
    return ArticleLink(Ref("analysis", analysis.slug), title, analysis.published, author, "analysis", category)


def analysis_items(analyses: Sequence[PublishedAnalysis]) -> list[FeedItem]:
    """What the feeds tell of them."""
    return [_item(analysis) for analysis in analyses]


def _item(analysis: PublishedAnalysis) -> FeedItem:
    ref, words = Ref("analysis", analysis.slug), one_line(_words(analysis), 280)
    return FeedItem(
        f"analysis:{analysis.slug}", ref, one_line(analysis.title), analysis.published, words, "", "analysis", analysis.updated
    )


def photo_files(analyses: Sequence[PublishedAnalysis]) -> dict[str, str]:
    """Path in the site -> name of the file among the desk's published photos."""
    return {row.path: a.photo.file for a in analyses if a.photo and (row := _photo(a.photo))}


def forecast_block(part: ForecastPart) -> ForecastBlock:
    """A forecast as it is shown."""
    return ForecastBlock(
        f"f-{anchor_of(part.key)[2:]}", one_line(part.statement, 600), part.probability, part.deadline, one_line(part.criterion, 1000)
    )


def _blocks(analysis: PublishedAnalysis, material: Material) -> Iterator[AnalysisBlock]:
    for part in analysis.parts:
        if isinstance(part, TextPart):
            yield from text_blocks(part.html)
        elif isinstance(part, QuotePart):
            shown, found = Ref("article", part.article), material.by_id.get(part.article)
            yield QuoteBlock(
                QuoteRow(one_line(part.quote, QUOTE_LENGTH), one_line(part.source, 120), outside_link(part.url), shown,
                         one_line(part.article_title), part.published, found.language if found else "")
            )  # fmt: skip
        else:
            yield forecast_block(part)


def _words(analysis: PublishedAnalysis) -> str:
    """Its own words: without the quotes."""
    return "\n".join(plain_text(part.html) for part in analysis.parts if isinstance(part, TextPart))


def _photo(photo: Photo | None) -> PhotoRow | None:
    if photo is None or "/" in photo.file or photo.file.startswith("."):
        return None
    return PhotoRow(f"{PHOTOS}/{photo.file}", photo.width, photo.height, one_line(photo.alt, 300), one_line(photo.credit, 160))


def _like_link(like: LikeArticle) -> ArticleLink:
    return ArticleLink(
        Ref("article", like.article), one_line(like.title) or say("Untitled"), like.published, one_line(like.source, 120), like.kind,
        one_line(like.category, 80), one_line(like.why, 300),
    )  # fmt: skip


def _category_ref(config: Config, name: str) -> Ref | None:
    category = config.category(name) if name else None
    return Ref("category", category.slug) if category else None


def _head(analysis: PublishedAnalysis, title: str, box: StatusBox | None, paths: Mapping[Ref, str]) -> Head:
    status = said_as_of(box.title, box.change, box.as_of) + " " if box else ""
    words, photo = _words(analysis), _photo(analysis.photo)
    return Head(
        path=paths[Ref("analysis", analysis.slug)], title=title, description=one_line(status + one_line(words, 200), 300), kind="article",
        published=analysis.published, updated=analysis.updated, author=one_line(analysis.author, 120),
        section=one_line(analysis.category, 80), body=clean(words), schema="AnalysisNewsArticle",
        image=photo.path if photo else "", image_alt=photo.alt if photo else "",
    )  # fmt: skip
