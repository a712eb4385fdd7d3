"""What else a level could be, to be scored beside what it is: the balance of counts, and a latent measure of hostility."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import numpy.typing as npt
from turn_scores import Case

from detente.relations.calibration import DEFAULT, Calibration
from detente.relations.change import baselines, chances, chord, classes
from detente.relations.levels import shown

Floats = npt.NDArray[np.float64]
# Half-life in days, pseudo-count (as much Goldstein weight as one sanction or agreement), points of level a doubling is worth, and how much
# more events scatter than independent ones: the best of a coarse grid on the simulator's seeds 1 and 2.
HALF_LIFE, PSEUDO, POINTS, CLUMPED = 14.0, 8.0, 3.0, 3.0


def balance_of_counts(case: Case, cooperation: Floats, conflict: Floats, c: Calibration = DEFAULT, period_days: int = 28) -> Case:
    """Level = POINTS * (log cooperation - log conflict), each the sum of |intensity| (pairs x days) halved every HALF_LIFE days.

    Variances by the delta method of sums of CLUMPED Poisson counts; the change as in `relations.change`."""
    decay = 0.5 ** (1 / HALF_LIFE)
    sums, variances = [], []
    for daily in (cooperation, conflict):
        total, square = np.zeros(daily.shape), np.zeros(daily.shape)
        now = more = np.zeros(len(daily))
        for t in range(daily.shape[1]):
            now, more = now * decay + daily[:, t], more * decay**2 + 5.0 * daily[:, t]  # an event is worth 5 or so
            total[:, t], square[:, t] = now, more
        sums.append(np.log1p(total / PSEUDO))
        variances.append((square + PSEUDO) / (PSEUDO + total) ** 2)
    z, noise = POINTS * (sums[0] - sums[1]), POINTS**2 * CLUMPED * (variances[0] + variances[1])
    up, down, delta = np.zeros(z.shape), np.zeros(z.shape), np.zeros(z.shape)
    for lag, share in baselines(period_days, c.baselines):
        before = np.c_[np.zeros((len(z), lag)), z[:, :-lag]]
        blind = np.full((len(z), lag), POINTS**2 * CLUMPED * 2 / PSEUDO)
        variance = (noise + np.c_[blind, noise[:, :-lag]] * (1 - decay**lag)) * chord(z, before) ** 2
        delta = shown(z) - shown(before)
        rise, fall = chances(delta, variance, c.threshold)
        up, down = up + share * rise, down + share * fall
    heard = np.cumsum(case.volume, axis=1)
    heard = (heard - np.c_[np.zeros((len(z), period_days)), heard[:, :-period_days]]) > 0
    return Case(case.grid, classes((up, up), (down, down), delta, heard, c), up, down, case.volume, case.first_day, case.turns)


def daily_sums(events: Path, pairs: list[tuple[str, str]], first: date, days: int) -> tuple[Floats, Floats]:
    """Sums of intensity by sign (both positive), pairs x days."""
    at = {p: i for i, p in enumerate(pairs)}
    out = (np.zeros((len(pairs), days)), np.zeros((len(pairs), days)))
    rows = duckdb.execute(
        "SELECT least(actor[:3], recipient[:3]), greatest(actor[:3], recipient[:3]), date_diff('day', ?, date::DATE) AS d, "
        "sum(greatest(intensity, 0) * count), sum(greatest(-intensity, 0) * count) FROM read_parquet(?) "
        "WHERE coalesce(plover, '') <> '' GROUP BY ALL",
        [first, str(events)],
    ).fetchall()
    for a, b, day, good, bad in rows:
        if (a, b) in at and 0 <= day < days:
            out[0][at[a, b], day], out[1][at[a, b], day] = good, bad
    return out


def latent_table(events: Path, out: Path) -> Path:
    """The event table with each class's intensity replaced by its place on the first axis of a correspondence analysis of relations and
    months by CAMEO roots (Greenacre 1984), brought to the mean and spread of the Goldstein scale: a latent hostility read from which
    kinds of event go together, as in the interstate-hostility literature (Terechshenko 2020), instead of judges' weights."""
    con = duckdb.connect()
    con.execute("CREATE TABLE e AS SELECT *, left(lpad(cameo, 2, '0'), 2) AS root FROM read_parquet(?)", [str(events)])
    cells = con.execute(
        "SELECT least(actor[:3], recipient[:3]) || greatest(actor[:3], recipient[:3]) || date_trunc('month', date::DATE) AS place, root, "
        "sum(count) AS n FROM e WHERE coalesce(plover, '') <> '' GROUP BY ALL ORDER BY ALL"
    ).fetchnumpy()
    places, i = np.unique(np.asarray(cells["place"], str), return_inverse=True)
    roots, j = np.unique(np.asarray(cells["root"], str), return_inverse=True)
    table = np.zeros((len(places), len(roots)))
    table[i, j] = cells["n"]
    share = table / table.sum()
    row, column = share.sum(1), share.sum(0)
    _, _, axes = np.linalg.svd((share - np.outer(row, column)) / np.sqrt(np.outer(row, column)), full_matrices=False)
    place = axes[0] / np.sqrt(column)
    place *= np.sign(place[roots == "03"].sum() + place[roots == "05"].sum() - place[roots == "19"].sum()) or 1
    mean, spread = con.execute("SELECT avg(intensity), stddev_pop(intensity) FROM e WHERE coalesce(plover, '') <> ''").fetchall()[0]
    middle = float(place @ column)
    place = np.clip(mean + (place - middle) / np.sqrt(((place - middle) ** 2) @ column) * spread, -10, 10)
    con.register("places", {"root": roots.astype(object), "place": place})
    con.execute("CREATE TABLE l AS SELECT root::VARCHAR AS root, place FROM places")
    text = str(out).replace("'", "''")
    con.execute(
        "COPY (SELECT date, actor, recipient, plover, cameo, coalesce(place, intensity) AS intensity, count "
        f"FROM e LEFT JOIN l USING (root)) TO '{text}' (FORMAT parquet)"
    )
    return out
