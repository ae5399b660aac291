"""The workbook within a chart of a slide: its numbers, where a person changes them. Nothing in it is run."""

import io
import math
from collections.abc import Sequence

import xlsxwriter

from csat_core.exports import cells
from csat_core.exports.report import Chart
from csat_core.exports.xlsx import NO_FORMULAS


def chart_book(chart: Chart, labels: Sequence[str]) -> bytes:
    """The file, laid out as a chart expects it: labels in the first column, a series in each column beside it."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, NO_FORMULAS)
    sheet = book.add_worksheet("Sheet1")
    look = book.add_format({"num_format": cells.number_format(chart.kind)})
    for row, label in enumerate(labels, 1):
        sheet.write_string(row, 0, label)
    for column, series in enumerate(chart.series, 1):
        sheet.write_string(0, column, cells.inert(series.name))
        for row, value in enumerate(series.values, 1):
            if not math.isnan(value):
                sheet.write_number(row, column, value, look)
    book.close()
    return content.getvalue()
