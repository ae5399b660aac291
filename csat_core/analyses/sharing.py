"""Sharing: what the readers of a link may know of a dataset, and by what they may divide and narrow it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow as pa

from csat_core.analyses.answers import MOST_LEVELS
from csat_core.analyses.daily import in_view
from csat_core.engine import POOLED, ScopedEngine
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.derived import banded, customer_kinds
from csat_core.model.event import Event
from csat_core.model.expectations import cuts_with_limits
from csat_core.model.plan import Plan, QuestionPlan
from csat_core.model.predicate import OneOf
from csat_core.model.scale import BLANK, DONT_KNOW, NOT_APPLICABLE
from csat_core.model.scope import OutOfScopeError, Scope

SHOWN = frozenset({Role.SEGMENT, Role.TOUCHPOINT})
WITH_GOALS = "onepager"
"""The page that says goals, and who answers for them."""
SUMMED = frozenset({Role.REVENUE, Role.INVITED, Role.WEIGHT})


def groups_of(dataset: Dataset) -> frozenset[str]:
    """By what a link may divide answers: segments that are no list of names and no agents, new against existing
    customers, and the usual bands of numbers."""
    segments = (each.id for each in dataset.with_role(*SHOWN) if 1 < len(each.levels) < MOST_LEVELS)
    kinds = customer_kinds(dataset)
    bands = (banded(each, cuts).id for each in dataset.with_role(Role.METRIC) if (cuts := cuts_with_limits(each)))
    return frozenset((*segments, *([kinds.id] if kinds else []), *bands))


def offered(engine: ScopedEngine, dataset: Dataset) -> tuple[OneOf, ...]:
    """Of each free column the levels that a reader may choose, in the order of the dataset; raises OutOfScopeError where
    everything in the scope is too small to be shown."""
    return engine.offered(dataset.id)


def narrowed(engine: ScopedEngine, dataset: Dataset) -> Dataset:
    """`dataset` as the readers within a guarded scope may know it; as it is for others.

    The shared questions, groups with the levels that stand alone, numbers that are summed or cut into bands; no texts (of
    customers that there are some, where new and existing ones are told apart), no agents; of the plan the choices pages
    begin with, and goals and owners where the one-pager says them. Counts, levels and days are those within the scope.
    Raises OutOfScopeError where everything in it is too small to be shown.
    """
    if not engine.scope.is_guarded:
        return dataset
    columns = tuple(_columns(engine, dataset))
    days = engine.counts(dataset.id, ["day"]).column("day").to_pylist() if dataset.has_days else []
    since, until = in_view((day for day in days if day is not None), engine.scope, dataset)
    return replace(
        dataset,
        columns=columns,
        responses=int(engine.counts(dataset.id, []).column("n")[0].as_py()),
        since=_begun(since, engine.scope, dataset),
        until=until,
        withholds_days=dataset.has_days and since is None,
        owner=None,
        plan=_plan(dataset, {column.id for column in columns}, engine.scope),
        events=tuple(
            _public(event) for event in dataset.events if since and until and since <= event.day <= until
        ),
    )  # fmt: skip


def _begun(since: date | None, scope: Scope, dataset: Dataset) -> date | None:
    """The first day; where a locked beginning leaves out answers, that of its period: that one is known not to be whole."""
    if since is None or dataset.since is None or scope.grain is None or since <= dataset.since:
        return since
    return max(scope.grain.start(since), dataset.since)


def _columns(engine: ScopedEngine, dataset: Dataset) -> Iterable[Column]:
    """The columns that are shared, as they look within the scope."""
    scope = engine.scope
    looked_at = [column for column in dataset.questions if column.id in (scope.questions or ())]
    if not looked_at:
        raise OutOfScopeError
    tables = _tables(engine, dataset, looked_at[0])
    kinds = customer_kinds(dataset)
    for column in (*looked_at, *(each for each in dataset.columns if each not in looked_at)):
        if column in looked_at:
            yield _question(column, engine.counts(dataset.id, [column.id]), Role.OUTCOME)
        elif column.scale is not None and column.id in tables:
            yield _question(column, tables[column.id], Role.DRIVER)
        elif column.id in tables:
            yield _segment(column, tables[column.id])
        elif column.role in SUMMED or (column.role is Role.METRIC and scope.bands_of(column.id)):
            yield replace(column, levels=(), answered=0, blank=0)
        elif column.role is Role.TIME and scope.grain is not None:
            yield column
        elif column.role is Role.CUSTOMER and kinds and scope.may_divide(kinds.id):
            yield replace(column, answered=0, blank=0)


def _tables(engine: ScopedEngine, dataset: Dataset, question: Column) -> Mapping[str, pa.Table]:
    """The shared question with every other one and every group that is shared. One request."""
    scope, sizes = engine.scope, {question.id: 20}
    sizes |= {each.id: 20 for each in dataset.questions if each.id in (scope.drivers or ()) and each.id != question.id}
    sizes |= {each.id: len(each.levels) + 1 for each in dataset.segments if scope.may_divide(each.id)}
    found = engine.pairs(dataset.id, sizes, hub=question.id)
    return {other: table for (_, other), table in found.items()}


def _question(column: Column, table: pa.Table, role: Role) -> Column:
    found = _sizes(table, column.id)
    return replace(
        column,
        role=role,
        answered=sum(n for position, n in found.items() if position > 0),
        blank=found.get(BLANK, 0),
        not_applicable=found.get(NOT_APPLICABLE, 0),
        dont_know=found.get(DONT_KNOW, 0),
    )


def _segment(column: Column, table: pa.Table) -> Column:
    """The levels that stand alone in their order, the small ones together behind them."""
    found = _sizes(table, column.id)
    levels = (
        *(level for level in column.levels if level in found and level != POOLED),
        *([POOLED] if POOLED in found else []),
    )
    blank = found.get(None, 0)
    return replace(column, levels=levels, answered=sum(found.values()) - blank, blank=blank)


def _sizes(table: pa.Table, column: str) -> dict[Any, int]:
    """Responses by value of a column."""
    totals: dict[Any, int] = {}
    for value, n in zip(table.column(column).to_pylist(), table.column("n").to_pylist(), strict=True):
        totals[value] = totals.get(value, 0) + int(n)
    return totals


def _plan(dataset: Dataset, there: set[str], scope: Scope) -> Plan:
    """The choices that pages begin with, goals and owners for the one-pager; everything else stays where it was written."""
    plan, is_main = dataset.plan, dataset.first_question.id in (scope.questions or ())
    has_goals = scope.pages is None or WITH_GOALS in scope.pages
    asked = (QuestionPlan(column=each.column, owner=each.owner) for each in plan.asked if each.column in there)
    return Plan(
        goals=plan.goals if has_goals else (),
        asked=tuple(asked) if has_goals else (),
        outcome=plan.outcome if is_main else None,
        drivers=tuple(each for each in plan.drivers if each in there),
        segments=tuple(each for each in plan.segments if each in there),
        missing=plan.missing,
        smallest_difference=plan.smallest_difference,
        target=plan.target if is_main else None,
        policy=plan.policy,
        numbers=plan.numbers,
    )


def _public(event: Event) -> Event:
    """What happened and when, without what was noted beside it."""
    return replace(event, note="", word="")
