"""Dates that a column writes in a way of its own: digits without signs between, years of two digits that come first, and days
that a spreadsheet took for months."""

import re
from datetime import date, timedelta
from functools import lru_cache

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.texts.calendar_orders import days_of, orders_of
from csat_core.ingest.texts.periods import period_of

NEARLY_ALL = 0.95
FEWEST, FEWEST_DIFFERENT = 6, 4
"""So many dates of each kind, and so many different ones in text, before a column looks turned."""
MONTHS = 12
AROUND = timedelta(days=31)
"""So far from the dates in text real ones may lie and still be of the same time."""
TURNED = "ydm"
"""The order in which days and months behind a year change places."""
FUTURE_SHARE = 0.05
"""Where more days than these lie ahead, the order is another one."""
OTHERWISE = "read in another order"
"""With these words a reason says why years of two digits come first."""
FEWEST_STAMPS = 20
_STAMP = re.compile(
    r"(?:199\d|20[0-3]\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?"
)
CENTURIES = ((range(70), 2000), (range(70, 100), 1900))
_SERIAL = re.compile(r"[345]\d{4}(?:[.,]\d+)?")
_SHORT = re.compile(r"(\d\d)([-/.])(\d\d)\2(\d\d)(?:[T ,].*)?")
_SIX, _LAST, _FIRST = (re.compile(p) for p in (r"(\d\d)(\d\d)(\d\d)", r"(\d\d?)(\d\d)(\d{4})", r"(\d{4})(\d\d)(\d\d)"))


def packed_day(text: str, order: str) -> date | None:
    """The day of six to eight digits without signs between, in an order; None where they name none."""
    year_first = order == "ymd"
    found = _SIX.fullmatch(text) or (_FIRST if year_first else _LAST).fullmatch(text)
    if found is None:
        return None
    first, second, third = map(int, found.groups())
    year, month, day = {"ymd": (first, second, third), "dmy": (third, second, first), "mdy": (third, first, second)}[
        order
    ]
    if len(text) == len("yymmdd"):
        year += next(century for years, century in CENTURIES if year in years)
    try:
        return date(year, month, day) if 1900 <= year <= 2099 else None
    except ValueError:
        return None


def packed_orders(profile: ColumnProfile) -> tuple[str, ...]:
    """The orders in which nearly all cells are days of digits alone, the one with the narrowest span of time first.

    A year and a month of six digits are `ymd`; where only some cells can be so, nothing is told.
    """
    if not profile.filled or profile.whole < NEARLY_ALL * profile.filled or not 6 <= profile.mean_length <= 8:
        return ()
    counts = {text: count for text, count in profile.top if text.isdecimal()}
    needed = NEARLY_ALL * sum(count for _, count in profile.top)
    months = sum(count for text, count in counts.items() if len(text) == len("yyyymm") and period_of(text))
    if months:
        return ("ymd",) if months >= needed else ()
    spans = {}
    for order in ("ymd", "dmy", "mdy"):
        days = {text: day for text in counts if (day := packed_day(text, order))}
        if days and sum(counts[text] for text in days) >= needed:
            spans[order] = max(days.values()) - min(days.values())
    return tuple(sorted(spans, key=lambda order: spans[order]))


def are_stamps(profile: ColumnProfile) -> bool:
    """Whether all cells that were looked at are days, or moments, of eight, twelve or fourteen digits from the year on.

    Of so many different ones that is no chance, whatever the column is called.
    """
    texts = [text for text, _ in profile.top]
    return profile.whole == profile.filled and len(texts) >= FEWEST_STAMPS and all(map(_STAMP.fullmatch, texts))


