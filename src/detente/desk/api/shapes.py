"""What the answers look like: the rows of ``--json`` with links, of which OpenAPI's schema is made. What is not named here is not sent."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from detente.types import Change, Direction, Realis, StatusKind

BLR_USA = "BLR-USA"


class Links(BaseModel):
    """Addresses from the root of this server."""

    self: str = Field(description="This row by itself.", examples=["/api/v1/relations/BLR-USA"])
    page: str | None = Field(None, description="Its page for readers; null where it has none.", examples=["/relations/blr-usa.html"])


class Fault(BaseModel):
    """One parameter that is wrong."""

    parameter: str = Field(description="Its name.", examples=["limit"])
    message: str = Field(description="What is wrong with it.", examples=["should be 200 or less"])


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str = Field(description="Always about:blank: the status says what kind of problem it is.", examples=["about:blank"])
    title: str = Field(description="The name of the status.", examples=["Unprocessable Entity"])
    status: int = Field(description="The status code.", examples=[422])
    detail: str = Field(description="What is wrong with this request, in words.", examples=["limit: should be 200 or less"])
    errors: list[Fault] | None = Field(None, description="Where parameters are wrong: each one.")


class Mention(BaseModel):
    """One place that tells of it. Offsets count code points of the article's title or text."""

    article: str = Field(description="Id of the article.")
    field: Literal["title", "text"]
    quote: str = Field(description="The words. Without a token never more than 600 characters.")
    start: int
    end: int


class Article(BaseModel):
    """One dated text with a source."""

    id: str = Field(description="Hash of title, text and day.", examples=["5f0c1e2ab43d9a77"])
    title: str
    published: str | None = Field(description="ISO moment as stated, with its zone where one was stated; null where undated.")
    text: str | None = Field(description="The whole text; null where it may not be published, but for a token that may review.")
    source: str = Field(description="The outlet, as stated.")
    photo_credit: str
    language: str = Field(description="ISO 639 code.", examples=["en"])
    duplicate_of: str | None = Field(description="Id of the article it repeats. Lists hold no duplicates.")
    file: str | None = Field(description="The file it was read from; null but for a token that may review.")
    kind: Literal["report", "analysis"]
    category: str | None = Field(description="Name of the category it stands under.")
    url: str | None = Field(description="Where it was published, if it is a plain web address.")
    links: Links


class Content(BaseModel):
    """What an operator governs: threatens *to ban*."""

    plover: str
    cameo: str
    quote: str


class Event(BaseModel):
    """Who did what to whom, when, stated how."""

    id: str
    actor: list[str] = Field(description="Codes; of a reciprocal event all sides.", examples=[["BLRGOV"]])
    recipient: list[str] = Field(examples=[["USA"]])
    plover: str = Field(description="PLOVER class.", examples=["SANCTION"])
    mode: str | None
    contexts: list[str]
    cameo: str = Field(description="CAMEO code.", examples=["163"])
    intensity: float = Field(description="Goldstein scale, -10 to 10.")
    realis: Realis
    content: Content | None = Field(description="What it threatens, demands or promises, where it does.")
    date_start: str | None = Field(description="First day, ISO.")
    date_end: str | None = Field(description="Last day, ISO.")
    date_source: Literal["stated", "published"] | None
    quantity: float | None
    speaker: str | None
    mentions: list[Mention]
    rule: str = Field(description="The rule of the coder that found it.")
    links: Links


class Assessment(BaseModel):
    """A sentence that itself says how a relation goes."""

    id: str
    sides: list[str]
    direction: Direction
    realis: Realis
    date_start: str | None
    date_end: str | None
    speaker: str | None
    mentions: list[Mention]
    rule: str
    links: Links


class FoundForecast(BaseModel):
    """A sentence of an article on what will or may happen."""

    id: str
    sides: list[str]
    probability: list[float] | None = Field(description="Low and high, of its band.")
    band: str | None = Field(description="Words of estimative probability, ICD 203.", examples=["likely"])
    horizon_start: str | None
    horizon_end: str | None
    speaker: str | None
    mentions: list[Mention]
    rule: str
    links: Links


class Driver(BaseModel):
    """A share of a change, in signed points of the level. One of event, assessment and fading; fading is null: earlier events fade."""

    event: str | None = None
    assessment: str | None = None
    fading: None = None
    share: float


