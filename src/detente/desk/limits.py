"""How much one caller may ask in a while. Counted in this process, which all threads of the server share; memory is bounded."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from math import ceil
from threading import Lock
from time import monotonic
from typing import Any

from detente.desk.people.trail import address_of, network_of
from detente.desk.rights import role_of
from detente.said import said

WINDOW = 60.0  # seconds
DAY = 86_400.0
CALLERS = 20_000  # counted at once, some 5 MB; beyond it, who was silent for longest begins anew
# Searches and pages of exploring, for a network: a school behind one address has two a second. A search takes some 50 ms
# (`detente.desk_search`), so that is a tenth of a processor.
OF_READERS = 120
# Statuses kept to be cited, for a network and a day: a student cites a handful. All together may keep 300 (record/citations.py), so one
# robot leaves fourteen fifteenths of the room to others.
KEPT_A_DAY = 20


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a request may be answered. remaining: of ``limit`` in this window; reset: whole seconds until it is full again."""

    allowed: bool
    limit: int
    remaining: int
    reset: int


@dataclass(slots=True)
class Counter:
    """Units spent in windows of some seconds that begin with a caller's first request."""

    seconds: float = WINDOW
    windows: OrderedDict[str, tuple[float, int]] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def spend(self, caller: str, cost: int, limit: int, now: float | None = None) -> Verdict:
        """Take ``cost`` from what the caller has left. What is refused costs nothing."""
        at = monotonic() if now is None else now
        with self.lock:
            begun, spent = self.windows.get(caller, (at, 0))
            if at - begun >= self.seconds:
                begun, spent = at, 0
            allowed = spent + cost <= limit
            spent += cost if allowed else 0
            self.windows[caller] = (begun, spent)
            self.windows.move_to_end(caller)
            while len(self.windows) > CALLERS:
                self.windows.popitem(last=False)
        return Verdict(allowed, limit, max(0, limit - spent), max(1, ceil(begun + self.seconds - at)))


READERS, KEPT = Counter(), Counter(DAY)


def counted(view: Callable[..., Any]) -> Callable[..., Any]:
    """A public view that answers a network so many times a minute; the desk's users as often as they like."""

    @wraps(view)  # with the right it names
    def answer(request: Any, *args: Any, **given: Any) -> Any:
        if is_user(request):
            return view(request, *args, **given)
        verdict = READERS.spend(network_of(address_of(request)), 1, OF_READERS)
        return view(request, *args, **given) if verdict.allowed else _refused(request, verdict)

    return answer


def may_keep(request: Any) -> bool:
    """Whether one more status may be kept to be cited for whoever asks; counts this one."""
    return is_user(request) or KEPT.spend(network_of(address_of(request)), 1, KEPT_A_DAY).allowed


def is_user(request: Any) -> bool:
    """Whether a user of the desk asks. Without a cookie the session is not looked at: an answer that did would vary by cookie, and caches
    would keep one for each reader."""
    from django.conf import settings

    return settings.SESSION_COOKIE_NAME in request.COOKIES and role_of(request.user) is not None


def _refused(request: Any, verdict: Verdict) -> Any:
    from detente.desk.errors import page

    text = said("Your network asked for more than this desk answers in a minute. Come again in a minute.")
    answer = page(request, 429, (said("Too many pages in a minute"), text))
    answer.headers["Retry-After"] = str(verdict.reset)
    answer.headers["Cache-Control"] = "no-store"
    return answer
