"""A cheap look before the parse: which pieces of a text can tell of an event, an assessment or a forecast at all.

Most sentences of a longer text cannot: they name no side (nor refer to one), or hold no word of the coder's tables in a place where a rule
would find it. They are passed over: never parsed. A piece that only says whom the next one speaks of is kept with it. What the look lets
through and the coder does not need costs time; what it holds back and the coder would have told is lost: `python -m benchmarks --only look`
prints both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from detente.clauses.extract import WILL
from detente.clauses.parser import Part, parts_of, whole
from detente.clauses.pieces import Piece, split_pieces
from detente.clauses.word_forms import ALL_PARTS, Lemmas
from detente.clauses.words import words
from detente.events.actor_words import BOTH, OTHERS
from detente.events.no_forecast import OPEN_MODALS
from detente.events.promising_words import Need, Trigger, Words, load_words
from detente.events.pronouns import PERSONAL
from detente.lexicon import Lexicon, fold, split_code
from detente.types import Field

# A field of fewer pieces is parsed whole: next to nothing is to be saved, and a headline or a single line has no neighbours to explain it.
FEWEST_PIECES = 4
# How far from a word its needs and sides are looked for, in words; calibrated on transcripts (see docs/accuracy.md): wider lets through
# more and finds nothing more, narrower loses events.
_BEFORE, _AFTER, _CLOSE = 7, 8, 3
_SIDE_BEFORE, _SIDE_AFTER = 16, 7
_NOUN_BEFORE, _NOUN_AFTER = 6, 6
# How many pieces back the one that says who "he" or "the two" is may stand.
_BACK = 4
# A side among the first words of a piece is most often its subject: whom a pronoun in the next one means.
_LEADS = 10

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W_]+(?=n['’]t\b)|n['’]t\b|[^\W_]+-\d+|[^\W_]+(?:['’](?!(?:s|ll|d|re|ve|m|t)\b)[^\W_]+)*|['’](?:s|ll|d|re|ve|m)\b|\S",
    re.IGNORECASE,
)
# Closed classes of English that tell a verb from a noun and where a clause begins.
_DETERMINERS = words("a an the my your his its our their every")
_DEFINITE = words("the this that")
_BEFORE_VERBS = words("to will would can could may might must should shall n't n’t not 'll ’ll 'd ’d they he she we i who")
_OPENINGS = words("; : -- because if whether when what how why where while although though unless")
_ADVERBS = words("not n't n’t also just still always never already ever now then even so all both")
_BE = words("is are was were be")
_HAVE = words("have has had having 've ’ve")
# How far a word of direction may stand from the noun of relations.
_CHANGE = 8
# A gap inside a paragraph that is parsed for the sake of its neighbours, in characters.
_GAP_CHARS = 80
# Words between the words of a turn of phrase.
_GAP = 12
# The owner of an organ that is named without one: whoever the text is about.
_MAIN = "?"
_PER_CENT = frozenset({"%", "percent", "cent"})


class Passed(NamedTuple):
    """A piece of a field that is not parsed. why: what it lacks. named: countries and organisations it names, for the memory."""

    field: Field
    start: int
    end: int
    why: str
    named: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    """What the tables say of a word form."""

    lemmas: frozenset[str]
    nominal: frozenset[str]
    verbs: tuple[Trigger, ...]
    nouns: tuple[Trigger, ...]
    held: tuple[Trigger, ...]
    organs: tuple[tuple[str, ...], ...]
    is_pronoun: bool
    may_be_name: bool
    is_scale_noun: bool
    is_direction: bool
    phrases: tuple[tuple[str, ...], ...]
    estimates: tuple[tuple[str, ...], ...]
    is_modal: bool
    is_per_cent: bool
    is_first: bool
    is_two: bool
    is_determiner: bool
    is_before_verb: bool
    is_opening: bool
    is_agentive: bool
    is_have: bool
    is_adverb: bool
    is_participle: bool
    is_definite: bool
    is_of: bool
    is_be: bool
    is_ing: bool


@dataclass(slots=True)
class _Seen:
    """What the look found in a piece. why: "" where it can tell of something."""

    why: str
    named: tuple[str, ...]
    has_organ: bool
    refers: bool
    two: bool
    leads: bool
    tells_whose: bool


class Look:
    """The tables of a lexicon, ready to look with."""

    def __init__(self, lexicon: Lexicon, lemmas: Lemmas) -> None:
        self._lexicon = lexicon
        self._lemmas = lemmas
        self._words: Words = load_words(lexicon)
        self._known: dict[str, _Word] = {}
        organs: dict[str, list[tuple[str, ...]]] = {}
        for tokens in lexicon.organs:
            head = 0 if len(tokens) == 3 and tokens[1] == "of" else -1
            organs.setdefault(tokens[head], []).append(tuple(t for i, t in enumerate(tokens) if i != head % len(tokens) and t != "of"))
        self._organs = organs

    def parts(self, field: Field, text: str, on: date | None) -> tuple[list[Part], list[Passed]]:
        """The parts of a field to parse, and the pieces passed over; together they are the whole field, in order of their places."""
        pieces = split_pieces(text)
        if len(pieces) < FEWEST_PIECES:
            return whole(field, text), []
        owners: dict[str, str] = {}
        seen = [self._look(text[start:end], on, owners) for start, end, _ in pieces]
        kept = _bridged(pieces, _with_context(seen))
        passed = [Passed(field, p.start, p.end, s.why, s.named) for p, s, k in zip(pieces, seen, kept, strict=True) if not k]
        return parts_of(field, text, [piece for piece, k in zip(pieces, kept, strict=True) if k]), passed

    def _look(self, text: str, on: date | None, owners: dict[str, str]) -> _Seen:
        """owners: whose each noun was when it was last named with a side; this piece's are added."""
        tokens = _TOKEN.findall(text)
        known = self._known
        words = []
        for token in tokens:
            word = known.get(token)
            if word is None:
                word = known[token] = self._word(token)
            words.append(word)
        sides = [False] * len(words)
        names = [False] * len(words)
        firm = [""] * len(words)
        named: list[str] = []
        refers = has_organ = two = False
        i = 0
        while i < len(words):
            word = words[i]
            if word.may_be_name and (found := self._lexicon.match(tokens, i, on)) is not None:
                entry, length = found
                if entry.code and not entry.sector.startswith("MED"):
                    code = split_code(entry.code)[0]
                    if code not in named:
                        named.append(code)
                    for k in range(i, i + length):
                        sides[k] = names[k] = True
                        firm[k] = code
                i += length
                continue
            if word.is_pronoun:
                sides[i] = refers = True
            if word.organs and any(_stand(other, words, i) for other in word.organs):
                sides[i] = has_organ = True
                firm[i] = _MAIN
            elif owners and word.nominal and i and (words[i - 1].is_definite or (i > 1 and words[i - 2].is_definite)):
                sides[i] = not word.nominal.isdisjoint(owners)
            if word.is_two:
                sides[i] = two = True
            i += 1
        why = self._why_not(tokens, words, sides, names)
        whose = _owned(words, firm)
        tells_whose = any(words[k].organs and code != _MAIN and owners.get(lemma) != code for k, lemma, code in whose)
        owners.update((lemma, code) for _, lemma, code in whose)
        return _Seen(why, tuple(named), has_organ, refers, two, any(firm[:_LEADS]), tells_whose)

    def _why_not(self, tokens: list[str], words: list[_Word], sides: list[bool], names: list[bool]) -> str:
        known = True in sides
        nouns: list[int] = []
        directions: list[int] = []
        for i, word in enumerate(words):
            if known and (word.verbs or word.nouns or word.held) and self._tells(i, word, words, sides, names):
                return ""
            if (word.is_modal or word.estimates or word.phrases or word.is_per_cent) and not _is_asked(i, tokens):
                if word.is_per_cent or any(tuple(t.lower() for t in tokens[i : i + len(e)]) == e for e in word.estimates):
                    return ""  # a stated probability needs no side in its own sentence
                if known and word.is_modal and _foresees(i, words, sides, names):
                    return ""
                if known and any(_follow(phrase, words, i + 1) for phrase in word.phrases):
                    return ""
            if word.is_scale_noun:
                nouns.append(i)
            if word.is_direction:
                directions.append(i)
        if known and directions and "?" not in tokens and any(0 < abs(i - k) <= _CHANGE for i in nouns for k in directions):
            return ""
        return "no word of an event beside a side" if known else "names no side"

    def _tells(self, i: int, word: _Word, words: list[_Word], sides: list[bool], names: list[bool]) -> bool:
        before = words[i - 1] if i else None
        if word.nouns and not (before and before.is_before_verb):
            for trigger in word.nouns:
                if _sides_around(i, words, sides, trigger.sides) and all(_is_met(need, i, words) for need in trigger.needs):
                    return True
        if (before and before.is_determiner) or _is_helping(i, word, words):
            return False
        verbs = word.verbs
        if word.held and not (i + 1 < len(words) and "to" in words[i + 1].lemmas):
            verbs = (*verbs, *word.held)  # "try to", "want to": what follows tells
        if not verbs:
            return False
        acts = _has_subject(i, words, sides)
        if not acts and True not in sides[i + 1 : i + 1 + _SIDE_AFTER]:
            return False
        acts = acts or _has_agent(i, words, sides) or _turned(i, words, sides)
        named = True in names[max(0, i - _SIDE_BEFORE) : i + _SIDE_AFTER + 1]
        return any(
            (named or not t.named) and (acts or not t.acts) and all(_is_met(need, i, words) for need in t.needs) for t in verbs
        )

    def _word(self, token: str) -> _Word:
        lower = token.lower()
        lemmas = self._lemmas(lower, ALL_PARTS)
        nominal, verbal = self._lemmas(lower, ("noun",)), self._lemmas(lower, ("verb", "adj"))
        w = self._words
        return _Word(
            lemmas, nominal,
            tuple(t for lemma in sorted(verbal - w.held) for t in w.verbs.get(lemma, ())),
            tuple(t for lemma in sorted(nominal) for t in w.nouns.get(lemma, ())),
            tuple(t for lemma in sorted(verbal & w.held) for t in w.verbs.get(lemma, ())),
            tuple(o for lemma in sorted(nominal) for o in self._organs.get(lemma, ())),
            lower in PERSONAL or bool(nominal & OTHERS),
            token[0].isalnum() and fold(token) in self._lexicon.names,
            bool(w.scale_nouns & nominal),
            bool(w.directions & lemmas),
            tuple(p for lemma in sorted(lemmas) for p in w.phrases.get(lemma, ())),
            w.estimates.get(lower, ()),
            lower in WILL or lower in OPEN_MODALS or lower in ("would", "'d", "’d", "threatens", "threaten", "threatening"),
            lower in _PER_CENT,
            lower in w.first_person,
            bool(nominal & BOTH) and lower.endswith("s"),
            lower in _DETERMINERS, lower in _BEFORE_VERBS, lower in _OPENINGS, lower in ("by", "from"), lower in _HAVE,
            lower.endswith("ly") or lower in _ADVERBS,
            lower != "had" and bool(self._lemmas(lower, ("verb",)) - {lower}) and not lower.endswith(("s", "ing")),
            lower in _DEFINITE, lower == "of", lower in _BE, lower.endswith("ing"),
        )  # fmt: skip


