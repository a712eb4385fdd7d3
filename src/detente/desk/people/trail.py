"""The audit trail: who did what to what, when. Written inside the transaction of what was done."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import IPv6Address, ip_address
from typing import Any

NAME_LENGTH = 150  # as long as a user's name may be; what is typed at a log-in can be anything


def typed_name(name: str) -> str:
    """What was typed as a user's name, as a trail can hold it: PostgreSQL keeps no NUL."""
    return name.replace("\0", "\ufffd")[:NAME_LENGTH]


def write_trail(user: str, verb: str, noun: str, key: str = "", detail: Mapping[str, Any] | None = None, address: str = "") -> None:
    """Add a row."""
    from django.utils import timezone

    from detente.desk.people.models import TrailRow

    TrailRow.objects.create(
        at=timezone.now(), user=typed_name(user), verb=verb, noun=noun, key=key, detail=dict(detail or {}), address=address
    )


def address_of(request: Any) -> str:
    """Where a request came from; behind a proxy, what the proxy says, which waitress has put in the place of its own address."""
    return str(request.META.get("REMOTE_ADDR", ""))[:64]


def network_of(address: str) -> str:
    """Whose an address is, as far as it tells: an IPv6 address counts by its /64, of which one customer has every address (RFC 6177, RFC
    7934), an IPv4 address in an IPv6 one (RFC 4291, 2.5.5.2) as that. What is no address stays as it is."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return f"{IPv6Address(int(found) >> 64 << 64)}/64"
