"""Words -> stems, so that "sanctions" finds "sanction" and "санкциями" finds "санкции". The same on every database, as neither does it.

Latin script: M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), with his later change of step 2 (bli, logi), on words
of whatever language: index and query agree, which is all that matters. Cyrillic: the light stemmer for Russian of L. Dolamic and J. Savoy
(2009), which takes case endings off by their length, with the endings that Belarusian writes otherwise.
"""

from __future__ import annotations

import re
from functools import lru_cache

KEPT = 200_000  # stems kept in memory: more than the words of a large archive that occur twice

# m of Porter: how many times a run of vowels is followed by one of consonants. A y after a consonant is a vowel.
_STEP_2 = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "bli": "ble", "alli": "al", "entli": "ent",
    "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate", "alism": "al", "iveness": "ive", "fulness": "ful",
    "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble", "logi": "log",
}  # fmt: skip
_STEP_3 = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
_STEP_4 = (
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic", "ou",
)  # fmt: skip
_LONGEST_FIRST = {2: sorted(_STEP_2, key=len, reverse=True), 3: sorted(_STEP_3, key=len, reverse=True)}

# least length of the word -> endings; Russian, then what Belarusian writes otherwise (ў is folded to у before)
_CASES: tuple[tuple[int, tuple[str, ...]], ...] = (
    (7, ("иями", "оями", "ыямі", "іямі")),
    (6, (
        "иям", "иях", "оях", "ями", "оям", "ами", "его", "ему", "ери", "ими", "ого", "ому", "ыми", "оев",
        "амі", "ямі", "ыям", "ыях", "іям", "іях", "ага", "яга", "аму", "яму", "ымі", "імі", "ыяу", "іяу",
    )),
    (5, (
        "ая", "яя", "ях", "юю", "ах", "ею", "их", "ия", "ию", "ою", "ую", "ям", "ых", "ея", "ам", "ем", "ей", "ев", "ий", "им", "ое",
        "ой", "ом", "ов", "ые", "ый", "ым", "ми", "ии", "ие",
        "ау", "яу", "оу", "еу", "ай", "яй", "ае", "яе", "ыя", "ія", "ыю", "ію", "ыі", "іі", "іх", "ім", "ій",
    )),
    (4, ("ь", "а", "е", "и", "о", "у", "й", "ы", "я", "ю", "і")),
)  # fmt: skip
_CYRILLIC = re.compile("[а-яіўґєї]")
_LATIN = re.compile("[a-z]+")


@lru_cache(maxsize=KEPT)
def stem(word: str) -> str:
    """The stem of a folded word (see `words.fold`). Words of other scripts, and those with digits, stay as they are."""
    if _LATIN.fullmatch(word):
        return _english(word)
    return _slavic(word) if _CYRILLIC.match(word) else word


def _slavic(word: str) -> str:
    for least, endings in _CASES:
        if len(word) >= least and word.endswith(endings):
            longest = max((e for e in endings if word.endswith(e)), key=len)
            word = word[: -len(longest)]
            break
    if len(word) > 3 and word[-1] in "ьиі":
        return word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("нн") else word


def _shape(word: str) -> str:
    """A v for each vowel, a c for each consonant."""
    marks = ""
    for letter in word:
        marks += "v" if letter in "aeiou" or (letter == "y" and marks.endswith("c")) else "c"
    return marks


def _measure(word: str) -> int:
    return len(re.findall("v+c", _shape(word)))


def _double(word: str) -> bool:
    return len(word) > 1 and word[-1] == word[-2] and _shape(word)[-1] == "c"


def _short(word: str) -> bool:
    """Ends consonant, vowel, consonant, the last one not w, x or y."""
    return _shape(word).endswith("cvc") and word[-1] not in "wxy"


def _english(word: str) -> str:
    if len(word) < 3:
        return word
    word = _step_1(word)
    for number, table in ((2, _STEP_2), (3, _STEP_3)):
        ending = next((e for e in _LONGEST_FIRST[number] if word.endswith(e)), None)
        if ending and _measure(word[: -len(ending)]) > 0:
            word = word[: -len(ending)] + table[ending]
    ending = next((e for e in _STEP_4 if word.endswith(e)), None)
    if ending:
        head = word[: -len(ending)]
        if _measure(head) > 1 and (ending != "ion" or head.endswith(("s", "t"))):
            word = head
    if word.endswith("e"):
        head = word[:-1]
        if _measure(head) > 1 or (_measure(head) == 1 and not _short(head)):
            word = head
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word


def _step_1(word: str) -> str:
    """Plurals, -ed and -ing, and a last y."""
    if word.endswith(("sses", "ies")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if word.endswith("eed"):
        if _measure(word[:-3]) > 0:
            word = word[:-1]
    else:
        ending = next((e for e in ("ed", "ing") if word.endswith(e)), "")
        head = word[: len(word) - len(ending)]
        if ending and "v" in _shape(head):
            if head.endswith(("at", "bl", "iz")):
                word = head + "e"
            elif _double(head) and head[-1] not in "lsz":
                word = head[:-1]
            else:
                word = head + "e" if _measure(head) == 1 and _short(head) else head
    if word.endswith("y") and "v" in _shape(word[:-1]):
        word = word[:-1] + "i"
    return word
