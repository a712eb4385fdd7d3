"""Sentences built by hand, one word a line, so that rules are tested without a parser's model.

A line: number, word, lemma, part of speech, tag, dependency, head's number (its own number for the root), as the parser would have them.
"""

from __future__ import annotations

from datetime import date, datetime, time

from detente.clauses import Clause, Sentence, Token, extract_clauses
from detente.events.coder import code_sentences
from detente.events.rules import load_rules
from detente.lexicon import load_lexicon
from detente.types import Article, Coding, Event, Field

DAY = date(2019, 3, 14)


def sentence(rows: str, start: int = 0, field: Field = "text") -> Sentence:
    """A sentence of these rows, its words parted by one space (none before punctuation), beginning at an offset."""
    tokens: list[Token] = []
    at = start
    for row in filter(None, map(str.strip, rows.splitlines())):
        number, word, lemma, pos, tag, dep, head = row.split()
        if tokens and pos != "PUNCT":
            at += 1
        tokens.append(Token(int(number) - 1, word, lemma, pos, tag, dep, int(head) - 1, at, at + len(word)))
        at += len(word)
    assert [t.i for t in tokens] == list(range(len(tokens))), "rows are numbered 1, 2, 3 ..."
    return Sentence(field, _words(tokens, start), start, at, tuple(tokens))


def _words(tokens: list[Token], start: int) -> str:
    text = ""
    for token in tokens:
        text = text.ljust(token.start - start) + token.text
    return text


def clause_of(rows: str, word: str) -> tuple[Sentence, Clause]:
    """The sentence and its one clause whose predicate is this word."""
    s = sentence(rows)
    (found,) = [c for c in extract_clauses(s) if s.tokens[c.head].text == word]
    return s, found


def role(s: Sentence, clause: Clause, name: str) -> list[str]:
    """The words that fill a role of a clause."""
    return [s.tokens[k].text for k in clause.heads(name)]


def code(*rows: str, day: date | None = DAY) -> Coding:
    """Code an article of these sentences with the lexicon that ships."""
    sentences: list[Sentence] = []
    for one in rows:
        sentences.append(sentence(one, sentences[-1].end + 1 if sentences else 0))
    text = " ".join(s.text for s in sentences)
    article = Article("built", "", text, datetime.combine(day, time()) if day else None)
    lexicon = load_lexicon()
    return code_sentences(article, sentences, lexicon, load_rules(lexicon))[0]


def only(*rows: str) -> Event:
    """The one event of these sentences."""
    (event,) = code(*rows).events
    return event


def brief(event: Event) -> tuple[str, str, str, str]:
    """Who, class, whom, stated how."""
    return "+".join(event.actor), event.plover, "+".join(event.recipient), event.realis
