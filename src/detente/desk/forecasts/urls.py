"""Addresses under /desk/forecasts/."""

from __future__ import annotations

from django.urls import path, re_path

from detente.desk.forecasts import views

app_name = "forecasts"
_ONE = r"^(?P<number>\d{1,18})/"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("found/", views.found, name="found"),
    path("found/<str:key>/", views.adopt, name="adopt"),
    re_path(_ONE + "$", views.forecast, name="forecast"),
    re_path(_ONE + "resolve/$", views.resolve, name="resolve"),
]
