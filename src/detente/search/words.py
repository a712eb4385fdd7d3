"""Text -> words as the index knows them: without case, accents and apostrophes, ё as е, cut to their stems."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import islice

from detente.search.stems import KEPT, stem

# Raise it when words come out otherwise: every index is then made anew.
WORDS_VERSION = "1"
MOST_WORDS = 16_000  # of one document: a hundred pages of print; PostgreSQL keeps places up to 16383
WORD_LENGTH = 64  # what is longer is an address or a slip, and is cut
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_KEPT_MARKS = str.maketrans({"й": "\ue000", "ў": "у", "ё": "е", "ї": "і"})  # й is a letter of its own: its endings need it


Word = tuple[str, int, int]  # stem, begin and end in the text, in code points; a plain tuple, as there are some thousands a page


def words_of(text: str, most: int = MOST_WORDS) -> list[Word]:
    """The first ``most`` words of a text, in order."""
    found = islice(_WORD.finditer(text), most)
    return [(stem, *match.span()) for match in found if (stem := fold(match[0]))]


def stems_of(text: str, most: int = MOST_WORDS) -> list[str]:
    """Their stems."""
    found = islice(_WORD.finditer(text), most)
    return [stem for match in found if (stem := fold(match[0]))]


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
