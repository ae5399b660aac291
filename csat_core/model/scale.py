"""Scales: the ordered answers a rated question allows."""

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from csat_core.errors import CsatError

MOST_POINTS = 101

BLANK, NOT_APPLICABLE, DONT_KNOW, NOT_ASKED = -1, -2, -3, -4
"""Stored instead of a position where there is no answer; none of the four is in any base."""


class InvalidScaleError(CsatError):
    """A scale that cannot be read or does not make sense."""

    def __init__(self, found: str) -> None:
        super().__init__(
            f"The scale '{found}' cannot be used; write it as lowest-highest (1-5, 0-10, -2..2), as worst-best where "
            "the lowest is the best (5-1), or as its answers from worst to best, divided by bars (Bad|Fair|Good)."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The answers of one question from worst to best; an answer is stored as its position, counted from 1."""

    values: tuple[float, ...]
    """The number each position stands for, in the raw units of the file."""
    labels: tuple[str, ...]
    """The words of each position as the file writes them."""

    def __post_init__(self) -> None:
        numbers_make_sense = all(math.isfinite(value) for value in self.values)
        if not 2 <= self.points <= MOST_POINTS or len(self.labels) != self.points or not numbers_make_sense:
            raise InvalidScaleError("|".join(self.labels))
        if len(set(self.values)) != self.points or len(set(self.labels)) != self.points:
            raise InvalidScaleError("|".join(self.labels))

    @property
    def points(self) -> int:
        """How many answers the scale allows."""
        return len(self.values)

    @property
    def name(self) -> str:
        """The scale as a person writes it: `1-5`, `-2..2`, `0.5-5`, `0-100:2.5`, `5-1` where 1 is the best, or the answers divided by bars."""
        if steps := _ends_of_halves(self) or _ends_of_steps(self):
            return steps
        first, step = round(self.values[0]), -1 if self.is_reversed else 1
        whole = tuple(range(first, first + step * self.points, step))
        if self.values != whole or self.labels != tuple(number_text(value) for value in whole):
            return "|".join(self.labels)
        return f"{self.labels[0]}{'..' if min(whole) < 0 else '-'}{self.labels[-1]}"

    @property
    def is_reversed(self) -> bool:
        """Whether lower numbers are better answers."""
        return self.values[-1] < self.values[0]

    @property
    def backwards(self) -> "Scale":
        """The same answers with the best as the worst; answers in words are valued 1, 2, 3 ... from the worst again."""
        if self.values == worded_scale(self.labels).values and not self._is_numbers:
            return worded_scale(self.labels[::-1])
        return Scale(values=self.values[::-1], labels=self.labels[::-1])

    @property
    def _is_numbers(self) -> bool:
        return self.labels == tuple(number_text(value) for value in self.values)


def number_text(value: float) -> str:
    """`value` without a needless fraction: 4.0 is `4`, 4.5 is `4.5`."""
    return f"{value:g}"


@lru_cache(maxsize=1_000)
def numeric_scale(worst: int, best: int) -> Scale:
    """The whole numbers from `worst` to `best`, either of them the lower; InvalidScaleError outside 2 to 101 points."""
    if not 1 <= abs(best - worst) < MOST_POINTS:
        raise InvalidScaleError(f"{worst}-{best}")
    step = 1 if best > worst else -1
    values = tuple(float(value) for value in range(worst, best + step, step))
    return Scale(values=values, labels=tuple(number_text(value) for value in values))


def half_scale(best: int) -> Scale:
    """Halves from 0.5 to `best`, as stars are given by halves."""
    values = tuple(half / 2 for half in range(1, 2 * best + 1))
    return Scale(values=values, labels=tuple(number_text(value) for value in values))


def _ends_of_halves(scale: Scale) -> str | None:
    """`0.5-5` or `5-0.5` for halves from 0.5 on; None for any other scale."""
    upwards = tuple(half / 2 for half in range(1, scale.points + 1))
    if scale.values not in (upwards, upwards[::-1]) or scale.labels != tuple(map(number_text, scale.values)):
        return None
    return f"{scale.labels[0]}-{scale.labels[-1]}"


def stepped_scale(worst: int, best: int, step: float) -> Scale:
    """The numbers from `worst` to `best` in steps of a part of one; InvalidScaleError where they do not divide or are too many."""
    count = abs(best - worst) / step if step > 0 else 0.0
    if not count.is_integer() or not 1 <= count < MOST_POINTS:
        raise InvalidScaleError(f"{worst}-{best}:{number_text(step)}")
    sign = 1 if best > worst else -1
    values = tuple(round(worst + sign * step * at, 6) for at in range(int(count) + 1))
    return Scale(values=values, labels=tuple(number_text(value) for value in values))


def _ends_of_steps(scale: Scale) -> str | None:
    """`0-10:0.1` for numbers in equal steps that are not whole ones; None for any other scale."""
    first, second, last = (float(scale.values[at]) for at in (0, 1, -1))
    step = round(abs(second - first), 6)
    if step.is_integer() or not first.is_integer() or not last.is_integer() or min(first, last) < 0:
        return None
    try:
        steps = stepped_scale(int(first), int(last), step)
    except InvalidScaleError:
        return None
    if (steps.values, steps.labels) != (scale.values, scale.labels):
        return None
    return f"{scale.labels[0]}-{scale.labels[-1]}:{number_text(step)}"


def worded_scale(labels: tuple[str, ...]) -> Scale:
    """A scale whose answers are words, from worst to best; valued 0 and 1 where there are two, else 1, 2, 3 ..."""
    first = 0 if len(labels) == 2 else 1
    return Scale(values=tuple(float(first + i) for i in range(len(labels))), labels=labels)


def parse_scale(text: str) -> Scale:
    """The scale written as `1-5`, `0-10`, `-2..2`, `5-1`, `0.5-5`, `0-10:0.1` (in steps) or `Bad|Fair|Good` (worst to best); raises InvalidScaleError."""
    numbers = re.fullmatch(r"\s*(-?\d{1,4})\s*(?:-|\.\.|to)\s*(-?\d{1,4})\s*", text)
    if numbers:
        return numeric_scale(int(numbers[1]), int(numbers[2]))
    halves = re.fullmatch(r"\s*(?:0[.,]5\s*-\s*(\d{1,2})|(\d{1,2})\s*-\s*0[.,]5)\s*", text)
    if halves:
        scale = half_scale(int(halves[1] or halves[2]))
        return scale if halves[1] else scale.backwards
    steps = re.fullmatch(r"\s*(\d{1,3})\s*-\s*(\d{1,3})\s*:\s*(\d{0,2}[.,]\d{1,3})\s*", text)
    if steps:
        return stepped_scale(int(steps[1]), int(steps[2]), float(steps[3].replace(",", ".")))
    labels = tuple(part.strip() for part in text.split("|"))
    if len(labels) < 2 or not all(labels):
        raise InvalidScaleError(text)
    return worded_scale(labels)
