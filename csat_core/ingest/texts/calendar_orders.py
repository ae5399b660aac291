"""Orders of dates: in which of them a cell of plain numbers can be read."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from csat_core.ingest.languages.language import bare
from csat_core.ingest.texts.periods import period_of
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.vocabulary import MONTHS
from csat_core.ingest.texts.weekdays import weekdays_of

LONGEST = 80
_CLOCK = r"(?: ?\([^()\d]{1,12}\))?(?:[T ,]+(?:(?:at|a las|a|à|alle|às|um|om|kl\.?|klockan|o|godz\.?) +)?\d.*|[ ,]*(?:[上下]午|午[前後]) ?\d.*)?"
_DAY_OF_WEEK = re.compile(r"([^\W\d_]{1,12})[.,]* +(?=\d)")
_BEHIND = re.compile(r"\(([^()\d]{1,12})\)")
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_CLOCK}")
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/. ])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_CLOCK}")
_EAST = re.compile(r"(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2})(?: ?日.*)?")
_WORD = r"([^\W\d_]+)\.?"
_NAMED_DAY = re.compile(
    r"(?:[^\W\d_]+[.,]* +){0,2}?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|er|re|ª|º|°|\.)?[-/., ]*(?:de +|of +|del +|d'|do +)?{_WORD}|{_WORD}[-/., ]*\d{{1,2}}(?:st|nd|rd|th|\.)?)"
    r"[-/., ]*(?:de +|del +|of +|do +)?'?(?:\d{4}|\d{2})\b"
    rf"|\d{{4}}[-/., ]*{_WORD}[-/., ]*\d{{1,2}}\b"
)
_MONTHS = frozenset(bare(word) for words in MONTHS for word in words)
_WEEK_DAY = re.compile(r"(?:19|20)\d{2}-W\d{2}-[1-7]")
"""A day of an ISO week: `2025-W45-1`."""
_STAMP = re.compile(
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[ T]+\d{1,2}:\d\d.*|T(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?Z?)"
)
"""A day of eight digits with a clock behind it, which no order of numbers can change either: `20250214 13:01`."""
_CUT = re.compile(r"[T ,]+$")


def is_stamp(text: str) -> bool:
    """Whether `text` is a day of eight digits with a clock behind it."""
    return _STAMP.fullmatch(text) is not None


def names_day(text: str) -> bool:
    """Whether `text` names a day with its month in words of any language, which no order of numbers can change."""
    if len(text) > LONGEST or text.isdecimal() or period_of(text):
        return False
    if is_stamp(text):
        return True
    if _WEEK_DAY.fullmatch(text):
        return _is_week_day(text)
    found = _NAMED_DAY.match(bare(fold(text)))
    return found is not None and any(word in _MONTHS for word in found.groups() if word)


def _is_week_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def orders_of(text: str) -> tuple[str, ...]:
    """The orders (`ymd`, `dmy`, `mdy`) in which `text` names a day, with or without a time behind it."""
    return tuple(days_of(text))


def days_of(text: str) -> dict[str, date]:
    """The day that `text` names in each order (`ymd`, `dmy`, `mdy`) in which it names one.

    Where it says a day of the week that one of several orders agrees with, it is read in that alone.
    """
    text = text.strip()
    if len(text) > LONGEST:
        return {}
    before, behind = _DAY_OF_WEEK.match(text), _BEHIND.search(text)
    if not text[:1].isdecimal() and not before:
        return {}
    found = _days_in(text[before.end() :] if before else text)
    said = before or behind
    on = weekdays_of(fold(said[1])) if said and len(found) > 1 else frozenset()
    return {order: day for order, day in found.items() if day.weekday() in on} or found


def _days_in(text: str) -> dict[str, date]:
    text = _CUT.sub("", text)
    year_first = _YEAR_FIRST.fullmatch(text) or _EAST.fullmatch(text)
    if year_first:
        year, month, day = (int(year_first[at]) for at in ((1, 3, 4) if year_first.lastindex == 4 else (1, 2, 3)))
        return _days((("ymd", year, month, day),))
    year_last = _YEAR_LAST.fullmatch(text)
    if not year_last:
        return {}
    first, second, year = (int(year_last[at]) for at in (1, 3, 4))
    full = year if year > 99 else year + (2000 if year < 70 else 1900)
    return _days((("dmy", full, second, first), ("mdy", full, first, second)))


def _days(ways: Iterable[tuple[str, int, int, int]]) -> dict[str, date]:
    """The days by order, of those that there are."""
    found = {}
    for order, year, month, day in ways:
        with suppress(ValueError):
            if 1900 <= year <= 2099:
                found[order] = date(year, month, day)
    return found
