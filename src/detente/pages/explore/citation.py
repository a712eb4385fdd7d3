"""How a status of a day is cited: in plain words, as BibTeX, and as CSL-JSON (Citation Style Language 1.0.2; Zotero and Pandoc read it)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date

from detente.pages.wording import CHANGE_WORDS, day_words, points
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
    change = "no reporting in" if status.change == "no-reporting" else f"{CHANGE_WORDS[status.change].lower()} over"
    level = "" if status.level is None else f", level {points(status.level)} (80 % band {points(status.low)} to {points(status.high)})"
    return f"{change} {period_days} days{level}"


def _title(cited: Cited) -> str:
    return f"{cited.title}: {status_words(cited.status, cited.period_days)}, as of {day_words(cited.status.as_of)}"


def _edition(cited: Cited) -> str:
    by = "" if cited.status.by == "machine" else f"; set by {cited.status.by}"
    kept = f", kept on {day_words(cited.issued)}" if cited.issued else f", not kept; read on {day_words(cited.seen)}"
    return f"Edition {cited.edition}{kept}; {cited.machine}{by}"


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
