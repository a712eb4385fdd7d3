"""The word tables of assessments and forecasts (scales_*.tsv), loaded and indexed once a lexicon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from detente.clauses import Sentence
from detente.lexicon import Column, Lexicon, Row

MEANINGS = ("better", "worse", "more", "less", "steady", "into", "in")
DIRECTIONS = ("improving", "worsening", "steady", "more", "less")
_PLENTY = 6  # words "*" may stand for: room for "A and B" with an article or adjective each, no more, so that it stays in its clause


@dataclass(frozen=True, slots=True)
class Phrase:
    """A turn of phrase: its words, the direction it tells (more, less: by the worth of the noun), and what must stand in the clause."""

    words: tuple[str, ...]
    direction: str
    needs: str


@dataclass(frozen=True, slots=True)
class Band:
    """A row of ICD 203: its first wording and limits."""

    name: str
    low: float
    high: float


@dataclass(frozen=True)
class Scales:
    """All tables. nouns: lemma or two-word compound -> kinds. verbs, adjectives: word -> meaning. phrases: by first word, longest first.
    estimative: first word -> (words, band), longest
    first. horizons: words -> days. words, frames: kind -> words (scales_forecast.tsv,
    scales_frames.tsv)."""

    nouns: Mapping[str, frozenset[str]]
    verbs: Mapping[str, str]
    adjectives: Mapping[str, str]
    phrases: Mapping[str, tuple[Phrase, ...]]
    estimative: Mapping[str, tuple[tuple[tuple[str, ...], Band], ...]]
    horizons: Mapping[str, int]
    words: Mapping[str, frozenset[str]]
    frames: Mapping[str, frozenset[str]]

    @cached_property
    def telling(self) -> frozenset[str]:
        """Words without one of which no sentence assesses anything: of the nouns, verbs, adjectives and idioms."""
        keys = (*self.nouns, *self.verbs, *self.adjectives, *self.phrases)
        return frozenset(word for key in keys for word in (key, *key.replace("-", " ").split()))

    @cached_property
    def pairs(self) -> dict[str, list[str]]:
        """Words that name two sides at once -> these ("pair PRK KOR" in scales_frames.tsv)."""
        return {word: kind.split()[1:] for kind, words in self.frames.items() if kind.startswith("pair ") for word in words}


@lru_cache(maxsize=4)
def load_scales(lexicon: Lexicon) -> Scales:
    """Index the tables of a lexicon (a desk's rows on top). Raises LexiconError for a wrong row."""
    nouns: dict[str, set[str]] = {}
    for row in _table(lexicon, "scales_nouns", [Column("kind", required=True), _WORDS], ["kind"]):
        for word in row.values("words"):
            nouns.setdefault(word, set()).add(row.text("kind"))
    by_kind: dict[str, dict[str, str]] = {"verb": {}, "adj": {}}
    columns = [Column("meaning", "choice", True, MEANINGS), Column("of", "choice", True, ("verb", "adj")), _WORDS]
    for row in _table(lexicon, "scales_directions", columns, ["meaning", "of"]):
        for word in row.values("words"):
            by_kind[row.text("of")].setdefault(word, row.text("meaning"))
    phrases: dict[str, list[Phrase]] = {}
    columns = [Column("direction", "choice", True, DIRECTIONS), Column("needs", "choice", True, ("any", "relation", "sides")),
               Column("phrases", "list", True)]
    for row in _table(lexicon, "scales_phrases", columns, ["direction", "needs"]):
        for text in row.values("phrases"):
            words = tuple(text.split())
            phrases.setdefault(words[0], []).append(Phrase(words, row.text("direction"), row.text("needs")))
    estimative: dict[str, list[tuple[tuple[str, ...], Band]]] = {}
    columns = [Column("band", required=True), Column("low", "number", True), Column("high", "number", True), _WORDS]
    for row in _table(lexicon, "scales_estimative", columns, ["band"]):
        band = Band(row.text("band"), row.number("low") or 0.0, row.number("high") or 0.0)
        for text in row.values("words"):
            words = tuple(text.replace("-", " - ").replace("/", " / ").split())
            estimative.setdefault(words[0], []).append((words, band))
    horizons = {
        text: int(row.number("days") or 0)
        for row in _table(lexicon, "scales_horizons", [Column("days", "number", True), _WORDS], ["days"])
        for text in row.values("words")
    }
    return Scales(
        {word: frozenset(kinds) for word, kinds in nouns.items()}, by_kind["verb"], by_kind["adj"],
        {first: tuple(sorted(found, key=lambda p: -len(p.words))) for first, found in phrases.items()},
        {first: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for first, found in estimative.items()}, horizons,
        _kinds(lexicon, "scales_forecast"), _kinds(lexicon, "scales_frames"),
    )


_WORDS = Column("words", "list", required=True)


def _kinds(lexicon: Lexicon, name: str) -> dict[str, frozenset[str]]:
    columns = [Column("kind", required=True), _WORDS]
    return {row.text("kind"): frozenset(row.values("words")) for row in _table(lexicon, name, columns, ["kind"])}


def _table(lexicon: Lexicon, name: str, columns: list[Column], key: list[str]) -> list[Row]:
    return lexicon.table(name, tuple(columns), tuple(key))


def base_forms(word: str) -> tuple[str, ...]:
    """What a verb form may be the form of, for the lemmas a parser gets wrong ("cosying", "waning")."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            single = (stem[:-1],) if len(stem) > 2 and stem[-1] == stem[-2] else ()
            return (stem, stem + "e", *single)
    return ()


_PARTICLES = frozenset(
    ("up", "down", "out", "off", "away", "back", "on", "over", "apart", "in", "together", "around", "through", "aside", "along")
)
_SKIPPED = ("DET", "ADJ", "ADV", "PART", "NUM")


def match_words(s: Sentence, i: int, words: tuple[str, ...], allowed: frozenset[int] | None = None) -> int | None:
    """The last token of these words (lemmas or as written) from token i on; None where they do not stand there.

    Articles, adjectives and adverbs between two words are skipped (three at most), ``*`` stands for up to six of any kind.
    """
    at, k = i, 0
    particles = bool(_PARTICLES & set(words))
    while k < len(words):
        room = 3
        if words[k] == "*":
            k += 1
            stop = min(at + _PLENTY + 1, len(s.tokens))
            found = next((j for j in range(at, stop) if _is(s, j, words[k], particles)), None)
            if found is None:
                return None
            at = found
        else:
            while k > 0 and room and at < len(s.tokens) and not _is(s, at, words[k], particles) and _is_skipped(s, at):
                at, room = at + 1, room - 1
        if at >= len(s.tokens) or not _is(s, at, words[k], particles) or (allowed is not None and at not in allowed):
            return None
        at, k = at + 1, k + 1
    return at - 1


_NEGATIVE = ("no", "neither", "nor", "hardly", "barely", "scarcely")


def _is_skipped(s: Sentence, i: int) -> bool:
    return s.tokens[i].pos in _SKIPPED and s.tokens[i].tag != "TO" and s.lower[i] not in _NEGATIVE


def _is(s: Sentence, i: int, word: str, bare: bool = False) -> bool:
    """bare: the phrase has a particle of its own. Else a verb with one is another verb: the ice breaks, the ice breaks up."""
    token = s.tokens[i]
    if s.lower[i] != word and token.lemma.lower() != word and not (token.pos == "VERB" and word in base_forms(s.lower[i])):
        return False
    return token.pos != "VERB" or bare or s.child(i, "prt") is None
