"""docs/tutorial_relations.md runs as it stands: every block in order, in one namespace, and prints what the page says.

A ``python`` block is executed; a ``console`` block's lines after ``$`` are commands (``cp -r``, ``detente``); ``text`` after a block, and
what stands under a command, is its output, where ``...`` stands for anything. ``{name}`` in a command is a name of the Python blocks."""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from detente.cli.commands import detente

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "tutorial_relations.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CHECK = doctest.OutputChecker()

pytestmark = pytest.mark.parser


def same(want: str, got: str) -> bool:
    return CHECK.check_output(want or "\n", got or "\n", doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)


def commands(block: str) -> list[tuple[str, str]]:
    """(command, the output that is shown under it)."""
    found: list[tuple[str, str]] = []
    for line in block.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append((line[2:].strip(), ""))
        else:
            found[-1] = (found[-1][0], found[-1][1] + line)
    return found


def run(command: str) -> str:
    words = shlex.split(command)
    if words[:2] == ["cp", "-r"]:
        shutil.copytree(ROOT / words[2], words[3], ignore=shutil.ignore_patterns("detente.db*", "site", ".detente"))
        return ""
    assert words[0] == "detente", command
    result = CliRunner().invoke(detente, words[1:], catch_exceptions=False)
    assert result.exit_code == 0, f"{command}: {result.output}"
    return result.stdout


@pytest.mark.long
def test_every_block_runs_and_prints_what_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(ROOT))
    monkeypatch.setitem(os.environ, "COLUMNS", "140")
    names: dict[str, Any] = {"__name__": "__main__"}
    blocks = BLOCK.findall(PAGE.read_text("utf-8"))
    assert len(blocks) > 20
    for at, (kind, block) in enumerate(blocks):
        if kind == "python":
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                exec(compile(block, f"{PAGE.name}, block {at}", "exec"), names)
            want = blocks[at + 1][1] if at + 1 < len(blocks) and blocks[at + 1][0] == "text" else ""
            assert same(want, printed.getvalue()), f"block {at}: {block}\nprinted:\n{printed.getvalue()}"
        elif kind == "console":
            for command, want in commands(block):
                filled = re.sub(r"\{(\w+)\}", lambda found: str(names[found[1]]), command)
                got = run(filled)
                assert same(want, got), f"{filled}\nprinted:\n{got[:3000]}"
        else:
            assert kind == "text", kind
