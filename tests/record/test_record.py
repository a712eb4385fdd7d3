"""The record: what goes in comes out, twice is once, and what databases complain of is said in words."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import both

from detente.errors import RecordError
from detente.record.opening import close_record, known_migrations, open_record, peek
from detente.types import Article, Assessment, Coding, Content, Driver, Event, Forecast, LevelPoint, Mention, Status

DAY = date(2016, 5, 10)
MENTION = Mention("a1", "text", "quote “ü”", 3, 12)
EVENT = Event(
    id="e1", actor=("BLRGOV",), recipient=("USA", "IGOEUU"), plover="THREATEN", mode="restrict", contexts=("diplomatic",), cameo="130",
    intensity=-4.4, realis="planned", content=Content("SANCTION", "163", "to ban"), date_start=DAY, date_end=date(2016, 6, 1),
    date_source="stated", quantity=12.5, speaker="USAGOV", mentions=(MENTION, MENTION), rule="r1",
)  # fmt: skip
ASSESSMENT = Assessment("s1", ("BLR", "UKR"), "worsening", "asserted", None, None, None, (MENTION,), "r2")
FORECAST = Forecast("f1", ("BLR", "RUS"), (0.55, 0.8), "likely", DAY, None, "RUSGOV", (MENTION,), "r3")
VAGUE = Forecast("f2", ("BLR",), None, None, None, None, None, (MENTION,), "r3")


@pytest.fixture
def db(tmp_path: Path, database: str) -> str:
    """An empty record."""
    return open_record(tmp_path)


def article(key: str, **more: object) -> Article:
    values: dict[str, object] = {"title": "T", "text": "quote “ü” and more", "published": datetime.fromisoformat("2016-05-10T12:00")} | more
    return Article(id=key, **values)  # type: ignore[arg-type]


@both
def test_articles_come_back_as_they_went_in(db: str) -> None:
    from detente.record.articles import load_articles, save_articles

    aware = article("a1", published=datetime.fromisoformat("2016-05-10T12:00:00+03:00"), source="An agency", url="https://e.org",
                    author="A", photo_credit="P", language="en", category="C", kind="analysis", file="x.md#2")  # fmt: skip
    assert save_articles(db, "x.md", [aware, article("a2", published=None)]) == 2
    assert save_articles(db, "x.md", [aware]) == 0
    first, last = load_articles(db)
    assert first == Article(**{**{f: getattr(aware, f) for f in aware.__dataclass_fields__}, "sources": ("An agency",)})
    assert last.published is None and last.sources == ("x.md",)


@both
def test_codings_come_back_as_they_went_in(db: str) -> None:
    from detente.record.articles import coded_articles, save_articles
    from detente.record.derived import drop_other_codings, load_codings, save_codings

    save_articles(db, "x", [article("a1"), article("a2")])
    coding = Coding("a1", (EVENT,), (ASSESSMENT,), (FORECAST, VAGUE))
    save_codings(db, "v1", [coding, Coding("a2")])
    save_codings(db, "v1", [Coding("a1")])  # what is stored stays
    assert load_codings(db, "v1") == {"a1": coding, "a2": Coding("a2")}
    assert coded_articles(db, "v1") == {"a1", "a2"} and coded_articles(db, "v2") == set()
    drop_other_codings(db, "v2")
    assert load_codings(db, "v1") == {}


@both
def test_merged_rows_and_statuses_come_back(db: str) -> None:
    from detente.record import derived

    derived.replace_events(db, "v1", [EVENT], [ASSESSMENT], [FORECAST, VAGUE])
    derived.replace_events(db, "v2", [EVENT], [ASSESSMENT], [FORECAST, VAGUE])
    assert derived.derived_version(db) == "v2"
    assert derived.load_events(db) == [EVENT]
    assert (derived.load_assessments(db), derived.load_forecasts(db)) == ([ASSESSMENT], [FORECAST, VAGUE])
    drivers = (Driver("event", "e1", 0.1 + 0.2), Driver("fading", None, -0.5))
    status = Status("BLR-USA", "relation", ("BLR", "USA"), DAY, 1.5, 1.0, 2.0, "improved", 0.9, 0.01, 3, drivers)
    points = [LevelPoint(DAY, 0.1, None, 0.3, 2)]
    derived.save_statuses(db, "v2", DAY, [status], {("BLR-USA", "articles"): points})
    derived.save_statuses(db, "v2", DAY, [status], {("BLR-USA", "articles"): points})
    assert derived.load_statuses(db, "v2", DAY) == [status]
    assert derived.load_statuses(db, "v1", DAY) == []
    assert derived.load_series(db, "v2", DAY, "BLR-USA") == points and derived.load_series(db, "v2", DAY, "X") is None


text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)


@given(text, text, st.floats(allow_nan=False, allow_infinity=False), st.dates())
def test_packing_is_lossless(quote: str, mode: str, number: float, day: date) -> None:
    from dataclasses import replace

    from detente.record.django_settings import start_django

    start_django()
    import json

    from detente.record.conversions import pack, unpack

    event = replace(EVENT, mode=mode, quantity=number, date_start=day, mentions=(replace(MENTION, quote=quote),))
    assert unpack(Event, json.loads(json.dumps(pack(event)))) == event


def test_migrations_are_complete(db: str) -> None:
    from django.core.management import call_command

    call_command("makemigrations", "record", check=True, dry_run=True, verbosity=0)


@pytest.mark.sqlite
def test_two_desks_in_one_process(tmp_path: Path) -> None:
    from detente.record.articles import load_articles, save_articles

    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    one, two = open_record(tmp_path / "one"), open_record(tmp_path / "two")
    save_articles(one, "x", [article("a1")])
    assert one != two and len(load_articles(one)) == 1 and load_articles(two) == []
    assert open_record(tmp_path / "one") == one


@pytest.mark.sqlite
def test_sqlite_is_set_up_to_be_safe(db: str) -> None:
    from django.db import connections

    with connections[db].cursor() as cursor:
        values = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "foreign_keys")}
    assert values == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


@pytest.mark.sqlite
def test_database_of_a_newer_version(tmp_path: Path) -> None:
    close_record(open_record(tmp_path))
    with sqlite3.connect(tmp_path / "detente.db") as raw:
        raw.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('record', '9999_future', '2030-01-01')")
    assert peek(tmp_path).unknown == ("9999_future",)
    with pytest.raises(RecordError, match=r"newer Detente.*9999_future"):
        open_record(tmp_path)


@pytest.mark.sqlite
def test_old_database_is_brought_up_to_date(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "detente.db").close()
    assert peek(tmp_path).missing == tuple(sorted(known_migrations()))
    open_record(tmp_path)
    assert peek(tmp_path).missing == ()


@pytest.mark.sqlite
def test_peeking_makes_nothing(tmp_path: Path) -> None:
    assert peek(tmp_path).applied == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.sqlite
def test_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "detente.db").write_text("no database " * 100)
    with pytest.raises(RecordError, match="not a database"):
        open_record(tmp_path)


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="detente init"):
        open_record(tmp_path / "nowhere")


@pytest.mark.sqlite
def test_locked_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.record import django_settings
    from detente.record.articles import save_articles

    monkeypatch.setattr(django_settings, "BUSY_SECONDS", 0.1)
    db = open_record(tmp_path)
    with sqlite3.connect(tmp_path / "detente.db", isolation_level=None) as raw:
        raw.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match="in use by another process"):
            save_articles(db, "x", [article("a1")])
        raw.execute("ROLLBACK")
    assert save_articles(db, "x", [article("a1")]) == 1


@pytest.mark.sqlite
def test_full_disk(tmp_path: Path) -> None:
    from django.db import connections

    from detente.record.articles import load_articles, save_articles

    db = open_record(tmp_path)
    with connections[db].cursor() as cursor:
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(RecordError, match="disk is full"):
        save_articles(db, "x", [article(f"a{n}", text="long " * 1000) for n in range(40)])
    assert load_articles(db) == []
    with connections[db].cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1000000")


@pytest.mark.parametrize("url", ["mysql://u@h/name", "postgresql://u@h/", "nonsense"])
def test_wrong_database_url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(RecordError, match="DATABASE_URL"):
        open_record(tmp_path)


def test_postgres_url_is_understood() -> None:
    pytest.importorskip("psycopg")
    from detente.record.django_settings import postgres_database

    found = postgres_database("postgresql://ada:p%40ss@db.example:5433/desk?sslmode=require")
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == ("ada", "p@ss", "db.example", "5433", "desk")
    assert found["OPTIONS"] == {"sslmode": "require"}


@pytest.mark.sqlite
def test_two_processes_make_one_database(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from detente.record.opening import open_record; open_record(Path(sys.argv[1]))"
    both = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stderr=subprocess.PIPE) for _ in range(2)]
    assert [each.wait(60) for each in both] == [0, 0], [each.stderr.read() for each in both if each.stderr]
    assert peek(tmp_path).missing == ()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


@both
def test_decisions_are_kept_and_withdrawn_not_deleted(db: str) -> None:
    from detente.record import human
    from detente.record.articles import save_articles

    save_articles(db, "x", [article("a1")])
    at = datetime(2016, 5, 11, tzinfo=UTC)
    made = human.add_correction(db, "a1", "text", 0, 5, action="drop", payload={}, user="ada", made_at=at, reason="wrong", from_date=DAY)
    assert (made.quote, human.corrections(db)) == ("quote", [made])
    human.withdraw(db, "correction", made.id, at)
    assert human.corrections(db)[0].withdrawn == at
    over = human.add_override(db, "BLR-USA", "relation", "improved", user="ada", made_at=at, reason="talks", from_date=DAY)
    assert human.overrides(db) == [over]
    with pytest.raises(RecordError, match="no such change"):
        human.add_override(db, "BLR-USA", "relation", "better", user="ada", made_at=at, reason="talks", from_date=DAY)


def test_a_desk_can_be_used_in_a_notebook(tmp_path: Path) -> None:
    """A notebook runs an event loop in the thread that calls; Django refuses to work there unless told that it may."""
    code = (
        "import asyncio, sys; from pathlib import Path; from detente.record.opening import open_record\n"
        "async def cell():\n"
        "    db = open_record(Path(sys.argv[1]))\n"
        "    from detente.record.articles import load_articles\n"
        "    return load_articles(db)\n"
        "assert asyncio.run(cell()) == []"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


def many(number: int, mark: str = "r1") -> list[Event]:
    from dataclasses import replace

    return [replace(EVENT, id=f"e{n}", rule=mark) for n in range(number)]


@both
def test_merged_rows_are_put_in_place_in_short_transactions(db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads sees the old rows or the new ones, never both, wherever the writer is or was killed."""
    from detente.record import derived

    monkeypatch.setattr(derived, "ROWS", 3)
    derived.replace_events(db, "v1", many(10), [ASSESSMENT], [FORECAST])
    real = derived._stage
    seen: list[list[Event]] = []

    def watched(*arguments: object) -> None:
        seen.append(derived.load_events(db))
        real(*arguments)
        if len(seen) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(derived, "_stage", watched)
    with pytest.raises(KeyboardInterrupt):
        derived.replace_events(db, "v2", many(12, "r2"), [], [])
    assert derived.load_events(db) == many(10) and seen == [many(10)] * 3
    monkeypatch.setattr(derived, "_stage", real)
    derived.replace_events(db, "v3", many(8, "r3"), [], [VAGUE])
    assert (derived.load_events(db), derived.load_assessments(db), derived.load_forecasts(db)) == (many(8, "r3"), [], [VAGUE])
    from detente.record.models import Event as Row

    assert Row.objects.using(db).count() == 8  # what the one that was killed had left is gone


