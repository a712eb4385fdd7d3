"""What the desk changes in Wagtail's admin: no script within pages."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks


@hooks.register("insert_global_admin_js")
def start_by_file() -> Any:
    """The script that starts what Wagtail would start from within the page."""
    return format_html('<script src="{}"></script>', static("desk/wagtail_inits.js"))
