"""GDELT event files (codebooks "GDELT Event Database Data Format Codebook" 1.0 and 2.0): tab-separated, no header.

1.0 has 57 columns, 58 with SOURCEURL since April 2013; 2.0 has 61 (an ADM2 code in each of the three places). Actor codes are CAMEO's.
Each row is taken as the publisher has it: GDELT has already merged what it holds for one event."""

from detente.events.tables.published import Format, Layout


def _actor(number: int) -> tuple[str, ...]:
    parts = (
        *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code"),
        *("Type1Code", "Type2Code", "Type3Code"),
    )
    return tuple(f"Actor{number}{part}" for part in parts)


def _place(of: str, second: bool) -> tuple[str, ...]:
    parts = ("Type", "FullName", "CountryCode", "ADM1Code", *(("ADM2Code",) if second else ()), "Lat", "Long", "FeatureID")
    return tuple(f"{of}Geo_{part}" for part in parts)


def _columns(second: bool, url: bool) -> tuple[str, ...]:
    head = ("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate", *_actor(1), *_actor(2))
    action = ("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale")
    told = ("NumMentions", "NumSources", "NumArticles", "AvgTone")
    places = tuple(c for of in ("Actor1", "Actor2", "Action") for c in _place(of, second))
    return (*head, *action, *told, *places, "DATEADDED", *(("SOURCEURL",) if url else ()))


GDELT_1 = _columns(second=False, url=True)  # what `detente export events --format gdelt` writes

GDELT = Format(
    name="gdelt",
    about="a GDELT event file is tab-separated, without a header: 57 or 58 columns (1.0) or 61 (2.0)",
    layouts=(Layout("\t", header=False, columns=(_columns(False, False), GDELT_1, _columns(True, True))),),
    fields={
        "day": "day_of({SQLDATE})",
        "actor_country": "{Actor1CountryCode}",
        "actor_group": "{Actor1KnownGroupCode}",
        "actor_sectors": "concat_ws(',', {Actor1Type1Code}, {Actor1Type2Code}, {Actor1Type3Code})",
        "actor_name": "{Actor1Name}",
        "recipient_country": "{Actor2CountryCode}",
        "recipient_group": "{Actor2KnownGroupCode}",
        "recipient_sectors": "concat_ws(',', {Actor2Type1Code}, {Actor2Type2Code}, {Actor2Type3Code})",
        "recipient_name": "{Actor2Name}",
        "cameo": "{EventCode}",
        "intensity": "{GoldsteinScale}",
        "mentions": "{NumMentions}",
        "source_id": "{GLOBALEVENTID}",
        "url": "{SOURCEURL}",
    },
    event=("source_id", "day"),
    countries="code",
)
