"""POLECAT weekly data (Scarborough, Bagozzi, Beger et al., Harvard Dataverse doi:10.7910/DVN/AJGVIT): tab-separated, with a header.

Classes, modes and contexts are PLOVER's own; there is no CAMEO code. Some published files name four columns in their header that their rows
do not have, others end their lines with tabs too many; both are read (A. Beger, "POLECAT Event Data", 2024, says which). A cell may name
several countries, parted by semicolons: the event then stands in a row for each pair."""

from detente.events.tables.published import Format, Layout

REQUIRED = ("Event Date", "Event Type", "Intensity", "Actor Name", "Actor Country", "Recipient Name", "Recipient Country")

POLECAT = Format(
    name="polecat",
    about="a POLECAT file is tab-separated and begins with a header: Event ID, Event Date, Event Type, Event Mode, Intensity, ...",
    layouts=(Layout("\t", header=True, required=REQUIRED, excess=frozenset(("Headline", "Event Text", "Feed", "Story ID"))),),
    fields={
        "day": "day_of({Event Date})",
        "actor_country": "{Actor Country}",
        "actor_sectors": "coalesce({Primary Actor Sector}, {Actor Sectors})",
        "actor_name": "{Actor Name}",
        "recipient_country": "{Recipient Country}",
        "recipient_sectors": "coalesce({Primary Recipient Sector}, {Recipient Sectors})",
        "recipient_name": "{Recipient Name}",
        "plover": "upper({Event Type})",
        "mode": "{Event Mode}",
        "contexts": "{Contexts}",
        "intensity": "{Intensity}",
        "source_id": "{Event ID}",
    },
    event=("day", "actor_name", "recipient_name", "plover", "mode"),
    countries="either",
    several=True,
    names={"Event Intensity": "Intensity"},
)
