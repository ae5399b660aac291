"""Crossing: two dimensions at once - which combination of groups stands out?"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from csat_core.analyses import answers
from csat_core.analyses.group_comparison import GroupComparison, Mark, compared_groups
from csat_core.analyses.scoring import governed, measured
from csat_core.analyses.segments import always, first_seen
from csat_core.engine import ScopedEngine
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Column, Dataset
from csat_core.model.estimate import UNDEFINED, Estimate
from csat_core.model.level_order import in_order
from csat_core.model.policy import BasePolicy
from csat_core.model.scheme import Scheme, find_scheme
from csat_core.model.view import View
from csat_core.stats.contingency import Association
from csat_core.stats.proportions import wilson


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """The combinations of two dimensions, and each dimension alone."""

    first: Column
    second: Column
    question: Column
    scheme: Scheme
    total: Estimate
    """The share of all answers in view; undefined where too few."""
    table: pd.DataFrame
    """A row for each combination with answers: the two columns by id (None: blank), the governed numbers, and what
    `comparison` lays beside."""
    margins: dict[str, pd.DataFrame]
    """By column id its levels alone: `level` and the governed numbers, hidden so that no cell can be worked out."""
    comparison: GroupComparison
    """Its table and pairs speak of the rows of `table`."""
    caveats: tuple[Caveat, ...]

    @property
    def association(self) -> Association:
        """How the combination and being satisfied hang together."""
        return self.comparison.association


def crossed(
    engine: ScopedEngine, dataset: Dataset, view: View, policy: BasePolicy, first: Column, second: Column
) -> Crossing:
    """Every combination of the levels of two dimensions; one request.

    The cells are governed together with both margins and the total, so that along no line, margins included, a single
    group is hidden.
    """
    question, scheme = answers.question_of(dataset, view), find_scheme(view.scheme)
    assert question.scale is not None
    table = answers.counted(engine, view, (first.id, second.id))
    rows, columns = answers.coded(table[first.id]), answers.coded(table[second.id])
    high, wide = len(rows.levels), len(columns.levels)
    cells = answers.matrix(table, rows.codes * wide + columns.codes, high * wide, question)
    grid = np.zeros((high + 1, wide + 1, question.scale.points), dtype=np.int64)
    grid[:-1, :-1] = cells.reshape(high, wide, question.scale.points)
    grid[-1, :-1], grid[:-1, -1] = grid[:-1, :-1].sum(axis=0), grid[:-1, :-1].sum(axis=1)
    grid[-1, -1] = grid[-1, :-1].sum(axis=0)
    counted = measured(grid.reshape(-1, question.scale.points), question.scale, scheme)
    shown = governed(counted, policy, (high + 1, wide + 1))
    place = np.arange(len(shown)).reshape(high + 1, wide + 1)
    whole = shown.iloc[place[-1, -1]]
    filled = place[:-1, :-1].ravel()[counted["base"].to_numpy()[place[:-1, :-1].ravel()] > 0]
    inside, raw = (frame.iloc[filled].reset_index(drop=True) for frame in (shown, counted))
    inside.insert(0, first.id, pd.Series([rows.levels[at // (wide + 1)] for at in filled], dtype=object))
    inside.insert(1, second.id, pd.Series([columns.levels[at % (wide + 1)] for at in filled], dtype=object))
    named = (inside[first.id].notna() & inside[second.id].notna()).to_numpy(dtype=bool)
    found = compared_groups(inside, raw, named, policy, dataset.plan.smallest_difference)
    return Crossing(
        first=first,
        second=second,
        question=question,
        scheme=scheme,
        total=UNDEFINED if whole["hidden"] else wilson(int(whole["satisfied"]), int(whole["base"])),
        table=found.table,
        margins={
            first.id: _margin(shown, place[:-1, -1], rows.levels),
            second.id: _margin(shown, place[-1, :-1], columns.levels),
        },
        comparison=found,
        caveats=found.caveats + first_seen(first, second) + always(dataset, question, scheme),
    )


MOST_ROWS, MOST_COLUMNS = 25, 8
"""More levels than these cannot be read as a grid, on a phone least of all; those with most answers are drawn."""


def laid_out(found: Crossing) -> pd.DataFrame:
    """The cells of the grid to draw, both margins and the total last, a row each.

    `row_at`, `column_at`, `row`, `column` (levels), `is_margin`, `place` (row of `found.table`, -1 on a margin), `share`,
    `low`, `high`, `base`, `hidden`, `mark`, and `from_total`: the share minus that of all answers in view. The dimension
    with fewer levels gives the columns.
    """
    first, second = found.first.id, found.second.id
    down, across = (first, second) if len(found.margins[first]) >= len(found.margins[second]) else (second, first)
    rows = _most_answered(found, down, MOST_ROWS)
    columns = _most_answered(found, across, MOST_COLUMNS)
    names = ["share", "low", "high", "base", "hidden"]
    cells = found.table[[down, across, *names, "mark"]].set_axis(["row", "column", *names, "mark"], axis=1)
    cells = cells.assign(place=np.arange(len(cells)), is_margin=False, row_at=_places(cells["row"], rows),
                         column_at=_places(cells["column"], columns))  # fmt: skip
    cells = cells[(cells["row_at"] >= 0) & (cells["column_at"] >= 0)]
    edges = []
    for side, other, levels, last in (("row", "column", rows, len(columns)), ("column", "row", columns, len(rows))):
        margin = found.margins[down if side == "row" else across].rename(columns={"level": side})
        at = _places(margin[side], levels)
        edge = margin[[side, *names]].assign(place=-1, is_margin=True, mark=Mark.NONE)
        edges.append(edge.assign(**{other: None, f"{side}_at": at, f"{other}_at": last})[at >= 0])
    total = {
        "row": None, "column": None, "row_at": len(rows), "column_at": len(columns), "is_margin": True, "place": -1,
        "share": found.total.value, "low": found.total.low, "high": found.total.high, "base": found.total.base,
        "hidden": not found.total.is_defined, "mark": Mark.NONE,
    }  # fmt: skip
    grid = pd.concat([cells, *edges, pd.DataFrame([total])], ignore_index=True)
    return grid.assign(from_total=grid["share"].astype(float) - found.total.value)


def _most_answered(found: Crossing, column_id: str, most: int) -> list[str | None]:
    """The levels of a dimension in their order, those with most answers where there are many."""
    margin = found.margins[column_id]
    kept = margin.sort_values("base", ascending=False, kind="stable", na_position="last").head(most).index
    levels = [margin["level"][at] for at in sorted(kept)]
    named = [level for level in levels if level is not None]
    ordered = list(in_order(named) or named)
    return [*ordered, *(level for level in levels if level is None)]


def _places(levels: pd.Series, order: list[str | None]) -> NDArray[np.int64]:
    """Where each level stands in `order`; -1 where it does not."""
    place = {level: at for at, level in enumerate(order)}
    return np.array([place.get(None if pd.isna(level) else level, -1) for level in levels], dtype=np.int64)


def _margin(shown: pd.DataFrame, places: np.ndarray, levels: tuple[str | None, ...]) -> pd.DataFrame:
    margin = shown.iloc[places].reset_index(drop=True)
    margin.insert(0, "level", pd.Series(levels, dtype=object))
    return margin
