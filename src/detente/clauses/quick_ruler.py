"""spaCy's attribute ruler with a memory: what its one-word patterns say of a (tag, word, dependency) is worked out once.

The ruler maps tags to parts of speech by running a matcher of some 180 patterns over every text, a third of the whole parse. Nearly all
look at one token's tag, lower-case form and dependency only, so their joint outcome is a table that fills as texts come. Texts in which
a longer pattern may match ("gonna"), and models with patterns of another kind, go through the ruler as it is. The outcome is the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

from spacy.pipeline.attributeruler import AttributeRuler
from spacy.tokens._retokenize import set_token_attrs

_KEYS = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
_TESTS = frozenset({"IN", "NOT_IN", "REGEX"})

Conditions = dict[str, Any]


class _Outcome(NamedTuple):
    """What the patterns make of a token; lemma: None where they set none."""

    pos: int
    morph: Any
    lemma: int | None
    tag: int
    dep: int


@dataclass(slots=True)
class _Known:
    """What is known of tokens of one (tag, word, dependency). first, second: the longer patterns that they may begin or go on."""

    first: frozenset[int]
    second: frozenset[int]
    outcome: _Outcome | None = None


@dataclass(slots=True)
class _Table:
    """singles: (number of the rule, conditions on its one token). longer: conditions on the first two tokens of the other patterns."""

    singles: list[tuple[int, Conditions]]
    longer: list[tuple[Conditions, Conditions]]
    known: dict[tuple[int, int, int, bool], _Known]


class QuickRuler(AttributeRuler):
    """Give it to a loaded ruler as its class: ``ruler.__class__ = QuickRuler``; see `quicken`."""

    def __call__(self, doc: Any) -> Any:
        """Set part of speech, morphology and lemma exceptions of a parsed text."""
        table = self._table()
        if table is None:
            return super().__call__(doc)
        tokens = []
        before: frozenset[int] = frozenset()
        for token in doc:
            key = (token.tag, token.lower, token.dep, token.is_space)
            known = table.known.get(key)
            if known is None:
                known = table.known[key] = _look(token, table)
            if before and not before.isdisjoint(known.second):
                return super().__call__(doc)  # a longer pattern may match here: the ruler as it is
            before = known.first
            tokens.append((token, known))
        for token, known in tokens:
            if known.outcome is None:
                known.outcome = _worked_out(token, table, self.attrs)
            else:
                _apply(token, known.outcome)
        return doc

    def _table(self) -> _Table | None:
        if "_quick" not in self.__dict__:
            self.__dict__["_quick"] = _table_of(self.patterns)
        return self.__dict__["_quick"]  # type: ignore[no-any-return]

    def __getstate__(self) -> dict[str, Any]:
        return {key: value for key, value in self.__dict__.items() if key != "_quick"}


def quicken(nlp: Any) -> None:
    """Let a pipeline's attribute ruler remember what it worked out."""
    if "attribute_ruler" in nlp.pipe_names and type(nlp.get_pipe("attribute_ruler")) is AttributeRuler:
        nlp.get_pipe("attribute_ruler").__class__ = QuickRuler


def _table_of(patterns: list[dict[str, Any]]) -> _Table | None:
    """The patterns in a form to look up; None where one is of a kind that is not understood here."""
    table = _Table([], [], {})
    for number, rule in enumerate(patterns):
        for pattern in rule["patterns"]:
            if not pattern or any(not _understood(token) for token in pattern):
                return None
            if len(pattern) == 1:
                table.singles.append((number, pattern[0]))
            else:
                table.longer.append((pattern[0], pattern[1]))
    return table


def _understood(token: Conditions) -> bool:
    return set(token) <= _KEYS and all(not isinstance(value, dict) or set(value) <= _TESTS for value in token.values())


def _facts(token: Any) -> Conditions:
    return {"TAG": token.tag_, "LOWER": token.lower_, "DEP": token.dep_, "IS_SPACE": token.is_space}


def _look(token: Any, table: _Table) -> _Known:
    facts = _facts(token)
    first = frozenset(n for n, (conditions, _) in enumerate(table.longer) if _hold(facts, conditions))
    return _Known(first, frozenset(n for n, (_, conditions) in enumerate(table.longer) if _hold(facts, conditions)))


def _worked_out(token: Any, table: _Table, attrs: list[Any]) -> _Outcome:
    facts, had_lemma = _facts(token), token.lemma
    for number, conditions in table.singles:  # later rules have precedence, as in the ruler
        if _hold(facts, conditions):
            set_token_attrs(token, attrs[number])
    return _Outcome(token.pos, token.morph, token.lemma if token.lemma != had_lemma else None, token.tag, token.dep)


def _apply(token: Any, outcome: _Outcome) -> None:
    token.pos = outcome.pos
    token.set_morph(outcome.morph)
    if outcome.lemma is not None:
        token.lemma = outcome.lemma
    if token.tag != outcome.tag:
        token.tag = outcome.tag
    if token.dep != outcome.dep:
        token.dep = outcome.dep


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
