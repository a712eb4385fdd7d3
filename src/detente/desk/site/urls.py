"""Addresses of the public pages: those of the static site."""

from __future__ import annotations

from django.urls import path, re_path

from detente.desk.site import views
from detente.desk.site.searching import search

app_name = "site"
urlpatterns = [
    path("search", search, name="search"),
    path("", views.page, {"name": "index.html"}, name="front"),
    re_path(
        r"^(?P<name>index\.html|about\.html|changes\.html|(?:categories|relations|articles|analyses|changes)/[^/]+\.html)$",
        views.page,
        name="page",
    ),
    re_path(r"^(?P<name>photos/[\w.-]+\.jpg)$", views.photo, name="photo"),
    re_path(r"^(?P<name>[a-z-]+\.(?:css|svg|rss|atom|json|xml|txt))$", views.file, name="file"),
]
