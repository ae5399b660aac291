"""A report as a workbook: a sheet for each page, typed cells, charts that stay editable, and no text that runs."""

import io
import math
from datetime import date
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from csat_core.exports import cells
from csat_core.exports.report import Chart, Part, Report, Section, Series, Shape, Table
from csat_core.figures.style import DISSATISFIED, NEUTRAL, SATISFIED
from csat_core.words.headings import Day, Heading, Text

NO_FORMULAS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
"""What is text stays text: nothing in a cell is run or followed."""
TONES = {
    "above": SATISFIED, "ours": SATISFIED, "below": DISSATISFIED, "plain": NEUTRAL,
    "satisfied": SATISFIED, "neutral": NEUTRAL, "dissatisfied": DISSATISFIED,
}  # fmt: skip
LONGEST_CELL = 32_000
WIDE, USUAL, MOST_WIDE = 34, 13, 60
"""Letters across a column: the first, others, and at most."""
CHART_ROWS = 18
PIXELS_A_ROW = 20


def to_xlsx(report: Report) -> bytes:
    """The file."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, NO_FORMULAS)
    book.set_properties({"title": cells.one_line(report.title, 200)})
    looks = _Looks(book)
    for section in report.sections:
        _Sheet(book, looks, section).fill(report)
    _based(book, looks, report)
    numbers = book.add_worksheet("Chart numbers")
    for chart, place in looks.charts:
        _draw(book, numbers, chart, place, looks)
    numbers.hide()
    book.close()
    return content.getvalue()


class _Looks:
    """The formats of a workbook, each made once, and the charts that are to be drawn."""

    def __init__(self, book: Workbook) -> None:
        self._book, self._numbers = book, dict[str, Format]()
        self.title = book.add_format({"bold": True, "font_size": 14, "text_wrap": True, "valign": "top"})
        self.question = book.add_format({"font_color": "#5F584D", "bold": True})
        self.quiet = book.add_format({"font_color": "#5F584D", "text_wrap": True, "valign": "top"})
        self.part = book.add_format({"bold": True, "font_size": 12})
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.words = book.add_format({"text_wrap": True, "valign": "top"})
        self.value = book.add_format({"bold": True, "font_size": 14})
        self.small = book.add_format({"font_color": "#5F584D"})
        self.charts = list[tuple[Chart, "_Place"]]()
        self.next_row = 0
        """Where the numbers of the next chart stand."""

    def number(self, heading: Heading) -> Format:
        """How the numbers below a heading are written."""
        code = cells.number_format(heading)
        if code not in self._numbers:
            self._numbers[code] = self._book.add_format({"num_format": code, "valign": "top"})
        return self._numbers[code]


class _Place:
    """A cell of a sheet where a chart begins."""

    def __init__(self, sheet: Worksheet, row: int, name: str) -> None:
        self.sheet, self.row, self.name = sheet, row, name


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
        for column in range(max(self.widths, default=0) + 1):
            self.sheet.set_column(column, column, self.widths.get(column, USUAL))

    def _line(self, text: str, look: Format) -> None:
        _write(self.sheet, self.row, 0, text, look)
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
        for number in self.section.numbers:
            _write(self.sheet, self.row, 0, number.label, self.looks.words)
            _write(self.sheet, self.row, 1, number.value, self.looks.value)
            _write(self.sheet, self.row, 2, number.small, self.looks.small)
            self.row += 1

    def _part(self, part: Part) -> None:
        self.row += 1
        self._line(part.title, self.looks.part)
        for line in part.lines:
            self._wide(line, self.looks.words)
        if part.picture is not None and part.picture.chart is not None:
            self.looks.charts.append((part.picture.chart, _Place(self.sheet, self.row, part.picture.alt)))
            self.row += CHART_ROWS
        if part.table is not None:
            self._table(part.table)

    def _table(self, table: Table) -> None:
        for at, heading in enumerate(table.columns.values()):
            _write(self.sheet, self.row, at, heading, self.looks.head)
        self.row += 1
        for row in cells.rows(table):
            for at, (heading, cell) in enumerate(zip(table.columns.values(), row, strict=True)):
                self._cell(at, heading, cell)
            self.row += 1

    def _cell(self, at: int, heading: Heading, cell: Any) -> None:
        if cell is None:
            return
        if isinstance(heading, Text):
            _write(self.sheet, self.row, at, str(cell), None)
            self.widths[at] = min(MOST_WIDE, max(self.widths.get(at, USUAL), len(str(cell)) + 2))
        elif isinstance(heading, Day) and isinstance(cell, date):
            self.sheet.write_datetime(self.row, at, cell, self.looks.number(heading))
        else:
            self.sheet.write_number(self.row, at, cells.value(heading, cell), self.looks.number(heading))


def _write(sheet: Worksheet, row: int, column: int, text: str, look: Format | None) -> None:
    """Nothing; the text as text, whatever it begins with."""
    sheet.write_string(row, column, cells.inert(text)[:LONGEST_CELL], look)


def _based(book: Workbook, looks: _Looks, report: Report) -> None:
    sheet = book.add_worksheet("Based on")
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 90)
    for row, (name, value) in enumerate(report.facts.rows):
        _write(sheet, row, 0, name, looks.question)
        _write(sheet, row, 1, value, looks.words)


def _draw(book: Workbook, numbers: Worksheet, chart: Chart, place: _Place, looks: _Looks) -> None:
    """Nothing; the chart is on its sheet, its numbers on a sheet of their own, where they can be changed."""
    top, last = looks.next_row, looks.next_row + len(chart.labels)
    for at, label in enumerate(chart.labels, 1):
        _write(numbers, top + at, 0, label, None)
    kind = {Shape.LINE: "line", Shape.BARS: "bar", Shape.COLUMNS: "column"}[chart.shape]
    stacked = {"subtype": "stacked"} if len(chart.series) > 1 else {}
    drawn = book.add_chart({"type": kind, **stacked})
    column = 1
    for series in chart.series:
        _write(numbers, top, column, series.name, None)
        _column(numbers, top + 1, column, series.values)
        drawn.add_series(
            {
                "name": [numbers.name, top, column],
                "categories": [numbers.name, top + 1, 0, last, 0],
                "values": [numbers.name, top + 1, column, last, column],
                **_look_of(series, chart.shape),
            }
        )
        column += 1
    looks.next_row = last + 2
    _finish(drawn, chart)
    drawn.set_size({"width": 900, "height": CHART_ROWS * PIXELS_A_ROW - 20})
    place.sheet.insert_chart(
        place.row, 0, drawn, {"x_offset": 4, "y_offset": 4, "description": cells.inert(place.name)}
    )


def _column(sheet: Worksheet, row: int, column: int, values: tuple[float, ...]) -> None:
    for at, value in enumerate(values):
        if not math.isnan(value):
            sheet.write_number(row + at, column, value)


def _look_of(series: Series, shape: Shape) -> dict[str, Any]:
    """The interval as error bars, and the colours that mean something."""
    look: dict[str, Any] = {"gap": 60} if shape is not Shape.LINE else {"line": {"color": SATISFIED, "width": 2.25}}
    if series.low and shape is not Shape.COLUMNS:
        plus = [_apart(high, value) for high, value in zip(series.high, series.values, strict=True)]
        minus = [_apart(value, low) for low, value in zip(series.low, series.values, strict=True)]
        bars = {"type": "custom", "plus_values": plus, "minus_values": minus, "line": {"color": "#8B857A"}}
        look["y_error_bars"] = bars  # along the values, whichever way they lie
    if len(set(series.tones)) == 1:
        look["fill"] = {"color": TONES[series.tones[0]]}
    elif series.tones:
        look["points"] = [{"fill": {"color": TONES[tone]}} for tone in series.tones]
    return look


def _apart(upper: float, lower: float) -> float:
    return 0.0 if math.isnan(upper) or math.isnan(lower) else upper - lower


def _finish(drawn: Any, chart: Chart) -> None:
    """Nothing; axes in the words and the format of the numbers."""
    values: dict[str, Any] = {
        "num_format": cells.number_format(chart.kind),
        "name": str(chart.kind),
        "major_gridlines": {"visible": True, "line": {"color": "#E4DED3"}},
    }
    if chart.floor is not None:
        values["min"] = chart.floor
    names = {"reverse": True, "crossing": "max"} if chart.shape is Shape.BARS else {"label_position": "low"}
    if chart.shape is Shape.BARS:
        drawn.set_y_axis(names)
        drawn.set_x_axis(values)
    else:
        drawn.set_x_axis(names)
        drawn.set_y_axis(values)
    drawn.set_legend({"none": True} if len(chart.series) == 1 else {"position": "bottom"})
    drawn.set_title({"none": True})