class Status(BaseModel):
    """Where a relation or category stands, as of a day."""

    name: str = Field(examples=[BLR_USA])
    kind: StatusKind
    sides: list[str] = Field(description="Of a relation; of a category those of all its relations.", examples=[["BLR", "USA"]])
    as_of: str = Field(description="ISO day. Nothing later is used.", examples=["2016-06-20"])
    level: float | None = Field(description="On one signed scale; null where nothing is known.")
    low: float | None = Field(description="Lower end of the 80 % band.")
    high: float | None = Field(description="Upper end of the 80 % band.")
    change: Change
    p_improved: float | None = Field(description="Chance that the change over the period is beyond the threshold, upwards.")
    p_deteriorated: float | None = Field(description="The same, downwards.")
    events: int = Field(description="Distinct events in the period.")
    drivers: list[Driver] = Field(description="What the change is made of; the shares add up to it.")
    by: str = Field(description='"machine", or the editor who set it.', examples=["machine"])
    reason: str = Field(description="The editor's reason.")
    source: str = Field(description='What it rests on: "articles", or an imported table.', examples=["articles"])
    title: str = Field(description="The name in words.", examples=["Belarus – United States"])
    links: Links


class Point(BaseModel):
    """The level on one day."""

    day: str = Field(examples=["2016-06-20"])
    level: float | None
    low: float | None = Field(description="Lower end of the 80 % band.")
    high: float | None
    events: int = Field(description="Distinct events that bore on the day.")


class RelationLinks(Links):
    """Addresses from the root of this server."""

    series: str = Field(description="Its level day by day.")
    events: str = Field(description="What is told of it.")
    changes: str = Field(description="The steps of its status.")


class Relation(BaseModel):
    """An unordered pair of actors that the desk watches; the same twice is the inside of a country."""

    name: str = Field(examples=[BLR_USA])
    sides: list[str] = Field(examples=[["BLR", "USA"]])
    title: str = Field(examples=["Belarus – United States"])
    categories: list[str] = Field(description="Slugs of the categories that hold it.")
    status: Status = Field(description="From the first source it rests on, an editor's word over the machine's.")
    others: list[Status] = Field(description="From its other sources.")
    links: RelationLinks


class Weighted(BaseModel):
    """A relation in a category."""

    name: str = Field(examples=[BLR_USA])
    weight: float


class CategoryLinks(Links):
    """Addresses from the root of this server."""

    series: str
    changes: str


class Category(BaseModel):
    """What the desk reports on: a named set of relations, or the inside of one country."""

    name: str
    slug: str = Field(description="Its name in addresses.", examples=["minsk-and-washington"])
    about: str
    relations: list[Weighted]
    status: Status | None
    links: CategoryLinks


class ChangeRow(BaseModel):
    """An entry of the change log: a step of the machine, an editor's decision ("set"), or its withdrawal."""

    id: str
    kind: Literal["step", "set", "withdrawn"]
    name: str = Field(description="Of the relation or category.")
    title: str
    when: str = Field(description="The day of a step, the moment of a decision.")
    change: Change
    before: Change | None = Field(description="Of a step, the class before; of a decision, what the machine said on its first day.")
    by: str
    reason: str
    level: float | None = Field(description="Of a step.")
    events: int = Field(description="Of a step.")
    from_date: str
    until_date: str | None
    links: Links


class CitedStatus(BaseModel):
    """A status without what moved it: the words behind it may be coded anew since."""

    name: str
    kind: StatusKind
    sides: list[str]
    as_of: str
    level: float | None
    low: float | None
    high: float | None
    change: Change
    p_improved: float | None
    p_deteriorated: float | None
    events: int
    by: str
    reason: str
    source: str


class Frozen(BaseModel):
    """A status as an analysis cites it, frozen when it was published."""

    shown: CitedStatus = Field(description="What the page says: the editor's where one had overruled the machine.")
    machine: CitedStatus
    version: str = Field(description="Of the machine that said it.")
    period_days: int


