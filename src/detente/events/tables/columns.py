"""The columns of the project's own event table: what every import writes and every export reads."""

from __future__ import annotations

# name -> SQL type. The first seven are what `detente relations` needs; the others open a row to where it stands.
TABLE_COLUMNS: dict[str, str] = {
    "date": "DATE",  # the day of the event
    "actor": "VARCHAR",  # code; empty where the side is neither a country nor a known organisation
    "recipient": "VARCHAR",
    "plover": "VARCHAR",  # class; empty for statements (CAMEO 01), which count as volume only
    "cameo": "VARCHAR",  # code; empty where the format has none
    "intensity": "DOUBLE",  # -10 to 10, as published
    "count": "INTEGER",  # distinct events the row stands for
    "mentions": "INTEGER",  # rows (GDELT: mentions) that tell of it
    "mode": "VARCHAR",
    "contexts": "VARCHAR",  # parted by ;
    "actor_name": "VARCHAR",  # as published
    "recipient_name": "VARCHAR",
    "source": "VARCHAR",  # the format it came in: icews ...
    "source_id": "VARCHAR",  # the published row's id
    "url": "VARCHAR",
    "file": "VARCHAR",  # the name of the file it stood in
    "id": "VARCHAR",  # hash of what makes it one event: 16 hexadecimal digits
}

# The sixteen classes of PLOVER, with the two names of its drafts that published tables still use.
PLOVER_CLASSES = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)
PLOVER_NAMES = {**{name: name for name in PLOVER_CLASSES}, "DEMAND": "REQUEST", "YIELD": "CONCEDE"}
