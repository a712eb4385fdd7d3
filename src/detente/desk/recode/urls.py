"""Addresses under /desk/recode/."""

from __future__ import annotations

from django.urls import path

from detente.desk.recode import views

app_name = "recode"
urlpatterns = [
    path("", views.index, name="index"),
    path("preview/", views.preview, name="preview"),
    path("accept/", views.accept, name="accept"),
]
