"""``{% piece %} ... {% endpiece %}``: a part of a page that is long and the same for every reader, such as the rows of its events. A server
that renders the page again finds it among the page's ``pieces`` (`render`); a static build makes it once anyway.

For a page's own template only: in a loop or an included template one piece would stand for many."""

from __future__ import annotations

from typing import Any

from django.template import Node


class Piece(Node):  # type: ignore[misc]  # Django has no types
    """A part of a template with what it once said of each page."""

    def __init__(self, nodelist: Any) -> None:
        self.nodelist = nodelist

    def render(self, context: Any) -> Any:
        """What it says, from ``pieces`` if it is there."""
        pieces = context.get("pieces")
        if pieces is None:
            return self.nodelist.render(context)
        if self not in pieces:
            pieces[self] = self.nodelist.render(context)
        return pieces[self]


def piece(parser: Any, _token: Any) -> Piece:
    """Reads the tag."""
    nodelist = parser.parse(("endpiece",))
    parser.delete_first_token()
    return Piece(nodelist)
