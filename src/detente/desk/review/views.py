"""What is read."""

from __future__ import annotations

from typing import Any

from detente.desk.rights import needs

INBOX_PAGE = 50  # articles on one page


@needs("review")
def inbox(request: Any) -> Any:
    """Articles by what is still to be looked at, then by how much they could move a status. ?show=all: those reviewed too."""
    from django.core.paginator import Paginator
    from django.shortcuts import render

    from detente.desk.review.inbox import inbox_rows
    from detente.desk.review.reading import opened
    from detente.desk.review.weighing import FORMULA
    from detente.errors import NotFoundError
    from detente.record.reviews import reviews

    every = request.GET.get("show") == "all"
    try:
        now = opened()
    except NotFoundError as error:
        return render(request, "review/inbox.html", {"nothing": str(error)})
    rows = inbox_rows(now.desk, now.material, reviews(now.desk.db))
    waiting = [row for row in rows if row.state != "reviewed"]
    page = Paginator(rows if every else waiting, INBOX_PAGE).get_page(request.GET.get("page"))
    changed = now.desk.outdated() > 0
    shown = {"rows": page, "changed": changed, "formula": FORMULA}
    more = {"every": every, "waiting": len(waiting), "total": len(rows), "as_of": now.material.as_of, "before": _before(request, now)}
    return render(request, "review/inbox.html", {**shown, **more})


@needs("review")
def article(request: Any, article: str) -> Any:
    """An article with what was coded in it marked in the text."""
    from django.shortcuts import render

    from detente.desk.review.reading import opened
    from detente.pages.links import outside_link
    from detente.pages.rows import source_of

    now = opened()
    found = now.article(article)
    decisions = [c for c in sorted(now.desk.corrections(), key=lambda c: (c.made_at, c.id), reverse=True) if c.article == article]
    shown = {"source": source_of(found.article), "url": outside_link(found.article.url), "decisions": decisions}
    return render(request, "review/article.html", {"found": found, "as_of": now.material.as_of, "before": _before(request, now), **shown})


def _before(request: Any, now: Any) -> Any:
    """The article that the user has just let stand as a whole (``after`` in the address), while that stands; else None."""
    from detente.record.reviews import reviews

    key = request.GET.get("after", "")
    article = now.material.by_id.get(key)
    if article is None:
        return None
    return article if any(r.user == request.user.get_username() and not r.field for r in reviews(now.desk.db, key)) else None


@needs("review")
def why(request: Any, article: str, row: str) -> Any:
    """Sentence, clauses, rule and date reasoning of an event: what `detente explain` prints. The article is parsed anew."""
    from dataclasses import replace

    from django.shortcuts import render

    from detente.desk.review.reading import opened
    from detente.errors import DetenteError
    from detente.events.explain import explain_event
    from detente.types import Event

    now = opened()
    found, item = now.item(article, row)
    told, text = item.own, ""
    if isinstance(told, Event):
        try:
            alone = replace(told, mentions=(item.spots[0].mention,))
            text = explain_event(alone, found.article, lexicon=now.desk.lexicon(), model=now.desk.config.model)
        except DetenteError as error:  # no parser here: the page says so, and what is known without
            text = str(error)
    else:
        text = f"rule: {told.rule}\nThe words are a fixed phrase of the lexicon; there is no clause to show."
    return render(request, "review/why.html", {"found": found, "item": item, "text": text})
