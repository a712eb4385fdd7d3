"""Whole files of documents: JSON lines in, JSON lines of neighbours out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from typing import Any, TextIO, cast

from detente.errors import NotFoundError, ReadError, TableError
from detente.similar.documents import SimilarDoc
from detente.similar.index import find_similar

Source = str | Path | TextIO


def _text(row: dict[str, Any], name: str, where: str) -> str:
    value = row.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise TableError(f"{name} is not a text", where=where, hint='{"id", "date", "text"} and perhaps "title", "actors", "events"')
    # Lone surrogates can be written in JSON but in no file; the tokenizer would refuse them.
    return value.encode("utf-8", "replace").decode("utf-8")


def _day(row: dict[str, Any], where: str) -> date | None:
    value = row.get("date")
    if value in (None, ""):
        return None
    try:
        return datetime.fromisoformat(value).date()
    except (TypeError, ValueError) as error:
        raise TableError(f"{value!r} is no ISO date", where=where, hint="write it as 2016-07-25, or leave it out") from error


def _events(row: dict[str, Any], where: str) -> tuple[tuple[str, str, str], ...]:
    """Rows of [actor, recipient, class], or events as `detente code` writes them (actor and recipient are lists)."""
    out: list[tuple[str, str, str]] = []
    for event in row.get("events") or ():
        if isinstance(event, list) and len(event) == 3 and all(isinstance(cell, str) for cell in event):
            out.append((event[0], event[1], event[2]))
        elif isinstance(event, dict) and isinstance(event.get("plover"), str):
            if event.get("realis", "asserted") != "asserted":
                continue
            actors = [str(each) for each in event.get("actor") or []]
            recipients = [str(each) for each in event.get("recipient") or []]
            if recipients:
                out += [(actor, recipient, event["plover"]) for actor in actors or [""] for recipient in recipients]
            elif len(actors) > 1:  # reciprocal: all sides in actor
                out += [(actor, other, event["plover"]) for actor in actors for other in actors if other != actor]
            else:
                out += [(actor, "", event["plover"]) for actor in actors]
        else:
            raise TableError("an event is neither [actor, recipient, class] nor an event of detente code", where=where)
    return tuple(out)


def document_from_json(row: Any, where: str) -> SimilarDoc:
    """One document from a decoded line: {"id", "text", "date"?, "title"?, "actors"?, "events"?}. Raises TableError."""
    if not isinstance(row, dict) or not isinstance(row.get("id"), str) or not row["id"]:
        raise TableError('a line needs an "id" that is a text', where=where)
    actors = row.get("actors") or []
    if not isinstance(actors, list) or not all(isinstance(code, str) for code in actors):
        raise TableError("actors is no list of codes", where=where)
    title, text = _text(row, "title", where), _text(row, "text", where)
    return SimilarDoc(row["id"], title, text, _day(row, where), tuple(actors), _events(row, where))


def read_documents(lines: Iterable[str], name: str = "") -> Iterator[SimilarDoc]:
    """Documents of JSON lines; empty lines are skipped. name: of the file, for messages. Raises TableError naming the line."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{name}, line {number}" if name else f"line {number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise TableError("not a line of JSON", where=where, hint="one JSON object a line") from error
        yield document_from_json(row, where)


def read_queries(lines: Iterable[str]) -> list[str]:
    """Ids, one a line; empty lines are skipped, repeats taken once."""
    return list(dict.fromkeys(line.strip() for line in lines if line.strip()))


def _open(stack: ExitStack, source: Source, mode: str) -> TextIO:
    if not isinstance(source, str | Path):
        return source
    try:
        opened = stack.enter_context(Path(source).open(mode, encoding="utf-8", newline="\n" if mode == "w" else None))  # noqa: SIM115
    except OSError as error:
        raise ReadError(error.strerror or "cannot be opened", where=str(source)) from error
    return cast(TextIO, opened)


def similar_from_files(
    corpus: Source, queries: Source | None, out: Source, *, top: int = 10, kind: str = "story", model: str | Path | None = None
) -> int:
    """Write {"id", "similar": [{"id", "score", "why"}]} a line for each question, in order; how many were written.

    corpus: JSON lines (path or open text). queries: ids, one a line; None for every document. kind: "story" or "situation". Nothing is
    written before all input has been read and found sound. Raises ReadError, TableError, NotFoundError, ModelError.
    """
    if top < 1:
        raise NotFoundError("a list of no neighbours", hint="top is at least 1")
    with ExitStack() as stack:
        name = str(corpus if isinstance(corpus, str | Path) else getattr(corpus, "name", ""))
        try:
            docs = list(read_documents(_open(stack, corpus, "r"), name))
            wanted = None if queries is None else read_queries(_open(stack, queries, "r"))
        except UnicodeDecodeError as error:
            raise ReadError("not UTF-8 text", where=name, hint="save it as UTF-8") from error
        known = {doc.id for doc in docs}
        for each in wanted or ():
            if each not in known:
                raise NotFoundError(f"there is no document {each!r} in the corpus", where="queries")
        found = find_similar(docs, wanted, top, kind, model=model)
        written = 0
        target: TextIO | None = None
        for each, neighbours in found:
            target = target or _open(stack, out, "w")
            rows = [{"id": neighbour.id, "score": neighbour.score, "why": neighbour.why} for neighbour in neighbours]
            target.write(json.dumps({"id": each, "similar": rows}, ensure_ascii=False) + "\n")
            written += 1
        if target is None:
            _open(stack, out, "w")
        return written
