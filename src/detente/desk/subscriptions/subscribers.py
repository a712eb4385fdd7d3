"""Subscribers for the operator: counted, listed, removed."""

from __future__ import annotations

from dataclasses import dataclass

from detente.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class Kept:
    """A subscriber as the operator sees it. confirmed: ISO moment, UTC; language: of its mails, empty for the
    desk's first."""

    number: int
    address: str
    rhythm: str
    topics: tuple[str, ...]
    confirmed: str
    language: str


def count_subscribers() -> int:
    """How many there are."""
    from detente.desk.subscriptions.models import Subscriber

    return int(Subscriber.objects.count())


def all_subscribers() -> list[Kept]:
    """All of them, the longest-standing first."""
    from detente.desk.subscriptions.models import Subscriber

    rows = Subscriber.objects.order_by("confirmed", "pk")
    return [Kept(r.pk, r.address, r.rhythm, tuple(r.topics), r.confirmed.isoformat(timespec="seconds"), r.language) for r in rows]


def remove_subscriber(address: str, who: str) -> None:
    """Delete one, with a row in the trail that names its number and not its address. Raises NotFoundError."""
    from django.db import transaction

    from detente.desk.people.trail import write_trail
    from detente.desk.subscriptions.models import Subscriber

    with transaction.atomic():
        found = Subscriber.objects.filter(address__iexact=address.strip()).first()
        if found is None:
            raise NotFoundError("no such subscriber", hint="`detente subscribers list` shows them")
        number = found.pk
        found.delete()
        write_trail(who, "removed", "subscriber", str(number))
