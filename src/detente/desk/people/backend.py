"""Log-in by name and password, with a limit on attempts. Every attempt is in the trail, and the limit is counted there."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from detente.desk.people.models import TrailRow
from detente.desk.people.trail import NAME_LENGTH, address_of, write_trail

# NIST SP 800-63B allows 100 failures before an account is locked; OWASP's ASVS asks for no more than 100 an hour. Five in 15 minutes
# is 20 an hour for a name; an address may be an office of ten people behind one router.
WINDOW = timedelta(minutes=15)
FAILURES_OF_A_NAME = 5
FAILURES_OF_AN_ADDRESS = 30
FAILED, LOGGED_IN = "failed to log in", "logged in"


def too_many(name: str, address: str) -> bool:
    """Whether there were too many failures of late: for the name since it last logged in, or from the address."""
    since = timezone.now() - WINDOW
    of_name = TrailRow.objects.filter(user=name[:NAME_LENGTH], noun="log-in", at__gte=since)
    last = of_name.filter(verb=LOGGED_IN).order_by("-at").first()
    failures = of_name.filter(verb=FAILED, at__gt=last.at) if last else of_name.filter(verb=FAILED)
    if failures.count() >= FAILURES_OF_A_NAME:
        return True
    return bool(TrailRow.objects.filter(verb=FAILED, address=address, at__gte=since).count() >= FAILURES_OF_AN_ADDRESS)


class LimitedBackend(ModelBackend):
    """Django's own, but for the limit. While it holds, not even the right password helps: a guess cannot be told from it."""

    def authenticate(self, request: Any, username: str | None = None, password: str | None = None, **more: Any) -> Any:
        """The user, or None. Raises PermissionDenied, which Django turns into a failed log-in, when there were too many attempts."""
        address, name = (address_of(request) if request is not None else ""), username or ""
        if too_many(name, address):
            raise PermissionDenied("too many attempts")
        user = super().authenticate(request, username=username, password=password, **more)
        write_trail(name, LOGGED_IN if user else FAILED, "log-in", address=address)
        return user
