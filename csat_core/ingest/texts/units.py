"""What stands beside a number: a currency or a percent sign, whichever way it is written."""

import re
from collections.abc import Mapping

from csat_core.ingest.texts.column_measures import number_in
from csat_core.ingest.texts.reading import SAME_CURRENCY, UNIT

PERCENT = "%"
_UNIT = re.compile(UNIT)
Units = tuple[tuple[str, int, float], ...]


def unit_in(text: str) -> str:
    """The unit in a cell under one name; empty without one."""
    found = _UNIT.search(text)
    return SAME_CURRENCY.get(found[0], found[0]) if found else ""


def units_of(counts: Mapping[str, int], decimal: str) -> Units:
    """The units of the numbers among the values with their counts: unit, cells, largest number; most frequent first.

    Empty where no number has one.
    """
    if not any(_may_have_one(text) and unit_in(text) for text in counts):
        return ()
    found: dict[str, tuple[int, float]] = {}
    for text, count in counts.items():
        number = number_in(text, decimal)
        if number is not None:
            unit = unit_in(text)
            before, largest = found.get(unit, (0, 0.0))
            found[unit] = before + count, max(largest, abs(number))
    units = sorted(((unit, count, largest) for unit, (count, largest) in found.items()), key=lambda each: -each[1])
    return tuple(units) if any(unit for unit, _, _ in units) else ()


def _may_have_one(text: str) -> bool:
    """Whether a value begins or ends with something else than a digit, at a glance."""
    return not (text[:1].isdigit() and text[-1:].isdigit()) and any(map(str.isdigit, text))
