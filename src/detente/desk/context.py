"""What every template of the desk knows: the desk's name, the user's role and rights, and the navigation."""

from __future__ import annotations

from typing import Any

from detente.desk.rights import RIGHTS, Right, role_of

# name of the address -> (label, the right it takes). An entry without the right is not shown.
NAVIGATION: tuple[tuple[str, str, Right], ...] = (
    ("review:inbox", "Inbox", "review"),
    ("status:index", "Statuses", "read"),
    ("analyses:index", "Analyses", "read"),
    ("forecasts:index", "Forecasts", "read"),
    ("people:index", "People", "people"),
    ("people:trail", "Trail", "trail"),
)


def desk(request: Any) -> dict[str, Any]:
    """``desk_title``, ``role``, ``rights`` (a set, for `{% if "correct" in rights %}`), ``navigation`` ([{address, label, here}])."""
    from django.conf import settings
    from django.urls import reverse

    user = getattr(request, "user", None)
    role = role_of(user) if user is not None else None
    rights = RIGHTS[role] if role else frozenset()
    entries = [(reverse(name), label) for name, label, right in NAVIGATION if right in rights]
    here = max((address for address, _ in entries if request.path.startswith(address)), key=len, default="")
    return {
        "desk_title": settings.WAGTAIL_SITE_NAME,
        "role": role,
        "rights": rights,
        "navigation": [{"address": address, "label": label, "here": address == here} for address, label in entries],
    }
