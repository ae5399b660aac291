"""Ranked: one row for each thing, its value as a mark with its interval, written directly above it."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from csat_core.figures.style import DISSATISFIED, NEUTRAL, SATISFIED, base_figure, literal
from csat_core.model.caveat import Caveat
from csat_core.model.formats import count, percent

TONES = {
    "above": (SATISFIED, "triangle-up"),
    "below": (DISSATISFIED, "triangle-down"),
    "plain": (NEUTRAL, "circle"),
    "ours": (SATISFIED, "diamond"),
}
"""Colour and shape of a mark: what is said by colour is said by shape too."""

ROW = 56
"""Two lines a row: the words, and under them the mark and its value; so a phone shows what a wide screen shows."""
WORDS, MARK = 0.2, -0.125
"""Where the two lines stand about the middle of a row: 18 pixels from the words to their mark, 38 to the next words."""
STROKE = 0.13
"""Half of a stroke of the line of reference: short enough to keep off the words."""
LETTER, LEAST_ROOM = 8, 48
"""Pixels of a letter of a value, and the least room for all of them beside the marks."""

TOO_FEW, NOT_SHOWN = "too few answers", "not shown"
NICE_STEPS = (1, 2, 2.5, 5, 10)


def hidden_words(caveats: Iterable[object]) -> list[str]:
    """What stands in place of the value of each row, by its caveats if it has any, where it is hidden."""
    return [
        NOT_SHOWN if isinstance(each, tuple) and Caveat.HIDDEN_COMPLEMENTARY in each else TOO_FEW for each in caveats
    ]


def ranked(
    rows: pd.DataFrame,
    *,
    write: Callable[[float], str] = percent,
    reference: float | None = None,
    reference_words: str = "",
    axis: str = "",
    zero: bool = False,
) -> go.Figure:
    """The rows from top to bottom in the order of `rows`: key, label, value, low, high, base, tone, and note and hidden if any.

    `write` says a value (0-1 for shares). A row without a value says why in the words of `hidden`, without them that it has too few answers; `customdata` of
    a mark is its key. `reference` is a dashed line with its words on top; `zero` begins the axis at nought, which
    otherwise is zoomed to what is shown. Fixed height: ROW for each row.
    """
    rows = rows.reset_index(drop=True)
    rows["note"], rows["hidden"] = rows.get("note", ""), rows.get("hidden", TOO_FEW)
    top, bottom = (28 if reference_words else 6), (44 if axis else 6)
    said = [write(each) if not np.isnan(each) else "" for each in rows["value"].astype(float)]
    room = max(LEAST_ROOM, LETTER * max(map(len, said), default=0))
    figure = base_figure(ROW * len(rows) + top + bottom, top=top, bottom=bottom, left=12, right=12 + room)
    at = np.arange(len(rows))[::-1] + MARK
    value, low, high = (rows[name].to_numpy(dtype=float) for name in ("value", "low", "high"))
    everything = np.concatenate([value, low, high, [reference if reference is not None else np.nan]])
    if reference is not None and not np.isnan(reference):
        _reference(figure, at, reference, reference_words, _side(reference, everything))
    tones = [TONES[tone] for tone in rows["tone"]]
    for tone, (colour, _) in TONES.items():
        here = (rows["tone"] == tone).to_numpy() & ~np.isnan(low)
        if here.any():
            lines = _strokes((low[here], at[here]), (high[here], at[here]))
            figure.add_scatter(
                x=lines[0], y=lines[1], mode="lines", line={"color": colour, "width": 6}, opacity=0.35, hoverinfo="skip"
            )
    figure.add_scatter(
        x=value,
        y=at,
        mode="markers",
        marker={"size": 12, "color": [colour for colour, _ in tones], "symbol": [symbol for _, symbol in tones]},
        customdata=rows["key"].to_numpy(dtype=object),
        hovertext=[_hover(row, write) for row in rows.to_dict("records")],
        hoverinfo="text",
    )
    for place, row, number in zip(at, rows.to_dict("records"), said, strict=True):
        _words(figure, place, row, number, room)
    _axes(figure, len(rows), everything, axis, write, zero)
    # a quiet line leads from the words through the mark to its value
    figure.update_yaxes(tickmode="array", tickvals=at[~np.isnan(value)], showticklabels=False)
    return figure


Ends = tuple[np.ndarray, np.ndarray]


def _strokes(begin: Ends, end: Ends) -> Ends:
    """Separate strokes from `begin` to `end` as one line with gaps."""
    gap = np.full(len(begin[0]), np.nan)
    return np.column_stack([begin[0], end[0], gap]).ravel(), np.column_stack([begin[1], end[1], gap]).ravel()


def _side(reference: float, known: np.ndarray) -> str:
    """To which side of the line its words begin, so that they stay within the picture."""
    low, high = np.nanmin(known), np.nanmax(known)
    place = (reference - low) / ((high - low) or 1.0)
    return "right" if place > 0.7 else "left" if place < 0.3 else "center"


def _reference(figure: go.Figure, at: np.ndarray, reference: float, words: str, side: str) -> None:
    """A stroke at every mark, clear of the words: together they read as one dashed line."""
    where = np.full(len(at), reference)
    x, y = _strokes((where, at - STROKE), (where, at + STROKE))
    figure.add_scatter(x=x, y=y, mode="lines", line={"color": NEUTRAL, "width": 2}, hoverinfo="skip")
    if words:
        figure.add_annotation(
            x=reference, y=1, yref="paper", xanchor=side, yanchor="bottom", showarrow=False, text=literal(words, 40)
        )


def _hover(row: dict[Any, Any], write: Callable[[float], str]) -> str:
    head = f"<b>{literal(str(row['label']))}</b>"
    if np.isnan(row["value"]):
        if row["hidden"] == NOT_SHOWN:
            return f"{head}<br>not shown, so that a smaller group cannot be worked out from it"
        return f"{head}<br>hidden: {row['hidden']}"
    lines = [head, write(row["value"])]
    if not np.isnan(row["low"]):
        lines.append(f"95 % interval {write(row['low'])} to {write(row['high'])}")
    if not np.isnan(row["base"]):
        lines.append(f"base {count(row['base'])}")
    if row["note"]:
        lines.append(literal(str(row["note"])))
    return "<br>".join(lines)


def _words(figure: go.Figure, place: float, row: dict[Any, Any], number: str, room: int) -> None:
    """The row's name and note above its mark, and in the room at the right of the mark its value, or why there is none."""
    note = literal(str(row["note"]), 28) if row["note"] else ""
    label = literal(str(row["label"]), 26 if note else 38)
    above = place + WORDS - MARK
    value = f"<b>{number}</b>" if number else f"<i>{row['hidden']}</i>"
    for text, x, y in ((label, 0, above), (note, 1, above), (value, 1, place)):
        if text:
            figure.add_annotation(
                x=x, xref="paper", xshift=room if x else 0, y=y, text=text, showarrow=False,
                xanchor="right" if x else "left", yanchor="middle", align="right" if x else "left",
            )  # fmt: skip


def _axes(
    figure: go.Figure, rows: int, known: np.ndarray, axis: str, write: Callable[[float], str], zero: bool
) -> None:
    known = known[~np.isnan(known)]
    low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
    low = min(0.0, low) if zero else low
    size = (high - low) or abs(high) or 1.0
    ticks = _ticks(low, high) if axis else np.array([])
    said = partial(percent, digits=0) if write is percent else write
    figure.update_xaxes(
        range=[low - 0.04 * size, high + 0.04 * size], showgrid=False, title={"text": axis},
        tickmode="array", tickvals=ticks, ticktext=[said(tick) for tick in ticks], tickangle=0, zeroline=False,
    )  # fmt: skip
    figure.update_yaxes(range=[-0.6, max(1, rows) - 0.4])


def _ticks(low: float, high: float) -> np.ndarray:
    """Three or four round numbers between `low` and `high`."""
    rough = (high - low) / 3 or 1.0
    power = 10.0 ** np.floor(np.log10(rough))
    step = power * next(nice for nice in NICE_STEPS if nice * power >= rough * 0.999)
    ticks: np.ndarray = np.round(np.arange(np.ceil(low / step), np.floor(high / step) + 1) * step, 12)
    return ticks
