"""Kinds of situation a text tells of, from the words themselves: for texts that no coder has read, and for the words of a reason."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from detente.errors import LexiconError

# What is read of a text: its title and lead. Further down, reports recall what happened before, which is another situation.
LEAD_CHARACTERS = 1200
_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+|\n+")


@dataclass(frozen=True, slots=True)
class Situation:
    """A kind of happening: its name, the PLOVER class it is nearest to, and words for a reader.

    cues: patterns that must all be met in one sentence. examples: sentences of the kind that name nobody.
    """

    kind: str
    plover: str
    words: str
    cues: tuple[re.Pattern[str], ...]
    examples: tuple[str, ...]


def _pattern(group: str) -> re.Pattern[str]:
    """One group of cues: alternatives parted by "|", "*" for any ending, a lone "*" for any word."""
    alternatives = [
        r"\s+".join(r"\S+" if word == "*" else re.escape(word).replace(r"\*", r"\w*") for word in cue.split())
        for cue in group.strip().split("|")
    ]
    return re.compile(r"\b(?:" + "|".join(alternatives) + r")(?!\w)")


@lru_cache(maxsize=1)
def situation_kinds() -> tuple[Situation, ...]:
    """The table data/situations.tsv. Raises LexiconError for a row that lacks a column."""
    source = files("detente.similar").joinpath("data/situations.tsv")
    out: list[Situation] = []
    for number, line in enumerate(source.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#") or line.startswith("kind\t"):
            continue
        cells = line.split("\t")
        if len(cells) != 5 or not all(cells):
            raise LexiconError("a row has five cells: kind, plover, words, cues, examples", where=f"situations.tsv, line {number}")
        cues = tuple(_pattern(group) for group in cells[3].split(" & "))
        out.append(Situation(cells[0], cells[1], cells[2], cues, tuple(cells[4].split("|"))))
    return tuple(out)


@lru_cache(maxsize=1)
def situations_version() -> str:
    """Hash of the table, which vectors made with it carry in their version."""
    return hashlib.sha256(files("detente.similar").joinpath("data/situations.tsv").read_bytes()).hexdigest()[:8]


def situations_of(title: str, text: str) -> dict[str, int]:
    """Kind -> in how many sentences of title and lead it is told. Sentences that meet no kind add nothing."""
    lead = f"{title}\n{text[:LEAD_CHARACTERS]}".lower()
    sentences: Sequence[str] | None = None
    found: dict[str, int] = {}
    for situation in situation_kinds():
        if not all(cue.search(lead) for cue in situation.cues):
            continue
        if sentences is None:
            sentences = _SENTENCE.split(lead)
        count = sum(all(cue.search(sentence) for cue in situation.cues) for sentence in sentences)
        if count:
            found[situation.kind] = count
    return found
