"""Trend: a measure by period, with its interval, the answers behind it, its usual range and what happened."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from csat_core.figures.across import lines_across, name_lines
from csat_core.figures.happened import draw_events, numbers_drawn
from csat_core.figures.style import DISSATISFIED, INTERVAL, NEUTRAL, ON_PAPER, QUIET, SATISFIED, base_figure
from csat_core.model.event import Event
from csat_core.model.formats import count, period
from csat_core.model.measure import Measure
from csat_core.stats.control import Signal

TOP = 14
HOLLOW = "rgba(0,0,0,0)"
RANGE = "rgba(139,133,122,0.55)"
MOST_MARKED = 60
"""Periods that are drawn with a mark each; more are a line."""

SIGNAL_WORDS = {
    Signal.ABOVE: "above the usual range",
    Signal.BELOW: "below the usual range",
    Signal.RUN_ABOVE: "eight in a row above average",
    Signal.RUN_BELOW: "eight in a row below average",
    Signal.DRIFT_UP: "the latest together lie above average",
    Signal.DRIFT_DOWN: "the latest together lie below average",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside the line; everything in the units of the measure."""

    events: tuple[Event, ...] = ()
    target: float | None = None
    baseline: float | None = None
    limits: bool = False
    """Draw the usual range of each period, where the table has it."""
    names: bool = True
    """Name the events above their lines."""


NOTHING_BESIDE = Beside()


def trend(
    table: pd.DataFrame,
    measure: str = "CSAT",
    height: int = 320,
    *,
    drawn: Measure = Measure.SHARE,
    beside: Beside = NOTHING_BESIDE,
) -> go.Figure:
    """A line of `drawn` with a light band for its interval, hollow marks for partial periods, bars for the base.

    `table` has one row for each period: start, label, partial, hidden, base, the columns of the measure, and where
    there are some end, mixed, stretch, limit_low, limit_high and signal. Hidden periods and a change of the wording
    leave a gap. `measure` is what the measure is called.
    """
    figure = base_figure(height, top=TOP)
    table = table.reset_index(drop=True)
    when = _when(table)
    factor = 100.0 if drawn.is_percent else 1.0
    value, low, high = (table[name].to_numpy(dtype=float) * factor for name in (drawn.value, drawn.low, drawn.high))
    base = table["base"].to_numpy(dtype=float)
    figure.add_bar(
        x=when, y=base, yaxis="y2", marker={"color": QUIET}, hoverinfo="skip", name="answers", showlegend=False
    )
    stretches = table["stretch"].to_numpy() if "stretch" in table else np.zeros(len(table), dtype=int)
    if beside.limits and "limit_low" in table:
        _limits(figure, table, when, factor)
    for run in _runs(value, stretches):
        _band(figure, when[run], low[run], high[run])
    for stretch in dict.fromkeys(stretches.tolist()):
        _line(figure, table, np.flatnonzero(stretches == stretch), when, value, measure, drawn)
    if beside.limits and "signal" in table:
        _signals(figure, table, when, value)
    is_at_end = _label_last(figure, table, when, value, drawn)
    levels = lines_across(figure, {"target": beside.target, "baseline": beside.baseline}, drawn)
    seen = np.array([*low, *high, *value, *levels])
    _axes(figure, when, seen, base, measure, drawn)
    name_lines(figure, levels, value if is_at_end else np.array([]))
    if beside.events and len(table):
        draw_events(figure, beside.events, _days(when), TOP, named=beside.names)
    return figure


def numbers_of(table: pd.DataFrame, events: tuple[Event, ...]) -> dict[Event, int]:
    """The number that each event carries in the figure of `table`; empty where it carries its name."""
    return numbers_drawn(events, _days(_when(table))) if len(table) else {}


def _when(table: pd.DataFrame) -> np.ndarray:
    """Where each row stands: a period at its first day, a window of any two days at its last."""
    is_window = table["label"].astype(str).str.contains("/").any() if len(table) else False
    column = "end" if is_window else "start"
    found: np.ndarray = table[column].astype("datetime64[s]").to_numpy()
    return found


