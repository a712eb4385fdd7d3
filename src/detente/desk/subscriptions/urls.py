"""Addresses under /subscribe/."""

from __future__ import annotations

from django.urls import path

from detente.desk.subscriptions import views

app_name = "subscriptions"
urlpatterns = [
    path("", views.form, name="form"),
    path("sent/", views.sent, name="sent"),
    path("confirm/<str:token>/", views.confirmation, name="confirm"),
    path("leave/<str:key>/", views.leaving, name="leave"),
]
