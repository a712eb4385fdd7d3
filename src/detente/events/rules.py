"""The coder's tables, loaded and indexed: verb x topic rules, frames, event nouns, operators and the CAMEO code list.

Sources: CAMEO 1.1b3 (Schrodt 2012), PLOVER (2021 manual and conversion table), Goldstein (1992) weights; the words are the project's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from detente.errors import LexiconError
from detente.events.present_forms import present_forms
from detente.lexicon import Column, Lexicon, Row

PLOVER_CLASSES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
OPERATOR_KINDS = (
    "intend", "plan", "threaten", "refuse", "fail", "demand", "appeal", "order", "accuse", "allege", "deny", "wish", "attempt", "go-on",
    "cease", "say", "permit", "cause", "maybe",
)  # fmt: skip
# How an operator governs: "to stop", "of stopping", "that it stops", "that it stop", a noun.
FORMS = ("to", "ing", "that", "base", "noun")
_RANK = {"actor": 1, "*": 2, "-": 1}
# The group of verbs that only carry an event noun ("begin", "order", "carry out").
_LIGHT = "light"


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
    """verb x object -> code. ``cameo`` None: the words are known to be no event. actor, recipient: slots, the first found wins."""

    name: str
    object: str
    cameo: str | None
    recipient: tuple[str, ...]
    reciprocal: bool
    actor: tuple[str, ...] = ("subj",)


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with fixed words in slots ("come under fire from"): all conditions must be met. A condition: slot, words, topics; without
    words and topics any actor meets it."""

    conditions: tuple[tuple[str, frozenset[str], frozenset[str]], ...]
    rule: Rule


@dataclass(frozen=True, slots=True)
class NounRule:
    """An event noun that needs no verb: where its sides stand. solo: one side is enough."""

    name: str
    cameo: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    reciprocal: bool
    solo: bool


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that governs an action: its kind, the code it has over anything that is no event, the forms it governs (empty: any)."""

    kind: str
    bare: str | None
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shift:
    """What a code becomes by who acts (sectors, "none" for one without) and whether the recipients are abroad or at home."""

    verbs: frozenset[str]
    sectors: frozenset[str]
    where: str
    becomes: str | None


@dataclass(frozen=True)
class Rules:
    """All tables of the coder. topics: words -> topics of an event noun. verbs: lemma -> its rules, most specific object first."""

    codes: Mapping[str, Code]
    topics: Mapping[str, frozenset[str]]
    verbs: Mapping[str, tuple[Rule, ...]]
    frames: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, NounRule]
    operators: Mapping[str, tuple[Operator, ...]]
    contents: Mapping[tuple[str, str], str]
    shifts: Mapping[str, tuple[Shift, ...]]
    present: Mapping[str, str]
    two_words: frozenset[str]


@lru_cache(maxsize=4)
def load_rules(lexicon: Lexicon) -> Rules:
    """Index the coder's tables of a lexicon (a desk's rows on top). Raises LexiconError for a row that refers to nothing."""
    codes = code_table(lexicon)
    topics: dict[str, set[str]] = {}
    names: set[str] = set()
    for row in lexicon.table("events_topics", (Column("topic", required=True), Column("words", "list", required=True)), ("topic",)):
        names.add(row.text("topic"))
        for word in row.values("words"):
            topics.setdefault(word, set()).add(row.text("topic"))
    groups = {
        row.text("group"): row.values("verbs")
        for row in lexicon.table("events_verbs", (Column("group", required=True), Column("verbs", "list", required=True)), ("group",))
    }
    nouns = _nouns(lexicon, codes, names)
    verbs = _verbs(lexicon, codes, names, groups, nouns)
    operators = _operators(lexicon, codes)
    governing = [word for word, kinds in operators.items() if any(o.kind in ("intend", "plan", "threaten") for o in kinds)]
    return Rules(
        codes, {k: frozenset(v) for k, v in topics.items()}, verbs,
        _frames(lexicon, codes, names, groups), nouns, operators, _contents(lexicon, codes),
        _shifts(lexicon, codes), present_forms([*verbs, *governing]),
        frozenset(word for word in topics if " " in word),
    )  # fmt: skip


def code_table(lexicon: Lexicon) -> dict[str, Code]:
    """Every CAMEO code that has a class, with the desk's rows on top. Raises LexiconError."""
    columns = (
        Column("cameo", required=True), Column("plover", "choice", True, PLOVER_CLASSES), Column("mode"), Column("contexts", "list"),
        Column("goldstein", "number", True),
    )  # fmt: skip
    rows = lexicon.table("events_codes", columns, ("cameo",))
    return {
        row.text("cameo"): Code(
            row.text("cameo"), row.text("plover"), row.text("mode") or None, row.values("contexts"), row.number("goldstein") or 0.0
        )
        for row in rows
    }


