"""Which columns hold days, in which order these are written, and what is said or asked of it."""

import re
from collections.abc import Callable

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.proposal.cell_facts import MOSTLY, is_mostly
from csat_core.ingest.texts.calendar_orders import LONGEST, is_stamp, names_day, orders_of
from csat_core.ingest.texts.narrower_orders import narrower_order
from csat_core.ingest.texts.packed_dates import (
    OTHERWISE,
    TURNED,
    are_stamps,
    holds_late_days,
    packed_orders,
    short_year_orders,
    writes_day_first,
    writes_dots,
)
from csat_core.ingest.texts.periods import days_behind_months, period_of
from csat_core.ingest.texts.reading import fold, rating_of
from csat_core.ingest.texts.stated_orders import order_stated
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import says
from csat_core.model.dataset import Role

DATES_NAMED, DATES_UNNAMED = 0.6, 0.8
"""The share of cells that must be dates for the time: less where the name says so; the others are set aside."""
_SERIAL = re.compile(r"[345]\d{4}(?:[.,]\d+)?")
"""A day as spreadsheets count them, between 1982 and 2064, with the part of it that has passed."""
_FIRST_OF = {"ymd": "year first", "dmy": "day first", "mdy": "month first", TURNED: "year first, then the day"}
MOST_AGAINST = 0.3
"""Where more of the cells that settle the order contradict it, it is asked about."""
_TIMES = (Meaning.RESPONSE_TIME, Meaning.TIME, Meaning.OTHER_TIME)


def date_orders(profile: ColumnProfile) -> tuple[str, ...]:
    """The orders of date in which most cells can be read, the best first; several where nothing settles it."""
    ratings = sum("/" not in text and rating_of(fold(text))[1] is not None for text, _ in profile.top)
    if ratings and is_mostly(ratings, len(profile.top), named=False):  # `out` is October in Portuguese
        return ()
    orders, stated = _orders_of_cells(profile), order_stated(profile.name)
    if stated in orders:
        return (stated,)
    if (beside := profile.described.order) and beside[0] in orders:
        return (beside[0],)
    if stated == TURNED and orders == ("ymd",) and dict(profile.dates).get("ymd") and not holds_late_days(profile):
        return (TURNED,)
    if len(orders) < 2 or "ymd" in orders:
        return orders
    if writes_day_first(profile):
        return ("dmy",)
    narrower = narrower_order(profile)
    return (narrower[0],) if narrower else orders


def _orders_of_cells(profile: ColumnProfile) -> tuple[str, ...]:
    """The orders that the cells leave open, whatever the name says."""
    if short := short_year_orders(profile):
        return short
    readable = _readable_days(profile)
    best = max(readable.values(), default=0)
    if not profile.filled or best < _dates_needed(profile) * profile.filled:
        return ("ymd",) if profile.filled and _counts_time(profile) else _packed(profile)
    if readable.get("ymd", 0) >= MOSTLY * profile.filled:
        return ("ymd",)
    return tuple(order for order, count in readable.items() if count == best)


def contradicted_order(profile: ColumnProfile, order: str) -> str | None:
    """What is asked where name and cells, or many of the cells, are at odds over the order of date; None where they are not."""
    stated, only = order_stated(profile.name), {"dmy": 0, "mdy": 0}
    for text, count in profile.top:
        if len(orders := orders_of(text)) == 1 and orders[0] in only:
            only[orders[0]] += count
    options = " or ".join(f'--map "{profile.name}={Role.TIME}:{each}"' for each in only)
    if stated in only and order in only and stated != order:
        return (
            f"The name of '{profile.name}' says that the {_FIRST_OF[stated].replace(' first', '')} comes first, and "
            f"{only[order]:,} of its cells can only be read with the {_FIRST_OF[order]}; say {options}."
        )
    if min(only.values()) <= MOST_AGAINST * sum(only.values()):
        return None
    return (
        f"'{profile.name}' holds dates in two orders: {only['dmy']:,} cells can only be read with the day first and "
        f"{only['mdy']:,} with the month first, so that of the others nobody can tell. Mend the cells, or say {options} to set "
        "the others aside."
    )


def has_order(profile: ColumnProfile) -> bool:
    """Whether days that begin with the year would be others in another order: where it has two digits, or no signs follow."""
    return bool(short_year_orders(profile) or _packed(profile))


def order_question(profile: ColumnProfile, orders: tuple[str, ...]) -> str:
    """What is asked where dates can be read in several orders, with the options that settle it."""
    example = profile.top[0][0] if profile.top else ""
    first = " or ".join(_FIRST_OF[order].removesuffix(" first") for order in orders)
    options = " or ".join(f'--map "{profile.name}={Role.TIME}:{order}"' for order in orders)
    return f"Nothing in '{profile.name}' says whether dates such as {example} begin with the {first.replace(' or ', ' or the ')}; say {options}."


def likely_order(profile: ColumnProfile) -> str:
    """The order of date in which most cells can be read; the first of several."""
    if short := short_year_orders(profile):
        return short[0]
    readable = _readable_days(profile)
    return max(readable, key=lambda order: readable[order])


