"""Who states an event: the subject of the speech verb over it, "according to X", or a headline's "X: ..."."""

from __future__ import annotations

from detente.clauses.tokens import Clause
from detente.events.actors import Phrases


def find_speaker(clause: Clause | None, phrases: Phrases) -> str | None:
    """Code of the speaker, or None when nobody known is named. clause: the speech clause over the event, if any."""
    s = phrases.s
    if clause is not None:
        for head in clause.heads("subject"):
            code = _code(head, phrases)
            if code:
                return code
    for i, word in enumerate(s.lower):
        if word == "according" and i + 1 < len(s.lower) and s.lower[i + 1] == "to":
            for k in s.children[i + 1] or ():
                code = _code(k, phrases)
                if code:
                    return code
    if len(s.lower) > 3 and ":" in s.lower[1:4]:
        return _code(s.lower.index(":") - 1, phrases)
    return None


def _code(head: int, phrases: Phrases) -> str | None:
    entry = phrases.entry(head)
    if entry is not None and entry.code:
        return entry.code
    found = phrases.resolve(head) or phrases.inner(head)
    return found[0].code if found else None
