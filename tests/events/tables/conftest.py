"""Reading small published files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

Reader = Callable[..., tuple[Any, list[dict[str, Any]]]]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """format, text or bytes of files -> what the import said, and the rows in the order of their day and actor."""
    from detente.events.tables.importing import import_files

    def reading(form: str, *texts: str | bytes) -> tuple[Any, list[dict[str, Any]]]:
        paths = []
        for number, text in enumerate(texts):
            path = tmp_path / f"file{number}.txt"
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
            paths.append(path)
        out = tmp_path / "out.parquet"
        done = import_files(form, paths, out, tmp_path / "out.rejected.tsv")
        result = duckdb.sql(f"SELECT * FROM '{out}' ORDER BY date, actor, recipient, cameo")
        return done, [dict(zip(result.columns, row, strict=True)) for row in result.fetchall()]

    return reading
