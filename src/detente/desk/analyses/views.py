"""What is read: the list of analyses, and the list of what may be quoted in one."""

from __future__ import annotations

from datetime import date
from typing import Any

from detente.desk.rights import may, needs

PAGE = 30  # rows of the list on one page
MOST_TEXT = 20_000  # characters of a draft that are compared


@needs("read")
def index(request: Any) -> Any:
    """What is published; for those who write, also drafts, what waits for review and what is scheduled."""
    from django.core.paginator import Paginator
    from django.shortcuts import render

    from detente.desk.analyses.models import Analyses, Analysis

    pages = Analysis.objects.order_by("-latest_revision_created_at", "-pk").select_related("owner")
    writes = may(request.user, "write")
    if not writes:
        pages = pages.live()
    rows = Paginator(pages, PAGE).get_page(request.GET.get("page"))
    shown = [_row(page, request.user) for page in rows]
    home = Analyses.objects.first()
    return render(request, "analyses/index.html", {"rows": rows, "shown": shown, "writes": writes, "home": home})


def _row(page: Any, user: Any) -> dict[str, Any]:
    from detente.desk.analyses.freeze import public_address

    writes = may(user, "write")
    draft = page.get_latest_revision_as_object() if writes else page
    return {
        "title": draft.title, "category": draft.category, "by": page.owner.get_username() if page.owner else "", "live": page.live,
        "address": public_address(page) if page.live else None, "changed": page.latest_revision_created_at,
        "edit": writes and page.permissions_for_user(user).can_edit(), "number": page.pk, "status": state_of(page) if writes else "",
    }  # fmt: skip


def state_of(page: Any) -> str:
    """Where a page stands, in words."""
    due = page.scheduled_revision
    if due is not None:
        return f"scheduled for {due.approved_go_live_at:%Y-%m-%d %H:%M} UTC"
    review = ", in review" if page.workflow_in_progress else ""
    if page.live:
        return f"published, with changes that are not{review}" if page.has_unpublished_changes else "published"
    return f"draft{review}"


@needs("write")
def evidence(request: Any) -> Any:
    """The list beside the text, as a piece of a page. By POST, as a draft may be long; it changes nothing."""
    from django.http import HttpResponseNotAllowed
    from django.shortcuts import render

    from detente.desk.analyses.evidence import evidence as found
    from detente.desk.opened import opened_desk
    from detente.desk.site.edition import edition
    from detente.errors import NotFoundError
    from detente.pages.rich_text import plain_text

    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    sent = request.POST
    words = "\n".join(plain_text(text) for text in sent.getlist("text"))[:MOST_TEXT]
    try:
        listed = found(opened_desk(), edition().plan.material, sent.get("category", ""), _day(sent.get("as_of", "")),
                       sent.get("title", "")[:300], words)  # fmt: skip
    except NotFoundError as error:
        return render(request, "analyses/evidence.html", {"problem": str(error)})
    return render(request, "analyses/evidence.html", {"evidence": listed})


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
