"""Users, and the trail of who did what."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """Who works at the desk. The role is the group (see `detente.desk.rights`); users are disabled, never deleted."""


class TrailRow(models.Model):
    """One thing that was done. Rows are added, never changed, never deleted: the database itself refuses (migrations 0002, 0003).

    user: the name as it was then, or what was typed at a log-in that failed. verb: in the past ("withdrew"). noun, key: to what."""

    at = models.DateTimeField(db_index=True)
    user = models.TextField(db_index=True)
    verb = models.CharField(max_length=40)
    noun = models.CharField(max_length=40)
    key = models.TextField(blank=True)
    detail = models.JSONField(default=dict)
    address = models.TextField(blank=True)  # the network's, for log-ins

    class Meta:
        indexes = (models.Index(fields=("verb", "at")),)
