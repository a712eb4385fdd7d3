"""The text with a list beside it: what a writer may quote."""

from __future__ import annotations

from typing import Any

from django import forms
from wagtail.admin.panels import MultiFieldPanel


class BesidePanel(MultiFieldPanel):
    """The fields given, and beside them the list, which evidence.js fetches."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        """Bound to a page."""

        template_name = "analyses/beside_panel.html"

        def get_context_data(self, parent_context: Any = None) -> Any:
            """Where the list is fetched from."""
            from django.urls import reverse

            return {**super().get_context_data(parent_context), "evidence": reverse("analyses:evidence")}

        @property
        def media(self) -> Any:
            """The script and the style of the list."""
            return super().media + forms.Media(js=["analyses/evidence.js"], css={"all": ["analyses/write.css"]})
