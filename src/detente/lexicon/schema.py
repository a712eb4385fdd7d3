"""The columns of each table of actors and places: what may stand where. The verbs' and nouns' tables have theirs with the coder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.lexicon.tables import Column

ORGAN_KINDS = ("person", "body", "crowd", "building")
OFFICES = ("head of state", "head of government", "foreign minister", "defence minister", "other")
NAME_KINDS = ("country", "demonym", "capital", "seat", "place", "organisation", "group", "person", "organ", "none")
PLACE_KINDS = ("city", "region", "area", "site")


@dataclass(frozen=True, slots=True)
class Table:
    """A table's file name (without .tsv), its columns, and the columns a desk's row is matched by to overrule it."""

    name: str
    columns: Sequence[Column]
    key: tuple[str, ...]


_NAME = Column("name", required=True)
_NAMES = Column("names", "list")
_CODE = Column("code", "code", required=True)
_FROM, _TO = Column("from", "date"), Column("to", "date")
_NOTE = Column("note")

SECTORS = Table("sectors", (Column("sector", required=True), Column("name", required=True), _NOTE), ("sector",))
COUNTRIES = Table("countries", (_CODE, _NAME, _NAMES, Column("demonyms", "list"), Column("capital", "list"), _NOTE), ("code",))
FORMER_STATES = Table("former_states", (_NAME, _NAMES, Column("demonyms", "list"), _CODE, _FROM, _TO, _NOTE), ("name", "from"))
SEATS = Table("seats", (_NAME, _NAMES, _CODE, _FROM, _TO, _NOTE), ("name", "from"))
PLACES = Table(
    "places",
    (
        _NAME, _NAMES, Column("country", "code", required=True), Column("kind", "choice", True, PLACE_KINDS),
        Column("ambiguous", "flag"), _NOTE,
    ),
    ("name",),
)
ORGANISATIONS = Table("organisations", (_CODE, _NAME, _NAMES, Column("members", "list"), _FROM, _TO, _NOTE), ("code", "name"))
GROUPS = Table(
    "groups",
    (_NAME, _NAMES, _CODE, Column("kind", "choice", True, ("armed", "party", "people", "company", "media", "movement")), _FROM, _TO, _NOTE),
    ("name", "from"),
)
_ORGAN_KIND = Column("kind", "choice", True, ORGAN_KINDS)
NAMED_ORGANS = Table("named_organs", (_NAME, _NAMES, _CODE, _ORGAN_KIND, _FROM, _TO, _NOTE), ("name", "from"))
ORGANS = Table("organs", (Column("phrase", required=True), Column("sector", required=True), _ORGAN_KIND, _NOTE), ("phrase",))
LEADERS = Table(
    "leaders",
    (_NAME, Column("spellings", "list"), Column("surname", "list"), _CODE, Column("office", "choice", True, OFFICES), _FROM, _TO, _NOTE),
    ("name",),
)
NAMES = Table("names", (_NAME, _NAMES, Column("code", "code"), Column("kind", "choice", True, NAME_KINDS), _FROM, _TO, _NOTE), ("name",))

# In the order in which they are read: codes are checked against the tables before.
TABLES = (SECTORS, COUNTRIES, ORGANISATIONS, GROUPS, FORMER_STATES, SEATS, PLACES, NAMED_ORGANS, ORGANS, LEADERS, NAMES)
