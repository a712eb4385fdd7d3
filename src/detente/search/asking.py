"""The words of a search box -> what is asked: words that must all be there, "phrases", OR between two, and -words that must not.

Anything is a question: what has no meaning here counts as words, and quotes that are not shut end with the line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.search.words import stems_of

MOST_PHRASES = 16  # of a question: nobody types more, and each costs the database a look
PHRASE_WORDS = 16
OR_WORDS = frozenset({"OR", "|", "ИЛИ", "АБО"})  # in capitals, as people know them from other searches
NOT_WORDS = frozenset({"NOT", "НЕ"})
AND_WORDS = frozenset({"AND", "&"})
_PIECE = re.compile(r'(?P<minus>[-−–](?=[^\s]))?(?:["“”„«](?P<phrase>[^"“”»]*)(?:["“”»]|$)|(?P<word>\S+))')

Phrase = tuple[str, ...]  # stems that stand side by side; a single one is a word


@dataclass(frozen=True, slots=True)
class Asked:
    """groups: each must be there, by any of its phrases. without: none of these may be there. dropped: words beyond what is taken."""

    groups: tuple[tuple[Phrase, ...], ...] = ()
    without: tuple[Phrase, ...] = ()
    dropped: bool = False

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """Every phrase that may be found, each once."""
        return tuple(dict.fromkeys(phrase for group in self.groups for phrase in group))

    @property
    def empty(self) -> bool:
        """Whether there is no word in it."""
        return not self.groups and not self.without


def asked(text: str) -> Asked:
    """What a line of a search box asks."""
    groups: list[list[Phrase]] = []
    without: list[Phrase] = []
    joins = denies = dropped = False
    for piece in _PIECE.finditer(text):
        word = piece["word"]
        if word in OR_WORDS and groups and not piece["minus"]:
            joins = True
            continue
        if (word in NOT_WORDS or word in AND_WORDS) and not piece["minus"]:
            denies = denies or word in NOT_WORDS
            continue
        phrase = tuple(stems_of(piece["phrase"] if word is None else word, PHRASE_WORDS))
        if not phrase:
            continue
        if len(without) + sum(map(len, groups)) == MOST_PHRASES:
            dropped = True
            break
        if piece["minus"] or denies:
            without.append(phrase)
        elif joins:
            groups[-1].append(phrase)
        else:
            groups.append([phrase])
        joins = denies = False
    return Asked(tuple(tuple(dict.fromkeys(group)) for group in groups), tuple(dict.fromkeys(without)), dropped)
