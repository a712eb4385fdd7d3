"""The feed of a search, in each of the three formats."""

from __future__ import annotations

from typing import Any

from detente.desk.limits import counted
from detente.desk.rights import public


@public
@counted
def search_feed(request: Any, kind: str, folder: str = "") -> Any:
    """What is new to a search, of what readers may see. A search that says nothing, or cannot be read, is a plain word with status 400."""
    from dataclasses import replace

    from django.http import Http404, HttpResponse

    from detente.desk.site.edition import edition
    from detente.desk.site.views import KINDS, shared
    from detente.desk_search import search as ask
    from detente.errors import NotFoundError, SearchError
    from detente.pages.feed_formats import feed_bytes
    from detente.pages.feeds import base_of
    from detente.pages.language import error_words, say, speaking
    from detente.pages.search_feed import SEARCH_ITEMS
    from detente.pages.search_feed import search_feed as made_of
    from detente.search import query_from

    query, wrong = None, None
    try:
        now = edition()
        query = query_from([(name, value) for name, values in request.GET.lists() for value in values])
    except NotFoundError:
        raise Http404 from None
    except SearchError as error:
        query, wrong = None, error
    plan = now.plan_of(folder)
    if plan.frame.prefix != folder:
        raise Http404
    if query is None or query.empty:
        with speaking(plan.frame.language):
            words = say("Nothing was looked for:") + f" {error_words(wrong)}" if wrong else say("Say what to look for, as in ?q=border")
        return HttpResponse(f"{words}\n", content_type="text/plain; charset=utf-8", status=400)
    found = ask(now.desk, replace(query, sort="newest", page=1), per_page=SEARCH_ITEMS, facets=False)
    with speaking(plan.frame.language):
        content = feed_bytes(made_of(plan, found), kind, base_of(plan.frame), plan.frame, plan.paths)
    answer = shared(request, content, KINDS[kind])
    answer.headers["X-Robots-Tag"] = "noindex"  # any number of addresses lead here
    return answer
