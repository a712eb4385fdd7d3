"""Addresses of exploring, at the root: those of statuses are permanent."""

from __future__ import annotations

from django.urls import path

from detente.desk.explore import views
from detente.interface_languages import languages

app_name = "explore"
ROUTES = (
    ("explore", views.start, "start"),
    ("explore/relation", views.relation, "relation"),
    ("explore/compare", views.compare, "compare"),
    ("explore/country/<str:code>", views.country, "country"),
    ("explore/trends", views.trends, "trends"),
    ("statuses/<str:key>/<str:day>", views.status, "status"),
    ("statuses/<str:key>/<str:day>/cite", views.keep, "keep"),
    ("statuses/<str:key>/<str:day>/<str:pinned>", views.status, "edition"),
)
# In the folder of each language too, there by the name of the language besides.
urlpatterns = [path(route, view, name=name) for route, view, name in ROUTES]
urlpatterns += [
    path(f"{code}/{route}", view, {"folder": f"{code}/"}, name=f"{name}-{code}") for code in languages() for route, view, name in ROUTES
]
