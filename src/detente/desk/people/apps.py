"""Tells Django of the app."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleApp(AppConfig):
    """Users, roles, log-in, the audit trail."""

    name = "detente.desk.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
