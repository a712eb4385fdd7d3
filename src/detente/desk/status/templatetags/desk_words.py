"""``{% load desk_words %}``: the wording of the public pages in the desk's own templates."""

from __future__ import annotations

from django.template import Library
from django.utils.html import format_html

from detente.pages import wording
from detente.types import Change

register = Library()


@register.simple_tag
def change(value: Change) -> str:
    """A class with its arrow, as on the public pages."""
    word, arrow = wording.CHANGE_WORDS.get(value, str(value)), wording.CHANGE_ARROWS.get(value, "")
    shown: str = format_html('<span class="change {}"><span class="arrow" aria-hidden="true">{}</span> {}</span>', value, arrow, word)
    return shown


def change_word(value: Change) -> str:
    """``Improved``."""
    return wording.CHANGE_WORDS.get(value, str(value))


register.filter("change_word", change_word)
register.filter("points", wording.points)
register.filter("percent", wording.percent)
register.filter("estimative", wording.estimative)
