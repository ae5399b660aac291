"""Journey: the stages from the first to the last, and the bands of a number, each with its interval."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from csat_core.analyses.journey import Journey
from csat_core.analyses.metric_bands import MetricBands
from csat_core.figures.ranked import hidden_words, ranked
from csat_core.model.formats import percent, signed_points
from csat_core.stats.proportions import Verdict

BLANK_KEY = ""
"""The key of what has no stage or no number; nothing is followed from it."""


def stages(found: Journey, measure: str = "CSAT") -> go.Figure:
    """One row for each stage from the top down in the order of the journey; `customdata` is the stage.

    Pain points point down in orange, high points up in blue, each with its distance from the others; the dashed line is
    the score of everybody in view.
    """
    rows = _rows(found.table, "stage", "no stage", _stage_note)
    whole = found.overall["share"]
    return ranked(rows, reference=whole, reference_words=f"all {percent(whole)}", axis=f"{measure}, % satisfied")


def bands(found: MetricBands, measure: str = "CSAT") -> go.Figure:
    """One row for each band from low to high, with its part of the answers; `customdata` is the band."""
    rows = _rows(found.table, "band", "not known", _band_note)
    return ranked(rows[rows["key"] != BLANK_KEY], axis=f"{measure}, % satisfied")


def _rows(table: pd.DataFrame, name: str, blank: str, note: Callable[[dict[Any, Any]], str]) -> pd.DataFrame:
    tones = {Verdict.DOWN: "below", Verdict.UP: "above"}
    return pd.DataFrame(
        {
            "key": [BLANK_KEY if level is None else level for level in table[name]],
            "label": [f"({blank})" if level is None else level for level in table[name]],
            "value": table["share"],
            "low": table["low"],
            "high": table["high"],
            "base": table["base"],
            "tone": ["plain" if level is None else tones.get(found, "plain") for level, found in zip(table[name], table["verdict"], strict=True)],
            "note": [note(row) for row in table.to_dict("records")],
            "hidden": hidden_words(table["caveats"]),
        }
    )  # fmt: skip


def _stage_note(row: dict[Any, Any]) -> str:
    if row["mark"] is None:
        return ""
    return f"{row['mark'].words} {signed_points(row['against_rest'])}"


def _band_note(row: dict[Any, Any]) -> str:
    return "" if row["hidden"] or row["band"] is None else f"{percent(row['part'], 0)} of answers"
