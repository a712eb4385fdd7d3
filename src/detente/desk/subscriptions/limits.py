"""How many confirmations may be asked for: so that the form mails nobody who does not want it, and cannot be made to flood anyone."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac

from detente.desk.people.trail import network_of
from detente.desk.subscriptions.models import Asked

# An address: three in a day are a lost mail and a change of mind. A network: the /64 that a household or office gets with IPv6 (RFC 6177),
# or one IPv4 address: ten in an hour are a class in school. All together: a form that a newspaper links to sees a few dozen an hour.
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
ADDRESS_LIMIT, NETWORK_LIMIT, ALL_LIMIT = (3, DAY), (10, HOUR), (300, HOUR)


def digest_of(kind: str, value: str) -> str:
    """Keyed, so that nobody can try out which addresses it stands for."""
    return str(salted_hmac("detente.subscriptions", f"{kind} {value}", algorithm="sha256").hexdigest())


def network_may_ask(remote: str) -> bool:
    """Whether a network may send the form now; counts this time."""
    if not _below("network", digest_of("network", network_of(remote)), *NETWORK_LIMIT):
        return False
    most, span = ALL_LIMIT
    return bool(Asked.objects.filter(kind="network", at__gt=timezone.now() - span).count() <= most)


def may_be_mailed(address: str) -> bool:
    """Whether an address may be sent another confirmation; counts this time. Whoever asked must not learn the answer."""
    return _below("address", digest_of("address", address.casefold()), *ADDRESS_LIMIT)


def forget_asked() -> None:
    """Delete what is older than a day; writes only where there is any."""
    old = Asked.objects.filter(at__lt=timezone.now() - DAY)
    if old.exists():
        old.delete()


def _below(kind: str, digest: str, most: int, span: timedelta) -> bool:
    now = timezone.now()
    asked: int = Asked.objects.filter(kind=kind, digest=digest, at__gt=now - span).count()
    if asked < most:
        Asked.objects.create(kind=kind, digest=digest, at=now)
    return asked < most
