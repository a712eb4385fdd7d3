"""The index in the record: found alike on both databases, by everybody what they may see, whatever is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import both

from detente.record.opening import open_record
from detente.search import Found, SearchQuery
from detente.search.documents import Document
from detente.types import Article

NOON = datetime.fromisoformat("2016-05-10T12:00")  # as a text states it: without a zone
DOCUMENTS = (
    Document(
        "article:a1", "article", NOON, "Minsk recalls its ambassador", "The sanctions of Brussels were lifted on Monday, officials said.",
        source="Agency", language="en", categories=("eu", "world"), actors=("BLR", "EUU"), parts=("BLRGOV", "IGOEUU"),
        relations=("BLR-EUU",), classes=("SANCTION",), realis=("asserted",),
    ),
    Document(
        "article:a2", "article", datetime.fromisoformat("2017-01-02"), "Санкции сняты", "Ещё один посол вернулся в Минск. Ёлка стоит.",
        language="ru", actors=("BLR",),
    ),
    Document(
        "article:a3", "article", datetime.fromisoformat("2018-01-02"), "Санкцыі знятыя",
        "Амбасадар вярнуўся ў Мінск. Аб’ява была ўчора.", language="be",
    ),
    Document(
        "event:e1", "event", NOON, "Sanction: European Union → Belarus", "lifted sanctions\nended the embargo", article="a1",
        actors=("BLR", "EUU"), relations=("BLR-EUU",), classes=("SANCTION",), realis=("planned",), categories=("eu",),
    ),
    Document(
        "analysis:s", "analysis", datetime.fromisoformat("2019-03-03"), "A cold spring", "Węgry and the embargo in Kraków", language="en"
    ),
    Document("article:undated", "article", None, "Undated embargo", "no day at all"),
)  # fmt: skip


@pytest.fixture
def db(tmp_path: Path, database: str) -> str:
    """A record with a small index."""
    alias = open_record(tmp_path)
    from detente.record.search.store import begin, put

    put(alias, begin(alias), DOCUMENTS)
    return alias


def find(db: str, words: str = "", *, public: bool = True, may: bool = True, facets: bool = True, per_page: int = 20, **more: Any) -> Found:
    from detente.record.search.finding import find as finding

    query = SearchQuery(words=words, **more)
    return finding(db, query, public=public, may_publish=lambda source: may, facets=facets, per_page=per_page)


def keys(found: Found) -> list[str]:
    return [hit.key.partition(":")[2] for hit in found.hits]


@both
def test_words_in_three_languages(db: str) -> None:
    for words, wanted in (
        ("sanction", {"a1", "e1"}), ("SANCTIONED ambassadors", {"a1"}), ("санкций", {"a2", "a3"}), ("ЕЛКИ", {"a2"}), ("ёлка", {"a2"}),
        ("минске", {"a2"}), ("санкцыямі", {"a2", "a3"}), ("мінска", {"a3"}), ("аб'явы", {"a3"}), ("wegry krakow", {"s"}), ("Kraków", {"s"}),
        ('"lifted sanctions"', {"e1"}), ('"sanctions lifted"', set()), ("embargo -ended", {"s", "undated"}), ("embargo OR санкции", {"e1",
        "s", "undated", "a2", "a3"}),
        ("ambassador embargo", set()), ("-sanction -санкции -санкцыі", {"s", "undated"}), ('"ambassador the"', set()), ("", {"a1", "a2",
        "a3", "e1", "s", "undated"}),
    ):  # fmt: skip
        assert set(keys(find(db, words))) == wanted, words


@both
def test_filters(db: str) -> None:
    for wanted, more in (
        ({"e1"}, {"kind": "event"}), ({"a1", "a2", "e1"}, {"actors": ("BLR",)}), ({"a1", "e1"}, {"actors": ("BLR", "EUU")}),
        ({"a1"}, {"actors": ("BLRGOV",)}), ({"a1", "e1"}, {"plover": "SANCTION"}), ({"e1"}, {"realis": "planned"}),
        ({"a1"}, {"category": "world"}), ({"a1", "e1"}, {"relation": "BLR-EUU"}), ({"a3"}, {"language": "be"}), ({"a1"},
        {"source": "Agency"}),
        ({"a2", "a3", "s"}, {"since": date(2016, 5, 11)}), ({"a1", "e1"}, {"until": date(2016, 5, 10)}),
        ({"a1", "e1"}, {"since": date(2016, 5, 10), "until": date(2016, 5, 10)}), (set(), {"category": "none"}),
    ):  # fmt: skip
        assert set(keys(find(db, **more))) == wanted, more
    assert keys(find(db, "sanctions", kind="event", actors=("EUU",), since=date(2016, 1, 1))) == ["e1"]


@both
def test_order_pages_facets_and_spans(db: str) -> None:
    newest = find(db, "embargo", sort="newest")
    assert keys(newest) == ["s", "e1", "undated"] and [hit.day for hit in newest.hits] == [date(2019, 3, 3), date(2016, 5, 10), None]
    assert keys(find(db, "embargo"))[0] == "undated"  # it stands in the title
    first = find(db, "embargo", sort="newest", per_page=2)
    assert (first.next, first.total, first.more) == (2, 3, False)
    last = find(db, "embargo", sort="newest", per_page=2, page=2)
    assert (keys(last), last.next) == (["undated"], None)
    assert "no page 9" in find(db, "embargo", page=9).note and not find(db, "embargo", page=9).hits
    facets = {facet.name: {value.value: value.count for value in facet.values} for facet in find(db, "sanctions").facets}
    assert facets == {
        "kind": {"article": 1, "event": 1}, "year": {"2016": 2}, "category": {"eu": 2, "world": 1}, "class": {"SANCTION": 2},
        "realis": {"asserted": 1, "planned": 1}, "actor": {"BLR": 2, "EUU": 2},
    }  # fmt: skip
    assert find(db, "sanctions", facets=False).facets == ()
    (hit,) = find(db, "lifted ambassador").hits
    assert [span.text for span in hit.title if span.marked] == ["ambassador"]
    assert [span.text for span in hit.snippet if span.marked] == ["lifted"] and hit.snippet_text.startswith("The sanctions of")
    assert (hit.page, hit.id, hit.moment, hit.actors, hit.relations) == ("article", "a1", NOON, ("BLR", "EUU"), ("BLR-EUU",))


@both
def test_more_than_are_weighed(db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.record.search import finding, sqlite

    monkeypatch.setattr(finding, "MOST_WEIGHED", 2)
    monkeypatch.setattr(sqlite, "RARE", 1)  # every word is a common one
    found = find(db, "embargo")
    assert (found.total, found.more) == (2, True) and keys(found) == ["s", "e1"]


@both
def test_what_is_not_public(tmp_path: Path, db: str) -> None:
    from detente.record.articles import save_articles
    from detente.record.search.store import begin, put

    text = "The hidden clause: a Zwischenablage of words that nobody may print."
    save_articles(db, "x", [Article("u1", "A title", text, NOON, source="Shut")])
    shown = Document("article:u1", "article", NOON, "A title", "quoted words", desk=False, article="u1", source="Shut")
    put(db, begin(db), [shown, replace(shown, key="article:u1*", body=text, whole=True, public=False, desk=True)])
    assert keys(find(db, "Zwischenablage")) == [] and find(db, "zwischenablage", kind="article").facets == ()
    (hit,) = find(db, "zwischenablage", public=False).hits
    assert hit.id == "u1" and hit.key == "article:u1" and "hidden clause" in hit.snippet_text
    assert keys(find(db, "title")) == keys(find(db, "title", public=False)) == ["u1"]
    # an index made when the text could be published, read when it no longer may
    put(db, begin(db), [replace(shown, body=text, whole=True, desk=True)])
    assert keys(find(db, "zwischenablage")) == ["u1"] and keys(find(db, "zwischenablage", may=False)) == []


@both
def test_put_drop_and_overtaken(db: str) -> None:
    from detente.record.search import store

    token = store.begin(db)
    store.put(db, token, [replace(DOCUMENTS[0], title="Another title")])
    assert keys(find(db, '"another title"')) == ["a1"] and keys(find(db, "ambassador")) == []
    assert len(store.indexed(db)) == len(DOCUMENTS)
    store.drop(db, token, ["article:a1", "no such key"])
    assert keys(find(db, '"another title"')) == [] and len(store.indexed(db)) == len(DOCUMENTS) - 1
    store.finish(db, token, "stamp")
    assert store.stands_for(db) == "stamp"
    token, later = store.begin(db), store.begin(db)
    for act in (lambda: store.put(db, token, DOCUMENTS), lambda: store.drop(db, token, []), lambda: store.finish(db, token, "old")):
        with pytest.raises(store.Overtaken):
            act()
    store.put(db, later, DOCUMENTS)
    store.put_now(db, [], ["event:e1"])  # in the transaction of who publishes
    with pytest.raises(store.Overtaken):
        store.put(db, later, DOCUMENTS)


HOSTILE: Sequence[str] = (
    '"', '""', "'", "' OR 1=1 --", "NEAR(a b)", "a NEAR b", "title:x", "{title} : x", "tags : kevent", "a*", "^a", "a + b", "(((", ")",
    "-", "--",
    "-\"", "OR", "OR OR", "AND", "NOT", "a OR", "!a & b | c", "a <-> b", "a:*", "\\", "%", "%s", "_", "\x00", "a\x00b", "\ud800",
    "\u202e", "𝔖anction",
    "e\u0301\u0301", "a" * 5000, '"' + "a " * 500, "- " * 200, "-a " * 60, "OR ".join("abcdefghijklmnopqrstuvwxyz"), "ﷺ", "½ ² Ⅷ", "日本語",
    "हिन्दी", "'='", "=kevent",
    "\ue000", "'s", "’", "a’’b",
)  # fmt: skip


@both
def test_hostile_words(db: str) -> None:
    for words in HOSTILE:
        found = find(db, words)
        assert found.note or found.hits, words
        assert not any(hit.score != hit.score for hit in found.hits)
    assert keys(find(db, "tags : kevent")) == []  # words, and no filter


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.text(max_size=12), st.sampled_from(["OR", "-", '"', "embargo", "NOT", "*", "санкции"])),
max_size=12).map(" ".join))
def test_any_words(db: str, words: str) -> None:
    found = find(db, words)
    assert found.total <= len(DOCUMENTS) and all(len(hit.title) > 0 for hit in found.hits)
