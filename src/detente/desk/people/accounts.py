"""Users: added, given roles and passwords, disabled. Each in one transaction with its row in the trail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from detente.desk.people.roles import set_role
from detente.desk.people.trail import write_trail
from detente.desk.rights import Role
from detente.errors import DeskError, NotFoundError


@dataclass(frozen=True, slots=True)
class Account:
    """A user as `detente user list` shows it. last_login: ISO moment, UTC."""

    name: str
    role: Role | None
    active: bool
    last_login: str | None


def users() -> list[Account]:
    """Every user, by name, the disabled ones too."""
    from detente.desk.people.models import User

    return [
        Account(user.username, _role(user), user.is_active, user.last_login.isoformat(timespec="seconds") if user.last_login else None)
        for user in User.objects.order_by("username")
    ]


def add_user(name: str, role: Role, password: str, by: str) -> None:
    """Add a user. Raises DeskError for a name that is taken or cannot be one, and for a password that is too weak."""
    from django.core.exceptions import ValidationError
    from django.db import transaction

    from detente.desk.people.models import User

    user = User(username=name)
    try:
        user.clean_fields(exclude=["password"])
    except ValidationError as error:
        raise DeskError(" ".join(error.messages), where=f"user {name!r}", hint="letters, digits and @ . + - _, at most 150") from error
    if User.objects.filter(username__iexact=name).exists():
        raise DeskError("there is such a user already", where=f"user {name!r}", hint="`detente user list` shows them")
    _set_password(user, password)
    with transaction.atomic():
        user.save()
        set_role(user, role)
        write_trail(by, "added", "user", name, {"role": role})


def change_role(name: str, role: Role, by: str) -> None:
    """Give a user another role. Raises NotFoundError."""
    from django.db import transaction

    user = _user(name)
    with transaction.atomic():
        before = _role(user)
        set_role(user, role)
        write_trail(by, "changed the role of", "user", user.username, {"from": before, "to": role})


def change_password(name: str, password: str, by: str) -> None:
    """Set a password; the user's sessions end, as their keys are made with it. Raises NotFoundError, DeskError."""
    from django.db import transaction

    user = _user(name)
    _set_password(user, password)
    with transaction.atomic():
        user.save(update_fields=["password"])
        write_trail(by, "set the password of", "user", user.username)


def set_active(name: str, active: bool, by: str) -> None:
    """Disable a user, or let one in again. Sessions of a disabled user end at the next request. Raises NotFoundError."""
    from django.db import transaction

    user = _user(name)
    with transaction.atomic():
        user.is_active = active
        user.save(update_fields=["is_active"])
        write_trail(by, "enabled" if active else "disabled", "user", user.username)


def _user(name: str) -> Any:
    from detente.desk.people.models import User

    found = User.objects.filter(username=name).first()
    if found is None:
        raise NotFoundError(f"no user {name!r}", hint="`detente user list` shows them")
    return found


def _role(user: Any) -> Role | None:
    """The role, of a disabled user too."""
    from detente.desk.rights import ROLES

    groups = set(user.groups.values_list("name", flat=True))
    return next((role for role in reversed(ROLES) if role in groups), None)


def _set_password(user: Any, password: str) -> None:
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    try:
        validate_password(password, user)
    except ValidationError as error:
        raise DeskError(" ".join(error.messages), where="password", hint="ten characters or more, and no common one") from error
    user.set_password(password)
