"""Spark: a small trend that goes beside sentences, its line and interval without the answers behind it."""

import numpy as np
import pandas as pd

from csat_core.figures.style import Figure
from csat_core.figures.trend import Beside, trend


def spark(table: pd.DataFrame, measure: str, target: float | None = None, height: int = 190) -> Figure:
    """The line of `trend` with its band, a few ticks and the last value written; `table` is as there.

    `target` is a share to draw a line at. The bars of the base are left out, and the room they would take.
    """
    figure = trend(table, measure, height, beside=Beside(target=target))
    figure.data = [mark for mark in figure.data if mark.type != "bar"]
    seen = [np.asarray(mark.y, dtype=float) for mark in figure.data if mark.y is not None]
    known = np.concatenate([*seen, np.array([] if target is None else [100 * target])])
    known = known[~np.isnan(known)]
    if len(known):
        pad = max(1.0, 0.08 * (known.max() - known.min()))
        figure.update_yaxes(range=[max(0.0, known.min() - pad), min(100.0, known.max() + pad)])
    figure.update_traces(marker={"size": 5}, selector={"mode": "lines+markers"})
    figure.update_layout(
        yaxis={"title": {"text": ""}, "nticks": 4},
        xaxis={"nticks": 3, "tickangle": 0},
        margin={"t": 12 if target is None else 26},
    )
    return figure
