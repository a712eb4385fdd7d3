"""Wagtail's own log of what editors do in its admin, copied row by row into the audit trail, in the same transaction."""

from __future__ import annotations

from typing import Any

from detente.desk.people.trail import write_trail

# Wagtail's word for an action -> ours; a word that is not here is copied as it is
_VERBS = {
    "wagtail.create": "created",
    "wagtail.edit": "edited",
    "wagtail.delete": "deleted",
    "wagtail.publish": "published",
    "wagtail.publish.schedule": "scheduled",
    "wagtail.publish.scheduled": "published as scheduled",
    "wagtail.unpublish.scheduled": "took back as scheduled",
    "wagtail.schedule.cancel": "cancelled the schedule of",
    "wagtail.unpublish": "took back",
    "wagtail.revert": "went back to an earlier revision of",
    "wagtail.rename": "renamed",
    "wagtail.move": "moved",
    "wagtail.copy": "copied",
    "wagtail.lock": "locked",
    "wagtail.unlock": "unlocked",
    "wagtail.workflow.start": "sent to review",
    "wagtail.workflow.approve": "approved",
    "wagtail.workflow.reject": "sent back",
    "wagtail.workflow.cancel": "took out of review",
}


def copy_row(instance: Any, created: bool, raw: bool = False, **_: Any) -> None:
    """Write a new row of Wagtail's log into the trail."""
    if not created or raw:
        return
    noun = instance.content_type.model if instance.content_type else "page"
    key = str(getattr(instance, "page_id", None) or getattr(instance, "object_id", ""))
    user = instance.user.get_username() if instance.user else "the schedule"
    write_trail(user, _VERBS.get(instance.action, instance.action)[:40], noun[:40], key, {"title": instance.label})


def watch() -> None:
    """Connect to both of Wagtail's logs."""
    from django.db.models.signals import post_save
    from wagtail.models import ModelLogEntry, PageLogEntry

    for log in (PageLogEntry, ModelLogEntry):
        post_save.connect(copy_row, sender=log, dispatch_uid=f"detente trail {log.__name__}")
