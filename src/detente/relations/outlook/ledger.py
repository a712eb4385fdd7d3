"""Forecasts that people made, judged: Brier score against the base rate and "no change", and how well calibrated the chances were.

The base rate is the share of the same forecasts that came out yes. It is known only afterwards, so it is the hardest plain forecast to
beat: what is better than it told the cases apart. "No change" says of each, with certainty, that it comes out as it does if nothing
changes, as the author named it at publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from detente.relations.outlook.scores import Bin, brier, reliability
from detente.relations.tone import Floats

# Below, a Brier score says next to nothing: that of ten calibrated forecasts of 70 % is .21 with a standard error of .058
# (.183 / sqrt(10)), so that even at ten a coin, .25, is within it. What more than ten show, the interval beside each figure says.
FEW = 10
# Width of the central 90 % of a normal, in standard errors to each side: as in `skill`.
CENTRAL_Z = 1.6448536269514722


@dataclass(frozen=True, slots=True)
class Judged:
    """A resolved forecast. said: its chance; came: whether it came out yes; unchanged: whether it comes out yes if nothing changes."""

    said: float
    came: bool
    unchanged: bool


@dataclass(frozen=True, slots=True)
class Against:
    """A plain forecast: its Brier score, and how much lower the forecaster's is on the mean (above 0 is better), with the central 90 % of
    that mean, taken as if the forecasts were independent."""

    name: str
    brier: float
    gain: float
    low: float
    high: float

    @property
    def verdict(self) -> str:
        """Whether the forecasts beat it."""
        if self.low > 0:
            return "better"
        return "worse" if self.high < 0 else "no difference shown"


@dataclass(frozen=True, slots=True)
class Score:
    """Of some forecasts: how many were judged, how many came out yes, the Brier score (0 perfect, .25 is a coin), the plain forecasts, and
    what came where so much was said. brier is None and the rest empty where too few were judged."""

    count: int
    yes: int
    brier: float | None
    against: tuple[Against, ...]
    bins: tuple[Bin, ...]

    @property
    def few(self) -> bool:
        """Too few to judge."""
        return self.brier is None


def score(rows: Sequence[Judged], few: int = FEW) -> Score:
    """Judge forecasts together. Fewer than ``few`` are counted and not judged."""
    yes = sum(row.came for row in rows)
    if len(rows) < max(1, few):
        return Score(len(rows), yes, None, (), ())
    said, came, same = (np.array([getattr(row, name) for row in rows], float) for name in ("said", "came", "unchanged"))
    loss = brier(said, came)
    plain = {"base rate": np.full(len(rows), came.mean()), "no change": same}
    against = tuple(_against(name, loss, brier(chance, came)) for name, chance in plain.items())
    return Score(len(rows), yes, float(loss.mean()), against, tuple(reliability(said, came)))


def _against(name: str, loss: Floats, plain: Floats) -> Against:
    gain = plain - loss
    mean = float(gain.mean())
    half = CENTRAL_Z * float(gain.std(ddof=1)) / len(gain) ** 0.5 if len(gain) > 1 else float("inf")
    return Against(name, float(plain.mean()), mean, mean - half, mean + half)


def score_sentence(found: Score) -> str:
    """The score in plain words; where too few are judged, that."""
    if found.brier is None:
        return f"{found.count} resolved: too few to judge; it takes {FEW}."
    parts = [f"{a.name} {a.brier:.3f} ({a.verdict}; {a.gain:+.3f}, 90 %: {a.low:+.3f} to {a.high:+.3f})" for a in found.against]
    return f"{found.count} resolved, {found.yes} of them yes. Brier score {found.brier:.3f}; against {', '.join(parts)}."
