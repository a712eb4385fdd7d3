"""Scheduled publication: what is due is published, by whoever looks first: the server's own thread, or ``detente publish-due``."""

from __future__ import annotations

import logging
from datetime import datetime
from threading import Event, Thread

EVERY = 20.0  # seconds between looks: a reader does not notice, and a look is one small query

_log = logging.getLogger("detente.desk.analyses")


def publish_due() -> tuple[list[str], list[str]]:
    """Publish what is due and take back what has expired, each in a transaction of its own. Gives the titles of what was done, and of what
    could not be: that is logged, stays as it is, and holds up nothing else."""
    from django.utils import timezone
    from wagtail.models import Revision

    from detente.desk.analyses.models import Analysis

    now = timezone.now()
    expired = Analysis.objects.filter(live=True, expire_at__lte=now)
    due = Revision.page_revisions.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at", "pk")
    done, failed = list[str](), list[str]()
    for title, act, key in [
        *((str(page.title), _take_back, page.pk) for page in expired),
        *((str(revision.object_str), _publish, revision.pk) for revision in due),
    ]:
        try:
            if act(key, now):
                done.append(title)
        except Exception:  # noqa: BLE001 - whatever is wrong with one page, the others are due
            _log.exception("%r could not be published or taken back as scheduled", title)
            failed.append(title)
    return done, failed


def _take_back(key: int, now: datetime) -> bool:
    from django.db import transaction

    from detente.desk.analyses.models import Analysis

    with transaction.atomic():
        page = Analysis.objects.filter(pk=key, live=True).first()
        if page is not None:
            page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return page is not None


def _publish(key: int, now: datetime) -> bool:
    """Two may look at once: the one that takes the mark off publishes."""
    from django.db import transaction
    from wagtail.models import Revision

    from detente.desk.analyses.freeze import freeze

    due = Revision.objects.filter(pk=key, approved_go_live_at__lte=now).first()
    if due is None:
        return False
    freeze(due.as_object(), now, photo=False)  # so that what is slow is known before the transaction, in which nobody else can write
    with transaction.atomic():
        marked = Revision.objects.filter(pk=key, approved_go_live_at__lte=now)
        if not marked.update(approved_go_live_at=None):
            return False
        Revision.objects.get(pk=key).publish(log_action="wagtail.publish.scheduled")
    return True


def start_schedule(stop: Event, every: float = EVERY) -> Thread:
    """A thread that publishes what is due until ``stop`` is set."""
    thread = Thread(target=_look, args=(stop, every), name="detente-schedule", daemon=True)
    thread.start()
    return thread


def _look(stop: Event, every: float) -> None:
    from django.db import close_old_connections, connection

    while not stop.is_set():
        try:
            close_old_connections()
            publish_due()
        except Exception:  # noqa: BLE001 - one bad page or a busy database must not end the schedule: it is logged, and tried again
            _log.exception("scheduled publication failed; it is tried again in %s s", every)
        finally:
            connection.close()
        stop.wait(every)
