"""Side by side: every dataset with its score, one line each."""

import pandas as pd
import streamlit as st

from csat_core import words
from csat_core.model.dataset import Dataset
from csat_core.model.formats import all_of, day, interval, signed_points
from csat_core.model.policy import BasePolicy
from csat_core.model.scope import Scope
from csat_core.words.headings import Share, Whole
from pages.shared import loaders, render, ways
from pages.shared.shell import Context

MOST_LINKS = 6
POINTS_KEPT = 24


def datasets(context: Context) -> None:
    """Nothing; the datasets in scope, where there are several. One scorecard each."""
    # a scope that locks a part of one dataset has nothing to say of the others
    ids = [
        each.id for each in loaders.datasets() if context.scope.datasets is None or each.id in context.scope.datasets
    ]
    if len(ids) < 2 or context.scope.locked:
        return
    others = [each for each in loaders.datasets() if each.id in ids and each.id != context.dataset.id][:MOST_LINKS]

    def body() -> None:
        frame = loaders.made(_frame, context.scope, loaders.datasets(), loaders.policy())
        render.table(frame, "datasets", "datasets", columns=COLUMNS)
        for each in others:
            ways.to_dataset(each.id, f"Look at {words.literal(each.name, 40)}")

    render.folded(f"{all_of(len(ids))} datasets side by side", "side-by-side", body, icon=":material/view_week:")


COLUMNS: dict[str, object] = {
    "dataset": "Dataset",
    "share": Share("Score"),
    "interval": st.column_config.TextColumn("95 % interval", alignment="right"),
    "base": Whole("Base"),
    "line": st.column_config.LineChartColumn("By period", width="small", color="gray"),
    "change": st.column_config.TextColumn("Last change", alignment="right"),
    "verdict": "Verdict",
    "latest": "Latest",
}


def _frame(scope: Scope, known: tuple[Dataset, ...], policy: BasePolicy) -> pd.DataFrame:
    """One row for each dataset; `known` is part of the key, so that a change of any of them makes the table anew."""
    rows = []
    for dataset in loaders.datasets():
        if scope.datasets is not None and dataset.id not in scope.datasets:
            continue
        card = loaders.overall(scope, dataset, dataset.plan.policy or policy)
        shares = [] if card.periods.empty else [float(share) for share in card.periods["share"].dropna()]
        rows.append(
            {
                "dataset": words.shortened(dataset.name),
                "share": card.share.value,
                "interval": interval(card.share.low, card.share.high),
                "base": card.headline["base"],
                "line": shares[-POINTS_KEPT:] if len(shares) > 1 else None,
                "change": signed_points(card.change.difference.value) if card.change else "–",
                "verdict": words.VERDICTS[card.change.verdict] if card.change else "",
                "latest": day(card.until) if card.until else "no dates",
            }
        )
    return pd.DataFrame(rows)