@lru_cache(maxsize=4_096)
def short_year_orders(profile: ColumnProfile) -> tuple[str, ...]:
    """`ymd` where days such as 26-01-04 begin with the year, several orders where that is open; empty where it comes last.

    Read in the wrong order a few weeks become decades, of which some lie ahead. Remembered until `forget_answers`.
    """
    found = {text: "".join(cell.group(1, 3, 4)) for text, _ in profile.top if (cell := _SHORT.fullmatch(text.strip()))}
    counts = {text: count for text, count in profile.top if text in found}
    seen = sum(count for _, count in profile.top)
    if not counts or sum(counts.values()) < NEARLY_ALL * seen:
        return ()
    latest, spans = date.today() + timedelta(days=1), {}
    for order in ("ymd", "dmy", "mdy"):
        days = {text: day for text, digits in found.items() if (day := packed_day(digits, order))}
        ahead = sum(counts[text] for text, day in days.items() if day > latest)
        if sum(counts[text] for text in days) >= NEARLY_ALL * seen and ahead <= FUTURE_SHARE * seen:
            spans[order] = max(days.values()) - min(days.values())
    if "ymd" not in spans:
        return ()
    year_last = {order: span for order, span in spans.items() if order != "ymd"}
    if not year_last or 2 * spans["ymd"] < min(year_last.values()):
        return ("ymd",)
    return () if 2 * min(year_last.values()) < spans["ymd"] else ("ymd", *year_last)


def turned_dates(profile: ColumnProfile) -> str | None:
    """A date in text of a column in which a spreadsheet took days for months where it could; None where it did not.

    Opened where months come first, `13/02/2026` stays a text, because there is no month 13, and `03/02/2026` becomes the
    2nd of March: no text has a day up to 12 then, and no real date one above.
    """
    counts = dict(profile.dates)
    texts = counts.get("dmy", 0) + counts.get("mdy", 0)
    if min(real_dates(profile), texts) < FEWEST or (counts.get("dmy") and counts.get("mdy")):
        return None
    written = [text for text, _ in profile.top if orders_of(text) in (("dmy",), ("mdy",))]
    is_turned = len({text[:10] for text in written}) >= FEWEST_DIFFERENT and not holds_late_days(profile)
    return written[0] if is_turned and not _fit_as_they_are(profile) else None


def _fit_as_they_are(profile: ColumnProfile) -> bool:
    """Whether the real dates lie among those in text as they are, and would be scattered if they were turned back."""
    texts: list[date] = []
    real: list[date] = []
    for text, _ in profile.top:
        days = days_of(text)
        if "ymd" in days or _day_counted(text):
            real.append(days.get("ymd") or _counted_day(text))
        else:
            texts += days.values()
    if not texts or not real:
        return False
    low, high = min(texts) - AROUND, max(texts) + AROUND
    turned = [day.replace(month=day.day, day=day.month) for day in real if day.day <= MONTHS]
    return all(low <= day <= high for day in real) and not all(low <= day <= high for day in turned)


_DOTTED = re.compile(r"\d{1,2}\. ?\d{1,2}\. ?\d{2,4}\b.*")
_SAME = re.compile(r"0?(\d{1,2})([-/. ])0?\1\2\d{2,4}\b.*")


def writes_dots(profile: ColumnProfile) -> bool:
    """Whether dots divide the parts of its dates, as they do only where the day comes first."""
    dated = [text for text, _ in profile.top if orders_of(text)]
    return bool(dated) and all(_DOTTED.fullmatch(text) for text in dated)


def writes_day_first(profile: ColumnProfile) -> bool:
    """Whether its dates can be taken to begin with the day though their numbers leave it open: by their dots, or for it is all the same."""
    dated = [text for text, _ in profile.top if orders_of(text)]
    is_whole = len(profile.top) == profile.distinct
    return writes_dots(profile) or (bool(dated) and is_whole and all(_SAME.fullmatch(text) for text in dated))


def holds_late_days(profile: ColumnProfile) -> bool:
    """Whether a date that begins with its year has a day above 12, which no spreadsheet can have taken for a month."""
    return any(
        day > MONTHS
        for text, _ in profile.top
        if (day := int(re.split(r"\D+", text)[2]) if orders_of(text) == ("ymd",) else _day_counted(text))
    )


def real_dates(profile: ColumnProfile) -> int:
    """How many cells are days that a spreadsheet took for dates: years first, or counted by it."""
    return dict(profile.dates).get("ymd", 0) + sum(count for text, count in profile.top if _day_counted(text))


def _day_counted(text: str) -> int:
    """The day of the month of a number that counts days as a spreadsheet does; 0 for any other text."""
    return _counted_day(text).day if _SERIAL.fullmatch(text) else 0


def _counted_day(text: str) -> date:
    return date(1899, 12, 30) + timedelta(days=int(text[:5]))
