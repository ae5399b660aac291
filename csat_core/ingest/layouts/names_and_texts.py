"""Names in one row and the texts of the questions in the next, as survey programs write that are not known by more."""

from collections.abc import Sequence

from csat_core.ingest.detection import Described
from csat_core.ingest.layouts import generic
from csat_core.ingest.layouts.headers import Header, recognised_by
from csat_core.ingest.layouts.layout import Recognised

ID, TITLE = "names_and_texts", "names, and the texts of the questions below them"

FEWEST_ROWS = 5
"""Of fewer rows of data the first may be words by chance."""
FEWEST_NUMBERS = 2
"""Columns that hold nothing but numbers and dates below their text."""
MOSTLY = 0.8
"""The share of the names that have a text, and of the names without a space."""

Row = Sequence[str]


def recognise(head: Sequence[Row]) -> Recognised | None:
    """A row of short names, below it words for nearly all of them, longer in all, and then numbers in several columns."""
    found = generic.recognise(head)
    if found is None or found.header_rows != 1 or len(head) - found.first_record <= FEWEST_ROWS:
        return None
    at, names = found.first_record, found.names
    texts = [cell.strip() for cell in head[at][: len(names)]]
    texts += [""] * (len(names) - len(texts))
    body = [row for row in head[at + 1 :] if any(cell.strip() for cell in row)]
    if not _are_names(names) or not _are_texts(texts, names) or not _stand_above_numbers(texts, body):
        return None
    said = f"Row {at} holds the names, row {at + 1} the texts of the questions."
    described = {
        column: Described(label=text) for column, text in enumerate(texts, 1) if text and text != names[column - 1].strip()
    }  # fmt: skip
    return recognised_by(ID, Header(at=at - 1, names=names), said, described=described, header_rows=2)


def _are_names(names: Row) -> bool:
    filled = [name.strip() for name in names if name.strip()]
    return len(filled) == len(set(filled)) and sum(" " not in name for name in filled) >= MOSTLY * len(names)


def _are_texts(texts: Row, names: Row) -> bool:
    """Whether nearly every name has a text, none of them a number, half of them several words, and they say more than the names."""
    filled = [text for text in texts if text]
    return (
        len(filled) >= MOSTLY * len(names)
        and not any(map(generic.is_number, filled))
        and 2 * sum(" " in text for text in filled) >= len(filled)
        and sum(map(len, filled)) > sum(map(len, names))
    )


def _stand_above_numbers(texts: Row, body: Sequence[Row]) -> bool:
    """Whether several columns hold nothing but numbers below their text, and no text comes again as a value does."""
    columns = [[row[at].strip() for row in body if len(row) > at and row[at].strip()] for at in range(len(texts))]
    above = sum(
        bool(cells and text) and all(map(generic.is_number, cells)) for text, cells in zip(texts, columns, strict=True)
    )
    return above >= FEWEST_NUMBERS and not any(
        text and text in cells for text, cells in zip(texts, columns, strict=True)
    )
