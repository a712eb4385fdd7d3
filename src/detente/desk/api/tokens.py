"""Tokens: made, found by their words, listed, revoked. Who may do it, and the trail: actions/; from the terminal: `detente token`."""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any

from detente.errors import DeskError, NotFoundError
from detente.record.texts import kept_text

PREFIX = "detente_"  # so that a token that leaks into a repository is found by those who look for them
SECRET_BYTES = 32  # 256 bits: nothing to guess, so a plain SHA-256 is enough to keep it by
SHOWN = len(PREFIX) + 4  # characters of a token that lists show: enough to tell one's own apart, and 24 of 256 bits
LABEL_LENGTH = 100
MOST_TOKENS = 20  # that a user has at once: one for each program or machine
USED_EVERY = timedelta(minutes=10)  # how fine "last used" is: not each request of a program should write


@dataclass(frozen=True, slots=True)
class Listed:
    """A token as lists show it. Moments: ISO, UTC. active: whether it works now."""

    number: int
    user: str
    label: str
    begins: str
    made_at: str
    last_used: str | None
    revoked: str | None
    active: bool


def make_token(user: Any, label: str) -> tuple[int, str]:
    """A new token of a user: its number and its words, which nobody can be shown again. Raises DeskError, RecordError."""
    from django.utils import timezone

    from detente.desk.api.models import Token

    label = kept_text(" ".join(label.split()), "a label", "token")
    if len(label) > LABEL_LENGTH:
        raise DeskError(f"a label has no more than {LABEL_LENGTH} characters", where="token")
    if Token.objects.filter(user=user, revoked=None).count() >= MOST_TOKENS:
        raise DeskError(f"a user has no more than {MOST_TOKENS} tokens", where="token", hint="revoke one that is not used any more")
    words = PREFIX + secrets.token_urlsafe(SECRET_BYTES)
    made = Token.objects.create(user=user, label=label, begins=words[:SHOWN], digest=_digest(words), made_at=timezone.now())
    return int(made.pk), words


def user_of(words: str) -> tuple[Any, int] | None:
    """The user a token is of, and its number; None where it is none, was revoked, or its user is disabled or has no role."""
    from django.db import Error
    from django.utils import timezone

    from detente.desk.api.models import Token
    from detente.desk.rights import role_of

    if not words.startswith(PREFIX) or len(words) > 200:
        return None
    token = Token.objects.select_related("user").filter(digest=_digest(words), revoked=None).first()
    if token is None or role_of(token.user) is None:
        return None
    now = timezone.now()
    if token.last_used is None or now - token.last_used >= USED_EVERY:
        with suppress(Error):  # what is read waits for nobody who writes
            Token.objects.filter(pk=token.pk).update(last_used=now)
    return token.user, int(token.pk)


def tokens(user: Any = None) -> list[Listed]:
    """All tokens, or a user's, newest first; the revoked ones too."""
    from detente.desk.api.models import Token

    rows = Token.objects.select_related("user").order_by("-made_at", "-pk")
    return [_listed(row) for row in (rows if user is None else rows.filter(user=user))]


def revoke_token(number: int, user: Any = None) -> str:
    """Revoke a token, for good; gives the name of its user. user: whose it must be. Raises NotFoundError."""
    from django.utils import timezone

    from detente.desk.api.models import Token

    rows = Token.objects.filter(pk=number, revoked=None)
    found = (rows if user is None else rows.filter(user=user)).select_related("user").first()
    if found is None:
        raise NotFoundError(f"no token {number} that works", hint="`detente token list` shows them")
    Token.objects.filter(pk=found.pk, revoked=None).update(revoked=timezone.now())
    return str(found.user.get_username())


def _digest(words: str) -> str:
    return sha256(words.encode("utf-8", "replace")).hexdigest()


def _listed(row: Any) -> Listed:
    made, used, revoked = (moment.isoformat(timespec="seconds") if moment else None for moment in (row.made_at, row.last_used, row.revoked))
    active = row.revoked is None and row.user.is_active
    return Listed(int(row.pk), row.user.get_username(), row.label, row.begins, made or "", used, revoked, active)
