"""Benchmarks: the figures of others as ranked rows, ours among them with its interval."""

import pandas as pd
import plotly.graph_objects as go

from csat_core.figures.ranked import ranked
from csat_core.model.benchmark import Metric


def industry_rows(table: pd.DataFrame, chosen: str, value: float) -> go.Figure:
    """The industries of `table` (rank, name, value, low, high, base, is_ours) with ours marked.

    The figure of the industry called `chosen` is the line through all rows.
    """
    rows = pd.DataFrame(
        {
            "key": table["name"],
            "label": [f"{rank}  {name}" for rank, name in zip(table["rank"], table["name"], strict=True)],
            "value": table["value"],
            "low": table["low"],
            "high": table["high"],
            "base": table["base"],
            "tone": ["ours" if is_ours else "plain" for is_ours in table["is_ours"]],
            "note": [
                "us" if is_ours else "compared with" if name == chosen else ""
                for is_ours, name in zip(table["is_ours"], table["name"], strict=True)
            ],
        }
    )
    write = Metric.INDEX.written
    return ranked(
        rows,
        write=write,
        reference=value,
        reference_words=f"{chosen} {write(value)}",
        axis="mean index, 0 to 100 (zoomed)",
    )


def gap_rows(
    table: pd.DataFrame, metric: Metric, reference: float | None = None, reference_words: str = "us"
) -> go.Figure:
    """One row for each figure compared: key, label, value, low, high, base, tone, note, all of one metric.

    The line through the rows is `reference`, the row with the tone `ours` where none is given.
    """
    ours = table[table["tone"] == "ours"]["value"]
    at = float(ours.iloc[0]) if reference is None and len(ours) else reference
    words = f"{reference_words} {metric.written(at)}" if at is not None else ""
    return ranked(table, write=metric.written, reference=at, reference_words=words)
