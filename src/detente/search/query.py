"""What is searched for: one dataclass, made of the parameters of an address and printed to them again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal, get_args

from detente.errors import SearchError
from detente.said import said, said_many
from detente.search.asking import Asked, asked
from detente.types import Realis

Kind = Literal["article", "analysis", "event"]
Sort = Literal["best", "newest"]
KINDS: tuple[Kind, ...] = get_args(Kind)
SORTS: tuple[Sort, ...] = get_args(Sort)
# PLOVER's classes, from cooperation to conflict.
CLASSES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
LONGEST = 300  # characters of a question: five lines of a phone; nobody types more, and parsers of hostile input stop here
MOST_ACTORS = 4
FIRST_YEAR, LAST_YEAR = 1800, 2100
_CODE = re.compile(r"[A-Z]{3,24}")
_RELATION = re.compile(r"[A-Z]{3,24}-[A-Z]{3,24}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})?")


@dataclass(frozen=True)
class SearchQuery:
    """A search. Empty fields do not narrow it; those that are set must all hold.

    words: as typed, see `asking` (words, "a phrase", -not, OR). kind: what to find. actors: codes of countries or organisations (``BLR``,
    ``EUU``) or of their parts (``BLRGOV``), all of which must take part. plover: a class of events; realis: how an event is stated. An
    article has the classes and realis of the events it tells of. category: its slug. relation: ``BLR-USA``. language, source: of articles.
    since, until: inclusive days; of an event its last day, of an article the day it was published. sort: "best" first, or "newest". page:
    from 1.
    """

    words: str = ""
    kind: Kind | None = None
    actors: tuple[str, ...] = ()
    plover: str = ""
    realis: Realis | None = None
    category: str = ""
    relation: str = ""
    language: str = ""
    source: str = ""
    since: date | None = None
    until: date | None = None
    sort: Sort = "best"
    page: int = 1

    @cached_property
    def asked(self) -> Asked:
        """What the words ask."""
        return asked(self.words[:LONGEST])

    @property
    def empty(self) -> bool:
        """Whether it asks for nothing in particular."""
        return replace(self, sort="best", page=1) == SearchQuery()

    def params(self, **changes: str) -> list[tuple[str, str]]:
        """(name, value) of each parameter that says something, as `query_from` takes them: for an address, always in the same order.
        changes: parameters to set otherwise, such as kind="event"; an empty value leaves one out. Any change begins at page 1."""
        values: list[tuple[str, str]] = [("q", self.words.strip()), ("kind", self.kind or "")]
        values += [("actor", actor) for actor in self.actors]
        values += [
            ("class", self.plover), ("realis", self.realis or ""), ("category", self.category), ("relation", self.relation),
            ("language", self.language), ("source", self.source), ("from", str(self.since or "")), ("to", str(self.until or "")),
            ("sort", "" if self.sort == "best" else self.sort), ("page", "" if self.page == 1 or changes else str(self.page)),
        ]  # fmt: skip
        names = [name for name, _ in values]
        kept = [(name, changes.get(name, value)) for n, (name, value) in enumerate(values) if name not in changes or names.index(name) == n]
        added = [(name, value) for name, value in changes.items() if name not in names]
        return [(name, value) for name, value in kept + added if value]


def query_from(params: Iterable[tuple[str, str]]) -> SearchQuery:
    """The query that parameters of an address ask for: ``q, kind, actor`` (may stand several times), ``class, realis, category, relation,
    language, source, from, to, sort, page``. Others are none of its business; of several of one name the last counts. Raises SearchError
    for a value that none can have; it names the parameter."""
    given: dict[str, list[str]] = {}
    for name, value in params:
        if value.strip():
            given.setdefault(name, []).append(value.strip())

    def read(name: str, check: Callable[[str, str], str]) -> str:
        return check(name, given[name][-1]) if name in given else ""

    query = SearchQuery(
        words=read("q", _words), kind=read("kind", _one_of(KINDS)) or None, actors=_actors(given.get("actor", [])),  # type: ignore[arg-type]
        plover=read("class", _one_of(CLASSES, str.upper)), realis=read("realis", _one_of(get_args(Realis))) or None,  # type: ignore[arg-type]
        category=read("category", _fits(_SLUG, said("a category's slug, as in its address"))),
        relation=_relation(read("relation", _fits(_RELATION, said("two codes, as in BLR-USA"), str.upper))),
        language=read("language", _fits(_LANGUAGE, said("a language's code, as in en"), str.lower)), source=read("source", _words),
        since=_day("from", read("from", _words)), until=_day("to", read("to", _words)),
        sort=read("sort", _one_of(SORTS)) or "best", page=_page(read("page", _words)),  # type: ignore[arg-type]
    )  # fmt: skip
    if query.since and query.until and query.since > query.until:
        wrong = said("the first day, {first}, is after the last, {last}", first=str(query.since), last=str(query.until))
        raise SearchError(wrong, where="from", hint=said("swap them"))
    return query


def _words(name: str, value: str) -> str:
    if len(value) > LONGEST:
        wrong = said_many("{n} character is too many", "{n} characters are too many", len(value))
        raise SearchError(wrong, where=name, hint=said("at most {n}", n=LONGEST))
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())


def _one_of(allowed: Sequence[str], form: Callable[[str], str] = str.lower) -> Callable[[str, str], str]:
    def check(name: str, value: str) -> str:
        if form(value) not in allowed:
            words = said("one of: {words}", words=", ".join(allowed))
            raise SearchError(said("there is no {value}", value=repr(value[:40])), where=name, hint=words)
        return form(value)

    return check


def _fits(pattern: re.Pattern[str], hint: str, form: Callable[[str], str] = str.lower) -> Callable[[str, str], str]:
    def check(name: str, value: str) -> str:
        if len(value) > LONGEST or not pattern.fullmatch(form(value)):
            raise SearchError(said("{value} cannot be one", value=repr(value[:40])), where=name, hint=hint)
        return form(value)

    return check


def _actors(values: list[str]) -> tuple[str, ...]:
    check = _fits(_CODE, said("a code, as in BLR, EUU or BLRGOV"), str.upper)
    codes = tuple(dict.fromkeys(check("actor", value) for value in values[: 4 * MOST_ACTORS]))
    if len(codes) > MOST_ACTORS:
        wrong = said_many("{n} actor is too many", "{n} actors are too many", len(codes))
        raise SearchError(wrong, where="actor", hint=said("at most {n}", n=MOST_ACTORS))
    return codes


def _relation(value: str) -> str:
    return "-".join(sorted(value.split("-")))


def _day(name: str, value: str) -> date | None:
    if not value:
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        hint = said("as in {address}", address="2016-05-31")
        raise SearchError(said("{value} is no day", value=repr(value[:40])), where=name, hint=hint) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        years = said("a day from {first} to {last}", first=str(FIRST_YEAR), last=str(LAST_YEAR))
        raise SearchError(said("{value} is no day of an archive", value=value[:40]), where=name, hint=years)
    return day


def _page(value: str) -> int:
    if not value:
        return 1
    if not re.fullmatch("[0-9]{1,6}", value) or int(value) < 1:
        raise SearchError(said("{value} is no page", value=repr(value[:40])), where="page", hint=said("a number from 1"))
    return int(value)
