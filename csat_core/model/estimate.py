"""Estimates: a number, the interval around it and the answers behind it."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A share (0-1), mean or difference with its 95 % interval; NaN where undefined."""

    value: float
    low: float
    high: float
    base: int
    """The answers behind the value, after filters and blanks."""

    @property
    def is_defined(self) -> bool:
        """Whether there is a number at all."""
        return not math.isnan(self.value)


UNDEFINED = Estimate(value=math.nan, low=math.nan, high=math.nan, base=0)
