"""Addresses of the public pages: those of the static site."""

from __future__ import annotations

from django.urls import path, re_path

from detente.desk.site import views
from detente.desk.site.search_feeds import search_feed
from detente.desk.site.searching import search
from detente.interface_languages import languages

app_name = "site"
# The folder of a language: those there are catalogs of. One the desk does not have leads to no page.
FOLDER = "|".join(f"{code}/" for code in languages())
urlpatterns = [
    path("search", search, name="search"),
    re_path(rf"^(?P<folder>{FOLDER})search$", search, name="search-in"),
    re_path(rf"^(?P<folder>(?:{FOLDER})?)search\.(?P<kind>rss|atom|json)$", search_feed, name="search_feed"),
    path("", views.page, {"name": "index.html"}, name="front"),
    re_path(rf"^(?P<folder>{FOLDER})$", views.front, name="front-in"),
    re_path(
        rf"^(?P<name>(?:{FOLDER})?(?:index\.html|about\.html|changes\.html|(?:categories|relations|articles|analyses|changes)/[^/]+\.html))$",
        views.page, name="page",
    ),
    re_path(
        rf"^(?P<name>(?:{FOLDER})?(?:(?:feed|changes|(?:categories|relations)/[^/]+)\.(?:rss|atom|json)|(?:categories|relations)/[^/]+\.svg))$",
        views.followed, name="followed",
    ),
    re_path(r"^pictures/(?P<stem>[a-z0-9-]+)-[0-9a-f]{12}\.png$", views.picture, name="picture"),
    re_path(r"^(?P<name>photos/[\w.-]+\.jpg)$", views.photo, name="photo"),
    re_path(rf"^(?P<name>(?:{FOLDER})?[a-z0-9-]+\.(?:css|svg|rss|atom|json|xml|txt))$", views.file, name="file"),
]
