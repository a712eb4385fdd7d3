"""Names of actors and places as tokens, and the rules by which a token of a text is the same as a token of a name."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

NameKind = Literal["country", "demonym", "capital", "seat", "place", "organisation", "group", "person", "organ", "none"]


class NameEntry(NamedTuple):
    """One way to write one actor or place. (A named tuple, not a dataclass: some ten thousand are made at every start.)

    tokens: as written in the table. code: actor code, with sectors ("" for kind ``none``: a name that contains an actor's name but
    means none, as "South China Sea"). sector: the sectors of the code, "" for a country itself. start, end: inclusive days between
    which it holds, None for open. name: for display. case: every token must be written exactly so (acronyms: US, WHO, IS).
    bare: a person's surname or other short form alone. rank: among entries of equal tokens the lower wins.
    """

    tokens: tuple[str, ...]
    code: str
    kind: NameKind
    sector: str
    start: date | None
    end: date | None
    name: str
    case: bool
    bare: bool
    rank: int

    def holds(self, on: date) -> bool:
        """Whether this entry is valid on a day."""
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)


# The parser splits: possessive 's and s', hyphens before a letter, a plus before a digit, quotes, commas and brackets. It keeps periods of
# abbreviations ("U.S.", "St."), hyphens before a digit ("G-7") and apostrophes inside of words ("Ba'ath").
_ALNUM, _LETTER = r"[^\W_]", r"[^\W\d_]"
_ALONE = rf"'s(?!{_ALNUM})|(?<=s)'(?!{_ALNUM})|(?<!\S)'|(?<={_ALNUM})-(?={_LETTER})|(?<={_ALNUM})\+(?=\d)|[(),\"!?:;/]"
_PIECES = re.compile(rf"{_ALONE}|(?:(?!{_ALONE})\S)+")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "‐": "-", "‑": "-"})
# Abbreviations with small letters (AfD, JeM, CoE, HuJI) have at most so many; longer words with two capitals are names (McDonald).
_SHORT = 5
# Letters that Unicode does not take apart into a base letter and a mark.
_BASES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a"})


def tokenize_name(text: str) -> tuple[str, ...]:
    """Split a name the way the parser splits text: "Côte d'Ivoire's al-Qaeda" -> Côte, d'Ivoire, 's, al, -, Qaeda."""
    if text.replace(" ", "").isalnum():  # most names: nothing but words
        return tuple(text.split())
    return tuple(_PIECES.findall(text if text.isascii() else text.translate(_APOSTROPHES)))


@lru_cache(maxsize=20_000)
def _plain(token: str) -> str:
    """Without marks: Élysée -> elysee. For tokens that are not ASCII."""
    decomposed = unicodedata.normalize("NFKD", token.translate(_APOSTROPHES))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_BASES)


def fold(token: str) -> str:
    """The form tokens are looked up by: lower case, no diacritics, straight apostrophes."""
    low = token.lower()
    return low if low.isascii() else _plain(low)


def is_acronym(name: str) -> bool:
    """Whether a name must be written exactly as it stands: one word without a small letter (US, WHO, M23), or a short one with several
    capitals (LeT, BiH), which would else match Let."""
    return name.isalnum() and (name.isupper() or (len(name) <= _SHORT and not name[1:].islower() and sum(map(str.isupper, name)) > 1))
