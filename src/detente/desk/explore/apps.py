"""Tells Django of the app."""

from __future__ import annotations

from django.apps import AppConfig


class ExploreApp(AppConfig):
    """Exploring, for all readers."""

    name = "detente.desk.explore"
    label = "desk_explore"
    default_auto_field = "django.db.models.BigAutoField"
