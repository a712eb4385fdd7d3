"""Addresses under /subscribe/, and under that of each language's folder: there by the name of the language besides."""

from __future__ import annotations

from django.urls import path

from detente.desk.subscriptions import views
from detente.interface_languages import languages

app_name = "subscriptions"
ROUTES = (
    ("subscribe/", views.form, "form"),
    ("subscribe/sent/", views.sent, "sent"),
    ("subscribe/confirm/<str:token>/", views.confirmation, "confirm"),
    ("subscribe/leave/<str:key>/", views.leaving, "leave"),
)
urlpatterns = [path(route, view, name=name) for route, view, name in ROUTES]
urlpatterns += [path(f"{code}/{route}", view, name=f"{name}-{code}") for code in languages() for route, view, name in ROUTES]
