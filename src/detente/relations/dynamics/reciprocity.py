"""Reciprocity: does what one side does follow what the other did? Granger tests in a vector autoregression of the two sides' behaviour
(Goldstein and Freeman 1990 did so for the great powers), the volume of all other news held constant.

"Follows" is what it says: of two sides that both answer a third thing, one some days later, the same would be seen. Both directions of one
story told for days count too."""

from __future__ import annotations

import numpy as np

from detente.relations.dynamics.fitting import Effect, follows
from detente.relations.dynamics.tracks import LEAST_BLOCKS, LEAST_HEARD, Tracks
from detente.relations.dynamics.wording import blocks, chance_of_none, pair, span
from detente.said import said
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
        sentence = said(
            "Whether the two sides of {name} answer each other cannot be said: too few reports of who did what (from the quieter side "
            "{heard} of {blocks} with any; at least {least} of {of} are needed).",
            name=pair(tracks.sides), heard=min(heard), blocks=blocks(n, tracks.days), least=LEAST_HEARD, of=LEAST_BLOCKS,
        )  # fmt: skip
        return [Finding("reciprocity", tracks.sides, sentence, False, unit="share", weeks=weeks, events=events)]
    return [
        answer(tracks, second, tracks.sides[0], tracks.sides[1], weeks, events),
        answer(tracks, first, tracks.sides[1], tracks.sides[0], weeks, events),
    ]


def answer(tracks: Tracks, effect: Effect, first: str, second: str, weeks: int, events: int) -> Finding:
    """The finding that ``second`` follows ``first``, or does not."""
    low, high = effect.total - T80 * effect.error, effect.total + T80 * effect.error
    holds, chance = effect.p < SURE and low * high > 0, chance_of_none(effect.p)
    if effect.p < SURE and not holds:
        sentence = said(
            "{second} moves after {first} does, now in kind and now the opposite way: no clear answer ({chance}).",
            second=second, first=first, chance=chance,
        )  # fmt: skip
    elif not holds:
        sentence = said("No sign that {second} answers {first}: {chance}.", second=second, first=first, chance=chance)
    else:
        small, large = sorted((abs(low), abs(high)))
        values = {"second": second, "first": first, "span": span(effect.lag * tracks.days), "share": abs(effect.total), "chance": chance}
        if effect.total > 0:
            sentence = said(
                "{second} answers {first} in kind, most clearly within {span}: about {share:.0%} of a move comes back "
                "(80 % interval {low:.0%} to {high:.0%}; {chance}).",
                low=small, high=large, **values,
            )  # fmt: skip
        else:
            sentence = said(
                "{second} answers {first} the opposite way, most clearly within {span}: about {share:.0%} of a move comes back "
                "(80 % interval {low:.0%} to {high:.0%}; {chance}).",
                low=small, high=large, **values,
            )  # fmt: skip
    return Finding("reciprocity", tracks.sides, sentence, holds, effect.total, low, high, "share", effect.p, weeks, events)

