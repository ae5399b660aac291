"""Tables as CSV that is safe to open in a spreadsheet."""

import csv
import io
import math
from collections.abc import Iterable

import pandas as pd

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - the full-width forms count too


def guarded(cell: object) -> object:
    """The cell, with an apostrophe in front where a spreadsheet would run it as a formula; numbers keep their sign."""
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS):
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
    if cell is None or cell is pd.NaT or (isinstance(cell, float) and math.isnan(cell)):
        return ""
    if isinstance(cell, tuple | list):
        return "; ".join(_texts(cell))
    return cell


def _texts(cells: Iterable[object]) -> Iterable[str]:
    return (str(cell) for cell in cells)
