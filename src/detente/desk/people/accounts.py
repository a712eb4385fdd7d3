"""Users: found, made, given roles and passwords, disabled. Who may do it, and the trail: actions/; from the terminal: `by_terminal`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from detente.desk.people.roles import role_given, set_role
from detente.desk.people.trail import write_trail
from detente.desk.rights import Role
from detente.errors import DeskError, NotFoundError


@dataclass(frozen=True, slots=True)
class Account:
    """A user as lists show it. last_login: ISO moment, UTC."""

    name: str
    role: Role | None
    active: bool
    last_login: str | None


def users() -> list[Account]:
    """Every user, by name, the disabled ones too."""
    from detente.desk.people.models import User

    return [
        Account(user.username, role_given(user), user.is_active, user.last_login.isoformat(timespec="seconds") if user.last_login else None)
        for user in User.objects.order_by("username").prefetch_related("groups")
    ]


def find_user(name: str) -> Any:
    """The user of a name. Raises NotFoundError."""
    from detente.desk.people.models import User

    found = User.objects.filter(username=name).first()
    if found is None:
        raise NotFoundError(f"no user {name!r}", hint="`detente user list` shows them")
    return found


def make_user(name: str, role: Role, password: str) -> None:
    """Add a user. Raises DeskError for a name that is taken or cannot be one, and for a password that is too weak."""
    from django.core.exceptions import ValidationError

    from detente.desk.people.models import User

    user = User(username=name)
    try:
        user.clean_fields(exclude=["password"])
    except ValidationError as error:
        raise DeskError(" ".join(error.messages), where=f"user {name!r}", hint="letters, digits and @ . + - _, at most 150") from error
    if User.objects.filter(username__iexact=name).exists():
        raise DeskError("there is such a user already", where=f"user {name!r}", hint="`detente user list` shows them")
    _check_password(user, password)
    user.set_password(password)
    user.save()
    set_role(user, role)


def give_role(name: str, role: Role) -> Role | None:
    """Give a user another role; the one before comes back. Raises NotFoundError, DeskError where no administrator would be left."""
    user = find_user(name)
    before = role_given(user)
    if role != "administrator":
        _keep_one_administrator(user)
    set_role(user, role)
    return before


def new_password(user: Any, password: str) -> None:
    """Set a password; the user's sessions end, as their keys are made with it. Raises DeskError."""
    _check_password(user, password)
    user.set_password(password)
    user.save(update_fields=["password"])


def switch(name: str, active: bool) -> None:
    """Disable a user, whose sessions end at the next request, or let one in again. Raises NotFoundError, DeskError."""
    user = find_user(name)
    if not active:
        _keep_one_administrator(user)
    user.is_active = active
    user.save(update_fields=["is_active"])


def by_terminal(who: str, verb: str, name: str, work: Any, detail: Mapping[str, Any] | None = None) -> None:
    """Do ``work`` to a user with its row in the trail, all or nothing. Whoever may write the desk's files needs no other right."""
    from django.db import transaction

    with transaction.atomic():
        work()
        write_trail(who, verb, "user", name, detail)


def _keep_one_administrator(user: Any) -> None:
    """Raises DeskError if ``user`` is the last one who can administer."""
    from detente.desk.people.models import User

    if role_given(user) != "administrator" or not user.is_active:
        return
    if not User.objects.filter(is_active=True, groups__name="administrator").exclude(pk=user.pk).exists():
        hint = "make another one first: detente user add NAME --role administrator"
        raise DeskError("this is the last administrator", where=f"user {user.username!r}", hint=hint)


def _check_password(user: Any, password: str) -> None:
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    try:
        validate_password(password, user)
    except ValidationError as error:
        raise DeskError(" ".join(error.messages), where="password", hint="ten characters or more, and no common one") from error
