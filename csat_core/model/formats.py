"""How numbers are written for people: one way each, everywhere."""

import math
import re
from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date

from csat_core.errors import CsatError

NOTHING = "–"
"""Written where a number is undefined or hidden."""
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs in a text that turn the direction of writing around, and mirror what stands behind them."""


class InvalidFormatError(CsatError):
    """A way to write numbers that cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberFormat:
    """What a person may choose about how numbers are written."""

    digits: int = 1
    """Decimals of percentages and points."""
    currency: str = "$"

    def __post_init__(self) -> None:
        if not 0 <= self.digits <= 3:
            raise InvalidFormatError(f"{self.digits} decimals cannot be shown; choose from 0 to 3.")
        if not 1 <= len(self.currency) <= 4 or not self.currency.isprintable() or any(map(str.isdigit, self.currency)):
            raise InvalidFormatError("A currency is one to four letters or signs, such as $, € or CHF.")


USUAL = NumberFormat()
_chosen: ContextVar[NumberFormat] = ContextVar("number_format", default=USUAL)


def use(chosen: NumberFormat) -> None:
    """Nothing; numbers are written so from now on, in this run of a page or command only."""
    _chosen.set(chosen)


def chosen() -> NumberFormat:
    """How numbers are written now."""
    return _chosen.get()


def percent(share: float, digits: int | None = None) -> str:
    """A share as `72.4 %`."""
    return NOTHING if math.isnan(share) else f"{without_minus(100 * share, _digits(digits)):.{_digits(digits)}f} %"


def without_minus(value: float, digits: int) -> float:
    """The value rounded, nought without the minus that it had before."""
    return round(value, digits) + 0.0


def _digits(asked: int | None = None) -> int:
    return chosen().digits if asked is None else asked


def interval(low: float, high: float) -> str:
    """The limits of a share as `71.4 to 73.4 %`."""
    if math.isnan(low) or math.isnan(high):
        return NOTHING
    return f"{100 * low:.{_digits()}f} to {100 * high:.{_digits()}f} %"


def points(difference: float) -> str:
    """The size of a difference of shares, without its sign: `2.1 points`."""
    if math.isnan(difference):
        return NOTHING
    size = f"{abs(100 * difference):.{_digits()}f}"
    return f"{size} point" if float(size) == 1 else f"{size} points"


def signed_points(difference: float) -> str:
    """A difference of shares with its sign: `+2.1 points`."""
    if math.isnan(difference):
        return NOTHING
    return f"{'−' if round(100 * difference, _digits()) < 0 else '+'}{points(difference)}"


def count(number: float) -> str:
    """A count as `8,311`."""
    return NOTHING if math.isnan(number) else f"{number:,.0f}"


def all_of(number: int) -> str:
    """So many and no others, at the beginning of a sentence: `Both`, `All 5`."""
    return "Both" if number == 2 else f"All {count(number)}"


def answers(number: float) -> str:
    """How many answers a number rests on, its base, in words: `8,311 answers`."""
    return f"{count(number)} {'answer' if number == 1 else 'answers'}"


def number(value: float) -> str:
    """A mean as `4.12`."""
    return NOTHING if math.isnan(value) else f"{value:,.2f}"


def probability(p_value: float) -> str:
    """A p-value as `0.0312`; `below 0.0001` where it is smaller."""
    if math.isnan(p_value):
        return NOTHING
    return "below 0.0001" if p_value < 0.0001 else f"{p_value:.4f}"


def money(amount: float) -> str:
    """An amount as a table shows it: `$172,000`."""
    if math.isnan(amount):
        return NOTHING
    return f"{'−' if round(amount) < 0 else ''}{currency()}{abs(amount):,.0f}"


def currency() -> str:
    """The sign before an amount, with a space behind it where it is letters."""
    sign = chosen().currency
    return f"{sign} " if sign[-1].isalpha() else sign


def money_said(amount: float) -> str:
    """An amount as people say it: `$172k`, `$1.72M`."""
    size = abs(amount)
    if math.isnan(amount) or size < 10_000:
        return money(amount)
    sign = "−" if amount < 0 else ""
    if size < 999_500:
        return f"{sign}{currency()}{size / 1e3:.0f}k"
    scale, letter = (1e9, "B") if size >= 999_500_000 else (1e6, "M")
    return f"{sign}{currency()}{size / scale:.2f}{letter}"


def listed(names: Sequence[str], most: int = 5) -> str:
    """Names in quotation marks, the first few of many and how many more there are: `'Store', 'Channel' and 3 more`."""
    more = f" and {count(len(names) - most)} more" if len(names) > most else ""
    return ", ".join(f"'{name}'" for name in names[:most]) + more


def day(when: date) -> str:
    """A date as `3 Mar 2026`."""
    return f"{when.day} {when:%b %Y}"


def is_day(label: str) -> bool:
    """Whether a period label is that of a single day, so that something was the case on it, not in it."""
    return len(label) == 10


def period(label: str) -> str:
    """A period label as people say it: `2026-03` is `Mar 2026`, `2026-Q1` is `Q1 2026`; others are left alone."""
    if len(label) == 7 and label[5] == "Q":
        return f"{label[5:]} {label[:4]}"
    if len(label) == 7 and label[4] == "-":
        return date(int(label[:4]), int(label[5:]), 1).strftime("%b %Y")
    if len(label) == 8 and "W" in label:
        return f"week {int(label[6:])}, {label[:4]}"
    if is_day(label):
        return day(date.fromisoformat(label))
    if len(label) == 21 and label[10] == "/":
        return days(date.fromisoformat(label[:10]), date.fromisoformat(label[11:]))
    return label


def days(start: date, end: date) -> str:
    """Some days as people say them: `24 Mar to 11 May 2026`, `1 to 30 Mar 2026`, with both years where they differ."""
    if start == end:
        return day(start)
    if start.year != end.year:
        return f"{day(start)} to {day(end)}"
    return f"{start.day if start.month == end.month else day(start)[:-5]} to {day(end)}"
