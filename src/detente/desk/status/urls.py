"""Addresses under /desk/statuses/."""

from __future__ import annotations

from django.urls import path, re_path

from detente.desk.status import views

app_name = "status"
_ONE = r"^(?P<kind>category|relation)/(?P<key>[^/]+)/"
urlpatterns = [
    path("", views.index, name="index"),
    re_path(_ONE + "$", views.status, name="status"),
    re_path(_ONE + "overrule/$", views.overrule, name="overrule"),
    re_path(_ONE + r"withdraw/(?P<number>\d{1,18})/$", views.withdraw, name="withdraw"),
]
