"""The coder's tables, loaded and indexed: verb x topic rules, event nouns, operators and the CAMEO code list.

Sources: CAMEO 1.1b3 (Schrodt 2012), PLOVER (2021 manual and conversion table), Goldstein (1992) weights; the words are the project's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from detente.errors import LexiconError
from detente.lexicon import Column, Lexicon, Row

PLOVER_CLASSES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})


@dataclass(frozen=True, slots=True)
class Code:
    """A CAMEO code with its PLOVER class, mode, contexts and Goldstein intensity."""

    cameo: str
    plover: str
    mode: str | None
    contexts: tuple[str, ...]
    intensity: float


@dataclass(frozen=True, slots=True)
class Rule:
    """verb x object -> code. ``cameo`` None: the words are known to be no event."""

    name: str
    objects: frozenset[str]
    cameo: str | None
    recipient: tuple[str, ...]
    reciprocal: bool


@dataclass(frozen=True, slots=True)
class NounRule:
    """An event noun that needs no verb: where its sides stand."""

    name: str
    cameo: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    reciprocal: bool


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that governs an action: its kind and the code it has over anything that is no event."""

    kind: str
    bare: str | None


@dataclass(frozen=True)
class Rules:
    """All tables of the coder. topics: words -> topics of an event noun. verbs: lemma -> its rules, most specific object first."""

    codes: Mapping[str, Code]
    topics: Mapping[str, frozenset[str]]
    verbs: Mapping[str, tuple[Rule, ...]]
    nouns: Mapping[str, NounRule]
    operators: Mapping[str, tuple[Operator, ...]]
    contents: Mapping[tuple[str, str], str]
    two_words: frozenset[str]


_RANK = {"actor": 1, "*": 2, "-": 1}


@lru_cache(maxsize=4)
def load_rules(lexicon: Lexicon) -> Rules:
    """Index the coder's tables of a lexicon (a desk's rows on top). Raises LexiconError for a row that refers to nothing."""
    codes = _codes(lexicon)
    topics: dict[str, set[str]] = {}
    names = set()
    for row in _table(lexicon, "events_topics", [Column("topic", required=True), Column("words", "list", required=True)], ["topic"]):
        names.add(row.text("topic"))
        for word in row.values("words"):
            topics.setdefault(word, set()).add(row.text("topic"))
    verbs = _verb_rules(lexicon, codes, names | {"actor", "*", "-", "media"})
    nouns: dict[str, NounRule] = {}
    columns = [Column("topic", required=True), Column("cameo", required=True), Column("actor"), Column("recipient"),
               Column("recip", "flag"), Column("solo", "flag")]
    for row in _table(lexicon, "events_nominal", columns, ["topic"]):
        _known(row.text("cameo"), codes, row.where)
        nouns[row.text("topic")] = NounRule(
            f"noun:{row.text('topic')}", row.text("cameo"), _slots(row.text("actor")), _slots(row.text("recipient")), row.flag("recip")
        )
    operators: dict[str, list[Operator]] = {}
    columns = [Column("word", "list", required=True), Column("operator", required=True), Column("bare")]
    for row in _table(lexicon, "events_operators", columns, ["word", "operator"]):
        for word in row.values("word"):
            operators.setdefault(word, []).append(Operator(row.text("operator"), row.text("bare") or None))
    columns = [Column("operator", required=True), Column("content", "choice", True, PLOVER_CLASSES), Column("cameo", required=True)]
    contents = {
        (row.text("operator"), row.text("content")): row.text("cameo")
        for row in _table(lexicon, "events_contents", columns, ["operator", "content"])
    }
    return Rules(
        codes, {k: frozenset(v) for k, v in topics.items()}, verbs, nouns, {k: tuple(v) for k, v in operators.items()}, contents,
        frozenset(word for word in topics if " " in word),
    )


def _codes(lexicon: Lexicon) -> dict[str, Code]:
    columns = [Column("cameo", required=True), Column("plover", "choice", True, PLOVER_CLASSES), Column("mode"), Column("contexts", "list"),
               Column("goldstein", "number", True)]
    return {
        row.text("cameo"): Code(
            row.text("cameo"), row.text("plover"), row.text("mode") or None, row.values("contexts"), row.number("goldstein") or 0.0
        )
        for row in _table(lexicon, "events_codes", columns, ["cameo"])
    }


def _slots(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _known(cameo: str, codes: Mapping[str, Code], where: str) -> None:
    if cameo not in codes:
        raise LexiconError(f"the CAMEO code {cameo!r} is unknown", where=where, hint="give one of events_codes.tsv")


def _verb_rules(lexicon: Lexicon, codes: Mapping[str, Code], objects: set[str]) -> dict[str, tuple[Rule, ...]]:
    groups = {
        row.text("group"): row.values("verbs")
        for row in _table(lexicon, "events_verbs", [Column("group", required=True), Column("verbs", "list", required=True)], ["group"])
    }
    found: dict[str, list[tuple[int, int, Rule]]] = {}
    columns = [Column("verbs", "list", True), Column("object", "list", True), Column("cameo", required=True), Column("recipient"),
               Column("recip", "flag")]
    for order, row in enumerate(_table(lexicon, "events_rules", columns, ["verbs", "object"])):
        cameo = row.text("cameo")
        if cameo != "none":
            _known(cameo, codes, row.where)
        wanted = row.values("object")
        unknown = [topic for topic in wanted if topic not in objects]
        if unknown:
            raise LexiconError(f"the topic {unknown[0]!r} is unknown", where=f"{row.where}, column object", hint="give one of events_topics.tsv")
        lemmas: list[str] = []
        for verb in row.values("verbs"):
            if verb.startswith("@") and verb[1:] not in groups:
                raise LexiconError(f"the group {verb!r} is unknown", where=f"{row.where}, column verbs", hint="give one of events_verbs.tsv")
            lemmas += groups[verb[1:]] if verb.startswith("@") else (verb,)
        for topic in wanted:
            rank = _RANK.get(topic, 0)
            for lemma in dict.fromkeys(lemmas):
                rule = Rule(
                    f"verb:{lemma}+{topic}>{cameo}", frozenset({topic}), None if cameo == "none" else cameo, _slots(row.text("recipient")),
                    row.flag("recip"),
                )
                found.setdefault(lemma, []).append((rank, order, rule))
    return {lemma: tuple(rule for _, _, rule in sorted(rules, key=lambda r: r[:2])) for lemma, rules in found.items()}


def _table(lexicon: Lexicon, name: str, columns: list[Column], key: list[str]) -> list[Row]:
    return lexicon.table(name, tuple(columns), tuple(key))