def _nouns(lexicon: Lexicon, codes: Mapping[str, Code], topics: set[str]) -> dict[str, NounRule]:
    columns = (
        Column("topic", required=True), Column("cameo", required=True), Column("actor"), Column("recipient"), Column("recip", "flag"),
        Column("solo", "flag"),
    )  # fmt: skip
    out = {}
    for row in lexicon.table("events_nominal", columns, ("topic",)):
        topic = row.text("topic")
        _need_topic(topic, topics, row, "topic")
        _need_code(row.text("cameo"), codes, row)
        out[topic] = NounRule(
            f"noun:{topic}",
            row.text("cameo"),
            _slots(row.text("actor")),
            _slots(row.text("recipient")),
            row.flag("recip"),
            row.flag("solo"),
        )
    return out


def _operators(lexicon: Lexicon, codes: Mapping[str, Code]) -> dict[str, tuple[Operator, ...]]:
    columns = (
        Column("word", "list", required=True), Column("operator", "choice", True, OPERATOR_KINDS), Column("bare"), Column("forms"),
    )  # fmt: skip
    found: dict[str, list[Operator]] = {}
    for row in lexicon.table("events_operators", columns, ("word", "operator")):
        bare, forms = row.text("bare") or None, _slots(row.text("forms"))
        if bare:
            _need_code(bare, codes, row, "bare")
        wrong = [form for form in forms if form not in FORMS]
        if wrong:
            raise LexiconError(
                f"the form {wrong[0]!r} is unknown", where=f"{row.where}, column forms", hint=f"give some of {', '.join(FORMS)}"
            )
        for word in row.values("word"):
            found.setdefault(word, []).append(Operator(row.text("operator"), bare, forms))
    return {word: tuple(operators) for word, operators in found.items()}


def _contents(lexicon: Lexicon, codes: Mapping[str, Code]) -> dict[tuple[str, str], str]:
    columns = (
        Column("operator", "choice", True, OPERATOR_KINDS), Column("content", "choice", True, PLOVER_CLASSES),
        Column("cameo", required=True),
    )  # fmt: skip
    out = {}
    for row in lexicon.table("events_contents", columns, ("operator", "content")):
        if row.text("cameo") != "-":
            _need_code(row.text("cameo"), codes, row)
        out[row.text("operator"), row.text("content")] = row.text("cameo")
    return out


def _shifts(lexicon: Lexicon, codes: Mapping[str, Code]) -> dict[str, tuple[Shift, ...]]:
    columns = (
        Column("cameo", required=True), Column("verbs", "list"), Column("actor", "list"),
        Column("where", "choice", False, ("abroad", "home", "nobody")), Column("becomes", required=True),
    )  # fmt: skip
    out: dict[str, list[Shift]] = {}
    for row in lexicon.table("events_shifts", columns, ("cameo", "verbs", "actor", "where")):
        becomes = None if row.text("becomes") == "none" else row.text("becomes")
        _need_code(row.text("cameo"), codes, row)
        if becomes is not None:
            _need_code(becomes, codes, row, "becomes")
        shift = Shift(frozenset(row.values("verbs")), frozenset(row.values("actor")), row.text("where"), becomes)
        out.setdefault(row.text("cameo"), []).append(shift)
    return {cameo: tuple(shifts) for cameo, shifts in out.items()}


