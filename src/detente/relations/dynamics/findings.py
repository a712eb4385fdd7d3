"""All findings of a relation: from observations, or from a table of counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from detente.relations.dynamics.inertia import inertia
from detente.relations.dynamics.reciprocity import reciprocity
from detente.relations.dynamics.spiral import spiral
from detente.relations.dynamics.third_party import third_parties
from detente.relations.dynamics.tracks import Tracks, aligned, tracks_from_observations, tracks_of
from detente.relations.observing import Observation, Sides, sides_of
from detente.relations.weekly import Weekly
from detente.types import Finding


def relation_findings(observations: Sequence[Observation], sides: Sides, as_of: date, others: Sequence[Sides] = ()) -> list[Finding]:
    """Inertia, reciprocity both ways, spiral and third parties of a relation as of a day, in that order. others: relations it may follow;
    those that share no side are passed over. Raises DynamicsError where the extra is missing."""
    mine = sides_of(*sides)
    sharing = [sides_of(*o) for o in others if set(o) & set(mine)]
    tracks, *rest = tracks_from_observations([o for o in observations if o.known <= as_of and o.day <= as_of], mine, as_of, sharing)
    return findings_of(tracks, rest)


def table_findings(weekly: Weekly, sides: Sides, days: int) -> list[Finding]:
    """The same of a relation in a table of counts in blocks of ``days``; third parties among all its relations."""
    tracks = tracks_of(weekly, sides, days)
    rest = [aligned(tracks_of(weekly, o, days), tracks) for o in weekly.sides if set(o) & set(sides) and o != tracks.sides]
    return findings_of(tracks, rest)


def findings_of(tracks: Tracks, others: Sequence[Tracks]) -> list[Finding]:
    """All findings of one relation's tracks, given those of others over the same blocks."""
    turning = spiral(tracks)
    return [inertia(tracks), *reciprocity(tracks), *([turning] if turning else []), *third_parties(tracks, others)]
