"""The shapes of the answers name every field of the rows that `--json` has, and take what the coder can give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from detente.json_rows import article_json, status_json, told_json
from detente.types import Article, Assessment, Content, Driver, Event, Forecast, Mention, Status

SAID = (Mention("a1", "text", "they quarrel", 3, 15),)
DAY = date(2016, 5, 31)
EVENT = Event(
    "e1", ("BLR",), (), "THREATEN", "expel", ("military",), "130", -4.4, "possible", Content("SANCTION", "163", "to ban"), DAY, DAY,
    "stated", 3.0, "RUSGOV", SAID, "rule",
)  # fmt: skip
BARE = replace(EVENT, content=None, date_start=None, date_end=None, date_source=None, quantity=None, speaker=None, mode=None)
ROWS = (
    ("Event", told_json(EVENT)),
    ("Event", told_json(BARE)),
    ("Assessment", told_json(Assessment("s1", ("BLR", "UKR"), "worsening", "asserted", DAY, None, None, SAID, "rule"))),
    ("FoundForecast", told_json(Forecast("f1", ("BLR", "USA"), (0.55, 0.8), "likely", None, DAY, "USA", SAID, "rule"))),
    ("FoundForecast", told_json(Forecast("f2", ("BLR",), None, None, None, None, None, SAID, "rule"))),
    ("Article", article_json(Article("a1", "Title", "Text", duplicate_of="a0"))),
    ("Status", status_json(Status("BLR-USA", "relation", ("BLR", "USA"), DAY, None, None, None, "no-reporting", None, None, 0,
                                  (Driver("assessment", "s1", -0.5), Driver("fading", None, 0.5)), source="icews"))),
)  # fmt: skip


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_a_row_fits_its_shape(name: str, row: dict[str, Any]) -> None:
    from detente.desk.api import shapes

    shape = getattr(shapes, name)
    of_the_api = {"links": {"self": "/api/v1/x", "page": None}, "title": "T", "kind": "relation" if name == "Status" else "report",
                  "category": None, "url": None}  # fmt: skip
    more = {key: value for key, value in of_the_api.items() if key in shape.model_fields and key not in row}
    assert set(row) | set(more) == set(shape.model_fields)
    made = shape.model_validate({**row, **more}).model_dump(exclude_unset=True)
    assert {key: made[key] for key in row} == row
