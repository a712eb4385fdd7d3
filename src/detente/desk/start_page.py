"""/desk/: on to the first page of the navigation that the user may see."""

from __future__ import annotations

from typing import Any

from detente.desk.context import NAVIGATION
from detente.desk.rights import may, needs


@needs("read")
def start_page(request: Any) -> Any:
    """To the inbox, or for a reader to the statuses."""
    from django.shortcuts import redirect

    return redirect(next(name for name, _, right in NAVIGATION if may(request.user, right)))
