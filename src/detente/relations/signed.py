"""Signed numbers as people read them."""

from __future__ import annotations


def signed(value: float, places: int = 1) -> str:
    """``+1.2``, ``-1.2``; what rounds to nothing has no sign: ``0.0``, never ``-0.0``."""
    text = f"{value:+.{places}f}"
    return text if text.strip("+-0.") else text[1:]


def plain(value: float, places: int = 1) -> str:
    """``1.2``, ``-1.2``; ``0.0``, never ``-0.0``."""
    return signed(value, places).removeprefix("+")
