"""A report as a workbook: a sheet for each page, typed cells, charts that stay editable, and no text that runs."""

import io
import math
from datetime import date
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from csat_core.exports import amounts, cells
from csat_core.exports.report import Part, Picture, Report, Section, Table
from csat_core.exports.xlsx_charts import Charts, Place, rows_of, write_text
from csat_core.model.amount import Amount
from csat_core.words.headings import Day, Heading, Text
from csat_core.words.overview import Number

NO_FORMULAS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
"""What is text stays text: nothing in a cell is run or followed."""
WIDE, USUAL, MOST_WIDE = 34, 13, 60
"""Letters across a column: the first, others, and at most."""
MOST_COLUMNS = 16
LARGE = {"bold": True, "font_size": 14, "valign": "top"}
LIMITS = ("95 % from", "95 % to")


def to_xlsx(report: Report) -> bytes:
    """The file."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, NO_FORMULAS)
    book.set_properties({"title": cells.one_line(report.title, 200)})
    looks = _Looks(book)
    for section in report.sections:
        _Sheet(book, looks, section).fill(report)
    _based(book, looks, report)
    charts = Charts(book)
    for picture, place in looks.charts:
        if picture.chart is not None:
            charts.draw(picture.chart, place)
    charts.hide()
    book.close()
    return content.getvalue()


class _Looks:
    """The formats of a workbook, each made once, and the charts that are to be drawn."""

    def __init__(self, book: Workbook) -> None:
        self._book, self._numbers = book, dict[tuple[str, bool], Format]()
        self.title = book.add_format({"bold": True, "font_size": 14, "text_wrap": True, "valign": "top"})
        self.question = book.add_format({"font_color": "#5F584D", "bold": True})
        self.quiet = book.add_format({"font_color": "#5F584D", "text_wrap": True, "valign": "top"})
        self.part = book.add_format({"bold": True, "font_size": 12})
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.number_head = book.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "align": "right"}
        )
        self.cell = book.add_format({"indent": 1})
        self.words = book.add_format({"text_wrap": True, "valign": "top"})
        self.value = book.add_format({**LARGE, "align": "right"})
        self.dash = book.add_format({"align": "right"})
        self.beside = book.add_format({"font_color": "#5F584D", "indent": 1})
        self.small = book.add_format({"font_color": "#5F584D", "indent": 1})
        self.small_head = book.add_format({"font_color": "#5F584D", "align": "right"})
        self.charts = list[tuple[Picture, Place]]()

    def number(self, heading: Heading) -> Format:
        """How the numbers below a heading are written."""
        return self.coded(cells.number_format(heading))

    def coded(self, code: str, *, is_large: bool = False) -> Format:
        """How numbers are written under a code; large ones are read from afar."""
        key = code, is_large
        if key not in self._numbers:
            large = LARGE if is_large else {}
            self._numbers[key] = self._book.add_format({"num_format": code, "valign": "top", **large})
        return self._numbers[key]


class _Sheet:
    """One sheet, filled from the top."""

    def __init__(self, book: Workbook, looks: _Looks, section: Section) -> None:
        self.sheet, self.looks, self.section, self.row = book.add_worksheet(section.page.words), looks, section, 0
        self.sheet.hide_gridlines(2)
        self.widths: dict[int, int] = {0: WIDE}
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)

    def fill(self, report: Report) -> None:
        """Nothing; question, answer, numbers, the main chart, and every table are on the sheet."""
        section, looks = self.section, self.looks
        self._line(section.question, looks.question)
        self._wide(section.answer, looks.title)
        for line in section.more:
            self._wide(line, looks.quiet)
        self._wide(report.facts.line, looks.quiet)
        if section.caveats:
            self._wide(" ".join(section.caveats), looks.quiet)
        self._numbers()
        for part in section.parts:
            self._part(part)
        for column in range(max(MOST_COLUMNS, *self.widths) + 1):
            self.sheet.set_column(column, column, self.widths.get(column, USUAL))

    def _line(self, text: str, look: Format) -> None:
        write_text(self.sheet, self.row, 0, text, look)
        self.row += 1

    def _wide(self, text: str, look: Format) -> None:
        """A paragraph over the whole width, its row as high as it needs."""
        lines = max(1, math.ceil(len(text) / 120))
        self.sheet.merge_range(self.row, 0, self.row, 9, "", look)
        self.sheet.set_row(self.row, (20 if look is self.looks.title else 15) * lines)
        self._line(text, look)

    def _numbers(self) -> None:
        if not self.section.numbers:
            return
        self.row += 1
        has_limits = any(not math.isnan(number.low.value) for number in self.section.numbers)
        if has_limits:
            for at, head in enumerate(LIMITS, 2):
                write_text(self.sheet, self.row, at, head, self.looks.small_head)
            self.row += 1
        small = 2 + has_limits * len(LIMITS)
        for number in self.section.numbers:
            self._number(number, small)

    def _number(self, number: Number, small: int) -> None:
        """A number with its limits, its small print in column `small`, and the numbers of that in rows of their own."""
        write_text(self.sheet, self.row, 0, number.label, self.looks.words)
        self._amount(1, number.amount, is_large=True)
        for at, limit in enumerate((number.low, number.high), 2):
            if not math.isnan(limit.value):
                self._amount(at, limit)
        write_text(self.sheet, self.row, small, number.small, self.looks.small)
        self.row += 1
        for name, amount in number.beside:
            write_text(self.sheet, self.row, 0, name, self.looks.beside)
            self._amount(1, amount)
            self.row += 1

    def _amount(self, at: int, amount: Amount, *, is_large: bool = False) -> None:
        """A number under the format of its unit; what is not known is a dash."""
        if math.isnan(amount.value):
            write_text(self.sheet, self.row, at, amount.written, self.looks.value if is_large else self.looks.dash)
            return
        look = self.looks.coded(amounts.number_format(amount), is_large=is_large)
        self.sheet.write_number(self.row, at, amounts.held(amount), look)

    def _part(self, part: Part) -> None:
        self.row += 1
        self._line(part.title, self.looks.part)
        for line in part.lines:
            self._wide(line, self.looks.words)
        if part.picture is not None and part.picture.chart is not None:
            self.looks.charts.append((part.picture, Place(self.sheet, self.row, part.picture.alt)))
            self.row += rows_of(part.picture.chart)
        if part.table is not None:
            self._table(part.table)

    def _table(self, table: Table) -> None:
        if any(len(heading) > USUAL for heading in list(table.columns.values())[1:]):
            self.sheet.set_row(self.row, 32)
        for at, heading in enumerate(table.columns.values()):
            look = self.looks.head if isinstance(heading, Text) else self.looks.number_head
            write_text(self.sheet, self.row, at, heading, look)
        self.row += 1
        for row in cells.rows(table):
            for at, (heading, cell) in enumerate(zip(table.columns.values(), row, strict=True)):
                self._cell(at, heading, cell)
            self.row += 1

    def _cell(self, at: int, heading: Heading, cell: Any) -> None:
        if cell is None:
            return
        if isinstance(heading, Text):
            write_text(self.sheet, self.row, at, str(cell), self.looks.cell if at else None)
            self.widths[at] = min(MOST_WIDE, max(self.widths.get(at, USUAL), len(str(cell)) + 2))
        elif isinstance(cell, Amount):
            self._amount(at, cell)
        elif isinstance(heading, Day) and isinstance(cell, date):
            self.sheet.write_datetime(self.row, at, cell, self.looks.number(heading))
        else:
            look = self.looks.coded(cells.number_format(heading, cell))
            self.sheet.write_number(self.row, at, cells.value(heading, cell), look)


def _based(book: Workbook, looks: _Looks, report: Report) -> None:
    sheet = book.add_worksheet("Based on")
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 90)
    for row, (name, value) in enumerate(report.facts.rows):
        write_text(sheet, row, 0, name, looks.question)
        write_text(sheet, row, 1, value, looks.words)
