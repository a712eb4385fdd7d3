"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from detente.config import parse_period

# As the import of event tables: days beyond are slips of typing, and a chart of eight thousand years helps nobody.
FIRST_YEAR, LAST_YEAR = 1800, 2100

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType):  # type: ignore[type-arg]  # no parameter before click 8.4
    """A day as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; a wrong call if it is none."""
        try:
            day = value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; as in 2016-05-31", param, ctx)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.fail(f"{value}: a day from {FIRST_YEAR} to {LAST_YEAR} is wanted", param, ctx)
        return day


class Period(click.ParamType):  # type: ignore[type-arg]
    """A span of days (28d) or weeks (4w)."""

    name = "period"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Days; a wrong call if it is none."""
        if isinstance(value, int):
            return value
        try:
            return parse_period(value)
        except ValueError as error:
            self.fail(f"{value!r}: {error}", param, ctx)


def desk_argument(function: F) -> F:
    """``[DESK]``: the desk's folder, by default the current one."""
    return click.argument("desk", required=False, default=".", type=click.Path(path_type=Path))(function)


def as_of_option(function: F) -> F:
    """``--as-of DATE``."""
    said = "Use nothing published or dated after this day. Default: the newest article's day."
    return click.option("--as-of", "as_of", type=Day(), metavar="DATE", help=said)(function)


def json_option(function: F) -> F:
    """``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="JSON lines instead of a table.")(function)


def out_option(function: F) -> F:
    """``-o OUT``."""
    said = "The file to write; - is standard output."
    return click.option("-o", "--out", default="-", show_default=True, metavar="OUT", help=said)(function)
