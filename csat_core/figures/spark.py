"""Spark: a small trend that goes beside sentences, its line and interval without the answers behind it."""

import numpy as np
import pandas as pd

from csat_core.figures.style import Figure
from csat_core.figures.trend import Beside, last_whole, trend
from csat_core.model.formats import percent, period
from csat_core.model.measure import Measure


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
    _name_last(figure, table)
    figure.update_traces(marker={"size": 5}, selector={"mode": "lines+markers"})
    figure.update_layout(
        yaxis={"title": {"text": ""}, "nticks": 4},
        xaxis={"nticks": 3, "tickangle": 0},
        margin={"t": 12 if target is None else 26},
    )
    return figure


ROOM = 0.2
"""The part of the axis that the words for the last number take, below everything that is drawn."""


def _name_last(figure: Figure, table: pd.DataFrame) -> None:
    """Nothing; where marks follow the last complete one its number names its period, below the line and the band."""
    at = last_whole(table, Measure.SHARE)
    if at is None or table["share"].iloc[at + 1 :].isna().all():
        return
    share, end = table["share"].iloc[at], table["share"].last_valid_index()
    floor, ceiling = figure.layout.yaxis.range
    bottom = max(0.0, floor - ROOM * (ceiling - floor))
    figure.update_yaxes(range=[bottom, ceiling])
    label = next(each for each in figure.layout.annotations if each.text == f"<b>{percent(share)}</b>")
    label.update(
        text=f"<b>{period(str(table['label'].iloc[at]))}: {percent(share)}</b>",
        x=str(table["start"].loc[end]),
        y=bottom,
        xanchor="right",
        xshift=16,
        yanchor="bottom",
        yshift=0,
        font={"size": 12},
    )
