"""Tells Django of the app."""

from __future__ import annotations

from django.apps import AppConfig


class RecodeApp(AppConfig):
    """Recoding: shown, then accepted."""

    name = "detente.desk.recode"
    label = "recode"
    default_auto_field = "django.db.models.BigAutoField"
