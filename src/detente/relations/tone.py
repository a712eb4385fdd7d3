"""The memory of a tone: the sum of a slow walk, the relation's character, and a quick one, its news, with nobody reporting.

Both are Ornstein-Uhlenbeck walks around neutral; in a span without reports everything has a closed form."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from detente.relations.calibration import DEFAULT, Calibration

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Tone:
    """What is known of the tones of some relations: means of character and news, and their covariance, as arrays of one shape."""

    character: Floats
    news: Floats
    var_character: Floats
    cov: Floats
    var_news: Floats

    @property
    def mean(self) -> Floats:
        """Of the tone."""
        return np.asarray(self.character + self.news)

    @property
    def variance(self) -> Floats:
        """Of the tone."""
        return np.asarray(self.var_character + 2 * self.cov + self.var_news)


def unknown(shape: tuple[int, ...], c: Calibration = DEFAULT) -> Tone:
    """Of relations nobody has reported on."""
    zero = np.zeros(shape)
    return Tone(zero, zero, np.full(shape, c.character_variance), zero, np.full(shape, c.news_variance))


def fades(days: npt.ArrayLike, c: Calibration = DEFAULT) -> tuple[Floats, Floats]:
    """What is left of character and news after so many days."""
    gap = np.asarray(days, float)
    return 0.5 ** (gap / c.character_half_life), 0.5 ** (gap / c.news_half_life)


def ahead(tone: Tone, days: npt.ArrayLike, c: Calibration = DEFAULT) -> Tone:
    """The same after days without a report."""
    slow, quick = fades(days, c)
    return Tone(
        tone.character * slow,
        tone.news * quick,
        c.character_variance + (tone.var_character - c.character_variance) * slow * slow,
        tone.cov * slow * quick,
        c.news_variance + (tone.var_news - c.news_variance) * quick * quick,
    )


def carried(tone: Tone, days: npt.ArrayLike, c: Calibration = DEFAULT) -> Floats:
    """The covariance of the tone then with the tone so many days later, as a share of its variance then; above 0."""
    slow, quick = fades(days, c)
    share = slow * (tone.var_character + tone.cov) + quick * (tone.cov + tone.var_news)
    return np.asarray(np.maximum(share, 1e-9) / np.maximum(tone.variance, 1e-9))
