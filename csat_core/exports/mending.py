"""Rows to mend as a file for a spreadsheet, CSV or a workbook: what is corrected there can be imported as it is saved."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

import xlsxwriter

from csat_core.exports.csv import FORMULA_STARTS
from csat_core.exports.xlsx import NO_FORMULAS

SHIELD = "\u00a0"
"""Before what a spreadsheet would run. The reader takes it for a space and cuts it, which it does to no apostrophe."""
BOM = "\ufeff"
ROWS_AT_ONCE = 500
MOST_IN_WORKBOOK = 20_000
"""Rows; of more, a workbook takes its time, and they are a CSV."""
MOST_COLUMNS, WIDTH, EVERYWHERE = 16_384, 18, "A1:XFD1048576"
_NUMBER = re.compile(r"-\d{1,15}([.,]\d{1,15})?|\+\d{1,4}([.,]\d{1,4})?")
"""Plain numbers; of those with a plus only short ones, for a spreadsheet would make a number of a telephone's."""


def shielded(cell: str) -> str:
    """The cell, with a no-break space in front where a spreadsheet would run it as a formula."""
    return SHIELD + cell if cell.startswith(FORMULA_STARTS) and not _NUMBER.fullmatch(cell) else cell


def mending_csv(rows: Iterable[tuple[str, ...]], delimiter: str) -> Iterator[bytes]:
    """The file in parts: UTF-8 with a byte-order mark, its columns divided by `delimiter`; nothing without rows."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    written = 0
    for written, row in enumerate(rows, 1):
        if written == 1:
            text.write(BOM)
        writer.writerow(map(shielded, row))
        if written % ROWS_AT_ONCE == 0:
            yield _taken(text)
    if written:
        yield _taken(text)


def _taken(text: io.StringIO) -> bytes:
    part = text.getvalue().encode("utf-8")
    text.seek(0)
    text.truncate()
    return part


def mending_xlsx(rows: Iterable[tuple[str, ...]]) -> bytes:
    """The same as a workbook: every cell is text, so that no spreadsheet makes numbers of ids or runs anything; empty without rows."""
    content = io.BytesIO()
    written = 0
    with xlsxwriter.Workbook(content, NO_FORMULAS) as book:
        text = book.add_format({"num_format": "@"})
        sheet = book.add_worksheet("Rows to mend")
        for written, row in enumerate(rows, 1):
            for at, cell in enumerate(row):
                sheet.write_string(written - 1, at, cell, text)
        # typed corrections stay text as well
        sheet.set_column(0, MOST_COLUMNS - 1, WIDTH, text)
        sheet.ignore_errors({"number_stored_as_text": EVERYWHERE})
    return content.getvalue() if written else b""
