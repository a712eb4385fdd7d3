"""The evidence of a status as HTML: the page dataclass of its public page, through the same partial templates."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from detente.types import Status

if TYPE_CHECKING:
    from detente.pages.build import Edition
    from detente.pages.parts import Ref

_BODY = Path(__file__).with_name("body.html")


def body_html(plan: Edition, ref: Ref, machine: Status, address: str) -> str:
    """Safe markup. address: of the page it stands on, from the root; links within it lead there and to the public pages."""
    from django.template import Context
    from django.utils.safestring import mark_safe

    from detente.interface_languages import SOURCE
    from detente.opened_desk import Desk
    from detente.pages.build import build_page, in_language
    from detente.pages.rows import status_box
    from detente.relations.distance import distance_sentences

    plan = in_language(plan, SOURCE)  # as the rest of the editors' desk
    desk = plan.material.desk
    path = address.strip("/") + "/"
    rows = desk.distances(machine) if isinstance(desk, Desk) else []
    values = {
        "page": SimpleNamespace(head=SimpleNamespace(path=path)), "paths": {**plan.paths, ref: path}, "frame": plan.frame,
        "body": build_page(plan, ref), "machine": replace(status_box(plan.material, machine, link=False), by="machine", reason=""),
        "steps_to": distance_sentences(rows),
    }  # fmt: skip
    return mark_safe(_template().render(Context(values, use_l10n=False, use_tz=False)))  # type: ignore[no-any-return]  # noqa: S308 - the engine escapes


@cache
def _template() -> Any:
    from detente.pages.render import engine

    return engine().from_string(_BODY.read_text("utf-8"))
