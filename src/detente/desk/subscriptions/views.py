"""The form, and the pages that the links in mails lead to. A GET changes nothing: mail programs and scanners open every link.

Each is in the language of its folder. The links of mails work in every folder there is a catalog for, also when the desk has given that
language up: who has a link may leave."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from django.views.decorators.csrf import csrf_exempt

from detente.desk.public_shell import shell_of
from detente.desk.rights import public
from detente.desk.subscriptions.tokens import Asking
from detente.pages.digest import Rhythm
from detente.pages.digest_parts import HOW_OFTEN
from detente.pages.language import retold, say, say_as, speaking
from detente.said import said

if TYPE_CHECKING:
    from detente.desk.public_shell import Shell


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
    from django.shortcuts import redirect

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
    config, shell = live.desk.config, _offered_shell(request)
    if config.mail is None:
        raise Http404
    offered = topics_of(live.plan_of(shell.prefix))
    asked = request.POST if request.method == "POST" else request.GET
    chosen, address = known(offered, asked.getlist("topic")), asked.get("address", "").strip()[:300]
    rhythm = asked.get("rhythm", "weekly")
    given = {"topics": offered[1:], "all": ALL, "chosen": chosen, "address": address, "rhythm": rhythm}
    if request.method != "POST":
        return _form(request, shell, given | {"address": ""})
    wrong = _wrong(address, rhythm, chosen)
    if wrong:
        return _form(request, shell, given | {"wrong": wrong}, 422)
    if not network_may_ask(address_of(request)):
        return _form(request, shell, given | {"held": True}, 429)
    ask(config, Path(live.desk.path), Asking(_plain(address), cast(Rhythm, rhythm), tuple(chosen), shell.language), offered)
    return redirect(f"/{shell.prefix}subscribe/sent/")


def _offered_shell(request: Any) -> Shell:
    """Raises Http404 for the folder of a language that the desk does not have."""
    from django.http import Http404

    shell = shell_of(request, switch=True)
    if not request.path.startswith(f"/{shell.prefix}subscribe/"):
        raise Http404
    return shell


def _form(request: Any, shell: Shell, given: dict[str, Any], status: int = 200) -> Any:
    from django.shortcuts import render

    with speaking(shell.language):
        wrong = {field: retold(words) for field, words in given.get("wrong", {}).items()}
        rhythms = [(value, say_as("how often", words)) for value, words in HOW_OFTEN.items()]
        return render(request, "subscriptions/form.html", given | {"wrong": wrong, "rhythms": rhythms, "shell": shell}, status=status)


def _wrong(address: str, rhythm: str, chosen: list[str]) -> dict[str, str]:
    """Field -> what is wrong with it."""
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    wrong = dict[str, str]()
    try:
        domain = address.rpartition("@")[2]
        if not address.isascii() or len(address) > 254 or "." not in domain or domain.startswith("["):
            raise ValidationError("no address")  # nor one of this machine, or of a bare number in its network
        validate_email(address)
    except ValidationError:
        wrong["address"] = said("This is no e-mail address: it looks like name@example.org.")
    if not chosen:
        wrong["topic"] = said("Choose what you want to hear of.")
    if rhythm not in HOW_OFTEN:
        wrong["rhythm"] = said("Choose how often.")
    return wrong


def _plain(address: str) -> str:
    """With the domain in small letters, which mean the same there."""
    name, _, domain = address.rpartition("@")
    return f"{name}@{domain.lower()}"


@public
@_private
def sent(request: Any) -> Any:
    """What happens now. Raises Http404."""
    shell = _offered_shell(request)
    return _told(
        request, said("Look into your mail"),
        said(
            "If the address can be reached, a mail with a link is on its way to it. Open the link and press the button there: "
            "only then the digest begins. The link holds for 48 hours."
        ), shell=shell,
    )  # fmt: skip


@public
@csrf_exempt
@_private
def confirmation(request: Any, token: str) -> Any:
    """A button, and what it does. The token stands for the one a form would have: who has it, was sent it."""
    from detente.desk.site.edition import edition
    from detente.desk.subscriptions.actions.confirm import confirm
    from detente.desk.subscriptions.tokens import read
    from detente.desk.subscriptions.topics import topics_of
    from detente.errors import NotFoundError

    asking = read(token)
    try:
        live = edition()
    except NotFoundError:
        asking = None
    if asking is None:
        return _told(request, said("This link is too old"), said("Or it was cut off on its way. Ask for another one with the form."), 410)
    if request.method != "POST":
        shell = shell_of(request, switch=True)
        titles = [topic.title for topic in topics_of(live.plan_of(shell.prefix)) if topic.among(asking.topics)]
        return _button(request, shell, said("Get the digest"), said("Yes, send it"), titles, asking)
    if not confirm(asking, live.plan):
        gone = said("What was chosen has gone from this desk. Choose anew with the form.")
        return _told(request, said("That is not there any more"), gone, 410)
    return _told(request, said("It is set up"), said("The digest comes whenever there is news. Each one has a link to leave by."))


@public
@csrf_exempt
@_private
def leaving(request: Any, key: str) -> Any:
    """A button, and what it does; a mail program presses it by POST without showing it (RFC 8058). Alike for a key that is none."""
    from detente.desk.subscriptions.actions.leave import leave

    if request.method != "POST":
        return _button(request, shell_of(request, switch=True), said("Get no more mail"), said("Leave"))
    leave(key)
    return _told(request, said("You have left"), said("No more digest comes. The address is deleted."))


def _button(request: Any, shell: Shell, title: str, button: str, titles: list[str] | None = None, asking: Asking | None = None) -> Any:
    from django.shortcuts import render

    with speaking(shell.language):
        about = ""
        if asking is not None and asking.rhythm == "daily":
            about = say("A daily digest, to {address}:", address=asking.address)
        elif asking is not None:
            about = say("A weekly digest, to {address}:", address=asking.address)
        given = {"title": retold(title), "button": retold(button), "titles": titles, "about": about, "shell": shell}
        return render(request, "subscriptions/button.html", given)


def _told(request: Any, title: str, text: str, status: int = 200, shell: Shell | None = None) -> Any:
    from django.shortcuts import render

    shell = shell or shell_of(request)
    with speaking(shell.language):
        return render(request, "subscriptions/said.html", {"title": retold(title), "text": retold(text), "shell": shell}, status=status)