def _owned(words: list[_Word], firm: list[str]) -> list[tuple[int, str, str]]:
    """(place, lemma, owner) of the nouns beside a side: "Iranian *minister*", "Iran's *decision*", "*president* of Iran"."""
    out = []
    for k, code in enumerate(firm):
        if not code:
            continue
        for i in range(k + 1, min(k + 4, len(words))):
            if (firm[i] and firm[i] != _MAIN) or words[i].is_opening or words[i].is_determiner:
                break
            out += [(i, lemma, code) for lemma in words[i].nominal]
        for i in range(k - 2, max(k - 4, -1), -1):
            if words[i + 1].is_of:
                out += [(i, lemma, code) for lemma in words[i].nominal]
    return out


def _follow(phrase: tuple[str, ...], words: list[_Word], at: int) -> bool:
    """Whether the words of a turn of phrase stand in their order behind a place."""
    end = min(len(words), at + _GAP)
    for wanted in phrase:
        while at < end and wanted not in words[at].lemmas:
            at += 1
        if at >= end:
            return False
        at += 1
    return True


def _stand(others: Sequence[str], words: list[_Word], i: int) -> bool:
    around = words[max(0, i - 3) : i] + words[i + 1 : i + 3]
    return all(any(other in word.nominal for word in around) for other in others)


