"""Reciprocity: does what one side does follow what the other did? Granger tests in a vector autoregression of the two sides' behaviour
(Goldstein and Freeman 1990 did so for the great powers), the volume of all other news held constant.

"Follows" is what it says: of two sides that both answer a third thing, one some days later, the same would be seen. Both directions of one
story told for days count too."""

from __future__ import annotations

import numpy as np

from detente.relations.dynamics.fitting import Effect, follows
from detente.relations.dynamics.tracks import LEAST_BLOCKS, LEAST_HEARD, Tracks
from detente.relations.dynamics.wording import blocks, chance_of_none, pair, span
from detente.types import Finding

SURE = 0.05  # p-value from which an effect is said to be there
T80 = 1.29  # half-width of an 80 % interval in standard errors at the degrees of freedom there usually are (50 and more)


def reciprocity(tracks: Tracks) -> list[Finding]:
    """Two findings: the second side answers the first, and the first the second. One where nothing can be fitted; none for the inside of
    a country. estimate: how much of a move of the other side (on the log scale of its balance) comes back within the blocks looked at.
    Raises DynamicsError."""
    if tracks.sides[0] == tracks.sides[1]:
        return []
    n = len(tracks.ends)
    heard = [int((np.abs(a) + np.abs(b) > 0).sum()) for a, b in zip(tracks.cooperation, tracks.conflict, strict=True)]
    weeks, events = n * tracks.days // 7, round(float(tracks.heard.sum()))
    enough, balance = n >= LEAST_BLOCKS and min(heard) >= LEAST_HEARD, tracks.balance
    answers = [follows(balance[i], balance[1 - i], tracks.volume, tracks.lags) if enough else None for i in (0, 1)]
    first, second = answers
    if first is None or second is None:
        said = (
            f"Whether the two sides of {pair(tracks.sides)} answer each other cannot be said: too few reports of who did what "
            f"({min(heard)} of {blocks(n, tracks.days)} with any from the quieter side; at least {LEAST_HEARD} of {LEAST_BLOCKS} are "
            "needed)."
        )
        return [Finding("reciprocity", tracks.sides, said, False, unit="share", weeks=weeks, events=events)]
    return [
        answer(tracks, second, tracks.sides[0], tracks.sides[1], weeks, events),
        answer(tracks, first, tracks.sides[1], tracks.sides[0], weeks, events),
    ]


def answer(tracks: Tracks, effect: Effect, first: str, second: str, weeks: int, events: int) -> Finding:
    """The finding that ``second`` follows ``first``, or does not."""
    low, high = effect.total - T80 * effect.error, effect.total + T80 * effect.error
    holds = effect.p < SURE and low * high > 0
    if effect.p < SURE and not holds:
        said = f"{second} moves after {first} does, now in kind and now the opposite way: no clear answer ({chance_of_none(effect.p)})."
    elif not holds:
        said = f"No sign that {second} answers {first}: {chance_of_none(effect.p)}."
    else:
        when = "within " + span(effect.lag * tracks.days)
        how = "in kind" if effect.total > 0 else "the opposite way"
        said = (
            f"{second} answers {first} {how}, most clearly {when}: about {abs(effect.total):.0%} of a move comes back "
            f"(80 % interval {_between(low, high)}; {chance_of_none(effect.p)})."
        )
    return Finding("reciprocity", tracks.sides, said, holds, effect.total, low, high, "share", effect.p, weeks, events)


def _between(low: float, high: float) -> str:
    small, large = sorted((abs(low), abs(high)))
    return f"{small:.0%} to {large:.0%}"
