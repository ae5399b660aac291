"""Segments: the groups of a dimension ranked with their intervals, and the grid of two dimensions."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from csat_core.figures.ranked import hidden_words, ranked
from csat_core.figures.style import base_figure, literal
from csat_core.model.estimate import Estimate
from csat_core.model.formats import count, interval, percent, signed_points

SIGNS = {"above": "▲", "below": "▼", "none": ""}
NOTES = {"above": "above the rest", "below": "below the rest", "none": ""}
DIVERGING = ((0.0, "rgba(200,98,15,0.62)"), (0.5, "rgba(139,133,122,0.10)"), (1.0, "rgba(43,108,176,0.62)"))
"""Orange below the total, blue above it, see-through so that one ink is readable on all of it."""
LEAST_FULL = 0.1
"""The colour is at its fullest for the cell furthest from the total, but not before 10 points."""
CELL, NAME = 30, 22
"""Height of a row of cells and of the line above it that names it."""


def level_name(level: str | None, rolled: int = 0) -> str:
    """A group as it is shown: the blank one and small ones rolled together have a name."""
    if rolled:
        return f"Other ({count(rolled)} groups)"
    return "(blank)" if pd.isna(level) else str(level)


def levels(table: pd.DataFrame, total: Estimate, measure: str) -> go.Figure:
    """The groups of `table` from top to bottom with their intervals, the total as a dashed line.

    A group beyond chance has a triangle and says so; the key of a mark is the place of its row.
    """
    table = table.reset_index(drop=True)
    rows = pd.DataFrame(
        {
            "key": [str(at) for at in range(len(table))],
            "label": [level_name(level, rolled) for level, rolled in zip(table["level"], table["rolled"], strict=True)],
            "value": table["share"].astype(float),
            "low": table["low"].astype(float),
            "high": table["high"].astype(float),
            "base": table["base"].astype(float),
            "tone": [mark if mark != "none" else "plain" for mark in table["mark"]],
            "note": [NOTES[mark] for mark in table["mark"]],
            "hidden": hidden_words(table["caveats"]),
        }
    )
    return ranked(
        rows, reference=total.value, reference_words=f"all {percent(total.value)}", axis=f"{measure}, % satisfied"
    )


def grid(cells: pd.DataFrame, measure: str) -> go.Figure:
    """The share in every combination, coloured by its distance from the total; `cells` as `crossing.laid_out` gives them.

    Whole percents in the cells, a triangle where one is beyond chance, `few` where it is hidden. Rows are named on a line
    of their own above their cells, so that a phone has the whole width for the numbers. The key of a cell is its place.
    """
    high, wide = int(cells["row_at"].max()) + 1, int(cells["column_at"].max()) + 1
    figure = base_figure(high * (CELL + NAME) + 96, top=84, left=4, right=4)
    step = CELL + NAME
    bottoms = np.array([(high - 1 - row) * step for row in cells["row_at"]], dtype=float)
    middle = bottoms + CELL / 2
    away = cells["from_total"].to_numpy(dtype=float)
    strength = away / np.nanmax(np.append(np.abs(away), LEAST_FULL))
    colours = np.full((2 * high, wide), np.nan)
    colours[2 * (high - 1 - cells["row_at"].to_numpy()), cells["column_at"].to_numpy()] = strength
    edges = np.append(np.ravel([[at * step, at * step + CELL] for at in range(high)]), high * step)
    figure.add_heatmap(
        z=colours,
        x=np.arange(wide),
        y=edges,
        zmin=-1,
        zmax=1,
        colorscale=DIVERGING,
        showscale=False,
        hoverinfo="skip",
        xgap=3,
    )
    _hatched(figure, cells, bottoms)
    figure.add_scatter(
        x=cells["column_at"].to_numpy(),
        y=middle,
        mode="markers",
        marker={"symbol": "square", "size": CELL - 4, "opacity": 0},
        customdata=[str(place) for place in cells["place"]],
        hovertext=[_hover(row, measure, high - 1, wide - 1) for row in cells.itertuples()],
        hoverinfo="text",
        unselected={"marker": {"opacity": 0}},
        selected={"marker": {"opacity": 0}},
    )
    for y, cell in zip(middle, cells.itertuples(), strict=True):
        # not the text of the marks: that fades wherever a person chooses one of them
        figure.add_annotation(x=cell.column_at, y=y, text=_said(cell), showarrow=False)
    _names(figure, cells, high, wide, step)
    return figure


def _said(cell: Any) -> str:
    if cell.hidden:
        return "<i>few</i>"
    number = f"{100 * cell.share:.0f}"
    return f"<b>{SIGNS[cell.mark]}{number}</b>" if SIGNS[cell.mark] else number


def _hover(cell: Any, measure: str, last_row: int, last_column: int) -> str:
    row = [] if cell.row_at == last_row else [level_name(cell.row)]
    column = [] if cell.column_at == last_column else [level_name(cell.column)]
    head = f"<b>{' × '.join(map(literal, [*row, *column])) or 'All'}</b>"
    if cell.hidden:
        return f"{head}<br>hidden: too few answers"
    lines = [
        f"{head}<br>{measure} {percent(cell.share)}, {signed_points(cell.from_total)} from the total",
        f"95 % interval {interval(cell.low, cell.high)}",
        f"base {count(cell.base)}",
    ]
    return "<br>".join([*lines, *([NOTES[cell.mark]] if NOTES[cell.mark] else [])])


def _hatched(figure: go.Figure, cells: pd.DataFrame, bottoms: np.ndarray) -> None:
    """Hidden cells are hatched."""
    hidden = cells["hidden"].to_numpy(dtype=bool)
    if hidden.any():
        figure.add_bar(
            x=cells["column_at"].to_numpy()[hidden],
            y=np.full(int(hidden.sum()), float(CELL)),
            base=bottoms[hidden],
            width=0.94,
            marker={
                "color": "rgba(0,0,0,0)",
                "pattern": {"shape": "/", "fgcolor": "rgba(139,133,122,0.45)", "size": 7, "solidity": 0.12},
            },
            hoverinfo="skip",
        )


def _names(figure: go.Figure, cells: pd.DataFrame, high: int, wide: int, step: int) -> None:
    """The rows' names above their cells, the columns' on top, the margins called All."""
    rows = cells.drop_duplicates("row_at").set_index("row_at")["row"]
    for at in range(high):
        text = "<b>All</b>" if at == high - 1 else literal(level_name(rows[at]), 44)
        figure.add_annotation(
            x=0, xref="paper", y=(high - 1 - at) * step + CELL + NAME / 2, text=text, showarrow=False,
            xanchor="left", yanchor="middle", align="left",
        )  # fmt: skip
    columns = cells.drop_duplicates("column_at").set_index("column_at")["column"]
    heads = ["<b>All</b>" if at == wide - 1 else literal(level_name(columns[at]), 18) for at in range(wide)]
    figure.update_xaxes(
        tickmode="array", tickvals=np.arange(wide), ticktext=heads, side="top", showgrid=False, range=[-0.5, wide - 0.5],
        autotickangles=[0, -35, -90], automargin=False,
    )  # fmt: skip
    figure.update_yaxes(visible=False, range=[-4, high * step])
