"""Pages for what went wrong: no such page, no right, a form that did not come from here, a fault of ours. Readers see them in the language
of the folder they asked in; editors in English."""

from __future__ import annotations

from typing import Any

from detente.desk.rights import public
from detente.said import said

_SAID = {
    400: (said("This cannot be read"), said("What was sent is not what a page of this desk sends.")),
    403: (
        said("Not for your role"),
        said("You are logged in, but your role does not include this. An administrator of the desk can change that."),
    ),
    404: (said("No such page"), said("There is nothing at this address, or no longer.")),
    500: (said("A fault of ours"), said("Something failed here. It was written to the server's log; nothing was half saved.")),
}


def page(request: Any, status: int, words: tuple[str, str] | None = None) -> Any:
    """An error page. words: title and text, where they are not those of the status; what is `said` comes in the page's language."""
    from django.shortcuts import render

    from detente.desk.public_shell import for_editors, shell_of
    from detente.pages.language import retold, speaking

    title, text = words or _SAID[status]
    shell, around = shell_of(request), "desk/base.html" if for_editors(request) else "desk/public.html"
    with speaking(shell.language):
        given = {"title": retold(title), "text": retold(text), "shell": shell, "around": around}
        return render(request, "desk/error.html", given, status=status)


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
    return page(request, 403, (said("This form is too old"), said("Go back, load the page anew and send it again.")))
