"""Words, arrows, roundings and dates of the pages: tables first, then the few functions that read them.

The tables are English; `say_as` says a word of theirs in the spoken language, with the table's context.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from detente.interface_languages import SOURCE
from detente.pages import days
from detente.pages.language import language, marked, number_words, say, say_as
from detente.types import Change, DateSource

# An arrow never stands alone: the word is always printed beside it.
CHANGE_WORDS: Mapping[Change, str] = marked("change", {
    "improved": "Improved", "unchanged": "Unchanged", "deteriorated": "Deteriorated", "no-reporting": "No reporting",
})  # fmt: skip
CHANGE_ARROWS: dict[Change, str] = {"improved": "▲", "unchanged": "▬", "deteriorated": "▼", "no-reporting": "○"}

# PLOVER classes as nouns: they stand before any actor, one or many, without a grammar of their own.
CLASS_WORDS = marked("class", {
    "AGREE": "Agreement", "CONSULT": "Consultation", "SUPPORT": "Support", "CONCEDE": "Concession", "COOPERATE": "Cooperation",
    "AID": "Aid", "RETREAT": "Retreat", "REQUEST": "Request", "ACCUSE": "Accusation", "REJECT": "Rejection", "THREATEN": "Threat",
    "PROTEST": "Protest", "SANCTION": "Sanction", "MOBILIZE": "Mobilisation", "COERCE": "Coercion", "ASSAULT": "Assault",
})  # fmt: skip
# PLOVER's modes and contexts, as its manual names them.
MODE_WORDS = marked("mode", {word: word for word in (
    "abduct", "access", "allege", "arrest", "assassinate", "assist", "ban", "beat", "boycott", "ceasefire", "change", "cleansing", "curfew",
    "cyber", "demo", "deport", "disapprove", "disarm", "discontinue", "ease", "expel", "explosives", "firearms", "heavy-weapons", "hunger",
    "investigate", "martial-law", "massacre", "meet", "obstruct", "phone", "police", "political", "relations", "release", "restrict",
    "return", "riot", "seize", "sexual", "suicide-attack", "third-party", "torture", "troops", "unconventional", "violence", "visit",
    "withdraw", "yield",
)})  # fmt: skip
CONTEXT_WORDS = marked("context", {word: word.replace("_", " ") for word in (
    "asylum", "cbrn", "corruption", "crime", "cyber", "democracy", "diplomatic", "economic", "executive", "human_rights", "human_security",
    "humanitarian", "intelligence", "legal", "military", "peacekeeping", "political_institutions", "pro_autocracy", "religion_ethnicity",
    "rights_freedoms",
)})  # fmt: skip
REALIS_WORDS = marked("realis", {"asserted": "reported as fact", "planned": "planned", "possible": "possible", "denied": "denied"})
DIRECTION_WORDS = marked("direction", {"improving": "improving", "worsening": "worsening", "steady": "steady"})
DIRECTION_ARROWS = {"improving": "▲", "worsening": "▼", "steady": "▬"}
TONE_WORDS = marked("tone", {"cooperative": "cooperative", "conflictual": "conflictual", "neutral": "neutral"})
TONE_ARROWS = {"cooperative": "▲", "conflictual": "▼", "neutral": "●"}
MARK_WORDS = marked("mark", {
    "cooperative": "cooperative event", "conflictual": "conflictual event", "neutral": "neutral event",
    "unrealised": "planned, possible or denied: shown, but moves nothing", "assessment": "sentence that characterises a relation",
    "forecast": "forecast",
})  # fmt: skip

FINDING_WORDS = marked("finding", {
    "inertia": "How long a shock lasts", "reciprocity": "Whether one side answers the other", "spiral": "Whether it spirals",
    "third-party": "Whether a third side moves it",
})  # fmt: skip
UNIT_WORDS = marked("unit", {"days": "days", "share": "share", "per round": "per round", "points": "points", "weeks": "weeks"})

# Words of estimative probability: Intelligence Community Directive 203 (2015), upper edge of each band.
ICD_203 = (
    (0.05, "almost no chance"), (0.20, "very unlikely"), (0.45, "unlikely"), (0.55, "roughly even chance"), (0.80, "likely"),
    (0.95, "very likely"), (1.0, "almost certain"),
)  # fmt: skip
BAND_WORDS = marked("chance", {words: words for words in (
    "almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely", "almost certain",
)})  # fmt: skip

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
TITLE_LENGTH = 220  # a headline of more is no headline; three lines of print
MINUS = "−"

# C0 and C1 controls, marks that turn the direction of text, surrogates and noncharacters: none has a place on a page or in XML.
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


def clean(text: str) -> str:
    """``text`` without control characters, direction overrides and halves of surrogate pairs."""
    return _UNSAFE.sub("", text)


def one_line(text: str, length: int = TITLE_LENGTH) -> str:
    """Clean, on one line, cut at a word's end with an ellipsis where it is longer than ``length`` characters."""
    line = " ".join(clean(text[: length * 20]).split())
    if len(line) <= length:
        return line
    cut = line[:length].rpartition(" ")[0]
    return (cut if len(cut) > length // 2 else line[:length]).rstrip(",;: ") + "…"


def points(value: float | None) -> str:
    """A signed level or share with one decimal (a typographic minus), or a dash: bands are wider than a tenth of a point."""
    if value is None:
        return "–"
    text = f"{abs(value):.1f}"
    return number_words("0.0" if text == "0.0" else f"{'+' if value > 0 else MINUS}{text}")


def share(value: float) -> str:
    """A signed share with two decimals: shares are smaller than levels, and are there to be added up."""
    text = f"{abs(value):.2f}"
    return number_words("0.00" if text == "0.00" else f"{'+' if value > 0 else MINUS}{text}")


def count(value: float) -> str:
    """An expected number of events with one decimal, and a typographic minus where a balance is below zero."""
    text = f"{abs(value):.1f}"
    return number_words(text if value >= 0 or text == "0.0" else f"{MINUS}{text}")


def bound(value: float) -> str:
    """An end of a band of a count: as count, but whole where it is whole."""
    return count(value).removesuffix(number_words(".0"))


def percent(value: float | None) -> str:
    """A probability in whole percent; never 0 % or 100 %, since neither is ever known."""
    if value is None:
        return "–"
    if value < 0.01:
        return say("under 1 %")
    return say("over 99 %") if value > 0.99 else f"{value * 100:.0f} %"


def estimative(value: float | None) -> str:
    """The words of ICD 203 for a probability; empty for None."""
    if value is None:
        return ""
    return say_as("chance", next((words for edge, words in ICD_203 if value <= edge), ICD_203[-1][1]))


def probability_range(pair: tuple[float, float] | None) -> str:
    """``(0.55, 0.8)`` -> ``55–80 %``; empty for None."""
    return f"{pair[0] * 100:.0f}–{pair[1] * 100:.0f} %" if pair else ""


def chance_of(change: Change, p_improved: float | None, p_deteriorated: float | None) -> float | None:
    """The probability of the class that is shown; None where nothing was reported or the machine gave none."""
    if p_improved is None or p_deteriorated is None or change == "no-reporting":
        return None
    table = {"improved": p_improved, "deteriorated": p_deteriorated, "unchanged": max(0.0, 1.0 - p_improved - p_deteriorated)}
    return table[change]


def sure_words(change: Change, value: float) -> str:
    """How sure a change is: ``72 %, likely``. Below evens the class stands because a status once taken outlasts small moves (hysteresis),
    or because nothing else is likelier: said so, since "deteriorated, unlikely" would read as a contradiction."""
    if value >= 0.5:
        return f"{percent(value)}, {estimative(value)}"
    return f"{percent(value)}, {say('uncertain') if change == 'unchanged' else say('still held')}"


def day_words(day: date | datetime | None) -> str:
    """``25 July 2016``; ``undated`` for None."""
    if day is None:
        return say("undated")
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if language() == SOURCE else days.long_day(day)


def short_day(day: date | datetime | None) -> str:
    """``25 Jul 2016``; a dash for None."""
    if day is None:
        return "–"
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}" if language() == SOURCE else days.middle_day(day)


