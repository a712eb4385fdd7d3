"""The piece of a text that shows best what was searched for, as spans. Only text that may be shown is given to it."""

from __future__ import annotations

from collections.abc import Sequence

from detente.search.asking import Phrase
from detente.search.found import Span
from detente.search.words import Word, words_of

WINDOW = 36  # words of a snippet: two to three lines on a screen, five on a phone
BEFORE = 8  # of them before the first that was searched for
LOOKED_AT = 4000  # words of a text that are looked through; a match beyond still finds the article, which then shows its beginning
FIRST_LOOK = 1200  # characters: where most of what is searched for stands in them, the rest need not be taken apart


def marked(text: str, phrases: Sequence[Phrase]) -> tuple[Span, ...]:
    """The whole of a short text with what was searched for marked."""
    return _spans(text, 0, len(text), _places(words_of(text, LOOKED_AT), phrases))


def snippet(text: str, phrases: Sequence[Phrase]) -> tuple[Span, ...]:
    """Some lines of a text around as many of the phrases as stand together; its beginning where none does."""
    words = words_of(text[:FIRST_LOOK])
    if len(text) > FIRST_LOOK:
        words = words[:-1]  # it may have been cut
    places = _places(words, phrases)
    if len(text) > FIRST_LOOK and 2 * len({number for _, number, *_ in places}) < len(phrases) + 1:
        words = words_of(text, LOOKED_AT)
        places = _places(words, phrases)
    first = _best(places)
    at = max(first - BEFORE, 0)
    chosen = words[at : at + WINDOW]
    if not chosen:
        return ()
    begin = 0 if at == 0 else chosen[0][1]
    last = chosen[-1][2]
    end = len(text) if at + WINDOW >= len(words) and len(text) - last < 80 else last
    spans = list(_spans(text, begin, end, places))
    if begin > 0:
        spans.insert(0, Span("… "))
    if end < len(text.rstrip()):
        spans.append(Span(" …"))
    return tuple(spans)


Place = tuple[int, int, int, int]  # number of the first word, number of the phrase, begin and end in the text


def _places(words: Sequence[Word], phrases: Sequence[Phrase]) -> list[Place]:
    """Where the phrases stand, in the order of the text, none within another."""
    by_first: dict[str, list[tuple[int, Phrase]]] = {}
    for number, phrase in enumerate(phrases):
        by_first.setdefault(phrase[0], []).append((number, phrase))
    found: list[Place] = []
    free = 0
    for at, (stem, start, end) in enumerate(words):
        for number, phrase in by_first.get(stem, ()) if at >= free else ():
            run = words[at : at + len(phrase)]
            if len(phrase) == 1 or tuple(w[0] for w in run) == phrase:
                found.append((at, number, start, run[-1][2] if len(phrase) > 1 else end))
                free = at + len(phrase)
                break
    return found


def _best(places: Sequence[Place]) -> int:
    """The word at which the window with most different phrases begins; of equal ones the first."""
    best, chosen = 0, 0
    for start, (at, *_) in enumerate(places):
        within = {number for where, number, *_ in places[start : start + WINDOW] if where < at + WINDOW - BEFORE}
        if len(within) > best:
            best, chosen = len(within), at
    return chosen


def _spans(text: str, begin: int, end: int, places: Sequence[Place]) -> tuple[Span, ...]:
    spans: list[Span] = []
    at = begin
    for _, _, start, stop in places:
        if start < begin or stop > end:
            continue
        if start > at:
            spans.append(Span(text[at:start]))
        spans.append(Span(text[start:stop], True))
        at = stop
    if at < end:
        spans.append(Span(text[at:end]))
    return tuple(spans)
