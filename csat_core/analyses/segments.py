"""Segments: which groups of customers are less satisfied, and which dimension tells them apart best?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from csat_core.analyses import answers
from csat_core.analyses.answers import MOST_LEVELS, Coded
from csat_core.analyses.contrast import whole_of
from csat_core.analyses.group_comparison import GroupComparison, Mark, association_of, compared_groups
from csat_core.analyses.scoring import governed, measured
from csat_core.engine import POOLED, ScopedEngine
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.derived import NEW_OR_EXISTING, Bands, FirstSeen, customer_kinds, derived
from csat_core.model.estimate import Estimate
from csat_core.model.level_order import in_order
from csat_core.model.policy import BasePolicy
from csat_core.model.scheme import Scheme, find_scheme
from csat_core.model.view import View
from csat_core.stats import contingency
from csat_core.stats.contingency import Association, Trend
from csat_core.stats.proportions import Verdict, wilson
from csat_core.stats.suppression import hidden_cells

ENDS = 10
"""So many of the lowest and of the highest groups are drawn where there are hundreds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segments:
    """The groups of one dimension."""

    dimension: Column
    question: Column
    scheme: Scheme
    total: Estimate
    """The share of all answers in view, groups or not; undefined where too few."""
    table: pd.DataFrame
    """A row for each level, lowest share first, untested and hidden ones last: `level` (None: blank), `rolled` (how many
    small groups are in the row, 0 for a level of its own), the governed numbers, and what `comparison` lays beside."""
    comparison: GroupComparison
    """Its table and pairs speak of the rows of `table`."""
    order: tuple[str, ...] | None
    """The levels from low to high where they are steps; None where they are names."""
    trend: Trend | None
    """The trend along the shown steps; None where there are not three."""
    caveats: tuple[Caveat, ...]

    @property
    def association(self) -> Association:
        """How the dimension and being satisfied hang together."""
        return self.comparison.association


def dimensions(dataset: Dataset) -> dict[str, Column]:
    """The columns that divide the customers, by what a link calls them: segments, then new against existing ones."""
    kinds = customer_kinds(dataset)
    return {column.id: column for column in dataset.segments_of_interest} | ({NEW_OR_EXISTING: kinds} if kinds else {})


def proposed_dimension(dataset: Dataset, ranking: pd.DataFrame) -> str | None:
    """What a link calls the dimension that tells most apart, among the planned ones where there are any.

    `ranking` is what `separations` gives for all of them. None without a dimension.
    """
    there = dimensions(dataset)
    ids = {column.id: key for key, column in there.items()}
    planned = [column_id for column_id in dataset.plan.segments if column_id in ids]
    known = ranking[ranking["cramers_v_corrected"].notna()]
    ranked = [column_id for column_id in known["segment"] if not planned or column_id in planned]
    return next((ids[column_id] for column_id in ranked), next(iter(there), None))


def segments(
    engine: ScopedEngine,
    dataset: Dataset,
    view: View,
    policy: BasePolicy,
    dimension: Column,
    *,
    roll_up: bool = False,
) -> Segments:
    """The groups of `dimension`, a column of the dataset or a derived one; one request.

    With `roll_up` the groups too small to be shown stand together as one row instead of being hidden.
    """
    table = answers.counted(engine, view, (dimension.id,))
    return _of_table(table, dataset, view, policy, dimension, roll_up)


def ranked(dimensions: Sequence[Column]) -> list[Column]:
    """Those of the dimensions that can tell customers apart: two levels or more, and not a list of names."""
    return [column for column in dimensions if 1 < len(column.levels) < MOST_LEVELS]


