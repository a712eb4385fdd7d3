"""The coder's tables turned into what a sentence must hold to tell of an event, an assessment or a forecast; see `promising`.

Everything here is read from the tables of the rules, the scales and the lexicon: a row added there is looked for here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from detente.events.rules import Frame, Rule, Rules, load_rules
from detente.events.scales import Scales, load_scales
from detente.lexicon import Lexicon

Place = Literal["near", "after", "close", "anywhere"]
# Journeys are events only where they lead to another country (see `settle.goes_nowhere`).
_JOURNEY = "042"
# Classes that are told without an actor, by who suffers or where it happens.
_SUFFERED = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT"})
_ROLES = frozenset({"obj", "subj", "ind", "pred", "child", "any"})
_PLACES: Mapping[str, Place] = {"child": "close", "pred": "after", "any": "anywhere"}
# Operators under which the verb itself tells of nothing: "try to", "want to".
_HELD_BACK = frozenset({"attempt", "wish"})


class Need(NamedTuple):
    """Words (lemmas, or as written) of which one must stand in a place of a trigger: near it, after it, close by, or anywhere."""

    place: Place
    words: frozenset[str]


class Trigger(NamedTuple):
    """What a word may tell of if all its needs are met. sides: how many possible sides must stand around a noun. named: one by name.
    acts: whether the subject must be a side; else one that stands behind may do."""

    needs: tuple[Need, ...]
    sides: int = 1
    named: bool = False
    acts: bool = False


@dataclass(frozen=True)
class Words:
    """verbs, nouns: lemma -> triggers. held: lemmas that tell of nothing before "to". scale_nouns, directions: of assessments.
    phrases: first word -> the other words, in their order. estimates: first word -> whole wordings. cues: single words of the future."""

    verbs: Mapping[str, tuple[Trigger, ...]]
    nouns: Mapping[str, tuple[Trigger, ...]]
    held: frozenset[str]
    scale_nouns: frozenset[str]
    directions: frozenset[str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    estimates: Mapping[str, tuple[tuple[str, ...], ...]]
    first_person: frozenset[str]


@lru_cache(maxsize=4)
def load_words(lexicon: Lexicon) -> Words:
    """Index the tables of a lexicon (a desk's rows on top) for the cheap look."""
    rules, scales = load_rules(lexicon), load_scales(lexicon)
    topics = _words_by_topic(rules)
    verbs: dict[str, list[Trigger]] = {}
    for lemma, found in rules.verbs.items():
        for rule in found:
            if rule.cameo is not None:
                _add(verbs, lemma, _of_rule(rule, topics, rules))
    for lemma, frames in rules.frames.items():
        for frame in frames:
            if frame.rule.cameo is not None:
                _add(verbs, lemma, _of_frame(frame, topics, rules))
    for word, operators in rules.operators.items():
        for operator in operators:
            if operator.bare:
                needs = (Need("after", frozenset({"to"})),) if operator.forms == ("to",) else ()
                _add(verbs, word, Trigger(needs))
    nouns: dict[str, list[Trigger]] = {}
    for topic, noun in rules.nouns.items():
        for words in topics[topic]:
            first, *rest = _parts(words)
            close = tuple(Need("close", frozenset({word})) for word in rest)
            nouns.setdefault(first, []).append(Trigger(close, 1 if noun.solo else 2))
    held = frozenset(w for w, operators in rules.operators.items() if any(o.kind in _HELD_BACK for o in operators))
    return Words(
        {lemma: _fewest(found) for lemma, found in verbs.items()}, {lemma: _fewest(found) for lemma, found in nouns.items()}, held,
        frozenset(word for words in scales.nouns for word in words.split()[-1:]), frozenset(scales.verbs) | frozenset(scales.adjectives),
        _phrases(scales), _estimates(scales), frozenset(scales.words.get("first", ())),
    )  # fmt: skip


def _add(out: dict[str, list[Trigger]], lemma: str, trigger: Trigger) -> None:
    first, *particles = lemma.split(" ")
    needs = tuple(Need("after", frozenset({particle})) for particle in particles)
    out.setdefault(first, []).append(trigger._replace(needs=(*needs, *trigger.needs)))


def _acts(rule: Rule, rules: Rules) -> bool:
    """Whether nothing is told unless the subject is known: not where both sides act, where another slot acts, or suffering is enough."""
    return not rule.reciprocal and rule.actor == ("subj",) and rules.codes[rule.cameo or ""].plover not in _SUFFERED


def _of_rule(rule: Rule, topics: Mapping[str, frozenset[str]], rules: Rules) -> Trigger:
    needs = () if rule.object in ("actor", "*", "-") else (Need("near", _heads(topics[rule.object])),)
    return Trigger(needs, 1, rule.cameo == _JOURNEY and "visit" not in rule.name, _acts(rule, rules))


def _of_frame(frame: Frame, topics: Mapping[str, frozenset[str]], rules: Rules) -> Trigger:
    needs: list[Need] = []
    for slot, words, about in frame.conditions:
        if slot not in _ROLES:
            needs.append(Need("near", frozenset({slot})))
        wanted = words | _heads(word for topic in about for word in topics[topic])
        if wanted:
            needs.append(Need(_PLACES.get(slot, "near"), wanted))
    return Trigger(tuple(needs), acts=_acts(frame.rule, rules))


def _words_by_topic(rules: Rules) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, topics in rules.topics.items():
        for topic in topics:
            found.setdefault(topic, set()).add(word)
    return {topic: frozenset(words) for topic, words in found.items()}


def _parts(words: str) -> list[str]:
    """The head of a compound first: "peace talk" -> talk, peace; "state of emergency" -> state, emergency."""
    parts = words.split(" ")
    return [parts[0], parts[2]] if len(parts) == 3 and parts[1] == "of" else [parts[-1], *parts[:-1]]


def _heads(words: Iterable[str]) -> frozenset[str]:
    return frozenset(_parts(word)[0] for word in words)


def _fewest(found: Iterable[Trigger]) -> tuple[Trigger, ...]:
    """The triggers with those of one need in the same place joined, and without what one without needs makes needless."""
    plain = {t for t in found if not t.needs}
    joined: dict[Trigger, set[str]] = {}
    rest: list[Trigger] = []
    for t in found:
        if any(p != t and p.named <= t.named and p.sides <= t.sides and p.acts <= t.acts for p in plain):
            continue
        if len(t.needs) == 1:
            alike = t._replace(needs=(Need(t.needs[0].place, frozenset()),))
            joined.setdefault(alike, set()).update(t.needs[0].words)
        elif t.needs:
            rest.append(t)
    singles = (t._replace(needs=(Need(t.needs[0].place, frozenset(words)),)) for t, words in joined.items())
    return (*sorted(plain, key=lambda t: t[1:]), *singles, *dict.fromkeys(rest))


def _phrases(scales: Scales) -> dict[str, tuple[tuple[str, ...], ...]]:
    rest = {first: [tuple(w for w in p.words[1:] if w != "*") for p in found] for first, found in scales.phrases.items()}
    return {first: tuple(dict.fromkeys(found)) for first, found in rest.items()}


def _estimates(scales: Scales) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {first: [words for words, _ in pairs] for first, pairs in scales.estimative.items()}
    for kind in ("open", "bound"):
        for text in scales.words.get(kind, ()):
            words = tuple(text.split())
            found.setdefault(words[0], []).append(words)
    return {first: tuple(wordings) for first, wordings in found.items()}
