"""Forecasts and their scores as plain data for the templates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from detente.record.forecast_ledger import LedgerForecast, Resolution


def forecast_row(row: LedgerForecast, today: date) -> dict[str, Any]:
    """A forecast with its state, and the addresses of the article it was found in and of the analysis it stands in, if they have any."""
    return {
        "f": row, "state": row.state(today), "resolution": row.resolution,
        "article": _public("article", row.found.article) if row.found else "", "analysis": _analysis(row.analysis),
    }  # fmt: skip


def place_of(resolution: Resolution) -> str:
    """The address of the article, or of the event's row, that shows how a forecast came out; empty where it has no page."""
    if resolution.article:
        return _public("article", resolution.article)
    return _event(resolution.event) if resolution.event else ""


def score_blocks(rows: Sequence[LedgerForecast], today: date) -> list[dict[str, Any]]:
    """All forecasts together, by category and by author: the score, its sentence, and a calibration plot where it is judged."""
    from django.utils.safestring import mark_safe

    from detente.pages.chart_reliability import reliability_plot
    from detente.record.forecast_scores import score_rows
    from detente.relations.outlook.ledger import score_sentence

    blocks = []
    for number, found in enumerate(score_rows(rows, today)):
        title = f"Calibration: {found.name}"
        plot = "" if found.score.few else mark_safe(reliability_plot(found.score.bins, title, f"plot-{number}"))  # noqa: S308 - it escapes
        blocks.append({"of": found.of, "name": found.name, "score": found.score, "sentence": score_sentence(found.score),
                       "states": found.states, "plot": plot})  # fmt: skip
    return blocks


def _public(kind: Any, key: str, fragment: str = "") -> str:
    from detente.desk.site.edition import edition
    from detente.errors import NotFoundError
    from detente.pages.parts import Ref

    try:
        plan = edition().plan
    except NotFoundError:
        return ""
    path = plan.paths.get(Ref(kind, plan.material.same_as.get(key, key) if kind == "article" else key), "")
    return f"/{path}{fragment}" if path else ""


def _event(key: str) -> str:
    """An event stands on the page of the first article that tells of it."""
    from detente.desk.opened import opened_desk
    from detente.errors import NotFoundError
    from detente.pages.rows import anchor_of

    try:
        row = opened_desk().event(key)
    except NotFoundError:  # recoded since
        return ""
    return _public("article", row.mentions[0].article, f"#{anchor_of(key)}") if row.mentions else ""


def _analysis(key: str) -> str:
    """The address of a published analysis, by its name in addresses."""
    return _public("analysis", key)
