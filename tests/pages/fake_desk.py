"""A desk made by hand: invented countries, a dozen articles with their coding written into the text, a plain decaying level.

In a text ``[SANCTION ARKGOV>BOR -6|froze the accounts]`` is an event, ``[=ARK,BOR worsening|...]`` an assessment and
``[?ARK,BOR likely 0.55 0.80|...]`` a forecast; what stands after the bar is the text.
"""

from __future__ import annotations

import hashlib
import math
import re
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import Any

from detente.config import Category, Config, SourceRights, WeightedRelation
from detente.published import PublishedAnalysis
from detente.relations.roll_up import Part
from detente.types import (
    Article,
    Assessment,
    Driver,
    Event,
    Finding,
    Forecast,
    LevelPoint,
    Mention,
    Neighbour,
    Outlook,
    Spread,
    Status,
    TurningPoint,
)

NAMES = {
    "ARK": "Arkenia", "BOR": "Borland", "CES": "Cestria", "ARKGOV": "Government of Arkenia", "BORGOV": "Government of Borland",
    "BORMIL": "Armed forces of Borland", "CESGOV": "Government of Cestria", "ARKOPP": "Opposition in Arkenia", "IGOEUU": "European Union",
    "EUU": "European Union", "ARKJUD": "Courts of Arkenia",
}  # fmt: skip
CONFIG = Config(
    title="The Arken Desk",
    about="What changes between Arkenia and its neighbours, told from the reports of six agencies and explained weekly.",
    base_url="https://desk.example/pages/",
    categories=(
        Category("Foreign policy", "foreign-policy", "Arkenia with its two neighbours and the European Union.", (
            WeightedRelation(("ARK", "BOR"), 1.0), WeightedRelation(("ARK", "EUU"), 0.8), WeightedRelation(("ARK", "CES"), 0.5),
        )),
        Category("Inside Arkenia", "inside-arkenia", "Authorities, opposition and courts.", (WeightedRelation(("ARK", "ARK"), 1.0),)),
    ),
    relations=(("BOR", "CES"),),
    sources={"Open Wire": SourceRights(publish_text=True)},
)  # fmt: skip

