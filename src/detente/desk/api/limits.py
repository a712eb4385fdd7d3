"""How much one caller may ask a minute. Counted in this process, which all threads of the server share; memory is bounded."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from math import ceil
from threading import Lock
from time import monotonic

WINDOW = 60.0  # seconds
# Without a token: two requests a second. The largest page, of 200 rows, takes 7 to 10 ms at 100,000 articles (docs/api.md), so one address
# takes 2 % of a processor; all of them are read in five minutes, or in one export that counts as ten.
OF_ADDRESS = 120
OF_TOKEN = 600  # who has one is known by name, and a program of the desk reads all of it
# What is dear counts as several: a file of a whole list (3 s at 100,000 rows), and statuses as of a day, which may have to be computed.
EXPORT_COST = 10
PAST_DAY_COST = 5
CALLERS = 20_000  # counted at once, some 5 MB; beyond it, who was silent for longest begins anew


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a request may be answered. remaining: of ``limit`` in this window; reset: whole seconds until it is full again."""

    allowed: bool
    limit: int
    remaining: int
    reset: int


@dataclass(slots=True)
class Counter:
    """Units spent in windows that begin with a caller's first request."""

    windows: OrderedDict[str, tuple[float, int]] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def spend(self, caller: str, cost: int, limit: int, now: float | None = None) -> Verdict:
        """Take ``cost`` from what the caller has left. What is refused costs nothing."""
        at = monotonic() if now is None else now
        with self.lock:
            begun, spent = self.windows.get(caller, (at, 0))
            if at - begun >= WINDOW:
                begun, spent = at, 0
            allowed = spent + cost <= limit
            spent += cost if allowed else 0
            self.windows[caller] = (begun, spent)
            self.windows.move_to_end(caller)
            while len(self.windows) > CALLERS:
                self.windows.popitem(last=False)
        return Verdict(allowed, limit, max(0, limit - spent), max(1, ceil(begun + WINDOW - at)))


COUNTER = Counter()
