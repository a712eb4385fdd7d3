"""Starts Django with a desk: settings, apps, and a database that has every table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from detente.errors import DeskError

if TYPE_CHECKING:
    from detente.config import Config


def installed() -> bool:
    """Whether the extra ``detente[desk]`` is there."""
    from importlib.util import find_spec

    return all(find_spec(name) is not None for name in ("wagtail", "ninja", "waitress", "whitenoise", "nh3"))


def require() -> None:
    """Raises DeskError where the extra is missing."""
    if not installed():
        hint = "pip install 'detente[desk]'; `detente serve --static` shows the pages without it"
        raise DeskError("the web desk is not installed", hint=hint)


def start_desk(folder: Path) -> Config:
    """Configure Django for the desk in ``folder`` and bring its database up to date. One desk a process. Raises DetenteError."""
    require()
    from django.conf import settings

    from detente.config import load_config
    from detente.desk.secret import secret_key
    from detente.desk.settings import desk_settings
    from detente.desk.tables import prepare, tidy
    from detente.record.copying import hide_from_others
    from detente.record.django_settings import DATABASE_NAME, database_for, start_django
    from detente.record.opening import open_record

    folder = folder.resolve()
    config = load_config(folder)
    if settings.configured:
        if getattr(settings, "DESK_FOLDER", None) != str(folder):
            raise DeskError("Django is set up for something else in this process", where=str(folder), hint="start one desk a process")
    else:
        settings.configure(**desk_settings(folder, config, database_for(folder), secret_key(folder)))
    start_django()
    open_record(folder)
    prepare()
    tidy(config)
    hide_from_others(folder / DATABASE_NAME)
    return config