# (moment, title, source, kind, category, text)
_RAW: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("2015-02-10", "Borland closes two of its four crossings to lorries from Arkenia", "Harbour News", "report", "",
     "Customs officers of Borland [COERCE BORGOV>ARK -5|closed two of the four crossings to Arkenian lorries] on Tuesday."),
    ("2015-05-21", "Arkenia answers with a duty on Borlandic steel", "Harbour News", "report", "",
     "The government in Arkenhall [SANCTION ARKGOV>BOR -6|put a duty of 12 per cent on steel from Borland]. "
     "[=ARK,BOR worsening|Trade between the two has become a quarrel], an official at the port said."),
    ("2015-10-02", "Union envoy comes to Arkenhall", "Open Wire", "report", "",
     "An envoy of the European Union [CONSULT IGOEUU>ARKGOV 1.5|met ministers in Arkenhall] for two days of talks.\n\n"
     "The Union [AID IGOEUU>ARK 6|paid the first 40 million of a loan] the same week."),
    ("2016-01-18T09:30:00+02:00", "Steel duty lifted after talks at the lake", "Open Wire", "report", "",
     "Arkenia and Borland [AGREE ARKGOV,BORGOV> 6.5|agreed to lift the steel duty and to reopen both crossings] by March."),
    ("2016-03-03", "Crossings open again", "Harbour News", "report", "",
     "Lorries rolled on Thursday as Borland [RETREAT BORGOV>ARK 4|took down the barriers at both crossings]."),
    ("2016-03-20T18:05:00+02:00", "The thaw with Borland will outlast the spring, but not a bad harvest", "", "analysis", "Foreign policy",
     "A month after the barriers came down, trade with Borland is back where it was two years ago. "
     "[=ARK,BOR improving|Relations between Arkenia and Borland are better than at any time since the duty], and both capitals say so.\n\n"
     "The reason lies less in goodwill than in grain. Borland [AID BORGOV>ARK 5|sold Arkenia 200,000 tonnes of wheat on credit] "
     "in February, and its ministers [THREATEN BORGOV>ARK -4 possible|could call in the debt] if the next harvest fails.\n\n"
     "[?ARK,BOR likely 0.55 0.80|It is likely that the two will sign the transit treaty before the summer]. "
     "The Union, for its part, [REQUEST IGOEUU>ARKGOV -0.5|asked Arkenia to open its books] before it pays the rest of the loan."),
    ("2016-04-11", "Opposition rally ends in arrests", "Capital Post", "report", "Inside Arkenia",
     "Police [COERCE ARKGOV>ARKOPP -6|detained 31 supporters of the opposition] after a rally on Cathedral Square."),
    ("2016-05-08", "Court frees most of those held in April", "Capital Post", "report", "Inside Arkenia",
     "A court [CONCEDE ARKJUD>ARKOPP 4|released 27 of the 31 people held] since the rally of last month."),
    ("2016-06-14T11:40:00+02:00", "Arkenia and Borland sign the transit treaty", "Open Wire", "report", "Foreign policy",
     "Arkenia and Borland [AGREE ARKGOV,BORGOV> 7|signed the treaty on transit] on Tuesday after nine months of talks.\n\n"
     "The ministers [COOPERATE ARKGOV,BORGOV> 5 planned|will open a joint customs post in September]. "
     "Cestria [ACCUSE CESGOV>ARKGOV -3|accused Arkenia of breaking its word on the river port]."),
    ("2016-06-15", "Neighbours put their names to a transit treaty", "Harbour News", "report", "",
     "A treaty that [AGREE ARKGOV,BORGOV> 7|Arkenia and Borland signed] opens the road to the sea, officials in Arkenhall said."),
    ("2016-06-20", "Cestria stops work at the river port", "Harbour News", "report", "",
     "Cestria [REJECT CESGOV>ARK -4|halted all work at the shared river port] on Monday and "
     "[SANCTION CESGOV>ARK -6.5|recalled its engineers]. Arkenia [REJECT ARKGOV>CES -3 denied|denied having broken] any contract. "
     "[=ARK,CES worsening|The two have not been this far apart for a decade], a former envoy said."),
    ("2016-07-01T16:00:00+02:00", "Arkenia gains a road and loses a river", "", "analysis", "Foreign policy",
     "In one fortnight Arkenia [AGREE ARKGOV,BORGOV> 7|signed a treaty with Borland] and fell out with Cestria. "
     "The two are one story: goods that take the road no longer need the river.\n\n"
     "Cestria [ACCUSE CESGOV>ARKGOV -3|accuses Arkenhall of a breach of faith]; Arkenhall [REJECT ARKGOV>CES -2 denied|denies it]. "
     "[?ARK,CES unlikely 0.20 0.45|Work at the port is unlikely to start again this year]. "
     "[?ARK,EUU|The Union may pay the rest of its loan in the autumn].\n\n"
     "What to watch: whether Borland [AID BORGOV>ARK 5 possible|might lend again], and on what terms."),
)  # fmt: skip

_CODED = re.compile(
    r"\[([=?])([A-Z]+)((?:,[A-Z]+)*)(?:\s+([^|\]]*))?\|([^\]]+)\]|\[([A-Z]+) ([A-Z,]+)>([A-Z,]*) (-?[\d.]+) ?(\w*)\|([^\]]+)\]"
)


def _event(match: re.Match[str], mention: Mention, day: date, *, stated: bool) -> Event:
    actor, recipient = tuple(match[7].split(",")), tuple(filter(None, match[8].split(",")))
    realis: Any = match[10] or "asserted"
    return Event(
        id=made_id("event", match[6], match[7], match[8], match[9], realis, f"{day:%Y}"),
        actor=actor,
        recipient=recipient,
        plover=match[6],
        mode="ban" if match[6] == "SANCTION" else None,
        contexts=("trade",) if match[6] == "AGREE" else (),
        cameo="057" if match[6] == "AGREE" else "172",
        intensity=float(match[9]),
        realis=realis,
        content=None,
        date_start=day,
        date_end=day,
        date_source="stated" if stated else "published",
        quantity=200000.0 if "200,000" in match[11] else None,
        speaker=None,
        mentions=(mention,),
        rule=f"verb:{match[6].lower()}",
    )


def _assessment(match: re.Match[str], mention: Mention, day: date) -> Assessment:
    direction: Any = match[4]
    return Assessment(made_id("a", match[5]), _sides(match), direction, "asserted", day, day, None, (mention,), "copula")


