"""Persons written with more names than the table has: "Sergey Viktorovich Lavrov", "John R. Bolton", "Barack Hussein Obama"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from detente.lexicon.names import fold

# A free word between makes it another person as often as not ("Antonio Maria Costa" is no Antonio Costa): there the surname must be one
# that the table lets stand alone. More than one may stand between only when each is a patronymic or an initial.
_PATRONYMICS = ("ovich", "evich", "yich", "ich", "ovna", "evna", "yevna", "ovych", "ivna", "avich", "ovic", "oglu", "oğlu", "zade")
# A surname of three letters (Lee, Kim, Sun) may be another's second name.
_SHORTEST_SURNAME = 4


def _is_initial(token: str) -> bool:
    return token[0].isupper() and len(token.rstrip(".")) == 1


def _is_middle(token: str, known: Collection[str]) -> bool:
    return len(token) > 2 and token.isalpha() and token[0].isupper() and token[1:].islower() and fold(token) not in known


def keys_without_middle(tokens: Sequence[str], i: int, known: Collection[str]) -> Iterator[tuple[tuple[str, str], int, bool]]:
    """(first name, surname) as folded keys, how many tokens they span, and whether what stands between is sure to be part of the name.

    known: folded words that are titles, countries and the like, so no middle names.
    """
    first = fold(tokens[i])
    for between in (1, 2):
        last = i + between + 1
        if last >= len(tokens) or len(tokens[last]) < _SHORTEST_SURNAME or not tokens[last][0].isupper():
            continue
        middle = tokens[i + 1 : last]
        sure = all(_is_initial(token) or fold(token).endswith(_PATRONYMICS) for token in middle)
        if all(_is_initial(token) or _is_middle(token, known) for token in middle) and (sure or between == 1):
            yield (first, fold(tokens[last])), between + 2, sure
