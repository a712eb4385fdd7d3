"""A chart as a file of its own: the drawing of the pages with title, legend, colours and a white ground, as SVG or PNG."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from detente.errors import PagesError
from detente.pages.chart_axis import level_scale
from detente.pages.chart_frame import WIDE, text
from detente.pages.chart_parts import ChartSpec
from detente.pages.charts import drawn
from detente.pages.language import say, say_as, say_many
from detente.pages.wording import MARK_WORDS, TONE_WORDS

# The light colours of the pages' style sheet, written out: a file has no style sheet beside it.
STYLE = (
    "text{font-family:'Source Sans Pro','DejaVu Sans',Arial,sans-serif;fill:#1b1f23}"
    ".tick,.quiet-words{fill:#565d64}.line{fill:none;stroke:#1b1f23;stroke-width:1.8;stroke-linejoin:round;stroke-linecap:round}"
    ".line.quiet{stroke:#565d64;stroke-dasharray:2.5 3.5;stroke-width:1.5}.band{fill:#17507f;fill-opacity:.15}"
    ".zero{stroke:#565d64;stroke-width:.8;stroke-dasharray:1 2}.grid{stroke:#d8d4ca;stroke-width:1}"
    ".mark path,.mark circle{stroke:#fff;stroke-width:1;fill:#4a5158}.mark.cooperative path{fill:#0a6658}"
    ".mark.conflictual path{fill:#a3282a}.improved{fill:#0a6658}.deteriorated{fill:#a3282a}.unchanged{fill:#4a5158}"
    ".none{stroke:#565d64;stroke-width:1.2;stroke-dasharray:2 4}.fan{fill:#8a5a00;fill-opacity:.18}"
    ".fan-mean{stroke:#8a5a00;stroke-width:1.6;stroke-dasharray:5 3}.today{stroke:#1b1f23;stroke-width:1;stroke-dasharray:3 3}"
)
_LETTER = 5.0  # units a letter of the legend takes on average; the widths given below hold for English
HEAD, FOOT = 46, 38  # room for the title above the drawing and for the legend under it, in its own units
FONT_PACKAGE = "font_source_sans_pro"
FONT_FILES = ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf")


def cropped(spec: ChartSpec, start: date | None, end: date | None) -> ChartSpec:
    """The part of a chart from ``start`` to ``end``; an outlook is left out where the end is before the chart's."""
    first, last = max(start or spec.start, spec.start), min(end or spec.end, spec.end)
    points = tuple(p for p in spec.points if first <= p.day <= last)
    steps = tuple(replace(s, start=max(s.start, first), end=min(s.end, last)) for s in spec.steps if s.end >= first and s.start <= last)
    fan = spec.fan if last == spec.end else None
    seen = [v for p in points for v in (p.level, p.low, p.high) if v is not None] + ([fan.low, fan.high] if fan else [])
    low, high = level_scale(seen)
    marks = tuple(m for m in spec.marks if first <= m.day <= last)
    return replace(spec, start=first, end=last, points=points, steps=steps, fan=fan, marks=marks, low=low, high=high)


def svg_file(spec: ChartSpec, width: int, heading: str, note: str) -> str:
    """A whole SVG document so many pixels wide. heading: its title; note: the line under it."""
    frame = WIDE
    height = frame.height + HEAD + FOOT
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {frame.width} {height}" width="{width}" '
        f'height="{round(width * height / frame.width)}" role="img" font-size="{frame.font}">'
        f"<title>{text(heading)}</title><desc>{text(spec.desc)}</desc><style>{STYLE}</style>"
        f'<rect width="{frame.width}" height="{height}" fill="#fff"/>'
        f'<text x="{frame.left}" y="20" font-size="16" font-weight="600">{text(heading)}</text>'
        f'<text class="quiet-words" x="{frame.left}" y="37">{text(note)}</text>'
        f'<g transform="translate(0 {HEAD})">{drawn(spec, frame)}</g>'
        f'<g transform="translate({frame.left} {HEAD + frame.height + 8})">{_legend(spec)}</g></svg>\n'
    )


def _legend(spec: ChartSpec) -> str:
    """Keys and words of what is drawn, from left to right; their places are those of the font the drawing is made for."""
    keys = [
        ('<line class="line" x1="0" x2="18" y1="0" y2="0"/>', say("level"), 62),
        ('<rect class="band" y="-5" width="18" height="10"/>', say("80 % band"), 90),
    ]
    if any(not p.reported for p in spec.points):
        keys.append(('<line class="line quiet" x1="0" x2="18" y1="0" y2="0"/>', say("nothing reported"), 122))
    if spec.marks:
        up, down = say_as("tone", TONE_WORDS["cooperative"]), say_as("mark", MARK_WORDS["conflictual"])
        keys.append(('<g class="mark cooperative" transform="translate(8 0)"><path d="M0-5.2 5 3.8H-5Z"/></g>', up, 92))
        keys.append(('<g class="mark conflictual" transform="translate(8 0)"><path d="M0 5.2 5-3.8H-5Z"/></g>', down, 124))
    if spec.fan:
        ahead = say_many("outlook, next {n} day (80 %)", "outlook, next {n} days (80 %)", spec.fan.days)
        keys.append(('<rect class="fan" y="-5" width="18" height="10"/>', ahead, 170))
    x, parts = 0.0, []
    for key, words, width in keys:
        parts.append(f'<g transform="translate({x:g} 0)">{key}<text class="tick" x="24" y="4">{text(words)}</text></g>')
        x += max(width, 36 + _LETTER * len(words))
    if spec.steps:
        said = say("strip: block up improved, block down deteriorated, bar unchanged, dashes no reporting")
        parts.append(f'<text class="tick" x="0" y="22">{text(said)}</text>')
    return "".join(parts)


def png_file(svg: str) -> bytes:
    """The same drawing as PNG, its letters from a font that comes with the extra ``plot``, so that it looks alike on every machine. Raises
    PagesError where the extra is not installed."""
    font = find_spec(FONT_PACKAGE)
    if font is None or font.origin is None or find_spec("resvg_py") is None:
        raise PagesError("PNG needs the extra `plot`", hint="pip install 'detente[plot]', or write an .svg")
    import resvg_py

    files = [str(Path(font.origin).with_name("files") / name) for name in FONT_FILES]
    return resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=files, font_family="Source Sans Pro")
