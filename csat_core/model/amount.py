"""Amounts: one number with how it is written, so that a page has it as words and a workbook as a number."""

import math
from dataclasses import dataclass
from enum import StrEnum

from csat_core.model import formats


class Unit(StrEnum):
    """What a number counts, and so how it is written."""

    SHARE = "share"
    """0-1, as `72.4 %`."""
    POINTS = "points"
    """A difference of shares, -1 to 1, as `+2.1 points`."""
    INDEX_POINTS = "index_points"
    """A difference on 0 to 100, as `+2.1 points`."""
    CHANGE = "change"
    """A difference with its sign and without a unit, as `+2.1`."""
    NUMBER = "number"
    """As `8,311`, or with decimals."""
    MONEY = "money"
    """As `$172,000`."""
    MONEY_SAID = "money_said"
    """As people say it: `$172k`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number and its unit; NaN where it is undefined or hidden."""

    value: float
    unit: Unit = Unit.NUMBER
    decimals: int | None = None
    """None as chosen for all shares and points; numbers, index points and changes say theirs."""

    @property
    def digits(self) -> int:
        """How many decimals are written, those of an amount of money as people say it not counted."""
        if self.unit in (Unit.MONEY, Unit.MONEY_SAID):
            return 0
        if self.decimals is not None:
            return self.decimals
        return 0 if self.unit is Unit.NUMBER else formats.chosen().digits

    @property
    def written(self) -> str:
        """As people read it."""
        if math.isnan(self.value):
            return formats.NOTHING
        match self.unit:
            case Unit.SHARE:
                return formats.percent(self.value, self.decimals)
            case Unit.POINTS:
                return formats.signed_points(self.value)
            case Unit.MONEY:
                return formats.money(self.value)
            case Unit.MONEY_SAID:
                return formats.money_said(self.value)
            case Unit.NUMBER:
                return f"{formats.without_minus(self.value, self.digits):,.{self.digits}f}"
            case _:
                sign = "−" if round(self.value, self.digits) < 0 else "+"
                return f"{sign}{abs(self.value):.{self.digits}f}{' points' * (self.unit is Unit.INDEX_POINTS)}"


NOTHING = Amount(value=math.nan)
"""What is not known."""
