"""Generic: one row of names, perhaps below a title, and the responses below it."""

import re
from collections import Counter
from collections.abc import Sequence

from csat_core.ingest.layouts.found import Found

NUMBER = re.compile(r"[-+]?[\d.,:/\s-]*\d[\d.,:/\s-]*%?")


def recognise(head: Sequence[Sequence[str]]) -> Found | None:
    """The header is the first row as wide as the table whose cells read as names rather than as answers."""
    widths = Counter(len(row) for row in head if _filled(row))
    if not widths:
        return None
    width = max(widths, key=lambda one: (widths[one] * (one > 1), one))
    fewest = max(min(2, width), (width + 1) // 2)
    for at, row in enumerate(head):
        filled = _filled(row)
        if len(row) < width or len(filled) < fewest:
            continue
        if reads_as_names(filled):
            above = f" below {at} {'line' if at == 1 else 'lines'} of title" if at else ""
            return _found(row, at + 1, f"Row {at + 1} holds {len(filled)} column names{above}.")
        # answers where names were expected: the file has no header
        return _found([""] * len(row), at, "No row of column names was found, so the columns are numbered.")
    return None


def reads_as_names(cells: Sequence[str]) -> bool:
    """Whether most cells are words; a name may be a number, such as a year, but not all of them are."""
    return sum(NUMBER.fullmatch(cell.strip()) is not None for cell in cells) * 2 < len(cells)


def _found(names: Sequence[str], first_record: int, evidence: str) -> Found:
    return Found(layout="generic", names=tuple(names), first_record=first_record, evidence=(evidence,))


def _filled(row: Sequence[str]) -> list[str]:
    return [cell for cell in row if cell.strip()]