@both
def test_merged_rows_of_two_runs_at_once(db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One run deletes what another has just written beside its own: the other sees to it before it lets its rows stand."""
    from detente.record import derived

    real = derived._stage
    overtaken = iter([True])

    def overtake(*arguments: object) -> None:
        real(*arguments)
        if next(overtaken, False):
            derived.replace_events(db, "v2", many(7, "r2"), [], [])

    monkeypatch.setattr(derived, "_stage", overtake)
    derived.replace_events(db, "v3", many(9, "r3"), [ASSESSMENT], [])
    assert (derived.load_events(db), derived.load_assessments(db)) == (many(9, "r3"), [ASSESSMENT])


@both
def test_merged_rows_of_one_version_that_differ_are_replaced(db: str) -> None:
    from detente.record import derived

    derived.replace_events(db, "v1", many(5), [ASSESSMENT], [])
    derived.replace_events(db, "v1", many(5, "r2"), [], [])
    assert (derived.load_events(db), derived.load_assessments(db)) == (many(5, "r2"), [])


@both
def test_two_runs_at_once_double_nothing(tmp_path: Path, database: str) -> None:
    """Real processes, the same work: on PostgreSQL nothing makes one wait for the other."""
    code = (
        "import sys; from pathlib import Path; from dataclasses import replace\n"
        "from detente.record.opening import open_record\n"
        "db = open_record(Path(sys.argv[1]))\n"
        "from detente.record import derived\n"
        "from detente.types import Event, Mention, Status\n"
        "from datetime import date\n"
        "m = (Mention('a1', 'text', 'q', 0, 1),)\n"
        "e = [Event(str(n), ('BLR',), ('USA',), 'AID', None, (), '07', 7.0, 'asserted', None, None, None, None, None, None, m, 'r')"
        " for n in range(500)]\n"
        "d = date(2016, 5, 10)\n"
        "s = [Status(f'A{n}-B', 'relation', ('A', 'B'), d, 1.0, 1.0, 1.0, 'improved', 0.9, 0.01, 3, ()) for n in range(50)]\n"
        "for turn in range(12):\n"
        "    derived.replace_events(db, f'v{turn % 3}', e, [], [])\n"
        "    derived.save_statuses(db, f'v{turn % 3} relations', d, s, {})\n"
        "derived.replace_events(db, 'last', e, [], [])\n"
    )
    open_record(tmp_path)
    both_at_once = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stderr=subprocess.PIPE) for _ in range(2)]
    assert [each.wait(120) for each in both_at_once] == [0, 0], [each.stderr.read()[-2000:] for each in both_at_once if each.stderr]
    from detente.record import derived

    assert [event.id for event in derived.load_events(open_record(tmp_path))] == [str(n) for n in range(500)]
