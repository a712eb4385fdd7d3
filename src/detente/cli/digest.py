"""``detente digest [DESK]``"""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli.options import desk_argument


@click.command()
@desk_argument
@click.option("--dry-run", is_flag=True, help="Say what would be sent; send and write nothing.")
def command(desk: Path, dry_run: bool) -> None:
    """Send the e-mail digests that are due, each at most once.

    `detente serve` does it by itself; this is for cron, where the desk is not always served. Needs the extra detente[desk] and a table
    [mail] in detente.toml. Subscribers are named by their numbers; `detente subscribers list` shows whose they are.
    """
    from smtplib import SMTPException

    from detente.cli.safe_text import one_line
    from detente.desk.start import start_desk
    from detente.errors import DeskError

    start_desk(desk)
    from detente.desk.subscriptions.digests import send_due

    def say(number: int, subject: str) -> None:
        click.echo(f"{number}: {one_line(subject, 200)}")

    try:
        report = send_due(say, dry=dry_run)
    except (OSError, SMTPException) as error:
        hint = "nothing was begun that is not in the ledger; try again when the server can be reached"
        raise DeskError(f"the mail server cannot be used: {type(error).__name__}", where="[mail]", hint=hint) from error
    click.echo(f"{report.sent} {'would be sent' if dry_run else 'sent'}, {report.empty} without news")
    if report.dropped:
        click.echo(f"{report.dropped} removed: their servers refused three issues in a row")
    if report.failed or report.unknown:
        hint = "those that were turned down are tried again; what was in the others comes in the next issue"
        raise DeskError(f"{report.failed} turned down, {report.unknown} without an answer", where="[mail]", hint=hint)
