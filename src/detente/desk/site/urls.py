"""Addresses of the public pages: those of the static site."""

from __future__ import annotations

from django.urls import path, re_path

from detente.desk.site import views
from detente.desk.site.search_feeds import search_feed
from detente.desk.site.searching import search

app_name = "site"
urlpatterns = [
    path("search", search, name="search"),
    re_path(r"^search\.(?P<kind>rss|atom|json)$", search_feed, name="search_feed"),
    path("", views.page, {"name": "index.html"}, name="front"),
    re_path(
        r"^(?P<name>index\.html|about\.html|changes\.html|(?:categories|relations|articles|analyses|changes)/[^/]+\.html)$",
        views.page,
        name="page",
    ),
    re_path(
        r"^(?P<name>(?:feed|changes|(?:categories|relations)/[^/]+)\.(?:rss|atom|json)|(?:categories|relations)/[^/]+\.svg)$",
        views.followed, name="followed",
    ),
    re_path(r"^pictures/(?P<stem>[a-z0-9-]+)-[0-9a-f]{12}\.png$", views.picture, name="picture"),
    re_path(r"^(?P<name>photos/[\w.-]+\.jpg)$", views.photo, name="photo"),
    re_path(r"^(?P<name>[a-z0-9-]+\.(?:css|svg|rss|atom|json|xml|txt))$", views.file, name="file"),
]
