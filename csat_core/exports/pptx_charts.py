"""The charts of slides: drawn by the program that shows them, their numbers in a workbook within the file."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from csat_core.exports import cells
from csat_core.exports.chart_book import chart_book, points_book
from csat_core.exports.chart_parts import Bars, with_axis_below, with_error_bars, with_every_label, without_in_legend
from csat_core.exports.points import Ends, PointGroup, Points, Side, sides
from csat_core.exports.report import Chart, Picture, Series, Shape
from csat_core.exports.tones import HOLLOW, MARKS, TONES
from csat_core.words.headings import Heading

FONT, MOST_LABEL = "Calibri", 34
LINES, QUIET = RGBColor(0xE4, 0xDE, 0xD3), RGBColor(0x8B, 0x85, 0x7A)
_KINDS = {
    Shape.LINE: XL_CHART_TYPE.LINE_MARKERS,
    Shape.BARS: XL_CHART_TYPE.BAR_CLUSTERED,
    Shape.COLUMNS: XL_CHART_TYPE.COLUMN_STACKED,
}
_MARKERS = {
    "diamond": XL_MARKER_STYLE.DIAMOND, "circle": XL_MARKER_STYLE.CIRCLE, "triangle": XL_MARKER_STYLE.TRIANGLE,
    "square": XL_MARKER_STYLE.SQUARE,
}  # fmt: skip
_SIDES = {
    Side.RIGHT: XL_LABEL_POSITION.RIGHT, Side.LEFT: XL_LABEL_POSITION.LEFT, Side.ABOVE: XL_LABEL_POSITION.ABOVE,
    Side.BELOW: XL_LABEL_POSITION.BELOW,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where a chart stands on its slide, in its units."""

    left: int
    top: int
    width: int
    height: int


def draw(slide: Any, picture: Picture, room: Room) -> None:
    """Nothing; the chart of a picture that has one is on the slide, and what is in its workbook runs no formulas."""
    if isinstance(picture.chart, Points):
        frame = _points(slide, picture.chart, room)
    elif picture.chart is not None:
        frame = _series(slide, picture.chart, room)
    else:
        return
    frame._element.nvGraphicFramePr.cNvPr.set("descr", cells.inert(picture.alt))


def _series(slide: Any, chart: Chart, room: Room) -> Any:
    labels = [cells.one_line(label, MOST_LABEL) for label in chart.labels]
    data = CategoryChartData(number_format=cells.number_format(chart.kind))
    data.categories = labels
    for series in chart.series:
        data.add_series(cells.inert(series.name), [None if math.isnan(each) else each for each in series.values])
    frame = slide.shapes.add_chart(_KINDS[chart.shape], room.left, room.top, room.width, room.height, data)
    drawn = frame.chart
    drawn.part.chart_workbook.update_from_xlsx_blob(chart_book(chart, labels))
    _begin(drawn, Pt(11 if len(labels) <= 16 else 9), has_legend=len(chart.series) > 1)
    _axes(drawn, chart)
    for series, plotted in zip(chart.series, drawn.plots[0].series, strict=True):
        _coloured(plotted, series, chart.shape)
        if series.low:
            with_error_bars(
                plotted,
                Bars(values=series.values, low=series.low, high=series.high),
                "y" if chart.shape is Shape.LINE else "",
            )
    return frame


def _begin(drawn: Any, size: Any, *, has_legend: bool) -> None:
    drawn.font.size, drawn.font.name = size, FONT
    drawn.has_title = False
    drawn.has_legend = has_legend
    if has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False


