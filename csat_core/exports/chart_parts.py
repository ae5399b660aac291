"""The parts of a slide's chart that the library has no words for: the 95 % intervals as error bars, the axis below."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

_BEFORE = ("c:cat", "c:val", "c:xVal", "c:smooth", "c:shape", "c:extLst")
"""What stands behind the error bars of a series, in the order that the format demands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """Values and the limits of their intervals, NaN where they are not known."""

    values: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


def with_error_bars(plotted: Any, reach: Bars, direction: str) -> None:
    """Nothing; the drawn series has a bar from the lower to the upper limit of each value, across (`x`) or up (`y`).

    Bars and columns have but one `direction`: an empty one.
    """
    element = plotted._element
    bars = etree.SubElement(element, qn("c:errBars"))
    if direction:
        _set(bars, "c:errDir", direction)
    _set(bars, "c:errBarType", "both")
    _set(bars, "c:errValType", "cust")
    _set(bars, "c:noEndCap", "0")
    _limits(bars, "c:plus", reach.high, reach.values)
    _limits(bars, "c:minus", reach.values, reach.low)
    line = etree.SubElement(etree.SubElement(bars, qn("c:spPr")), qn("a:ln"), w="12700")
    etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn("a:srgbClr"), val="5F584D")
    following = next((found for name in _BEFORE if (found := element.find(qn(name))) is not None), None)
    if following is not None:
        following.addprevious(bars)


def without_in_legend(drawn: Any, series: Iterable[int]) -> None:
    """Nothing; the legend leaves out the series of these numbers."""
    legend = drawn._chartSpace.chart.find(qn("c:legend"))
    position = legend.find(qn("c:legendPos"))
    for at in reversed(list(series)):
        entry = etree.Element(qn("c:legendEntry"))
        _set(entry, "c:idx", str(at))
        _set(entry, "c:delete", "1")
        position.addnext(entry)


def with_axis_below(axis: Any) -> None:
    """Nothing; the axis of the numbers stays below bars whose order goes from top to bottom."""
    axis._element.find(qn("c:crosses")).set("val", "max")


def with_every_label(axis: Any) -> None:
    """Nothing; each bar keeps its label, however many there are."""
    skip = etree.SubElement(axis._element, qn("c:tickLblSkip"), val="1")
    axis._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)


def _set(parent: Any, name: str, value: str) -> None:
    etree.SubElement(parent, qn(name), val=value)


def _limits(bars: Any, name: str, upper: tuple[float, ...], lower: tuple[float, ...]) -> None:
    numbers = etree.SubElement(etree.SubElement(bars, qn(name)), qn("c:numLit"))
    etree.SubElement(numbers, qn("c:formatCode")).text = "General"
    _set(numbers, "c:ptCount", str(len(upper)))
    for at, (high, low) in enumerate(zip(upper, lower, strict=True)):
        point = etree.SubElement(numbers, qn("c:pt"), idx=str(at))
        apart = 0.0 if math.isnan(high) or math.isnan(low) else high - low
        etree.SubElement(point, qn("c:v")).text = repr(apart)
