"""Tells Django of the app."""

from __future__ import annotations

from django.apps import AppConfig


class ApiApp(AppConfig):
    """The API and its tokens."""

    name = "detente.desk.api"
    label = "api"
    default_auto_field = "django.db.models.BigAutoField"
