"""Tells Django of the app."""

from __future__ import annotations

from django.apps import AppConfig


class SubscriptionsApp(AppConfig):
    """Digests by e-mail."""

    name = "detente.desk.subscriptions"
    label = "subscriptions"
    default_auto_field = "django.db.models.BigAutoField"
