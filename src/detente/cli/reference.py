"""docs/commands.md and docs/settings.md, written from the commands and settings themselves: ``python -m detente.cli.reference DOCS``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from detente.cli.commands import COMMANDS, detente
from detente.config import CONFIG_NAME, SETTINGS, Setting, default_toml
from detente.mail_config import PASSWORD_NAME


def commands_page() -> str:
    """Every command with its help, as `detente COMMAND --help` prints it."""
    parts = [
        "# Commands\n",
        "Written from the program by `python -m detente.cli.reference docs`; a test holds the two together.\n",
        "Exit status: 0 only when everything asked for was done; 1 when something was not; 2 for a wrong call. Messages go to standard\n"
        "error, results to standard output. `-` is standard input or output. Every table can be had as JSON lines with `--json`.\n",
    ]
    context = click.Context(detente, info_name="detente", terminal_width=110, **detente.context_settings)
    for name in COMMANDS:
        command = detente.get_command(context, name)
        if command is None:
            raise LookupError(name)
        inner = click.Context(command, info_name=name, parent=context, terminal_width=110)
        parts.append(f"## detente {name}\n\n```\n{command.get_help(inner).rstrip()}\n```\n")
        for part in command.commands.values() if isinstance(command, click.Group) else ():
            help_text = part.get_help(click.Context(part, info_name=part.name, parent=inner, terminal_width=110)).rstrip()
            parts.append(f"### detente {name} {part.name}\n\n```\n{help_text}\n```\n")
    return "\n".join(parts)


def settings_page() -> str:
    """Every key of detente.toml, section by section, and the file `detente init` writes."""
    parts = [
        f"# Settings: {CONFIG_NAME}\n",
        "Written from the program by `python -m detente.cli.reference docs`; a test holds the two together.\n",
        "A key that is not listed here, or a value of another kind, is refused with the line it stands on.\n",
    ]
    for section in dict.fromkeys(setting.section for setting in SETTINGS):
        rows = [_row(setting) for setting in SETTINGS if setting.section == section]
        parts.append(f"## {_heading(section)}\n\n| key | kind | default | meaning |\n|---|---|---|---|\n" + "\n".join(rows) + "\n")
    parts.append(
        "## Environment\n\n| name | meaning |\n|---|---|\n"
        "| `DATABASE_URL` | `postgresql://user:password@host:5432/name`: the record is kept there instead of in `detente.db`. "
        "One database a desk. Needs the extra `detente[postgres]`. |\n"
        f"| `{PASSWORD_NAME}` | The password of the mail server, where `[mail] user` is set. |\n"
    )
    parts.append(f"## What `detente init` writes\n\n```toml\n{default_toml('A desk').rstrip()}\n```\n")
    return "\n".join(parts)


def _heading(section: str) -> str:
    if section in ("category", "relation", "table"):
        return f"`[[{section}]]` (once for each)"
    return f"`[{section}]`" if section else "At the top"


def _row(setting: Setting) -> str:
    kinds: dict[type, str] = {str: "text", bool: "true or false", list: "list", int: "whole number"}
    default = f"`{setting.default}`" if setting.default and " " not in setting.default else setting.default or "must be given"
    about = setting.about.replace("|", "\\|")
    return f"| `{setting.key}` | {kinds[setting.kind]} | {default} | {about} |"


PAGES = {"commands.md": commands_page, "settings.md": settings_page}


def main(folder: Path) -> None:
    """Write both pages into ``folder``."""
    for name, page in PAGES.items():
        (folder / name).write_text(page(), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
