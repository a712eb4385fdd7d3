"""When news was first there: a digest tells what is new since the last one, not what is dated since; articles come late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from detente.desk.subscriptions.models import Seen
from detente.pages.digest import News

KEPT = timedelta(days=90)  # rows of news that is none any more; longer than any weekly subscriber is behind
_CHUNK = 500  # SQLite takes 32,766 parameters; older builds 999


def key_of(news: News) -> str:
    """Its place in the table: ids hold names of any length."""
    return sha256(news.id.encode()).hexdigest()


def first_seen(news: Sequence[News]) -> dict[str, datetime]:
    """Id -> when it was first there, of those that were seen before."""
    ids = {key_of(one): one.id for one in news}
    keys = list(ids)
    rows = [r for n in range(0, len(keys), _CHUNK) for r in Seen.objects.filter(key__in=keys[n : n + _CHUNK]).values_list("key", "at")]
    return {ids[key]: at for key, at in rows}


def note(news: Sequence[News], now: datetime) -> dict[str, datetime]:
    """Write down what is there for the first time; gives all, as `first_seen`. Of two who write at once the first one's moment stands."""
    before = first_seen(news)
    fresh = [one for one in news if one.id not in before]
    Seen.objects.bulk_create([Seen(key=key_of(one), at=now) for one in fresh], ignore_conflicts=True, batch_size=_CHUNK)
    here = {key_of(one) for one in news}
    old = [key for key in Seen.objects.filter(at__lt=now - KEPT).values_list("key", flat=True) if key not in here]
    for n in range(0, len(old), _CHUNK):
        Seen.objects.filter(key__in=old[n : n + _CHUNK]).delete()
    return first_seen(news)
