"""Addresses under /desk/statuses/."""

from __future__ import annotations

from django.urls import path

from detente.desk.status import views

app_name = "status"
urlpatterns = [path("", views.index, name="index")]
