"""When an issue is due, and whether it may be tried again. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta

from detente.pages.digest import Rhythm

SEND_HOUR = 6  # UTC: before the working day in Europe, and after the night's `detente run`
MAX_ATTEMPTS = 5
FIRST_WAIT = timedelta(minutes=10)  # doubled each time: five attempts within three hours, longer than most greylisting and restarts
STALE = timedelta(hours=1)  # a mail that was begun so long ago and not ended was cut off: one send has half a minute an answer


def period_of(rhythm: Rhythm, now: datetime) -> str:
    """The day or ISO week that an issue sent at ``now`` (UTC) is for: ``2016-06-20``, ``2016-W25``. Days begin at SEND_HOUR."""
    moment = now - timedelta(hours=SEND_HOUR)
    if rhythm == "daily":
        return moment.date().isoformat()
    year, week, _ = moment.isocalendar()
    return f"{year}-W{week:02}"


def may_try_again(attempts: int, last: datetime, now: datetime) -> bool:
    """Whether an issue that the server turned down ``attempts`` times is due again."""
    return attempts < MAX_ATTEMPTS and now - last >= FIRST_WAIT * 2 ** (attempts - 1)
