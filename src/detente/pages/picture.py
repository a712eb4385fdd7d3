"""The picture that stands beside a link to a page where people share it (Open Graph): title, status with its sign and word, level, day, and
the line of the last year. An SVG of 1200 x 630 units, which `drawing` makes a PNG of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256

from detente.pages.chart_file import STYLE, cropped
from detente.pages.chart_frame import Frame, text
from detente.pages.chart_parts import ChartSpec
from detente.pages.charts import drawn
from detente.pages.language import say, say_many
from detente.pages.model import AnalysisPage, CategoryPage, Page, RelationPage
from detente.pages.parts import SiteFrame, StatusBox
from detente.pages.wording import change_words, clean, day_words, one_line, points
from detente.types import Change

WIDTH, HEIGHT = 1200, 630  # what the networks ask for; they cut anything else
FOLDER = "pictures"
LEFT, TITLE_SIZE, LINE_STEP = 60, 58, 66
# Of an em, in Source Sans Semibold: Latin letters take 0.50 on average, Cyrillic ones 0.55.
WIDTH_OF_A_LETTER = 0.56
TITLE_LINES = {True: 2, False: 5}  # with a line of the level under it, and without
DAYS = timedelta(days=365)
# Half as large as it will stand, as the letters of a chart are made for its own units.
CHART = Frame(width=720, height=146, left=44, right=12, top=8, bottom=56, font=12, points=240, strip=16)
SCALE = 1.5
# The signs of the pages as shapes: not every font has the letters. Change -> colour, path in a box of 40 by 40.
_SIGNS: dict[Change, tuple[str, str]] = {
    "improved": ("#0a6658", '<path d="M20 4 38 36H2Z"/>'),
    "unchanged": ("#4a5158", '<path d="M2 14H38V26H2Z"/>'),
    "deteriorated": ("#a3282a", '<path d="M20 36 2 4H38Z"/>'),
    "no-reporting": ("#565d64", '<circle cx="20" cy="20" r="15" fill="none" stroke-width="5" stroke="#565d64"/>'),
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its place in the site. alt: what is to be seen, in words. svg: what it is drawn from; empty for a photo."""

    path: str
    alt: str
    svg: str = ""


def picture_of(page: Page, frame: SiteFrame) -> Picture | None:
    """The picture of a page: its photo, else one that is drawn, where the site can; None for pages that nobody shares as one thing."""
    if page.head.image:
        return Picture(page.head.image, page.head.image_alt)
    svg = picture_svg(page, frame) if frame.pictures else ""
    if not svg:
        return None
    # its name holds what is in it: the networks keep a picture by its address, and a build finds again what it has drawn
    stem = page.head.path.removesuffix(".html").replace("/", "-")
    return Picture(f"{FOLDER}/{stem}-{sha256(svg.encode()).hexdigest()[:12]}.png", one_line(page.head.description, 300), svg)


def picture_svg(page: Page, frame: SiteFrame) -> str:
    """The drawing; empty for a page that has none."""
    if isinstance(page, CategoryPage | RelationPage):
        return _svg(frame.title, page.title, page.status, page.chart)
    if isinstance(page, AnalysisPage):
        by = ", ".join(filter(None, (one_line(page.author, 60), day_words(page.published))))
        return _svg(f"{frame.title} · {by}", page.title, page.status, None)
    return ""


def wrapped(words: str, size: float, width: float, most: int) -> list[str]:
    """``words`` in lines of at most ``width``, by the mean width of a letter; what is too much ends in an ellipsis."""
    letters = int(width / (size * WIDTH_OF_A_LETTER))
    lines: list[str] = []
    for word in clean(words).split():
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        else:
            lines += [word[at : at + letters] for at in range(0, len(word), letters)]
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], f"{lines[most - 1][: letters - 1].rstrip(',;: ')}…"]


def _svg(above: str, title: str, status: StatusBox | None, chart: ChartSpec | None) -> str:
    lines = wrapped(title, TITLE_SIZE, WIDTH - 2 * LEFT, TITLE_LINES[chart is not None])
    parts = [_words(LEFT, 92, 30, one_line(above, 70), "quiet-words")]
    parts += [_words(LEFT, 170 + LINE_STEP * n, TITLE_SIZE, line, weight=600) for n, line in enumerate(lines)]
    below = 170 + LINE_STEP * (len(lines) - 1)
    if status is not None:
        parts.append(_status(status, below + 34))
    if chart is not None:
        end = chart.end
        year = replace(cropped(replace(chart, marks=(), fan=None), end - DAYS, end), marks=())
        place = f"translate({LEFT} {HEIGHT - CHART.height * SCALE - 20:g}) scale({SCALE})"
        parts.append(f'<g font-size="{CHART.font}" transform="{place}">{drawn(year, CHART)}</g>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f'<style>{STYLE}</style><rect width="{WIDTH}" height="{HEIGHT}" fill="#fffefb"/><rect width="{WIDTH}" height="14" fill="#17344f"/>'
        f"{''.join(parts)}</svg>\n"
    )


def _status(status: StatusBox, y: int) -> str:
    """Sign and word of the change, and under it level and day."""
    colour, sign = _SIGNS[status.change]
    level = points(status.level)
    if status.level is not None:
        level = say("{level} ({low} to {high})", level=level, low=points(status.low), high=points(status.high))
    told = say_many(
        "level {level}, as of {day}, over {n} day", "level {level}, as of {day}, over {n} days", status.period_days,
        level=level, day=day_words(status.as_of),
    )  # fmt: skip
    by = "" if status.by == "machine" else ", " + say("set by {editor}", editor=status.by)
    word = f"{change_words(status.change)}{by}"
    return (
        f'<g fill="{colour}" transform="translate({LEFT} {y - 2})">{sign}</g>'
        f"{_words(LEFT + 56, y + 34, 44, one_line(word, 44), weight=600, fill=colour)}"
        f"{_words(LEFT, y + 84, 30, told, 'quiet-words')}"
    )


def _words(x: int, y: int, size: int, words: str, kind: str = "", weight: int = 400, fill: str = "") -> str:
    extra = (f' class="{kind}"' if kind else "") + (f' style="fill:{fill}"' if fill else "")
    return f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}"{extra}>{text(words)}</text>'
