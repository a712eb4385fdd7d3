"""Text -> words as the index knows them: without case, accents and apostrophes, ё as е, cut to their stems."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from detente.search.stems import KEPT, stem

# Raise it when words come out otherwise: every index is then made anew.
WORDS_VERSION = "1"
MOST_WORDS = 16_000  # of one document: a hundred pages of print; PostgreSQL keeps places up to 16383
WORD_LENGTH = 64  # what is longer is an address or a slip, and is cut
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_KEPT_MARKS = str.maketrans({"й": "\ue000", "ў": "у", "ё": "е", "ї": "і"})  # й is a letter of its own: its endings need it


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text. start, end: where it stands, in code points."""

    stem: str
    start: int
    end: int


def words_of(text: str, most: int = MOST_WORDS) -> Iterator[Word]:
    """The first ``most`` words of a text, in order."""
    for count, found in enumerate(_WORD.finditer(text)):
        if count == most:
            return
        if word := fold(found[0]):
            yield Word(word, found.start(), found.end())


def stems_of(text: str, most: int = MOST_WORDS) -> list[str]:
    """Their stems."""
    return [word.stem for word in words_of(text, most)]


@lru_cache(maxsize=KEPT)
def fold(word: str) -> str:
    """``Węgier’s`` -> ``wegier``; ``Ёлки`` -> ``елк``; ``аб’ява`` -> ``абяв``."""
    folded = re.sub("['’ʼ]s$", "", word[:WORD_LENGTH].casefold())
    folded = re.sub("['’ʼ]", "", folded).translate(_KEPT_MARKS)
    if not folded.isascii():
        plain = unicodedata.normalize("NFKD", folded)
        plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("\ue000", "й")
        folded = "".join(c for c in plain.casefold() if c.isalnum())
    return stem(folded)
