"""Addresses under /desk/inbox/."""

from __future__ import annotations

from django.urls import path

from detente.desk.review import decide, views

app_name = "review"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("<str:article>/", views.article, name="article"),
    path("<str:article>/why/<str:row>/", views.why, name="why"),
    path("<str:article>/correct/<str:row>/", decide.correct, name="correct"),
    path("<str:article>/reject/<str:row>/", decide.reject, name="reject"),
    path("<str:article>/add/", decide.add, name="add"),
    path("<str:article>/accept/<str:row>/", decide.accept, name="accept"),
    path("<str:article>/done/", decide.done, name="done"),
    path("<str:article>/undo/", decide.undo, name="undo"),
    path("<str:article>/withdraw/<int:number>/", decide.withdraw, name="withdraw"),
]
