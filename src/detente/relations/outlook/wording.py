"""An outlook in sentences, with the words of estimative probability of ICD 203 (scales_estimative.tsv)."""

from __future__ import annotations

from collections.abc import Sequence

from detente.events.scales import Band, load_scales
from detente.lexicon import Lexicon
from detente.relations.outlook.skill import Skill
from detente.relations.signed import signed
from detente.said import said
from detente.types import Outlook, Spread

# Of `python evals/outlook.py` on the ICEWS table of 2018, 264 relations with 100 events and more, 31 weeks: by what share of CRPS the
# forecasts beat no change and the long-run mean, each with the spread of its own past errors. tests/evals hold them to what is measured.
SKILL_2018 = {"cooperation": (0.22, 0.08), "conflict": (0.20, 0.10), "balance": (0.26, 0.09)}


def bands(lexicon: Lexicon) -> list[Band]:
    """The rows of ICD 203, the least likely first."""
    found = {band for rows in load_scales(lexicon).estimative.values() for _, band in rows}
    return sorted(found, key=lambda band: band.low)


def chance_words(chance: float, rows: Sequence[Band]) -> str:
    """``likely (62%)``. What lies beyond the table's ends takes the end's words."""
    name = next((band.name for band in rows if chance < band.high), rows[-1].name)
    return f"{name} ({chance:.0%})"


def outlook_sentences(outlook: Outlook, rows: Sequence[Band]) -> list[str]:
    """The outlook in plain sentences: level, changes, counts, and what is weak about it."""
    days = outlook.period_days
    out = []
    if outlook.level is None:
        out.append(f"{outlook.thin[:1].upper()}{outlook.thin[1:]}. What follows is the habit of other relations.")
    else:
        low, high = signed(outlook.level.low), signed(outlook.level.high)
        out.append(f"The level in {days} days is expected at {signed(outlook.level.mean)} (80 %: {low} to {high}).")
        chances = (
            ("higher by more than the threshold", outlook.p_improved),
            ("about where it is", outlook.p_unchanged),
            ("lower by more than that", outlook.p_deteriorated),
        )
        out.append(f"In {days} days the level stands {_listed(chances, rows)}.")
        says = (("improved", outlook.says_improved), ("deteriorated", outlook.says_deteriorated))
        out.append(f"The status then says {_listed(says, rows)}. It turns later and less often.")
    for what, three in (("cooperation", outlook.cooperation), ("conflict", outlook.conflict)):
        ours, same, usual = three
        out.append(
            f"Next week {_events(ours)} of {what} are expected; no change would be {_events(same)}, the long-run mean is {_events(usual)}."
        )
    ours, same, usual = outlook.balance
    out.append(
        f"The balance, cooperation less conflict, is expected at {_signed(ours)}; no change would be {_signed(same)}, the long-run mean is "
        f"{_signed(usual)}."
    )
    if outlook.thin and outlook.level is not None:
        out.append(f"This outlook is weak: {outlook.thin}. It is the habit of other relations more than of this one.")
    return out


def skill_sentence(desk: str) -> str:
    """What is known of the skill of a desk's outlooks: nothing, until it is judged on the desk's own weeks."""
    return f"Skill on this desk's own weeks is not known from this page: `detente backtest {desk}` measures it. {skill_elsewhere()}"


def skill_elsewhere() -> str:
    """The skill that was measured, and on what: SKILL_2018."""
    values = {f"{name}_{than}": f"{100 * skill:.0f}" for name, both in SKILL_2018.items() for than, skill in zip("sm", both, strict=True)}
    return said(
        "On the ICEWS table of 2018 (264 relations) the weekly forecasts were closer than no change and than the long-run mean, in CRPS, "
        "by: cooperation {cooperation_s} % and {cooperation_m} %, conflict {conflict_s} % and {conflict_m} %, balance {balance_s} % and "
        "{balance_m} %.",
        **values,
    )


def verdict(skill: Skill) -> str:
    """Whether a forecast beats a plain one, by the interval of its skill."""
    if skill.low > 0:
        return "skill"
    return "worse than the plain forecast" if skill.high < 0 else "no skill shown"


def _listed(chances: Sequence[tuple[str, float | None]], rows: Sequence[Band]) -> str:
    return "; ".join(f"{what}: {chance_words(p, rows)}" for what, p in chances if p is not None)


def _events(spread: Spread) -> str:
    return f"{spread.mean:.1f} ({spread.low:.0f} to {spread.high:.0f}) events"


def _signed(spread: Spread) -> str:
    return f"{signed(spread.mean)} ({signed(spread.low, 0)} to {signed(spread.high, 0)})"
