"""Tells Django of the app."""

from __future__ import annotations

from django.apps import AppConfig


class AnalysesApp(AppConfig):
    """What editors write."""

    name = "detente.desk.analyses"
    label = "analyses"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to what Wagtail publishes."""
        from detente.desk.analyses.publishing import connect

        connect()
