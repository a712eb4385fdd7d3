"""The expected response to an act: what the fitted dynamics say the other side, and the acting side itself, will do more or less of in the
coming blocks. The impulse response of the vector autoregression of the two sides' counts of conflict (or cooperation): a Hawkes process
counted in blocks, estimated by least squares (Kirchner 2017). On counts, not on their logarithms as the tests are: what one act brings on
adds up, and logarithms lose a third of a strong response."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from detente.relations.dynamics import dynamics_available
from detente.relations.dynamics.fitting import fit, follows, respond
from detente.relations.dynamics.tracks import LEAST_BLOCKS, LEAST_HEARD, Tracks, tracks_from_observations
from detente.relations.dynamics.wording import blocks, pair
from detente.relations.observing import Observation, Sides
from detente.types import Spread

AHEAD_DAYS = 28
# Days: two weeks' worth is longer than a fit of 300 days bears; six lose a quarter of a planted response, ten a fifth.
RESPONSE_LAGS = {1: 10}
TOGETHER = 0.9  # correlation of the two sides' counts from which on their lags cannot be told apart: meetings are told of both
SURE = 0.10  # p-value of the other side's answer from which on the fit is called weak


@dataclass(frozen=True, slots=True)
class Step:
    """By so many days after the act: further events expected of the other side and of the acting side because of it, in that block."""

    days: int
    other: Spread
    own: Spread


@dataclass(frozen=True, slots=True)
class Response:
    """kind: "conflict" or "cooperation", of the events counted. other, own: summed over AHEAD_DAYS. weak: why little can be relied on, or
    empty. steps: block by block; none where nothing could be fitted."""

    kind: str
    other: Spread | None
    own: Spread | None
    steps: tuple[Step, ...] = ()
    weak: str = ""


def expected_response(tracks: Tracks, by: int, sign: int, count: int = 1) -> Response:
    """What follows ``count`` acts of conflict (sign -1) or cooperation (1) by side ``by`` (0 or 1), over the four weeks after the last
    block. The rest is as the last four weeks were. Raises DynamicsError."""
    kind = "conflict" if sign < 0 else "cooperation"
    series = tracks.conflict if sign < 0 else tracks.cooperation
    n, heard, name = len(tracks.ends), (series > 0).sum(1), pair(tracks.sides)
    if tracks.sides[0] == tracks.sides[1]:
        return Response(kind, None, None, weak=f"{name} has no two sides that could answer each other")
    counts, lags = np.expm1(series), RESPONSE_LAGS.get(tracks.days, tracks.lags)
    news = np.expm1(tracks.volume)
    fitted = fit(counts, news - news.mean(), lags) if n >= LEAST_BLOCKS and heard.min() >= LEAST_HEARD else None
    if fitted is None:
        weak = (
            f"too few reports of {kind} from both sides of {name} to fit a response ({int(heard.min())} of "
            f"{blocks(n, tracks.days)} with any from the quieter one; at least {LEAST_HEARD} of {LEAST_BLOCKS} are needed)"
        )
        return Response(kind, None, None, weak=weak)
    size, other = max(1, AHEAD_DAYS // tracks.days), 1 - by
    shock = np.zeros(2)
    shock[by] = count
    middle = respond(fitted.memory, shock, size)
    part = max(1, size // 4)
    if np.abs(middle[-part:]).sum() > np.abs(middle[:part]).sum():  # roots outside the unit circle: it would swing ever wider
        weak = f"what is recorded of {kind} in {name} is one burst: a fit to it would grow without end, so no response is given"
        return Response(kind, None, None, weak=weak)
    drawn = np.array([respond(memory, shock, size) for memory in fitted.draws])
    low, high = np.quantile(drawn, [0.1, 0.9], axis=0)

    def total(side: int) -> Spread:
        return _spread(middle[:, side].sum(), *np.quantile(drawn[:, :, side].sum(1), [0.1, 0.9]))

    cross, sum_other, whom = follows(series[other], series[by], tracks.volume, tracks.lags), total(other), tracks.sides
    doubts = []
    if count > 3 * max(1.0, float(np.expm1(series[by]).max())):
        doubts.append(f"{count} at once is far beyond anything recorded here")
    if np.corrcoef(counts)[0, 1] > TOGETHER:
        doubts.append(f"{kind} of both sides is nearly always reported together: who follows whom cannot be told apart")
    if cross is None or cross.p >= SURE:
        doubts.append(f"in what is recorded, no sign that {whom[other]} answers {kind} of {whom[by]}")
    elif sum_other.low <= 0 <= sum_other.high:
        doubts.append("the band holds no response at all")
    steps = tuple(Step((i + 1) * tracks.days, *(_spread(middle[i, s], low[i, s], high[i, s]) for s in (other, by))) for i in range(size))
    return Response(kind, sum_other, total(by), steps, "; ".join(doubts))


def _spread(mean: float, low: float, high: float) -> Spread:
    """With the mean inside: the ends are quantiles, and the mean of a skewed response may lie beyond them."""
    return Spread(float(mean), min(float(low), float(mean)), max(float(high), float(mean)))


def observed_response(observations: Sequence[Observation], sides: Sides, as_of: date, by: int, sign: int, count: int = 1) -> Response:
    """`expected_response` from what is known by a day; without the extra, a response that says so."""
    if not dynamics_available():
        return Response(
            "conflict" if sign < 0 else "cooperation", None, None, weak="statsmodels is not installed: pip install 'detente[dynamics]'"
        )
    known = [o for o in observations if o.known <= as_of and o.day <= as_of]
    return expected_response(tracks_from_observations(known, sides, as_of)[0], by, sign, count)
