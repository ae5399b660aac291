"""Cells: the values of a table as people read them, and as numbers with a format for programs."""

import decimal
import math
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from csat_core.exports.amounts import literal
from csat_core.exports.report import Table
from csat_core.model import formats
from csat_core.model.amount import Amount
from csat_core.words.headings import (
    Apart,
    Day,
    Decimal,
    Fine,
    Heading,
    Measured,
    Money,
    Points,
    Probability,
    Share,
    Tenth,
    Text,
    Whole,
    Year,
)

REPLACED = "\ufffd"
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")
"""What no reader should obey: control codes, and the signs that turn the direction of writing around."""


def inert(text: str) -> str:
    """Text from a file with every sign that steers a reader replaced by one that shows that something was there."""
    return _CONTROLS.sub(REPLACED, text)


def one_line(text: str, most: int) -> str:
    """Inert text on one line of at most `most` letters."""
    line = " ".join(inert(text).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def rows(table: Table) -> Iterator[tuple[Any, ...]]:
    """The rows of a table, the shown columns in order, with None for what is undefined."""
    for row in table.frame[list(table.columns)].itertuples(index=False, name=None):
        yield tuple(None if _is_undefined(cell) else cell for cell in row)


def _is_undefined(cell: Any) -> bool:
    return (
        cell is None
        or (isinstance(cell, float) and math.isnan(cell))
        or (isinstance(cell, Amount) and math.isnan(cell.value))
        or (not isinstance(cell, str) and cell != cell)
    )


def written(heading: Heading, cell: Any) -> str:
    """A cell as people read it; undefined is a dash, empty words stay empty."""
    if cell is None:
        return "" if isinstance(heading, Text) else formats.NOTHING
    match heading:
        case Share():
            return f"{_fixed(100 * float(cell), digits(heading))} %"
        case Points():
            return _signed(100 * float(cell), formats.chosen().digits)
        case Apart():
            return _signed(float(cell), 1)
        case Whole():
            return formats.count(float(cell))
        case Money():
            return formats.money(float(cell))
        case Probability():
            return formats.probability(float(cell))
        case Year():
            return f"{float(cell):.0f}"
        case Measured():
            return str(cell.written)
        case Decimal() | Fine() | Tenth():
            return _fixed(float(cell), digits(heading))
        case Day() if isinstance(cell, date):
            return formats.day(cell)
        case _:
            return inert(str(cell))


def digits(heading: Heading) -> int:
    """How many decimals stand behind the numbers of a column."""
    match heading:
        case Share() | Points():
            return formats.chosen().digits
        case Decimal():
            return 2
        case Fine():
            return 3
        case Tenth() | Apart():
            return 1
        case _:
            return 0


def _fixed(value: float, decimals: int) -> str:
    """A number as the tables of pages and of spreadsheets have it: what lies in the middle goes up, not to even."""
    rounded = decimal.Decimal(value).quantize(decimal.Decimal(1).scaleb(-decimals), decimal.ROUND_HALF_UP)
    return f"{rounded or abs(rounded):,}"


def _signed(value: float, decimals: int) -> str:
    text = _fixed(abs(value), decimals)
    return f"{'−' if round(value, decimals) < 0 else '+'}{text}"


def number_format(heading: Heading, cell: Any = None) -> str:
    """How a spreadsheet writes the numbers of a column; empty for words.

    Below nought stands a minus, unless `cell` is nought once it is rounded.
    """
    decimals = digits(heading)
    places = f"0.{'0' * decimals}" if decimals else "0"
    match heading:
        case Share():
            return f"{places} %"
        case Points() | Apart():
            is_nought = cell is not None and cell < 0 and written(heading, cell).startswith("+")
            sign = "+" if is_nought else "\u2212"
            return f"+{places};{sign}{places};+{places}"
        case Money():
            sign = literal(formats.currency())
            return f"{sign}#,##0;\u2212{sign}#,##0;{sign}#,##0"
        case Year():
            return "0"
        case Probability():
            return '[<0.0001]"below 0.0001";0.0000'
        case Whole():
            return "#,##0"
        case Day():
            return "d mmm yyyy"
        case Text():
            return ""
        case _:
            return f"#,##{places}"


def value(heading: Heading, cell: Any) -> float:
    """A number as a spreadsheet holds it: a share 0-1, a difference of shares in points."""
    return 100 * float(cell) if isinstance(heading, Points) else float(cell)
