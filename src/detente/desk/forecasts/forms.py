"""What is typed -> values, or a RecordError that says what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from detente.errors import RecordError

FIELDS = ("statement", "percent", "deadline", "criterion", "category", "unchanged")


@dataclass(frozen=True, slots=True)
class Typed:
    """The values of a form. probability is None where the form has no field for it, deadline where it was left empty."""

    statement: str
    probability: float | None
    deadline: date | None
    criterion: str
    category: str
    unchanged: Literal["yes", "no"]


def as_typed(data: Mapping[str, str]) -> dict[str, str]:
    """The fields of a form as text, to be shown again."""
    return {name: str(data.get(name, "")).strip() for name in FIELDS}


def read(typed: Mapping[str, str]) -> Typed:
    """Raises RecordError."""
    percent, deadline = typed.get("percent", ""), typed.get("deadline", "")
    try:
        probability = float(percent.replace(",", ".").rstrip("% ")) / 100 if percent else None
    except ValueError:
        raise RecordError(f"{percent[:20]!r} is no percentage", hint="a number from 1 to 99") from None
    try:
        day = date.fromisoformat(deadline) if deadline else None
    except ValueError:
        raise RecordError(f"{deadline[:20]!r} is no day", hint="as in 2016-05-31") from None
    unchanged: Literal["yes", "no"] = "yes" if typed.get("unchanged") == "yes" else "no"
    return Typed(typed.get("statement", ""), probability, day, typed.get("criterion", ""), typed.get("category", ""), unchanged)
