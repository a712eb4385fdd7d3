"""How a status of a day is cited: in plain words, as BibTeX, and as CSL-JSON (Citation Style Language 1.0.2; Zotero and Pandoc read it)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date

from detente.pages.language import say, say_many
from detente.pages.wording import change_clause, day_words, points
from detente.types import Status


@dataclass(frozen=True, slots=True)
class Citation:
    """The same reference in three forms."""

    plain: str
    bibtex: str
    csl: str


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited. issued: the day its answer was first kept; None where it is not kept yet, and then ``seen`` is the day it was read."""

    desk: str
    title: str
    status: Status
    period_days: int
    edition: str
    issued: date | None
    seen: date
    url: str
    machine: str


def citation(cited: Cited) -> Citation:
    """The reference in three forms."""
    return Citation(_plain(cited), _bibtex(cited), _csl(cited))


def status_words(status: Status, period_days: int) -> str:
    """``improved over 28 days, level +1.2 (80 % band +0.4 to +2.0)``."""
    if status.change == "no-reporting":
        words = say_many("no reporting in {n} day", "no reporting in {n} days", period_days)
    else:
        words = say_many("{change} over {n} day", "{change} over {n} days", period_days, change=change_clause(status.change))
    if status.level is None:
        return words
    level, low, high = points(status.level), points(status.low), points(status.high)
    return words + ", " + say("level {level} (80 % band {low} to {high})", level=level, low=low, high=high)


def _title(cited: Cited) -> str:
    said, day = status_words(cited.status, cited.period_days), day_words(cited.status.as_of)
    return say("{title}: {status}, as of {day}", title=cited.title, status=said, day=day)


def _edition(cited: Cited) -> str:
    by = "" if cited.status.by == "machine" else "; " + say("set by {editor}", editor=cited.status.by)
    if cited.issued:
        kept = say("Edition {edition}, kept on {day}", edition=cited.edition, day=day_words(cited.issued))
    else:
        kept = say("Edition {edition}, not kept; read on {day}", edition=cited.edition, day=day_words(cited.seen))
    return f"{kept}; {cited.machine}{by}"


def _plain(cited: Cited) -> str:
    return f"{cited.desk}. “{_title(cited)}.” {_edition(cited)}. {cited.url}"


# Characters that mean something to TeX, and how they are written.
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_", "$": r"\$",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "−": "$-$", "–": "--",
}  # fmt: skip


def _tex(text: str) -> str:
    return "".join(_TEX.get(c, c) for c in text)


def _bibtex(cited: Cited) -> str:
    day = cited.issued or cited.seen
    rows = [
        ("author", f"{{{_tex(cited.desk)}}}"), ("title", f"{{{_tex(_title(cited))}}}"), ("year", str(day.year)), ("month", str(day.month)),
        ("note", _tex(_edition(cited))), ("url", cited.url.replace("{", "").replace("}", "")),
        *((("urldate", cited.seen.isoformat()),) if not cited.issued else ()),
    ]  # fmt: skip
    return f"@misc{{{_key(cited)},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in rows) + "}\n"


def _key(cited: Cited) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", f"{cited.status.name} {cited.status.as_of.isoformat()} {cited.edition}").strip("-").lower()


def _csl(cited: Cited) -> str:
    item = {
        "id": _key(cited), "type": "webpage", "title": _title(cited), "author": [{"literal": cited.desk}], "container-title": cited.desk,
        "issued": {"date-parts": [_parts(cited.issued or cited.seen)]}, "version": cited.edition, "note": _edition(cited), "URL": cited.url,
    }  # fmt: skip
    if not cited.issued:
        item["accessed"] = {"date-parts": [_parts(cited.seen)]}
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


def _parts(day: date) -> list[int]:
    return [day.year, day.month, day.day]
