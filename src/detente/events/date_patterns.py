"""The table of date phrases: what they look like, and which reader of ``date_readings`` says what they mean.

Rows stand most specific first; words taken by an earlier row are not read again. The first column names the kinds of word of which the text
must hold one for the row to be tried at all (``kinds_in`` finds them in one pass), which keeps most sentences nearly free of cost.
"""

# ruff: noqa: E501 - a table: one row, one line
from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from detente.events import date_distances as far
from detente.events import date_readings as read
from detente.events.date_readings import Reading
from detente.events.date_words import EASTER, HOLIDAYS

_NAMES = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?:{_NAMES})(?![\w-])"
_MON = rf"(?:(?:{_NAMES})|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_WD = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?!s\b)"
_D = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,]\d)"
_ORD = r"(?:(?:twenty|thirty)-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|(?:ten|eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie|thirtie)th"
YEAR = r"(?:1[5-9]|20)\d\d(?![\w%]|[.,]\d|-\w)"
_Y = rf"(?:,?\s+(?:of\s+|in\s+)?(?P<y>{YEAR})|,?\s+(?:of\s+)?(?P<ry>last|this|next|the\s+same|the\s+previous|the\s+following|that)\s+year)?"
_W0 = rf"(?:(?P<wd>{_WD}),?\s+(?:the\s+)?)?"
_NUM = r"\d{1,3}|a(?:\s+couple(?:\s+of)?|\s+dozen|\s+hundred|n)?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|one(?:\s+hundred)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
_UNIT = r"minute|hour|day|night|week|fortnight|month|quarter|year|decade|centur(?=y|ies)"
_DAYPART = r"(?:\s+(?:morning|afternoon|evening|night|midnight|noon))?"
_YS = r"(?:,?\s+(?:of\s+|in\s+)?(?P<y>(?:1[5-9]|20)\d\d(?!\d)(?:[-–/](?:\d\d|\d{4})\b)?)|,?\s+(?:of\s+)?(?P<ry>last|this|next|that)\s+year)?"
_HOLIDAY = "|".join(
    re.escape(h).replace("'", "['’]") for h in sorted((*HOLIDAYS, *EASTER), key=len, reverse=True) if h not in ("women's day", "epiphany")
).replace("st\\ patrick", r"(?:saint|st\.?)\ patrick") + "|(?:international\\ )?women['’]s\\ day"
_FEWWORDS = r"(?:a\s+)?few|several|some|many"

Reader = Callable[["re.Match[str]", "date | None"], "Reading | None"]

