"""What a reviewer filled in -> the correction that is wanted, or what is wrong with it, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

from detente.desk.review.anchors import Span, selected_span, words_at, words_span
from detente.desk.review.classes import class_key, event_classes
from detente.desk.review.codings import Item
from detente.desk.review.previewing import Wanted, spots_of
from detente.errors import RecordError
from detente.lexicon import sector_groups, split_code
from detente.record.texts import kept_text
from detente.types import Article, Event, Realis

if TYPE_CHECKING:
    from detente.lexicon import Lexicon

REALIS: tuple[Realis, ...] = get_args(Realis)
LONGEST_REASON = 1000
MOST_CODES = 40  # the sides of one event; a summit of the OSCE has 57, written as one organisation


@dataclass
class Filled:
    """A form: what stands in it, and what is wrong with it (field -> message)."""

    values: dict[str, str]
    faults: dict[str, str] = field(default_factory=dict)


def blank(event: Event | None = None) -> Filled:
    """The form as it opens: with an event's fields, or empty."""
    if event is None:
        return Filled({"realis": "asserted", "everywhere": "on"})
    return Filled(
        {
            "actor": ", ".join(event.actor), "recipient": ", ".join(event.recipient), "class": class_key(event.plover, event.mode),
            "realis": event.realis, "everywhere": "on",
            "date_start": event.date_start.isoformat() if event.date_start else "",
            "date_end": event.date_end.isoformat() if event.date_end else "",
        }
    )  # fmt: skip


def filled(sent: Mapping[str, Any]) -> Filled:
    """The form as it was sent."""
    names = (
        *("actor", "recipient", "class", "realis", "date_start", "date_end", "reason", "words", "everywhere", "field"),
        *("from_part", "from_at", "to_part", "to_at"),
    )
    return Filled({name: str(sent.get(name, "")).strip()[: 2 * LONGEST_REASON] for name in names})


def wanted_change(form: Filled, article: Article, item: Item, lexicon: Lexicon) -> Wanted | None:
    """The fields of an event that were changed. None, with faults in the form, where something is wrong."""
    event = item.own
    if not isinstance(event, Event):
        form.faults["class"] = "Only an event has fields to correct; reject it instead."
        return None
    before, values, payload = blank(event).values, _values(form, lexicon), dict[str, Any]()
    for name in ("actor", "recipient", "realis", "date_start", "date_end"):
        if form.values[name] != before[name] and name in values:
            payload[name] = values[name]
    if form.values["class"] != before["class"]:
        payload |= _class(form, lexicon)
    _reason(form)
    if not form.faults and not payload:
        form.faults["class"] = "Nothing is changed yet. If it is right as it is, accept it."
    return None if form.faults else Wanted(article.id, "set", spots_of(item.spots, bool(form.values["everywhere"])), payload)


def wanted_rejection(form: Filled, article: Article, item: Item) -> Wanted | None:
    """That nothing is told there."""
    _reason(form)
    return None if form.faults else Wanted(article.id, "drop", spots_of(item.spots, bool(form.values["everywhere"])), {})


def wanted_event(form: Filled, article: Article, lexicon: Lexicon) -> Wanted | None:
    """An event the coder missed, at words of the article."""
    span = _span(form, article)
    if span is None:
        form.faults["words"] = "These words do not stand in the article: select them in the text, or copy them from it."
    values, payload = _values(form, lexicon), dict[str, Any]()
    if not values.get("actor") and "actor" not in form.faults:
        form.faults["actor"] = "Who does it? Give at least one code, such as BLR or USAGOV."
    payload = {**values, **_class(form, lexicon)}
    if not payload.get("date_start") and "date_start" not in form.faults:
        form.faults["date_start"] = "An event without a day moves no status: give the day it happened."
    _reason(form)
    if form.faults or span is None:
        return None
    form.values["words"] = words_at(article, span)
    return Wanted(article.id, "add", ((span, ""),), payload)


def _values(form: Filled, lexicon: Lexicon) -> dict[str, Any]:
    values: dict[str, Any] = {
        "actor": _codes(form, "actor", lexicon), "recipient": _codes(form, "recipient", lexicon),
        "date_start": _day(form, "date_start"), "date_end": _day(form, "date_end"), "realis": form.values["realis"],
    }  # fmt: skip
    if form.values["realis"] not in REALIS:
        form.faults["realis"] = f"One of: {', '.join(REALIS)}."
    if values["date_start"] and not values["date_end"]:
        values["date_end"] = form.values["date_end"] = values["date_start"]
    if values["date_end"] and not values["date_start"]:
        form.faults.setdefault("date_start", "There is a last day without a first one.")
    if values["date_start"] and values["date_end"] and values["date_end"] < values["date_start"]:
        form.faults["date_end"] = "The last day lies before the first."
    return values


def _codes(form: Filled, name: str, lexicon: Lexicon) -> list[str]:
    """Codes, or names that mean one country or actor, between commas: ``BLRGOV, Ukraine``."""
    found: list[str] = []
    for given in filter(None, (part.strip() for part in form.values[name].split(","))):
        codes = _meant(given, lexicon)
        if len(codes) != 1:
            says = f"could be {' or '.join(codes[:4])}" if codes else "is no code and no name the lexicon knows"
            form.faults[name] = f"“{given[:60]}” {says}. Codes are as in BLR, BLRGOV, IGOEUU."
        found += codes
    if len(found) > MOST_CODES:
        form.faults[name] = f"No more than {MOST_CODES} sides."
    return list(dict.fromkeys(found))


def _meant(given: str, lexicon: Lexicon) -> list[str]:
    """The codes that a code or a name may mean. A name goes before a code with sectors: POLAND is not somebody of POL."""
    code = given.upper()
    if code in lexicon.code_names:
        return [code]
    named = sorted({entry.code for entry in lexicon.alternatives(given) if entry.code})
    base, sectors = split_code(code)
    groups = sector_groups(sectors)
    if not named and base in lexicon.code_names and len(sectors) % 3 == 0 and all(group in lexicon.sector_names for group in groups):
        return [code]
    return named


def _day(form: Filled, name: str) -> str | None:
    given = form.values[name]
    if not given:
        return None
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        form.faults[name] = "A day is written as 2016-05-31."
        return None


def _class(form: Filled, lexicon: Lexicon) -> dict[str, Any]:
    chosen = event_classes(lexicon).get(form.values["class"])
    if chosen is None:
        form.faults["class"] = "Choose what kind of event it is."
        return {}
    return {"plover": chosen.plover, "mode": chosen.mode, "cameo": chosen.cameo, "intensity": chosen.intensity}


def _reason(form: Filled) -> None:
    reason = form.values["reason"]
    if not reason:
        form.faults["reason"] = "Say why, in a few words: it is kept with the correction."
    elif len(reason) > LONGEST_REASON:
        form.faults["reason"] = f"No more than {LONGEST_REASON} characters."
    else:
        try:
            kept_text(reason, "a reason", "correction")
        except RecordError as error:
            form.faults["reason"] = f"{error.what[:1].upper()}{error.what[1:]}."


def _span(form: Filled, article: Article) -> Span | None:
    """The place that was selected if it holds the words that are in the form, else where these words stand first."""
    words = form.values["words"]
    numbers = [form.values[name] for name in ("from_part", "from_at", "to_part", "to_at")]
    if all(number.isascii() and number.isdigit() and len(number) < 9 for number in numbers):
        one, at, other, to = map(int, numbers)
        span = selected_span(article, form.values["field"], (one, at), (other, to))
        if span and words_at(article, span) == " ".join(words.split()):
            return span
    return words_span(article, words)
