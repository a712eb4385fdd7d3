"""`detente code` where one text breaks the coder: a line for every text, a message, exit status 1."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from detente.cli.commands import detente


@pytest.mark.parser
def test_one_text_that_breaks_the_coder_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.events import coder

    real = coder.code_sentences

    def breaks(article: Any, *rest: Any) -> Any:
        if article.id == "b":
            raise RuntimeError("no such luck")
        return real(article, *rest)

    monkeypatch.setattr(coder, "code_sentences", breaks)
    source = tmp_path / "in.jsonl"
    rows = [{"id": key, "text": "Norway expelled two Danish diplomats on Monday.", "date": "2018-03-28"} for key in "abc"]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    result = CliRunner().invoke(detente, ["code", str(source), "-o", "-"])
    coded = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"] for row in coded] == ["a", "b", "c"]
    assert [bool(row["events"]) for row in coded] == [True, False, True]
    assert result.exit_code == 1 and "b: could not be coded: RuntimeError: no such luck" in result.stderr
