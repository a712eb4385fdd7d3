"""Words that tell nothing of what a text is about, by themselves or as a name: the tables data/*.txt, the project's own."""

from __future__ import annotations

from importlib.resources import files


def _words(table: str) -> frozenset[str]:
    lines = files("detente.similar").joinpath(f"data/{table}").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


# English function words and the verbs of reporting. Short on purpose: rarity (inverse document frequency) already mutes whatever is common.
STOP_WORDS: frozenset[str] = _words("stop_words.txt")
# Capitalised words that are no reason to call two texts alike: titles and days in any number, parts of names when they stand alone.
TITLES_AND_DAYS: frozenset[str] = _words("titles_and_days.txt")
PARTS_OF_NAMES: frozenset[str] = _words("parts_of_names.txt")