class Part(BaseModel):
    """A piece of an analysis, in the order of the page: text (cleaned HTML), a quote, or a forecast."""

    part: Literal["text", "quote", "forecast"]
    html: str | None = Field(None, description="Of a text.")
    quote: str | None = Field(None, description="Of a quote: the words.")
    article: str | None = Field(None, description="Of a quote: id of its article.")
    source: str | None = Field(None, description="Of a quote.")
    statement: str | None = Field(None, description="Of a forecast.")
    probability: float | None = Field(None, description="Of a forecast.")
    deadline: str | None = Field(None, description="Of a forecast.")
    criterion: str | None = Field(None, description="Of a forecast: by what it is resolved.")


class Analysis(BaseModel):
    """What the desk wrote, as it is published."""

    slug: str = Field(description="Its name in addresses, for ever.")
    title: str
    category: str
    author: str
    published: str
    updated: str | None = Field(description="When it was last changed since.")
    status: Frozen | None
    parts: list[Part]
    links: Links


class Outcome(BaseModel):
    """How a forecast came out; of several the last stands."""

    outcome: Literal["yes", "no", "void"]
    made_at: str
    evidence: str | None = Field(description="With a token that may read.")
    reason: str | None = Field(description="Why it stands over an earlier one. With a token that may read.")
    article: str | None
    event: str | None
    user: str | None = Field(description="With a token that may read.")


class Found(BaseModel):
    """Where the coder found a forecast that was adopted."""

    article: str
    field: Literal["title", "text"]
    start: int
    end: int
    quote: str


class MadeForecast(BaseModel):
    """A forecast of the desk's ledger. Without a token: those of analyses that are published now."""

    id: int
    statement: str
    probability: float = Field(description="0 to 1.")
    words: str = Field(description="The probability in the words of ICD 203.", examples=["likely"])
    state: Literal["open", "due", "yes", "no", "void"]
    deadline: str
    criterion: str = Field(description="By what it is resolved.")
    category: str = Field(description="The category or relation it is about.")
    author: str
    unchanged: Literal["yes", "no"] = Field(description="How it comes out if nothing changes.")
    made_at: str
    analysis: str | None = Field(description="Slug of the analysis it stands in.")
    found: Found | None
    resolutions: list[Outcome]
    user: str | None = Field(description="Who entered it. With a token that may read.")
    links: Links


class Me(BaseModel):
    """Whose token it is."""

    user: str
    role: str
    rights: list[str]


class OwnCorrection(BaseModel):
    """A human's word on a coding."""

    id: int
    article: str
    field: Literal["title", "text"]
    start: int
    end: int
    quote: str
    action: Literal["drop", "set", "add"]
    payload: dict[str, Any]
    user: str
    made_at: str
    reason: str
    from_date: str
    withdrawn: str | None


class OwnOverride(BaseModel):
    """An editor's status, withdrawn or not."""

    id: int
    name: str
    kind: StatusKind
    change: Change
    user: str
    made_at: str
    reason: str
    from_date: str
    until_date: str | None
    withdrawn: str | None
    withdrawn_by: str
    withdrawn_why: str


class InboxRow(BaseModel):
    """An article in the inbox."""

    id: str
    title: str
    source: str
    published: str | None
    coded: int = Field(description="How many things were coded in it.")
    points: float = Field(description="How much it could move a status.")
    state: str
    by: str
    when: str | None
    links: Links


class Draft(BaseModel):
    """An analysis, published or not."""

    number: int
    title: str
    category: str
    by: str
    live: bool
    state: str
    changed: str | None


class Root(BaseModel):
    """Where everything is."""

    title: str
    version: str = Field(description="Of Detente.")
    as_of: str | None = Field(description="The day of the newest article; null on a desk that has none.")
    links: dict[str, str]


class Hit(BaseModel):
    """What was found."""

    kind: Literal["article", "analysis", "event"]
    id: str = Field(description="Of the article or event; of an analysis the desk wrote its slug.")
    title: str
    snippet: str = Field(description="Words around what was looked for.")
    day: str | None
    source: str
    language: str
    categories: list[str] = Field(description="Slugs.")
    actors: list[str]
    links: Links


class Hits(BaseModel):
    """A page of what was found."""

    items: list[Hit]
    total: int = Field(description="How many there are.")
    more: bool = Field(description="Whether there are more than total: then the newest were weighed.")
    next: int | None = Field(description="Number of the next page; null on the last.")
    note: str = Field(description="What to tell who asked, or empty.")
