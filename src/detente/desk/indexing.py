"""The search follows what editors decide."""

from __future__ import annotations


def index_after_commit() -> None:
    """Bring the search's index up to date once the transaction that is open has come to be. It takes what the next page would take
    anyway, merging what is told, and keeps that for it. A fault is logged; the next run makes it good."""
    from django.db import transaction

    transaction.on_commit(_index, robust=True)


def _index() -> None:
    from detente.desk.opened import opened_desk
    from detente.desk_search import index_desk

    index_desk(opened_desk())