def _forecast(match: re.Match[str], mention: Mention, day: date) -> Forecast:
    rest = (match[4] or "").split()
    chance = (float(rest[1]), float(rest[2])) if rest else None
    band, end = rest[0] if rest else None, day + timedelta(days=90)
    return Forecast(made_id("f", match[5]), _sides(match), chance, band, day, end, None, (mention,), "modal")


def _sides(match: re.Match[str]) -> tuple[str, ...]:
    return tuple(sorted((match[2] + match[3]).split(",")))


def made_id(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


@dataclass
class FakeProblem:
    file: str
    what: str
    hint: str = ""
    fatal: bool = True


@dataclass
class FakeDesk:
    """Answers what the pages ask; ``extra`` articles (hostile ones, many of them) stand beside the dozen."""

    config: Config = CONFIG
    extra: list[Article] = field(default_factory=list)
    extra_events: list[Event] = field(default_factory=list)
    raw: tuple[tuple[str, str, str, str, str, str], ...] = _RAW
    status_calls: int = 0
    known: dict[str, list[tuple[date, float, str, str]]] = field(default_factory=dict)
    outlooks: dict[str, Outlook] = field(default_factory=dict)
    found: dict[str, list[Finding]] = field(default_factory=dict)
    would: dict[str, list[str]] = field(default_factory=dict)
    decided: list[Any] = field(default_factory=list)
    written: list[PublishedAnalysis] = field(default_factory=list)

    @cached_property
    def coded(self) -> tuple[list[Article], list[Event], list[Assessment], list[Forecast]]:
        articles: list[Article] = []
        events: dict[str, Event] = {}
        assessments: list[Assessment] = []
        forecasts: list[Forecast] = []
        for moment, title, source, kind, category, marked in self.raw:
            published = datetime.fromisoformat(moment)
            ident = made_id(title, moment)
            pieces, at, found = [], 0, []
            for match in _CODED.finditer(marked):
                pieces.append(marked[at : match.start()])
                words = match[5] or match[11]
                start = sum(map(len, pieces))
                pieces.append(words)
                at = match.end()
                found.append((match, Mention(ident, "text", words, start, start + len(words))))
            pieces.append(marked[at:])
            day = published.date()
            for match, mention in found:
                if match[6]:
                    event = _event(match, mention, day, stated="Tuesday" in marked)
                    old = events.get(event.id)
                    events[event.id] = replace(old, mentions=(*old.mentions, mention)) if old else event
                elif match[1] == "=":
                    assessments.append(_assessment(match, mention, day))
                else:
                    forecasts.append(_forecast(match, mention, day))
            articles.append(
                Article(
                    id=ident,
                    title=title,
                    text="".join(pieces),
                    published=published,
                    source=source,
                    url=f"https://{source.lower().replace(' ', '')}.example/{ident}" if source else "",
                    author="I. Writer" if kind == "analysis" else "",
                    photo_credit="Harbour authority" if "road" in title else "",
                    category=category,
                    kind=kind,  # type: ignore[arg-type]
                    file=f"/home/someone/secret/{ident}.txt",
                )
            )
        first = articles[8] if len(articles) > 8 else None
        if first:
            articles.append(replace(first, id=made_id("copy"), source="Lakeside Gazette", duplicate_of=first.id, file="copy.txt"))
        return articles, list(events.values()), assessments, forecasts

    def articles(self) -> list[Article]:
        every = [*self.coded[0], *self.extra]
        return sorted(every, key=lambda a: (a.published or datetime(1, 1, 1, tzinfo=UTC)).replace(tzinfo=UTC), reverse=True)

    def problems(self) -> list[FakeProblem]:
        return [FakeProblem("/home/someone/secret/broken.pdf", "no text"), FakeProblem("fr.txt", "not coded: French", fatal=False)]

    def events(self) -> list[Event]:
        return [*self.coded[1], *self.extra_events]

    def assessments(self) -> list[Assessment]:
        return self.coded[2]

    def forecasts(self) -> list[Forecast]:
        return self.coded[3]

    def as_of(self, given: date | None) -> date:
        return given or max((a.published.date() for a in self.articles() if a.published), default=date(2016, 7, 1))

    @staticmethod
    def _side(code: str) -> str:
        return code[3:6] if code.startswith("IGO") else code[:3]

    def _bearing(self, name: str) -> list[tuple[date, float, str, str]]:
        if name not in self.known:
            self.known[name] = self._bears_on(name)
        return self.known[name]

    def _bears_on(self, name: str) -> list[tuple[date, float, str, str]]:
        """(day, weight, kind, id) of everything that bears on a relation."""
        out = []
        for e in self.events():
            rec = e.recipient or e.actor
            names = {"-".join(sorted((self._side(a), self._side(r)))) for a in e.actor for r in rec if e.recipient or a != r}
            if name in names and e.realis == "asserted" and e.date_end:
                out.append((e.date_end, e.intensity / 4, "event", e.id))
        for a in self.assessments():
            if "-".join(a.sides) == name and a.date_end:
                out.append((a.date_end, {"improving": 0.8, "worsening": -0.8, "steady": 0.0}[a.direction], "assessment", a.id))
        return out

    def _level(self, name: str, day: date) -> float | None:
        past = [(day - d).days for d, *_ in self._bearing(name) if d <= day]
        if not past or min(past) > 200:
            return None
        return sum(w * math.exp(-(day - d).days / 120) for d, w, *_ in self._bearing(name) if d <= day)

    def _status(self, name: str, day: date) -> Status:
        period = self.config.period_days
        before, now = self._level(name, day - timedelta(days=period)), self._level(name, day)
        recent = [b for b in self._bearing(name) if day - timedelta(days=period) < b[0] <= day]
        size = (now or 0) - (before or 0)
        change = "no-reporting" if not recent else "improved" if size > 0.4 else "deteriorated" if size < -0.4 else "unchanged"
        shares = [Driver(k, i, w * math.exp(-(day - d).days / 120)) for d, w, k, i in recent]  # type: ignore[arg-type]
        drivers = (*shares, Driver("fading", None, size - sum(s.share for s in shares)))
        p = 1 / (1 + math.exp(-size * 2))
        band = 0.6
        return Status(
            name, "relation", tuple(name.split("-")), day, now, None if now is None else now - band, None if now is None else now + band,
            change, round(p * 0.9, 3), round((1 - p) * 0.9, 3), len(recent), drivers,
        )  # type: ignore[arg-type] # fmt: skip

    def statuses(self, day: date) -> list[Status]:
        self.status_calls += 1
        out: list[Status] = []
        for category in self.config.categories:
            parts = [(self._status(r.name, day), r.weight) for r in category.relations]
            known = [(s, w) for s, w in parts if s.level is not None]
            total = sum(w for _, w in known) or 1.0
            level = sum((s.level or 0) * w for s, w in known) / total if known else None
            drivers = tuple(Driver(d.kind, d.id, d.share * w / total) for s, w in known for d in s.drivers if d.kind != "fading")
            fading = sum(d.share * w / total for s, w in known for d in s.drivers if d.kind == "fading")
            size = sum(d.share for d in drivers) + fading
            events = sum(s.events for s, _ in parts)
            change = "no-reporting" if not events else "improved" if size > 0.3 else "deteriorated" if size < -0.3 else "unchanged"
            chances = {"improved": 0.82, "unchanged": 0.1, "deteriorated": 0.1}
            low, high = (None, None) if level is None else (level - 0.4, level + 0.4)
            sides = tuple(sorted({x for r in category.relations for x in r.sides}))
            p_up, p_down = chances.get(change, 0.1), 0.92 - chances.get(change, 0.82)
            rows = (*drivers, Driver("fading", None, fading)) if events else ()
            status = Status(category.name, "category", sides, day, level, low, high, change, p_up, p_down, events, rows)  # type: ignore[arg-type]
            if category.slug == "inside-arkenia" and day >= date(2016, 6, 25):
                status = replace(status, change="unchanged", by="A. Editor", reason="The court released the last four on Friday.")
            out.append(status)
        names = dict.fromkeys(["-".join(sides) for sides in self.config.watched()])
        return [*out, *(self._status(name, day) for name in names)]

    def series(self, name: str, as_of: date) -> list[LevelPoint]:
        category = next((c for c in self.config.categories if c.name == name), None)
        names = [r.name for r in category.relations] if category else [name]
        days = [as_of - timedelta(days=n) for n in range(540, -1, -3)]
        points = []
        for day in days:
            levels = [v for n in names if (v := self._level(n, day)) is not None]
            events = sum(1 for n in names for d, *_ in self._bearing(n) if day - timedelta(days=3) < d <= day)
            level = sum(levels) / len(levels) if levels else None
            points.append(LevelPoint(day, level, None if level is None else level - 0.6, None if level is None else level + 0.6, events))
        return points

    def status_steps(self, name: str, as_of: date) -> list[tuple[date, Status]]:
        steps: list[tuple[date, Status]] = []
        for n in range(540, -1, -14):
            day = as_of - timedelta(days=n)
            status = next((s for s in self._plain(day) if s.name == name), None)
            if status and (not steps or steps[-1][1].change != status.change):
                steps.append((day, status))
        return steps

    def machine_steps(self, name: str, as_of: date) -> list[tuple[date, Status]]:
        """The same: nobody overrules what this desk says by itself."""
        return self.status_steps(name, as_of)

    def overrides(self) -> list[Any]:
        """What a test put there."""
        return list(self.decided)

    def _plain(self, day: date) -> list[Status]:
        calls = self.status_calls
        found = self.statuses(day)
        self.status_calls = calls
        return found

    def similar(self, article_id: str, kind: str = "story", top: int = 5) -> list[Neighbour]:
        ids = [a.id for a in self.articles()]
        if article_id not in ids:
            return []
        at = ids.index(article_id)
        near = ids[at + 1 : at + 3] if kind == "story" else ids[at + 4 : at + 8]
        why = (
            "both tell of a signed agreement, 1 day apart"
            if kind == "story"
            else "also a neighbour closing a border, between others, in 2015"
        )
        return [Neighbour(i, 0.8, why) for i in near][:top]

    def trends(self, as_of: date, days: int = 28) -> list[Status]:
        moved = [s for s in self._plain(as_of) if s.kind == "relation"]
        return sorted(moved, key=lambda s: -abs(sum(d.share for d in s.drivers)))

    def category_trends(self, as_of: date, days: int = 28) -> list[tuple[Status, list[Part]]]:
        found = {s.name: s for s in self._plain(as_of)}
        out = []
        for category in self.config.categories:
            total, parts = sum(r.weight for r in category.relations), []
            for relation in (r for r in category.relations if r.name in found):
                status = found[relation.name]
                change = sum(d.share for d in status.drivers)
                after = status.level or 0.0
                parts.append(Part(relation.name, relation.weight / total, after - change, after, relation.weight / total * change))
            if category.name in found:
                out.append((found[category.name], parts))
        return out

    def turning_points(self, name: str, as_of: date) -> list[TurningPoint]:
        category = next((c for c in self.config.categories if c.name == name), None)
        relation = category.relations[0].name if category else name
        turns = []
        for day, weight, kind, ident in self._bearing(relation):
            if day <= as_of and abs(weight) > 1:
                change = "improved" if weight > 0 else "deteriorated"
                drivers = (Driver(kind, ident, weight), Driver("fading", None, -0.1))  # type: ignore[arg-type]
                early = day - timedelta(days=2)
                turns.append(
                    TurningPoint(name, day, early, day, day, day, change, 0.1, weight, relation, abs(weight) > 1.5, drivers)  # type: ignore[arg-type]
                )
        return turns

    def outlook(self, name: str, as_of: date) -> Outlook | None:
        return self.outlooks.get(name)

    def findings(self, name: str, as_of: date) -> list[Finding]:
        return self.found.get(name, [])

    def counterfactuals(self, name: str, as_of: date) -> list[str]:
        return self.would.get(name, [])

    def analyses(self) -> list[PublishedAnalysis]:
        return self.written

    def photo(self, file: str) -> bytes | None:
        return b"a photo"


OUTLOOK = Outlook(
    "ARK-BOR", "relation", date(2016, 7, 1), 28, Spread(1.9, 0.4, 3.3), 0.16, 0.62, 0.22,
    (Spread(2.4, 1, 4), Spread(2.0, 0, 5), Spread(1.1, 0, 3)), (Spread(0.6, 0, 2), Spread(0.0, 0, 2), Spread(0.8, 0, 2)),
    (Spread(1.8, -1, 4), Spread(2.0, -2, 5), Spread(0.3, -2, 3)), "",
)  # fmt: skip
FINDINGS = [
    Finding("third-party", ("ARK", "BOR", "CES"), "Nothing shows that Cestria moves it.", False, 0.1, -0.3, 0.5, "points", 0.62, 60, 14),
    Finding("inertia", ("ARK", "BOR"), "Half of a shock is gone after about three weeks.", True, 3.1, 1.8, 5.2, "weeks", None, 60, 14),
]  # fmt: skip


def names(code: str) -> str:
    return NAMES.get(code, code)
