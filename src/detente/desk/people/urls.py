"""Addresses under /desk/."""

from __future__ import annotations

from django.urls import path

from detente.desk.people import views

app_name = "people"
urlpatterns = [
    path("login/", views.LogIn.as_view(), name="login"),
    path("logout/", views.LogOut.as_view(), name="logout"),
    path("password/", views.password, name="password"),
    path("people/", views.index, name="index"),
    path("people/trail/", views.trail, name="trail"),
]
