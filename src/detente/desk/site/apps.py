"""Tells Django of the app."""

from __future__ import annotations

from django.apps import AppConfig


class SiteApp(AppConfig):
    """The public pages, live."""

    name = "detente.desk.site"
    label = "desk_site"
    default_auto_field = "django.db.models.BigAutoField"
