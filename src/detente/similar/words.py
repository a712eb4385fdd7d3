"""Text -> terms: words, names and the keys under which two texts are found to share them. Pure string work, no model."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from detente.similar.name_forms import NAME_FORMS
from detente.similar.stop_words import STOP_WORDS

# A word may hold full stops and apostrophes inside ("U.S", "Ba'ath"); hyphens part words, so that "Saudi-led" names Saudi.
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s*$|\n\s*$|^\s*[\"'“‘(\[]*$")

# Beyond this a text adds nothing to what it is about but costs memory: forty pages. Hostile inputs stop here too.
MAX_CHARACTERS = 120_000
# No word of a natural text in Latin script that carries meaning is longer (chemical names are); the rest is a broken encoding.
MAX_WORD = 40
# Names share their first letters with the adjective made of them (Syria, Syrian; Iran, Iranian). Four letters against 5, 6 or whole
# words, recall@5 on the development half of similar_2018: .705, .698, .699, .695. What collides (Austria, Australia) is in NAME_FORMS.
NAME_KEY_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a text: the key it is compared by, the form it has in the text, whether it is a name, and where it stands."""

    key: str
    surface: str
    is_name: bool
    start: int
    end: int


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Lower-cased word without possessive and plural: "Sanctions" -> "sanction", "Britain's" -> "britain"."""
    low = word.lower().replace("’", "'")
    if not low.isascii():
        low = "".join(char for char in unicodedata.normalize("NFKD", low) if not unicodedata.combining(char))
    if low.endswith("'s"):
        low = low[:-2]
    if len(low) > 4:
        if low.endswith("ies"):
            return low[:-3] + "y"
        if low.endswith("sses"):
            return low[:-2]
        if low.endswith("s") and not low.endswith(("ss", "us", "is")):
            return low[:-1]
    return low


@lru_cache(maxsize=50_000)
def name_key(word: str) -> str:
    """The key of a name: a row of NAME_FORMS, else its first letters. Never equal to the key of a plain word (it starts with "@")."""
    plain = stem(word)
    return "@" + NAME_FORMS.get(plain, plain[:NAME_KEY_LETTERS])


def _starts_sentence(before: str) -> bool:
    return _SENTENCE_END.search(before) is not None


def terms(text: str) -> list[Term]:
    """Every word of a text but the stop words, in order. A name is a capitalised word; at the start of a sentence only if the text has the
    same word capitalised elsewhere, never in small letters, or the next word is capitalised too.
    """
    text = text[:MAX_CHARACTERS]
    found = [match for match in _WORD.finditer(text) if match.end() - match.start() <= MAX_WORD]
    starts = [_starts_sentence(text[max(0, match.start() - 12) : match.start()]) for match in found]
    capital = [match.group()[0].isupper() for match in found]
    inside = {match.group().lower() for match, first, upper in zip(found, starts, capital, strict=True) if upper and not first}
    small = {match.group().lower() for match, upper in zip(found, capital, strict=True) if not upper}
    out: list[Term] = []
    for n, match in enumerate(found):
        word = match.group()
        low = word.lower()
        if low in STOP_WORDS and not (word.isupper() and len(word) > 1):
            continue
        named = capital[n]
        if named and starts[n] and low not in inside:
            named = low not in small and (stem(word) in NAME_FORMS or (n + 1 < len(found) and capital[n + 1]) or word.isupper())
        out.append(Term(name_key(word) if named else stem(word), word, named, match.start(), match.end()))
    return out
