"""Parsed text -> tokens, with part of speech and lemma from a table that fills as texts come.

spaCy's attribute ruler (tags to parts of speech, a matcher of some 180 patterns over every text) and its lemmatiser are together as dear as
the parser itself. Nearly all their patterns look at one token's tag, lower-case form and dependency, so their joint outcome is worked out
once for each (word, tag, dependency), with spaCy's own parts, and looked up from then on; the few patterns of two words ("there is") are
part of the key where they match. Models that have patterns of another kind, a longer pattern that may match, or another lemmatiser
go through their own pipes. The outcome is the same (`tests/clauses/test_token_reader.py` compares).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from spacy.attrs import DEP, HEAD, ORTH, SENT_START, SPACY, TAG
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.pipeline.attributeruler import AttributeRuler
from spacy.pipeline.lemmatizer import Lemmatizer
from spacy.tokens._retokenize import set_token_attrs

from detente.clauses.tokens import Token

RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"
_KEYS = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
_TESTS = frozenset({"IN", "NOT_IN", "REGEX"})
# Words of a language number some ten thousands, with tags and dependencies some hundred thousands; hostile input could make any number.
_MOST_KNOWN = 400_000

# Forms whose ending the parser's lemmatiser takes off too far ("staged" -> "stag"); found by running the coder's verbs through it.
LEMMAS = {
    form: lemma
    for lemma, forms in {
        "fine": "fined fines fining", "hate": "hated hates hating", "hope": "hoped hopes hoping", "install": "installed installing",
        "lambaste": "lambasted lambastes lambasting", "rape": "raped rapes raping", "slate": "slated slates slating",
        "stage": "staged stages staging", "wage": "waged wages waging",
    }.items()
    for form in forms.split()
}  # fmt: skip

Conditions = dict[str, Any]
_Key = tuple[int, int, int]


class Outcome(NamedTuple):
    """What is known of a token."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str


@dataclass(slots=True)
class _Known:
    """What is known of tokens of one (word, tag, dependency). first, second: patterns of several words that they may begin or go on.
    outcomes: by the patterns of two words that match there (most often none)."""

    first: frozenset[int]
    second: frozenset[int]
    plain: Outcome | None
    outcomes: dict[frozenset[int], Outcome]


@dataclass(frozen=True, slots=True)
class Pair:
    """A pattern of several words: number of its rule, conditions on its first two, which of the two it sets, whether it has only two."""

    rule: int
    conditions: tuple[Conditions, Conditions]
    sets: int
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Patterns:
    """singles: (number of the rule, conditions on its one token)."""

    singles: tuple[tuple[int, Conditions], ...]
    pairs: tuple[Pair, ...]


