"""The signed word that an address carries from the form to its confirmation: until then nothing of it is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import cast

from django.core import signing

from detente.pages.digest import Rhythm

SALT = "detente.subscriptions.confirm"
LASTS = timedelta(hours=48)  # a weekend away from one's mail


@dataclass(frozen=True, slots=True)
class Asking:
    """What was asked for, by an address that has not confirmed yet. language: of the form that was used."""

    address: str
    rhythm: Rhythm
    topics: tuple[str, ...]
    language: str


def sign(asking: Asking) -> str:
    """Text for an address; whoever has it can confirm, and nobody can make another."""
    return str(signing.dumps([asking.address, asking.rhythm, list(asking.topics), asking.language], salt=SALT, compress=True))


def read(token: str) -> Asking | None:
    """What was asked for; None if it was not signed here, or is too old."""
    try:
        address, rhythm, topics, *more = signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    return Asking(address, cast(Rhythm, rhythm), tuple(topics), more[0] if more else "")  # links of before had no language
