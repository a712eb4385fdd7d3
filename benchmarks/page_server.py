"""Serves a desk with one bare Wagtail page beside its own: python -m benchmarks.page_server DESK kept|fresh|anew

kept: as `detente serve` does; fresh: without the answers it keeps, so that every request is rendered; anew: without the long lists and
drawings of a page that it keeps ready, either. Prints its port, then serves until its standard input ends."""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Thread

from detente.config import load_config
from detente.desk.secret import secret_key
from detente.desk.server import make_server, port_of
from detente.desk.settings import desk_settings
from detente.record.django_settings import database_for


def main(folder: Path, mode: str) -> None:
    """Start, say where, and serve."""
    from django.conf import settings

    config = load_config(folder)
    made = desk_settings(folder, config, database_for(folder), secret_key(folder))
    settings.configure(**made | {"INSTALLED_APPS": [*made["INSTALLED_APPS"], "benchmarks.bare"]})
    from detente.desk.start import start_desk

    start_desk(folder)
    _make_bare_page()
    server = make_server(config, "127.0.0.1", 0, 0)
    if mode != "kept":
        from django.core.handlers.wsgi import WSGIHandler

        server.application = WSGIHandler()
    if mode == "anew":
        _keep_no_pieces()
    print(port_of(server), flush=True)
    Thread(target=server.run, daemon=True).start()
    sys.stdin.read()


def _keep_no_pieces() -> None:
    from detente.pages import render

    whole = render.render
    render.render = lambda page, site, missing="", pieces=None: whole(page, site, missing)


def _make_bare_page() -> None:
    from django.db import connection

    from benchmarks.bare.models import BarePage
    from detente.desk.analyses.models import Analyses

    if BarePage._meta.db_table not in connection.introspection.table_names():
        with connection.schema_editor() as editor:
            editor.create_model(BarePage)
        parent = Analyses.objects.get()
        parent.add_child(instance=BarePage(title="Bare", slug="bare"))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2])
