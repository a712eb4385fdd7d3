"""The classes an event can be set to: PLOVER's with their modes, each with its most general CAMEO code and that code's intensity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.pages.wording import CLASS_WORDS, class_words

if TYPE_CHECKING:
    from detente.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class EventClass:
    """A class to choose. key: ``SANCTION|expel``."""

    key: str
    plover: str
    mode: str | None
    cameo: str
    intensity: float

    @property
    def label(self) -> str:
        """``Sanction (expel): −5.0``."""
        intensity = f"{self.intensity:+.1f}".replace("-", "−")
        return f"{class_words(self.plover, self.mode or '')}: {intensity}"


def class_key(plover: str, mode: str | None) -> str:
    """The key of a class."""
    return f"{plover}|{mode or ''}"


def event_classes(lexicon: Lexicon) -> dict[str, EventClass]:
    """Key -> class, in the order of PLOVER's list, from cooperation to conflict. CAMEO's shortest code is its most general."""
    from detente.events.rules import load_rules

    order = {plover: n for n, plover in enumerate(CLASS_WORDS)}
    codes = sorted(load_rules(lexicon).codes.values(), key=lambda c: (order.get(c.plover, len(order)), c.mode or "", len(c.cameo), c.cameo))
    found: dict[str, EventClass] = {}
    for code in codes:
        key = class_key(code.plover, code.mode)
        found.setdefault(key, EventClass(key, code.plover, code.mode, code.cameo, code.intensity))
    return found
