"""Addresses under /desk/analyses/."""

from __future__ import annotations

from django.urls import path

from detente.desk.analyses import views

app_name = "analyses"
urlpatterns = [path("", views.index, name="index"), path("evidence/", views.evidence, name="evidence")]
