"""Every constant of the relations method, with where its value comes from. No coefficient is particular to a country or a relation.

"2018" is the ICEWS table of 2018 (160,470 events between two countries), "2005-15" its incomplete ten-year sister (of it the 164 pairs
with 60 events or more in 2009 to 2012), "simulator" is evals/simulate_relations.py with seeds 1 and 2. `docs/method.md` says how each was
measured, what else was tried, and how flat the optimum is."""

from __future__ import annotations

from dataclasses import dataclass

EPOCH = 719163  # 1970-01-01 as a proleptic ordinal: days are counted from there, as numpy and DuckDB do
BAND_Z = 1.2815515655446004  # half-width of an 80 % band in standard deviations: the 90 % point of a normal
TOP = 10.0  # the shown scale is -10 .. 10, like the Goldstein scale it is made of


@dataclass(frozen=True, slots=True)
class Calibration:
    """The pooled constants. Tone and level in points of the Goldstein scale, time in days."""

    # The tone is the sum of two Ornstein-Uhlenbeck walks: a relation's character and its news. Maximum likelihood of the days' mean tones,
    # pooled over pairs with 30 events and more: 2018 gives 3.1 and 1.4, half-lives of 900 and 9 days, 15.4 for one event; 2005-15 gives
    # 2.8 and 1.5, 1,700 and 16 days, 11.4. One walk alone fits worse in both (log likelihood a day of reports lower by .006 and .011).
    character_variance: float = 3.0
    character_half_life: float = 1000.0
    news_variance: float = 1.5
    news_half_life: float = 12.0
    event_variance: float = 15.0
    # What all events of one day share (one story, one slip): 2018 days with 20 events and more scatter with 1.6, of which 15 / n is less
    # than 0.8.
    day_variance: float = 1.0
    # Standard deviations from which on a day's surprise counts no further, so that one odd day cannot carry a level; a lasting move is
    # believed on its second day (Huber 1964 bounds surprises so). Days are heavy-tailed: a Student t with 4 degrees of freedom fits both
    # tables better than a normal by twice what the second walk gains. Huber's own 1.345 scores as well (on news-dated turns better), but
    # leaves fifty attacks on one day unheard in a relation that was good; no bound lets them carry it from +8 to -5.
    surprise: float = 2.0
    # Of what an event dated by a span, or told late, says of its own day: the covariance of a pair's daily means in 2005-15 has fallen to a
    # quarter in some 60 to 90 days. Only such events are weighed by it.
    late_half_life: float = 90.0
    # Of the volume: 3 to 10 score alike on the simulator; a news burst lives about a week.
    volume_half_life: float = 6.0
    # v = (1 + N / unit) ** power: N = 5 is about a report every other day. Power .2 and .5 score worse than .35 on the news-dated turns of
    # 2018 (see docs/method.md), units 1 to 20 alike.
    volume_unit: float = 5.0
    volume_power: float = 0.35
    # One day adds at most volume_day + volume_growth * N, so that a single burst is heard, not believed at once. Any of 5 to 20 and .5 to 2
    # leaves every score where it is.
    volume_day: float = 10.0
    volume_growth: float = 0.5
    # Days of the period a level is held against. 1 (the start of the period alone) loses .11 of recall at equal alarms on the simulator
    # and .29 in 2018; 4 and 6 score alike on the simulator.
    baselines: int = 6
    # Points of level that count as a change, the chance at which a status turns to improved or deteriorated, and the chance below which it
    # turns back. The threshold is set by what a desk can read: under three turns a year of a relation where nothing is known to have
    # happened (2018: 2.8; 3.0 at .9, 3.5 at .8). leave > 1 - enter, so that the two runs exclude each other.
    threshold: float = 0.95
    enter: float = 0.65
    leave: float = 0.55
    # What a distinct event of a desk weighs in rows of an event table. A table counts each (actor, class, recipient) of a day. 2018 has 1.1
    # (AID) to 3.2 (CONSULT) rows a pair, day and class; of 385 events of news lines that it has too, half have 4 or more on that day and
    # the next. 3 to 4 give the example desk the same statuses.
    event_weight: float = 3.0
    # What an assessment says, on the scale of events, and what it weighs in rows. An assertion that relations have worsened stands between
    # an accusation (-2) and a sanction (-4.4 to -7), and sums up several happenings: two such sentences alone must be able to turn a thin
    # relation.
    assessment_value: float = 4.5
    assessment_weight: float = 4.0
    # A report that weighs less than this share of a fresh one is no report "of the period" it came in.
    late_share: float = 0.1

    @property
    def tone_variance(self) -> float:
        """Of the tone of a relation nobody has reported on, around neutral."""
        return self.character_variance + self.news_variance


DEFAULT = Calibration()