class TokenReader:
    """Reads the tokens of texts that a pipeline has parsed.

    skipped: the pipes it stands in for; run the pipeline without them (``nlp.pipe(..., disable=reader.skipped)``).
    """

    def __init__(self, nlp: Any) -> None:
        self._nlp = nlp
        self._known: dict[_Key, _Known] = {}
        self._by_tag: dict[str, list[tuple[int, Conditions]]] = {}
        self._pairs_by_tag: dict[tuple[int, str], list[tuple[int, Conditions]]] = {}
        self._patterns: Patterns | None = None
        if _is_usual(nlp):
            self._patterns = patterns_of(nlp.get_pipe(RULER))
        self.skipped: tuple[str, ...] = (RULER, LEMMATIZER) if self._patterns else ()

    def read(self, doc: Any) -> Iterator[list[Token]]:
        """The tokens of each sentence, offsets counted in the parsed text."""
        outcomes = self._look_up(doc) if self._patterns else None
        if outcomes is None:
            for name in self.skipped:
                doc = self._nlp.get_pipe(name)(doc)
            outcomes = [Outcome(t.text, _mended(t.text, t.lemma_, t.pos_), t.pos_, t.tag_, t.dep_) for t in doc]
        heads = doc.to_array(HEAD).astype("int64").tolist()
        blanks = doc.to_array(SPACY).tolist()
        begins = [i for i, mark in enumerate(doc.to_array(SENT_START).tolist()) if mark == 1 or not i]
        at = 0
        for first, after in pairwise([*begins, len(outcomes)]):
            tokens = []
            for i in range(first, after):
                known = outcomes[i]
                end = at + len(known.text)
                k = i - first
                tokens.append(Token(k, *known, k + heads[i], at, end))
                at = end + blanks[i]
            yield tokens

    def _look_up(self, doc: Any) -> list[Outcome] | None:
        """An outcome for each token; None where a longer pattern may match."""
        assert self._patterns is not None
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        known_of, pairs = self._known, self._patterns.pairs
        found: list[_Known] = []
        hits: dict[int, list[int]] = {}
        before: frozenset[int] = frozenset()
        for i, key in enumerate(zip(*doc.to_array([ORTH, TAG, DEP]).T.tolist(), strict=True)):
            known = known_of.get(key)
            if known is None:
                known = known_of[key] = self._first_look(doc[i])
            if before and not before.isdisjoint(known.second):
                for n in before & known.second:
                    if not pairs[n].is_whole:
                        return None
                    hits.setdefault(i - 1 + pairs[n].sets, []).append(pairs[n].rule)
            before = known.first
            found.append(known)
        outcomes = []
        for i, known in enumerate(found):
            if i in hits:
                rules = frozenset(hits[i])
                if rules not in known.outcomes:
                    known.outcomes[rules] = self._worked_out(doc[i], rules)
                outcomes.append(known.outcomes[rules])
                continue
            if known.plain is None:
                known.plain = self._worked_out(doc[i], frozenset())
            outcomes.append(known.plain)
        return outcomes

    def _first_look(self, token: Any) -> _Known:
        assert self._patterns is not None
        facts = _facts(token)
        tag = token.tag_
        first, second = (frozenset(n for n, conditions in self._pairs_at(place, tag) if _hold(facts, conditions)) for place in (0, 1))
        return _Known(first, second, None, {})

    def _pairs_at(self, place: int, tag: str) -> list[tuple[int, Conditions]]:
        """The pairs that a token of a tag may stand in at a place, with what they ask for there."""
        assert self._patterns is not None
        found = self._pairs_by_tag.get((place, tag))
        if found is None:
            asked = [(n, pair.conditions[place]) for n, pair in enumerate(self._patterns.pairs)]
            found = self._pairs_by_tag[place, tag] = [(n, c) for n, c in asked if "TAG" not in c or _holds(tag, c["TAG"])]
        return found

    def _worked_out(self, token: Any, also: frozenset[int]) -> Outcome:
        """What the model's own ruler and lemmatiser make of a token."""
        assert self._patterns is not None
        ruler, lemmatizer = self._nlp.get_pipe(RULER), self._nlp.get_pipe(LEMMATIZER)
        facts = _facts(token)
        singles = self._by_tag.get(token.tag_)
        if singles is None:  # nearly every pattern asks for a tag: of each tag only its own are tried
            some = self._patterns.singles
            singles = self._by_tag[token.tag_] = [s for s in some if "TAG" not in s[1] or _holds(token.tag_, s[1]["TAG"])]
        rules = also | {number for number, conditions in singles if _hold(facts, conditions)}
        for number in sorted(rules):  # later rules have precedence, as in the ruler
            set_token_attrs(token, ruler.attrs[number])
        if lemmatizer.overwrite or token.lemma == 0:
            token.lemma_ = lemmatizer.lemmatize(token)[0]
        return Outcome(token.text, _mended(token.text, token.lemma_, token.pos_), token.pos_, token.tag_, token.dep_)


def _mended(text: str, lemma: str, pos: str) -> str:
    return LEMMAS.get(text.lower(), lemma) if pos == "VERB" else lemma


def _is_usual(nlp: Any) -> bool:
    """Whether the pipeline ends in spaCy's own ruler and English rule lemmatiser, with nothing behind that would miss their work."""
    if tuple(nlp.pipe_names[-2:]) != (RULER, LEMMATIZER):
        return False
    ruler, lemmatizer = nlp.get_pipe(RULER), nlp.get_pipe(LEMMATIZER)
    return type(ruler) is AttributeRuler and type(lemmatizer) in (EnglishLemmatizer, Lemmatizer) and lemmatizer.mode == "rule"


def patterns_of(ruler: Any) -> Patterns | None:
    """The patterns of a ruler in a form to look up; None where one is of a kind that is not understood here."""
    singles: list[tuple[int, Conditions]] = []
    pairs: list[Pair] = []
    for number, rule in enumerate(ruler.patterns):
        for pattern in rule["patterns"]:
            if not pattern or any(not _understood(token) for token in pattern):
                return None
            if len(pattern) == 1:
                singles.append((number, pattern[0]))
            else:
                index = rule["index"] if rule["index"] >= 0 else len(pattern) + rule["index"]
                pairs.append(Pair(number, (pattern[0], pattern[1]), index, len(pattern) == 2))
    return Patterns(tuple(singles), tuple(pairs))


def _understood(token: Conditions) -> bool:
    return set(token) <= _KEYS and all(not isinstance(value, dict) or set(value) <= _TESTS for value in token.values())


def _facts(token: Any) -> Conditions:
    return {"TAG": token.tag_, "LOWER": token.lower_, "DEP": token.dep_, "IS_SPACE": token.is_space}


def _hold(facts: Conditions, conditions: Conditions) -> bool:
    return all(_holds(facts[key], wanted) for key, wanted in conditions.items())


def _holds(value: Any, wanted: Any) -> bool:
    if not isinstance(wanted, dict):
        return bool(value == wanted)
    return (
        ("IN" not in wanted or value in wanted["IN"])
        and ("NOT_IN" not in wanted or value not in wanted["NOT_IN"])
        and ("REGEX" not in wanted or re.search(wanted["REGEX"], value) is not None)
    )
