"""Ordinary crime: the trial of a robber is no event between political actors, that of a minister, a rebel or a war criminal is one."""

from __future__ import annotations

from collections.abc import Iterable

from detente.clauses.words import words
from detente.events.scene import Scene
from detente.events.sides import abroad
from detente.events.topics import topics_of
from detente.lexicon import sector_groups, split_code

_LEGAL = ("173", "115", "116", "090", "171")
# Whoever belongs to one of these is tried as what they are, whatever the charge.
_PUBLIC = words("GOV MIL OPP REB LEG ELI MED SPY UAF PTY HRI SEP JUD")
_POLITICAL = frozenset({"attack", "hardship", "protest", "spying", "clash"})


def is_private(cameo: str, actors: Iterable[str], recipients: Iterable[str], scene: Scene) -> bool:
    """Whether a legal event is about an ordinary crime of a private person, tried at home."""
    if not cameo.startswith(_LEGAL) or abroad(recipients, actors):
        return False
    if any(_PUBLIC & set(sector_groups(split_code(code)[1])) for code in recipients):
        return False
    found = [topics_of(scene.s, t.i, scene.rules) for t in scene.s.tokens if t.pos in ("NOUN", "PROPN", "VERB", "ADJ")]
    return any("crime" in f for f in found) and not any(_POLITICAL & f - {"crime"} for f in found if "crime" not in f)
