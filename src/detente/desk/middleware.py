"""The wall around the desk, and the headers on every answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from detente.desk.rights import may, right_of, role_of

WRITING = "/write/"  # Wagtail's admin

_STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
# Wagtail's editor sets style attributes from its scripts' templates, shows previews in a frame of its own site, and makes previews of
# photos before they are sent (blob:). Scripts are held to files all the same.
_WRITING = _STRICT | {
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "frame-src": "'self'",
    "frame-ancestors": "'self'",
}


def policy(rules: dict[str, str]) -> str:
    """The text of a Content-Security-Policy."""
    return "; ".join(f"{name} {value}" for name, value in rules.items())


# A draft as readers would see it, in a frame of the editor.
PREVIEWED = policy(_STRICT | {"frame-ancestors": "'self'"})


class Headers:
    """Content-Security-Policy and Permissions-Policy, and no page of the desk in any cache."""

    def __init__(self, get_response: Callable[[Any], Any]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> Any:
        """Answer, with headers."""
        response = self.get_response(request)
        inside = request.path.startswith(WRITING)
        if inside:  # over a preview's own: Wagtail asks for it as for a public page, through all of this, and shows it in a frame
            response.headers["Content-Security-Policy"] = policy(_WRITING)
        response.headers.setdefault("Content-Security-Policy", policy(_STRICT))
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
        if inside or request.path.startswith("/desk/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response


class Wall:
    """Holds every view to the right it names; one that names none is refused to everybody. Wagtail's admin takes the right to write."""

    def __init__(self, get_response: Callable[[Any], Any]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> Any:
        """Go on: the check comes when the view is known."""
        return self.get_response(request)

    def process_view(self, request: Any, view: Any, args: Any, kwargs: Any) -> Any:
        """None to let the view answer; a way to the log-in, or PermissionDenied."""
        from django.contrib.auth.views import redirect_to_login
        from django.core.exceptions import PermissionDenied

        right = "write" if request.path.startswith(WRITING) else right_of(view)
        if right == "none named":
            raise PermissionDenied("the view names no right")
        if right is None or may(request.user, right):
            return None
        if role_of(request.user) is None:
            return redirect_to_login(request.get_full_path())
        raise PermissionDenied(f"needs the right {right}")

    def process_exception(self, request: Any, exception: Exception) -> Any:
        """What the program itself refuses is a page that says what was wrong, not a fault."""
        from detente.desk.errors import page
        from detente.errors import DetenteError, NotFoundError
        from detente.said import said

        if isinstance(exception, NotFoundError):
            return page(request, 404)
        if isinstance(exception, DetenteError):
            return page(request, 422, (said("This cannot be done"), f"{exception.what}. {exception.hint}".strip()))
        return None
