"""A status as a small picture that other sites may show: name, arrow and word, level, day, whose it is. SVG with nothing outside of itself.

It has a ground of its own, so that it reads alike on light and dark pages, and no style sheet, which image hosts strip. Which font a
reader has is not known: every line of text says how wide it is (SVG 1.1, ``textLength``), and the letters are set to fit it.
"""

from __future__ import annotations

import re
import unicodedata
from html import escape

from detente.pages.chart_frame import text
from detente.pages.language import say
from detente.pages.parts import StatusBox
from detente.pages.wording import chance_of, change_clause, change_words, clean, one_line, points, short_day, sure_words
from detente.types import Change

# The light colours of the pages' style sheet. On the ground each has more than 4.5 : 1 (WCAG 2.2, 1.4.3); a test computes it.
GROUND, INK, QUIET, EDGE = "#fffefb", "#1b1f23", "#565d64", "#8a9097"
COLOURS: dict[Change, str] = {"improved": "#0a6658", "deteriorated": "#a3282a", "unchanged": "#4a5158", "no-reporting": "#565d64"}
# Drawn, since not every font has the signs: in a square of 10 units around the origin.
ARROWS: dict[Change, str] = {
    "improved": '<path d="M0-5 6 5H-6Z" fill="{0}"/>',
    "deteriorated": '<path d="M0 5 6-5H-6Z" fill="{0}"/>',
    "unchanged": '<rect x="-6" y="-2" width="12" height="4" fill="{0}"/>',
    "no-reporting": '<circle r="4.5" fill="none" stroke="{0}" stroke-width="1.5" stroke-dasharray="2 1.5"/>',
}
BOLD = ' font-weight="700"'
FONT = "font-family=\"Verdana,'DejaVu Sans','Noto Sans',Arial,sans-serif\""
# Advance widths in em of DejaVu Sans and Verdana, the widest of the usual fonts: a narrower one is spaced out a little.
_NARROW, _WIDE, _USUAL, _CAPITAL, _FULL = "ijl.,:;|!'’()[]t fr·", "mwMW@%—", 0.6, 0.7, 1.05
NAME_LENGTH, SITE_LENGTH, BY_LENGTH = 60, 40, 30  # characters: a badge stands in a line of others
LEFT, GAP, HEIGHT = 16.0, 14.0, 62


def text_width(words: str, size: float) -> float:
    """How wide a line of text is about, in the units of ``size``."""
    return round(size * sum(map(_em, words)), 1)


def _em(character: str) -> float:
    if character in _NARROW:
        return 0.36
    if character in _WIDE:
        return 0.95
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return _FULL
    return _CAPITAL if character.isupper() else _USUAL


def badge(box: StatusBox, site: str) -> str:
    """The badge of a status as an SVG document. site: whose word it is."""
    colour, name = COLOURS[box.change], one_line(box.title, NAME_LENGTH)
    word, facts, foot = change_words(box.change), _facts(box), _foot(box, site)
    said = 16 + text_width(word, 13)  # the arrow's room, then the word
    width = round(LEFT + max(text_width(name, 13), said + GAP + text_width(facts, 11), text_width(foot, 10)) + LEFT)
    dash = ' stroke-dasharray="4 3"' if box.change == "no-reporting" else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{HEIGHT}" viewBox="0 0 {width} {HEIGHT}" role="img" '
        f'{FONT}><title>{text(alternative(box, site))}</title>'
        f'<rect x=".5" y=".5" width="{width - 1}" height="{HEIGHT - 1}" rx="4" fill="{GROUND}" stroke="{EDGE}"/>'
        f'<path d="M4 4V{HEIGHT - 4}" stroke="{colour}" stroke-width="4"{dash}/>'
        f"{_line(name, LEFT, 19, 13, INK, BOLD)}"
        f'<g transform="translate({LEFT + 6} 32)">{ARROWS[box.change].format(colour)}</g>'
        f"{_line(word, LEFT + 16, 37, 13, colour, BOLD)}{_line(facts, LEFT + said + GAP, 37, 11, INK)}"
        f"{_line(foot, LEFT, 53, 10, QUIET)}</svg>\n"
    )


def alternative(box: StatusBox, site: str) -> str:
    """The badge in words, for those who do not see it."""
    return f"{one_line(box.title, NAME_LENGTH)}: {change_clause(box.change)}; {_facts(box)}; {_foot(box, site)}"


def snippet(kind: str, words: str, page: str, picture: str) -> str:
    """Markdown or HTML that shows a badge and leads to its page. page, picture: full addresses."""
    if kind == "markdown":
        plain = re.sub(r"([\\`*_\[\]<>!])", r"\\\1", words)
        return f"[![{plain}]({picture})]({page})"
    return f'<a href="{escape(page)}"><img src="{escape(picture)}" alt="{escape(words)}" height="{HEIGHT}"></a>'


def _facts(box: StatusBox) -> str:
    level = say("no level") if box.level is None else say("level {level}", level=points(box.level))
    chance = chance_of(box.change, box.p_improved, box.p_deteriorated) if box.by == "machine" else None
    sure = f" · {sure_words(box.change, chance)}" if chance is not None else ""
    thin = " · " + say("thin evidence") if box.thin and box.events else ""
    return f"{level}{sure}{thin}"


def _foot(box: StatusBox, site: str) -> str:
    whose = say("computed") if box.by == "machine" else say("set by {editor}", editor=one_line(box.by, BY_LENGTH))
    source = " · " + say("from {source}", source=one_line(box.source, BY_LENGTH)) if box.source else ""
    return f"{short_day(box.as_of)} · {whose}{source} · {one_line(clean(site), SITE_LENGTH)}"


def _line(words: str, x: float, y: float, size: int, colour: str, more: str = "") -> str:
    width = text_width(words, size)
    return (
        f'<text x="{x:g}" y="{y}" font-size="{size}" fill="{colour}" textLength="{width:g}" lengthAdjust="spacingAndGlyphs"{more}>'
        f"{text(words)}</text>"
    )
