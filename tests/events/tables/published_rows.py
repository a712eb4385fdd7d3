"""Made-up rows in the layout of each published format: nobody's data, only the columns are real."""

from __future__ import annotations

from collections.abc import Sequence

from detente.events.tables.gdelt import GDELT
from detente.events.tables.phoenix import DAILY

ICEWS_COLUMNS = (
    *("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity"),
    *("Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province"),
    *("Country", "Latitude", "Longitude"),
)
POLECAT_COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw"),
    *("Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors"),
    *("Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country"),
    *("Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People"),
    *("Story Organizations", "Story Locations", "Language", "Version"),
)
HISTORICAL = (
    *("eid", "story_date", "year", "month", "day", "source", "source_root", "source_agent", "source_others", "target", "target_root"),
    *("target_agent", "target_others", "code", "root_code", "quad_class", "goldstein", "joined_issues", "lat", "lon", "placename"),
    *("statename", "countryname", "aid", "process"),
)


def line(columns: Sequence[str], values: dict[str, str]) -> str:
    """One tab-separated row; columns that are not given stay empty."""
    return "\t".join(values.get(c, "") for c in columns)


def icews(number: int, day: str, source: str, country: str, cameo: str, target: str, other: str, **more: str) -> str:
    """An ICEWS row."""
    given = {
        "Event ID": str(number), "Event Date": day, "Source Name": source, "Source Country": country, "CAMEO Code": cameo,
        "Intensity": "-4.0", "Target Name": target, "Target Country": other, "Story ID": "7",
    }  # fmt: skip
    return line(ICEWS_COLUMNS, given | more)


def icews_file(*rows: str) -> str:
    """A file with its header."""
    return "\n".join(("\t".join(ICEWS_COLUMNS), *rows)) + "\n"


def gdelt(number: int, day: str, actor: str, recipient: str, cameo: str, width: int = 58, **more: str) -> str:
    """A GDELT row of 57, 58 or 61 columns."""
    columns = next(c for c in GDELT.layouts[0].columns if len(c) == width)
    given = {
        "GLOBALEVENTID": str(number), "SQLDATE": day, "Actor1Code": actor, "Actor1CountryCode": actor[:3], "Actor2Code": recipient,
        "Actor2CountryCode": recipient[:3], "EventCode": cameo, "GoldsteinScale": "-2.0", "NumMentions": "3",
        "SOURCEURL": f"https://example.org/{number}",
    }  # fmt: skip
    return line(columns, given | more)


def polecat(ident: str, day: str, plover: str, actor: str, recipient: str, **more: str) -> str:
    """A POLECAT row."""
    given = {
        "Event ID": ident, "Event Date": day, "Event Type": plover, "Intensity": "-5.0", "Actor Name": f"Name of {actor}",
        "Actor Country": actor, "Recipient Name": f"Name of {recipient}", "Recipient Country": recipient,
    }  # fmt: skip
    return line(POLECAT_COLUMNS, given | more)


def phoenix(number: int, day: str, actor: str, recipient: str, cameo: str, **more: str) -> str:
    """A row of a daily Phoenix file."""
    given = {
        "EventID": str(number), "Date": day, "year": day[:4], "month": day[4:6], "day": day[6:], "source": actor,
        "source_root": actor[:3], "source_agent": actor[3:6], "target": recipient, "target_root": recipient[:3],
        "target_agent": recipient[3:6], "code": cameo, "root_code": cameo[:2], "goldstein": "1.0", "url": "https://example.org/p",
    }  # fmt: skip
    return line(DAILY, given | more)
