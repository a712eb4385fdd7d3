"""Log-in and log-out, one's own password, users with their roles, and the audit trail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.contrib.auth import views as auth

from detente.desk.people.backend import too_many
from detente.desk.people.trail import address_of
from detente.desk.rights import ROLES, Role, needs, public

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


@needs("read")
def password(request: Any) -> Any:
    """One's own password."""
    from django.contrib import messages
    from django.contrib.auth import update_session_auth_hash
    from django.shortcuts import redirect, render

    from detente.desk.people.actions.change_password import ChangeOwnPassword
    from detente.errors import DeskError

    said = ""
    if request.method == "POST":
        old, new, again = (request.POST.get(name, "") for name in ("old", "new", "again"))
        try:
            if new != again:
                raise DeskError("the new password and its repetition differ")
            update_session_auth_hash(request, ChangeOwnPassword(request.user, old, new).execute())
            messages.success(request, "Your password is changed. Other sessions of yours have ended.")
            return redirect("people:password")
        except DeskError as error:
            said = error.what
    return render(request, "people/password.html", {"said": said}, status=422 if said else 200)


@needs("people")
def index(request: Any) -> Any:
    """Users and their roles; by POST: an act on one of them."""
    from django.contrib import messages
    from django.shortcuts import redirect, render

    from detente.desk.people.accounts import users
    from detente.desk.subscriptions.subscribers import count_subscribers
    from detente.errors import DetenteError

    said = ""
    if request.method == "POST":
        try:
            messages.success(request, _act(request))
            return redirect("people:index")
        except DetenteError as error:
            said = error.what
    given = {"users": users(), "roles": ROLES, "said": said, "name": request.POST.get("name", ""), "subscribers": count_subscribers()}
    return render(request, "people/index.html", given, status=422 if said else 200)


def _act(request: Any) -> str:
    """Do what the form asks; what was done comes back in words. Raises DetenteError, BadRequest."""
    from django.core.exceptions import BadRequest

    from detente.desk.action import Action
    from detente.desk.people.actions.add_user import AddUser
    from detente.desk.people.actions.change_password import ResetPassword
    from detente.desk.people.actions.change_role import ChangeRole
    from detente.desk.people.actions.set_active import Disable, Enable

    asked = {key: request.POST.get(key, "") for key in ("act", "name", "role", "password")}
    if asked["act"] in ("add", "role") and asked["role"] not in ROLES:
        raise BadRequest("no such role")
    acts: dict[str, Callable[[], Action]] = {
        "add": lambda: AddUser(request.user, asked["name"], cast(Role, asked["role"]), asked["password"]),
        "role": lambda: ChangeRole(request.user, asked["name"], cast(Role, asked["role"])),
        "password": lambda: ResetPassword(request.user, asked["name"], asked["password"]),
        "disable": lambda: Disable(request.user, asked["name"]),
        "enable": lambda: Enable(request.user, asked["name"]),
    }
    if asked["act"] not in acts:
        raise BadRequest("no such act")
    action = acts[asked["act"]]()
    action.execute()
    return f"You {action.verb} {asked['name']}."


@needs("trail")
def trail(request: Any) -> Any:
    """The audit trail, newest first, of all or of what the form asks for."""
    from django.core.paginator import Paginator
    from django.shortcuts import render

    from detente.desk.people.models import TrailRow

    asked = {key: request.GET.get(key, "").strip()[:150] for key in ("user", "noun", "key")}
    rows = TrailRow.objects.filter(**{key: value for key, value in asked.items() if value}).order_by("-at", "-id")
    nouns = TrailRow.objects.order_by("noun").values_list("noun", flat=True).distinct()
    page = Paginator(rows, TRAIL_PAGE).get_page(request.GET.get("page"))
    return render(request, "people/trail.html", {"rows": page, "asked": asked, "nouns": nouns})
