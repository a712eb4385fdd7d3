"""Subscribers, the ledger of what was sent, and what keeps both honest."""

from __future__ import annotations

from django.db import models


class Subscriber(models.Model):
    """An address that has confirmed. Deleted whole when it leaves, with its rows in the ledger.

    key: random, in the leave link of every mail: kept here, as the key that signs does not come along in a backup. topics: as in topics.py.
    language: of the form that was used, and so of the mails; empty: the desk's first.
    told_through: news up to then was sent, or there was none. period: the last one whose issue is done with. refusals: issues in a row
    that its server refused for good."""

    address = models.CharField(max_length=254, unique=True)
    key = models.CharField(max_length=64, unique=True)
    rhythm = models.CharField(max_length=8)
    topics = models.JSONField()
    language = models.CharField(max_length=16, default="")
    confirmed = models.DateTimeField()
    told_through = models.DateTimeField()
    period = models.CharField(max_length=10)
    refusals = models.PositiveSmallIntegerField(default=0)


class Issue(models.Model):
    """One mail to one subscriber: written before it is sent, and again after.

    state: "sending" (begun; if nothing follows, it may have gone out, and is not sent again), "sent", "failed" (the server said no)."""

    subscriber = models.ForeignKey(Subscriber, on_delete=models.CASCADE)
    period = models.CharField(max_length=10)
    state = models.CharField(max_length=8)
    at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("subscriber", "period"), name="one_issue_a_period"),)


class Seen(models.Model):
    """When a piece of news was first there to be told. key: a hash of its id. Articles come late, so the day of a change does not say."""

    key = models.CharField(max_length=64, primary_key=True)
    at = models.DateTimeField(db_index=True)


class Asked(models.Model):
    """That a confirmation was asked for. digest: of the address or of the network, keyed, so that neither can be read. Kept for a day."""

    kind = models.CharField(max_length=8)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField(db_index=True)

    class Meta:
        indexes = (models.Index(fields=("kind", "digest")),)
