"""What is read."""

from __future__ import annotations

from typing import Any

from detente.desk.rights import needs


@needs("read")
def index(request: Any) -> Any:
    """The first page."""
    from django.shortcuts import render

    return render(request, "forecasts/index.html")
