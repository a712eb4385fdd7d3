"""A backtest as rows, lines of text and an SVG of its PIT and reliability."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from detente.relations.outlook.backtest import Backtest, Chances, Judged
from detente.relations.outlook.scores import Bin
from detente.relations.outlook.wording import verdict
from detente.relations.path import day_of
from detente.relations.signed import signed

FEW_WEEKS, FEW_RELATIONS = 26, 5  # below, the bootstrap has too little to draw from: said beside the figures
BAR = 20  # characters of a full bar


def backtest_json(result: Backtest) -> dict[str, Any]:
    """All figures, days as ISO days and the verdict beside each skill."""
    row = asdict(result)
    row["first"], row["last"] = day_of(result.first).isoformat(), day_of(result.last).isoformat()
    for out, judged in zip(row["quantities"], result.quantities, strict=True):
        out["verdict"] = {name: verdict(s) for name, s in judged.skill.items()}
        for chances, of in zip(out["chances"], judged.chances, strict=True):
            chances["verdict"] = {name: verdict(s) for name, s in of.skill.items()}
    for chances, of in zip(row["levels"], result.levels, strict=True):
        chances["verdict"] = {name: verdict(s) for name, s in of.skill.items()}
    return row


def skill_rows(result: Backtest) -> list[tuple[str, ...]]:
    """(quantity, against, our CRPS, theirs, skill with 90 % interval, relations it is above 0 in, verdict)."""
    return [
        (
            judged.quantity, name, f"{judged.crps:.3f}", f"{judged.plain[name]:.3f}",
            f"{signed(s.value, 3)} ({signed(s.low, 3)} … {signed(s.high, 3)})", f"{s.relations:.0%}", verdict(s),
        )
        for judged in result.quantities for name, s in judged.skill.items()
    ]  # fmt: skip


def interval_rows(result: Backtest) -> list[tuple[str, ...]]:
    """(quantity, held by the PIT, held by whole numbers, said by whole numbers, the ten PIT bars)."""
    return [
        (j.quantity, f"{j.held:.1%}", f"{j.held_whole:.1%}", f"{j.said_whole:.1%}", " ".join(f"{x:.0%}" for x in j.pit))
        for j in result.quantities
    ]


def chance_rows(result: Backtest) -> list[tuple[str, ...]]:
    """(what, how often said, how often it came, Brier, against, theirs, skill with interval, verdict)."""
    rows: list[tuple[str, ...]] = []
    for c in all_chances(result):
        for name, s in c.skill.items():
            shown = f"{signed(s.value, 3)} ({signed(s.low, 3)} … {signed(s.high, 3)})"
            rows.append((c.what, f"{c.said:.0%}", f"{c.came:.0%}", f"{c.brier:.3f}", name, f"{c.plain[name]:.3f}", shown, verdict(s)))
    return rows


def reliability_rows(result: Backtest) -> list[tuple[str, ...]]:
    """(what, how often, said, came, a bar with what was said marked in it)."""
    return [(c.what, str(b.count), f"{b.said:.0%}", f"{b.came:.0%}", bar(b)) for c in all_chances(result) for b in c.reliability]


def all_chances(result: Backtest) -> list[Chances]:
    """Of the counts, then of the levels."""
    return [*(c for j in result.quantities for c in j.chances), *result.levels]


def bar(b: Bin) -> str:
    """What came as a bar, what was said as a mark: a calibrated chance ends at its mark."""
    cells = ["█" if i < round(b.came * BAR) else "·" for i in range(BAR)]
    cells[min(BAR - 1, int(b.said * BAR))] = "|"
    return "".join(cells)


def summary(result: Backtest) -> list[str]:
    """What it comes to, in sentences; where there is no skill, that."""
    out = [
        f"{result.relations} relations, {result.weeks} weeks forecast one by one, {day_of(result.first - 6)} to {day_of(result.last)}; "
        "nothing of a week or after it is used to forecast it."
    ]
    if result.weeks < FEW_WEEKS or result.relations < FEW_RELATIONS:
        out.append("That is little: the intervals of the skill are narrower than what is truly unknown.")
    for judged in result.quantities:
        lost = [name for name, s in judged.skill.items() if not s.shown]
        if lost:
            out.append(f"No skill is shown for {judged.quantity} against: {', '.join(lost)}. Use that instead.")
    for c in result.levels:
        lost = [name for name, s in c.skill.items() if not s.shown]
        if lost:
            out.append(f"The stated chance has no skill for “{c.what}” against: {', '.join(lost)}.")
    return out


SIDE, GAP, MARGIN, TOP = 180, 36, 44, 40
INK, FILL, LINE = "#1a1a1a", "#3b6ea5", "#b3b3b3"


def picture(result: Backtest) -> str:
    """An SVG: for each quantity its PIT (flat when calibrated), then every reliability diagram (on the diagonal when reliable). Made of
    numbers and of this module's own words only."""
    panels = [_pit_panel(j) for j in result.quantities] + [_reliability_panel(c) for c in all_chances(result)]
    across = 3
    down = -(-len(panels) // across)
    width, height = MARGIN + across * (SIDE + GAP), TOP + down * (SIDE + GAP + 22)
    said = f"{result.relations} relations, {result.weeks} weeks to {day_of(result.last)}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'font-family="sans-serif" font-size="11" fill="{INK}" role="img"><title>Backtest: PIT and reliability, {said}</title>',
        f'<rect width="{width}" height="{height}" fill="white"/><text x="{MARGIN}" y="20" font-size="13">{said}</text>',
    ]
    for i, panel in enumerate(panels):
        x, y = MARGIN + (i % across) * (SIDE + GAP), TOP + 22 + (i // across) * (SIDE + GAP + 22)
        parts.append(f'<g transform="translate({x},{y})">{panel}</g>')
    return "\n".join([*parts, "</svg>", ""])


def _frame(title: str) -> str:
    ticks = "".join(
        f'<text x="{k * SIDE:.0f}" y="{SIDE + 14}" text-anchor="middle">{k:.1f}</text>'
        f'<text x="-5" y="{SIDE - k * SIDE + 4:.0f}" text-anchor="end">{k:.1f}</text>'
        for k in (0.0, 0.5, 1.0)
    )
    return f'<text x="0" y="-8">{title}</text><rect width="{SIDE}" height="{SIDE}" fill="none" stroke="{LINE}"/>{ticks}'


def _pit_panel(judged: Judged) -> str:
    """Ten bars; the line is where all of them stand when calibrated."""
    tall = max(0.2, *judged.pit)
    wide = SIDE / len(judged.pit)
    bars = "".join(
        f'<rect x="{i * wide:.1f}" y="{SIDE * (1 - x / tall):.1f}" width="{wide - 1:.1f}" height="{SIDE * x / tall:.1f}" fill="{FILL}"/>'
        for i, x in enumerate(judged.pit)
    )
    level = SIDE * (1 - 1 / len(judged.pit) / tall)
    line = f'<line x1="0" x2="{SIDE}" y1="{level:.1f}" y2="{level:.1f}" stroke="{INK}" stroke-dasharray="4 3"/>'
    frame = f'<text x="0" y="-8">PIT of {judged.quantity}</text><rect width="{SIDE}" height="{SIDE}" fill="none" stroke="{LINE}"/>'
    return frame + bars + line


def _reliability_panel(chances: Chances) -> str:
    """What came over what was said; a dot's area is how often."""
    return (
        _frame(chances.what)
        + f'<line x1="0" y1="{SIDE}" x2="{SIDE}" y2="0" stroke="{LINE}" stroke-dasharray="4 3"/>'
        + _dots(chances.reliability, max(1, chances.count))
    )


def _dots(bins: Sequence[Bin], count: int) -> str:
    return "".join(
        f'<circle cx="{b.said * SIDE:.1f}" cy="{SIDE - b.came * SIDE:.1f}" r="{2 + 16 * (b.count / count) ** 0.5:.1f}" fill="{FILL}" '
        'fill-opacity="0.7"/>'
        for b in bins
    )
