"""Who may do what: the one table, and the decorators by which a view says what it needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, TypeVar, get_args

View = TypeVar("View", bound=Callable[..., Any])

Role = Literal["reader", "analyst", "editor", "administrator"]
ROLES: tuple[Role, ...] = get_args(Role)

Right = Literal[
    "read",       # the desk's own pages: statuses, forecasts, the list of analyses
    "review",     # the inbox and articles that are not published
    "correct",    # corrections: made and withdrawn
    "write",      # analyses: drafts of one's own, sent to review
    "forecast",   # forecasts: made and adopted
    "overrule",   # a status, with a reason; withdrawn
    "publish",    # analyses: published, scheduled, taken back
    "resolve",    # forecasts: yes, no, void
    "recode",     # accept what another lexicon or version changes
    "people",     # users and their roles
    "trail",      # the audit trail
]  # fmt: skip

# The later role may all that the earlier may.
RIGHTS: dict[Role, frozenset[Right]] = {
    "reader": frozenset({"read"}),
    "analyst": frozenset({"read", "review", "correct", "write", "forecast"}),
    "editor": frozenset({"read", "review", "correct", "write", "forecast", "overrule", "publish", "resolve", "recode"}),
    "administrator": frozenset(get_args(Right)),
}


def role_of(user: Any) -> Role | None:
    """The highest role of a user; None for who is not logged in, disabled, or in no group."""
    if not user.is_authenticated or not user.is_active:
        return None
    kept: tuple[Role | None] | None = getattr(user, "_desk_role", None)
    if kept is None:
        groups = set(user.groups.values_list("name", flat=True))
        kept = (next((role for role in reversed(ROLES) if role in groups), None),)
        user._desk_role = kept  # a request asks some ten times
    return kept[0]


def may(user: Any, right: Right) -> bool:
    """Whether a user has a right."""
    role = role_of(user)
    return role is not None and right in RIGHTS[role]


def right_of(view: Any) -> Right | Literal["none named"] | None:
    """What a view names: a right, None if it is open to all, "none named" if it says nothing."""
    for marked in (view, getattr(view, "view_class", None)):
        if marked is not None and hasattr(marked, "desk_right"):
            named: Right | None = marked.desk_right
            return named
    return "none named"


def needs(right: Right) -> Callable[[View], View]:
    """Marks a view as open to whoever has ``right``; the middleware holds it to that."""

    def mark(view: View) -> View:
        view.desk_right = right  # type: ignore[attr-defined]
        return view

    return mark


def public(view: View) -> View:
    """Marks a view as open to everybody."""
    view.desk_right = None  # type: ignore[attr-defined]
    return view
