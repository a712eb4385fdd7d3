"""What is read: the table of statuses, and one status with its evidence and its ledger."""

from __future__ import annotations

from datetime import date
from typing import Any

from detente.desk.rights import needs
from detente.errors import NotFoundError, RecordError


@needs("read")
def index(request: Any) -> Any:
    """The table of statuses as of the desk's newest day."""
    from django.shortcuts import render

    from detente.desk.site.edition import edition
    from detente.desk.status.table import table_rows
    from detente.pages.rows import relation_title

    try:
        material = edition().plan.material
    except NotFoundError as error:
        return render(request, "status/index.html", {"rows": [], "missing": error.hint})
    titles = {("relation", name): relation_title(material, name) for name, s in material.statuses(material.as_of).items()
              if s.kind == "relation"}  # fmt: skip
    rows = table_rows(_desk(material), material.as_of, titles)
    return render(request, "status/index.html", {"rows": rows, "as_of": material.as_of, "period": material.desk.config.period_days})


@needs("read")
def status(request: Any, kind: str, key: str) -> Any:
    """One status."""
    return show(request, kind, key)


@needs("overrule")
def overrule(request: Any, kind: str, key: str) -> Any:
    """Set an editor's status, by POST; on an error the page again with what was typed."""
    from django.contrib import messages
    from django.shortcuts import redirect

    from detente.desk.status.actions.overrule import Overrule

    if request.method != "POST":
        return redirect("status:status", kind, key)
    plan, _, name = _found(kind, key)
    typed = {field: request.POST.get(field, "").strip() for field in ("change", "from_date", "until_date", "reason")}
    try:
        first, last = _day(typed["from_date"], "from"), _day(typed["until_date"], "until")
        made = Overrule(request.user, name, typed["change"], typed["reason"], first, last).execute()
    except RecordError as error:
        return show(request, kind, key, typed=typed, problem=str(error), status=422)
    messages.success(request, _counts(made, plan.material.as_of))
    return redirect("status:status", kind, key)


@needs("overrule")
def withdraw(request: Any, kind: str, key: str, number: int) -> Any:
    """Take an override back, by POST, with a reason."""
    from django.contrib import messages
    from django.shortcuts import redirect

    from detente.desk.status.actions.withdraw import WithdrawOverride

    if request.method != "POST":
        return redirect("status:status", kind, key)
    try:
        WithdrawOverride(request.user, number, request.POST.get("reason", "").strip()).execute()
    except (RecordError, NotFoundError) as error:
        return show(request, kind, key, problem=str(error), status=422)
    messages.success(request, "It is withdrawn. It stays in the ledger and in the change log.")
    return redirect("status:status", kind, key)


def show(request: Any, kind: str, key: str, *, typed: dict[str, str] | None = None, problem: str = "", status: int = 200) -> Any:
    """The page of a status. Raises Http404."""
    from django.http import Http404
    from django.shortcuts import render
    from django.urls import reverse

    from detente.desk.status.body import body_html
    from detente.desk.status.table import standing
    from detente.pages.parts import Ref
    from detente.pages.rows import relation_title
    from detente.record.human import CHANGES

    plan, machine, name = _found(kind, key)
    ref = Ref("category" if kind == "category" else "relation", key)
    if ref not in plan.paths or machine is None:
        raise Http404
    desk, as_of = _desk(plan.material), plan.material.as_of
    ledger = [o for o in desk.overrides() if (o.kind, o.name) == (kind, name)]
    shown = {
        "kind": kind, "key": key, "title": relation_title(plan.material, name) if kind == "relation" else name, "as_of": as_of,
        "machine": machine, "override": standing(ledger, kind, name, as_of), "ledger": ledger[::-1], "changes": CHANGES,
        "typed": typed or {"from_date": as_of.isoformat()}, "problem": problem, "public": "/" + plan.paths[ref],
        "body": body_html(plan, ref, machine, reverse("status:status", args=(kind, key))),
    }  # fmt: skip
    return render(request, "status/status.html", shown, status=status)


def _counts(made: Any, as_of: date) -> str:
    """What is said of a decision that was just made: whether it counts on the day that the pages show."""
    if made.from_date > as_of:
        return f"It is in the ledger, and counts from {made.from_date} on: the pages stand at {as_of} as yet."
    if made.until_date is not None and made.until_date < as_of:
        return f"It is in the ledger and in the change log. It counted until {made.until_date}: the pages stand at {as_of}."
    return "Your status is in force and in the change log."


def _found(kind: str, key: str) -> tuple[Any, Any, str]:
    """The edition, the machine's status and the name. Raises Http404."""
    from django.http import Http404

    from detente.desk.site.edition import edition

    try:
        plan = edition().plan
    except NotFoundError:
        raise Http404 from None
    desk = _desk(plan.material)
    names = {c.slug: c.name for c in desk.config.categories} if kind == "category" else {key: key}
    name = names.get(key, "")
    machine = next((s for s in desk.machine_statuses(plan.material.as_of) if (s.kind, s.name) == (kind, name)), None)
    if machine is None:
        raise Http404
    return plan, machine, name


def _desk(material: Any) -> Any:
    """The opened desk behind an edition: one answer reads one state of the record."""
    return material.desk


def _day(text: str, what: str) -> date | None:
    """An ISO day, or None for nothing. Raises RecordError."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise RecordError(f"{what}: {text[:40]!r} is no day", hint="as in 2016-05-31") from None
