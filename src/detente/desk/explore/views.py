"""Exploring: what a reader asks for in an address, as a page. Nothing here writes but `keep`, which a button sends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from detente.desk.explore.asking import moved, status_at, table_rows
from detente.desk.limits import counted, may_keep
from detente.desk.rights import public
from detente.said import said

if TYPE_CHECKING:
    from detente.desk.site.edition import LiveEdition
    from detente.errors import DetenteError
    from detente.pages.build import Edition
    from detente.pages.render import Explored

MOST_ASKED = 2000  # characters of an address's query: ten times the longest that a page makes


@public
@counted
@require_safe
def start(request: Any, folder: str = "") -> Any:
    """Where exploring begins."""
    from detente.pages.explore.start import explore_page

    return _answer(request, folder, lambda live, plan, asked: explore_page(plan))


@public
@counted
@require_safe
def relation(request: Any, folder: str = "") -> Any:
    """A relation over a period."""
    from detente.pages.explore.relation import relation_page

    def build(live: LiveEdition, plan: Edition, asked: dict[str, str]) -> Explored:
        return relation_page(plan, asked, partial(status_at, live.desk), partial(table_rows, live.desk))

    return _answer(request, folder, build)


@public
@counted
@require_safe
def compare(request: Any, folder: str = "") -> Any:
    """Two relations side by side."""
    from detente.pages.explore.compare import compare_page

    return _answer(request, folder, lambda live, plan, asked: compare_page(plan, asked, partial(status_at, live.desk)))


@public
@counted
@require_safe
def country(request: Any, code: str, folder: str = "") -> Any:
    """The actors around one country."""
    from detente.pages.explore.country import country_page

    return _answer(request, folder, lambda live, plan, asked: country_page(plan, code, asked))


@public
@counted
@require_safe
def trends(request: Any, folder: str = "") -> Any:
    """What moved most."""
    from detente.pages.explore.trends import trends_page

    return _answer(request, folder, lambda live, plan, asked: trends_page(plan, asked, partial(moved, live)))


@public
@counted
@require_safe
def status(request: Any, key: str, day: str, pinned: str = "", folder: str = "") -> Any:
    """The status of a day at its permanent address, as a page, as BibTeX (``?as=bibtex``) or as CSL-JSON (``?as=csl``)."""
    from detente.desk.explore.citing import given_of
    from detente.desk.site.edition import edition
    from detente.pages.explore.cited import cited_page
    from detente.pages.explore.period import choice_of

    kind = ""

    def build(live: LiveEdition, plan: Edition, asked: dict[str, str]) -> Explored:
        nonlocal kind
        kind = choice_of(asked, "as", ("page", "bibtex", "csl"))
        given = given_of(live, key, _day(day), pinned)
        return cited_page(plan, given, pinned=pinned, today=datetime.now(UTC).date())

    live = edition()
    moved_to = _canonical(live.plan, key)
    if moved_to != key:
        from django.shortcuts import redirect

        name = f"explore:{'edition' if pinned else 'status'}" + (f"-{folder[:-1]}" if folder else "")
        given = {"key": moved_to, "day": day, **({"pinned": pinned} if pinned else {}), **({"folder": folder} if folder else {})}
        to = redirect(name, permanent=True, **given)
        words = request.META.get("QUERY_STRING", "")  # ?as=bibtex
        to.headers["Location"] += f"?{words}" if words else ""
        return to
    return _answer(request, folder, build, lambda page: _reference(page, kind), live)


@public
@counted
@csrf_exempt  # it acts in nobody's name, and what all callers together can add is bounded: see record/citations.py
@require_POST
def keep(request: Any, key: str, day: str, folder: str = "") -> Any:
    """Keep what the desk says now of a day, and lead to its address."""
    from django.shortcuts import redirect

    from detente.desk.errors import page
    from detente.desk.explore.citing import keep_now
    from detente.desk.site.edition import edition
    from detente.errors import BusyError

    live = edition()
    key = _canonical(live.plan, key)
    try:
        made = keep_now(live, key, _day(day), partial(may_keep, request))
    except BusyError as error:
        return _busy(request, error)
    if made is None:
        kept = said(
            "More was kept to be cited today than this desk keeps in a day, for all or for one network. Try again tomorrow; the address "
            "without an edition works."
        )
        return page(request, 429, (said("Not kept today"), kept))
    answer = redirect(f"/{folder}statuses/{key}/{day}/{made}")
    answer.status_code = 303
    return answer


def _day(text: str) -> date:
    from detente.errors import AskedError, NotFoundError
    from detente.pages.explore.period import day_of

    try:
        found = day_of({"day": text}, "day")
    except AskedError:
        found = None
    if found is None:
        raise NotFoundError("this is no day")
    return found


def _canonical(plan: Edition, key: str) -> str:
    """``usa-blr`` -> ``BLR-USA``, where no category has or had that slug; of a category's name, or what it was called, its slug."""
    from detente.pages.explore.known import known_relations

    if any(c.slug == key for c in plan.categories) or key in known_relations(plan.material):
        return key
    if category := plan.material.desk.config.category(key):
        return category.slug
    name = "-".join(sorted(key.upper().split("-")))
    return name if name in known_relations(plan.material) else key


