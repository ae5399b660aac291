"""Recoding: what a guarded table is told by - which levels stand alone, under which filters - and that as expressions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Any

import narwhals.stable.v2 as nw

from csat_core.engine.measures import one_of
from csat_core.model.derived import derived
from csat_core.model.period import Grain
from csat_core.model.predicate import Value
from csat_core.model.scale import BLANK

POOLED = "Small groups together"
"""The level in which the groups stand that are too small to be shown, or that may not be told under a filter."""
DAY = "day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How a table by `groups` is told in every view that the free filters allow."""

    groups: tuple[str, ...]
    kept: Mapping[str, frozenset[Value]]
    """By column the levels that stand alone; of free columns those under which, and by which, the table is told."""
    together: frozenset[frozenset[str]]
    """Which free columns may be set, or divide the table, at the same time."""

    def is_told(self, chosen: Mapping[str, Value]) -> bool:
        """Whether the table is told under these filters."""
        return frozenset(chosen) in self.together and all(level in self.kept[name] for name, level in chosen.items())


def rest_of(column: str) -> str | None:
    """What the rest of a column is called; days and derived levels are then unknown."""
    return None if column == DAY or derived(column) else POOLED


def period(grain: Grain) -> nw.Expr:
    """The first day of the period of each day."""
    day = nw.col(DAY)
    if grain is Grain.WEEK:
        start = day
        for number in range(2, 8):
            start = nw.when(day.dt.weekday() == number).then(day.dt.offset_by(f"-{number - 1}d")).otherwise(start)
        return start.cast(nw.Date())
    every = {Grain.DAY: "1d", Grain.MONTH: "1mo", Grain.QUARTER: "1q", Grain.YEAR: "1y"}[grain]
    return day.dt.truncate(every).cast(nw.Date())


def level(column: str, kept: Iterable[Value], *, also: nw.Expr | None = None, grain: Grain | None = None) -> nw.Expr:
    """The level of each response where it stands alone (and `also` holds), else the rest."""
    named = tuple(kept)
    is_day = column == DAY
    none = nw.lit(None, nw.Date() if is_day else nw.String())
    if not named or (is_day and grain is None):
        return none if rest_of(column) is None else nw.lit(POOLED)
    value = period(grain) if is_day and grain is not None else nw.col(column)
    stands = one_of(value, named) if also is None else one_of(value, named) & also
    otherwise = none if rest_of(column) is None else nw.lit(POOLED)
    return nw.when(stands).then(value).otherwise(otherwise)


def stands_alone(telling: Telling, levels: Sequence[tuple[str, nw.Expr]]) -> nw.Expr | None:
    """Whether every one of a response's `levels` (by column, as told) stands alone; None where there are none."""
    parts = [one_of(expression, tuple(telling.kept[name])) for name, expression in levels]
    return reduce(and_, parts) if parts else None


def answered(columns: Sequence[str]) -> nw.Expr:
    """1 where every question was answered and every number is known, else 0."""
    parts = [nw.col(name) > 0 if name.startswith("q") else ~nw.col(name).is_null() for name in columns]
    return nw.when(reduce(and_, parts)).then(nw.lit(1)).otherwise(nw.lit(0))


def without(table: Any, first: str, second: str, *, is_told: bool) -> Any:
    """A table of two questions in which the second is blank beside a non-answer, and everywhere unless `is_told`."""
    frame = nw.from_native(table, eager_only=True)
    sums = [nw.col(name).sum() for name in frame.columns if name not in (first, second)]
    stays = (nw.col(first) > 0) & nw.lit(is_told)
    blank = nw.when(stays).then(nw.col(second)).otherwise(nw.lit(BLANK)).cast(frame.schema[second])
    return frame.with_columns(**{second: blank}).group_by(first, second).agg(*sums).to_native()


def without_sums(table: Any, number: str) -> Any:
    """A table in which `number` is known of nobody."""
    frame = nw.from_native(table, eager_only=True)
    parts = [f"{number}_{part}" for part in ("n", "sum", "squares")]
    return frame.with_columns(**{name: nw.lit(0).cast(frame.schema[name]) for name in parts}).to_native()
