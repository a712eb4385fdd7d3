"""The commands on a desk with toy stages: what they print, what they promise machines, and how they fail."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner, Result

from detente.cli.commands import COMMANDS, detente
from detente.pipeline import open_desk

Put = Callable[..., Path]
HOSTILE = "USA helps BLR\x1b]0;owned\x07\x1b[2J\u202eevil\x9b31m [bold]x[/bold]."


def call(*arguments: object, stdin: str | None = None) -> Result:
    """Run `detente` in this process."""
    return CliRunner().invoke(detente, [str(argument) for argument in arguments], input=stdin, catch_exceptions=False)


def lines(result: Result) -> list[dict[str, object]]:
    """The JSON lines of a result."""
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def desk(toy_desk: Path, put_article: Put) -> Path:
    """A desk that has been run."""
    for day in range(1, 5):
        put_article(toy_desk, f"a{day}", f"USA helps BLR, report {day}.", f"2016-05-0{day}", title=f"Report {day}")
    put_article(toy_desk, "plain", "POL bans BLR.", "2016-05-04", title="Of Poland")
    assert call("run", toy_desk).exit_code == 0
    return toy_desk


@pytest.mark.parametrize("name", list(COMMANDS))
def test_each_command_has_help_and_its_line(name: str) -> None:
    result = call(name, "--help")
    assert result.exit_code == 0 and f"Usage: detente {name}" in result.stdout


def test_wrong_calls_are_2() -> None:
    for arguments in (["statu"], ["status", "--as-of", "tomorrow"], ["status", "--nonsense"], ["explain"], ["init"], ["similar"],
                      ["relations", "x", "--from", "2016-02-01", "--to", "2016-01-01", "--every", "week"],
                      ["relations", "x", "--from", "2016-01-01", "--to", "2016-02-01", "--every", "week", "--period", "1d"]):  # fmt: skip
        assert call(*arguments).exit_code == 2, arguments
    assert "Did you mean 'status'?" in call("statu").stderr


def test_init_then_run_on_articles_of_ones_own(tmp_path: Path, toy_stages: None, put_article: Put) -> None:
    assert call("init", tmp_path / "mine").exit_code == 0
    again = call("init", tmp_path / "mine")
    assert again.exit_code == 1 and "there is a desk already" in again.stderr and "Traceback" not in again.stderr
    put_article(tmp_path / "mine", "a", "USA helps BLR.")
    result = call("run", tmp_path / "mine")
    assert result.exit_code == 0 and "BLR-USA" in result.stdout and "as of 2016-05-10" in result.stdout


def test_run_prints_the_table(desk: Path) -> None:
    result = call("run", desk)
    assert "5 as before" in result.stdout and "0 coded now" in result.stdout
    assert "↑ improved" in result.stdout and "no reporting" in result.stdout and "“USA helps BLR”" in result.stdout


def test_run_as_json(desk: Path) -> None:
    (row,) = lines(call("run", desk, "--json"))
    assert row["complete"] is True and row["articles"] == 5 and row["as_of"] == "2016-05-04"
    assert [s["name"] for s in row["statuses"]][:2] == ["Minsk and Washington", "Neighbours"]  # type: ignore[attr-defined]


def test_run_says_what_failed_and_ends_with_1(desk: Path, tmp_path: Path) -> None:
    (desk / "articles" / "bad.txt").write_text("BAD")
    result = call("run", desk)
    assert result.exit_code == 1 and "problem: articles/bad.txt: not an article (write one)" in result.stderr
    assert "improved" in result.stdout and "1 problems" in result.stdout
    missing = call("run", desk, tmp_path / "nowhere")
    assert missing.exit_code == 1 and "no such file or folder" in missing.stderr


def test_run_notes_a_missing_date_and_ends_with_0(desk: Path, put_article: Put) -> None:
    put_article(desk, "undated", "POL helps BLR.", day="")
    result = call("run", desk)
    assert result.exit_code == 0 and "note: articles/undated.txt: no date" in result.stderr


def test_run_finds_the_desk(desk: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    extra = tmp_path / "extra.txt"
    extra.write_text("T\n2016-05-04\nen\nCHN helps BLR.")
    monkeypatch.chdir(desk)
    assert "1 new" in call("run", extra).stdout
    monkeypatch.chdir(tmp_path)
    result = call("run")
    assert result.exit_code == 1 and "detente init" in result.stderr


def test_status_as_json_holds_the_contract(desk: Path) -> None:
    rows = lines(call("status", desk, "--json"))
    keys = ["name", "kind", "sides", "as_of", "level", "low", "high", "change"]
    keys += ["p_improved", "p_deteriorated", "events", "drivers", "by", "reason", "source"]
    assert all(list(row) == keys for row in rows)
    assert [row["kind"] for row in rows] == ["category"] * 2 + ["relation"] * 4
    relation = rows[2]
    assert relation["sides"] == ["BLR", "USA"] and relation["by"] == "machine" and relation["as_of"] == "2016-05-04"
    assert all(set(driver) in ({"event", "share"}, {"assessment", "share"}, {"fading", "share"}) for driver in relation["drivers"])  # type: ignore[attr-defined]
    assert sum(driver["share"] for driver in relation["drivers"]) == pytest.approx(relation["level"], abs=1e-6)  # type: ignore[attr-defined]


def test_status_as_of_an_earlier_day(desk: Path) -> None:
    result = call("status", desk, "--as-of", "2016-05-01", "--json")
    assert lines(result)[2]["events"] == 1 and "as of 2016-05-01" in result.stderr
    assert "as of 2016-05-01" in call("status", desk, "--as-of", "2016-05-01").stdout


def test_articles_as_json_holds_the_contract(desk: Path) -> None:
    rows = lines(call("articles", desk, "--json"))
    keys = ["id", "title", "published", "text", "source", "photo_credit", "language", "duplicate_of", "file"]
    assert len(rows) == 5 and all(list(row) == keys for row in rows)
    assert [row["published"] for row in rows][-1] == "2016-05-01T00:00:00"
    assert len(lines(call("articles", desk, "--json", "--as-of", "2016-05-02"))) == 2


def test_explain_adds_up(desk: Path) -> None:
    result = call("explain", "usa-blr", desk)
    shares = [float(line.split()[0]) for line in result.stdout.splitlines() if line[:1] in "+-" and "sum:" not in line]
    total = next(float(line.split()[0]) for line in result.stdout.splitlines() if "sum:" in line)
    assert len(shares) == 5 and sum(shares) == pytest.approx(total, abs=3e-6)
    assert "articles/a1.txt, text 0-13" in result.stdout and "rule: toy" in result.stdout and "fading of earlier events" in result.stdout
    (row,) = lines(call("explain", "Minsk and Washington", desk, "--json"))
    assert row["sum"] == pytest.approx(row["level"] - row["level_before"])  # type: ignore[operator]


def test_explain_a_status_of_a_day_and_an_override(desk: Path) -> None:
    opened = open_desk(desk)
    opened.override("BLR-USA", "deteriorated", user="ada", reason="the embassy closed")
    result = call("explain", "status:BLR-USA@2016-05-04", desk)
    assert "deteriorated (by ada), because: the embassy closed" in result.stdout and "the machine says: ↑ improved" in result.stdout
    assert "by ada" not in call("explain", "status:BLR-USA@2016-05-03", desk).stdout
    assert call("explain", "status:BLR-USA@someday", desk).exit_code == 2
    unknown = call("explain", "nothing", desk)
    assert unknown.exit_code == 1 and "no category or relation" in unknown.stderr


def test_nothing_hostile_reaches_the_terminal(toy_desk: Path, put_article: Put) -> None:
    put_article(toy_desk, "h", HOSTILE, title="\x1b[31mred\x1b[0m \u202etitle [link=x]")
    outputs = [call("run", toy_desk), call("articles", toy_desk), call("explain", "BLR-USA", toy_desk), call("status", toy_desk)]
    for result in outputs:
        assert not set(result.output) & set("\x1b\x07\x9b\u202e"), repr(result.output)
    (row,) = lines(call("articles", toy_desk, "--json"))
    assert row["text"] == HOSTILE  # lossless for machines
    assert not set(call("articles", toy_desk, "--json").stdout) & set("\x1b\x9b\u202e")


def test_debug_shows_where(tmp_path: Path) -> None:
    from detente.errors import ConfigError

    with pytest.raises(ConfigError):
        call("--debug", "status", tmp_path)


def test_doctor(desk: Path) -> None:
    rows = {str(row["name"]): row for row in lines(call("doctor", desk, "--json"))}
    assert {"python", "packages", "settings", "lexicon", "parser", "embedding model", "disk", "database"} <= set(rows)
    assert rows["database"]["ok"] and "SQLite" in str(rows["database"]["found"]) and "up to date" in str(rows["database"]["found"])


def test_doctor_names_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.cli.checks.LEAST_FREE_BYTES", 10**18)
    (tmp_path / "detente.toml").write_text('title = "T"\n[parser]\nmodel = "no_such_model"\n[[relation]]\nsides = ["BLR", "XQX"]')
    (tmp_path / "detente.db").write_text("no database " * 100)
    result = call("doctor", tmp_path)
    assert result.exit_code == 1
    for words in ("no_such_model", "XQX", "not a database", "GB free", "mend it:"):
        assert words in result.stdout
    (tmp_path / "detente.toml").write_text("titel = 1")
    assert "did you mean 'title'" in call("doctor", tmp_path).stdout


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The address of a folder that is served."""
    from detente.cli.local_server import local_server

    (tmp_path / "sub").mkdir()
    (tmp_path / "index.html").write_text("<html>front</html>")
    (tmp_path / ".secret").write_text("secret")
    server = local_server(tmp_path, 0, 8000)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def test_pages_are_served_with_headers_and_nothing_else_is(served: str) -> None:
    with urlopen(served) as answer:
        assert b"front" in answer.read()
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    for path, code in ((".secret", 404), ("sub/", 404), ("../etc/passwd", 404), ("%2e%2e/%2e%2e/etc/passwd", 404)):
        with pytest.raises(HTTPError) as error:
            urlopen(served + path)
        assert error.value.code == code, path
    with pytest.raises(HTTPError) as error:
        urlopen(Request(served, headers={"Host": "evil.example"}))
    assert error.value.code == 421


def test_port_in_use_is_said(served: str, tmp_path: Path) -> None:
    from detente.cli.local_server import local_server
    from detente.errors import DetenteError

    port = int(served.rsplit(":", 1)[1].strip("/"))
    with pytest.raises(DetenteError, match=f"port {port} cannot be used"):
        local_server(tmp_path, port, 8000)
    other = local_server(tmp_path, None, port)
    assert other.server_address[1] != port
    other.server_close()


def test_a_desk_coded_by_another_version_says_so(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "have changed" not in call("status", desk).stderr
    monkeypatch.setattr("detente.opened_desk.Desk.coder", lambda self: "another coder")
    told = call("status", desk).stderr
    assert "coder or lexicon have changed" in told and f"detente recode {desk}" in told and f"detente recode {desk} --accept" in told
