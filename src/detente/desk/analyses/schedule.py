"""Scheduled publication: what is due is published, by whoever looks first: the server's own thread, or ``detente publish-due``."""

from __future__ import annotations

import logging
from threading import Event, Thread

EVERY = 20.0  # seconds between looks: a reader does not notice, and a look is one small query

_log = logging.getLogger("detente.desk.analyses")


def publish_due() -> list[str]:
    """Publish what is due and take back what has expired, each in a transaction of its own. Gives the titles. Raises DetenteError."""
    from django.db import transaction
    from django.utils import timezone
    from wagtail.models import Revision

    from detente.desk.analyses.models import Analysis

    done = []
    now = timezone.now()
    for page in Analysis.objects.filter(live=True, expire_at__lte=now):
        page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        done.append(str(page.title))
    due = Revision.page_revisions.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at", "pk")
    for number in list(due.values_list("pk", flat=True)):
        with transaction.atomic():
            # Two may look at once: the one that takes the mark off publishes.
            if not Revision.objects.filter(pk=number, approved_go_live_at__lte=now).update(approved_go_live_at=None):
                continue
            revision = Revision.objects.get(pk=number)
            revision.publish(log_action="wagtail.publish.scheduled")
            done.append(str(revision.object_str))
    return done


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
