"""What the index knows of a document besides its words, which the database's own full text keeps (see `sqlite`, `postgres`)."""

from __future__ import annotations

from django.db import models


class SearchDocument(models.Model):
    """Derived: a document that can be found. ``id``: see `places`: newest last. Codes and classes stand between spaces."""

    id = models.BigAutoField(primary_key=True)  # given, not counted: but so SQLite finds a row by it without a second index
    key = models.CharField(max_length=300, unique=True)
    digest = models.CharField(max_length=32)
    kind = models.CharField(max_length=16)
    moment = models.CharField(max_length=40, blank=True)
    title = models.TextField()
    whole = models.BooleanField()
    public = models.BooleanField()
    desk = models.BooleanField()
    article = models.CharField(max_length=64, blank=True)
    source = models.TextField(blank=True)
    language = models.CharField(max_length=16, blank=True)
    categories = models.TextField(blank=True)
    actors = models.TextField(blank=True)
    relations = models.TextField(blank=True)
    classes = models.TextField(blank=True)
    realis = models.TextField(blank=True)

    class Meta:
        app_label = "record"


class SearchText(models.Model):
    """Derived: the text of a document that is not an article's own. Apart, so that looking through many documents stays quick."""

    document = models.OneToOneField(SearchDocument, on_delete=models.CASCADE, primary_key=True, related_name="text")
    body = models.TextField()

    class Meta:
        app_label = "record"