# (kinds of word needed, pattern, reader). Month and weekday names must be capitalised ("may", "march" are verbs); the rest is in any case.
_ROWS: tuple[tuple[str, str, Reader], ...] = (
    # history: what is remembered, and how long ago
    ("unit", rf"\b(?:(?P<n>{_NUM}|half\s+a)\s+)(?P<u>year|decade|centur(?:y|ies))s?(?:\s+to\s+the\s+day)?(?:\s+(?:have|has)\s+(?:passed|gone\s+by)|\s+on)?\s+(?:since|after)\b(?!\s+(?:19|20)\d\d)", far.mark),
    ("history", r"\b(?:the|its|their|a|an)?\s*(?:(?P<o>\d+(?:st|nd|rd|th)|[a-z-]+(?:th|st|nd|rd|ieth))\s+)(?:anniversary|birthday|commemoration)(?:\s+of)?\b", far.mark),
    ("history", rf"\b(?P<n>{_NUM})[-\s](?P<u>year)[-\s](?:anniversary|commemoration)(?:\s+of)?\b", far.mark),
    ("history", r"\b(?:anniversary|anniversaries|commemoration|(?:bi)?centenary|(?:bi)?centennial)(?:\s+of)?\b", far.mark),
    ("unit", r"\b(?:first|only|worst|biggest|largest|highest|lowest|deadliest|most\s+\w+|bloodiest|heaviest|strongest|third|second|fourth)\b[^,;.]{0,40}?\s(?:since|in)\s+(?:(?:19|20)\d\d|[\w-]+\s+(?:years|months|weeks|decades))\b", far.length),
    ("year month weekday", rf"\b(?:first\s+time|first\s+such|worst|biggest|largest|highest|lowest|deadliest|bloodiest|heaviest|strongest|gravest|sharpest)\b[^,;.]{{0,60}}?\ssince\s+(?:\w+\s+)?(?:{_MONTH}\s+)?(?:{YEAR}|{_MONTH}|{_WD})", far.length),
    # full dates
    ("year", r"(?<![\d-])(?P<y>(?:1[5-9]|20)\d\d)-(?P<mo>\d\d)-(?P<d>\d\d)(?!\d)", read.iso),
    ("year", r"(?<![\d.])(?P<d>\d\d?)\.(?P<mo>\d\d?)\.(?P<y>(?:19|20)\d\d)(?!\d)", read.iso),
    ("month", rf"\b{_W0}(?P<d>{_D})\s*(?:-|–|to|and|or|until|through)\s*(?P<d2>{_D})\s+(?:of\s+)?(?P<m>{_MON}){_Y}", read.day_month),
    ("month", rf"\b{_W0}(?P<m>{_MON})\s+(?P<d>{_D})\s*(?:-|–|to|and|or|through)\s*(?P<d2>{_D})(?!\s*(?:{_NAMES})){_Y}", read.day_month),
    ("month", rf"\b{_W0}(?P<d>{_D})(?:\s+of)?\s+(?P<m>{_MON}){_Y}", read.day_month),
    ("month", rf"\b{_W0}(?P<m>{_MON})\s+(?P<d>{_D}){_Y}", read.day_month),
    ("month", rf"\b{_W0}(?:(?i:the)\s+)(?P<d>(?i:{_ORD}|thirtieth))\s+(?:day\s+)?of\s+(?P<m>{_MON}){_Y}", read.day_month),
    ("unit", rf"\b(?:the\s+)?(?P<d>\d\d?(?:st|nd|rd|th)|{_ORD})\s+of\s+(?P<how>last|this|next)\s+month\b", read.day_of_near_month),
    ("month", rf"\b(?P<o>(?i:first|last|final|second|third|closing|opening))\s+(?:(?P<n>{_NUM})\s+)?(?P<u>day|week|weekend)s?\s+(?:of|in)\s+(?P<m>{_MONTH}){_Y}", read.edge_of_month),
    ("unit", rf"\b(?P<o>first|second|third|fourth|last(?=\s+(?:quarter|half|\w+\s+\w+)\s+of)|final)\s+(?:(?P<n>{_NUM})\s+)?(?P<u>quarter|half|month|week)s?(?![\w-])(?:(?<=quarter)|(?<=half)|(?=\s+of\b|\s+this\b|\s+last\b))(?!\s+of\s+(?!(?:the\s+year|last|this|next|1\d|20)))(?:\s+of\s+the\s+year)?{_Y}", read.share_of_year),
    ("holiday", rf"\b(?:{_W0})?(?P<h>{_HOLIDAY})(?![\w])(?!\s+(?:tree|present|gift|market|card|message|truce\s+of))(?:\s+(?P<y>{YEAR})|\s+(?:of\s+)?(?P<ry>last|this|next|that)\s+year)?", read.holiday),
    ("season", rf"\b(?:(?P<how>last|this|next)\s+|(?P<the>(?:in|since|by|until|during|throughout)\s+(?:the\s+)?(?:(?:early|mid|late)[\s-])?)|(?:the\s+)?(?:(?:early|mid|late)[\s-])?)(?P<s>spring|summer|autumn|fall|winter)(?![\w-]){_YS}", read.season),
    ("month", rf"\b(?P<m>{_MONTH})\s+(?:and|or|to|through|-|–)\s+(?P<m2>{_MONTH}){_Y}", read.two_months),
    ("month", rf"\b(?P<how>(?i:last|this|next|this\s+past))\s+(?P<m>{_MONTH})(?!\s+\d)", read.month),
    ("month", rf"\b(?P<m>{_MON}){_Y}", read.month),
    ("year", rf"(?<![\w$€£.,-])(?P<y>{YEAR.split('(?!')[0]})\s*(?:-|–|—|/)\s*(?P<y2>(?:19|20)\d\d|\d\d)(?![\w-])", read.year_range),
    ("year", rf"(?<![\w$€£.,-])(?P<y>{YEAR})\s+(?:and|to|until|through|till)\s+(?P<y2>{YEAR})(?!\s+[a-z]+s\b)", read.year_range),
    ("year", r"(?:(?<!-)\b|(?<=mid-)|(?<=['’]))(?P<y>(?:1[5-9]|20)\d0|(?<=['’])\d0|(?<=\bthe\s)[2-9]0)['’]?s\b", read.decade),
    ("century", r"\b(?P<o>\d\dth|\d\dst|[a-z]+teenth|twentieth|twenty-first)[\s-]century\b", read.century),
    ("year", rf"(?:(?<![\w$€£.,'’#№/-])(?<!\bNo\.\s)|(?<=mid-)|(?<=early-)|(?<=late-))(?P<y>{YEAR})(?!\s*(?:GMT|UTC|hours?\b|hrs|local\s+time))", read.year),
    # days and weeks seen from the day of publication
    ("weekday", rf"\b(?:(?i:the)\s+)?(?i:week|seven\s+days)\s+(?i:that\s+ended|ending|ended|to|which\s+ended|up\s+to)\s+(?:(?i:on)\s+)?(?P<wd>{_WD})", read.ending_week),
    ("weekday", rf"\b(?P<how>)(?P<wd>{_WD}){_DAYPART}\s+(?:of\s+)?(?P<rw>last|this|next)\s+week\b", read.weekday),
    ("weekday", rf"(?<!\bevery\s)(?<!\beach\s)(?<!\bBloody\s)(?<!\bBlack\s)(?<!\bHoly\s)(?<!\bSuper\s)\b(?:(?P<how>(?i:last|next|this\s+past|past|this\s+coming|coming|the\s+coming|the\s+previous|this))\s+)?(?P<wd>{_WD}){_DAYPART}", read.weekday),
    ("near", r"\b(?:the\s+)?day\s+(?:before\s+yesterday|after\s+tomorrow)\b", read.near_day),
    ("near unit", rf"\b(?P<n>{_NUM}|half\s+an?|{_FEWWORDS})\s+(?:short\s+|long\s+|full\s+)?(?P<u>{_UNIT})s?(?:y|ies)?\s+ago(?:\s+(?P<exact>today|this\s+(?:day|week|month)))?\b", far.ago),
    ("near", r"\b(?:(?:earlier|later)\s+)?(?:today|tonight|yesterday|tomorrow)(?:\s+(?:morning|afternoon|evening|night))?\b|\bthis\s+(?:morning|afternoon|evening)\b|\blast\s+(?:night|evening)\b", read.near_day),
    ("near", r"\bovernight\b(?!\s+(?:stay|bag|rate|lending|train|success|flight))", read.overnight),
    ("near", r"\b(?:more\s+)?recently\b|\blately\b|\bof\s+late\b", far.recently),
    ("unit", r"\b(?:in|over|during|within|for|throughout|through)\s+(?:the\s+)(?P<how>past|last|coming|next)\s+(?P<n>)(?P<u>day|week|fortnight|month|quarter|year|decade|century)(?P<s>)\b", far.past_units),
    ("unit", r"\b(?:(?P<part>earlier|later|so\s+far|already|early\s+on|before\s+the\s+end\s+of)\s+)?(?P<how>(?<!\bthe\s)last|next|this)\s+(?P<u>week|month|year|decade|century|quarter)\b(?!['’]?-?(?:old|end))", far.near_unit),
    ("unit", r"(?<=\bof\s)(?P<part>)(?P<how>the)\s+(?P<u>year|month|week|decade|century)\b(?!\s+(?:of|before|after))", far.near_unit),
    ("unit", rf"\b(?P<how>recent|past|last|previous|preceding|next|coming|following)\s+(?:(?P<n>{_NUM}|{_FEWWORDS})\s+)?(?P<u>day|week|fortnight|month|quarter|year|decade|centur(?=ies))(?P<s>s|ies)\b", far.past_units),
    ("unit", r"\b(?:the\s+)?(?P<how>past)\s+(?P<n>)(?P<u>day|week|fortnight|month|quarter|year|decade|century)(?P<s>)\b", far.past_units),
    ("unit", r"\b(?:(?P<how>last|next|this|this\s+past|the|previous|the\s+past)\s+)?weekend\b", read.weekend),
    # steps from an earlier date of the text
    ("unit", rf"\b(?P<n>{_NUM}|some)\s+(?P<u>{_UNIT})s?(?:y|ies)?\s+(?P<way>later|earlier|before|previously)(?=\s*(?:[,.;]|$|on\b|in\b|the\b|[A-Za-z]))", far.step),
    ("unit", r"\b(?:the|that|on\s+the)\s+(?P<n>)(?P<u>day|week|month|year|night|decade)\s+(?P<way>before|after|earlier)(?=\s*(?:[,.;]|$))", far.step),
    ("unit", r"\b(?:the\s+)?(?P<n>)(?P<way>same|previous|preceding|following|next|that|prior)\s+(?P<u>day|week|month|year|night|decade)\b", far.step),
    ("then", r"^\W*(?:and\s+|but\s+)?(?:then|later|afterwards?|after\s+that|subsequently|thereafter|(?:soon|shortly)\s+after(?:wards)?|at\s+that\s+time|at\s+the\s+time)\b(?!-)(?!\s+(?:this|today|on|in|president|prime|foreign))", far.then),
    # lengths of time, which say nothing of when, but for plans
    ("unit", rf"\b(?P<how>in|within)\s+(?P<n>{_NUM})\s+(?P<u>{_UNIT})(?:s|ies|y)?\b(?!-|\s+(?:of|to)\b)(?:['’]\s+time)?", far.in_units),
    ("unit", rf"\b(?:for|after|lasted|lasting)\s+(?:(?:the\s+)?(?:more\s+than|nearly|almost|about|over)\s+)?(?:{_NUM}|{_FEWWORDS})\s+(?:{_UNIT})(?:s|ies|y)?\b", far.length),
)  # fmt: skip

