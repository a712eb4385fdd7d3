"""What may be asked of a list: its filters, where it goes on, and its format. What cannot be read is answered with 422, by name."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, Field, StringConstraints, WithJsonSchema

from detente.desk.api.cursors import LENGTH
from detente.types import Realis, StatusKind

LIMIT, MOST = 50, 200  # rows of a page: a screen or two; 200 articles with their texts are some 1 MB
MOST_POINTS = 4000  # days of a series on a page: ten years and more in one answer of 400 kB
Format = Literal["json", "csv", "parquet"]
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def _day(given: object) -> object:
    """Raises ValueError for all that is no ISO day; pydantic takes numbers of seconds too."""
    if isinstance(given, date):
        return given
    if not isinstance(given, str) or not _DAY.fullmatch(given):
        raise ValueError("a day is written as 2016-05-31")
    return given


Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3,30}$")]
Class = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,20}$")]
RelationName = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{3,30}-[A-Z0-9]{3,30}$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Listed(BaseModel):
    """What every list takes."""

    limit: int = Field(LIMIT, ge=1, le=MOST, description="Rows on a page. An export takes all rows.", examples=[50])
    cursor: str | None = Field(None, min_length=1, max_length=LENGTH, description="Where to go on: `next` of the page before says it.")
    format: Format = Field("json", description="json is a page of the list; csv and parquet are all of it in one file.")


class Between(Listed):
    """A list of what has days."""

    since: Day | None = Field(None, alias="from", description="The first day, ISO.", examples=["2016-01-01"])
    until: Day | None = Field(None, alias="to", description="The last day, ISO.", examples=["2016-12-31"])

    def spans(self, first: str, last: str = "") -> bool:
        """Whether something that lasted from ``first`` to ``last`` (ISO days or moments) touches the span asked for. What has no day
        touches none."""
        if self.since is None and self.until is None:
            return True
        begin, end = first[:10], (last or first)[:10]
        return bool(begin) and (self.until is None or begin <= self.until.isoformat()) and (
            self.since is None or end >= self.since.isoformat()
        )  # fmt: skip


class ArticlesAsked(Between):
    """Filters of articles."""

    category: Text | None = Field(None, description="Slug or name of a category, now or formerly.", examples=["minsk-and-washington"])
    source: Text | None = Field(None, description="The outlet, exactly as stated.")
    language: Text | None = Field(None, description="ISO 639 code.", examples=["en"])
    kind: Literal["report", "analysis"] | None = None


class AnalysesAsked(Between):
    """Filters of analyses."""

    category: Text | None = Field(None, description="Slug or name of a category, now or formerly.", examples=["minsk-and-washington"])


class EventsAsked(Between):
    """Filters of events and assessments."""

    kind: Literal["event", "assessment"] = Field("event", description="What to list.")
    actor: Code | None = Field(None, description="A country or organisation, or with sectors: BLR finds BLRGOV too.", examples=["BLR"])
    recipient: Code | None = Field(
        None, description="The same of whom it was done to. What sides do together has no recipient: `relation` finds that too.",
        examples=["USA"],
    )  # fmt: skip
    country: Code | None = Field(None, description="On either side.", examples=["BLR"])
    relation: RelationName | None = Field(None, description="Only what is told of a relation.", examples=["BLR-USA"])
    plover: Class | None = Field(None, description="PLOVER class. Of events alone.", examples=["SANCTION"])
    realis: Realis | None = None
    article: Text | None = Field(None, description="Id of an article that tells of it.")


class FoundAsked(Between):
    """Filters of forecasts found in articles."""

    country: Code | None = Field(None, description="On either side.", examples=["BLR"])
    relation: RelationName | None = Field(None, description="Only of a relation.", examples=["BLR-USA"])
    article: Text | None = Field(None, description="Id of an article that tells of it.")


class LedgerAsked(Between):
    """Filters of the ledger; days are deadlines."""

    category: Text | None = Field(None, description="Name of the category or relation; of a category its slug, too.")
    author: Text | None = None
    state: Literal["open", "due", "yes", "no", "void"] | None = Field(None, description="Open, due for a resolution, or how it came out.")


class SearchAsked(BaseModel):
    """What is looked for; `detente.search.query_from` reads it."""

    q: str = Field("", max_length=300, description='Words, "a phrase", -not, OR; docs/search.md.', examples=["ambassador"])
    kind: Literal["article", "analysis", "event"] | None = None
    actor: Code | None = Field(None, description="Who must take part.", examples=["BLR"])
    plover: Class | None = Field(None, description="PLOVER class.", examples=["SANCTION"])
    realis: Realis | None = None
    category: Text | None = Field(None, description="Slug of a category.", examples=["minsk-and-washington"])
    relation: RelationName | None = Field(None, description="Only of a relation.", examples=["BLR-USA"])
    since: Day | None = Field(None, alias="from", description="The first day, ISO.", examples=["2016-01-01"])
    until: Day | None = Field(None, alias="to", description="The last day, ISO.", examples=["2016-12-31"])
    sort: Literal["best", "newest"] = "best"
    page: int = Field(1, ge=1, le=50, description="Which page of the answer.", examples=[1])


class StatusesAsked(Listed):
    """Filters of statuses."""

    name: Text | None = Field(None, description="Name of a relation or category; of a category its slug, too.", examples=["BLR-USA"])
    kind: StatusKind | None = None
    as_of: Day | None = Field(None, description="A day of the desk's time; the default is its newest.", examples=["2016-06-20"])
    by: Literal["machine", "editor"] | None = Field(
        None, description="machine: what it says, overruled or not; editor: only what an editor set. Else the word that stands."
    )


class ChangesAsked(Between):
    """Filters of the change log."""

    name: Text | None = Field(None, description="Name of a relation or category; of a category its slug, too.", examples=["BLR-USA"])
    kind: Literal["step", "set", "withdrawn"] | None = None


class SeriesAsked(Between):
    """Days of a series."""

    limit: int = Field(MOST_POINTS, ge=1, le=MOST_POINTS, description="Days on a page.", examples=[365])
    source: Text | None = Field(None, description='"articles" or an imported table; the default is the first it rests on.')


class CorrectionsAsked(Listed):
    """Filters of corrections."""

    article: Text | None = Field(None, description="Id of an article.")


class InboxAsked(Listed):
    """Filters of the inbox."""

    show: Literal["waiting", "all"] = Field("waiting", description="all: what is reviewed too.")


def known_parameters(model: Any) -> set[str]:
    """The names a query model takes."""
    return {field.alias or name for name, field in model.model_fields.items()}
