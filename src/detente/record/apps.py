"""Tells Django about the record's tables."""

from __future__ import annotations

from django.apps import AppConfig


class RecordApp(AppConfig):
    """The tables of a desk."""

    name = "detente.record"
    label = "record"
    default_auto_field = "django.db.models.BigAutoField"