def _is_met(need: Need, i: int, words: list[_Word]) -> bool:
    place, wanted = need
    if place == "near":
        around = words[max(0, i - _BEFORE) : i] + words[i + 1 : i + 1 + _AFTER]
    elif place == "after":
        around = words[i + 1 : i + 1 + _AFTER]
    elif place == "close":
        around = words[max(0, i - _CLOSE) : i] + words[i + 1 : i + 1 + _CLOSE]
    else:
        around = words
    return any(not wanted.isdisjoint(word.nominal) for word in around)


def _has_subject(i: int, words: list[_Word], sides: list[bool]) -> bool:
    """Whether a side stands where the subject of a verb may: before it, with no "we" and no beginning of a clause between."""
    for k in range(i - 1, max(-1, i - 1 - _SIDE_BEFORE), -1):
        if sides[k]:
            return True
        if words[k].is_first or (words[k].is_opening and i - k > 4):
            return False
    return False


def _is_asked(i: int, tokens: list[str]) -> bool:
    """Whether the sentence of a word is a question: those are no forecasts and no assessments."""
    return next((token for token in tokens[i:] if token in (".", "?", "!")), ".") == "?"


def _foresees(i: int, words: list[_Word], sides: list[bool], names: list[bool]) -> bool:
    """Whether a word of the future may be of a side, and is not the speaker's own ("we will")."""
    if i and words[i - 1].is_first:
        return False
    return True in names or _has_subject(i, words, sides) or True in sides[i + 1 : i + 1 + _SIDE_AFTER]