def separations(
    engine: ScopedEngine, dataset: Dataset, view: View, policy: BasePolicy, dimensions: Sequence[Column]
) -> pd.DataFrame:
    """The dimensions by how well they tell the satisfied from the others, strongest first; one request for all pairs.

    `segment`, `groups` (shown), `base`, `chi_square`, `degrees_of_freedom`, `p_value` (exact where there is one),
    `p_value_bh` (Benjamini-Hochberg over the dimensions), `cramers_v`, `cramers_v_corrected`.
    """
    question = answers.question_of(dataset, view)
    assert question.scale is not None
    able = ranked(dimensions)
    levels = {question.id: question.scale.points + 4} | {column.id: len(column.levels) + 1 for column in able}
    tables = engine.pairs(view.dataset_id, levels, view.where, hub=question.id) if able else {}
    rows = []
    for column in able:
        table: pd.DataFrame = tables[question.id, column.id].to_pandas()
        found = answers.coded(table[column.id])
        counts = answers.matrix(table, found.codes, len(found.levels), question)
        counted = measured(counts, question.scale, find_scheme(view.scheme))
        named = np.array([level is not None for level in found.levels], dtype=bool)
        whole = whole_of(governed(counted, policy), counted, named, policy)
        link = association_of(whole)
        rows.append(
            (column.id, len(whole.rows), link.base, link.chi_square, link.degrees_of_freedom, link.decisive_p,
             link.cramers_v, link.cramers_v_corrected)
        )  # fmt: skip
    names = [
        "segment",
        "groups",
        "base",
        "chi_square",
        "degrees_of_freedom",
        "p_value",
        "cramers_v",
        "cramers_v_corrected",
    ]
    ranking = pd.DataFrame(rows, columns=names)
    ranking.insert(6, "p_value_bh", contingency.benjamini_hochberg(ranking["p_value"]))
    return ranking.sort_values("cramers_v_corrected", ascending=False, kind="stable", ignore_index=True)


def ends(found: Segments) -> pd.DataFrame:
    """The rows to draw: all of them, or of hundreds the lowest, the highest, and everybody else as one row between.

    Steps come in their order, others lowest first. `rolled` of the row between says how many groups it holds. Where only a
    few of hundreds can be held against the rest, it stands last.
    """
    table = found.table
    if found.order is not None:
        place = {level: at for at, level in enumerate(found.order)}
        by = [place.get(level, len(place)) for level in table["level"]]
        return table.iloc[np.argsort(by, kind="stable")].reset_index(drop=True)
    named = table[~table["hidden"].astype(bool) & table["residual"].notna()]
    if len(table) <= 2 * ENDS + 4:
        return table
    is_few = len(named) <= 2 * ENDS
    lowest, highest = (named, named.iloc[:0]) if is_few else (named.iloc[:ENDS], named.iloc[-ENDS:])
    drawn = pd.concat([lowest, highest])
    base = found.total.base - int(drawn["base"].sum())
    satisfied = round(found.total.value * found.total.base) - int(drawn["satisfied"].sum())
    rest = wilson(satisfied, base)
    between = {
        "level": None, "rolled": len(table) - len(drawn), "base": base, "share": rest.value, "low": rest.low,
        "high": rest.high, "hidden": False, "mark": Mark.NONE, "verdict": Verdict.CANNOT_TELL,
    }  # fmt: skip
    return pd.concat([lowest, pd.DataFrame([between], dtype=object), highest], ignore_index=True)


