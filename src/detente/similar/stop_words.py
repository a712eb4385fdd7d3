"""Words that tell nothing of what a text is about: the table data/stop_words.txt, the project's own."""

from __future__ import annotations

from importlib.resources import files

# English function words and the verbs of reporting. Short on purpose: rarity (inverse document frequency) already mutes whatever is common.
STOP_WORDS: frozenset[str] = frozenset(
    word
    for line in files("detente.similar").joinpath("data/stop_words.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