def _band(figure: go.Figure, when: np.ndarray, low: np.ndarray, high: np.ndarray) -> None:
    """The interval of one stretch without a gap; a band needs two points, so a lone one gets a bar."""
    if len(when) == 1:
        figure.add_scatter(
            x=when[[0, 0]], y=[low[0], high[0]], mode="lines", line={"color": INTERVAL, "width": 8}, hoverinfo="skip"
        )
        return
    figure.add_scatter(
        x=np.concatenate([when, when[::-1]]),
        y=np.concatenate([high, low[::-1]]),
        fill="toself",
        fillcolor=INTERVAL,
        line={"width": 0},
        hoverinfo="skip",
        mode="lines",
    )


def _line(
    figure: go.Figure,
    table: pd.DataFrame,
    rows: np.ndarray,
    when: np.ndarray,
    value: np.ndarray,
    measure: str,
    drawn: Measure,
) -> None:
    """The line through the rows of one wording."""
    part = table.iloc[rows]
    hollow = _is_hollow(part)
    figure.add_scatter(
        x=when[rows],
        y=value[rows],
        mode="lines+markers",
        name=measure,
        line={"color": SATISFIED, "width": 2.5},
        marker={
            "size": 8 if len(table) <= MOST_MARKED else 3,
            "color": [HOLLOW if each else SATISFIED for each in hollow],
            "line": {
                "color": [NEUTRAL if each else SATISFIED for each in hollow],
                "width": 2 if len(table) <= MOST_MARKED else 0,
            },
        },
        customdata=part["label"].to_numpy(),
        hovertext=[_hover(row, measure, drawn) for row in part.itertuples()],
        hoverinfo="text",
    )


def _runs(value: np.ndarray, stretches: np.ndarray) -> list[slice]:
    """The stretches of one wording without a gap."""
    known = np.flatnonzero(~np.isnan(value))
    parted = (np.diff(known) > 1) | (np.diff(stretches[known]) != 0)
    breaks = np.flatnonzero(parted) + 1
    return [slice(int(part[0]), int(part[-1]) + 1) for part in np.split(known, breaks) if len(part)]


def _hover(row: Any, measure: str, drawn: Measure) -> str:
    state = " (not complete yet)" if row.partial else ""
    if getattr(row, "mixed", False):
        state = " (the wording changed within it)"
    head = f"<b>{period(row.label)}</b>{state}"
    if row.hidden:
        return f"{head}<br>hidden: too few answers"
    value, low, high = (getattr(row, name) for name in (drawn.value, drawn.low, drawn.high))
    unit = " %" if drawn.is_percent else ""
    limits = f"{drawn.plain(low)} to {drawn.plain(high)}{unit}"
    text = f"{head}<br>{measure} {drawn.written(value)}<br>95 % interval {limits}<br>base {count(row.base)}"
    signal = getattr(row, "signal", None)
    return f"{text}<br><b>{SIGNAL_WORDS[signal]}</b>" if signal in SIGNAL_WORDS else text


def _limits(figure: go.Figure, table: pd.DataFrame, when: np.ndarray, factor: float) -> None:
    """The usual range as two quiet stepped lines; periods without limits leave a gap."""
    for name in ("limit_low", "limit_high"):
        figure.add_scatter(
            x=when,
            y=table[name].to_numpy(dtype=float) * factor,
            mode="lines",
            line={"color": RANGE, "width": 1.2, "shape": "hvh"},
            hoverinfo="skip",
            name="usual range",
        )


