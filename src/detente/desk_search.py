"""The search of a desk: `search` asks it, `index_desk` brings it up to date with what the desk holds.

    from detente.desk_search import search
    from detente.search import SearchQuery, query_from

    found = search(desk, SearchQuery(words='border "new sanctions" -gas', actors=("BLR",), since=date(2016, 1, 1)))
    found = search(desk, query_from(parse_qsl(address)))               # raises SearchError, which names the parameter
    [(hit.key, hit.title_text, hit.day) for hit in found.hits], found.total, found.facets, found.next
    urlencode(found.query.params())                                     # the address of the same search

The index is derived: each document says by a digest what it was made from, only what differs is written, and whoever is killed leaves
whole batches, with which the next one goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256

from detente.desk_documents import analysis_document, documents, index_stamp
from detente.opened_desk import Desk
from detente.published import PublishedAnalysis
from detente.said import said
from detente.search.documents import INDEX_VERSION, Document
from detente.search.found import PER_PAGE, Found, Hit
from detente.search.query import SearchQuery
from detente.search.words import WORDS_VERSION

Progress = Callable[[str, int, int], None]
# How often to begin anew when somebody else writes to the index meanwhile: each time means that an editor published or a run began.
ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What was done. complete: whether the index stands for the desk as it is; else others wrote to it all the time."""

    put: int
    dropped: int
    complete: bool


def search(desk: Desk, query: SearchQuery, *, public: bool = True, per_page: int = PER_PAGE, facets: bool = True) -> Found:
    """One page of the answer to a query, in some 50 ms whatever it asks.

    public: only what readers may see: titles, quotes, and text that may be published; else the desk's articles whole. per_page: 1 to 100.
    facets: whether to count them (a feed needs none). A question without words gives the newest first. Raises RecordError; no question
    makes it raise anything else.
    """
    from detente.record.search.finding import find
    from detente.record.search.store import stands_for

    query = _of_today(desk, query)
    found = find(desk.db, query, public=public, may_publish=desk.config.may_publish_text, per_page=per_page, facets=facets)
    if not found.hits and not stands_for(desk.db):
        return replace(found, note=said("Nothing is indexed yet: the next `detente run` does it."))
    return found


def search_all(desk: Desk, query: SearchQuery, *, public: bool = True) -> list[Hit]:
    """All pages of `search` in one, at most `MOST_WEIGHED` hits, in some 0.3 s where they are 1,000 (SQLite, 5,000 articles).
    Raises RecordError."""
    from detente.record.search.finding import find_all

    return find_all(desk.db, _of_today(desk, query), public=public, may_publish=desk.config.may_publish_text)


def _of_today(desk: Desk, query: SearchQuery) -> SearchQuery:
    """The query of an address that was given out when its category had another name."""
    category = desk.config.category(query.category) if query.category else None
    return replace(query, category=category.slug) if category is not None else query


def is_current(desk: Desk) -> bool:
    """Whether the index stands for the desk as it is now. If nothing in the record has changed, that takes a millisecond or two."""
    from detente.record.search.store import record_then, stands_for

    return record_then(desk.db) == _from_outside(desk) or stands_for(desk.db) == index_stamp(desk)


def _from_outside(desk: Desk) -> str:
    """Changes whenever anything does that the documents are made of, and at times when nothing does."""
    from detente.record.stamp import record_stamp

    config = desk.config
    rights = sorted((name, source.publish_text) for name, source in config.sources.items())
    made_by = (INDEX_VERSION, WORDS_VERSION, desk.lexicon().version, config.categories, config.publish_text, rights)
    return sha256(repr((made_by, record_stamp(desk.db))).encode()).hexdigest()[:32]


def index_desk(desk: Desk, progress: Progress = lambda stage, done, total: None) -> IndexReport:
    """Bring the index up to date with the desk: what is gone goes out, what is new or differs comes in. Raises RecordError."""
    from detente.record.search.store import Overtaken

    for _ in range(ATTEMPTS):
        try:
            return _index(desk, progress)
        except Overtaken:
            desk.forget()
    return IndexReport(0, 0, False)


def _index(desk: Desk, progress: Progress) -> IndexReport:
    from detente.record.search.store import BATCH, begin, drop, finish, indexed, note_record, put, record_then, stands_for

    seen = _from_outside(desk)
    if record_then(desk.db) == seen:
        return IndexReport(0, 0, True)
    stamp = index_stamp(desk)
    if stands_for(desk.db) == stamp:
        note_record(desk.db, seen)
        return IndexReport(0, 0, True)
    token = begin(desk.db)
    known = indexed(desk.db)
    gone = set(known)
    fresh: list[Document] = []
    for document in documents(desk):
        gone.discard(document.key)
        if known.get(document.key) != document.digest:
            fresh.append(document)
    out = sorted(gone)
    for start in range(0, len(out), BATCH):
        drop(desk.db, token, out[start : start + BATCH])
    fresh.sort(key=lambda d: (str(d.moment or ""), d.key))
    for start in range(0, len(fresh), BATCH):
        progress("indexing", start, len(fresh))
        put(desk.db, token, fresh[start : start + BATCH])
    progress("indexing", len(fresh), len(fresh))
    finish(desk.db, token, stamp)
    note_record(desk.db, seen)
    return IndexReport(len(fresh), len(out), True)


def index_analysis(desk: Desk, analysis: PublishedAnalysis) -> None:
    """Index an analysis that is being published or was changed, in the transaction that is open."""
    from detente.record.search.store import put_now

    put_now(desk.db, [analysis_document(desk.config, analysis)])


def forget_analysis(desk: Desk, slug: str) -> None:
    """Take an analysis out that is being withdrawn, in the transaction that is open."""
    from detente.record.search.store import put_now

    put_now(desk.db, (), [f"analysis:{slug}"])
