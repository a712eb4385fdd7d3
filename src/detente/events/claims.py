"""Who claims an attack that the sentences before told of without a doer: "A bomb kills nine. The group claims responsibility."."""

from __future__ import annotations

from collections.abc import Sequence

from detente.clauses.tokens import Clause
from detente.events.actors import Phrases
from detente.events.sides import codes_of

_CLAIMING = frozenset({"claim", "take", "admit", "accept", "assume"})
_CLAIMED = frozenset({"responsibility", "credit"})


def claimants(phrases: Phrases, clauses: Sequence[Clause]) -> tuple[str, ...]:
    """Codes of those who claim something in this sentence; () where nobody does, or where it is denied."""
    s = phrases.s
    for clause in clauses:
        if clause.lemma in _CLAIMING and not clause.negated and any(s.tokens[h].lemma.lower() in _CLAIMED for h in clause.heads("object")):
            return codes_of(a for h in clause.heads("subject") for a in phrases.resolve(h))
    return ()
