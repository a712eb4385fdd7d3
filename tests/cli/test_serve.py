"""What `detente serve` starts, with and without the web desk."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from detente.cli.commands import detente
from detente.desk import start
from detente.pipeline import open_desk, run


@pytest.fixture
def desk(toy_desk: Path, put_article: object) -> Path:
    put_article(toy_desk, "one", "USA bans BLR")  # type: ignore[operator]
    run(open_desk(toy_desk))
    return toy_desk


@pytest.mark.parametrize("words", [["--static"], ["--as-of", "2016-05-10"]])
def test_static_pages_when_asked_for(words: list[str], desk: Path) -> None:
    done = CliRunner().invoke(detente, ["serve", str(desk), "--check", "--port", "0", *words])
    assert done.exit_code == 0 and "pages as of 2016-05-10" in done.output
    assert (desk / "site" / "index.html").exists()


def test_static_pages_where_the_web_desk_is_not_installed(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "installed", lambda: False)
    done = CliRunner().invoke(detente, ["serve", str(desk), "--check", "--port", "0"])
    assert done.exit_code == 0 and "pages as of 2016-05-10" in done.output
    refused = CliRunner().invoke(detente, ["user", "list", "--desk", str(desk)])
    assert refused.exit_code == 1 and "pip install 'detente[desk]'" in refused.output
