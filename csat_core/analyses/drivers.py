"""Drivers: what goes together with satisfaction, how much has each of them to do with it, and what to do first?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import pyarrow as pa

from csat_core.analyses import answers
from csat_core.analyses.association import COLUMNS, Counts, Target, joint, of_driver, of_segment
from csat_core.analyses.importance import Model, Pair, Uncertainty, modelled, uncertain
from csat_core.analyses.priorities import prioritised
from csat_core.engine import ScopedEngine
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.derived import REPLICATE
from csat_core.model.estimate import UNDEFINED, Estimate
from csat_core.model.plan import MissingRule
from csat_core.model.policy import BasePolicy
from csat_core.model.predicate import Between, Predicate
from csat_core.model.scenario import Customers
from csat_core.model.scheme import find_scheme
from csat_core.model.view import View
from csat_core.stats.importance import LogisticImportance, Method
from csat_core.stats.means import mean_from_sums

SAMPLE = 200_000
"""Responses that intervals are worked out from at most, about."""

BUCKETS = 1_000_000

OUTSIDE = frozenset(
    {Caveat.MOSTLY_BLANK, Caveat.CONSTANT_DRIVER, Caveat.CONSTANT_OUTCOME, Caveat.LEAKING, Caveat.ASSOCIATION_ONLY}
)
"""What keeps a driver outside the model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DriverChoice:
    """Which columns are looked at, and how."""

    drivers: tuple[str, ...]
    """Column ids; a segment among them is looked at for association only."""
    missing: MissingRule = MissingRule.LISTWISE
    is_binary: bool = False
    """The outcome as satisfied or not instead of the answer's number."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Drivers:
    """What was found."""

    target: Target
    choice: DriverChoice
    table: pd.DataFrame
    """One row for each driver as chosen: its association, importance, asymmetry and gain. Hidden rows are NaN throughout."""
    model: Model | None
    """None where no driver can be in it, or no response has all of them."""
    base: int
    """Responses in the model."""
    r_squared: float
    """Of the model, unadjusted; NaN where undefined."""
    customers: Customers
    """Those who answered the outcome, in its bands."""
    spend: Estimate
    """Average revenue of those who answered the outcome; undefined without."""
    logistic: LogisticImportance | None
    is_sample: bool
    """Whether intervals come from a sample."""
    caveats: tuple[Caveat, ...]

    @property
    def method(self) -> Method | None:
        """How R2 was shared out; None without a model."""
        return self.model.importance.method if self.model and self.model.importance else None

    @property
    def together(self) -> tuple[Pair, ...]:
        """Drivers that move together."""
        return self.model.together if self.model else ()

    @property
    def refused(self) -> str | None:
        """Why importance cannot be shared out; None where it is."""
        return self.model.refused if self.model else None


def usual_choice(dataset: Dataset, view: View) -> DriverChoice:
    """The planned drivers, else all; the plan's rule for responses that lack an answer."""
    named = tuple(column.id for column in dataset.drivers if column.id != view.question)
    return DriverChoice(drivers=named, missing=dataset.plan.missing)


def candidates(dataset: Dataset, view: View) -> tuple[Column, ...]:
    """Every column that can be looked at: rated questions beside the outcome, then segments."""
    questions = (*dataset.with_role(Role.DRIVER), *dataset.with_role(Role.OUTCOME))
    return (*(each for each in questions if each.id != view.question), *dataset.segments_of_interest)


def drivers(
    engine: ScopedEngine,
    dataset: Dataset,
    view: View,
    policy: BasePolicy,
    choice: DriverChoice,
    known: answers.Tables | None = None,
) -> Drivers:
    """The drivers of the view's question, without the intervals of importance. Two requests: tables of pairs, twice.

    One where `known` (of `answers.with_question`) holds every column that is looked at.
    """
    target = Target(
        question=answers.question_of(dataset, view), scheme=find_scheme(view.scheme), is_binary=choice.is_binary
    )
    columns = [dataset.column(name) for name in choice.drivers]
    tables: Mapping[str, pa.Table]
    if known is not None and all(column.id in known for column in columns):
        tables = {column.id: known[column.id] for column in columns}
    else:
        tables = _with_outcome(engine, dataset, view, target, columns)
    outcome = _outcome(tables, target)
    customers = _customers(outcome, target)
    spend = _spend(outcome, dataset, policy)
    rows = [
        of_driver(joint(table, column, target.question), column, target, int(customers.total), policy)
        if column.scale is not None
        else of_segment(table, column, target, policy)
        for column, table in zip(columns, tables.values(), strict=True)
    ]
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    inside = [
        column
        for column, row in zip(columns, rows, strict=True)
        if not row["hidden"] and not OUTSIDE & set(row["caveats"])  # type: ignore[call-overload]
    ]
    model = _model(engine, dataset, view, policy, choice, target, inside)
    caveats = _caveats(dataset, target, choice, table, model, inside)
    found = Drivers(
        target=target,
        choice=choice,
        table=table,
        model=model,
        base=model.importance.base if model and model.importance else 0,
        r_squared=model.importance.r_squared if model and model.importance else np.nan,
        customers=customers,
        spend=spend,
        logistic=None,
        is_sample=False,
        caveats=caveats,
    )
    return replace(found, table=_completed(found, None))


