"""The charts of a workbook: drawn by the spreadsheet from numbers on a sheet of their own, where they can be changed."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from csat_core.exports import cells
from csat_core.exports.points import Point, PointGroup, Points, Reach, sides
from csat_core.exports.report import Chart, Series, Shape
from csat_core.exports.tones import HOLLOW, MARKS, TONES
from csat_core.figures.style import SATISFIED

LONGEST_CELL = 32_000
CHART_ROWS, POINT_ROWS = 18, 26
"""Rows of a sheet that a chart of a kind covers."""
PIXELS_A_ROW = 20
QUIET, LINES = "#8B857A", "#E4DED3"


def write_text(sheet: Worksheet, row: int, column: int, text: str, look: Format | None) -> None:
    """Nothing; the text as text, whatever it begins with."""
    sheet.write_string(row, column, cells.inert(text)[:LONGEST_CELL], look)


class Place:
    """A cell of a sheet where a chart begins."""

    def __init__(self, sheet: Worksheet, row: int, name: str) -> None:
        self.sheet, self.row, self.name = sheet, row, name


def rows_of(chart: Chart | Points) -> int:
    """How many rows of a sheet it covers."""
    return POINT_ROWS if isinstance(chart, Points) else CHART_ROWS


class Charts:
    """The sheet with the numbers of all charts, filled from the top."""

    def __init__(self, book: Workbook) -> None:
        self._book, self._numbers, self._row = book, book.add_worksheet("Chart numbers"), 0

    def hide(self) -> None:
        """Nothing; the sheet is hidden, its charts are not."""
        self._numbers.hide()

    def draw(self, chart: Chart | Points, place: Place) -> None:
        """Nothing; the chart is on its sheet."""
        drawn = self._points(chart) if isinstance(chart, Points) else self._series(chart)
        drawn.set_title({"none": True})
        drawn.set_size({"width": 900, "height": rows_of(chart) * PIXELS_A_ROW - 20})
        place.sheet.insert_chart(
            place.row, 0, drawn, {"x_offset": 4, "y_offset": 4, "description": cells.inert(place.name)}
        )

    def _series(self, chart: Chart) -> Any:
        top, last = self._row, self._row + len(chart.labels)
        for at, label in enumerate(chart.labels, 1):
            write_text(self._numbers, top + at, 0, label, None)
        kind = {Shape.LINE: "line", Shape.BARS: "bar", Shape.COLUMNS: "column"}[chart.shape]
        stacked = {"subtype": "stacked"} if len(chart.series) > 1 else {}
        drawn = self._book.add_chart({"type": kind, **stacked})
        for column, series in enumerate(chart.series, 1):
            write_text(self._numbers, top, column, series.name, None)
            self._column(top + 1, column, series.values)
            drawn.add_series(
                {
                    "name": [self._numbers.name, top, column],
                    "categories": [self._numbers.name, top + 1, 0, last, 0],
                    "values": [self._numbers.name, top + 1, column, last, column],
                    **_look_of(series, chart.shape),
                }
            )
        self._row = last + 2
        _finish(drawn, chart)
        return drawn

    def _points(self, chart: Points) -> Any:
        """The lines that divide them, under everything; then a group after another: label, across, up."""
        drawn, stand = self._book.add_chart({"type": "scatter"}), list(sides(chart))
        for name, places in chart.lines:
            look = {"line": {"color": QUIET, "width": 1, "dash_type": "round_dot"}, "marker": {"type": "none"}}
            write_text(self._numbers, self._row, 0, name, None)
            self._on_axes(drawn, name, places, look)
        for group in chart.groups:
            top = self._row
            write_text(self._numbers, top, 0, group.name, None)
            for at, point in enumerate(group.points, 1):
                write_text(self._numbers, top + at, 0, point.label, None)
            labels = [
                {"value": self._label(point, top + at), "position": stand.pop(0).value}
                for at, point in enumerate(group.points, 1)
            ]
            places = tuple((point.across.value, point.up.value) for point in group.points)
            self._on_axes(drawn, group.name, places, _group_look(group, labels))
        across, up = chart.frame
        for set_axis, heading, ends in ((drawn.set_x_axis, chart.across, across), (drawn.set_y_axis, chart.up, up)):
            limits = {"min": ends.low, "max": ends.high, "major_unit": ends.step}
            set_axis(
                {**_axis(str(heading), cells.number_format(heading)), **limits, "major_gridlines": {"visible": False}}
            )
        drawn.set_legend({"position": "bottom", "delete_series": list(range(len(chart.lines)))})
        return drawn

    def _label(self, point: Point, row: int) -> str:
        """The words beside a point; those that would be taken for a formula are read from their cell instead."""
        label = cells.inert(point.label)
        return f"='{self._numbers.name}'!$A${row + 1}" if label.startswith("=") else label

    def _on_axes(self, drawn: Any, name: str, places: Sequence[tuple[float, float]], look: dict[str, Any]) -> None:
        top, last = self._row, self._row + len(places)
        for column in (1, 2):
            self._column(top + 1, column, (place[column - 1] for place in places))
        drawn.add_series(
            {
                "name": [self._numbers.name, top, 0],
                "categories": [self._numbers.name, top + 1, 1, last, 1],
                "values": [self._numbers.name, top + 1, 2, last, 2],
                **look,
            }
        )
        self._row = last + 2

    def _column(self, row: int, column: int, values: Iterable[float]) -> None:
        for at, value in enumerate(values):
            if not math.isnan(value):
                self._numbers.write_number(row + at, column, value)


def _look_of(series: Series, shape: Shape) -> dict[str, Any]:
    """The interval as error bars, and the colours that mean something."""
    look: dict[str, Any] = {"gap": 60} if shape is not Shape.LINE else {"line": {"color": SATISFIED, "width": 2.25}}
    if series.low and shape is not Shape.COLUMNS:
        # along the values, whichever way they lie
        look["y_error_bars"] = _bars(
            Reach(value=value, low=low, high=high)
            for value, low, high in zip(series.values, series.low, series.high, strict=True)
        )
    if len(set(series.tones)) == 1:
        look["fill"] = {"color": TONES[series.tones[0]]}
    elif series.tones:
        look["points"] = [{"fill": {"color": TONES[tone]}} for tone in series.tones]
    return look


def _bars(reaches: Iterable[Reach]) -> dict[str, Any]:
    known = list(reaches)
    return {
        "type": "custom",
        "plus_values": [_apart(reach.high, reach.value) for reach in known],
        "minus_values": [_apart(reach.value, reach.low) for reach in known],
        "line": {"color": QUIET},
    }


def _apart(upper: float, lower: float) -> float:
    return 0.0 if math.isnan(upper) or math.isnan(lower) else upper - lower


def _group_look(group: PointGroup, labels: list[dict[str, Any]]) -> dict[str, Any]:
    """A mark in the colour of the group, the label of each point beside it, and crossed bars for the intervals of both."""
    colour = TONES[group.tone]
    fill = {"none": True} if group.tone in HOLLOW else {"color": colour}
    points: tuple[Point, ...] = group.points
    return {
        "marker": {"type": MARKS[group.tone], "size": 10, "border": {"color": colour, "width": 1.5}, "fill": fill},
        "data_labels": {"value": True, "custom": labels},
        "x_error_bars": _bars(point.across for point in points),
        "y_error_bars": _bars(point.up for point in points),
    }


def _axis(name: str, code: str) -> dict[str, Any]:
    return {"num_format": code, "name": name, "major_gridlines": {"visible": True, "line": {"color": LINES}}}


def _finish(drawn: Any, chart: Chart) -> None:
    """Nothing; axes in the words and the format of the numbers."""
    values = _axis(str(chart.kind), cells.number_format(chart.kind))
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
