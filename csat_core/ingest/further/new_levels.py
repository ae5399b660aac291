"""New levels: groups of a further file that no earlier one had, and which known one a spreadsheet made them of."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from csat_core.ingest.checks import Checked
from csat_core.ingest.languages.language import bare
from csat_core.ingest.plan import Problem
from csat_core.ingest.texts.periods import month_named
from csat_core.model.alike import as_alike
from csat_core.model.dataset import Dataset
from csat_core.model.formats import listed

_PAIR = re.compile(r"0?(\d{1,2}) *[-–/.] *0?(\d{1,2})\.?")
"""What a spreadsheet takes for a day: `3-5`, `10/12`."""
_SERIAL = re.compile(r"[345]\d{4}")
_EPOCH = date(1899, 12, 30)
NAMED = 5
"""So many are told one by one."""


def new_levels(dataset: Dataset, checked: Checked) -> Iterator[Problem]:
    """One problem for each segment with levels that it did not have before."""
    known = {column.id: column.levels for column in dataset.segments}
    for column in checked.columns:
        before = known.get(column.id, column.levels)
        there = set(before)
        new = [level for level in column.levels if level not in there]
        if not new:
            continue
        gone = [level for level in before if level not in set(column.levels)]
        noun = "a level" if len(new) == 1 else f"{len(new)} levels"
        message = f"'{column.name}' has {noun} that it did not have before: {listed(new)}."
        likely = [f"'{level}' is likely '{was}'" for level in new if (was := likely_level(level, before))]
        if likely:
            more = f" and {len(likely) - NAMED} more" if len(likely) > NAMED else ""
            message += (
                f" {', '.join(likely[:NAMED])}{more}, as a spreadsheet writes it: to count them together, undo this import, "
                "write these cells as they were, and import the file again."
            )
        elif len(gone) == len(new) <= NAMED:
            message += f" No new answer has {listed(gone)}: if that is another name for the same, the two count apart; write it as before."
        yield Problem(code="new_levels", column=column.name, count=len(new), message=message)


def likely_level(level: str, known: Sequence[str]) -> str | None:
    """The one of the `known` levels that a spreadsheet, or somebody who typed it, made `level` of; None where none or several fit."""
    days = _day_numbers(level)
    same = [was for was in known if as_alike(was) == as_alike(level)]
    if not same and days:
        same = [was for was in known if (found := _PAIR.fullmatch(was.strip())) and _pair(found[1], found[2]) in days]
    return same[0] if len(same) == 1 else None


def _pair(first: str | int, second: str | int) -> frozenset[int]:
    return frozenset((int(first), int(second)))


def _day_numbers(level: str) -> list[frozenset[int]]:
    """The two numbers that may stand behind a text that names a day, or a month and a year; none where it names neither."""
    if _SERIAL.fullmatch(level):
        found_day = _EPOCH + timedelta(days=int(level))
        return [_pair(found_day.month, found_day.day)]
    words = [month for word in re.findall(r"[^\W\d_]+", bare(level.casefold())) if (month := month_named(word))]
    numbers = re.findall(r"\d+", level)
    if len(words) == 1 and numbers:
        # `05. Mrz`, `5-Mar-26`, and `Nov 20`, in which the 20 became a year
        return [_pair(words[0], int(numbers[0]) % 100)]
    if re.match(r"\d{4}-\d\d-\d\d", level):
        year, month, day = map(int, numbers[:3])
        return [_pair(month, day), *([_pair(month, year % 100)] if day == 1 else [])]
    found = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}(?: .*)?", level)
    return [_pair(found[1], found[2])] if found else []
