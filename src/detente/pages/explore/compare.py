"""Two relations side by side, on one scale."""

from __future__ import annotations

from detente.errors import AskedError
from detente.pages.build import Edition
from detente.pages.chart_parts import ChartSpec
from detente.pages.explore.charts import on_one_scale, period_chart
from detente.pages.explore.events import events_in, newest
from detente.pages.explore.known import first_day, names_offered, relation_asked
from detente.pages.explore.parts import ComparedSide, ComparePage, Period
from detente.pages.explore.period import Asked, days_of, period_of, presets, query
from detente.pages.explore.relation import StatusAt
from detente.pages.language import say
from detente.pages.parts import Head
from detente.pages.rows import relation_title, shares_of, status_box
from detente.pages.wording import day_words
from detente.said import said

ROWS = 20  # events of each side; the relation's own page has them all
PATH = "explore/compare"


def compare_page(edition: Edition, asked: Asked, status_at: StatusAt) -> ComparePage:
    """What an address asks for. Raises AskedError, NotFoundError."""
    material = edition.material
    a, b = (relation_asked(material, asked.get(key, ""), key) for key in ("a", "b"))
    if a == b:
        raise AskedError(said("both relations are the same"), hint=said("name two, as in {address}", address="?a=BLR-USA&b=BLR-RUS"))
    period = period_of(asked, first_day(material, [a, b]), material.as_of)
    titles = {name: relation_title(material, name) for name in (a, b)}
    charts = [period_chart(material, n, titles[n], events_in(material, n, period), period, "compare") for n in (a, b)]
    one, other = on_one_scale(charts[0], charts[1])
    sides = [_side(edition, name, chart, period, status_at) for name, chart in ((a, one), (b, other))]
    title, days = say("{first} and {last}", first=titles[a], last=titles[b]), days_of(period)
    start, end = day_words(period.start), day_words(period.end)
    about = say("{title} side by side, from {start} to {end}.", title=title, start=start, end=end)
    return ComparePage(
        head=Head(PATH + query({"a": a, "b": b, **days}), say("{title} side by side", title=title), about),
        title=title, period=period, presets=presets(period, {"a": a, "b": b}),
        sides=(sides[0], sides[1]), names=names_offered(material), swapped=query({"a": b, "b": a, **days}),
    )  # fmt: skip


def _side(edition: Edition, name: str, chart: ChartSpec, period: Period, status_at: StatusAt) -> ComparedSide:
    material = edition.material
    status, href = status_at(name, period.end), "relation" + query({"name": name, **days_of(period)})
    return ComparedSide(
        title=relation_title(material, name), name=name, href=href, cite=f"../statuses/{name}/{period.end.isoformat()}",
        status=status_box(material, status, link=False), chart=chart,
        events=newest(material, name, events_in(material, name, period), shares_of(status), ROWS, f"{href}#events"),
    )  # fmt: skip
