"""The table of commands, and the group that loads them one by one and turns expected errors into one clean line."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from detente import __version__
from detente.cli.safe_text import one_line
from detente.errors import DetenteError

# name -> (module, its line in `detente --help`)
COMMANDS = {
    "init": ("detente.cli.init", "Make a desk in the folder DIR."),
    "run": ("detente.cli.run", "Read what is new, code it, and show where every relation stands."),
    "recode": ("detente.cli.recode", "What another lexicon or version would change, before anyone accepts it."),
    "status": ("detente.cli.status", "The state of a desk's categories and relations."),
    "trends": ("detente.cli.trends", "What moved most over a span of days, up and down, and the turning points."),
    "events": ("detente.cli.events", "What a desk's articles tell: events, assessments, forecasts."),
    "articles": ("detente.cli.articles", "The articles of a desk."),
    "search": ("detente.cli.search", "Find articles, analyses and events by their words, and narrow them down."),
    "explain": ("detente.cli.explain", "Why a status, a relation or an event is what it is, down to the words."),
    "whatif": ("detente.cli.whatif", "What a relation's status would be with one more event, and what to expect after it."),
    "similar": ("detente.cli.similar", "Articles on the same story, or on similar situations."),
    "code": ("detente.cli.code", "Code texts: JSON lines in, events out. Needs no desk."),
    "actors": ("detente.cli.actors", "Who texts are about: JSON lines in, countries and actors out."),
    "import": ("detente.cli.import_tables", "Read published event tables: ICEWS, GDELT, POLECAT, Phoenix."),
    "export": ("detente.cli.export", "Write a desk's events as a table, PLOVER JSON or GDELT-like columns."),
    "relations": ("detente.cli.relations", "An event table in, the statuses of all its relations out."),
    "outlook": ("detente.cli.outlook", "What is to be expected of a desk's categories and relations."),
    "forecasts": ("detente.cli.forecasts", "The forecasts that were published, how they came out, and how good they were."),
    "backtest": ("detente.cli.backtest", "How good such forecasts would have been: every week judged by the week that came."),
    "plot": ("detente.cli.plot", "Draw a relation or category into an SVG or PNG file."),
    "pages": ("detente.cli.pages", "Write a desk's pages into the folder OUT."),
    "serve": ("detente.cli.serve", "Start the web desk, or show a desk's pages on this machine."),
    "user": ("detente.cli.user", "Who may log in to the web desk, and what they may do there."),
    "token": ("detente.cli.token", "With what programs read the desk's own data through the API."),
    "publish-due": ("detente.cli.publish_due", "Publish what was scheduled and is due: for cron, where no `detente serve` runs."),
    "digest": ("detente.cli.digest", "Send the e-mail digests that are due: for cron, where no `detente serve` runs."),
    "subscribers": ("detente.cli.subscribers", "Who gets digests by e-mail: listed, or removed."),
    "backup": ("detente.cli.backup", "Write a desk into one file."),
    "restore": ("detente.cli.restore", "Make a desk anew from such a file."),
    "lexicon": ("detente.cli.lexicon", "The tables of names and words: check them, or ask what they say of a word."),
    "doctor": ("detente.cli.doctor", "What is installed, what is wrong, and how to mend it."),
}


class Commands(click.Group):
    """Loads a command's module when the command is called; help needs none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command, from its module."""
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[name][0]).command
        command.short_help = COMMANDS[name][1]
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The lines of the table, without loading anything."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command when there is none of that name."""
        from difflib import get_close_matches

        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, n=1)
            ctx.fail(f"no such command {args[0]!r}." + (f" Did you mean {near[0]!r}?" if near else ""))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run; an expected failure is one line on standard error and exit status 1."""
        try:
            return super().invoke(ctx)
        except DetenteError as error:
            if ctx.params.get("debug"):
                raise
            click.echo(f"detente: {one_line(str(error), 2000)}", err=True)
            ctx.exit(1)
        except KeyboardInterrupt:
            click.echo("detente: interrupted; what was done is kept", err=True)
            sys.exit(130)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="detente", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show where in the program an error came from.")
def detente(debug: bool) -> None:
    """Keeps track of relations: reads political articles, codes who did what to whom, and says where every relation stands.

    A desk is a folder with detente.toml, articles and a database. Begin with: detente init DIR
    """