def _verbs(
    lexicon: Lexicon, codes: Mapping[str, Code], topics: set[str], groups: Mapping[str, tuple[str, ...]], nouns: Mapping[str, NounRule]
) -> dict[str, tuple[Rule, ...]]:
    found: dict[str, list[tuple[int, int, Rule]]] = {}
    columns = (
        Column("verbs", "list", True), Column("object", "list", True), Column("cameo", required=True), Column("recipient"),
        Column("recip", "flag"),
    )  # fmt: skip
    order = 0
    for order, row in enumerate(lexicon.table("events_rules", columns, ("verbs", "object"))):
        cameo = row.text("cameo")
        if cameo != "none":
            _need_code(cameo, codes, row)
        for topic in row.values("object"):
            if topic not in _RANK:
                _need_topic(topic, topics, row, "object")
            for lemma in _lemmas(row, groups):
                rule = Rule(
                    f"verb:{lemma}+{topic}>{cameo}",
                    topic,
                    None if cameo == "none" else cameo,
                    _slots(row.text("recipient")),
                    row.flag("recip"),
                )
                found.setdefault(lemma, []).append((_RANK.get(topic, 0), order, rule))
    for lemma in groups.get(_LIGHT, ()):
        for topic, noun in nouns.items():
            rule = Rule(f"verb:{lemma}+{noun.name}>{noun.cameo}", topic, noun.cameo, (*noun.recipient, "in-obj"), noun.reciprocal)
            found.setdefault(lemma, []).append((0, order + 1, rule))
    return {lemma: tuple(rule for _, _, rule in sorted(rules, key=lambda r: r[:2])) for lemma, rules in found.items()}


def _frames(
    lexicon: Lexicon, codes: Mapping[str, Code], topics: set[str], groups: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[Frame, ...]]:
    columns = (
        Column("verbs", "list", True), Column("with", required=True), Column("cameo", required=True), Column("actor"), Column("recipient"),
        Column("recip", "flag"),
    )  # fmt: skip
    found: dict[str, list[Frame]] = {}
    for row in lexicon.table("events_frames", columns, ("verbs", "with")):
        cameo = row.text("cameo")
        if cameo != "none":
            _need_code(cameo, codes, row)
        conditions = tuple(_condition(part, topics, row) for part in row.text("with").split(";"))
        for lemma in _lemmas(row, groups):
            name = f"frame:{lemma} {row.text('with')}>{cameo}"
            code = None if cameo == "none" else cameo
            rule = Rule(name, "*", code, _slots(row.text("recipient")), row.flag("recip"), _slots(row.text("actor")) or ("subj",))
            found.setdefault(lemma, []).append(Frame(conditions, rule))
    return {lemma: tuple(frames) for lemma, frames in found.items()}


def _condition(text: str, topics: set[str], row: Row) -> tuple[str, frozenset[str], frozenset[str]]:
    slot, equals, words = text.strip().partition("=")
    if not equals or not slot:
        raise LexiconError(
            f"{text.strip()!r} is no condition", where=f"{row.where}, column with", hint="write slot=word|@topic, parted by ;"
        )
    parts = [word.strip() for word in words.split("|") if word.strip()]
    named = [word[1:] for word in parts if word.startswith("@")]
    for topic in named:
        _need_topic(topic, topics, row, "with")
    return slot.strip(), frozenset(word for word in parts if not word.startswith("@")), frozenset(named)


def _lemmas(row: Row, groups: Mapping[str, tuple[str, ...]]) -> list[str]:
    out: list[str] = []
    for verb in row.values("verbs"):
        if verb.startswith("@") and verb[1:] not in groups:
            raise LexiconError(f"the group {verb!r} is unknown", where=f"{row.where}, column verbs", hint="give one of events_verbs.tsv")
        out += groups[verb[1:]] if verb.startswith("@") else (verb,)
    return list(dict.fromkeys(out))


def _slots(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _need_code(cameo: str, codes: Mapping[str, Code], row: Row, column: str = "cameo") -> None:
    if cameo not in codes:
        where = f"{row.where}, column {column}"
        raise LexiconError(f"the CAMEO code {cameo!r} is unknown", where=where, hint="give one of events_codes.tsv")


def _need_topic(topic: str, topics: set[str], row: Row, column: str) -> None:
    if topic not in topics:
        where = f"{row.where}, column {column}"
        raise LexiconError(f"the topic {topic!r} is unknown", where=where, hint="give one of events_topics.tsv")
