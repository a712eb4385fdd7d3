"""What happens in the record when Wagtail publishes a page or takes it back: in the same transaction, or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.utils import timezone

from detente.published import PublishedAnalysis

# Wagtail's own words for what was done -> the verb of the trail. The rest of its log stays where it is.
VERBS = {
    "wagtail.publish": "published",
    "wagtail.publish.scheduled": "published as scheduled",
    "wagtail.publish.schedule": "scheduled",
    "wagtail.schedule.cancel": "took off the schedule",
    "wagtail.unpublish": "took back",
    "wagtail.unpublish.scheduled": "took back as scheduled",
    "wagtail.delete": "deleted",
    "wagtail.workflow.start": "sent to review",
    "wagtail.workflow.approve": "approved",
    "wagtail.workflow.reject": "sent back",
}


def connect() -> None:
    """Listen to Wagtail."""
    from django.db.models.signals import post_save
    from wagtail.models import PageLogEntry
    from wagtail.signals import page_published, page_unpublished

    from detente.desk.analyses.models import Analysis

    page_published.connect(_published, sender=Analysis, dispatch_uid="analyses.published")
    page_unpublished.connect(_unpublished, sender=Analysis, dispatch_uid="analyses.unpublished")
    post_save.connect(_logged, sender=PageLogEntry, dispatch_uid="analyses.logged")


def _published(sender: Any, instance: Any, **more: Any) -> None:
    """Freeze the page into the record and make its new forecasts. A page that is only scheduled is not published."""
    from detente.desk.analyses.freeze import freeze, published_before, whole_text
    from detente.desk.analyses.models import publisher
    from detente.record.analyses import save_analysis

    if not instance.live:
        return
    now = timezone.now()
    earlier = published_before(instance)
    frozen = freeze(instance, now)
    if earlier is None and instance.first_published_at:
        frozen = replace(frozen, published=instance.first_published_at)
    user = publisher.get() or instance.owner
    save_analysis("default", frozen, instance.pk, whole_text(frozen.parts), user.get_username() if user else "", now)
    known = {f.key for f in earlier.forecasts()} if earlier else set()
    _make_forecasts(frozen, known)


def _make_forecasts(frozen: PublishedAnalysis, known: set[str]) -> None:
    """Put what was not there before into the ledger of forecasts, under the name of the analysis's author."""
    from detente.record.forecasts import publish_forecast

    for forecast in frozen.forecasts():
        if forecast.key not in known:
            publish_forecast(
                "default", statement=forecast.statement, probability=forecast.probability, deadline=forecast.deadline,
                criterion=forecast.criterion, category=frozen.category, author=frozen.author, analysis=frozen.slug,
                made_at=frozen.updated or frozen.published, unchanged="yes" if forecast.unchanged == "yes" else "no",
            )  # fmt: skip


def _unpublished(sender: Any, instance: Any, **more: Any) -> None:
    """Take it off the pages."""
    from detente.desk.analyses.freeze import published_before
    from detente.record.analyses import withdraw_analysis

    if published_before(instance) is not None:
        withdraw_analysis("default", instance.pk, timezone.now())


def _logged(sender: Any, instance: Any, created: bool = False, **more: Any) -> None:
    """Copy into the trail what Wagtail logs of analyses."""
    from detente.desk.people.trail import write_trail

    if created and instance.action in VERBS and instance.content_type and instance.content_type.model == "analysis":
        user = instance.user.get_username() if instance.user else "the schedule"
        write_trail(user, VERBS[instance.action], "analysis", str(instance.page_id), {"title": instance.label})
