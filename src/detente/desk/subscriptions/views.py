"""The form, and the pages that the links in mails lead to. A GET changes nothing: mail programs and scanners open every link."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, cast

from django.views.decorators.csrf import csrf_exempt

from detente.desk.rights import public
from detente.desk.subscriptions.tokens import Asking
from detente.pages.digest import Rhythm

RHYTHMS: tuple[tuple[Rhythm, str], ...] = (("daily", "Daily"), ("weekly", "Weekly, on Monday"))


def _private(view: Callable[..., Any]) -> Callable[..., Any]:
    """In no cache; and no address that is a key in a Referer. (Under that policy a browser calls the origin of a form "null", which Django
    takes for another site: the form, which has no key in its address, keeps the desk's.)"""

    @wraps(view)
    def answered(request: Any, *args: Any, **more: Any) -> Any:
        answer = view(request, *args, **more)
        answer.headers["Cache-Control"] = "no-store"
        if more:
            answer.headers["Referrer-Policy"] = "no-referrer"
        return answer

    return answered


@public
@_private
def form(request: Any) -> Any:
    """What to subscribe to, how often, and the address. Whoever sends it gets the same answer, whatever becomes of it. Raises Http404."""
    from django.http import Http404
    from django.shortcuts import redirect, render

    from detente.desk.people.trail import address_of
    from detente.desk.site.edition import edition
    from detente.desk.subscriptions.actions.ask import ask
    from detente.desk.subscriptions.limits import network_may_ask
    from detente.desk.subscriptions.topics import ALL, known, topics_of
    from detente.errors import NotFoundError

    try:
        live = edition()
    except NotFoundError:
        raise Http404 from None
    config = live.desk.config
    if config.mail is None:
        raise Http404
    offered = topics_of(live.plan)
    asked = request.POST if request.method == "POST" else request.GET
    chosen, address = known(offered, asked.getlist("topic")), asked.get("address", "").strip()[:300]
    rhythm = asked.get("rhythm", "weekly")
    given = {"topics": offered[1:], "all": ALL, "chosen": chosen, "address": address, "rhythm": rhythm, "rhythms": RHYTHMS}
    if request.method != "POST":
        return render(request, "subscriptions/form.html", given | {"address": ""})
    wrong = _wrong(address, rhythm, chosen)
    if wrong:
        return render(request, "subscriptions/form.html", given | {"wrong": wrong}, status=422)
    if not network_may_ask(address_of(request)):
        return render(request, "subscriptions/form.html", given | {"held": True}, status=429)
    ask(config, Path(live.desk.path), Asking(_plain(address), cast(Rhythm, rhythm), tuple(chosen)), offered)
    return redirect("subscriptions:sent")


def _wrong(address: str, rhythm: str, chosen: list[str]) -> dict[str, str]:
    """Field -> what is wrong with it."""
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    wrong = {}
    try:
        domain = address.rpartition("@")[2]
        if not address.isascii() or len(address) > 254 or "." not in domain or domain.startswith("["):
            raise ValidationError("no address")  # nor one of this machine, or of a bare number in its network
        validate_email(address)
    except ValidationError:
        wrong["address"] = "This is no e-mail address: it looks like name@example.org."
    if not chosen:
        wrong["topic"] = "Choose what you want to hear of."
    if rhythm not in dict(RHYTHMS):
        wrong["rhythm"] = "Choose how often."
    return wrong


def _plain(address: str) -> str:
    """With the domain in small letters, which mean the same there."""
    name, _, domain = address.rpartition("@")
    return f"{name}@{domain.lower()}"


@public
@_private
def sent(request: Any) -> Any:
    """What happens now."""
    return _said(
        request, "Look into your mail",
        "If the address can be reached, a mail with a link is on its way to it. Open the link and press the button there: "
        "only then the digest begins. The link holds for 48 hours.",
    )  # fmt: skip


@public
@csrf_exempt
@_private
def confirmation(request: Any, token: str) -> Any:
    """A button, and what it does. The token stands for the one a form would have: who has it, was sent it."""
    from django.shortcuts import render

    from detente.desk.site.edition import edition
    from detente.desk.subscriptions.actions.confirm import confirm
    from detente.desk.subscriptions.tokens import read
    from detente.desk.subscriptions.topics import topics_of
    from detente.errors import NotFoundError

    asking = read(token)
    try:
        plan = edition().plan
    except NotFoundError:
        asking = None
    if asking is None:
        return _said(request, "This link is too old", "Or it was cut off on its way. Ask for another one with the form.", 410)
    if request.method != "POST":
        titles = [topic.title for topic in topics_of(plan) if topic.among(asking.topics)]
        given = {"title": "Get the digest", "button": "Yes, send it", "rhythm": asking.rhythm, "titles": titles, "address": asking.address}
        return render(request, "subscriptions/button.html", given)
    if not confirm(asking, plan):
        return _said(request, "That is not there any more", "What was chosen has gone from this desk. Choose anew with the form.", 410)
    return _said(request, "It is set up", "The digest comes whenever there is news. Each one has a link to leave by.")


@public
@csrf_exempt
@_private
def leaving(request: Any, key: str) -> Any:
    """A button, and what it does; a mail program presses it by POST without showing it (RFC 8058). Alike for a key that is none."""
    from django.shortcuts import render

    from detente.desk.subscriptions.actions.leave import leave

    if request.method != "POST":
        return render(request, "subscriptions/button.html", {"title": "Get no more mail", "button": "Leave"})
    leave(key)
    return _said(request, "You have left", "No more digest comes. The address is deleted.")


def _said(request: Any, title: str, text: str, status: int = 200) -> Any:
    from django.shortcuts import render

    return render(request, "subscriptions/said.html", {"title": title, "text": text}, status=status)
