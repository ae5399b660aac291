"""Days of which nobody can tell by one cell whether the month comes first: read the wrong way they lie ahead, or weeks become a year."""

from datetime import date, timedelta
from functools import lru_cache

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.texts.calendar_orders import days_of
from csat_core.ingest.texts.packed_dates import FEWEST, FUTURE_SHARE

NARROWER = 4
"""So many times as long a span of time tells that the order is the other one."""
OTHERWISE = {True: "lie ahead", False: "be spread over months, on the same days of each"}
"""What days would be if they were read in the other order."""


def narrower_order(profile: ColumnProfile) -> tuple[str, str] | None:
    """`dmy` or `mdy` where that alone makes sense of all days, with what they would be in the other; None where neither or both do.

    Days of one month in one order are the first of each month in the other, which may be what they are; moments are not.
    """
    read, count = _read(profile)
    are_moments = all(":" in text for text, _ in profile.top)
    if set(read) != {"dmy", "mdy"}:
        return None
    latest = date.today() + timedelta(days=1)
    ahead = {order: sum(n for day, n in days if day > latest) for order, days in read.items()}
    for order, other in (("dmy", "mdy"), ("mdy", "dmy")):
        if not ahead[order] and ahead[other] > FUTURE_SHARE * count:
            return order, OTHERWISE[True]
        days, wide = ({day for day, _ in read[each]} for each in (order, other))
        is_narrow = NARROWER * (max(days) - min(days)) < max(wide) - min(wide)
        if (
            not any(ahead.values())
            and is_narrow
            and len(days) >= FEWEST
            and (are_moments or {day.day for day in wide} != {1})
        ):
            return order, OTHERWISE[False]
    return None


@lru_cache(maxsize=256)
def _read(profile: ColumnProfile) -> tuple[dict[str, list[tuple[date, int]]], int]:
    """The days of a column with their counts in each order in which all of them can be read, and how many there are."""
    found: dict[str, list[tuple[date, int]]] = {}
    texts = [(days, n) for text, n in profile.top if (days := days_of(text))]
    for days, n in texts:
        for order, day in days.items():
            found.setdefault(order, []).append((day, n))
    return {order: days for order, days in found.items() if len(days) == len(texts)}, sum(n for _, n in texts)
