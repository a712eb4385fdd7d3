"""Addresses under /desk/forecasts/."""

from __future__ import annotations

from django.urls import path

from detente.desk.forecasts import views

app_name = "forecasts"
urlpatterns = [path("", views.index, name="index")]
