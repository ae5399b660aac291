"""Dates as statistics programs count them: SPSS in seconds since 1582, Stata in its own units since 1960."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from csat_core.ingest.formats.cell_text import text_of

Written = Callable[[float], str | None]
"""The text of a number that is a date; None where there is no such day."""

SPSS_DAYS = ("DATE", "ADATE", "EDATE", "SDATE", "JDATE", "QYR", "MOYR", "WKYR")
SPSS_TIMES = ("DATETIME", "YMDHMS")
SPSS_BEGIN, STATA_BEGIN = datetime(1582, 10, 14), datetime(1960, 1, 1)


def spss_dates(format: str) -> Written | None:
    """How the numbers of a variable are written by its format, such as `DATE11`; None where they are no dates."""
    kind = format.rstrip("0123456789.").upper()
    if kind in SPSS_TIMES:
        return _guarded(lambda number: text_of(SPSS_BEGIN + timedelta(seconds=number)))
    if kind in SPSS_DAYS:
        return _guarded(lambda number: (SPSS_BEGIN + timedelta(seconds=number)).date().isoformat())
    return None


def stata_dates(format: str) -> Written | None:
    """The same for a format of Stata, such as `%td` or `%tcCCYY-NN-DD`."""
    kind = format.replace("%-", "%")
    if kind.startswith(("%tc", "%tC")):
        return _guarded(lambda number: text_of(STATA_BEGIN + timedelta(milliseconds=number)))
    if kind.startswith(("%td", "%d")):
        return _guarded(lambda number: (STATA_BEGIN + timedelta(days=number)).date().isoformat())
    parts = {"%tw": 52, "%tm": 12, "%tq": 4, "%th": 2}.get(kind[:3])
    if parts is None:
        return None
    return _guarded(lambda number: _begin(int(number), parts).isoformat())


def _begin(number: int, parts: int) -> date:
    """The first day of the week, month, quarter or half-year of this number since 1960."""
    year, part = 1960 + number // parts, number % parts
    return date(year, 1, 1) + timedelta(weeks=part) if parts == 52 else date(year, 1 + part * 12 // parts, 1)


def _guarded(written: Written) -> Written:
    def guarded(number: float) -> str | None:
        try:
            return written(number)
        except (OverflowError, ValueError):
            return None

    return guarded
