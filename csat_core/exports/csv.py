"""Tables as CSV that is safe to open in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable

import pandas as pd

from csat_core.model.amount import Amount

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet run a cell; the full-width forms count too."""

SHORT_NUMBER = re.compile(r"[+-]\d{1,4}(\.\d{1,4})?")
"""Answers such as -2 or +1: no spreadsheet runs them, and an exported answer can be imported again."""


def guarded(cell: object) -> object:
    """The cell, with an apostrophe in front where a spreadsheet would run it as a formula; numbers keep their sign."""
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) and not SHORT_NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def to_csv(table: pd.DataFrame) -> bytes:
    """`table` as UTF-8 with a byte-order mark; undefined is empty, sequences are written with semicolons."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(guarded(str(name)) for name in table.columns)
    for row in table.itertuples(index=False, name=None):
        writer.writerow(guarded(_plain(cell)) for cell in row)
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: object) -> object:
    if isinstance(cell, Amount):
        cell = cell.value
    if isinstance(cell, tuple | list):
        return "; ".join(_texts(cell))
    is_undefined = cell is None or cell is pd.NaT or cell is pd.NA or cell != cell  # the last for NaN of any width
    return "" if is_undefined else cell


def _texts(cells: Iterable[object]) -> Iterable[str]:
    return (str(cell) for cell in cells)
