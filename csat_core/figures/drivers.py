"""Drivers: importance as ranked rows, and importance against performance with the uncertainty of both."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from csat_core.figures.placing import Box, Spot, placed
from csat_core.figures.ranked import ranked
from csat_core.figures.style import DISSATISFIED, NEUTRAL, QUIET, SATISFIED, base_figure, literal
from csat_core.model.formats import count, interval, percent

LOOKS = {
    "work_on": (DISSATISFIED, "diamond"),
    "keep_up": (SATISFIED, "circle"),
    "watch": (NEUTRAL, "triangle-down"),
    "no_hurry": (NEUTRAL, "circle-open"),
}
"""Colour and shape of each quadrant: what is said by colour is said by shape too."""

MOST_LETTERS = 26
LETTER, LINE = 7.2, 18
"""A letter and a line of a label in pixels."""

FAR = 26
"""Pixels from which a label needs a thin line to its mark."""

LEFT, RIGHT, TOP, BOTTOM = 62, 20, 12, 52
NARROWEST = 700
"""The width that labels must not overlap on; a phone gets a list instead."""


def importance(rows: pd.DataFrame) -> go.Figure:
    """`ranked` rows on an axis that begins at nought: shares of what the drivers explain."""
    return ranked(rows, axis="share of what the drivers together explain", zero=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The area of the picture: limits of both axes, in shares, and how many pixels it has at the least."""

    x: tuple[float, float]
    y: tuple[float, float]
    width: float
    height: float

    def pixel(self, x: float, y: float) -> Spot:
        """Where a point lies, from the lower left."""
        across = (x - self.x[0]) / (self.x[1] - self.x[0]) * self.width
        return Spot(x=across, y=(y - self.y[0]) / (self.y[1] - self.y[0]) * self.height)


def quadrants(
    table: pd.DataFrame,
    meeting: tuple[float, float],
    words: dict[str, str],
    height: int = 500,
    measure: str = "satisfied",
) -> go.Figure:
    """Importance (up) against performance (right), each with its interval, labelled directly.

    `table`: driver, label, quadrant, share_of_r_squared, performance with their limits, base. `meeting`: the average
    importance and performance, where the quadrants meet; `words` names them. `customdata` of a mark is its driver.
    """
    figure = base_figure(height, left=LEFT, right=RIGHT, top=TOP, bottom=BOTTOM)
    table = table.reset_index(drop=True)
    x, x_low, x_high = (table[f"performance{end}"].to_numpy(dtype=float) for end in ("", "_low", "_high"))
    y, y_low, y_high = (table[f"share_of_r_squared{end}"].to_numpy(dtype=float) for end in ("", "_low", "_high"))
    frame = Frame(
        x=_padded(np.concatenate([x, x_low, x_high, [meeting[1]]]), 0.06),
        y=_padded(np.concatenate([y, y_low, y_high, [meeting[0]]]), 0.12),
        width=NARROWEST - LEFT - RIGHT,
        height=height - TOP - BOTTOM,
    )
    for vertical in (False, True):
        at = 100 * meeting[1 if vertical else 0]
        line: dict[str, Any] = {"line": {"color": NEUTRAL, "width": 1, "dash": "dot"}, "layer": "below"}
        figure.add_vline(x=at, **line) if vertical else figure.add_hline(y=at, **line)
    looks = [LOOKS[str(quadrant)] for quadrant in table["quadrant"]]
    for at, (colour, _) in enumerate(looks):
        for ends in (((x_low[at], x_high[at]), (y[at], y[at])), ((x[at], x[at]), (y_low[at], y_high[at]))):
            figure.add_scatter(
                x=100 * np.array(ends[0]), y=100 * np.array(ends[1]), mode="lines", hoverinfo="skip", opacity=0.55,
                line={"color": colour, "width": 2},
            )  # fmt: skip
    figure.add_scatter(
        x=100 * x, y=100 * y, mode="markers", customdata=table["driver"].to_numpy(dtype=object), hoverinfo="text",
        marker={"size": 12, "color": [c for c, _ in looks], "symbol": [s for _, s in looks], "line": {"width": 2, "color": [c for c, _ in looks]}},
        hovertext=[_hover(row, words, measure) for row in table.to_dict("records")],
    )  # fmt: skip
    corners = _corners(figure, words, frame)
    _labels(figure, table, frame, corners, meeting)
    figure.update_xaxes(
        range=[100 * end for end in frame.x], ticksuffix=" %", title={"text": f"{measure} with it"}, gridcolor=QUIET,
        showgrid=False, nticks=6,
    )  # fmt: skip
    figure.update_yaxes(
        range=[100 * end for end in frame.y], ticksuffix=" %", showgrid=False, nticks=6,
        title={"text": "importance: share explained"},
    )  # fmt: skip
    return figure


