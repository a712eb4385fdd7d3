"""What happens in the record when Wagtail publishes a page or takes it back: in the same transaction, or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.utils import timezone

from detente.published import PublishedAnalysis


def connect() -> None:
    """Listen to Wagtail."""
    from wagtail.signals import page_published, page_unpublished

    from detente.desk.analyses.models import Analysis

    page_published.connect(_published, sender=Analysis, dispatch_uid="analyses.published")
    page_unpublished.connect(_unpublished, sender=Analysis, dispatch_uid="analyses.unpublished")


def _published(sender: Any, instance: Any, **more: Any) -> None:
    """Freeze the page into the record and make its new forecasts. A page that is only scheduled is not published."""
    from detente.desk.analyses.freeze import freeze, published_before, whole_text
    from detente.desk.analyses.models import publisher
    from detente.desk.opened import opened_desk
    from detente.desk_search import index_analysis
    from detente.record.analyses import analysis_of_page, save_analysis

    if not instance.live:
        return
    now = timezone.now()
    earlier = published_before(instance)
    frozen = freeze(instance, now)
    if earlier is None and instance.first_published_at:
        frozen = replace(frozen, published=instance.first_published_at)
    user = publisher.get() or instance.owner
    save_analysis("default", frozen, instance.pk, whole_text(frozen.parts), user.get_username() if user else "", now)
    index_analysis(opened_desk(), analysis_of_page("default", instance.pk) or frozen)
    known = {f.key for f in earlier.forecasts()} if earlier else set()
    owner = instance.owner.get_username() if instance.owner else frozen.author
    _make_forecasts(frozen, known, owner, user.get_username() if user else owner)


def _make_forecasts(frozen: PublishedAnalysis, known: set[str], owner: str, user: str) -> None:
    """Put what was not there before into the ledger of forecasts, under the user name of who wrote the page (a byline can name anybody),
    with a row in the trail. What the ledger has already, as after a page was copied, is not made twice; another chance makes another."""
    from detente.desk.people.trail import write_trail
    from detente.record.forecasts import forecasts_of, publish_forecast

    made = {(f.statement, f.deadline, f.criterion, f.probability) for f in forecasts_of("default", author=owner)}
    for forecast in frozen.forecasts():
        said = (forecast.statement, forecast.deadline, forecast.criterion, forecast.probability)
        if forecast.key not in known and said not in made:
            number = publish_forecast(
                "default", statement=forecast.statement, probability=forecast.probability, deadline=forecast.deadline,
                criterion=forecast.criterion, category=frozen.category, author=owner, user=user, analysis=frozen.slug,
                made_at=frozen.updated or frozen.published, unchanged="yes" if forecast.unchanged == "yes" else "no",
            )  # fmt: skip
            write_trail(user, "published", "forecast", str(number), {"analysis": frozen.slug, "author": owner})


def _unpublished(sender: Any, instance: Any, **more: Any) -> None:
    """Take it off the pages."""
    from detente.desk.analyses.freeze import published_before
    from detente.desk.opened import opened_desk
    from detente.desk_search import forget_analysis
    from detente.record.analyses import withdraw_analysis

    if published_before(instance) is not None:
        slug = withdraw_analysis("default", instance.pk, timezone.now())
        forget_analysis(opened_desk(), slug)
