"""Addresses of the public pages: those of the static site."""

from __future__ import annotations

from django.urls import path, re_path

from detente.desk.site import views

app_name = "site"
urlpatterns = [
    path("", views.page, {"name": "index.html"}, name="front"),
    re_path(
        r"^(?P<name>index\.html|about\.html|changes\.html|(?:categories|relations|articles|analyses|changes)/[^/]+\.html)$",
        views.page,
        name="page",
    ),
    re_path(r"^pictures/(?P<stem>[a-z0-9-]+)-[0-9a-f]{12}\.png$", views.picture, name="picture"),
    re_path(r"^(?P<name>photos/[\w.-]+\.jpg)$", views.photo, name="photo"),
    re_path(r"^(?P<name>[a-z0-9-]+\.(?:css|svg|rss|atom|json|xml|txt))$", views.file, name="file"),
]
