"""Small multiples: one small line for each level, two side by side, all on the same axes."""

from collections.abc import Sequence
from math import ceil
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from csat_core.figures.style import base_figure, literal
from csat_core.figures.trend import Beside, last_whole, reach, trend
from csat_core.model.formats import count
from csat_core.model.measure import Measure

ACROSS = 2
"""As many as a phone shows, too."""
HEIGHT, TITLE, TICKS = 180, 46, 30
"""Pixels of one: in all, above its plot, and below it."""
LEFT = 52
"""Pixels for the numbers of the axis, which the first of a row carries for all of it."""
MOST_LETTERS = 22


def multiples(
    tables: Sequence[pd.DataFrame],
    names: Sequence[str],
    answers: Sequence[int],
    measure: str,
    drawn: Measure = Measure.SHARE,
    beside: Beside | None = None,
) -> go.Figure:
    """A small trend for each table, in order from left to right, every one with the axes that hold them all.

    `names` come from files; `answers` says how many each rests on.
    """
    parts = [trend(table, measure, HEIGHT, drawn=drawn, beside=beside or Beside()) for table in tables]
    columns = min(ACROSS, max(1, len(parts)))
    figure = base_figure(HEIGHT * max(1, ceil(len(parts) / columns)), left=LEFT, right=4, top=0, bottom=0)
    # the lines alone: the wide bands of small groups would flatten every one of them
    lines = [_line(table, drawn) for table in tables]
    height = reach(np.concatenate(lines) if lines else np.array([]), drawn)
    for at, part in enumerate(parts):
        x, y = _axis("x", at + 1), _axis("y", 2 * at + 1)
        _place(figure, part, at, columns, height)
        title = f"<b>{literal(names[at], MOST_LETTERS)}</b><br>{_latest(tables[at], drawn)}{count(answers[at])} answers"
        figure.add_annotation(
            x=0, xref=f"{x} domain", y=1, yref=f"{y} domain", text=title, align="left",
            xanchor="left", yanchor="bottom", yshift=4, showarrow=False, font={"size": 12},
        )  # fmt: skip
    return figure


def _place(figure: go.Figure, part: go.Figure, at: int, columns: int, height: tuple[float, float]) -> None:
    """Nothing; a small trend stands in the cell `at` of `figure`, on axes of its own."""
    x, y, bars = _axis("x", at + 1), _axis("y", 2 * at + 1), _axis("y", 2 * at + 2)
    for trace in part.data:
        figure.add_trace(trace.update(xaxis=x, yaxis=bars if trace.yaxis == "y2" else y))
    for shape in part.layout.shapes:
        figure.add_shape(shape.update(xref=x, yref=f"{y} domain"))
    plain = part.layout.to_plotly_json()
    across, down, total = at % columns, at // columns, figure.layout.height
    gap = 0.05 if columns > 1 else 0.0
    wide = (1 - gap * (columns - 1)) / columns
    bottom, top = (total - (down + 1) * HEIGHT + TICKS) / total, (total - down * HEIGHT - TITLE) / total
    its: dict[str, Any] = {
        f"xaxis{at + 1}": plain["xaxis"]
        | {"domain": [across * (wide + gap), across * (wide + gap) + wide], "anchor": y, "automargin": False}
        | {"nticks": 3, "tickangle": 0, "tickformat": "%b %y"},
        f"yaxis{2 * at + 1}": plain["yaxis"]
        | {"domain": [bottom, top], "anchor": x, "range": list(height), "title": None, "nticks": 4}
        | {"automargin": False, "showticklabels": across == 0},
        f"yaxis{2 * at + 2}": plain["yaxis2"] | {"overlaying": y, "anchor": x},
    }
    figure.update_layout(its)


def _axis(letter: str, number: int) -> str:
    """An axis as traces and shapes call it: the first has no number."""
    return letter if number == 1 else f"{letter}{number}"


def _latest(table: pd.DataFrame, drawn: Measure) -> str:
    """The number of the last complete period; empty where none is shown."""
    at = last_whole(table, drawn)
    return "" if at is None else f"{drawn.written(float(table[drawn.value].iloc[at]))} last · "


def _line(table: pd.DataFrame, drawn: Measure) -> np.ndarray:
    """The numbers of a level in the units of the axis."""
    return table[drawn.value].to_numpy(dtype=float) * (100 if drawn.is_percent else 1)
