"""The forms by which a reviewer decides. What is written, the actions write; here it is read from the form, shown, and passed on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from detente.desk.rights import needs

COMMON_REASONS = ("not an event", "wrong side", "wrong class", "wrong day", "only announced", "told as history", "another happening")


@needs("correct")
def correct(request: Any, article: str, row: str) -> Any:
    """Set fields of an event."""
    from detente.desk.review.reading import opened
    from detente.desk.review.wanting import blank, wanted_change
    from detente.types import Event

    now = opened()
    found, item = now.item(article, row)
    form = blank(item.own if isinstance(item.own, Event) else None)
    lexicon = now.desk.lexicon()
    return _decide(request, now, found, "correct", form, lambda sent: wanted_change(sent, found.article, item, lexicon), item)


@needs("correct")
def reject(request: Any, article: str, row: str) -> Any:
    """Say that nothing of the kind is told there."""
    from detente.desk.review.reading import opened
    from detente.desk.review.wanting import blank, wanted_rejection

    now = opened()
    found, item = now.item(article, row)
    return _decide(request, now, found, "reject", blank(), lambda sent: wanted_rejection(sent, found.article, item), item)


@needs("correct")
def add(request: Any, article: str) -> Any:
    """Add an event the coder missed."""
    from detente.desk.review.reading import opened
    from detente.desk.review.wanting import blank, wanted_event

    now = opened()
    found, form = now.article(article), blank()
    form.values["words"] = request.GET.get("words", "")
    if found.article.published:
        form.values["date_start"] = form.values["date_end"] = found.article.published.date().isoformat()
    lexicon = now.desk.lexicon()
    return _decide(request, now, found, "add", form, lambda sent: wanted_event(sent, found.article, lexicon), None)


def _decide(request: Any, now: Any, found: Any, verb: str, form: Any, want: Callable[[Any], Any], item: Any) -> Any:
    """A form with its preview. It is saved only if what is saved was shown before (``seen``); else it is shown now."""
    from django.contrib import messages
    from django.shortcuts import render

    from detente.desk.review.actions.correct import Correct
    from detente.desk.review.classes import event_classes
    from detente.desk.review.previewing import preview, seen, was_shown
    from detente.desk.review.wanting import REALIS, filled

    shown: dict[str, Any] = {}
    asked = request.method == "POST"
    if asked:
        form = filled(request.POST)
        wanted = want(form)
        version, sent = now.desk.status_version(), request.POST.get("seen", "")
        saving = wanted is not None and request.POST.get("step") == "save"
        if saving and was_shown(sent, wanted, version, lambda: preview(now.desk, wanted)):
            Correct(request.user, wanted=wanted, reason=form.values["reason"]).execute()
            messages.success(request, {"correct": "Corrected.", "reject": "Rejected.", "add": "Added."}[verb] + " Undo takes it back.")
            return _back(found.article.id, item, found)
        if wanted is not None:
            found_out = preview(now.desk, wanted)
            moved = saving and sent[:16] == wanted.digest()
            shown = {"preview": found_out, "seen": seen(wanted, found_out, version), "moved": moved}
    fragment = request.headers.get("X-Requested-With") == "fetch"
    page = "review/_preview.html" if asked and fragment else "review/decide.html"
    lexicon = now.desk.lexicon()
    choices = {
        "classes": list(event_classes(lexicon).values()), "realis": REALIS, "reasons": COMMON_REASONS,
        "codes": _known_codes(now, lexicon), "other_class": form.values.get("class", ""),
    }  # fmt: skip
    known = any(choice.key == form.values.get("class") for choice in choices["classes"])
    more = {"form": form, "verb": verb, "found": found, "item": item, "asked": asked, "class_known": known, **choices, **shown}
    return render(request, page, more, status=400 if asked and form.faults and not fragment else 200)


@needs("correct")
def accept(request: Any, article: str, row: str) -> Any:
    """Let a thing stand as it is coded; by POST alone."""
    from detente.desk.review.actions.let_stand import LetStand
    from detente.desk.review.reading import opened

    if request.method != "POST":
        return _only_post()
    found, item = opened().item(article, row)
    LetStand(request.user, article=article, spots=item.spots).execute()
    return _back(article, item, found)


@needs("correct")
def done(request: Any, article: str) -> Any:
    """Let the article stand as a whole, and on to the next one, whose page shows the way back (``after``); by POST alone."""
    from django.shortcuts import redirect
    from django.urls import reverse

    from detente.desk.review.actions.let_stand import LetStand
    from detente.desk.review.inbox import inbox_rows
    from detente.desk.review.reading import opened
    from detente.record.reviews import reviews

    if request.method != "POST":
        return _only_post()
    now = opened()
    now.article(article)
    LetStand(request.user, article=article).execute()
    rows = inbox_rows(now.desk, now.material, reviews(now.desk.db))
    following = next((row.id for row in rows if row.state != "reviewed"), None)
    address = reverse("review:article", args=[following]) if following else reverse("review:inbox")
    return redirect(f"{address}?after={article}")


@needs("correct")
def undo(request: Any, article: str) -> Any:
    """Withdraw one's own last decision about the article; by POST alone."""
    return _withdraw(request, article, None)


@needs("correct")
def withdraw(request: Any, article: str, number: int) -> Any:
    """Withdraw a correction, whoever made it; by POST alone."""
    return _withdraw(request, article, number)


def _withdraw(request: Any, article: str, number: int | None) -> Any:
    from django.contrib import messages
    from django.shortcuts import redirect

    from detente.desk.review.actions.undo import Undo
    from detente.desk.review.reading import opened
    from detente.errors import NotFoundError

    if request.method != "POST":
        return _only_post()
    opened().article(article)
    try:
        Undo(request.user, article=article, number=number).execute()
        messages.success(request, "Taken back. The row is kept, as withdrawn.")
    except NotFoundError as error:
        messages.error(request, f"{str(error).partition(';')[0].capitalize()}.")
    return redirect("review:article", article)


def _only_post() -> Any:
    from django.http import HttpResponseNotAllowed

    return HttpResponseNotAllowed(["POST"])


def _back(article: str, item: Any, found: Any) -> Any:
    """To the article again, at the next thing nobody has looked at."""
    from django.shortcuts import redirect
    from django.urls import reverse

    at = item.row.number if item else 0
    others = [other for other in found.items if item is None or other.told.id != item.told.id]
    following = [other for other in others if not other.decided and other.row.number > at] or [o for o in others if not o.decided]
    address = reverse("review:article", args=[article])
    return redirect(f"{address}#{following[0].row.anchor}" if following else f"{address}#finish")


def _known_codes(now: Any, lexicon: Any) -> list[tuple[str, str]]:
    """(code, name) of the sides the desk's events have, most told first, to choose from while typing."""
    from collections import Counter

    counts = Counter(code for event in now.desk.events() for code in (*event.actor, *event.recipient))
    return [(code, lexicon.display_name(code)) for code, _ in counts.most_common(200)]
