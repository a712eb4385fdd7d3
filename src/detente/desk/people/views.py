"""Log-in and log-out, users with their roles, and the audit trail."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import views as auth

from detente.desk.people.backend import too_many
from detente.desk.people.trail import address_of
from detente.desk.rights import needs, public, role_of

TRAIL_PAGE = 100  # rows of the trail on one page


@public
class LogIn(auth.LoginView):
    """The log-in page. It says when there were too many attempts, and nothing on whether a name exists."""

    template_name = "people/login.html"
    redirect_authenticated_user = True

    def form_invalid(self, form: Any) -> Any:
        """The page again."""
        held = too_many(form.data.get("username", ""), address_of(self.request))
        return self.render_to_response(self.get_context_data(form=form, held=held), status=429 if held else 200)


@public
class LogOut(auth.LogoutView):
    """Ends the session; by POST alone."""


@needs("people")
def index(request: Any) -> Any:
    """Users and their roles."""
    from django.shortcuts import render

    from detente.desk.people.models import User

    users = [
        {"name": user.username, "role": role_of(user), "active": user.is_active, "last": user.last_login}
        for user in User.objects.order_by("username").prefetch_related("groups")
    ]
    return render(request, "people/index.html", {"users": users})


@needs("trail")
def trail(request: Any) -> Any:
    """The audit trail, newest first."""
    from django.core.paginator import Paginator
    from django.shortcuts import render

    from detente.desk.people.models import TrailRow

    rows = Paginator(TrailRow.objects.order_by("-at", "-id"), TRAIL_PAGE).get_page(request.GET.get("page"))
    return render(request, "people/trail.html", {"rows": rows})
