"""Extremes: which level of any segment is doing best, and which worst?"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from csat_core.analyses import answers
from csat_core.analyses.answers import MOST_LEVELS, Tables
from csat_core.analyses.contrast import AGAINST, BASE, Yardstick, highest, judged, laid_against, lowest
from csat_core.analyses.scoring import no_rows
from csat_core.engine import POOLED, ScopedEngine
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.estimate import Estimate
from csat_core.model.policy import BasePolicy
from csat_core.model.scheme import find_scheme
from csat_core.model.view import View
from csat_core.stats.proportions import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Extreme:
    """One level of one segment against everybody else in view."""

    segment: Column
    level: str
    share: Estimate
    against_rest: Estimate
    """Its share minus the share of the rest, Newcombe's interval."""
    verdict: Verdict
    compared_from: int = 0
    """The answers a group needs to be one of those compared; 0 where no smaller one is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extremes:
    """The levels of every segment, each against the rest of its segment (blanks left out) and judged as one of all of them."""

    segments: tuple[Column, ...]
    table: pd.DataFrame
    """Every level: segment, level, the numbers governed along each segment, and what `contrast.judged` lays beside."""
    compared_from: int = 0
    """As in `Extreme`."""

    @property
    def best(self) -> Extreme | None:
        """The level furthest above the rest; None where none is beyond chance."""
        return self._at(self.table, highest(self.table))

    @property
    def worst(self) -> Extreme | None:
        """The level furthest below the rest; None where none is beyond chance."""
        return self._at(self.table, lowest(self.table))

    def among(self, role: Role) -> tuple[Extreme | None, Extreme | None]:
        """The best and the worst level of the segments with this role, chosen as over all of them."""
        there = [column.id for column in self.segments if column.role is role]
        table = self.table[self.table["segment"].isin(there)]
        return self._at(table, highest(table)), self._at(table, lowest(table))

    def _at(self, table: pd.DataFrame, place: int | None) -> Extreme | None:
        if place is None:
            return None
        row = table.iloc[place]
        value, low, high = (float(row[name]) for name in AGAINST)
        return Extreme(
            segment=next(column for column in self.segments if column.id == row["segment"]),
            level=str(row["level"]),
            share=Estimate(value=row["share"], low=row["low"], high=row["high"], base=int(row["base"])),
            against_rest=Estimate(value=value, low=low, high=high, base=int(row[BASE])),
            verdict=row["verdict"],
            compared_from=self.compared_from,
        )


def extremes(
    engine: ScopedEngine, dataset: Dataset, view: View, policy: BasePolicy, tables: Tables | None = None
) -> Extremes:
    """The levels with the highest lower limit and the lowest upper limit of their difference from the rest.

    Ranked by the cautious end of the interval, so that a lucky handful of answers never comes first. Only levels with
    the base for a test take part. One request for the tables of pairs, none where `tables` of `answers.with_question`
    are given.
    """
    question, scheme = answers.question_of(dataset, view), find_scheme(view.scheme)
    assert question.scale is not None
    segments = [column for column in dataset.segments if 1 < len(column.levels) < MOST_LEVELS]
    levels = {question.id: question.scale.points + 4} | {column.id: len(column.levels) + 1 for column in segments}
    if tables is None:
        pairs = engine.pairs(view.dataset_id, levels, view.where, hub=question.id)
        tables = {column.id: pairs[question.id, column.id] for column in segments}
    by = Yardstick(scale=question.scale, scheme=scheme, policy=policy, smallest=dataset.plan.smallest_difference)
    parts = []
    for segment in segments:
        pairs_of = tables[segment.id].to_pandas()
        found = answers.coded(pairs_of[segment.id])
        counts = answers.matrix(pairs_of, found.codes, len(found.levels), question)
        part = laid_against(counts, np.array([level is not None for level in found.levels], dtype=bool), by)
        part.insert(0, "segment", segment.id)
        part.insert(1, "level", pd.Series(found.levels, dtype=object))
        if len(part):
            parts.append(part)
    if not parts:
        return Extremes(segments=(), table=no_rows("segment", "level", *AGAINST, "verdict"))
    table = pd.concat(judged(parts, by.smallest), ignore_index=True)
    is_group = table["level"].notna() & (table["level"] != POOLED)
    small = ~table["hidden"].astype(bool) & is_group & (table["base"] < policy.tested_from)
    return Extremes(segments=tuple(segments), table=table, compared_from=policy.tested_from if small.any() else 0)
