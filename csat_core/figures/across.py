"""Across: levels that a line is held against, drawn from side to side and named in the margin."""

from collections.abc import Mapping

import numpy as np
import plotly.graph_objects as go

from csat_core.figures.style import NEUTRAL
from csat_core.model.measure import Measure

DASHES = {"target": "dash", "baseline": "dot"}
AROUND, LINE = 90, 15
"""Pixels above and below the plot, and those that a line of a name takes."""


def lines_across(figure: go.Figure, levels: Mapping[str, float | None], drawn: Measure) -> dict[float, str]:
    """Each level as a line across the figure: its name by its height on the axis."""
    found: dict[float, str] = {}
    for name, level in levels.items():
        if level is None or np.isnan(level):
            continue
        height = level * (100.0 if drawn.is_percent else 1.0)
        figure.add_hline(y=height, line={"color": NEUTRAL, "width": 1.5, "dash": DASHES[name]}, layer="below")
        said = f"{name}<br>{drawn.written(level)}"
        found[height] = f"{found[height]}<br>{said}" if height in found else said
    return found


def name_lines(figure: go.Figure, levels: Mapping[float, str], value: np.ndarray) -> None:
    """The names of `levels` in the margin, where nothing is drawn, kept off each other and off the last score.

    The axis must have its range, the figure its height.
    """
    low, high = figure.layout.yaxis.range
    unit = (figure.layout.height - AROUND) / (high - low)
    known = value[~np.isnan(value)]
    last = float(known[-1]) if len(known) else low - (high - low)
    top, bottom = last * unit + LINE / 2, last * unit - LINE / 2
    for height in sorted(levels, key=lambda height: abs(height - last)):
        half = LINE * (1 + levels[height].count("<br>")) / 2
        if height >= last:
            middle = max(height * unit, top + half)
            top = middle + half
        else:
            middle = min(height * unit, bottom - half)
            bottom = middle - half
        figure.add_annotation(
            x=1, xref="paper", xanchor="left", xshift=8, y=height, yshift=round(middle - height * unit),
            yanchor="middle", text=levels[height], align="left", showarrow=False, font={"size": 12},
        )  # fmt: skip
    if levels:
        figure.update_layout(margin={"r": 64})
