"""What is indexed: a document, its words for the full text, and the tags by which it is narrowed down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from hashlib import blake2b

from detente.search.query import Kind, SearchQuery
from detente.search.words import WORDS_VERSION

# Raise it when documents are made otherwise: every index is then made anew.
INDEX_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Document:
    """Something that can be found.

    key: see `found.Hit`; a report whose text may not be published has a second one for the desk alone ("article:ID*"). public: readers
    may find it; desk: so may the desk. title, body: all that is searched and all that snippets are taken from. whole: the body is the
    article's own text, and is not stored a second time. moment: local to the text, as it states it; None: undated.
    """

    key: str
    kind: Kind
    moment: datetime | None
    title: str
    body: str
    whole: bool = False
    public: bool = True
    desk: bool = True
    article: str = ""
    source: str = ""
    language: str = ""
    categories: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    realis: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """Changes whenever anything of it does. An article's id is a hash of its text already."""
        values = [getattr(self, field.name) for field in fields(self) if field.name != "body" or not self.whole]
        said = repr((INDEX_VERSION, WORDS_VERSION, self.article if self.whole else "", values))
        return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def tag(prefix: str, value: str) -> str:
    """A filter's value as one word of the index: letters and digits of ASCII."""
    plain = value.lower()
    if plain.isascii() and plain.isalnum():
        return prefix + plain
    return f"{prefix}0{blake2b(plain.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"


def tags_of(document: Document) -> Iterator[str]:
    """The tags of a document."""
    if document.public:
        yield tag("p", "public")
    if document.desk:
        yield tag("p", "desk")
    yield tag("k", document.kind)
    for prefix, values in (
        ("a", dict.fromkeys((*document.actors, *document.parts))), ("r", document.relations), ("e", document.classes),
        ("t", document.realis), ("c", document.categories), ("l", (document.language,)), ("s", (document.source,)),
    ):  # fmt: skip
        yield from (tag(prefix, value) for value in values if value)


def tags_asked(query: SearchQuery, public: bool) -> tuple[str, ...]:
    """The tags that a query asks for."""
    asked = [("k", query.kind or ""), *(("a", actor) for actor in query.actors), ("e", query.plover), ("t", query.realis or "")]
    asked += [("c", query.category), ("r", query.relation), ("l", query.language), ("s", query.source)]
    return (tag("p", "public" if public else "desk"), *(tag(prefix, value) for prefix, value in asked if value))
