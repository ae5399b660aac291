"""Extremes: which level of any segment is doing best, and which worst?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from csat_core.analyses import answers
from csat_core.analyses.answers import MOST_LEVELS, Tables
from csat_core.analyses.scoring import governed, measured, no_rows
from csat_core.engine import ScopedEngine
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.estimate import Estimate
from csat_core.model.policy import BasePolicy
from csat_core.model.scheme import find_scheme
from csat_core.model.view import View
from csat_core.stats.contingency import beyond_noise
from csat_core.stats.proportions import Verdict, newcombe, verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Extreme:
    """One level of one segment against everybody else in view."""

    segment: Column
    level: str | None
    """None is the blank level."""
    share: Estimate
    against_rest: Estimate
    """Its share minus the share of the rest, Newcombe's interval."""
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Extremes:
    """The level furthest above the rest and the one furthest below; None where none can be told apart."""

    best: Extreme | None
    worst: Extreme | None
    table: pd.DataFrame
    """Every level: segment, level and the numbers, governed along each segment."""
    told: tuple[Extreme, ...] = ()
    """Every level that has the base for a test."""

    def among(self, role: Role) -> tuple[Extreme | None, Extreme | None]:
        """The best and the worst level of the segments with this role, chosen as over all of them."""
        return _ends([each for each in self.told if each.segment.role is role])


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
    parts, found, totals, smallest = [], [], [], dataset.plan.smallest_difference
    for segment in segments:
        table = tables[segment.id].to_pandas()
        found_levels = answers.coded(table[segment.id])
        counts = answers.matrix(table, found_levels.codes, len(found_levels.levels), question)
        numbers = measured(counts, question.scale, scheme)
        part = governed(numbers, policy)
        part.insert(0, "segment", segment.id)
        part.insert(1, "level", pd.Series(found_levels.levels, dtype=object))
        everybody = int(numbers["base"].sum()), int(numbers["satisfied"].sum())
        compared = [_against_rest(row, everybody, segment, policy, smallest) for _, row in part.iterrows()]
        found += compared
        totals += [everybody for each in compared if each is not None]
        if len(part):
            parts.append(part)
    if not parts:
        return Extremes(best=None, worst=None, table=no_rows("segment", "level"))
    every_level = pd.concat(parts, ignore_index=True)
    told = _as_one_of_many([each for each in found if each is not None], totals)
    best, worst = _ends(told)
    return Extremes(best=best, worst=worst, table=every_level, told=tuple(told))


def _as_one_of_many(told: list[Extreme], totals: list[tuple[int, int]]) -> list[Extreme]:
    """The levels with a verdict that holds although all of them were compared: the furthest of many is far by luck."""
    if not told:
        return []
    base = np.array([each.share.base for each in told])
    satisfied = np.rint([each.share.value * each.share.base for each in told])
    whole = np.array(totals)
    holds = beyond_noise(satisfied, base, whole[:, 1], whole[:, 0])
    return [
        each if is_told or each.verdict is Verdict.NO_CHANGE else replace(each, verdict=Verdict.CANNOT_TELL)
        for each, is_told in zip(told, holds, strict=True)
    ]


def _ends(told: Sequence[Extreme]) -> tuple[Extreme | None, Extreme | None]:
    """The highest lower limit above the rest and the lowest upper limit below it; None where none is beyond noise."""
    best = max((e for e in told if e.verdict is Verdict.UP), key=lambda e: e.against_rest.low, default=None)
    worst = min((e for e in told if e.verdict is Verdict.DOWN), key=lambda e: e.against_rest.high, default=None)
    return best, worst


def _against_rest(
    row: pd.Series, everybody: tuple[int, int], segment: Column, policy: BasePolicy, smallest: float
) -> Extreme | None:
    """The level of `row` against the others of its segment, hidden ones included: they only ever appear as a sum."""
    if row["hidden"] or row["base"] < policy.tested_from:
        return None
    base, satisfied = int(row["base"]), int(row["satisfied"])
    rest_base, rest_satisfied = everybody[0] - base, everybody[1] - satisfied
    if rest_base < policy.tested_from:
        return None
    difference = newcombe(satisfied, base, rest_satisfied, rest_base)
    return Extreme(
        segment=segment,
        level=row["level"],
        share=Estimate(value=row["share"], low=row["low"], high=row["high"], base=base),
        against_rest=difference,
        verdict=verdict(difference, smallest),
    )
