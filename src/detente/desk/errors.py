"""Pages for what went wrong: no such page, no right, a form that did not come from here, a fault of ours."""

from __future__ import annotations

from typing import Any

from detente.desk.rights import public

_SAID = {
    400: ("This cannot be read", "What was sent is not what a page of this desk sends."),
    403: ("Not for your role", "You are logged in, but your role does not include this. An administrator of the desk can change that."),
    404: ("No such page", "There is nothing at this address, or no longer."),
    500: ("A fault of ours", "Something failed here. It was written to the server's log; nothing was half saved."),
}


def page(request: Any, status: int, said: tuple[str, str] | None = None) -> Any:
    """An error page."""
    from django.shortcuts import render

    title, text = said or _SAID[status]
    return render(request, "desk/error.html", {"title": title, "text": text}, status=status)


@public
def bad_request(request: Any, exception: Exception) -> Any:
    """400."""
    return page(request, 400)


@public
def forbidden(request: Any, exception: Exception) -> Any:
    """403."""
    return page(request, 403)


@public
def not_found(request: Any, exception: Exception) -> Any:
    """404."""
    return page(request, 404)


@public
def fault(request: Any) -> Any:
    """500; to a program as it is used to."""
    if request.path.startswith("/api/v1/"):
        from detente.desk.api.problems import problem

        return problem(500, _SAID[500][1])
    return page(request, 500)


@public
def forged(request: Any, reason: str = "") -> Any:
    """A form without the token of its page."""
    return page(request, 403, ("This form is too old", "Go back, load the page anew and send it again."))
