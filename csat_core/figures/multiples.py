"""Small multiples: one small line for each level, all on the same axes."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from csat_core.figures.trend import Beside, trend
from csat_core.model.measure import Measure

HEIGHT = 190


def multiples(
    tables: Sequence[pd.DataFrame], measure: str, drawn: Measure = Measure.SHARE, beside: Beside | None = None
) -> list[go.Figure]:
    """A small trend for each table, in order, every one with the axes that hold them all."""
    figures = [trend(table, measure, HEIGHT, drawn=drawn, beside=beside or Beside()) for table in tables]
    if not figures:
        return []
    shared = [figure.layout.yaxis.range for figure, table in zip(figures, tables, strict=True) if _has(table, drawn)]
    lowest, highest = (min(low for low, _ in shared), max(high for _, high in shared)) if shared else (0, 100)
    for figure in figures:
        figure.update_layout(yaxis={"range": [lowest, highest], "title": None, "nticks": 4})
        figure.update_xaxes(nticks=4, tickangle=0, tickformat="%b %y")
    return figures


def _has(table: pd.DataFrame, drawn: Measure) -> bool:
    return bool(len(table)) and not np.isnan(table[drawn.value].to_numpy(dtype=float)).all()