def _of_table(
    table: pd.DataFrame,
    dataset: Dataset,
    view: View,
    policy: BasePolicy,
    dimension: Column,
    roll_up: bool,
) -> Segments:
    question, scheme = answers.question_of(dataset, view), find_scheme(view.scheme)
    assert question.scale is not None
    levels = answers.coded(table[dimension.id])
    counts = answers.matrix(table, levels.codes, len(levels.levels), question)
    whole = measured(counts.sum(axis=0), question.scale, scheme).iloc[0]
    groups = _groups(levels, counts, policy, roll_up)
    counted = measured(groups.counts, question.scale, scheme)
    shown = governed(counted, policy)
    shown.insert(0, "level", pd.Series(groups.levels, dtype=object))
    shown.insert(1, "rolled", groups.rolled)
    named = np.array(
        [level is not None or rolled > 0 for level, rolled in zip(groups.levels, groups.rolled, strict=True)],
        dtype=bool,
    )
    order = np.argsort(_rank(shown, counted, policy), kind="stable")
    shown, counted = (frame.iloc[order].reset_index(drop=True) for frame in (shown, counted))
    found = compared_groups(shown, counted, named[order], policy, dataset.plan.smallest_difference)
    steps = _steps(dimension, levels.levels)
    is_hidden = whole["base"] < policy.shown_from
    return Segments(
        dimension=dimension,
        question=question,
        scheme=scheme,
        total=wilson(0, 0) if is_hidden else wilson(int(whole["satisfied"]), int(whole["base"])),
        table=found.table,
        comparison=found,
        order=steps,
        trend=_trend(found.table, steps),
        caveats=found.caveats + first_seen(dimension) + always(dataset, question, scheme),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Groups:
    levels: tuple[str | None, ...]
    rolled: tuple[int, ...]
    counts: NDArray[np.int64]


def _groups(levels: Coded, counts: NDArray[np.int64], policy: BasePolicy, roll_up: bool) -> _Groups:
    """The levels as they are, or with all that would be hidden in one row that is large enough to be shown."""
    small, complementary = hidden_cells(counts.sum(axis=1), policy.shown_from)
    base = counts.sum(axis=1)
    together = (small | complementary) & (base > 0)
    if not roll_up or not together.any():
        return _Groups(levels=levels.levels, rolled=(0,) * len(base), counts=counts)
    while base[together].sum() < policy.shown_from and (base[~together] > 0).any():
        others = np.flatnonzero(~together & (base > 0))
        together[others[np.argmin(base[others])]] = True
    kept = np.flatnonzero(~together)
    return _Groups(
        levels=(*(levels.levels[at] for at in kept), None),
        rolled=(*(0 for _ in kept), int(together.sum())),
        counts=np.vstack([counts[kept], counts[together].sum(axis=0)]),
    )


def _rank(shown: pd.DataFrame, counted: pd.DataFrame, policy: BasePolicy) -> NDArray[np.float64]:
    """Lowest share first; behind them the untested by their share, then the hidden as they came."""
    share = shown["share"].to_numpy(dtype=float)
    is_untested = (counted["base"].to_numpy() < policy.tested_from) * 2.0
    return np.where(shown["hidden"].to_numpy(dtype=bool), 9.0, share + is_untested)


def _steps(dimension: Column, levels: Sequence[str | None]) -> tuple[str, ...] | None:
    if isinstance(derived(dimension.id), Bands):
        return tuple(level for level in dimension.levels if level in levels)
    return in_order([level for level in levels if level not in (None, POOLED)])


def _trend(table: pd.DataFrame, steps: tuple[str, ...] | None) -> Trend | None:
    """The trend over the shown steps, renumbered from 1; hidden ones would be given away by it."""
    if steps is None:
        return None
    known = table[~table["hidden"].astype(bool) & (table["rolled"] == 0)].set_index("level")
    here = known.loc[[step for step in steps if step in known.index]]
    if len(here) < 3:
        return None
    return contingency.trend(here["satisfied"].to_numpy(dtype=float), here["base"].to_numpy(dtype=float))


def first_seen(*dimensions: Column) -> tuple[Caveat, ...]:
    """What is to be said of new against existing customers; nothing of other dimensions."""
    return (Caveat.FIRST_SEEN,) if any(isinstance(derived(each.id), FirstSeen) for each in dimensions) else ()


def always(dataset: Dataset, question: Column, scheme: Scheme) -> tuple[Caveat, ...]:
    """What is to be said of every row."""
    assert question.scale is not None
    found = (Caveat.UNWEIGHTED,) if dataset.with_role(Role.WEIGHT) else ()
    return (*found, Caveat.NO_DISSATISFIED_BAND) if scheme.bands(question.scale).dissatisfied_to is None else found
