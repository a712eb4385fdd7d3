"""Cooperation and conflict: the side of the ledger each PLOVER class stands on (the PLOVER manual's four "quads").

Verbal cooperation AGREE CONSULT SUPPORT, material cooperation COOPERATE AID CONCEDE RETREAT; verbal conflict REQUEST ACCUSE REJECT
THREATEN, material conflict PROTEST SANCTION MOBILIZE COERCE ASSAULT. Reports without a class stand on neither."""

from __future__ import annotations

COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
CONFLICT = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})


def quad_sign(plover: str) -> int:
    """1 for a class of cooperation, -1 for one of conflict, 0 for none."""
    return (plover in COOPERATION) - (plover in CONFLICT)
