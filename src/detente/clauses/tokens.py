"""Plain data for a parsed sentence and its clauses; nothing here depends on the parser that filled it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from detente.types import Field

ClauseKind = Literal["verb", "copula", "naming"]
Tense = Literal["past", "present", "future", "none"]


class Token(NamedTuple):
    """One word. ``i`` and ``head`` count tokens within the sentence (a root is its own head); offsets count code points of the field."""

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """One parsed sentence of an article's title or text."""

    field: Field
    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """children[i]: the tokens that depend on token i, in order."""
        kids: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                kids[token.head].append(token.i)
        return tuple(map(tuple, kids))

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """Lower-cased words."""
        return tuple(token.text.lower() for token in self.tokens)

    def child(self, i: int, *deps: str) -> int | None:
        """First child of token i with one of these dependencies."""
        for k in self.children[i]:
            if self.tokens[k].dep in deps:
                return k
        return None

    def subtree(self, i: int) -> list[int]:
        """Token i and everything below it, in order."""
        out, stack = [], [i]
        while stack:
            k = stack.pop()
            out.append(k)
            stack.extend(self.children[k])
        return sorted(out)


@dataclass(frozen=True, slots=True)
class Argument:
    """What fills a role of a clause: ``subject``, ``object``, ``indirect`` or ``prep:with`` ...; head: token index."""

    role: str
    head: int


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with its arguments, polarity, modality, tense and voice.

    head: token index of the predicate. lemma: with its particle (``call off``). Passive clauses stand in active order: ``subject``
    is the agent (when named), ``object`` what is acted on. governor: head of the clause that governs this one, with the dependency
    that links them (``xcomp``, ``ccomp``, ``advcl``, ``conj``, ``relcl`` ...). mark: the word that introduces it (if, unless, that, to).
    """

    head: int
    lemma: str
    kind: ClauseKind
    arguments: tuple[Argument, ...]
    negated: bool
    modal: str | None
    tense: Tense
    passive: bool
    governor: int | None
    link: str
    mark: str | None
    predicate: int | None = None  # of "be" and "call": the adjective or noun

    def heads(self, role: str) -> tuple[int, ...]:
        """Token indices that fill a role."""
        return tuple([a.head for a in self.arguments if a.role == role])  # a list is made quicker than a generator
