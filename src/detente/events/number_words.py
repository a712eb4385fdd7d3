"""Numbers in words and figures: "twenty-five", "1.5 million", "$3bn", "a dozen", "half a million", "one and a half million"."""

from __future__ import annotations

import re

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS: dict[str, int] = {w: n for n, w in enumerate(_SMALL)} | {w: 10 * n for n, w in enumerate(_TENS, 2)}
SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12, "m": 1_000_000,
    "bn": 1_000_000_000, "mn": 1_000_000, "dozen": 12, "k": 1_000, "tn": 10**12, "score": 20, "lakh": 100_000, "crore": 10_000_000,
}  # fmt: skip
# Nouns that count what stands after "of".
GROUPS = {"pair": 2, "couple": 2, "duo": 2, "trio": 3, "quartet": 4, "dozen": 12, "score": 20}
_SIGNS = r"(?:us|a|c|nz|hk)?[$€£¥₹]?"
_DIGITS = re.compile(rf"^{_SIGNS}(\d{{1,3}}(?:,\d{{3}})+|\d+)(\.\d+)?(tn|bn|mn|m|k)?$", re.I)
_FILLING = frozenset({"-", "and", "$", "€", "£", "¥", "a", "us$", "us", "an"})


def is_number(word: str) -> bool:
    """Whether a word is, or scales, a number."""
    w = word.lower()
    return w in _WORDS or w in SCALES or w == "half" or _DIGITS.match(w) is not None


def read_number(words: list[str]) -> float | None:
    """Value of number words in order: ["twenty", "-", "five"], ["1.5", "million"]; None when they are no number."""
    total, current, seen = 0.0, 0.0, False
    for word in words:
        w = word.lower()
        match = _DIGITS.match(w)
        if match:
            value = float(match[1].replace(",", "") + (match[2] or ""))
            current = current + value if current and value < 100 and not seen else value
            if match[3]:
                current *= SCALES[match[3].lower()]
            seen = True
        elif w in _WORDS:
            current, seen = current + _WORDS[w], True
        elif w == "half":  # "half a million", "one and a half million"
            current, seen = current + 0.5, True
        elif w in SCALES:
            current, seen = (current or 1) * SCALES[w], True
            if SCALES[w] >= 1000:
                total, current = total + current, 0.0
        elif w in _FILLING:
            continue
        else:
            return None
    return total + current if seen else None
