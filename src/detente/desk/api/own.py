"""What the desk itself reads, with a token: corrections, overrides, the inbox, drafts. The table of rights decides."""

from __future__ import annotations

from typing import Any

from ninja import Query

from detente.desk.api import asking, rows, shapes
from detente.desk.api.answering import need
from detente.desk.api.listing import Listing, listing
from detente.desk.api.lists import Page, answer
from detente.desk.api.service import reads
from detente.desk.api.snapshot import snapshot
from detente.desk.rights import RIGHTS, Right, role_of

# name of the operation -> the right its token takes; tests walk them as every role
TAKES: dict[str, Right] = {"me": "read", "own_overrides": "read", "own_corrections": "review", "own_inbox": "review", "own_drafts": "write"}
_DECIDED = ("id", "user", "made_at", "reason", "from_date", "withdrawn")


@reads("/own/me", shapes.Me, "Whose token this is", tag="own", name="me")
def me(request: Any) -> Any:
    """The user, the role and the rights of the token that is sent."""
    need(request, TAKES["me"])
    role = role_of(request.api_user)
    return {"user": request.api_user.get_username(), "role": role, "rights": sorted(RIGHTS[role]) if role else []}


@reads("/own/overrides", Page[shapes.OwnOverride], "Editors' statuses, newest first", tag="own", name="own_overrides")
def overrides(request: Any, asked: Query[asking.Listed]) -> Any:
    """Every decision on a status with who made it, withdrawn or not. Takes the right to read."""
    need(request, TAKES["own_overrides"])
    names = (*_DECIDED, "name", "kind", "change", "until_date", "withdrawn_by", "withdrawn_why")
    found = _by_number(snapshot(request).desk.overrides())
    return answer(request, "overrides", asked, found, lambda row: rows.plain(row, names), shapes.OwnOverride)


@reads("/own/corrections", Page[shapes.OwnCorrection], "Corrections, newest first", tag="own", name="own_corrections")
def corrections(request: Any, asked: Query[asking.CorrectionsAsked]) -> Any:
    """Every human word on a coding with who gave it, withdrawn or not. Takes the right to review."""
    need(request, TAKES["own_corrections"])
    names = (*_DECIDED, "article", "field", "start", "end", "quote", "action", "payload")
    found = _by_number(snapshot(request).desk.corrections())
    return answer(request, "corrections", asked, found, lambda row: rows.plain(row, names), shapes.OwnCorrection,
                  lambda row: asked.article in (None, row.article))  # fmt: skip


@reads("/own/inbox", Page[shapes.InboxRow], "The inbox", tag="own", name="own_inbox")
def inbox(request: Any, asked: Query[asking.InboxAsked]) -> Any:
    """Articles by what is still to be looked at, then by how much they could move a status. The order changes with the desk, so that a
    row may be met twice from one page to the next. Takes the right to review."""
    from detente.desk.review.inbox import inbox_rows
    from detente.pages.wording import sort_moment
    from detente.record.reviews import reviews

    need(request, TAKES["own_inbox"])
    now = snapshot(request)
    found = listing(
        inbox_rows(now.desk, now.material, reviews(now.desk.db)),
        lambda row: ("1" if row.state == "reviewed" else "0", f"{1e6 - row.points:020.4f}",
                     f"{(sort_moment(None).max.toordinal() - sort_moment(row.published).toordinal()):08}", row.id),
    )  # fmt: skip
    names = ("id", "title", "source", "published", "coded", "points", "state", "by", "when")
    return answer(
        request, "inbox", asked, found,
        lambda row: {**rows.plain(row, names), "links": {"self": rows.address("articles", row.id), "page": f"/desk/inbox/{row.id}/"}},
        shapes.InboxRow, lambda row: asked.show == "all" or row.state != "reviewed",
    )  # fmt: skip


@reads("/own/drafts", Page[shapes.Draft], "Analyses, published or not, newest first", tag="own", name="own_drafts")
def drafts(request: Any, asked: Query[asking.Listed]) -> Any:
    """Titles and states of what is being written. Takes the right to write."""
    from detente.desk.analyses.models import Analysis
    from detente.desk.analyses.views import state_of

    need(request, TAKES["own_drafts"])

    def row_of(page: Any) -> dict[str, Any]:
        draft = page.get_latest_revision_as_object()
        return {
            "number": page.pk, "title": draft.title, "category": draft.category, "by": page.owner.get_username() if page.owner else "",
            "live": page.live, "state": state_of(page), "changed": rows.iso(page.latest_revision_created_at),
        }  # fmt: skip

    found = _by_number(Analysis.objects.select_related("owner"), "pk")
    return answer(request, "drafts", asked, found, row_of, shapes.Draft)


def _by_number(found: Any, name: str = "id") -> Listing[Any]:
    return listing(found, lambda row: (f"{getattr(row, name):020}",), newest_first=True)
