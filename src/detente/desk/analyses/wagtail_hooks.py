"""What the desk changes in Wagtail's admin: the place where analyses stand is not deleted. The site hangs on it, and would go with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wagtail import hooks


@hooks.register("before_delete_page")
def keep_the_place(request: Any, page: Any) -> None:
    """Raises PermissionDenied, which Wagtail's admin turns into a message."""
    _refuse([page])


@hooks.register("before_bulk_action")
def keep_the_place_of_many(request: Any, action_type: str, objects: Iterable[Any], action: Any) -> None:
    """The same where several are deleted at once."""
    if action_type == "delete":
        _refuse(objects)


def _refuse(pages: Iterable[Any]) -> None:
    from django.core.exceptions import PermissionDenied

    from detente.desk.analyses.models import Analyses

    if any(getattr(page, "specific_class", None) is Analyses for page in pages):
        raise PermissionDenied("analyses stand there")
