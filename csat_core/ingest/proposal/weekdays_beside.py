"""A column with the days of the week tells whether the dates beside it begin with the day or with the month."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.languages.language import bare
from csat_core.ingest.texts.calendar_orders import days_of
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.weekdays import BY_LANGUAGE

FITTING, APART = 0.02, 0.1
"""So few cells may stand on another day of the week in the order that is meant, and so many must in the other one."""
ORDERS = frozenset(("dmy", "mdy"))


def with_weekdays_beside(columns: tuple[ColumnProfile, ...]) -> tuple[ColumnProfile, ...]:
    """The columns, dates with the order that the days of the week in another column are in, if that settles it."""
    named = [(column.name, days) for column in columns if (days := _named_in(column))]
    return tuple(_ordered(column, named) for column in columns) if named else columns


def _ordered(column: ColumnProfile, named: Sequence[tuple[str, Counter[int]]]) -> ColumnProfile:
    if dict(column.dates).keys() != ORDERS or not _is_whole(column):
        return column
    for name, days in named:
        apart = {order: _apart(_days_in(column, order), days) for order in ORDERS}
        best, other = sorted(apart, key=lambda order: apart[order])
        if apart[best] <= FITTING * column.filled and apart[other] >= APART * column.filled:
            return replace(column, described=replace(column.described, order=(best, name)))
    return column


def _named_in(column: ColumnProfile) -> Counter[int]:
    """How often each day of the week stands in a column of them; empty for any other column."""
    texts = [(bare(fold(text)).rstrip("."), count) for text, count in column.top]
    if not _is_whole(column) or len(texts) < 2:
        return Counter()
    days = next((each for each in BY_LANGUAGE if all(text in each for text, _ in texts)), {})
    counts: Counter[int] = Counter()
    for text, count in texts if days else ():
        counts[days[text]] += count
    return counts


def _days_in(column: ColumnProfile, order: str) -> Counter[int]:
    counts: Counter[int] = Counter()
    for text, count in column.top:
        if day := days_of(text).get(order):
            counts[day.weekday()] += count
    return counts


def _apart(one: Counter[int], other: Counter[int]) -> float:
    """How many cells stand on other days of the week, at least."""
    return ((one - other).total() + (other - one).total()) / 2


def _is_whole(column: ColumnProfile) -> bool:
    """Whether its profile has every value of a column."""
    return 0 < column.filled == sum(count for _, count in column.top)
