"""Scores of statuses against known turns, in numpy: the rules of the shared relations scorer, written anew for tables and simulations
alike.

A turn is caught when a status within ten days has its direction; on quiet pairs (reported on, far from every turn, no burst) nothing
should move."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
WITHIN, QUIET_GAP, MIN_EVENTS, BURN_IN = 10, 21, 30, 56


@dataclass(frozen=True, slots=True)
class Case:
    """One stretch of as-of days. change, improved, deteriorated: pairs x grid. volume: pairs x days from first_day. turns: (pair, day,
    sign).
    """

    grid: Ints
    change: npt.NDArray[np.int8]
    improved: Floats
    deteriorated: Floats
    volume: Floats
    first_day: int
    turns: list[tuple[int, int, int]]


def quiet_cells(case: Case) -> tuple[npt.NDArray[np.bool_], list[tuple[int, int, int]]]:
    """The quiet pair-days, and the turns that can be scored."""
    grid, last = case.grid, int(case.grid[-1])
    sums = np.c_[np.zeros(len(case.volume)), case.volume.cumsum(1)]

    def upto(days: Ints) -> Floats:
        return sums[:, np.clip(days - case.first_day + 1, 0, case.volume.shape[1])]

    week = upto(grid) - upto(grid - 7)
    ends = np.arange(case.first_day + 6, last + 1, 7)
    blocks = upto(ends) - upto(ends - 7)
    usual = np.array([np.median(r[r > 0]) if (r > 0).any() else 0 for r in blocks])
    quiet = (case.volume.sum(1) >= MIN_EVENTS)[:, None] & (grid >= grid[0] + BURN_IN)[None] & (week <= 3 * usual[:, None])
    scored = []
    for pair, day, sign in case.turns:
        quiet[pair] &= np.abs(grid - day) >= QUIET_GAP
        near = (upto(np.array([day + WITHIN])) - upto(np.array([day - WITHIN - 1])))[pair, 0] > 0
        if near and day >= grid[0] + BURN_IN and day + WITHIN <= last:
            scored.append((pair, day, sign))
    return quiet, scored


def starts(change: npt.NDArray[np.int8]) -> npt.NDArray[np.bool_]:
    before = np.c_[np.zeros(len(change), np.int8), change[:, :-1]]
    return (change != 0) & (change != before)


def area(positive: Floats, negative: Floats) -> float:
    """Area under the ROC curve."""
    order = np.sort(negative)
    return float(np.mean((np.searchsorted(order, positive, "left") + np.searchsorted(order, positive, "right")) / 2 / len(order)))


def caught(case: Case, change: npt.NDArray[np.int8], turns: list[tuple[int, int, int]]) -> npt.NDArray[np.float64]:
    """Rows: sign, caught, fresh, wrong way."""
    begun, out = starts(change), []
    for pair, day, sign in turns:
        near = (case.grid >= day) & (case.grid <= day + WITHIN)
        right = near & (change[pair] == sign)
        out.append((sign, right.any(), (right & begun[pair]).any(), (near & (change[pair] == -sign)).any()))
    return np.array(out, float).reshape(-1, 4)


def score(case: Case, *, headline: bool = True) -> dict[str, float]:
    """All figures of one case."""
    quiet, turns = quiet_cells(case)
    step = int(np.median(np.diff(case.grid)))
    hits = caught(case, case.change, turns)
    sign = hits[:, 0]
    quiet_days = quiet.sum() * step
    week = np.unique((case.grid + 3) // 7, return_inverse=True)[1]

    def rates(change: npt.NDArray[np.int8]) -> tuple[float, float]:
        moved = wide = 0
        for w in range(week.max() + 1):
            q = quiet[:, week == w]
            wide += int(q.any(1).sum())
            moved += int((q & (change[:, week == w] != 0)).any(1).sum())
        return float((starts(change) & quiet).sum() / quiet_days * 365), moved / wide

    rng, width = np.random.default_rng(0), WITHIN // step + 1
    windows = []
    for pair in range(len(quiet)):
        ok = np.flatnonzero(np.convolve(quiet[pair], np.ones(width), "valid") == width)
        windows += [(pair, s, s + width) for s in rng.permutation(ok)[:20]]
    who = np.array([w[0] for w in windows])
    alarms, moved = rates(case.change)
    out = {
        "turns": len(hits),
        "recall": hits[:, 1].mean(),
        "recall_up": hits[sign > 0, 1].mean() if (sign > 0).any() else np.nan,
        "recall_down": hits[sign < 0, 1].mean() if (sign < 0).any() else np.nan,
        "fresh": hits[:, 2].mean(),
        "chance": np.mean([np.mean([(case.change[p, i:j] == s).any() for p, i, j in windows]) for s in sign]) if len(hits) < 50 else np.nan,
        "wrong_way": hits[:, 3].mean(),
        "alarms": alarms,
        "moved": moved,
    }
    for name, s, p in (("up", 1, case.improved), ("down", -1, case.deteriorated)):
        negative = np.array([p[k, i:j].max() for k, i, j in windows])
        positive, same = [], []
        for pair, day, turn_sign in turns:
            if turn_sign == s:
                x = p[pair, (case.grid >= day) & (case.grid <= day + WITHIN)].max()
                positive.append(x)
                if (who == pair).sum() >= 3:
                    same.append(area(np.array([x]), negative[who == pair]))
        out[f"auc_{name}"] = area(np.array(positive), negative) if positive else np.nan
        out[f"auc_same_pair_{name}"] = float(np.mean(same)) if same else np.nan
    if headline:
        out |= recall_at(case, quiet, turns, rates)
    return {k: round(float(v), 3) for k, v in out.items()}


def recall_at(case: Case, quiet: npt.NDArray[np.bool_], turns, rates) -> dict[str, float]:  # type: ignore[no-untyped-def]
    """Best recall before the alarms of a bare threshold pass 2, 4 or 8 a quiet pair-year."""
    top = np.maximum(case.improved, case.deteriorated)
    likelier = np.where(case.improved > case.deteriorated, 1, -1)
    levels = np.unique(top[quiet])
    levels = levels[levels > 0]
    levels = np.unique(np.r_[np.quantile(levels, 1 - np.geomspace(1e-4, 0.8, 250)), np.nextafter(levels.max(), 2)])[::-1]
    best, open_ = dict.fromkeys((2, 4, 8), 0.0), {2, 4, 8}
    at = 0.0
    for t in levels:
        change = np.where(top >= t, likelier, 0).astype(np.int8)
        alarms, moved = rates(change)
        open_ -= {k for k in open_ if alarms > k or moved > 0.025 * k}
        if not open_:
            break
        recall = caught(case, change, turns)[:, 1].mean()
        for k in open_:
            if recall > best[k]:
                best[k] = float(recall)
                at = float(t) if k == 4 else at
    return {f"recall@{k}": v for k, v in best.items()} | {"threshold@4": at}
