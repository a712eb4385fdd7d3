"""Wagtail's rich-text editor, whose text is cleaned once more by nh3 before it is stored, whatever block or field it is for."""

from __future__ import annotations

from typing import Any

from wagtail.admin.rich_text import DraftailRichTextArea

from detente.desk.cleaning import clean_html


class CleanTextArea(DraftailRichTextArea):
    """The editor as it is; what a form sends for it goes through the list of `detente.desk.cleaning`."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        """The HTML to store."""
        value = super().value_from_datadict(data, files, name)
        return clean_html(value) if value is not None else None
