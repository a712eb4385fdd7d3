"""What is read: the ledger with its scores, one forecast, and what the coder found; and the forms of the three actions."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from detente.desk.rights import needs
from detente.errors import NotFoundError, RecordError

PAGE = 50  # forecasts on one page of the ledger


@needs("read")
def index(request: Any) -> Any:
    """The ledger, newest first, and how good it was."""
    from django.core.paginator import Paginator
    from django.shortcuts import render

    from detente.desk.forecasts.shown import forecast_row, score_blocks
    from detente.desk.opened import opened_desk

    today, every = _today(), opened_desk().ledger()
    chosen = {name: request.GET.get(name, "") for name in ("state", "category", "author")}
    rows = [row for row in every if all((row.category, row.author, row.state(today))[i] == chosen[name] or not chosen[name]
                                        for i, name in enumerate(("category", "author", "state")))]  # fmt: skip
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    page.object_list = [forecast_row(row, today) for row in page.object_list]
    shown = {
        "rows": page, "chosen": chosen,
        "states": ("open", "due", "yes", "no", "void"), "categories": sorted({row.category for row in every}),
        "authors": sorted({row.author for row in every}), "blocks": score_blocks(every, today) if every else [], "count": len(every),
    }  # fmt: skip
    return render(request, "forecasts/index.html", shown)


@needs("read")
def forecast(request: Any, number: int) -> Any:
    """One forecast."""
    return _show(request, number)


@needs("resolve")
def resolve(request: Any, number: int) -> Any:
    """Say how it came out, by POST."""
    from django.contrib import messages
    from django.shortcuts import redirect

    from detente.desk.forecasts.actions.resolve import Resolve

    if request.method != "POST":
        return redirect("forecasts:forecast", number)
    typed = {name: request.POST.get(name, "").strip() for name in ("outcome", "evidence", "shows", "reason")}
    try:
        Resolve(request.user, number, **typed).execute()
    except (RecordError, NotFoundError) as error:
        return _show(request, number, typed=typed, problem=str(error), status=422)
    messages.success(request, f"Resolved: {typed['outcome']}.")
    return redirect("forecasts:forecast", number)


@needs("forecast")
def new(request: Any) -> Any:
    """The form for a forecast of one's own."""
    from django.contrib import messages
    from django.shortcuts import redirect, render

    from detente.desk.forecasts.actions.publish import Publish
    from detente.desk.forecasts.forms import as_typed, read

    typed, problem = as_typed(request.POST if request.method == "POST" else request.GET), ""
    if request.method == "POST":
        try:
            said = read(typed)
            if said.probability is None or said.deadline is None:
                raise RecordError("a forecast needs a probability and a deadline")
            number = Publish(
                request.user, said.statement, said.probability, said.deadline, said.criterion, said.category, said.unchanged
            ).execute()
            messages.success(request, "It is in the ledger and can no longer be changed.")
            return redirect("forecasts:forecast", number)
        except RecordError as error:
            problem = str(error)
    shown = {"typed": typed, "problem": problem, "names": _names()}
    return render(request, "forecasts/new.html", shown, status=422 if problem else 200)


@needs("forecast")
def found(request: Any) -> Any:
    """What the coder found and nobody has adopted."""
    from django.core.paginator import Paginator
    from django.shortcuts import render

    from detente.desk.forecasts.found import candidates
    from detente.desk.opened import opened_desk

    desk = opened_desk()
    rows = Paginator(candidates(desk, desk.ledger()), PAGE).get_page(request.GET.get("page"))
    return render(request, "forecasts/found.html", {"rows": rows})


@needs("forecast")
def adopt(request: Any, key: str) -> Any:
    """The form to adopt one of them."""
    from django.contrib import messages
    from django.http import Http404
    from django.shortcuts import redirect, render

    from detente.desk.forecasts.actions.adopt import Adopt
    from detente.desk.forecasts.forms import as_typed, read
    from detente.desk.forecasts.found import candidates
    from detente.desk.opened import opened_desk

    desk = opened_desk()
    candidate = next((c for c in candidates(desk, desk.ledger()) if c.key == key), None)
    if candidate is None:
        raise Http404
    typed, problem = as_typed(request.POST) if request.method == "POST" else {"category": candidate.category}, ""
    if request.method == "POST":
        try:
            said = read(typed)
            number = Adopt(request.user, candidate, said.deadline, said.criterion, said.category, said.unchanged).execute()
            messages.success(request, f"It is in the ledger under the name of {candidate.author}.")
            return redirect("forecasts:forecast", number)
        except RecordError as error:
            problem = str(error)
    shown = {"candidate": candidate, "typed": typed, "problem": problem, "names": _names()}
    return render(request, "forecasts/adopt.html", shown, status=422 if problem else 200)


def _show(request: Any, number: int, *, typed: dict[str, str] | None = None, problem: str = "", status: int = 200) -> Any:
    from django.http import Http404
    from django.shortcuts import render

    from detente.desk.forecasts.shown import forecast_row, place_of
    from detente.desk.opened import opened_desk
    from detente.record.forecast_ledger import OUTCOMES
    from detente.record.forecasts import forecast_by_id

    desk = opened_desk()
    try:
        row = forecast_by_id(desk.db, number)
    except NotFoundError:
        raise Http404 from None
    told = [{"row": each, "place": place_of(each)} for each in row.resolutions[::-1]]
    shown = {**forecast_row(row, _today()), "told": told, "outcomes": OUTCOMES, "typed": typed or {}, "problem": problem}
    return render(request, "forecasts/forecast.html", shown, status=status)


def _names() -> list[str]:
    """The categories and relations a forecast may be about; any other name may be typed."""
    from detente.desk.opened import opened_desk

    config = opened_desk().config
    return [*(c.name for c in config.categories), *("-".join(sides) for sides in config.watched())]


def _today() -> date:
    return datetime.now(UTC).date()
