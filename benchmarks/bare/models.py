"""One page model without a field of its own, as `wagtail start` makes it."""

from __future__ import annotations

from wagtail.models import Page


class BarePage(Page):  # type: ignore[misc]  # Wagtail has no types
    """A title and three lines around it."""

    class Meta:
        app_label = "bare"

    template = "bare/page.html"
