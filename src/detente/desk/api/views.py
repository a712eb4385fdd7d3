"""Pages: the API explained, and one's own tokens. And the OpenAPI description."""

from __future__ import annotations

from typing import Any

from detente.desk.rights import needs, public


@public
def docs(request: Any) -> Any:
    """What the API can do, written from its description."""
    from django.shortcuts import render

    from detente.desk.api.documented import paragraphs, sections

    return render(request, "api/docs.html", {"about": paragraphs(), "sections": sections()})


def openapi(request: Any) -> Any:
    """The OpenAPI description."""
    from django.http import JsonResponse

    from detente.desk.api.description import description

    return JsonResponse(description())


@needs("read")
def tokens(request: Any) -> Any:
    """One's own tokens; by POST: a new one, which is shown this once, or one revoked."""
    from django.contrib import messages
    from django.core.exceptions import BadRequest
    from django.shortcuts import redirect, render

    from detente.desk.api.actions.make_token import MakeToken
    from detente.desk.api.actions.revoke_token import RevokeToken
    from detente.desk.api.tokens import tokens as listed
    from detente.errors import DetenteError

    said, made = "", ""
    if request.method == "POST":
        try:
            if request.POST.get("act") == "make":
                made = MakeToken(request.user, request.POST.get("label", "")[:1000]).execute()
            elif request.POST.get("act") == "revoke" and request.POST.get("number", "").isdecimal():
                RevokeToken(request.user, int(request.POST["number"][:18])).execute()
                messages.success(request, "The token is revoked: it works no more.")
                return redirect("tokens")
            else:
                raise BadRequest("no such act")
        except DetenteError as error:
            said = error.what
    given = {"tokens": listed(request.user), "said": said, "made": made, "label": "" if made else request.POST.get("label", "")}
    return render(request, "api/tokens.html", given, status=422 if said else 200)
