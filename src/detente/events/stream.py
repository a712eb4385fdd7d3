"""Articles in, codings out, in order and in one process: the cheap look, the parse, the coder, a batch at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from detente.articles.limits import MAX_TEXT_CHARS
from detente.clauses import Sentence
from detente.clauses.parser import Part, parse_parts, whole
from detente.clauses.word_forms import lemmas_of
from detente.errors import DetenteError, ReadError
from detente.events import coder
from detente.events.promising import Look, Passed, load_look
from detente.events.rules import load_rules
from detente.lexicon import Lexicon
from detente.types import Article, Coding

OnError = Callable[[Article, Exception], None] | None
# Articles, and characters, that are parsed together: enough to fill the parser's batches, few enough to keep memory flat (a parsed
# character takes some 100 bytes).
_ARTICLES, _CHARS = 256, 300_000


def code_stream(articles: Iterable[Article], lexicon: Lexicon, model: str, on_error: OnError, look: bool) -> Iterator[Coding]:
    """A coding for each article; see `coder.code_articles`."""
    for batch in batches(articles):
        yield from code_batch(batch, lexicon, model, on_error, look)


def batches(articles: Iterable[Article], most: int = _ARTICLES, chars: int = _CHARS) -> Iterator[list[Article]]:
    """The articles in order, at most so many at a time, or as many as have so many characters together; one at the least."""
    batch: list[Article] = []
    size = 0
    for article in articles:
        own = len(article.title) + len(article.text)
        if batch and (len(batch) >= most or size + own > chars):
            yield batch
            batch, size = [], 0
        batch.append(article)
        size += own
    if batch:
        yield batch


def code_batch(batch: list[Article], lexicon: Lexicon, model: str, on_error: OnError, look: bool) -> Iterator[Coding]:
    """Code some articles. Where the parser breaks on one of them they are parsed one by one."""
    rules = load_rules(lexicon)
    try:
        read = deque(read_articles([article for article in batch if not too_long(article)], lexicon, model, look))
    except DetenteError:
        raise
    except Exception as error:  # noqa: BLE001 - nor does one of the parser
        if len(batch) > 1:
            for article in batch:
                yield from code_batch([article], lexicon, model, on_error, look)
            return
        yield _failed(batch[0], error, on_error)
        return
    for article in batch:
        if (refusal := too_long(article)) is not None:
            yield _failed(article, refusal, on_error)
            continue
        try:
            coding = coder.code_sentences(article, read.popleft(), lexicon, rules)[0]
        except Exception as error:  # noqa: BLE001 - a fault nobody foresaw costs its own article only
            coding = _failed(article, error, on_error)
        yield coding


def read_articles(articles: list[Article], lexicon: Lexicon, model: str, look: bool) -> list[list[Sentence | Passed]]:
    """The sentences of each article, title first: parsed, or passed over."""
    eye = look_of(lexicon, model) if look else None
    passed: list[list[Passed]] = []

    def fields() -> Iterator[list[Part]]:
        for article in articles:
            on = article.published.date() if article.published else None
            yield whole("title", article.title)
            parts, others = eye.parts("text", article.text, on) if eye else (whole("text", article.text), [])
            passed.append(others)
            yield parts

    parsed = list(parse_parts(fields(), model=model))
    out: list[list[Sentence | Passed]] = []
    for i, others in enumerate(passed):
        text: list[Sentence | Passed] = [*parsed[2 * i + 1], *others]
        out.append([*parsed[2 * i], *(sorted(text, key=lambda s: s.start) if others else text)])
    return out


def look_of(lexicon: Lexicon, model: str) -> Look | None:
    """The cheap look; None for a model whose lemmatiser has no tables to look with: all is parsed then."""
    lemmas = lemmas_of(model)
    return load_look(lexicon, lemmas) if lemmas is not None else None


def too_long(article: Article) -> ReadError | None:
    """What to say of an article over the limit of the readers: parsing it would take memory without end."""
    if len(article.text) <= MAX_TEXT_CHARS and len(article.title) <= MAX_TEXT_CHARS:
        return None
    size = max(len(article.text), len(article.title))
    return ReadError(f"{size:,} characters are too many for one article", where=article.id, hint=f"the limit is {MAX_TEXT_CHARS:,}: cut it")


def _failed(article: Article, error: Exception, on_error: OnError) -> Coding:
    if on_error is None:
        raise error
    on_error(article, error)
    return Coding(article.id)