def _answer(
    request: Any,
    folder: str,
    build: Callable[[LiveEdition, Edition, dict[str, str]], Explored],
    instead: Callable[[Any], Any] = lambda page: None,
    live: LiveEdition | None = None,
) -> Any:
    """A page of the edition as it is now; what cannot be asked for is 400 with what was wrong, what others keep it from is 503.

    folder: of the language, with its slash. instead: an answer in place of HTML; live: the edition, where it is at hand. Raises Http404."""
    from dataclasses import replace

    from django.http import Http404, HttpResponse

    from detente.desk.errors import page as error_page
    from detente.desk.site.edition import edition
    from detente.errors import AskedError, BusyError
    from detente.pages.language import speaking
    from detente.pages.model import Site
    from detente.pages.render import render

    live = live or edition()
    plan = live.plan_of(folder)
    if plan.frame.prefix != folder:
        raise Http404
    plan = replace(plan, frame=replace(plan.frame, base_url=_root(request, live)))
    try:
        if len(request.META.get("QUERY_STRING", "")) > MOST_ASKED:
            raise AskedError(said("the address is too long"))
        with speaking(plan.frame.language):
            built = _addressed(build(live, plan, request.GET.dict()), folder)
    except BusyError as error:
        return _busy(request, error)
    except AskedError as error:
        return error_page(request, 400, (said("This cannot be shown"), _words(request, error)))
    made = instead(built)
    return made if made is not None else HttpResponse(render(built, Site(plan.frame, (), (), plan.paths)))


def _busy(request: Any, error: Any) -> Any:
    from detente.desk.errors import page

    answer = page(request, 503, (said("Not just now"), _words(request, error)))
    answer.headers["Retry-After"] = "5"
    return answer


def _addressed(page: Explored, folder: str) -> Explored:
    """A page at its address in the folder of its language, what follows the ``?`` apart."""
    from dataclasses import replace

    path, _, query = page.head.path.partition("?")
    return replace(page, head=replace(page.head, path=folder + path, query=query))


def _words(request: Any, error: DetenteError) -> str:
    """What was wrong and what to do, as sentences in the page's language."""
    from detente.desk.public_shell import shell_of
    from detente.pages.language import retold, speaking

    with speaking(shell_of(request).language):
        return f"{_sentence(retold(error.what))} {_sentence(retold(error.hint))}".strip()


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}." if text else ""


def _root(request: Any, live: LiveEdition) -> str:
    """Where this server stands, with a slash at the end: as its settings say, else as it was asked."""
    config = live.desk.config
    return (config.web_address or request.build_absolute_uri("/")).rstrip("/") + "/"


def _reference(page: Any, kind: str) -> Any:
    from django.http import HttpResponse

    if kind == "page":
        return None
    text, media, ending = {
        "bibtex": (page.cite.bibtex, "application/x-bibtex; charset=utf-8", "bib"),
        "csl": (page.cite.csl, "application/vnd.citationstyles.csl+json", "json"),
    }[kind]
    name = f"{page.head.path.partition('statuses/')[2].replace('/', '-')}.{ending}"
    return HttpResponse(text, content_type=media, headers={"Content-Disposition": f'attachment; filename="{name}"'})
