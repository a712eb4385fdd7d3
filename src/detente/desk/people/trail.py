"""The audit trail: who did what to what, when. Written inside the transaction of what was done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NAME_LENGTH = 150  # as long as a user's name may be; what is typed at a log-in can be anything


def write_trail(user: str, verb: str, noun: str, key: str = "", detail: Mapping[str, Any] | None = None, address: str = "") -> None:
    """Add a row."""
    from django.utils import timezone

    from detente.desk.people.models import TrailRow

    TrailRow.objects.create(
        at=timezone.now(), user=user[:NAME_LENGTH], verb=verb, noun=noun, key=key, detail=dict(detail or {}), address=address
    )


def address_of(request: Any) -> str:
    """Where a request came from. Behind a proxy: the last entry it added itself, as anything before that can be forged."""
    from django.conf import settings

    sent = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return sent.rpartition(",")[2].strip()[:64] or request.META.get("REMOTE_ADDR", "")
