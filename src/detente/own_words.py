"""A desk's own words (its title, its categories' names and what they are about) in the other languages of its pages: ``[words.be]``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches

from detente.errors import ConfigError


def read_own_words(
    value: object, others: Sequence[str], known: Sequence[str], fail: Callable[[str, str, str], ConfigError]
) -> Mapping[str, Mapping[str, str]]:
    """Language -> original -> translation. others: the languages besides the first; known: the words there are to translate.
    fail(language, what, hint) makes the ConfigError that is raised."""
    if not isinstance(value, dict):
        raise fail("", "words must be a table of languages", 'as in [words.be] and under it "Minsk desk" = "…"')
    found = {}
    for language, words in value.items():
        if language not in others:
            allowed = ", ".join(map(repr, others)) or "none, as the pages are in one language only"
            raise fail(language, f"the pages are not in {language!r} besides their first language", f"allowed: {allowed}")
        if not isinstance(words, dict) or not all(isinstance(text, str) and text.strip() for text in words.values()):
            raise fail(language, "each line must hold a text and its translation", '"Minsk desk" = "…"')
        for original in words:
            if original not in known:
                near = get_close_matches(original, known, n=1, cutoff=0.6)
                meant = f"did you mean {near[0]!r}? " if near else ""
                hint = f"{meant}title and about are, and name and about of each category"
                raise fail(language, f"{original!r} is none of the desk's words", hint)
        found[language] = {original: text.strip() for original, text in words.items()}
    return found
