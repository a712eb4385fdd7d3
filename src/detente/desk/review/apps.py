"""Tells Django of the app."""

from __future__ import annotations

from django.apps import AppConfig


class ReviewApp(AppConfig):
    """Inbox, article view, corrections."""

    name = "detente.desk.review"
    label = "review"
    default_auto_field = "django.db.models.BigAutoField"