def date_share(profile: ColumnProfile) -> float:
    """The share (0-1) of filled cells that are dates, in the order in which most are."""
    return max(_readable_days(profile).values(), default=0) / profile.filled if profile.filled else 0.0


def how_written(profile: ColumnProfile, order: str) -> str:
    """How the dates of a column are written that is read in `order`, and what settles it, in words."""
    counts = dict(profile.dates)
    if kinds := kinds_of_period(profile):
        return f"{' and '.join(f'{kind}s' for kind in kinds)}, each of which stands for its first day"
    if order in _packed(profile):
        return f"{_FIRST_OF[order]}, without signs between"
    if order in short_year_orders(profile):
        example = next(text for text, _ in profile.top)
        return f"{_FIRST_OF[order]}: {OTHERWISE}, days such as {example} would lie decades apart, or ahead"
    if order == "ymd" and (are_stamps(profile) or _seen(profile, is_stamp)):
        return f"{_FIRST_OF[order]}, without signs between"
    if order == "ymd" and not counts.get("ymd"):
        return "the month in words" if _seen(profile, names_day) else "counted in days or seconds"
    words = _FIRST_OF[order]
    if order_stated(profile.name) == order:
        return f"{words}, as the name says"
    if (beside := profile.described.order) and beside[0] == order:
        return f"{words}, as the days of the week in '{beside[1]}' say"
    other = {"dmy": "mdy", "mdy": "dmy"}.get(order, "")
    settling = counts.get(order, 0) - counts.get(other, 0) if other else 0
    only = next((text for text, _ in profile.top if orders_of(text) == (order,)), None)
    if settling <= 0 or only is None:
        if order == "dmy" and writes_dots(profile):
            return f"{words}, as dates with dots are written"
        narrower = narrower_order(profile)
        return f"{words}: in another order they would {narrower[1]}" if narrower else words
    against = sum(count for text, count in profile.top if orders_of(text) == (other,))
    said = f"{words}: {settling + against:,} {'of them' if settling + against > 1 else 'one'} such as {only} can only be read so"
    return said + (f", against {against:,} that can only be read the other way and are set aside" if against else "")


def _readable_days(profile: ColumnProfile) -> dict[str, int]:
    """How many cells are dates in each order; years first, months in words and periods are plain in any order."""
    counts = dict(profile.dates)
    plain = counts.get("ymd", 0) + _seen(profile, names_day) + _seen(profile, period_of)
    plain += _seen(profile, _SERIAL.fullmatch) if counts or plain else 0
    orders = {**counts, "ymd": 0} if plain else counts
    return {order: plain + (count if order != "ymd" else 0) for order, count in orders.items()}


def kinds_of_period(profile: ColumnProfile) -> tuple[str, ...]:
    """`month`, `quarter`, `week`, as far as the cells name them in place of days; empty for a column of days."""
    if profile.mean_length > LONGEST:
        return ()
    kinds = {kind for text, _ in profile.top if (kind := period_of(text))}
    return () if kinds and days_behind_months(text for text, _ in profile.top) else tuple(sorted(kinds))


def _seen(profile: ColumnProfile, names: Callable[[str], object]) -> int:
    """How many cells name a day or a period in such a way, by the most frequent ones."""
    if profile.mean_length > LONGEST or profile.numeric == profile.filled:
        return 0
    if names is period_of and not kinds_of_period(profile):
        return 0
    seen = sum(count for _, count in profile.top)
    named = sum(count for text, count in profile.top if names(text))
    return round(named / seen * profile.filled) if named else 0


def _dates_needed(profile: ColumnProfile) -> float:
    return DATES_NAMED if says(profile.wording, Meaning.RESPONSE_TIME, Meaning.TIME) else DATES_UNNAMED


def _counts_time(profile: ColumnProfile) -> bool:
    """Whether the cells are days counted by a spreadsheet, seconds or milliseconds since 1970, or digits from the year on."""
    if are_stamps(profile):
        return True
    if not says(profile.wording, *_TIMES) or says(profile.wording, Meaning.COUNTED):
        return False
    if _seen(profile, _SERIAL.fullmatch) >= MOSTLY * profile.filled:
        return True
    if profile.lowest is None or profile.highest is None:
        return False
    if not is_mostly(profile.numeric, profile.filled, named=True):
        return False
    ranges = ((30_000, 60_000), (19_000_101, 20_991_231), (6.3e8, 4.1e9), (6.3e11, 4.1e12), (9.4e14, 4.1e15))
    stamps = ((1.9e11, 2.1e11), (1.9e13, 2.1e13))
    return any(low <= profile.lowest and profile.highest <= high for low, high in (*ranges, *stamps))


def _packed(profile: ColumnProfile) -> tuple[str, ...]:
    """The orders in which the digits of a column that is named like a time are days."""
    return (
        packed_orders(profile) if says(profile.wording, *_TIMES) and not says(profile.wording, Meaning.COUNTED) else ()
    )