def _points(slide: Any, chart: Points, room: Room) -> Any:
    """A mark with its label for each point, crossed bars for its intervals, over the lines that divide them."""
    across, up = chart.frame
    data = XyChartData(number_format=cells.number_format(chart.up))
    for name, places in chart.lines:
        series = data.add_series(name)
        for place in places:
            series.add_data_point(*place)
    for group in chart.groups:
        series = data.add_series(cells.inert(group.name))
        for point in group.points:
            series.add_data_point(point.across.value, point.up.value)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, room.left, room.top, room.width, room.height, data)
    drawn = frame.chart
    drawn.part.chart_workbook.update_from_xlsx_blob(points_book(chart))
    _begin(drawn, Pt(11), has_legend=True)
    for axis, heading, ends in ((drawn.category_axis, chart.across, across), (drawn.value_axis, chart.up, up)):
        _scaled(axis, heading, ends)
    found, stand = list(drawn.plots[0].series), list(sides(chart))
    many = len(chart.lines)
    for group, plotted in zip(chart.groups, found[many:], strict=True):
        _group(plotted, group, [stand.pop(0) for _ in group.points])
    for line in found[:many]:
        line.marker.style = XL_MARKER_STYLE.NONE
        line.format.line.color.rgb, line.format.line.width, line.format.line.dash_style = (
            QUIET,
            Pt(1),
            MSO_LINE.ROUND_DOT,
        )
    without_in_legend(drawn, range(many))
    return frame


def _group(plotted: Any, group: PointGroup, stand: Sequence[Side]) -> None:
    """Nothing; the marks of a group, each with its label."""
    plotted.format.line.fill.background()
    plotted.marker.style, plotted.marker.size = _MARKERS[MARKS[group.tone]], 11
    plotted.marker.format.line.color.rgb = _rgb(TONES[group.tone])
    if group.tone in HOLLOW:
        plotted.marker.format.fill.background()
    else:
        plotted.marker.format.fill.solid()
        plotted.marker.format.fill.fore_color.rgb = _rgb(TONES[group.tone])
    for at, (point, side) in enumerate(zip(group.points, stand, strict=True)):
        label = plotted.points[at].data_label
        run = label.text_frame.paragraphs[0].add_run()
        run.text, run.font.size = cells.one_line(point.label, MOST_LABEL), Pt(11)
        label.position = _SIDES[side]
    for direction, reaches in (("x", [p.across for p in group.points]), ("y", [p.up for p in group.points])):
        with_error_bars(
            plotted,
            Bars(
                values=tuple(r.value for r in reaches),
                low=tuple(r.low for r in reaches),
                high=tuple(r.high for r in reaches),
            ),
            direction,
        )


def _named(axis: Any, heading: Heading) -> None:
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = cells.number_format(heading), False
    axis.has_title = True
    axis.axis_title.text_frame.text = cells.inert(str(heading))
    run = axis.axis_title.text_frame.paragraphs[0].runs[0]
    run.font.size, run.font.bold = Pt(10), False


def _scaled(axis: Any, heading: Heading, ends: Ends) -> None:
    _named(axis, heading)
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = ends.low, ends.high, ends.step
    axis.has_major_gridlines = False
    axis.format.line.color.rgb = LINES
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW


def _axes(drawn: Any, chart: Chart) -> None:
    values, names = drawn.value_axis, drawn.category_axis
    _named(values, chart.kind)
    values.major_gridlines.format.line.color.rgb = LINES
    values.format.line.fill.background()
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if chart.floor is not None:
        values.minimum_scale = chart.floor
    if chart.shape is Shape.BARS:
        names.reverse_order = True
        with_axis_below(values)
        with_every_label(names)
    if chart.shape is not Shape.LINE:
        drawn.plots[0].gap_width = 60


def _coloured(plotted: Any, series: Series, shape: Shape) -> None:
    """Nothing; the colours that mean something."""
    if shape is Shape.LINE:
        plotted.smooth = False
        plotted.format.line.color.rgb, plotted.format.line.width = _rgb(TONES["ours"]), Pt(2.25)
        plotted.marker.format.fill.solid()
        plotted.marker.format.fill.fore_color.rgb = _rgb(TONES["ours"])
        for at, is_hollow in enumerate(series.hollow):
            if is_hollow:  # not complete yet, as on the page
                marker = plotted.points[at].marker
                marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, 7
                marker.format.fill.solid()
                marker.format.fill.fore_color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
                marker.format.line.color.rgb = _rgb(TONES["plain"])
        return
    plotted.invert_if_negative = False
    plotted.format.fill.solid()
    plotted.format.fill.fore_color.rgb = _rgb(TONES[series.tones[0] if series.tones else "plain"])
    for at, tone in enumerate(series.tones):
        if tone != series.tones[0]:
            point = plotted.points[at]
            point.format.fill.solid()
            point.format.fill.fore_color.rgb = _rgb(TONES[tone])


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#").upper())
