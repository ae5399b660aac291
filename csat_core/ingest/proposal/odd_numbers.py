"""Numbers that are hardly what their column says: codes of no answer among amounts, ages of 999, money told in thousands."""

import re
from collections.abc import Iterator

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping, Problem
from csat_core.ingest.texts.measured import SECONDS
from csat_core.ingest.texts.names import says
from csat_core.ingest.texts.reading import clean, fold, number_of
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.model.dataset import Role
from csat_core.model.formats import count
from csat_core.model.scale import number_text

OLDEST = 115
"""Nobody who answers is older."""
FEWEST = 2
"""Cells with one code; a single -1 may be a refund."""
FAR = 3
"""A code of nines is so many times the largest of the other numbers."""
SHOWN = 3
_NEGATIVE_CODES = (-1, -2, -7, -8, -9, -77, -88, -97, -98, -99, -999, -9999)
_NINES = re.compile(r"9{3,7}|9{2,7}8|8{3,7}")
_THOUSANDS = re.compile(
    r"\bin (?:thousands?|tsd|tausend|1[.,' ]?000)\b|['(]000s?\b|\b(?:tsd|tausend|thousands|milliers|miles de|migliaia|duizend|tusental|tys)\b"
    r"|\b[kt] ?(?:€|\$|£|eur|usd|gbp|chf|sek|pln)(?!\w)|(?:€|\$|£|\b(?:eur|usd|gbp|chf)) ?k\b|\((?:k|t)\)|千(?:元|円)|万(?:元|円)"
)
_MILLIONS = re.compile(
    r"\bin (?:millions?|mio|mn|mln|millionen)\b|\b(?:millions|millionen|millones|milhões|milioni|miljoen|mio|mln)\b|\bm(?:€|\$|£| ?eur| ?usd)(?!\w)"
)


def odd_numbers(column: ColumnMapping, profile: ColumnProfile, decimal: str) -> Iterator[Problem]:
    """The problems of one column of numbers: odd values, and a name by which they are thousands or millions."""
    if column.role.storage != "number" or column.positions:
        return
    found = _odd(column, profile, column.decimal or decimal)
    if found:
        cells = sum(found.values())
        said = ", ".join(number_text(number) for number in sorted(found)[:SHOWN])
        what = "ages" if says(column.name, Meaning.AGE) else "like amounts and more like codes for no answer"
        message = (
            f"'{column.name}' holds {count(cells)} numbers that are hardly {what} ({said}): they count as they stand, in every mean and sum. If they "
            "mean no answer, make these cells blank in the file."
        )
        yield Problem(code="odd_numbers", column=column.name, count=cells, message=message)
    example = next((text for text, _ in profile.top if len(re.findall("[0-9]+", text)) > 1), None)
    if column.measure == SECONDS and example:
        message = f"'{column.name}' holds lengths of time such as {example}: they are numbers of seconds here, whatever its name says."
        yield Problem(code="told_in_seconds", column=column.name, count=profile.filled, message=message)
    if column.role is Role.REVENUE and (unit := _told_in(column.wording)):
        message = (
            f"The name of '{column.name}' says that its amounts are {unit}: they are kept as they stand, so that sums and money at risk are in {unit} "
            "too. Write them in full to see them in full."
        )
        yield Problem(code="money_in_thousands", column=column.name, count=profile.filled, message=message)


def _odd(column: ColumnMapping, profile: ColumnProfile, decimal: str) -> dict[float, int]:
    """The odd values with their cells, among the most frequent ones."""
    numbers = {
        number: cells
        for text, cells in profile.top
        if fold(text) not in column.silent and (number := number_of(text, decimal)) is not None
    }
    # people tell whole years; the age of a ticket in hours has fractions
    if (
        says(column.name, Meaning.AGE)
        and numbers
        and 2 * profile.whole > profile.numeric
        and sum(0 <= number <= OLDEST for number in numbers) * 2 > len(numbers)
    ):
        return {number: cells for number, cells in numbers.items() if not 0 <= number <= OLDEST}
    odd: dict[float, int] = {}
    below = [number for number in numbers if number < 0]
    if len(below) == 1 and below[0] in _NEGATIVE_CODES and numbers[below[0]] >= FEWEST:
        odd[below[0]] = numbers[below[0]]
    top, *others = sorted(numbers, reverse=True) or [0.0]
    if others and _NINES.fullmatch(number_text(top)) and numbers[top] >= FEWEST and top > FAR * others[0] > 0:
        odd[top] = numbers[top]
    return odd


def _told_in(wording: tuple[str, ...]) -> str | None:
    """`thousands` or `millions` where a name says so."""
    said = [clean(name).lower() for name in wording]
    if any(_THOUSANDS.search(name) for name in said):
        return "thousands"
    return "millions" if any(_MILLIONS.search(name) for name in said) else None
