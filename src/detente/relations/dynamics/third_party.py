"""Third parties: does a relation follow another that shares a side with it? One Granger test per candidate, its own past and the volume of
other news held constant; of those that hold, at most one in ten is false (Benjamini and Hochberg 1995).

A lead of days can also be one story that reached one relation later than the other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.relations.dynamics.fitting import discoveries, follows
from detente.relations.dynamics.reciprocity import T80
from detente.relations.dynamics.tracks import HEARD_SHARE, LEAST_BLOCKS, LEAST_HEARD, Tracks
from detente.relations.dynamics.wording import blocks, chance_of_none, pair, span
from detente.relations.signed import signed
from detente.said import said
from detente.types import Finding

FALSE_SHARE = 0.10
# Candidates tested, those with most reports: every further one makes it harder for all to hold.
MOST_CANDIDATES = 30
SHOWN = 3


def third_parties(tracks: Tracks, others: Sequence[Tracks]) -> list[Finding]:
    """The relations this one follows, surest first, three at most; or one finding that none does. Raises DynamicsError.

    others: over the same blocks (`aligned`). sides: the relation's and the third side. estimate: the share of the other's move that
    follows, on the log scale of the balance."""
    n, name, heard = len(tracks.ends), pair(tracks.sides), int((tracks.heard > 0).sum())
    weeks, events = n * tracks.days // 7, round(float(tracks.heard.sum()))
    unit = "share"
    if n < LEAST_BLOCKS or heard < LEAST_HEARD:
        sentence = said(
            "Whether {name} follows another relation cannot be said: too few reports ({heard} of {blocks} with any; at least {least} of "
            "{of} are needed).",
            name=name, heard=heard, blocks=blocks(n, tracks.days), least=LEAST_HEARD, of=LEAST_BLOCKS,
        )  # fmt: skip
        return [Finding("third-party", tracks.sides, sentence, False, unit=unit, weeks=weeks, events=events)]
    sharing = [o for o in others if o.sides != tracks.sides and set(o.sides) & set(tracks.sides) and o.sides[0] != o.sides[1]]
    often = [o for o in sharing if (o.heard > 0).sum() >= LEAST_HEARD and (o.heard > 0).mean() >= HEARD_SHARE]
    usable = sorted(often, key=lambda o: (-o.heard.sum(), o.sides))[:MOST_CANDIDATES]
    tested = [(o, follows(tracks.together, o.together, tracks.volume, tracks.lags)) for o in usable]
    found = [(o, effect) for o, effect in tested if effect is not None]
    if not found:
        sentence = said("No other relation of a side of {name} is told of often enough to say whether this one follows it.", name=name)
        return [Finding("third-party", tracks.sides, sentence, False, unit=unit, weeks=weeks, events=events)]
    holding = discoveries(np.array([e.p for _, e in found]), FALSE_SHARE)
    sure = sorted((row for row, holds in zip(found, holding, strict=True) if holds), key=lambda row: (row[1].p, row[0].sides))
    if not sure:
        sentence = said(
            "No sign that {name} follows another relation (tested among those that share a side: {tested}).", name=name, tested=len(found)
        )
        least = min(e.p for _, e in found)
        return [Finding("third-party", tracks.sides, sentence, False, None, None, None, unit, min(1.0, least * len(found)), weeks, events)]
    out = []
    for other, effect in sure[:SHOWN]:
        low, high = effect.total - T80 * effect.error, effect.total + T80 * effect.error
        third = next((s for s in other.sides if s not in tracks.sides), other.sides[0])
        way = said("moves the same way") if effect.total > 0 else said("moves the other way")
        sentence = said(
            "{name} follows {other}: about {span} after a move there it {way}, by {share} of it (80 % interval {low} to {high}; {chance}, "
            "relations tested: {tested}).",
            name=name, other=pair(other.sides), span=span(effect.lag * tracks.days), way=way, share=_percent(effect.total),
            low=_percent(low), high=_percent(high), chance=chance_of_none(effect.p), tested=len(found),
        )  # fmt: skip
        out.append(Finding("third-party", (*tracks.sides, third), sentence, True, effect.total, low, high, unit, effect.p, weeks, events))
    return out


def _percent(share: float) -> str:
    return f"{signed(100 * share, 0)}%"