def _padded(values: np.ndarray, part: float) -> tuple[float, float]:
    known = values[np.isfinite(values)]
    low, high = float(known.min()), float(known.max())
    pad = part * ((high - low) or 0.1)
    return low - pad, high + pad


def _corners(figure: go.Figure, words: dict[str, str], frame: Frame) -> list[Box]:
    """The words of the quadrants in their corners, and the room they take."""
    places = {"work_on": (0, 1), "keep_up": (1, 1), "watch": (0, 0), "no_hurry": (1, 0)}
    found = []
    for name, (right, top) in places.items():
        figure.add_annotation(
            x=right, y=top, xref="paper", yref="paper", showarrow=False, text=f"<i>{words[name]}</i>", opacity=0.75,
            xanchor="right" if right else "left", yanchor="top" if top else "bottom", font={"size": 14},
        )  # fmt: skip
        wide = LETTER * len(words[name]) + 8
        left, low = (frame.width - wide if right else 0), (frame.height - LINE - 6 if top else 0)
        found.append(Box(left=left, right=left + wide, bottom=low, top=low + LINE + 6))
    return found


def _labels(
    figure: go.Figure, table: pd.DataFrame, frame: Frame, taken: list[Box], meeting: tuple[float, float]
) -> None:
    """A label beside each mark, moved away with a thin line where it is crowded."""
    texts = [
        str(label) if len(str(label)) <= MOST_LETTERS else f"{str(label)[: MOST_LETTERS - 1]}…"
        for label in table["label"]
    ]
    marks = [frame.pixel(p, i) for p, i in zip(table["performance"], table["share_of_r_squared"], strict=True)]
    middle = frame.pixel(meeting[1], meeting[0])
    bars = [
        Box(left=middle.x - 1, right=middle.x + 1, bottom=0, top=frame.height),
        Box(left=0, right=frame.width, bottom=middle.y - 1, top=middle.y + 1),
    ]
    for row, mark in zip(table.to_dict("records"), marks, strict=True):
        low = frame.pixel(
            _or(row["performance_low"], row["performance"]),
            _or(row["share_of_r_squared_low"], row["share_of_r_squared"]),
        )
        high = frame.pixel(
            _or(row["performance_high"], row["performance"]),
            _or(row["share_of_r_squared_high"], row["share_of_r_squared"]),
        )
        bars.append(Box(left=low.x, right=high.x, bottom=mark.y - 1, top=mark.y + 1))
        bars.append(Box(left=mark.x - 1, right=mark.x + 1, bottom=low.y, top=high.y))
    widths = [LETTER * len(text) for text in texts]
    spots = placed(marks, widths, LINE, Box(left=0, right=frame.width, bottom=0, top=frame.height), taken, bars)
    for row, text, width, spot in zip(table.to_dict("records"), texts, widths, spots, strict=True):
        is_far = abs(spot.y) > FAR or abs(spot.x) > width / 2 + FAR
        figure.add_annotation(
            x=100 * row["performance"], y=100 * row["share_of_r_squared"], text=literal(text), ax=spot.x, ay=-spot.y,
            showarrow=True, arrowhead=0, arrowwidth=1, arrowcolor=NEUTRAL if is_far else "rgba(0,0,0,0)", standoff=8,
            font={"size": 13}, borderpad=1,
        )  # fmt: skip


def _or(value: float, other: float) -> float:
    return other if np.isnan(value) else value


def _hover(row: dict[Any, Any], words: dict[str, str], measure: str) -> str:
    sure = "" if row["quadrant_is_sure"] else ", perhaps"
    lines = [f"<b>{literal(str(row['label']))}</b>", f"{words[str(row['quadrant'])]}{sure}"]
    lines.append(f"importance {percent(row['share_of_r_squared'])} of what the drivers explain")
    if not np.isnan(row["share_of_r_squared_low"]):
        lines.append(f"95 % interval {interval(row['share_of_r_squared_low'], row['share_of_r_squared_high'])}")
    lines.append(f"{percent(row['performance'])} {measure} with it")
    lines.append(f"95 % interval {interval(row['performance_low'], row['performance_high'])}")
    return "<br>".join([*lines, f"base {count(row['base'])}"])
