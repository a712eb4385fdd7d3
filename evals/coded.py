"""Gold lines through the coder: what the runners of events, realis, speakers and quantities share."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from detente.events import code_articles
from detente.types import Article, Coding

GOLD = Path(__file__).resolve().parent / "gold"

Line = dict[str, Any]


def read_lines(path: Path) -> list[Line]:
    """The objects of a JSONL file."""
    return [json.loads(text) for text in path.read_text(encoding="utf-8").splitlines() if text.strip()]


def code_lines(lines: list[Line]) -> Iterator[tuple[Line, Coding]]:
    """Each line with its coding."""
    articles = [
        Article(line["id"], line.get("title") or "", line["text"], datetime.fromisoformat(line["date"]) if line.get("date") else None)
        for line in lines
    ]
    return zip(lines, code_articles(articles), strict=True)
