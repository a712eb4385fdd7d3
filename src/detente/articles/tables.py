"""Loads the small tables that ship in ``articles/data``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``data/NAME.tsv``: tab-separated, a header line, ``#`` for comments. Every row has every column."""
    lines = (files("detente.articles") / "data" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.strip() and not line.startswith("#")]
    columns = kept[0].split("\t")
    return tuple(dict(zip(columns, line.split("\t"), strict=True)) for line in kept[1:])
