"""Sends what is due. At most once an issue: a row in the ledger is written before each send and again after it.

Killed between the two, nobody knows whether the mail went out, so it is not sent again; but what was in it counts as untold and comes in
the next issue. A server that says no is asked again, within the period; one that cannot be reached has had nothing begun.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from django.db import IntegrityError, transaction
from django.utils import timezone

from detente.desk.public_shell import folder_of
from detente.desk.subscriptions.models import Issue, Subscriber
from detente.desk.subscriptions.news import first_seen, note
from detente.desk.subscriptions.periods import MAX_ATTEMPTS, STALE, may_try_again, period_of
from detente.desk.subscriptions.places import base_of, leave_address
from detente.desk.subscriptions.sending import connection, leave_headers, message
from detente.desk.subscriptions.topics import Topic, covers, topics_of
from detente.errors import DeskError, NotFoundError
from detente.pages.digest import Digest, News, make_digest, recent_news
from detente.pages.digest_parts import digest_html, digest_subject, digest_text

if TYPE_CHECKING:
    from detente.config import Config
    from detente.desk.site.edition import LiveEdition
    from detente.pages.build import Edition

MAX_REFUSALS = 3  # issues in a row that a server refused for good: the address is dead, and is deleted
LEDGER_KEPT = timedelta(days=90)  # rows of what was sent: a quarter is enough to answer for a complaint

Outcome = Literal["sent", "failed", "refused", "unknown"]
_log = logging.getLogger("detente.desk.subscriptions")


@dataclass(slots=True)
class Report:
    """How many mails were sent, had nothing to say, were turned down (and come again), may or may not have gone out; addresses dropped."""

    sent: int = 0
    empty: int = 0
    failed: int = 0
    unknown: int = 0
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """What one pass has at hand. news: by language, the same in each; seen: id of news -> when it was first there."""

    config: Config
    desk: Path
    live: LiveEdition
    offered: tuple[Topic, ...]
    news: dict[str, tuple[News, ...]]
    seen: dict[str, datetime]
    now: datetime


def send_due(say: Callable[[int, str], object] | None = None, *, dry: bool = False) -> Report:
    """Send every issue that is due. say: called with a subscriber's number and the subject of each; dry: send and write nothing.

    Raises DeskError where mail is not configured, OSError or SMTPException where the server cannot be reached."""
    from detente.desk.opened import opened_desk
    from detente.desk.site.edition import edition

    desk, now, report = opened_desk(), timezone.now(), Report()
    if desk.config.mail is None:
        raise DeskError("this desk sends no mail", where="detente.toml", hint="write a table [mail]: docs/subscribe.md")
    waiting = list(_due(now, dry=dry))
    if not waiting:
        return report
    try:
        live = edition()
    except NotFoundError:  # no article with a date yet, so no news
        return report
    news = recent_news(live.plan)
    seen = {**dict.fromkeys((one.id for one in news), now), **first_seen(news)} if dry else note(news, now)
    run = Run(desk.config, desk.path, live, topics_of(live.plan), {live.plan.frame.language: news}, seen, now)
    _pass(run, waiting, report, say, dry)
    if not dry:
        Issue.objects.filter(at__lt=now - LEDGER_KEPT).delete()
    return report


def _due(now: datetime, *, dry: bool) -> Iterator[Subscriber]:
    """Subscribers whose period is not done with; those whose issue waits for another attempt, or is being sent, are left out."""
    periods = {"daily": period_of("daily", now), "weekly": period_of("weekly", now)}
    for rhythm, period in periods.items():
        begun = {issue.subscriber_id: issue for issue in Issue.objects.filter(period=period)}
        for subscriber in Subscriber.objects.filter(rhythm=rhythm).exclude(period=period).order_by("pk"):
            issue = begun.get(subscriber.pk)
            if issue is None or (issue.state == "failed" and may_try_again(issue.attempts, issue.at, now)):
                yield subscriber
            elif issue.state == "sending" and now - issue.at > STALE and not dry:
                Subscriber.objects.filter(pk=subscriber.pk).update(period=period)  # cut off: what was in it comes in the next one


def _pass(run: Run, waiting: Sequence[Subscriber], report: Report, say: Callable[[int, str], object] | None, dry: bool) -> None:
    assert run.config.mail is not None
    line = connection(run.config.mail, run.desk)
    try:
        for subscriber in waiting:
            digest = _digest_for(run, subscriber)
            if not digest.entries:
                report.empty += 1
                if not dry:
                    Subscriber.objects.filter(pk=subscriber.pk).update(period=_period(run, subscriber), told_through=run.now)
                continue
            if say is not None:
                say(subscriber.pk, digest_subject(digest))
            if dry:
                report.sent += 1
                continue
            line.open()  # before the ledger says that anything was begun
            issue = _begin(run, subscriber)
            if issue is not None:
                outcome = _send(line, _mail(run, subscriber, digest), issue)
                _end(run, subscriber, issue, outcome, report)
                if outcome == "unknown":
                    line.close()
    finally:
        _close(line)


def _close(line: Any) -> None:
    try:
        line.close()
    except Exception as error:  # noqa: BLE001 - all that was to be sent is sent; what a server says at the end changes nothing
        _log.warning("the mail server ended badly: %s", type(error).__name__)


def _period(run: Run, subscriber: Subscriber) -> str:
    return period_of(subscriber.rhythm, run.now)


def _digest_for(run: Run, subscriber: Subscriber) -> Digest:
    edition = _edition_for(run, subscriber)
    spoken = edition.frame.language
    if spoken not in run.news:
        run.news[spoken] = recent_news(edition)
    new = [n for n in run.news[spoken] if run.seen.get(n.id, run.now) > subscriber.told_through]
    wanted = [n for n in new if covers(run.offered, subscriber.topics, n.ref)]
    return make_digest(edition, wanted, subscriber.rhythm, base_of(run.config), leave_address(run.config, subscriber.key, spoken))


def _edition_for(run: Run, subscriber: Subscriber) -> Edition:
    """In the subscriber's language; in the desk's first where it has given that one up."""
    return run.live.plan_of(folder_of(run.config, subscriber.language))


def _mail(run: Run, subscriber: Subscriber, digest: Digest) -> Any:
    assert run.config.mail is not None
    ident = f"{_period(run, subscriber)}.{subscriber.pk}.digest"
    headers = leave_headers(run.config.mail, digest.leave, ident)
    return message(
        run.config.mail, digest.title, subscriber.address, digest_subject(digest), digest_text(digest), digest_html(digest), headers
    )


def _begin(run: Run, subscriber: Subscriber) -> Any:
    """The row in the ledger; None where another process has it, or the reader has left meanwhile."""
    begun = {"state": "sending", "at": run.now}
    try:
        with transaction.atomic():
            if not Subscriber.objects.filter(pk=subscriber.pk).exists():
                return None
            issue, made = Issue.objects.get_or_create(subscriber_id=subscriber.pk, period=_period(run, subscriber), defaults=begun)
    except IntegrityError:
        return None
    if made:
        return issue
    tried = Issue.objects.filter(pk=issue.pk, state="failed", attempts=issue.attempts)
    if not tried.update(**begun, attempts=issue.attempts + 1):
        return None
    issue.attempts += 1
    return issue


def _send(line: Any, mail: Any, issue: Issue) -> Outcome:
    """Hand it over. Only what the server itself turned down, or what never reached it, is sure not to have gone out."""
    from smtplib import SMTPNotSupportedError, SMTPRecipientsRefused, SMTPResponseException

    try:
        line.send_messages([mail])
    except SMTPRecipientsRefused as error:
        return "refused" if all(code >= 500 for code, _ in error.recipients.values()) else "failed"
    except (SMTPResponseException, SMTPNotSupportedError, ValueError) as error:
        _log.error("issue %s was turned down: %s", issue.pk, type(error).__name__)
        return "failed"
    except Exception as error:  # noqa: BLE001 - an answer that did not come: it may have gone out
        _log.error("issue %s may not have gone out; what was in it comes in the next: %s", issue.pk, type(error).__name__)
        return "unknown"
    return "sent"


def _end(run: Run, subscriber: Subscriber, issue: Issue, outcome: Outcome, report: Report) -> None:
    """Write down how it went, in one transaction. Of what is not known nothing is written: the row goes on saying "sending"."""
    rows, done = Subscriber.objects.filter(pk=subscriber.pk), {"period": _period(run, subscriber)}
    with transaction.atomic():
        if outcome == "sent":
            Issue.objects.filter(pk=issue.pk).update(state="sent", at=timezone.now())
            rows.update(**done, told_through=run.now, refusals=0)
            report.sent += 1
        elif outcome == "unknown":
            rows.update(**done)
            report.unknown += 1
        else:
            Issue.objects.filter(pk=issue.pk).update(state="failed", at=run.now)
            report.failed += 1
            if outcome == "refused":
                rows.update(**done, refusals=subscriber.refusals + 1)
                dropped, _ = rows.filter(refusals__gte=MAX_REFUSALS).delete()
                report.dropped += bool(dropped)
            elif issue.attempts >= MAX_ATTEMPTS:
                rows.update(**done)
