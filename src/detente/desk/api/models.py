"""Tokens: how a program says whose work it does."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Token(models.Model):
    """A user's token. Its words are kept as a hash alone; ``begins`` is what a list shows of them. Revoked, never deleted."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="desk_tokens")
    label = models.CharField(max_length=100)
    begins = models.CharField(max_length=16)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    last_used = models.DateTimeField(null=True)
    revoked = models.DateTimeField(null=True)
