"""Tells Django of the app."""

from __future__ import annotations

from django.apps import AppConfig


class StatusApp(AppConfig):
    """Statuses, overrides, ledger, change log."""

    name = "detente.desk.status"
    label = "status"
    default_auto_field = "django.db.models.BigAutoField"