def uncertainty(engine: ScopedEngine, dataset: Dataset, view: View, found: Drivers) -> Uncertainty | None:
    """How sure the model of `found` is: one request for a sample. None without a model, and where it is of pairs."""
    model = found.model
    if model is None or model.importance is None or found.choice.missing is MissingRule.PAIRWISE:
        return None
    columns = [column.id for column in (*model.drivers, found.target.question)]
    where = (*view.where, *_answered(columns))
    if found.base > SAMPLE:
        where = (*where, Between(column="bucket", high=BUCKETS * SAMPLE // found.base - 1))
    return uncertain(model, engine.counts(dataset.id, [REPLICATE, *columns], where))


def with_uncertainty(found: Drivers, known: Uncertainty | None) -> Drivers:
    """`found` with the intervals of importance, those of the asymmetry made robust, and the logistic fit."""
    if known is None:
        return found
    caveats = list(found.caveats)
    if found.base > SAMPLE:
        caveats.append(Caveat.SAMPLED)
    if known.logistic is not None and known.logistic.separated:
        caveats.append(Caveat.SEPARATED)
    return replace(
        found,
        table=_completed(found, known),
        logistic=known.logistic,
        is_sample=found.base > SAMPLE,
        caveats=tuple(caveats),
    )


def _with_outcome(
    engine: ScopedEngine, dataset: Dataset, view: View, target: Target, columns: Iterable[Column]
) -> dict[str, pa.Table]:
    """The joint counts of the outcome with each column, and the revenue in them."""
    hub = target.question.id
    levels = {hub: target.scale.points + 4}
    levels |= {column.id: _levels(column) for column in columns}
    if len(levels) == 1:
        return {}
    sums = [dataset.money.id] if dataset.money else []
    pairs = engine.pairs(dataset.id, levels, view.where, hub=hub, sums=sums)
    return {name: pairs[hub, name] for name in levels if name != hub}


def _levels(column: Column) -> int:
    return column.scale.points + 4 if column.scale else len(column.levels) + 1


def _outcome(tables: Mapping[str, pa.Table], target: Target) -> pd.DataFrame:
    """The answers to the outcome with the sums beside them, whatever the driver."""
    if not tables:
        return pd.DataFrame({target.question.id: [], "n": []})
    table = next(iter(tables.values())).to_pandas()
    numbers = table.drop(columns=[name for name in tables if name in table])
    found: pd.DataFrame = numbers[numbers[target.question.id] > 0].groupby(target.question.id, as_index=False).sum()
    return found


def _customers(outcome: pd.DataFrame, target: Target) -> Customers:
    counts = np.zeros(target.scale.points)
    counts[outcome[target.question.id].to_numpy(dtype=int) - 1] = outcome["n"].to_numpy()
    dissatisfied, neutral, satisfied = (float(n) for n in counts @ target.bands)
    return Customers(dissatisfied=dissatisfied, neutral=neutral, satisfied=satisfied)


def _spend(outcome: pd.DataFrame, dataset: Dataset, policy: BasePolicy) -> Estimate:
    if dataset.money is None or outcome.empty:
        return UNDEFINED
    base, total, squares = (float(outcome[f"{dataset.money.id}_{part}"].sum()) for part in ("n", "sum", "squares"))
    return mean_from_sums(int(base), total, squares) if base >= policy.shown_from else UNDEFINED


def _answered(columns: Iterable[str]) -> tuple[Predicate, ...]:
    """Responses that answered every one of the questions."""
    return tuple(Between(column=column, low=1) for column in columns)


def _model(
    engine: ScopedEngine,
    dataset: Dataset,
    view: View,
    policy: BasePolicy,
    choice: DriverChoice,
    target: Target,
    inside: list[Column],
) -> Model | None:
    """The model of the drivers `inside` it; None where there are none, or too few responses to say anything."""
    if not inside:
        return None
    columns = [*inside, target.question]
    is_pairwise = choice.missing is MissingRule.PAIRWISE
    where = view.where if is_pairwise else (*view.where, *_answered(column.id for column in columns))
    pairs = engine.pairs(dataset.id, {column.id: _levels(column) for column in columns}, where)
    tables: dict[tuple[int, int], Counts] = {
        (i, j): joint(pairs[columns[i].id, columns[j].id], columns[i], columns[j])
        for j in range(len(columns))
        for i in range(j)
    }
    if min(int(counts.sum()) for counts in tables.values()) < policy.tested_from:
        return None
    return modelled(tables, inside, target)


def _completed(found: Drivers, known: Uncertainty | None) -> pd.DataFrame:
    """The table with what the model says of each driver; NaN for those outside it."""
    return prioritised(found.table, found.model, known, found.customers, found.spend)


def _caveats(
    dataset: Dataset,
    target: Target,
    choice: DriverChoice,
    table: pd.DataFrame,
    model: Model | None,
    inside: list[Column],
) -> tuple[Caveat, ...]:
    found = [Caveat.UNWEIGHTED] if dataset.with_role(Role.WEIGHT) else []
    if target.scheme.bands(target.scale).dissatisfied_to is None:
        found.append(Caveat.NO_DISSATISFIED_BAND)
    if choice.missing is MissingRule.PAIRWISE and model is not None:
        found.append(Caveat.PAIRWISE)
    if model is not None and model.refused:
        return (*found, Caveat.COLLINEAR)
    if inside and (model is None or model.importance is None or np.isnan(model.importance.r_squared)):
        return (*found, Caveat.TOO_FEW_FOR_MODEL)
    if model is not None and len(model.asymmetry):
        found.append(Caveat.GUIDE_RATES)
    if model is not None and model.importance is not None and choice.missing is MissingRule.LISTWISE:
        single = table["base"].to_numpy(dtype=float)[table["driver"].isin([column.id for column in inside])]
        if model.importance.base < np.median(single) / 2:
            found.append(Caveat.LISTWISE_LOSES)
    return tuple(found)
