"""Orders of dates: in which of them a cell of plain numbers can be read."""

import re
from datetime import date

LONGEST = 45
_CLOCK = r"(?:[T ,]+\d.*)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_CLOCK}")
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/. ])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_CLOCK}")
_CUT = re.compile(r"[T ,]+$")


def orders_of(text: str) -> tuple[str, ...]:
    """The orders (`ymd`, `dmy`, `mdy`) in which `text` names a day, with or without a time behind it."""
    text = text.strip()
    if len(text) > LONGEST or not text[:1].isdecimal():
        return ()
    text = _CUT.sub("", text)
    year_first = _YEAR_FIRST.fullmatch(text)
    if year_first:
        year, month, day = (int(year_first[at]) for at in (1, 3, 4))
        return ("ymd",) if _is_day(year, month, day) else ()
    year_last = _YEAR_LAST.fullmatch(text)
    if not year_last:
        return ()
    first, second, year = (int(year_last[at]) for at in (1, 3, 4))
    full = year if year > 99 else year + (2000 if year < 70 else 1900)
    orders = (("dmy", second, first), ("mdy", first, second))
    return tuple(order for order, month, day in orders if _is_day(full, month, day))


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return 1900 <= year <= 2099
