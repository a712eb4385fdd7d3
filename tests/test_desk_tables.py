"""Imported tables in a desk: added once, killed anywhere, and statuses beside those from the articles, never mixed with them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.conftest import TOY_SETTINGS, json_lines
from tests.events.tables.published_rows import icews, icews_file

from detente.cli.commands import detente
from detente.errors import ConfigError, NotFoundError, TableError
from detente.pipeline import open_desk, run

NOW = datetime(2020, 1, 1, tzinfo=UTC)
BOTH = 'source = ["articles", "icews"]\n' + TOY_SETTINGS + '\n[[table]]\nname = "icews"\n'


def rows(cameo: str, days: range, intensity: str, first: int = 0, sides: tuple[str, str] = ("United States", "Belarus")) -> list[str]:
    """A row a day in May 2016."""
    return [
        icews(first + day, f"2016-05-{day:02}", f"Government of {sides[0]}", sides[0], cameo, sides[1], sides[1], Intensity=intensity)
        for day in days
    ]


@pytest.fixture
def desk(toy_desk: Path, put_article: Callable[..., Path]) -> Path:
    """A desk with articles and an ICEWS table that say opposite things."""
    (toy_desk / "detente.toml").write_text(BOTH, "utf-8")
    for day in range(10, 15):
        put_article(toy_desk, f"{day}", f"USA helps BLR. Said on {day}.", f"2016-05-{day}")
    (toy_desk / "first.tab").write_text(icews_file(*rows("163", range(5, 15), "-8.0")), "utf-8")
    return toy_desk


def load(desk: Path, *files: str, name: str = "icews") -> Any:
    from detente.desk_tables import import_into

    opened = open_desk(desk)
    return import_into(opened.path, opened.db, "icews", [desk / f for f in files], name, NOW)[0]


def test_statuses_side_by_side(desk: Path) -> None:
    load(desk, "first.tab")
    opened = open_desk(desk)
    assert run(opened).complete
    day = opened.as_of()
    found = [(s.name, s.source, s.events) for s in opened.statuses(day) if s.sides == ("BLR", "USA")]
    assert found == [
        ("Minsk and Washington", "articles", 5), ("Minsk and Washington", "icews", 10), ("BLR-USA", "articles", 5), ("BLR-USA", "icews", 10)
    ]  # fmt: skip
    articles, table = opened.statuses_from("BLR-USA", day)
    assert articles.level > 0 > table.level and (articles.change, table.change) == ("improved", "deteriorated")
    assert opened.status("BLR-USA", day) == articles and opened.status("BLR-USA", day, "icews") == table
    for status in (articles, table):
        before = opened.status("BLR-USA", date(2016, 4, 16), status.source)
        assert sum(d.share for d in status.drivers) == pytest.approx(status.level - (before.level or 0), abs=1e-6)
        assert opened.series("BLR-USA", day, status.source)[-1].level == pytest.approx(status.level)
        assert opened.status_steps("BLR-USA", day, status.source)[-1][1].source == status.source
    assert opened.compute_statuses(day) == opened.machine_statuses(day)  # what the record keeps is what is computed
    assert "".join(s.source for s in opened.statuses(date(2016, 5, 7)) if s.events) == "icewsicews"


def test_drivers_open_to_published_rows(desk: Path) -> None:
    load(desk, "first.tab")
    opened = open_desk(desk)
    status = opened.status("BLR-USA", date(2016, 5, 14), "icews")
    behind = opened.behind(status)
    drivers = [d for d in status.drivers if d.kind == "event"]
    assert len(drivers) == 10 and set(behind) == {d.id for d in drivers}
    one = next(b for b in behind.values() if b.day == date(2016, 5, 14))
    assert (one.actor, one.recipient, one.plover, one.cameo, one.events) == ("USA", "BLR", "SANCTION", "163", 1)
    assert (one.rows[0].file, one.rows[0].source_id, one.rows[0].actor_name) == ("first.tab", "14", "Government of United States")


def test_rows_of_one_kind_and_day_are_one_observation_that_weighs_their_number(desk: Path) -> None:
    from detente.relations.table_observations import table_observations

    named = [icews(n, "2016-05-20", f"Person {n}", "United States", "163", "B", "Belarus", Intensity="-8.0") for n in range(4)]
    appeal = icews(9, "2016-05-20", "P", "Belarus", "020", "Q", "United States", Intensity="3.0")
    word = icews(10, "2016-05-21", "P", "Belarus", "010", "Q", "Belarus")
    (desk / "more.tab").write_text(icews_file(*named, appeal, word), "utf-8")
    load(desk, "more.tab")
    parts = open_desk(desk).table_parts("icews")
    request, sanction = sorted(table_observations(parts, ("BLR", "USA")), key=lambda o: o.plover)
    assert (sanction.weight, sanction.count, sanction.value, sanction.way) == (4.0, 4, -8.0, 1)
    assert (request.value, request.way) == (0.0, 0)  # an appeal is never worth more than nothing
    (inside,) = table_observations(parts, ("BLR", "BLR"))
    assert inside.value is None and inside.way == 2 and inside.plover == ""


def test_past_days_are_computed_anew_after_an_import(desk: Path) -> None:
    """What is kept of a day between calls was made of the tables as they were then."""
    load(desk, "first.tab")
    run(open_desk(desk))
    day = date(2016, 5, 12)
    before = open_desk(desk).status("BLR-USA", day, "icews")
    (desk / "late.tab").write_text(icews_file(*rows("057", range(6, 12), "9.0", first=900)), "utf-8")
    load(desk, "late.tab")
    after = open_desk(desk).status("BLR-USA", day, "icews")
    assert (before.events, after.events) == (8, 14) and before.level < after.level


def test_importing_again_adds_nothing_and_further_files_add(desk: Path) -> None:
    assert load(desk, "first.tab").read.events == 10
    (desk / "copy.tab").write_bytes((desk / "first.tab").read_bytes())
    assert load(desk, "first.tab", "copy.tab") is None
    # a longer edition of the same rows: only what is new comes in
    (desk / "second.tab").write_text(icews_file(*rows("163", range(10, 21), "-8.0")), "utf-8")
    done = load(desk, "second.tab")
    assert (done.read.events, done.read.before) == (6, 5)
    state = open_desk(desk).tables()["icews"]
    assert (state.rows, state.first_day, state.last_day, len(state.parts)) == (16, date(2016, 5, 5), date(2016, 5, 20), 2)
    assert open_desk(desk).as_of() == date(2016, 5, 20)
    assert sorted(p.suffix for p in (desk / "tables" / "icews").iterdir()) == [".parquet", ".parquet"]


@pytest.mark.parametrize("seam", ["file_hash", "add_part"])
def test_killed_at_a_seam_loses_nothing(seam: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.events.tables import unpacking
    from detente.record import tables

    load(desk, "first.tab")
    (desk / "second.tab").write_text(icews_file(*rows("163", range(20, 25), "-8.0")), "utf-8")

    class Killed(BaseException):
        """As if the process had ended here."""

    def killed(*_: object, **__: object) -> object:
        raise Killed

    module = tables if seam == "add_part" else unpacking
    monkeypatch.setattr(module, seam, killed)
    with pytest.raises(Killed):
        load(desk, "second.tab")
    monkeypatch.undo()
    left = desk / "tables" / "icews" / ".import-999999999.abc"
    left.mkdir()
    (left / "work.duckdb").write_text("of a process that was killed")
    assert open_desk(desk).tables()["icews"].rows == 10
    assert load(desk, "second.tab").read.events == 5 and open_desk(desk).tables()["icews"].rows == 15
    assert not list((desk / "tables" / "icews").glob(".import-*"))


def test_what_is_not_there_is_said(desk: Path) -> None:
    opened = open_desk(desk)
    summary = run(opened)
    assert not summary.complete and any("not imported" in p.what for p in summary.problems)
    assert {s.source for s in opened.statuses(opened.as_of())} == {"articles"}
    with pytest.raises(NotFoundError):
        opened.status("BLR-USA", opened.as_of(), "icews")
    with pytest.raises(TableError, match="cannot be called"):
        load(desk, "first.tab", name="../etc")
    load(desk, "first.tab")
    part = next((desk / "tables" / "icews").iterdir())
    part.unlink()
    with pytest.raises(TableError, match="is gone"):
        open_desk(desk).statuses(date(2016, 5, 14))


def test_an_editors_word_stands_over_the_first_source_only(desk: Path) -> None:
    load(desk, "first.tab")
    opened = open_desk(desk)
    day = opened.as_of()
    opened.override("BLR-USA", "unchanged", user="ada", reason="Talks go on.", from_date=day)
    assert [(s.source, s.by) for s in opened.statuses_from("BLR-USA", day)] == [("articles", "ada"), ("icews", "machine")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('source = "icews"', "source 'icews' is none"),
        ('[[table]]\nname = "articles"', "'articles' is not the name of a table"),
        ('[[table]]\nname = "A B"', "is not the name of a table"),
        ('[[table]]\nname = "x"\n[[table]]\nname = "x"', "two tables 'x'"),
        ('[[relation]]\nsides = ["BLR", "USA"]\nsource = ["articles", "articles"]', "is none"),
        ("[[category]]\nname = 'A'\ninside = 'BLR'\nsource = []", "is none"),
    ],
)
def test_wrong_settings(text: str, said: str) -> None:
    from detente.config import parse_config

    with pytest.raises(ConfigError, match=said.replace("[", r"\[")):
        parse_config(text)


def test_sources_of_relations_and_categories() -> None:
    from detente.config import parse_config

    config = parse_config(
        'source = "t"\n[[table]]\nname = "t"\n[[table]]\nname = "u"\n'
        '[[category]]\nname = "A"\nsource = ["articles", "u"]\nrelations = [{ sides = ["BLR", "USA"] }]\n'
        '[[relation]]\nsides = ["BLR", "POL"]\nsource = "u"\n[[relation]]\nsides = ["BLR", "RUS"]\n'
    )
    assert config.sources_of(("BLR", "USA")) == ("articles", "u") and config.sources_of_category(config.categories[0]) == ("articles", "u")
    assert config.sources_of(("BLR", "POL")) == ("u",) and config.sources_of(("BLR", "RUS")) == ("t",)


def call(*arguments: object) -> Any:
    return CliRunner().invoke(detente, [str(argument) for argument in arguments], catch_exceptions=False)


def test_commands(desk: Path, tmp_path: Path) -> None:
    done = call("import", "icews", desk / "first.tab", "--desk", desk)
    assert done.exit_code == 0 and ": 1 file, " in done.stdout and "10 new events" in done.stdout
    assert "nothing new" in call("import", "icews", desk / "first.tab", "--desk", desk).stdout
    bad = tmp_path / "bad.tab"
    bad.write_text(icews_file(*rows("163", range(20, 22), "-8.0"), "=cmd()\tx"), "utf-8")
    done = call("import", "icews", bad, "-o", tmp_path / "bad.parquet", "--json")
    assert done.exit_code == 1 and json_lines(done.stdout)[0]["rejected"] == 1 and "line 4" in done.stderr
    assert "1 row rejected; the list: " in done.stderr
    assert call("import", "icews", bad, "-o", tmp_path / "bad.parquet", "--allow-rejected", "1").exit_code == 0
    assert call("import", "icews", bad, "-o", tmp_path / "x.parquet", "--name", "y").exit_code == 2
    assert call("import", "icews", tmp_path / "none.tab", "-o", tmp_path / "x.parquet").exit_code == 1
    assert call("run", desk).exit_code == 0
    status = json_lines(call("status", desk, "--json").stdout)
    assert [s["source"] for s in status if s["name"] == "BLR-USA"] == ["articles", "icews"]
    assert "(table icews)" in call("status", desk).stdout
    explained = call("explain", "BLR-USA", desk, "--as-of", "2016-05-14").stdout
    assert "BLR-USA (articles)" in explained and "USA → BLR: SANCTION (CAMEO 163)" in explained and "first.tab, row 14" in explained
    (opened,) = json_lines(call("explain", "BLR-USA", desk, "--as-of", "2016-05-14", "--source", "icews", "--json").stdout)
    driver = opened["drivers"][0]  # type: ignore[index]
    assert driver["rows"][0]["file"] == "first.tab"
    assert "first.tab, row" in call("explain", driver["event"][:8], desk).stdout
    (row,) = json_lines(call("explain", driver["event"], desk, "--json").stdout)
    assert row["id"] == driver["event"] and row["events"] == 1


def test_pages_show_both_and_escape_what_a_table_holds(desk: Path, tmp_path: Path) -> None:
    hostile = icews(99, "2016-05-13", "<script>alert(1)</script>", "United States", "161", "B", "Belarus", Intensity="-9.0")
    (desk / "h.tab").write_text(icews_file(hostile), "utf-8")
    load(desk, "first.tab", "h.tab")
    assert call("run", desk).exit_code == 0
    assert call("pages", tmp_path / "out", desk).exit_code == 0
    for page in ("index.html", "relations/blr-usa.html", "categories/minsk-and-washington.html"):
        text = (tmp_path / "out" / page).read_text("utf-8")
        assert "the imported table icews" in text and "the desk’s articles" in text and "<script>alert" not in text
    assert "&lt;script&gt;" in (tmp_path / "out" / "relations" / "blr-usa.html").read_text("utf-8")


def test_export_and_back(desk: Path, tmp_path: Path) -> None:
    import duckdb

    load(desk, "first.tab")
    run(open_desk(desk))
    for out, more in (("a.parquet", ()), ("a.csv", ()), ("t.csv", ("--table", "icews")), ("t.parquet", ("--table", "icews"))):
        assert call("export", "events", desk, "-o", tmp_path / out, *more).exit_code == 0
        span = ("--from", "2016-05-10", "--to", "2016-05-14", "--every", "day")
        assert call("relations", tmp_path / out, *span, "-o", tmp_path / f"{out}.statuses.csv").exit_code == 0
    for kind in ("a", "t"):
        made = [(tmp_path / f"{kind}.{suffix}.statuses.csv").read_bytes() for suffix in ("csv", "parquet")]
        assert made[0] == made[1]
    last = duckdb.sql(f"SELECT level FROM '{tmp_path}/t.csv.statuses.csv' ORDER BY as_of DESC LIMIT 1").fetchall()[0][0]
    assert last == pytest.approx(open_desk(desk).status("BLR-USA", date(2016, 5, 14), "icews").level, abs=1e-9)
    assert call("export", "events", desk, "-o", tmp_path / "g.csv", "--format", "gdelt", "--table", "icews").exit_code == 0
    assert call("import", "gdelt", tmp_path / "g.csv", "-o", tmp_path / "g.parquet").exit_code == 0
    compared = "SELECT date, actor, recipient, plover, cameo, intensity, count FROM '{}' ORDER BY ALL"
    assert duckdb.sql(compared.format(tmp_path / "g.parquet")).fetchall() == duckdb.sql(compared.format(tmp_path / "t.parquet")).fetchall()
    told = json_lines(call("export", "events", desk, "-o", "-", "--format", "plover").stdout)
    assert {(row["date"], str(row["source"]), str(row["target"]), row["event"]) for row in told} == {
        (f"2016-05-{day}", "['USA']", "['BLR']", "AID") for day in range(10, 15)
    }
    assert call("export", "events", desk, "-o", "-", "--realis", "planned").stdout.count("\n") == 1  # the header
    assert call("export", "events", desk, "-o", "-", "--table", "none").exit_code == 1
