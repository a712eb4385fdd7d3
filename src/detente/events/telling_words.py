"""The words by which two tellings of events are compared: of the quote itself, and of what is told right beside it.

Left out are the words that any two events of one class and one country have in common and that so tell nothing: function words and the
calendar, names of countries and peoples, and the stock of news ("killed", "police", "talks"). What is left names the place, the person,
the thing at issue.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from detente.lexicon.load import DATA
from detente.lexicon.schema import COUNTRIES
from detente.lexicon.tables import read_table
from detente.types import Mention

# How far beside a quote, in characters, another one still tells of the same scene: about the sentences before and after.
BESIDE = 250

_FUNCTION = frozenset(
    """a an and or of to in on at by for from with as after before during over under into between against amid following its
    his her their it he she they him them this that these those which
    who whom whose when while where was were is are be been being has
    have had will would not no than then also one two three four five six
    seven eight nine ten several many some more most least about around near other others
    another including up out off down new first second third last week month year day days monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november december yesterday today ago but the
    former total million dozens hundreds thousands since until only both any all
    there here because such just own same s""".split()  # noqa: SIM905 # words
)
# By hand: what is told of nearly every attack, arrest, protest and meeting.
_STOCK = frozenset(
    """people person man men woman women child children civilian civilians kill kills killed killing injure injured injures injuring wound
    wounded wounding wounds die dead died death attack attacks attacked attacking force forces police officer officers security military
    army soldier soldiers troop troops government state states president prime minister ministers foreign leader leaders opposition
    official officials arrest arrested arrests arresting detain detained hold held holds holding meet meets met meeting talk talks visit
    visits arrive arrives arriving say says said announce announces announced call calls called calling agree agrees agreed agreement
    protest protests protesting protester protesters demonstrate demonstrators demonstration demonstrations riot riots rally rallies
    capital city town country national international bomb bombs bombing bomber suicide explode explodes exploded explosion blast shot
    shoot shooting fire fires fired rebel rebels militant militants gunmen group groups use civil war uprising conflict crisis insurgency
    region district province northern southern eastern western north south east west central sanction sanctions
    leave leaves leaving left""".split()  # noqa: SIM905  # words
)
# Words that set a telling apart from one before it: "another man", "a second bomb", "a further six".
_ANOTHER = frozenset(
    """another also separate separately further again fresh second third fourth fifth sixth seventh eighth later more other continue
    continues next""".split()  # noqa: SIM905  # words
)
_WORD = re.compile(r"\w+")
_ENDINGS = ("ings", "ing", "ies", "ied", "ed", "es", "s", "ly")


@dataclass(frozen=True, slots=True)
class Words:
    """Of one quote. every: all words, lower case. telling: stems of those that tell what it is about; names: those of them with a capital
    that is not only that of the first word. another: says that it is one more."""

    every: frozenset[str]
    telling: frozenset[str]
    names: frozenset[str]
    another: bool


@cache
def _of_countries() -> frozenset[str]:
    """Words of the names of countries and peoples, of those that ship with Detente."""
    names = []
    for row in read_table(DATA / f"{COUNTRIES.name}.tsv", COUNTRIES.columns, key=COUNTRIES.key):
        names += [row.text("name"), *row.values("names"), *row.values("demonyms")]
    return frozenset(word.lower() for name in names for word in _WORD.findall(name))


@lru_cache(maxsize=200_000)
def _telling(word: str) -> str:
    """A word of lower case without its ending, crudely ("arrested", "arrests"); empty for one that tells nothing."""
    if len(word) < 3 or word in _FUNCTION or word in _STOCK or word.isdigit() or word in _of_countries():
        return ""
    return next((word[: -len(e)] for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= 3), word)


# The texts of one desk repeat: a story is told in the same words by many. 100,000 quotes are some 100 MB at most.
@lru_cache(maxsize=100_000)
def words_of(quote: str) -> Words:
    """The words of a quote."""
    written = _WORD.findall(quote.replace("'s", "").replace("’s", ""))
    lower = [w.lower() for w in written]
    every = frozenset(lower)
    names = {low for i, (w, low) in enumerate(zip(written, lower, strict=True)) if w != low and (i or written[1:2] != lower[1:2])}
    telling, named = frozenset(map(_telling, every)) - {""}, frozenset(map(_telling, names)) - {""}
    return Words(every, telling, named, not _ANOTHER.isdisjoint(every))


class Beside:
    """What else is told near a mention of an article: by the quotes of all events of that article."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        """mentions: all of all events to be compared."""
        told: defaultdict[tuple[str, str], set[tuple[int, int, str]]] = defaultdict(set)
        for mention in mentions:
            told[mention.article, mention.field].add((mention.start, mention.end, mention.quote))
        self._told = {place: sorted(rows) for place, rows in told.items()}

    def words(self, mention: Mention) -> frozenset[str]:
        """Telling stems of the quotes beside this one, its own left out."""
        rows = self._told[mention.article, mention.field]
        # Quotes are sentences at most: one that starts further back than this ends too far away as well.
        first = bisect_left(rows, (mention.start - 4 * BESIDE,))
        last = bisect_right(rows, (mention.end + BESIDE, -1, ""))
        found: set[str] = set()
        for start, end, quote in rows[first:last]:
            if end >= mention.start - BESIDE and (start, end) != (mention.start, mention.end):
                found |= words_of(quote).telling
        return frozenset(found - words_of(mention.quote).telling)
