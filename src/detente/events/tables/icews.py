"""ICEWS Coded Event Data (Boschee et al., Harvard Dataverse doi:10.7910/DVN/28075): tab-separated, with a header.

Columns: Event ID, Event Date, Source Name, Source Sectors, Source Country, Event Text, CAMEO Code, Intensity, Target Name, Target Sectors,
Target Country, Story ID, Sentence Number, Publisher, City, District, Province, Country, Latitude, Longitude. Quotes in it are plain signs.
An Event ID is one only together with its date."""

from detente.events.tables.published import Format, Layout

REQUIRED = ("Event Date", "Source Name", "Source Country", "CAMEO Code", "Target Name", "Target Country")

ICEWS = Format(
    name="icews",
    about="an ICEWS file is tab-separated and begins with a header: Event ID, Event Date, Source Name, ..., CAMEO Code, ...",
    layouts=(Layout("\t", header=True, required=REQUIRED),),
    fields={
        "day": "day_of({Event Date})",
        "actor_country": "{Source Country}",
        "actor_sectors": "{Source Sectors}",
        "actor_name": "{Source Name}",
        "recipient_country": "{Target Country}",
        "recipient_sectors": "{Target Sectors}",
        "recipient_name": "{Target Name}",
        "cameo": "{CAMEO Code}",
        "intensity": "{Intensity}",
        "source_id": "{Event ID}",
    },
    event=("day", "actor_name", "actor_country", "recipient_name", "recipient_country", "cameo"),
    countries="name",
)
