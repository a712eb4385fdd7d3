"""Log-in by name and password, with a limit on attempts. Every attempt is in the trail, and the limit is counted there."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from detente.desk.people.models import TrailRow
from detente.desk.people.trail import address_of, network_of, typed_name, write_trail

WINDOW = timedelta(minutes=15)
# How many failures within the window hold back the next attempt. Five a quarter of an hour for a name from one address leave a guesser
# 480 guesses a day; OWASP's ASVS (2.2.1) allows 100 an hour. A name from all addresses has a wider bound, so that nobody is locked out by
# a stranger's five guesses; an address has one too, as an office of ten may sit behind it. Addresses count by their network (trail.py), so
# these rows hold the network; the whole address is in their detail.
LIMITS = ((("user", "address"), 5), (("user",), 20), (("address",), 30))
FAILED, LOGGED_IN = "failed to log in", "logged in"


def too_many(name: str, address: str) -> bool:
    """Whether there were too many failures of late. Those before the name's last log-in from the address are forgiven it."""
    given = {"user": typed_name(name), "address": network_of(address)}
    recent = TrailRow.objects.filter(noun="log-in", at__gte=timezone.now() - WINDOW)
    last = recent.filter(verb=LOGGED_IN, **given).order_by("-at").values_list("at", flat=True).first()
    failures = recent.filter(verb=FAILED)
    for by, most in LIMITS:
        of_these = failures.filter(**{key: given[key] for key in by})
        if last and "user" in by:
            of_these = of_these.exclude(**given, at__lte=last)
        if of_these.count() >= most:
            return True
    return False


class LimitedBackend(ModelBackend):
    """Django's own, but for the limit. While it holds, not even the right password helps: a guess cannot be told from it."""

    def authenticate(self, request: Any, username: str | None = None, password: str | None = None, **more: Any) -> Any:
        """The user, or None. Raises PermissionDenied, which Django turns into a failed log-in, when there were too many attempts."""
        address, name = (address_of(request) if request is not None else ""), username or ""
        if too_many(name, address):
            raise PermissionDenied("too many attempts")
        user = super().authenticate(request, username=name.replace("\0", "\ufffd"), password=password, **more)
        network = network_of(address)
        whole = {"address": address} if network != address else {}
        write_trail(name, LOGGED_IN if user else FAILED, "log-in", detail=whole, address=network)
        return user