def _signals(figure: go.Figure, table: pd.DataFrame, when: np.ndarray, value: np.ndarray) -> None:
    """A triangle in the direction of each unusual period, full where it is beyond its range; the last of them in words."""
    found = [at for at, signal in enumerate(table["signal"]) if signal in SIGNAL_WORDS]
    if not found:
        return
    signals = [Signal(table["signal"].iloc[at]) for at in found]
    colours = [SATISFIED if each.is_up else DISSATISFIED for each in signals]
    figure.add_scatter(
        x=when[found],
        y=value[found],
        mode="markers",
        name="unusual",
        marker={
            "symbol": [
                f"triangle-{'up' if each.is_up else 'down'}{'' if each.is_beyond else '-open'}" for each in signals
            ],
            "size": [15 if each.is_beyond else 17 for each in signals],
            "color": colours,
            "line": {"width": 2, "color": colours},
        },
        hoverinfo="skip",
    )
    beyond = [at for at, each in zip(found, signals, strict=True) if each.is_beyond]
    named = (beyond or found)[-1]
    signal = signals[found.index(named)]
    figure.add_annotation(
        x=str(when[named]),
        y=value[named],
        text=SIGNAL_WORDS[signal],
        showarrow=False,
        yshift=18 if signal.is_up else -18,
        xanchor="right" if named > len(table) / 2 else "left",
        font={"size": 12},
        name=ON_PAPER,
    )


def last_whole(table: pd.DataFrame, drawn: Measure) -> int | None:
    """The place of the last complete period with a number, the last of all where none is complete; None without any."""
    known = ~np.isnan(table[drawn.value].to_numpy(dtype=float))
    places = np.flatnonzero(known & ~_is_hollow(table))
    places = places if len(places) else np.flatnonzero(known)
    return int(places[-1]) if len(places) else None


def _is_hollow(table: pd.DataFrame) -> np.ndarray:
    """Which periods are not complete, or hold a change of the wording."""
    hollow: np.ndarray = table["partial"].to_numpy(dtype=bool)
    return hollow | table["mixed"].to_numpy(dtype=bool) if "mixed" in table else hollow


def _label_last(figure: go.Figure, table: pd.DataFrame, when: np.ndarray, value: np.ndarray, drawn: Measure) -> bool:
    """Whether the line ends at the number that is written; else it stands at the last complete mark, before a hollow one."""
    at = last_whole(table, drawn)
    if at is None:
        return False
    after = value[at + 1 :][~np.isnan(value[at + 1 :])]
    room: dict[str, Any] = {"xanchor": "left", "xshift": 8}
    if len(after):
        # beyond the marks before it, away from where the line goes on, and from the words at an unusual mark
        signal = table["signal"].iloc[at] if "signal" in table else None
        is_above = not Signal(signal).is_up if signal in SIGNAL_WORDS else bool(after[0] <= value[at])
        side = 1 if is_above else -1
        room = {"xanchor": "left", "xshift": -4, "yanchor": "bottom" if is_above else "top", "yshift": 8 * side}
    figure.add_annotation(
        x=str(when[at]),
        y=value[at],
        text=f"<b>{drawn.written(value[at] / (100 if drawn.is_percent else 1))}</b>",
        showarrow=False,
        font={"color": SATISFIED, "size": 14},
        **room,
    )
    figure.update_layout(margin={"r": 40 if len(after) else 64})
    return not len(after)


def reach(seen: np.ndarray, drawn: Measure) -> tuple[float, float]:
    """From where to where the axis goes that shows all of `seen`, in the units of the axis, with room below for bars."""
    known = seen[~np.isnan(seen)]
    bottom, top = (float(known.min()), float(known.max())) if len(known) else (0.0, 100.0)
    pad = max(2.0 if drawn is not Measure.MEAN else 0.05, (top - bottom) * 0.15)
    # the bars of the base keep to the lowest quarter, below the line
    floor, ceiling = bottom - pad - (top - bottom + 2 * pad) * 0.3, top + pad
    return (max(0.0, floor), min(100.0, ceiling)) if drawn.is_share else (floor, ceiling)


def _axes(
    figure: go.Figure, when: np.ndarray, seen: np.ndarray, base: np.ndarray, measure: str, drawn: Measure
) -> None:
    floor, ceiling = reach(seen, drawn)
    title = f"{measure}, % satisfied" if drawn is Measure.SHARE else f"{measure}, %" if drawn.is_percent else measure
    figure.update_yaxes(range=[floor, ceiling], ticksuffix=" %" if drawn.is_percent else "", title={"text": title})
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


def _days(when: np.ndarray) -> tuple[date, date]:
    """The first and the last day of the axis."""
    first, last = (np.datetime64(edge, "D").item() for edge in _span(when))
    return first, last
