"""An address confirms: from here on it is kept. One that is kept already gets what it now asked for."""

from __future__ import annotations

import secrets

from django.db import IntegrityError, transaction
from django.utils import timezone

from detente.desk.subscriptions.models import Subscriber
from detente.desk.subscriptions.news import note
from detente.desk.subscriptions.periods import period_of
from detente.desk.subscriptions.tokens import Asking
from detente.desk.subscriptions.topics import known, topics_of
from detente.pages.build import Edition
from detente.pages.digest import recent_news

KEY_BYTES = 24  # 192 bits: nobody guesses another's leave link


def confirm(asking: Asking, edition: Edition) -> bool:
    """Subscribe; False if nothing of what was asked for is on offer any more. What is there now is no news to a newcomer."""
    topics = known(topics_of(edition), asking.topics)
    if not topics:
        return False
    now = timezone.now()
    note(recent_news(edition), now)
    fresh = {
        "key": secrets.token_urlsafe(KEY_BYTES), "rhythm": asking.rhythm, "topics": topics, "language": asking.language, "confirmed": now,
        "told_through": now, "period": period_of(asking.rhythm, now),
    }  # fmt: skip
    if not _changed(asking, topics):
        try:
            with transaction.atomic():
                Subscriber.objects.create(address=asking.address, **fresh)
        except IntegrityError:  # the button was pressed twice
            _changed(asking, topics)
    return True


def _changed(asking: Asking, topics: list[str]) -> bool:
    """Give a subscriber another choice, under the old key and from where it was told to."""
    with transaction.atomic():
        kept = Subscriber.objects.select_for_update().filter(address__iexact=asking.address).first()
        if kept is None:
            return False
        if kept.rhythm != asking.rhythm:
            kept.rhythm, kept.period = asking.rhythm, period_of(asking.rhythm, timezone.now())
        kept.topics, kept.language = topics, asking.language
        kept.save(update_fields=["rhythm", "period", "topics", "language"])
    return True
