"""Trend: the satisfied share by period, with its interval and the answers behind it."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from csat_core.figures.style import INTERVAL, NEUTRAL, QUIET, SATISFIED, base_figure
from csat_core.model.formats import count, interval, percent, period


def trend(table: pd.DataFrame, measure: str = "CSAT", height: int = 320) -> go.Figure:
    """A line of the share with a light band for its interval, hollow marks for partial periods, bars for the base.

    `table` has one row for each period: start, label, partial, share, low, high, base; hidden periods leave a gap.
    """
    figure = base_figure(height, top=14)
    table = table.reset_index(drop=True)
    when = table["start"].astype("datetime64[s]").to_numpy()
    share, low, high = (table[name].to_numpy(dtype=float) * 100 for name in ("share", "low", "high"))
    base = table["base"].to_numpy(dtype=float)
    figure.add_bar(
        x=when, y=base, yaxis="y2", marker={"color": QUIET}, hoverinfo="skip", name="answers", showlegend=False
    )
    for run in _runs(share):
        if run.stop - run.start == 1:
            # a band needs two points: a lone one gets a bar
            at = run.start
            figure.add_scatter(
                x=when[[at, at]],
                y=[low[at], high[at]],
                mode="lines",
                line={"color": INTERVAL, "width": 8},
                hoverinfo="skip",
            )
            continue
        figure.add_scatter(
            x=np.concatenate([when[run], when[run][::-1]]),
            y=np.concatenate([high[run], low[run][::-1]]),
            fill="toself",
            fillcolor=INTERVAL,
            line={"width": 0},
            hoverinfo="skip",
            mode="lines",
        )
    partial = table["partial"].to_numpy(dtype=bool)
    figure.add_scatter(
        x=when,
        y=share,
        mode="lines+markers",
        name=measure,
        line={"color": SATISFIED, "width": 2.5},
        marker={
            "size": 8,
            "color": ["rgba(0,0,0,0)" if p else SATISFIED for p in partial],
            "line": {"color": [NEUTRAL if p else SATISFIED for p in partial], "width": 2},
        },
        customdata=table["label"].to_numpy(),
        hovertext=[_hover(row, measure) for row in table.itertuples()],
        hoverinfo="text",
    )
    _label_last(figure, when, share)
    _axes(figure, when, low, high, base, measure)
    return figure


def _runs(share: np.ndarray) -> list[slice]:
    """The stretches without a gap."""
    known = np.flatnonzero(~np.isnan(share))
    breaks = np.flatnonzero(np.diff(known) > 1) + 1
    return [slice(int(part[0]), int(part[-1]) + 1) for part in np.split(known, breaks) if len(part)]


def _hover(row: Any, measure: str) -> str:
    head = f"<b>{period(row.label)}</b>{' (not complete yet)' if row.partial else ''}"
    if row.hidden:
        return f"{head}<br>hidden: too few answers"
    return f"{head}<br>{measure} {percent(row.share)}<br>95 % interval {interval(row.low, row.high)}<br>base {count(row.base)}"


def _label_last(figure: go.Figure, when: np.ndarray, share: np.ndarray) -> None:
    known = np.flatnonzero(~np.isnan(share))
    if len(known):
        last = known[-1]
        figure.add_annotation(
            x=str(when[last]),
            y=share[last],
            text=f"<b>{percent(share[last] / 100)}</b>",
            showarrow=False,
            xanchor="left",
            xshift=8,
            font={"color": SATISFIED, "size": 14},
        )
        figure.update_layout(margin={"r": 64})


def _axes(
    figure: go.Figure, when: np.ndarray, low: np.ndarray, high: np.ndarray, base: np.ndarray, measure: str
) -> None:
    bottom, top = (np.nanmin(low), np.nanmax(high)) if not np.isnan(low).all() else (0.0, 100.0)
    pad = max(2.0, (top - bottom) * 0.15)
    # the bars of the base keep to the lowest quarter, below the line
    floor = max(0.0, bottom - pad - (top - bottom + 2 * pad) * 0.3)
    figure.update_yaxes(
        range=[floor, min(100.0, top + pad)], ticksuffix=" %", title={"text": f"{measure}, % satisfied"}
    )
    most = np.nanmax(base) if len(base) and not np.isnan(base).all() else 1
    figure.update_layout(
        yaxis2={"overlaying": "y", "side": "right", "range": [0, most * 4.5], "visible": False, "fixedrange": True},
        xaxis={"type": "date", "showgrid": False, "fixedrange": True, "range": _span(when)},
    )
    figure.update_layout(yaxis={"nticks": 6})


def _span(when: np.ndarray) -> list[str]:
    """The axis from half a period before the first to half a period after the last."""
    half = (when[-1] - when[0]) / (2 * max(1, len(when) - 1))
    half = half if half else np.timedelta64(15, "D")
    return [str(when[0] - half), str(when[-1] + half)]
