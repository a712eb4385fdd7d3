"""The actors around one country over a period: what went on with each, as a table and a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from detente.pages.build import Edition
from detente.pages.chart_parts import ActorLine, ActorsSpec, Tone
from detente.pages.explore.events import events_in
from detente.pages.explore.known import OFFERED, country_asked, country_choices, first_day, known_countries
from detente.pages.explore.parts import CountryPage, PartnerRow, Period
from detente.pages.explore.period import Asked, days_of, period_of, presets, query
from detente.pages.language import marked, say, say_as, say_many
from detente.pages.links import slugify
from detente.pages.material import Material
from detente.pages.parts import Head
from detente.pages.rows import names_of, tone_of
from detente.pages.wording import day_words, joined
from detente.types import Event

MOST_PARTNERS = 30  # each needs its level over time: some 20 ms when it is first asked for
MOSTLY: Mapping[Tone, str] = marked(
    "mostly", {"cooperative": "mostly cooperative", "conflictual": "mostly conflictual", "neutral": "mixed"}
)
SIDED = 0.6  # the share of one tone from which a line is drawn as its; below it both are there and neither leads


def country_page(edition: Edition, code: str, asked: Asked) -> CountryPage:
    """What an address asks for. Raises AskedError, NotFoundError."""
    material = edition.material
    code = country_asked(material, code)
    period = period_of(asked, first_day(material), material.as_of)
    found = {name: events for name, events in _told(material, code, period).items() if events}
    order = sorted(found, key=lambda name: (-len(found[name]), name))
    partners = [name for name in order if name != f"{code}-{code}"]
    shown = partners[:MOST_PARTNERS]
    rows = tuple(_row(material, name, _other(name, code), found[name], period) for name in shown)
    inside = f"{code}-{code}"
    title = names_of(material, (code,))[0]
    start, end = day_words(period.start), day_words(period.end)
    said = say("Who did what with {country} from {start} to {end}.", country=title, start=start, end=end)
    return CountryPage(
        head=Head(f"explore/country/{code}", say("The actors around {country}", country=title), said),
        title=title, code=code, period=period,
        presets=presets(period, {}), inside=_row(material, inside, code, found[inside], period) if inside in found else None, rows=rows,
        left_out=len(partners) - len(shown), picture=_picture(title, rows, period),
        countries=country_choices(material, [c for c in known_countries(material) if c != code][:OFFERED], "", query(days_of(period))),
    )  # fmt: skip


def _told(material: Material, code: str, period: Period) -> dict[str, list[Event]]:
    """Relation -> what is told of it as a fact, in the period."""
    mine = [name for name in material.events_of_relation if code in name.split("-")]
    return {name: [e for e in events_in(material, name, period) if e.realis == "asserted"] for name in mine}


def _other(name: str, code: str) -> str:
    one, _, other = name.partition("-")
    return other if one == code else one


def _row(material: Material, name: str, partner: str, events: Sequence[Event], period: Period) -> PartnerRow:
    tones = [tone_of(event) for event in events]
    before, after = _level(material, name, period.start), _level(material, name, period.end)
    return PartnerRow(
        title=names_of(material, (partner,))[0], href="../relation" + query({"name": name, **days_of(period)}), events=len(events),
        cooperative=tones.count("cooperative"), conflictual=tones.count("conflictual"), level=after,
        change=after - before if after is not None and before is not None else None,
    )  # fmt: skip


def _level(material: Material, name: str, day: date) -> float | None:
    """The level on a day; None before the first report."""
    return next((p.level for p in reversed(material.series(name)) if p.day <= day), None)


def _tone(row: PartnerRow) -> Tone:
    sided = row.cooperative + row.conflictual
    if sided and row.cooperative / sided >= SIDED:
        return "cooperative"
    return "conflictual" if sided and row.conflictual / sided >= SIDED else "neutral"


def _picture(title: str, rows: Sequence[PartnerRow], period: Period) -> ActorsSpec:
    lines = []
    for row in rows:
        told = say_many(
            "{partner}: {n} event, {good} cooperative, {bad} conflictual", "{partner}: {n} events, {good} cooperative, {bad} conflictual",
            row.events, partner=row.title, good=row.cooperative, bad=row.conflictual,
        )  # fmt: skip
        mostly = say_as("mostly", MOSTLY[_tone(row)])
        lines.append(ActorLine(row.title, row.events, _tone(row), f"{told}; {mostly}"))
    leading = joined([f"{row.title} ({row.events})" for row in rows[:3]])
    most = say("Most went on with {partners}.", partners=leading) if rows else say("Nothing was reported.")
    days = {"start": day_words(period.start), "end": day_words(period.end)}
    heading = say("The actors around {country}, {start} to {end}", country=title, **days)
    return ActorsSpec(f"actors-{slugify(title)}", heading, f"{most} {say('The table has every number.')}", title, tuple(lines))
