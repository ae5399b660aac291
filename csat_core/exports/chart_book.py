"""The workbook within a chart of a slide: its numbers, where a person changes them. Nothing in it is run."""

import io
import math
from collections.abc import Sequence

import xlsxwriter

from csat_core.exports import cells
from csat_core.exports.points import Points
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


def points_book(chart: Points) -> bytes:
    """The file of points: a group after another, across in the first column, up in the second, names in the third.

    The lines that divide them stand above, each from end to end.
    """
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, NO_FORMULAS)
    sheet = book.add_worksheet("Sheet1")
    looks = [book.add_format({"num_format": cells.number_format(kind)}) for kind in (chart.across, chart.up)]
    blocks = [(g.name, [(p.across.value, p.up.value, p.label) for p in g.points]) for g in chart.groups]
    lines = [(name, [(*place, "") for place in places]) for name, places in chart.lines]
    row = 0
    for name, points in (*lines, *blocks):
        sheet.write_string(row, 1, cells.inert(name))
        for at, (x, y, label) in enumerate(points, row + 1):
            sheet.write_number(at, 0, x, looks[0])
            sheet.write_number(at, 1, y, looks[1])
            sheet.write_string(at, 2, cells.inert(label))
        row += len(points) + 2
    book.close()
    return content.getvalue()
