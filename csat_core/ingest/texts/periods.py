"""Periods in place of days: months, quarters and weeks, each of which stands for its first day."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from csat_core.ingest.languages.language import bare
from csat_core.ingest.texts.expressions import quoted
from csat_core.ingest.texts.vocabulary import MONTHS

LONGEST = 30
_YEAR, _MONTH = "(?P<y>(?:19|20)[0-9]{2})", "(?P<n>0?[1-9]|1[0-2])"
_WEEK = "(?:w|kw|cw|wk|week) ?(?P<n>0?[1-9]|[1-4][0-9]|5[0-3])"
_WORD = r"(?P<n>[^0-9 \t.,:/()+-]+)\.?"
_OF = r"(?:[-/., ]*(?:de +|of +|del +|do +)?)"
# six digits may be a day of two-digit numbers too, but not where the third and the fourth are above 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """One way to write a period."""

    kind: str
    pattern: str
    """For Python's `re` and DuckDB's RE2 alike: group `y` is the year, group `n` the number or the word."""

    @property
    def groups(self) -> tuple[int, int]:
        """The numbers of the groups of year and number."""
        found = re.compile(self.pattern).groupindex
        return found["y"], found["n"]


_WAYS = tuple(
    _Way(kind=kind, pattern=rf"(?i)^ *{pattern} *$")
    for kind, pattern in (
        ("month", rf"{_YEAR} ?[-/] ?{_MONTH}"), ("month", rf"{_MONTH} ?[-/] ?{_YEAR}"),
        ("month", rf"{_YEAR} ?年 ?{_MONTH} ?月"), ("quarter", rf"{_YEAR}[-/ ]*[qt] ?(?P<n>[1-4])"),
        ("quarter", rf"[qt] ?(?P<n>[1-4])[-/ ]*{_YEAR}"), ("week", rf"{_YEAR}[-/ ]*{_WEEK}"),
        ("week", rf"{_WEEK}[-/ ]*{_YEAR}"), ("word", rf"{_WORD}{_OF}{_YEAR}"), ("word", rf"{_YEAR}{_OF}{_WORD}"),
        ("month", "(?P<y>(?:19|20)(?:1[3-9]|[2-9][0-9]))(?P<n>0[1-9]|1[0-2])"), ("short", rf"{_WORD} ?[-/ '’] ?['’]?(?P<y>[0-6][0-9])"),
    )
)  # fmt: skip
MOST_YEARS = 8
"""More different numbers of two digits behind months, such as `Feb 14`, are days and not years."""
_NUMBERS = {bare(word): month for month, words in enumerate(MONTHS, 1) for word in words}
_COMPILED = tuple((way.kind, re.compile(way.pattern)) for way in _WAYS)
_SHORT = next(pattern for kind, pattern in _COMPILED if kind == "short")
_LOOKED_UP = quoted("".join(f"|{word}={month:02}" for word, month in _NUMBERS.items()))


def month_named(word: str) -> int | None:
    """The number of the month that a bare word names in any language; None where it names none."""
    return _NUMBERS.get(word)


def period_of(text: str) -> str | None:
    """`month`, `quarter` or `week` where `text` names one with its year; None for anything else."""
    if len(text) > LONGEST:
        return None
    text = bare(text.strip().lower())
    for kind, pattern in _COMPILED:
        found = pattern.match(text)
        if found and (kind not in ("word", "short") or found["n"] in _NUMBERS):
            return "month" if kind in ("word", "short") else kind if kind != "week" or _is_week(found) else None
    return None


def days_behind_months(texts: Iterable[str]) -> bool:
    """Whether what stands behind the months of `texts`, such as `Feb 14`, are so many numbers that they are days."""
    found = {text.strip()[-2:] for text in texts if len(text) <= LONGEST and _SHORT.match(bare(text.strip().lower()))}
    return len(found) > MOST_YEARS


def _is_week(found: re.Match[str]) -> bool:
    try:
        date.fromisocalendar(int(found["y"]), int(found["n"]), 1)
    except ValueError:
        return False
    return True


def first_day(cell: str) -> str:
    """The first day of the period that a cell names, as SQL; NULL where it names none. Weeks begin on Monday (ISO)."""
    return f"CASE {' '.join(_branch(cell, way) for way in _WAYS)} END"


def _branch(cell: str, way: _Way) -> str:
    # named groups are written in another way there
    pattern = quoted(re.sub(r"\?P<[yn]>", "", way.pattern))
    year, number = (f"regexp_extract({cell}, {pattern}, {group})" for group in way.groups)
    n = f"TRY_CAST({number} AS INTEGER)"
    match way.kind:
        case "month":
            day = f"TRY_CAST({year} || '-' || {number} || '-1' AS DATE)"
        case "quarter":
            day = f"TRY_CAST({year} || '-' || (3 * {n} - 2) || '-1' AS DATE)"
        case "week":
            monday = f"(date_trunc('week', TRY_CAST({year} || '-01-04' AS DATE))::DATE + 7 * ({n} - 1))"
            day = f"CASE WHEN year({monday} + 3) = TRY_CAST({year} AS INTEGER) THEN {monday} END"
        case _:
            word = f"('|' || translate(strip_accents(lower({number})), 'ßłøςı', 'sloσi') || '=')"
            at = f"nullif(strpos({_LOOKED_UP}, {word}), 0) + length({word})"
            century = "'20' || " if way.kind == "short" else ""
            day = f"TRY_CAST({century}{year} || '-' || substr({_LOOKED_UP}, {at}, 2) || '-1' AS DATE)"
    return f"WHEN regexp_matches({cell}, {pattern}) THEN {day}"
