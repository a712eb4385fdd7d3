"""Addresses under /desk/inbox/."""

from __future__ import annotations

from django.urls import path

from detente.desk.review import views

app_name = "review"
urlpatterns = [path("", views.inbox, name="inbox")]
