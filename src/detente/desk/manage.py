"""Django's own commands for whoever develops the desk: ``python -m detente.desk.manage makemigrations review``

They run on an empty desk in a temporary folder; DETENTE_DESK names another. After new migrations: ``python -m detente.desk.schema``.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path


def main(words: list[str]) -> None:
    """Run a command."""
    from detente.config import CONFIG_NAME, Config, default_toml
    from detente.desk.secret import secret_key
    from detente.desk.settings import desk_settings
    from detente.record.django_settings import database_for, start_django

    with tempfile.TemporaryDirectory() as empty:
        folder = Path(os.environ.get("DETENTE_DESK", empty)).resolve()
        if str(folder) == empty:
            (folder / CONFIG_NAME).write_text(default_toml("Empty"), "utf-8")
        from django.conf import settings
        from django.core.management import execute_from_command_line

        settings.configure(**desk_settings(folder, Config(), database_for(folder), secret_key(folder)))
        start_django()
        execute_from_command_line(["manage", *words])


if __name__ == "__main__":
    main(sys.argv[1:])
