"""A query -> one page of an answer: the database matches and ranks, what is left is counted and cut here, alike for both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any, Literal, NamedTuple

from detente.record import models
from detente.record.search.models import SearchDocument
from detente.record.search.places import BITS, day_of, span
from detente.record.search.store import engine
from detente.record.trouble import guarded
from detente.search.asking import Phrase
from detente.search.documents import tags_asked
from detente.search.found import FACETS, MOST_WEIGHED, PER_PAGE, Facet, FacetName, FacetValue, Found, Hit
from detente.search.query import SearchQuery
from detente.search.snippets import marked, snippet

MOST_PER_PAGE = 100
# Values of a facet: beyond a dozen nobody looks, and the rest can be typed; of years a lifetime.
MOST_VALUES, MOST_YEARS = 12, 60
LOOKED_AT = 100_000  # characters of a text that snippets are made from
_COLUMNS = ("id", "public", "desk", "whole", "kind", "source", "categories", "classes", "realis", "actors")


class _Candidate(NamedTuple):  # some thousands an answer: these are made ten times quicker than dataclasses
    score: float
    id: int
    public: bool
    desk: bool
    whole: bool
    kind: str
    source: str
    categories: str
    classes: str
    realis: str
    actors: str


@guarded
def find(
    db: str, query: SearchQuery, *, public: bool, may_publish: Callable[[str], bool], per_page: int = PER_PAGE, facets: bool = True
) -> Found:
    """Search the index. public: only what readers may see; may_publish: whether articles of a source may be shown whole *now*, whatever
    the index was made with. per_page: 1 to 100. facets: whether to count them."""
    per_page = min(max(per_page, 1), MOST_PER_PAGE)
    if query.words and query.asked.empty:
        return Found(query, (), 0, False, (), None, "There is no word in it to look for: letters or digits are wanted.")
    allowed, more = _weighed(db, query, public, may_publish)
    counted = _facets(allowed) if facets else ()
    begin = (query.page - 1) * per_page
    chosen = allowed[begin : begin + per_page]
    hits = _hits(db, chosen, query.asked.phrases)
    following = query.page + 1 if begin + per_page < len(allowed) else None
    return Found(query, hits, len(allowed), more, counted, following, _note(query, hits, len(allowed)))


@guarded
def find_all(db: str, query: SearchQuery, *, public: bool, may_publish: Callable[[str], bool]) -> list[Hit]:
    """All pages of the answer in one, in their order: of more than `MOST_WEIGHED`, the newest so many."""
    if query.words and query.asked.empty:
        return []
    allowed, _ = _weighed(db, query, public, may_publish)
    starts = range(0, len(allowed), MOST_PER_PAGE)  # texts are in memory only for so many at a time
    return [hit for at in starts for hit in _hits(db, allowed[at : at + MOST_PER_PAGE], query.asked.phrases)]


def _weighed(db: str, query: SearchQuery, public: bool, may_publish: Callable[[str], bool]) -> tuple[list[_Candidate], bool]:
    """The newest that match, in the order they are shown in, and whether there are more."""
    from django.db import connections

    ranked = query.sort == "best"
    with connections[db].cursor() as cursor:
        columns = ", ".join(f"d.{name}" for name in _COLUMNS)
        tags, days = tags_asked(query, public), span(query.since, query.until)
        rows = engine(db).candidates(cursor, columns, query.asked, tags, days, MOST_WEIGHED + 1, ranked)
    more = len(rows) > MOST_WEIGHED
    allowed = _allowed(map(_Candidate._make, rows[:MOST_WEIGHED]), public, may_publish)
    if ranked and query.asked.groups:
        allowed.sort(key=lambda row: (-row.score, -row.id))
    return allowed, more


def _note(query: SearchQuery, hits: Sequence[Hit], total: int) -> str:
    if hits:
        return "Only the first words of the question were looked for: it has too many." if query.asked.dropped else ""
    if total:
        return f"There is no page {query.page} of this answer."
    if len(query.asked.groups) > 1:
        return "Nothing has all of these words. Try fewer, or OR between them."
    return "Nothing was found. Try another word, or fewer filters."


def _allowed(rows: Iterable[_Candidate], public: bool, may_publish: Callable[[str], bool]) -> list[_Candidate]:
    """Those that who asks may see. The tags have asked already; this holds even if the index is of yesterday's settings."""
    if not public:
        return [row for row in rows if row.desk]
    may = cache(may_publish)
    return [row for row in rows if row.public and (not row.whole or row.kind == "analysis" or may(row.source))]


def _facets(rows: Sequence[_Candidate]) -> tuple[Facet, ...]:
    """How many have each value, the most frequent first."""
    if not rows:
        return ()
    column = dict(zip(_Candidate._fields, zip(*rows, strict=True), strict=True))
    days = Counter(number >> BITS for number in column["id"])
    years: Counter[str] = Counter()
    for day, count in days.items():
        if day:
            years[str(date.fromordinal(day).year)] += count
    counts: dict[FacetName, Counter[str]] = {
        "kind": Counter(column["kind"]), "year": years, "category": _each(column["categories"]), "class": _each(column["classes"]),
        "realis": _each(column["realis"]), "actor": _each(column["actors"]),
    }  # fmt: skip
    made = []
    for name in FACETS:
        by_year = name == "year"
        pairs = sorted(counts[name].items(), key=lambda pair: (0, pair[0]) if by_year else (pair[1], pair[0]), reverse=True)
        if pairs:
            made.append(Facet(name, tuple(FacetValue(*pair) for pair in pairs[: MOST_YEARS if by_year else MOST_VALUES])))
    return tuple(made)


def _each(texts: Iterable[str]) -> Counter[str]:
    """Counts of the words of many short texts, most of which come again."""
    counted: Counter[str] = Counter()
    for text, count in Counter(texts).items():
        for word in text.split():
            counted[word] += count
    return counted


def _hits(db: str, chosen: Sequence[_Candidate], phrases: Sequence[Phrase]) -> tuple[Hit, ...]:
    rows = SearchDocument.objects.using(db).select_related("text").in_bulk([row.id for row in chosen])
    whole = [rows[row.id].article for row in chosen if row.whole and row.id in rows]
    texts = dict(models.Article.objects.using(db).filter(id__in=whole).values_list("id", "text"))
    return tuple(_hit(rows[c.id], c.score, texts, phrases) for c in chosen if c.id in rows)


def _hit(row: Any, score: float, texts: dict[str, str], phrases: Sequence[Phrase]) -> Hit:
    page, _, rest = row.key.partition(":")
    body = texts.get(row.article, "") if row.whole else row.text.body if hasattr(row, "text") else ""
    made: Literal["article", "analysis", "event"] = "event" if page == "event" else "analysis" if page == "analysis" else "article"
    return Hit(
        key=row.key.removesuffix("*"), kind=row.kind, page=made, id=rest.removesuffix("*"), title=marked(row.title, phrases),
        snippet=snippet(body[:LOOKED_AT], phrases), day=day_of(row.id), moment=datetime.fromisoformat(row.moment) if row.moment else None,
        source=row.source, language=row.language, categories=tuple(row.categories.split()), article=row.article,
        actors=tuple(row.actors.split()), relations=tuple(row.relations.split()), classes=tuple(row.classes.split()),
        realis=tuple(row.realis.split()), score=float(score),
    )  # fmt: skip
