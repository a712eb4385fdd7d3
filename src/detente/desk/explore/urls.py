"""Addresses of exploring, at the root: those of statuses are permanent."""

from __future__ import annotations

from django.urls import path

from detente.desk.explore import views

app_name = "explore"
urlpatterns = [
    path("explore", views.start, name="start"),
    path("explore/relation", views.relation, name="relation"),
    path("explore/compare", views.compare, name="compare"),
    path("explore/country/<str:code>", views.country, name="country"),
    path("explore/trends", views.trends, name="trends"),
    path("statuses/<str:key>/<str:day>", views.status, name="status"),
    path("statuses/<str:key>/<str:day>/cite", views.keep, name="keep"),
    path("statuses/<str:key>/<str:day>/<str:pinned>", views.status, name="edition"),
]
