"""The page of the search."""

from __future__ import annotations

from typing import Any

from detente.desk.limits import counted
from detente.desk.rights import public


@public
@counted
def search(request: Any, folder: str = "") -> Any:
    """What a reader looks for, of what readers may see; folder: of the language,
    with its slash. An address that cannot be read is a page that says why, with status 400."""
    from django.http import Http404, HttpResponse

    from detente.desk.site.edition import edition
    from detente.desk_search import search as ask
    from detente.errors import SearchError
    from detente.pages.language import error_words, speaking
    from detente.pages.model import Site
    from detente.pages.render import render
    from detente.pages.search import search_page
    from detente.search import SearchQuery, query_from

    params = [(name, value) for name, values in request.GET.lists() for value in values]
    problem: SearchError | None = None
    try:
        query = query_from(params)
    except SearchError as error:
        query, problem = SearchQuery(), error
    now = edition()
    plan = now.plan_of(folder)
    if plan.frame.prefix != folder:
        raise Http404
    found = ask(now.desk, query) if not query.empty else None
    with speaking(plan.frame.language):
        words = error_words(problem) if problem else ""
    page = search_page(plan, found.query if found else query, found, words)
    return HttpResponse(render(page, Site(plan.frame, (), (), plan.paths)), status=400 if problem else 200)