def axis_month(day: date) -> str:
    """``Jul 2016``: a label of a chart."""
    return f"{MONTHS[day.month - 1][:3]} {day.year}" if language() == SOURCE else days.axis_month(day)


def year_words(year: str) -> str:
    """A year of the archive: ``2016``, or ``undated``."""
    return say("undated") if year == "undated" else year


def moment_words(moment: datetime | None) -> str:
    """Day, time and zone as far as they are known: a time of midnight without a zone is taken as a day only."""
    if moment is None:
        return say("undated")
    if moment.tzinfo is None and (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return day_words(moment)
    return f"{day_words(moment)}, {moment.hour:02}:{moment.minute:02}{zone_words(moment)}"


def zone_words(moment: datetime) -> str:
    """`` UTC+3`` and the like; empty where no zone is stated."""
    offset = moment.utcoffset()
    if offset is None:
        return ""
    minutes = int(offset / timedelta(minutes=1))
    if minutes == 0:
        return " UTC"
    sign = "+" if minutes > 0 else MINUS
    hours, rest = divmod(abs(minutes), 60)
    return f" UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def machine_moment(moment: datetime | date | None) -> str:
    """ISO 8601 for ``<time datetime>`` and JSON-LD: a bare day where only a day is known."""
    if moment is None:
        return ""
    if isinstance(moment, datetime):
        midnight = moment.tzinfo is None and (moment.hour, moment.minute, moment.second) == (0, 0, 0)
        return moment.date().isoformat() if midnight else moment.replace(microsecond=0).isoformat()
    return moment.isoformat()


def span_words(start: date | None, end: date | None) -> str:
    """One day or a span of days, as short as it can be said: ``1–7 June 2016``, ``June 2016``, ``2008``."""
    if start is None or end is None or start == end:
        return day_words(start or end)
    if language() != SOURCE:
        return days.span(start, end)
    if start.year == end.year:
        if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
            return str(start.year)
        if start.month == end.month:
            whole = start.day == 1 and (end + timedelta(days=1)).month != end.month
            month = f"{MONTHS[start.month - 1]} {start.year}"
            return month if whole else f"{start.day}–{end.day} {month}"
        return f"{start.day} {MONTHS[start.month - 1]} – {day_words(end)}"
    return f"{day_words(start)} – {day_words(end)}"


def date_reason(start: date | None, end: date | None, source: DateSource | None) -> str:
    """Why an event has its date, in words."""
    if start is None or source is None:
        return say("no date could be given")
    if source == "published":
        return say("the text gives no date; taken as the day of publication, {day}", day=day_words(start))
    return say("the text dates it to {days}", days=span_words(start, end))


def class_words(plover: str, mode: str) -> str:
    """A PLOVER class in words, with its mode: ``Sanction (expel)``."""
    words = say_as("class", CLASS_WORDS.get(plover, "")) or plover.capitalize() or say("Event")
    return f"{words} ({say_as('mode', mode)})" if mode else words


def change_words(change: Change) -> str:
    """``Improved``."""
    return say_as("change", CHANGE_WORDS[change])


def change_clause(change: Change) -> str:
    """``improved``: in the middle of a sentence."""
    return change_words(change).lower()


def said_as_of(title: str, change: Change, day: date) -> str:
    """``Belarus – United States: improved as of 25 July 2016.``"""
    return say("{title}: {change} as of {day}.", title=title, change=change_clause(change), day=day_words(day))


def context_words(name: str) -> str:
    """A PLOVER context: ``human rights``."""
    return say_as("context", CONTEXT_WORDS.get(name, name))


def sides_words(actor: Sequence[str], recipient: Sequence[str]) -> str:
    """``A → B``; ``A – B`` where it goes both ways; ``somebody`` where no actor is known."""
    if not recipient:
        return " – ".join(actor) or say("somebody")
    return f"{joined(actor) or say('somebody')} → {joined(recipient)}"


def joined(names: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    return say("{first} and {last}", first=", ".join(names[:-1]), last=names[-1]) if len(names) > 1 else "".join(names)


def sort_moment(moment: datetime | date | None) -> datetime:
    """A key to sort days and datetimes, aware or not, together; undated ones come first."""
    if moment is None:
        return datetime(1, 1, 1, tzinfo=UTC)
    if not isinstance(moment, datetime):
        return datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
