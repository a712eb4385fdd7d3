"""What is to be expected: next week's counts of a relation, and its level a period ahead, always beside plain forecasts, and judged.

counts.py forecasts the counts, balance.py their difference, level.py the level; baselines.py holds the plain forecasts they have to
beat, scores.py and backtest.py judge them, wording.py says them."""
