"""Tables as CSV that is safe to open in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

import pandas as pd

from csat_core.model.amount import Amount

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet run a cell; the full-width forms count too."""

SHORT_NUMBER = re.compile(r"[+-]\d{1,4}(\.\d{1,4})?")
"""Answers such as -2 or +1: no spreadsheet runs them, and an exported answer can be imported again."""

ROWS_AT_ONCE = 2_000


def guarded(cell: object) -> object:
    """The cell, with an apostrophe in front where a spreadsheet would run it as a formula; numbers keep their sign."""
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) and not SHORT_NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def to_csv(table: pd.DataFrame) -> bytes:
    """`table` as UTF-8 with a byte-order mark; undefined is empty, sequences are written with semicolons."""
    return b"".join(csv_parts(map(str, table.columns), table.itertuples(index=False, name=None)))


def csv_parts(names: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[bytes]:
    """The same of rows that come one by one, in parts: none of them need be held together."""
    text = io.StringIO("\ufeff")
    text.seek(0, io.SEEK_END)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(guarded(name) for name in names)
    for at, row in enumerate(rows, 1):
        writer.writerow(guarded(_plain(cell)) for cell in row)
        if at % ROWS_AT_ONCE == 0:
            yield text.getvalue().encode()
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode()


def _plain(cell: object) -> object:
    if isinstance(cell, Amount):
        cell = cell.value
    if isinstance(cell, tuple | list):
        return "; ".join(_texts(cell))
    is_undefined = cell is None or cell is pd.NaT or cell is pd.NA or cell != cell  # the last for NaN of any width
    return "" if is_undefined else cell


def _texts(cells: Iterable[object]) -> Iterable[str]:
    return (str(cell) for cell in cells)
