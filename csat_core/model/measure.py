"""Measures: which number of a set of answers is looked at, and how it and its changes are written."""

import math
from enum import StrEnum

from csat_core.model import formats
from csat_core.model.amount import Amount, Unit


class Measure(StrEnum):
    """A measure by the name of its column in a table of scores."""

    SHARE = "share"
    DISSATISFIED = "dsat"
    TOP_BOX = "top_box"
    NET = "net"
    MEAN = "mean"
    INDEX = "index"

    @property
    def low(self) -> str:
        """The column of its lower limit."""
        return "low" if self is Measure.SHARE else f"{self.value}_low"

    @property
    def high(self) -> str:
        """The column of its upper limit."""
        return "high" if self is Measure.SHARE else f"{self.value}_high"

    @property
    def is_share(self) -> bool:
        """Whether it counts some of the answers among all: such a number has control limits."""
        return self in (Measure.SHARE, Measure.DISSATISFIED, Measure.TOP_BOX)

    @property
    def is_percent(self) -> bool:
        """Whether it is written in percent and its changes in points."""
        return self.is_share or self is Measure.NET

    @property
    def words(self) -> str:
        """What it is called; the share satisfied is called otherwise under some schemes."""
        return _WORDS[self]

    def written(self, value: float) -> str:
        """A value of it."""
        return self.amount(value).written

    def amount(self, value: float) -> Amount:
        """A value of it with its unit."""
        if self.is_percent:
            return Amount(value=value, unit=Unit.SHARE)
        return Amount(value=value, decimals=2 if self is Measure.MEAN else 1)

    def change(self, difference: float) -> Amount:
        """A difference of it with its unit."""
        if self.is_percent:
            return Amount(value=difference, unit=Unit.POINTS)
        if self is Measure.MEAN:
            return Amount(value=difference, unit=Unit.CHANGE, decimals=2)
        return Amount(value=difference, unit=Unit.INDEX_POINTS, decimals=1)

    def size(self, difference: float) -> str:
        """The size of a difference of it, without its sign."""
        if self.is_percent:
            return formats.points(difference)
        return formats.number(abs(difference)) if self is Measure.MEAN else f"{_one_digit(abs(difference))} points"

    def plain(self, difference: float) -> str:
        """A difference of it with its sign and without a unit, as the limits of an interval are written."""
        if math.isnan(difference):
            return formats.NOTHING
        digits = 2 if self is Measure.MEAN else formats.chosen().digits
        shown = round(100 * difference if self.is_percent else difference, digits)
        return f"{'−' if shown < 0 else ''}{abs(shown):.{digits}f}"

    def limits(self, low: float, high: float) -> str:
        """The limits of a difference that can go either way, with signs and unit: `−1.2 to +3.4 points`."""
        ends = [self.plain(end) if self.plain(end).startswith("−") else f"+{self.plain(end)}" for end in (low, high)]
        return f"{ends[0]} to {ends[1]}{'' if self is Measure.MEAN else ' points'}"


_WORDS = {
    Measure.SHARE: "CSAT",
    Measure.DISSATISFIED: "Dissatisfied share",
    Measure.TOP_BOX: "Top-box share",
    Measure.NET: "Net score",
    Measure.MEAN: "Mean answer",
    Measure.INDEX: "Index (0-100)",
}


def _one_digit(value: float) -> str:
    return formats.NOTHING if math.isnan(value) else f"{value:.1f}"
