"""A reader leaves: the address and all that was kept with it are deleted."""

from __future__ import annotations

from detente.desk.subscriptions.models import Subscriber


def leave(key: str) -> None:
    """Delete the subscriber of a leave link; one that is gone already is gone."""
    Subscriber.objects.filter(key=key).delete()
