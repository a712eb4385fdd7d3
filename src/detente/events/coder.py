"""Articles -> codings: sentences to clauses, clauses to candidates, candidates to events with date, realis, speaker and quote.

article -> sentences -> clauses -> candidates -> governed -> stated -> dated -> Event
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from detente.clauses import DEFAULT_MODEL, Clause, Sentence, extract_clauses, mend_headline
from detente.events.actors import Memory, Phrases
from detente.events.assess import AssessmentFound, find_assessments
from detente.events.claims import claimants
from detente.events.dates import DatedAs, DateExpression, date_event, find_dates
from detente.events.forecasts import ForecastFound, find_forecasts, horizon
from detente.events.labels import label_end
from detente.events.promising import Passed
from detente.events.quantity import find_quantity
from detente.events.rules import Rules
from detente.events.scene import make_scene
from detente.events.sides import base
from detente.events.speaker import find_speaker
from detente.events.told import Told, told_events
from detente.lexicon import Lexicon, load_lexicon
from detente.types import Article, Assessment, Coding, Content, Event, Forecast, Mention

# Raised whenever the same text may be coded otherwise; the lexicon's own version stands beside it in the record.
CODER_VERSION = "3"

Carried = tuple[date, date] | None


@dataclass(frozen=True, slots=True)
class Step:
    """One clause or noun that was looked at, for `explain`: what became of it and why."""

    sentence: Sentence
    head: int
    words: str
    outcome: str
    event: Event | None = None
    dated: str = ""


def code_articles(
    articles: Iterable[Article],
    lexicon: Lexicon | None = None,
    model: str = DEFAULT_MODEL,
    processes: int = 1,
    on_error: Callable[[Article, Exception], None] | None = None,
    *,
    look: bool = True,
) -> Iterator[Coding]:
    """Code articles in order, one coding each. Articles without a day are coded, their relative dates left open.

    processes: that many do the whole work, each article in one of them; the codings are the same. on_error: told of an article that breaks
    the coder or is too long for it; it comes out with nothing coded, and the rest go on. Without it the error is raised. look: pass over,
    unparsed, what a cheap look says can tell of nothing (`promising`); False parses everything. The input is read as it is needed.
    """
    from detente.events.stream import code_stream
    from detente.events.workers import code_in_processes

    words = lexicon or load_lexicon()
    if processes > 1:
        yield from code_in_processes(articles, words, model, processes, on_error, look)
    else:
        yield from code_stream(articles, words, model, on_error, look)


def code_events(
    text: str | Article,
    *,
    title: str = "",
    date: date | None = None,
    lexicon: Lexicon | None = None,
    model: str = DEFAULT_MODEL,
    look: bool = True,
) -> Coding:
    """Code one text, or one article. date: the day a text was published; without it relative dates stay open. look: as in `code_articles`.

    The events of a bare text name the article ``text``; `explain_event` wants the article itself: give one here to have both.
    """
    from datetime import datetime, time

    if isinstance(text, Article):
        return next(code_articles([text], lexicon=lexicon, model=model, look=look))
    published = datetime.combine(date, time()) if date else None
    article = Article(id="text", title=title, text=text, published=published)
    return next(code_articles([article], lexicon=lexicon, model=model, look=look))


def code_sentences(article: Article, sentences: Sequence[Sentence | Passed], lexicon: Lexicon, rules: Rules) -> tuple[Coding, list[Step]]:
    """Code the sentences of one article, parsed or passed over; also every step taken, for `explain`."""
    on = article.published.date() if article.published else None
    memory = Memory()
    events: list[Event] = []
    assessments: list[Assessment] = []
    forecasts: list[Forecast] = []
    steps: list[Step] = []
    carried: Carried = None
    for given in sentences:
        if isinstance(given, Passed):
            memory.count(given.named)
            continue
        s = given
        phrases = Phrases(s, lexicon, on, memory)
        if not phrases.cover and not memory.counts:
            continue
        mended = mend_headline(s, rules.present)
        if mended is not s:
            s = mended
            phrases = Phrases(s, lexicon, on, memory)
        clauses = extract_clauses(s)
        told, assessed = _told(phrases, clauses, rules, steps), find_assessments(phrases, clauses, lexicon)
        dates = _datings(s, phrases, on) if told or assessed else []
        new = _events(article, phrases, told, rules, dates, on, carried, steps)
        if events and (claiming := claimants(phrases, clauses)):
            events = [_claimed(e, claiming) for e in events]
        events += new
        assessments += [_assessment(article, s, a, dates, on, carried) for a in assessed]
        forecasts += [_forecast(article, s, f, on) for f in find_forecasts(phrases, clauses, lexicon)]
        stated = [e for e in new if e.date_source == "stated" and e.date_start and e.date_end]
        if stated:
            carried = (stated[-1].date_start, stated[-1].date_end)  # type: ignore[assignment]
        phrases.remember()
        _remember_sides(memory, phrases, clauses, new)
    return Coding(article.id, tuple(events), tuple(assessments), tuple(forecasts)), steps


def _claimed(event: Event, actors: tuple[str, ...]) -> Event:
    """An attack told before without a doer, now by those who claim it."""
    if event.plover != "ASSAULT" or event.actor or event.realis != "asserted":
        return event
    m = event.mentions[0]
    new = _id(m.article, m.field, str(m.start), str(m.end), event.plover, *actors, ">", *event.recipient, event.realis)
    return replace(event, id=new, actor=actors, rule=f"{event.rule} (claimed)")


def _datings(s: Sentence, phrases: Phrases, on: date | None) -> list[DateExpression]:
    """Date expressions of a sentence but those of its label ("2011 Syrian uprising:") and of names ("Christmas Island")."""
    label = label_end(s)
    behind = s.tokens[label].start - s.start if label < len(s.tokens) else 0
    named = {i for i, (entry, first, end) in phrases.cover.items() if end - first > 1 and entry.kind != "person"}
    spans = [(s.tokens[i].start - s.start, s.tokens[i].end - s.start) for i in named]
    return [e for e in find_dates(s.text, on) if e.start >= behind and not any(a <= e.start and e.end <= b for a, b in spans)]


def _remember_sides(memory: Memory, phrases: Phrases, clauses: tuple[Clause, ...], told: list[Event]) -> None:
    for clause in clauses:
        if clause.link == "ROOT":
            codes = [a.code for h in clause.heads("subject") for a in phrases.resolve(h)]
            if codes:
                memory.last = tuple(codes)
    named = phrases.countries()
    if told:
        sides = list(dict.fromkeys(base(c) for c in (*told[-1].actor, *told[-1].recipient)))
        if len(sides) == 2:
            memory.last_two = (sides[0], sides[1])
            return
    if len(named) == 2:
        memory.last_two = (named[0], named[1])


def _told(phrases: Phrases, clauses: tuple[Clause, ...], rules: Rules, steps: list[Step]) -> list[Told]:
    s = phrases.s

    def reject(head: int, why: str) -> None:
        steps.append(Step(s, head, s.tokens[head].text, why))

    return told_events(make_scene(phrases, clauses, rules), reject)


def _events(
    article: Article,
    phrases: Phrases,
    found: list[Told],
    rules: Rules,
    expressions: list[DateExpression],
    on: date | None,
    carried: Carried,
    steps: list[Step],
) -> list[Event]:
    s = phrases.s
    out: list[Event] = []
    for told in found:
        candidate = told.candidate
        future = told.realis == "planned" or _is_under_way(told.clause, s)
        dated = date_event(s, candidate.head, expressions, on, future=future, carried=carried)
        if told.realis == "asserted" and on is not None and dated.source == "stated" and dated.first is not None and dated.first > on:
            told = replace(told, realis="planned")  # "sends sixty doctors in January", told in December
        event = _event(article, s, told, find_speaker(told.speaker_clause, phrases, candidate.head), dated, rules)
        if any(_same(e, event) for e in out):
            why = f"told already in this sentence ({candidate.rule})"
            steps.append(Step(s, candidate.head, s.tokens[candidate.head].text, why))
            continue
        out.append(event)
        steps.append(Step(s, candidate.head, s.tokens[candidate.head].text, told.note, event, dated.why))
    return out


def _is_under_way(clause: Clause | None, s: Sentence) -> bool:
    """ "is sending ... in January": with a date of its own the English progressive tells of what is to come."""
    return clause is not None and clause.tense == "present" and s.tokens[clause.head].tag == "VBG"


def _same(a: Event, b: Event) -> bool:
    return (a.plover, a.actor, a.recipient, a.date_start) == (b.plover, b.actor, b.recipient, b.date_start)


def _event(article: Article, s: Sentence, told: Told, speaker: str | None, dated: DatedAs, rules: Rules) -> Event:
    c, realis = told.candidate, told.realis
    code = rules.codes[c.cameo]
    mention = _mention(article, s, *_span(s, c.head))
    content = None
    if c.content is not None and c.content_head is not None:
        inner = rules.codes[c.content]
        first, last = _span(s, c.content_head)
        content = Content(inner.plover, inner.cameo, article_words(article, s, first, last))
    return Event(
        id=_id(article.id, mention.field, str(mention.start), str(mention.end), code.plover, *c.actors, ">", *c.recipients, realis),
        actor=c.actors, recipient=c.recipients, plover=code.plover, mode=code.mode, contexts=code.contexts, cameo=code.cameo,
        intensity=code.intensity, realis=realis, content=content, date_start=dated.first, date_end=dated.last, date_source=dated.source,
        quantity=find_quantity(told.clause, s, c.used), speaker=speaker, mentions=(mention,), rule=c.rule,
    )  # fmt: skip


def _assessment(
    article: Article, s: Sentence, found: AssessmentFound, expressions: list[DateExpression], on: date | None, carried: Carried
) -> Assessment:
    dated = date_event(s, found.head, expressions, on, future=found.realis == "planned", carried=carried)
    mention = _mention(article, s, found.start, found.end)
    return Assessment(
        id=_id(article.id, mention.field, str(mention.start), str(mention.end), found.direction, "+".join(found.sides)),
        sides=found.sides, direction=found.direction, realis=found.realis, date_start=dated.first, date_end=dated.last,
        speaker=None, mentions=(mention,), rule=found.rule,
    )  # fmt: skip


def _forecast(article: Article, s: Sentence, found: ForecastFound, on: date | None) -> Forecast:
    mention = _mention(article, s, found.start, found.end)
    start, end = horizon(s.text, on)
    return Forecast(
        id=_id(article.id, mention.field, str(mention.start), str(mention.end), "forecast", "+".join(found.sides)),
        sides=found.sides, probability=found.probability, band=found.band, horizon_start=start, horizon_end=end, speaker=None,
        mentions=(mention,), rule=found.rule,
    )  # fmt: skip


def _span(s: Sentence, head: int) -> tuple[int, int]:
    """Token range [first, end) of the words that tell of an event: its clause without what is coordinated to it."""
    keep = [head]
    stack = [
        k for k in s.children[head] if s.tokens[k].dep not in ("conj", "parataxis", "cc") or s.tokens[k].pos not in ("VERB", "AUX", "CCONJ")
    ]
    while stack:
        k = stack.pop()
        keep.append(k)
        stack += s.children[k]
    first, last = min(keep), max(keep)
    while first < last and (s.tokens[first].pos in ("PUNCT", "SPACE", "CCONJ") or s.lower[first] in ("that",)):
        first += 1
    while last > first and s.tokens[last].pos in ("PUNCT", "SPACE"):
        last -= 1
    return first, last + 1


def article_words(article: Article, s: Sentence, first: int, end: int) -> str:
    """The stored words of a token range."""
    source = article.title if s.field == "title" else article.text
    return source[s.tokens[first].start : s.tokens[end - 1].end]


def _mention(article: Article, s: Sentence, first: int, end: int) -> Mention:
    start, stop = s.tokens[first].start, s.tokens[end - 1].end
    return Mention(article.id, s.field, article_words(article, s, first, end), start, stop)


def _id(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
