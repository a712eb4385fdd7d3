"""Filters of the templates of analyses."""

from __future__ import annotations

import json

from django.template import Library

from detente.desk.analyses.evidence import Quotable

register = Library()


@register.filter
def block_json(row: Quotable) -> str:
    """The value of a quote's block, for an attribute: the template escapes it."""
    return json.dumps(row.block(), ensure_ascii=False)
