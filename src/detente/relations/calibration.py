"""Every constant of the relations method, with where its value comes from. No coefficient is particular to a country or a relation.

"2018" is the ICEWS table of 2018 (160,470 events between two countries), "2005-15" its incomplete ten-year sister, "simulator" is
evals/simulate_relations.py with seeds 1 and 2. `docs/method.md` says how each was measured, what else was tried, and how flat the optimum
is."""

from __future__ import annotations

from dataclasses import dataclass

EPOCH = 719163  # 1970-01-01 as a proleptic ordinal: days are counted from there, as numpy and DuckDB do
BAND_Z = 1.2815515655446004  # half-width of an 80 % band in standard deviations: the 90 % point of a normal
TOP = 10.0  # the shown scale is -10 .. 10, like the Goldstein scale it is made of


@dataclass(frozen=True, slots=True)
class Calibration:
    """The pooled constants. Tone and level in points of the Goldstein scale, time in days."""

    # Of one event around its relation's tone: 2018 days with 1, 2, 3-4 and 5-9 events scatter with 24, 21, 24 and 27 / n, 2005-15 with 21,
    # 16, 18.
    event_variance: float = 20.0
    # What all events of one day share (one story, one slip), so that one odd day cannot carry a level however loud it is: 2018 days with 20
    # events and more scatter with 1.6, of which 20 / n is less than 0.8.
    day_variance: float = 1.0
    # Of the tone between relations, hence of a relation nobody has reported on: 2018 gives 4.1 over 219 pairs, 2005-15 3.2 over 274.
    tone_variance: float = 4.0
    # Of what is known about a tone when reports stop; sets how fast it wanders too. The covariance of a pair's daily means in 2005-15 falls
    # from 3.4 (next day) to 1.7 in 14 and to 0.9 in 56 days; one memory cannot be all of that. 60 to 180 score alike on the simulator; 90
    # lies between.
    half_life: float = 90.0
    # Of the volume: 3 to 10 score alike on the simulator; a news burst lives about a week.
    volume_half_life: float = 6.0
    # v = (1 + N / unit) ** power: N = 5 is about a report every other day. Power 0 (tone alone) loses .06 of recall on the simulator and
    # .12 of the AUC for improvements in 2018; .2 to .7 and units 1 to 20 score alike.
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
    # turns back. Together they set the alarms: relations where nothing is known to have happened raise 3.3 a year in 2018, 9.4 on the
    # simulator (which is noisier on purpose). .5 to 1 point serve recall at equal alarms alike. leave > 1 - enter, so that the two runs
    # exclude each other.
    threshold: float = 0.75
    enter: float = 0.65
    leave: float = 0.55
    # A relation without a report in the period is "unchanged" only while its tone is known better than this share of what is there to know.
    unknown_share: float = 0.5
    # What a distinct event of a desk weighs in rows of an event table. A table counts each (actor, class, recipient) of a day: 2018 has 1.1
    # (AID) to 3.2 (CONSULT) rows a pair, day and class, for what a desk that merges mentions holds as one event.
    event_weight: float = 2.0
    # What an assessment says, on the scale of events, and what it weighs in rows: two events. An assertion that relations have worsened
    # stands between an accusation (-2) and a sanction (-4.4 to -7), and sums up several happenings: two such sentences alone must be able
    # to turn a thin relation.
    assessment_value: float = 4.5
    assessment_weight: float = 4.0
    # A report that weighs less than this share of a fresh one is no report "of the period" it came in.
    late_share: float = 0.1


DEFAULT = Calibration()
