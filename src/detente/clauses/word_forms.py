"""Which lemmas a word of a text may have, by the parser's own tables, without parsing: more than it will have, never fewer."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from detente.clauses.parser import DEFAULT_MODEL, load_parser

ALL_PARTS = ("noun", "verb", "adj", "adv")
# (lower-case word, parts of speech) -> lemmas, the word itself among them
Lemmas = Callable[[str, tuple[str, ...]], frozenset[str]]


@lru_cache(maxsize=2)
def lemmas_of(model: str = DEFAULT_MODEL) -> Lemmas | None:
    """A function from a lower-case word to every lemma that it may have as one of some parts of speech (of ``ALL_PARTS``).

    None where the model's lemmatiser has no rule tables. Raises ParserError where the model cannot be loaded.
    """
    from detente.clauses.token_reader import LEMMAS, LEMMATIZER

    lookups = load_parser(model).get_pipe(LEMMATIZER).lookups
    if not (lookups.has_table("lemma_rules") and lookups.has_table("lemma_exc")):
        return None
    rules = {part: [tuple(rule) for rule in lookups.get_table("lemma_rules").get(part, ())] for part in ALL_PARTS}
    exceptions = {part: lookups.get_table("lemma_exc").get(part, {}) for part in ALL_PARTS}

    def lemmas(word: str, parts: tuple[str, ...]) -> frozenset[str]:
        found = {word}
        for part in parts:
            found.update(word[: len(word) - len(old)] + new for old, new in rules[part] if word.endswith(old) and len(word) > len(old))
            found.update(exceptions[part].get(word, ()))
        if "verb" in parts and word in LEMMAS:
            found.add(LEMMAS[word])
        return frozenset(found)

    return lemmas
