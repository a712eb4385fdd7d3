"""``detente doctor [DESK]``"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from detente.cli.options import desk_argument, json_option


@click.command()
@desk_argument
@json_option
@click.pass_context
def command(ctx: click.Context, desk: Path, as_json: bool) -> None:
    """What is installed, which models and which database, what is wrong and how to mend it. Exit status 1 if something is wrong."""
    from detente.cli.checks import all_checks
    from detente.cli.json_lines import print_lines
    from detente.cli.safe_text import one_line

    checks = all_checks(desk)
    if as_json:
        print_lines(asdict(check) for check in checks)
    else:
        for check in checks:
            click.echo(f"{'ok    ' if check.ok else 'WRONG '} {check.name:<18} {one_line(check.found, 300)}")
            if not check.ok:
                click.echo(f"       {'':<18} mend it: {one_line(check.mend, 300)}")
        wrong = sum(not check.ok for check in checks)
        click.echo("Nothing is wrong." if not wrong else f"{wrong} of {len(checks)} are wrong.")
    if not all(check.ok for check in checks):
        ctx.exit(1)
