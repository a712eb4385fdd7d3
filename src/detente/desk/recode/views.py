"""What waits to be recoded, what that would change, and the button that accepts it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from detente.desk.rights import needs
from detente.errors import DeskError, LexiconError


@needs("recode")
def index(request: Any) -> Any:
    """The page."""
    return _page(request)


@needs("recode")
def preview(request: Any) -> Any:
    """Begin to work out what would change, by POST."""
    from django.shortcuts import redirect

    from detente.desk.recode.worker import start

    if request.method == "POST":
        try:
            start(_folder(), "preview", _coder())
        except LexiconError as error:
            return _page(request, problem=str(error), status=422)
    return redirect("recode:index")


@needs("recode")
def accept(request: Any) -> Any:
    """Accept what was looked at, by POST."""
    from django.shortcuts import redirect

    from detente.desk.recode.actions.accept import AcceptRecoding

    if request.method == "POST":
        try:
            AcceptRecoding(request.user, _folder(), request.POST.get("coder", "")).execute()
        except DeskError as error:
            return _page(request, problem=str(error), status=422)
    return redirect("recode:index")


def _page(request: Any, problem: str = "", status: int = 200) -> Any:
    from django.shortcuts import render

    from detente.desk.opened import opened_desk
    from detente.desk.recode.state import read_work

    desk, work = opened_desk(), read_work(_folder())
    try:
        coder, wrong = _coder(), ""
    except LexiconError as error:
        coder, wrong = "", str(error)
    shown = {
        "coder": coder, "wrong": wrong, "problem": problem, "standing": desk.read_coder(), "articles": len(desk.counted()),
        "outdated": desk.outdated(coder) if coder else 0, "waiting": desk.waiting(), "work": work,
        "at": datetime.fromtimestamp(work.at, UTC) if work else None,
        "fits": work is not None and (work.task, work.phase, work.coder) == ("preview", "done", coder),
        "moved_on": work is not None and work.result.get("version") != desk.told_version(),
    }  # fmt: skip
    return render(request, "recode/index.html", shown, status=status)


def _folder() -> Path:
    from django.conf import settings

    return Path(settings.DESK_FOLDER)


def _coder() -> str:
    """The coder by the lexicon as it lies in its folders now: the opened desk keeps the one it began with. Raises LexiconError."""
    from detente.desk.opened import opened_desk
    from detente.lexicon import load_lexicon
    from detente.opened_desk import coder_name

    config = opened_desk().config
    return coder_name(load_lexicon(config.lexicon_folders).version, config.model)
