"""Tells Django of the app."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleApp(AppConfig):
    """Users, roles, log-in, the audit trail."""

    name = "detente.desk.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Copy Wagtail's log into the trail from now on."""
        from detente.desk.people.wagtail_log import watch

        watch()
