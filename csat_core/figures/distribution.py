"""Distribution: how many gave each answer, coloured by what the scheme makes of it."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from csat_core.figures.style import BAND_COLOURS, base_figure, literal
from csat_core.model.formats import count, interval, percent

MOST_BARS = 12
FEW_BARS, FEW_HEIGHT = 3, 56
"""A bar of few is no thicker than one of many."""


def distribution(table: pd.DataFrame, height: int = 320) -> go.Figure:
    """One bar for each answer, the best on top: position, label, band, count, share, low, high; or a histogram when long."""
    if len(table) <= FEW_BARS:
        height = 24 + FEW_HEIGHT * max(1, len(table))
    figure = base_figure(height, right=70)
    if len(table) > MOST_BARS:
        return _long(figure, table)
    figure.add_bar(
        x=table["share"].to_numpy(dtype=float) * 100,
        y=table["position"].to_numpy(),
        orientation="h",
        marker={"color": [BAND_COLOURS[band] for band in table["band"]]},
        text=[percent(share) for share in table["share"]],
        textposition="outside",
        cliponaxis=False,
        customdata=table["position"].to_numpy(),
        hovertext=[_hover(row) for row in table.rename(columns={"count": "answers"}).itertuples()],
        hoverinfo="text",
    )
    figure.update_xaxes(visible=False, rangemode="tozero")
    # told apart by position, not by label: two long labels may read the same once they are cut
    ticks = [literal(label, 34) for label in table["label"]]
    figure.update_yaxes(showgrid=False, tickmode="array", tickvals=table["position"].to_list(), ticktext=ticks)
    return figure


def _long(figure: go.Figure, table: pd.DataFrame) -> go.Figure:
    figure.add_bar(
        x=table["value"].to_numpy(dtype=float),
        y=table["share"].to_numpy(dtype=float) * 100,
        marker={"color": [BAND_COLOURS[band] for band in table["band"]]},
        customdata=table["position"].to_numpy(),
        hovertext=[_hover(row) for row in table.rename(columns={"count": "answers"}).itertuples()],
        hoverinfo="text",
    )
    figure.update_yaxes(ticksuffix=" %", rangemode="tozero", title={"text": "share of answers"})
    figure.update_xaxes(title={"text": "answer"})
    return figure


def _hover(row: Any) -> str:
    return (
        f"<b>{literal(row.label)}</b>, counted as {row.band}<br>{percent(row.share)} of answers"
        f"<br>95 % interval {interval(row.low, row.high)}<br>{count(row.answers)} answers"
    )
