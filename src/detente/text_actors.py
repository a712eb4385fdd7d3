"""Who a text is about: every actor it names, and the countries that carry it. A first, plain method; no figure is claimed for it yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from detente.clauses import Sentence, parse_texts
from detente.events.actors import Memory, Phrases
from detente.lexicon import Lexicon
from detente.types import Article

# Texts parsed together: enough to fill the parser's batches.
_BATCH = 64
# What one mention counts for. By hand: a headline names whom a text is about, and so does its first sentence; a subject acts, a
# country named beside something else ("a Swiss bank", "in Geneva") may be no more than a place.
TITLE, LEAD, SUBJECT, PLAIN = 4.0, 2.0, 1.5, 1.0
# Of the most central country's weight, what another must have; and what any must have to be more than named in passing.
SHARE, LEAST = 0.15, 1.5


@dataclass(frozen=True, slots=True)
class NamedActor:
    """One place in the text that names an actor. code: with sectors; name: for display; start, end: code points of the text."""

    code: str
    name: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextActors:
    """The countries a text is about (ISO 3166, most central first) and every actor its text names."""

    id: str
    countries: tuple[str, ...]
    actors: tuple[NamedActor, ...]


def text_actors(articles: Iterable[Article], lexicon: Lexicon, model: str) -> Iterator[TextActors]:
    """The actors of each article, in order. Raises ParserError."""
    stream = iter(articles)
    while batch := list(islice(stream, _BATCH)):
        parsed = parse_texts([pair for a in batch for pair in (("title", a.title), ("text", a.text))], model=model)
        for article in batch:
            title, text = next(parsed), next(parsed)
            yield _of_article(article, [*title, *text], lexicon)


def _of_article(article: Article, sentences: list[Sentence], lexicon: Lexicon) -> TextActors:
    on = article.published.date() if article.published else None
    memory, weights, actors = Memory(), defaultdict[str, float](float), list[NamedActor]()
    lead = next((s.start for s in sentences if s.field == "text"), 0)
    for s in sentences:
        phrases = Phrases(s, lexicon, on, memory)
        here = TITLE if s.field == "title" else LEAD if s.start == lead else PLAIN
        countries = set(phrases.countries())
        for k, named in _named(s, phrases, lexicon):
            country = named.code[:3]
            if country in lexicon.country_codes and (k in phrases.cover or country not in countries):  # "Swiss bank" names it once
                weights[country] += here * (SUBJECT if s.tokens[k].dep in ("nsubj", "nsubjpass") else PLAIN)
            if s.field == "text":
                actors.append(named)
        phrases.remember()
    most = max(weights.values(), default=0.0)
    about = [country for country, weight in weights.items() if weight >= max(LEAST, SHARE * most)]
    return TextActors(article.id, tuple(sorted(about, key=lambda c: (-weights[c], c))), tuple(actors))


def _named(s: Sentence, phrases: Phrases, lexicon: Lexicon) -> Iterator[tuple[int, NamedActor]]:
    """The names in a sentence, and the nouns that stand for an actor ("the ministry"), each with the token that heads it."""
    for k, token in enumerate(s.tokens):
        entry = phrases.entry(k)
        if entry is not None:
            _, start, end = phrases.cover[k]
            if k == start:
                head = next((i for i in range(start, end) if not start <= s.tokens[i].head < end), k)
                first, last = s.tokens[start].start, s.tokens[end - 1].end
                yield head, _actor(s, entry.code, entry.name, first, last)
        elif token.pos == "NOUN" and k not in phrases.cover:
            for actor in phrases.resolve(k, coordinated=False):
                if actor.kind == "actor":
                    yield k, _actor(s, actor.code, lexicon.display_name(actor.code), token.start, token.end)


def _actor(s: Sentence, code: str, name: str, start: int, end: int) -> NamedActor:
    return NamedActor(code, name, s.text[start - s.start : end - s.start], start, end)