def _turned(i: int, words: list[_Word], sides: list[bool]) -> bool:
    """Whether the subject stands behind: "Is *he* supportive of it?", "Going back to his question, *she* ..."."""
    if words[i].is_be:
        return True in sides[i + 1 : i + 3]
    return words[i].is_ing and not any(word.nominal or word.is_before_verb for word in words[max(0, i - 3) : i])


def _has_agent(i: int, words: list[_Word], sides: list[bool]) -> bool:
    """Whether a side stands behind "by" or "from", where the agent of a passive may."""
    after = range(i + 1, min(len(words), i + 1 + _SIDE_AFTER))
    return any(words[k].is_agentive and True in sides[k + 1 : k + 1 + _SIDE_AFTER] for k in after)


def _is_helping(i: int, word: _Word, words: list[_Word]) -> bool:
    """ "has been", "had signed": what follows tells."""
    after = words[i + 1] if i + 1 < len(words) else None
    if after is None:
        return False
    if word.is_have:
        while after is not None and after.is_adverb:
            i += 1
            after = words[i + 1] if i + 1 < len(words) else None
        return after is not None and after.is_participle
    return False


def _sides_around(i: int, words: list[_Word], sides: list[bool], least: int) -> bool:
    """Whether so many sides stand around a noun; a run of words is one."""
    low, high = max(0, i - _NOUN_BEFORE), i + _NOUN_AFTER + 1
    around = sides[low:high]
    runs = sum(1 for k, side in enumerate(around) if side and (k == 0 or not around[k - 1]))
    return runs >= least or (runs > 0 and words[i].organs != ())


def _with_context(seen: list[_Seen]) -> list[bool]:
    """Which pieces are kept: those that can tell of something, and before one that refers, the nearest that says to whom."""
    kept = [not s.why or s.tells_whose for s in seen]
    for i in reversed(range(len(seen))):  # what is kept only for what it names may refer to others itself
        s = seen[i]
        if not kept[i]:
            continue
        if s.refers:
            for k in range(i - 1, max(-1, i - 1 - _BACK), -1):
                if seen[k].named or seen[k].has_organ:
                    kept[k] = True
                    if seen[k].leads:
                        break
        if s.two:
            for k in range(i - 1, max(-1, i - 1 - _BACK), -1):
                if len(seen[k].named) > 1:
                    kept[k] = True
                    break
    return kept


def _bridged(pieces: Sequence[Piece], kept: list[bool]) -> list[bool]:
    """What is kept, with the short gaps inside a paragraph: cut there, the sentences beside it might be read otherwise."""
    out = list(kept)
    last: int | None = None  # the piece after the last kept one, while the paragraph goes on
    for i, piece in enumerate(pieces):
        if kept[i]:
            if last is not None and piece.start - pieces[last].start <= _GAP_CHARS:
                out[last:i] = [True] * (i - last)
            last = i + 1
        if piece.ends_paragraph or last is None or last >= len(pieces):
            last = None
    return out


@lru_cache(maxsize=4)
def load_look(lexicon: Lexicon, lemmas: Lemmas) -> Look:
    """The look for a lexicon, made once."""
    return Look(lexicon, lemmas)
