"""Phoenix: the daily files of the Open Event Data Alliance's pipeline (tab-separated, 26 columns, no header; names as in the R package
phoxy), and the Cline Center Historical Phoenix Event Data (comma-separated with quotes, a header from ``eid`` to ``process``).

Both are coded by PETRARCH with CAMEO's codes. A code that lost its leading zero is mended by its root code."""

from detente.events.tables.published import Format, Layout

DAILY = (
    *("EventID", "Date", "year", "month", "day", "source", "source_root", "source_agent", "source_others"),
    *("target", "target_root", "target_agent", "target_others", "code", "root_code", "quad_class", "goldstein", "joined_issues"),
    *("lat", "lon", "placename", "statename", "countryname", "aid", "url", "news_sources"),
)
REQUIRED = ("eid", "story_date", "source_root", "source_agent", "target_root", "target_agent", "code", "goldstein")

PHOENIX = Format(
    name="phoenix",
    about="a Phoenix file has 26 tab-separated columns and no header (daily), or is a CSV file with a header from eid on (historical)",
    layouts=(Layout("\t", header=False, columns=(DAILY,)), Layout(",", header=True, required=REQUIRED)),
    fields={
        "day": "coalesce(day_from({year}, {month}, {day}), day_of(coalesce({Date}, {story_date})))",
        "actor_country": "{source_root}",
        "actor_group": "organisation_in({source})",
        "actor_sectors": "{source_agent}",
        "actor_name": "{source}",
        "recipient_country": "{target_root}",
        "recipient_group": "organisation_in({target})",
        "recipient_sectors": "{target_agent}",
        "recipient_name": "{target}",
        "cameo": "zeroed({code}, {root_code})",
        "intensity": "{goldstein}",
        "source_id": "coalesce({EventID}, {eid})",
        "url": "{url}",
    },
    event=("day", "actor_name", "recipient_name", "cameo"),
    countries="code",
)
