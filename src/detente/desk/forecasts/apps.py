"""Tells Django of the app."""

from __future__ import annotations

from django.apps import AppConfig


class ForecastsApp(AppConfig):
    """The ledger of forecasts."""

    name = "detente.desk.forecasts"
    label = "forecasts"
    default_auto_field = "django.db.models.BigAutoField"
