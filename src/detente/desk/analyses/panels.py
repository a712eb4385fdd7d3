"""The text with a list beside it: what a writer may quote."""

from __future__ import annotations

from typing import Any

from django import forms
from wagtail.admin.panels import MultiFieldPanel
from wagtail.images.widgets import AdminImageChooser


class PhotoChooser(AdminImageChooser):
    """Wagtail's own, but started by desk/wagtail_inits.js: it would start itself by a script within the page."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        """The chooser, and what it is to be started with."""
        import json

        from django.utils.html import format_html

        data, number = self.get_value_data(value), (attrs or {})["id"]
        options = json.dumps(self.get_js_init_options(number, name, data))
        start = format_html('<template data-desk-init="ImageChooser" data-id="{}" data-config="{}"></template>', number, options)
        return self.render_html(name, data, attrs) + start


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