# Rows that hold names of months or weekdays mind capitals; in all others case does not matter.
ROWS: tuple[tuple[frozenset[str], re.Pattern[str], Reader], ...] = tuple(
    (frozenset(kinds.split()), re.compile(pattern, 0 if {"month", "weekday"} & set(kinds.split()) else re.IGNORECASE), reader)
    for kinds, pattern, reader in _ROWS
)

_KINDS = re.compile(
    rf"(?P<month>\b(?:{_NAMES}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)|(?P<weekday>\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"|(?P<year>(?<!\d)(?:1[5-9]|20)\d\d|\d0s\b)|(?P<season>\b(?i:spring|summer|autumn|fall|winter)\b)"
    r"|(?P<history>(?i:anniversar|commemorat|centenary|centennial|\bbirthday))|(?P<century>(?i:century))"
    r"|(?P<near>\b(?i:today|tonight|yesterday|tomorrow|overnight|morning|afternoon|evening|night|ago|recently|lately|late)\b)"
    r"|(?P<unit>\b(?i:minute|hour|day|week|weekend|fortnight|month|quarter|half|year|decade|centur(?:y|ie))s?\b)"
    r"|(?P<then>^\W*(?i:and |but )?(?i:then|later|after|subsequently|thereafter|soon|shortly|at)\b)"
)
_CENTURY = frozenset({"century", "unit"})
_HOLIDAY_WORD = re.compile(r"(?i:\b(?:christmas|easter|good friday|halloween|nowruz|pentecost|epiphany|boxing)\b|[\w'’] (?:Day|Eve|Sunday|Monday|Wednesday)\b)")


def kinds_in(text: str) -> set[str]:
    """Which kinds of date word a text holds; empty for a text without any."""
    kinds = {m.lastgroup for m in _KINDS.finditer(text) if m.lastgroup}
    if "century" in kinds:
        kinds |= _CENTURY
    if _HOLIDAY_WORD.search(text):
        kinds.add("holiday")
    return kinds
