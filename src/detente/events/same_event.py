"""Whether two tellings are of one event: points for what speaks for it, off for what speaks against it.

Only tellings of one class, one realis and the same countries are compared, and only where their days can be the same (``same_time``).
Then ``likeness`` adds up; 0 and more is one event. What counts was chosen and weighed with the development half of the pairs in
evals/gold/merge_pairs.tsv (a logistic regression on its 135 pairs of one class, weights
doubled and rounded; then what pulls tellings apart was made heavier after 60 merges over a whole table were read; docs/method.md).
Everything here is symmetric, and looks at the first mention of an event only: so that an event may be compared again after others joined.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import log, log1p

from detente.events.telling_words import Beside, words_of
from detente.lexicon import split_code
from detente.types import Event

# A span up to this long still counts as exact ("on Monday", "at the weekend"); longer ones are vague. By hand.
EXACT = timedelta(days=3)
# Days by which two exact datings of one happening may differ. Stated by both: the clocks of two agencies. Else: an event of the day before
# yesterday is still told as news, and its telling dated by the publication.
SLACK_STATED, SLACK = 1, 3
# What is told in the same words is the same for as long as agencies' texts are taken over (articles.duplicates.MAX_DAYS).
SLACK_COPY = 7
# From this many telling words on, the same ones make a copy; fewer are a phrase ("denies involvement").
COPY_WORDS = 4

START = -3.0
SAME_CODE = 3.0  # the same CAMEO code, or codes that tell of one thing ("bombed", "killed"; "visits", "meets")
BETWEEN = 1.0  # between countries: of the inside of a country the same is told more often on one day
OFTEN = -2.0  # attacks, arrests and protests: in a war and in unrest there are several a day
COMMON = 3.0  # times the logarithm of 1 + words in common
ALONE = -1.5  # times the logarithm of words that either has for itself (the fewer of both)
NAMES = -2.0  # both name a person or place that the other does not
PER_DAY = -0.5  # each day apart; twice that of what happens often
NUMBERS = -9.0  # numbers that differ, by how much (up to a fifth more: nothing, three times and more: all); the words may be the same
SECTORS = -1.5  # done by, or to, other parts of the country
ROLES = -2.5  # no side of the one acts, or is acted upon, in the other
TURNED = -9.0  # who acts in the one is acted upon in the other, both named: a blow and the blow back
ANOTHER = -1.0  # one of them says that it is another, a second, a further one
INSIDE = 3.0  # the words of one stand within those of the other
BACK = 2.0  # a day stated that is the other's day of publication: it tells of what was told then
APART = -2.0  # one text that tells two things with hardly a word in common tells of two (the staff cut and the envoy recalled, one year)
ALIKE = 3.0  # the same words nearly all
# Words in common of the quotes count in full; one that stands in a quote here and beside the quote there by half, beside both a quarter.
_HALF, _QUARTER = 0.5, 0.25
_ALIKE = 0.7  # share of all words that is the same
_NUMBER_FREE, _NUMBER_FULL = log(1.2), 1.0
_OFTEN = frozenset({"ASSAULT", "COERCE", "PROTEST"})
# In attacks the blow (any code) and its dead and wounded (193), or an attack told as such (190); of meetings every kind.
_ANY_BLOW = frozenset({"190", "193"})
# Abductions and destroyed things are not what people were killed by.
_NO_BLOW = frozenset({"181", "1712"})
# Marches, blockades and riots of one crowd; strikes and hunger strikes are others.
_CROWD = frozenset({"140", "141", "144", "145"})
# Parts of the state, which are not the people at large (CVL): a student is, a policeman is not.
_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Telling:
    """What of an event is compared. actors, recipients: countries; sectors of each as they stand in the codes."""

    plover: str
    cameo: str
    span: Span | None
    exact: bool
    stated: bool
    actors: frozenset[str]
    recipients: frozenset[str]
    acting: frozenset[str]
    suffering: frozenset[str]
    mutual: bool
    quantity: float | None
    place: tuple[str, str, int, int]
    every: frozenset[str]
    own: frozenset[str]
    names: frozenset[str]
    beside: frozenset[str]
    another: bool


def telling_of(event: Event, beside: Beside) -> Telling:
    """An event reduced to what is compared, by its first mention."""
    mention = event.mentions[0]
    words = words_of(mention.quote)
    span = (event.date_start, event.date_end or event.date_start) if event.date_start else None
    actors, recipients = ([split_code(code) for code in codes] for codes in (event.actor, event.recipient))
    countries = frozenset(code for code, _ in actors)
    return Telling(
        plover=event.plover, cameo=event.cameo, span=span, exact=span is not None and span[1] - span[0] <= EXACT,
        stated=event.date_source == "stated", actors=countries, recipients=frozenset(code for code, _ in recipients),
        acting=frozenset(s for _, s in actors if s), suffering=frozenset(s for _, s in recipients if s),
        mutual=event.plover == "CONSULT" or (not recipients and len(countries) > 1), quantity=event.quantity,
        place=(mention.article, mention.field, mention.start, mention.end),
        every=words.every, own=words.telling, names=words.names, beside=beside.words(mention), another=words.another,
    )  # fmt: skip


def gap(a: Telling, b: Telling) -> int:
    """Days between two exact spans, 0 where they touch or where either is vague or undated."""
    if a.span is None or b.span is None or not (a.exact and b.exact):
        return 0
    return max(0, (b.span[0] - a.span[1]).days, (a.span[0] - b.span[1]).days)


def same_time(a: Telling, b: Telling) -> bool:
    """Whether the days can be those of one event. What has no day is only ever one with what has none."""
    if a.span is None or b.span is None:
        return a.span is b.span
    if not (a.exact and b.exact):
        return a.span[0] <= b.span[1] and b.span[0] <= a.span[1]
    apart = gap(a, b)
    return apart <= (SLACK_STATED if a.stated and b.stated else SLACK) or (apart <= SLACK_COPY and is_copy(a, b))


def is_copy(a: Telling, b: Telling) -> bool:
    """Told in the same words, of which there are enough to say so."""
    return a.own == b.own and len(a.own) >= COPY_WORDS


def alike(a: Telling, b: Telling) -> bool:
    """Nearly the same words, and nothing beside them that says they are of two scenes."""
    if a.every is not b.every and len(a.every & b.every) < _ALIKE * len(a.every | b.every):
        return False
    return len(a.own) >= COPY_WORDS or not a.beside or not b.beside or not a.beside.isdisjoint(b.beside)


def likeness(a: Telling, b: Telling) -> float:
    """Points for one event; 0 and more is one. Class, realis, countries and days are taken to have been compared."""
    often = a.plover in _OFTEN
    points = START + _codes(a, b) + _words(a, b) + _sides(a, b)
    if len(a.actors | a.recipients) > 1:
        points += BETWEEN
    points += PER_DAY * gap(a, b) * (2 if often else 1) + (OFTEN if often else 0.0)
    if a.quantity and b.quantity and a.cameo == b.cameo:
        differ = abs(log(abs(a.quantity / b.quantity))) - _NUMBER_FREE
        points += NUMBERS * min(_NUMBER_FULL, max(0.0, differ))
    if a.another != b.another:
        points += ANOTHER
    if a.stated != b.stated and a.exact and b.exact and gap(a, b) == 0:
        points += BACK
    return points


def _codes(a: Telling, b: Telling) -> float:
    if a.cameo == b.cameo:
        return SAME_CODE
    both = {a.cameo, b.cameo}
    kin = a.plover == "CONSULT" or both <= _CROWD or (a.plover == "ASSAULT" and both & _ANY_BLOW and not both & _NO_BLOW)
    return SAME_CODE if kin else 0.0


def _words(a: Telling, b: Telling) -> float:
    common = a.own & b.own
    if a.place[:2] == b.place[:2]:
        # In one article what stands beside the one stands beside the other too, and says nothing.
        if (a.place[2] <= b.place[2] and b.place[3] <= a.place[3]) or (b.place[2] <= a.place[2] and a.place[3] <= b.place[3]):
            return INSIDE if _codes(a, b) else 0.0
        few = 1 if a.exact and b.exact else 2  # where only a year is told, one word is little
        apart = APART if len(common) < few else 0.0
        return COMMON * log1p(len(common)) + ALONE * _lone(a.own - common, b.own - common) + apart
    half = (a.own & b.beside) | (b.own & a.beside)
    shared = len(common) + _HALF * len(half) + _QUARTER * len(a.beside & b.beside)
    lone = _lone(a.own - common - half, b.own - common - half)
    other_names = bool(a.names - b.own - b.beside) and bool(b.names - a.own - a.beside)
    return COMMON * log1p(shared) + ALONE * lone + NAMES * other_names + (ALIKE if alike(a, b) else 0.0)


def _lone(a: frozenset[str], b: frozenset[str]) -> float:
    """One word each is a synonym; more are another thing."""
    return log(max(1, min(len(a), len(b))))


def _sides(a: Telling, b: Telling) -> float:
    points = 0.0
    fit = [_fit(a.acting, b.acting), _fit(a.suffering, b.suffering)]
    if False in fit and True not in fit:
        points += SECTORS
    if a.mutual or b.mutual or not (a.actors.isdisjoint(b.actors) and a.recipients.isdisjoint(b.recipients)):
        return points
    return points + (TURNED if a.actors == b.recipients and b.actors == a.recipients and a.actors and b.actors else ROLES)


def _fit(a: frozenset[str], b: frozenset[str]) -> bool | None:
    """Whether sectors can be of the same people; None where one of both says nothing of it."""
    if not a or not b:
        return None
    return not a.isdisjoint(b) or ("CVL" in a and not b & _STATE) or ("CVL" in b and not a & _STATE)
