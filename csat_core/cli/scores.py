"""Scores and money as documents. Loaded with the first command that needs them: they bring pandas and scipy along."""

import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from csat_core.analyses import roi
from csat_core.analyses.breakdown import breakdown
from csat_core.analyses.coverage import Coverage
from csat_core.analyses.roi import customers_of, returns
from csat_core.analyses.scorecard import scorecard
from csat_core.analyses.scoring import NUMBERS
from csat_core.cli.calls import Document
from csat_core.cli.choices import Typed, view_of
from csat_core.engine.duck import DuckEngine
from csat_core.errors import CsatError
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.period import Grain, periods_between
from csat_core.model.scenario import GUIDE_RATES, Customers, LeavingRates, Provenance, Scenario
from csat_core.model.scheme import Scheme, find_scheme
from csat_core.model.view import View
from csat_core.store import Store, settings
from csat_core.store.catalogue import find_dataset

COUNTS = frozenset({"base", "satisfied", "neutral", "dissatisfied"})
BANDS = ("dissatisfied", "neutral", "satisfied")
MOST_CELLS = 1_000_000
OWN_KEYS = frozenset({*NUMBERS, "period", "nps", "hidden", "caveats"})


class TooManyGroupsError(CsatError):
    """Groups that cross to more rows than anyone reads."""

    def __init__(self, cells: int) -> None:
        super().__init__(
            f"These groups cross to as many as {cells:,} rows; ask for fewer columns or longer periods, "
            "or narrow them with --where, --since and --until."
        )


class NoCustomersError(CsatError):
    """A number of customers that nothing can be scaled to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What was typed about money."""

    after: Customers | None
    spend: float | None
    leaving: LeavingRates | None
    customers: float | None
    """Scale to so many."""


def score(store: Store, named: str, typed: Typed, by: Sequence[str], grain: Grain | None) -> Document:
    """The scores of a dataset: one row for all answers, or one for each group, period, or both crossed."""
    dataset = find_dataset(store, named)
    view = view_of(dataset, typed, grain, settings.scheme_names(store))
    columns = tuple(dict.fromkeys(dataset.find(name, dataset.segments) for name in by))
    _require_readable(dataset, view, columns, grain)
    engine, policy = DuckEngine(store).within(), settings.policy(store)
    table = breakdown(engine, dataset, view, policy, columns, grain)
    question, scheme = dataset.column(view.question), find_scheme(view.scheme)
    always = _always(dataset, question, scheme)
    names = _keys(columns)
    document: Document = {
        "dataset": dataset.name,
        "dataset_id": dataset.id,
        "question": question.name,
        "question_id": question.id,
        "scheme": scheme.id,
        "by": list(names.values()),
        "rows": [_row(row, names, scheme, always) for row in table.to_dict("records")],
    }
    if not columns and grain is None and _may_have_coverage(dataset):
        found = scorecard(engine, dataset, view, policy).coverage
        if found is not None:
            document["coverage"] = _coverage(found)
    return document


def _require_readable(dataset: Dataset, view: View, columns: Sequence[Column], grain: Grain | None) -> None:
    chosen = {each.column: len(each.values) for each in view.filters}
    cells = math.prod(chosen.get(column.id, len(column.levels) + 1) for column in columns)
    first, last = view.since or dataset.since, view.until or dataset.until
    if grain and first and last:
        cells *= len(periods_between(grain, max(first, dataset.since or first), min(last, dataset.until or last))) or 1
    if cells > MOST_CELLS:
        raise TooManyGroupsError(cells)


def _keys(columns: Sequence[Column]) -> dict[str, str]:
    """What each column of `columns` is called in a row: its name, with its id behind it where that is taken."""
    named = [column.name for column in columns]
    return {
        column.id: f"{column.name} ({column.id})"
        if column.name in OWN_KEYS or named.count(column.name) > 1
        else column.name
        for column in columns
    }


def _always(dataset: Dataset, question: Column, scheme: Scheme) -> tuple[Caveat, ...]:
    """What is to be said of every row."""
    assert question.scale is not None
    found = (Caveat.UNWEIGHTED,) if dataset.with_role(Role.WEIGHT) else ()
    return (*found, Caveat.NO_DISSATISFIED_BAND) if scheme.bands(question.scale).dissatisfied_to is None else found


def _row(row: Mapping[Hashable, Any], names: Mapping[str, str], scheme: Scheme, always: tuple[Caveat, ...]) -> Document:
    found: Document = {"period": row["period"]} if "period" in row else {}
    found |= {name: None if pd.isna(row[key]) else str(row[key]) for key, name in names.items()}
    found |= {key: _number(row[key], whole=key in COUNTS) for key in NUMBERS}
    if scheme.id == "nps":
        found["nps"] = found["net"]
    found["hidden"] = bool(row["hidden"])
    found["caveats"] = [caveat.value for caveat in (*row["caveats"], *always)]
    return found


def _whole(values: Sequence[float]) -> list[float | int]:
    """Customers for JSON: whole numbers are integers, though a plan may move half a customer."""
    return [int(value) if float(value).is_integer() else float(value) for value in values]


def _number(value: float, *, whole: bool = False) -> float | int | None:
    """`value` for JSON: NaN is None, a count is an integer."""
    if math.isnan(value):
        return None
    return round(value) if whole else float(value)


def _may_have_coverage(dataset: Dataset) -> bool:
    return bool(dataset.with_role(Role.INVITED) or dataset.invited or dataset.customers)


def _coverage(found: Coverage) -> Document:
    return {
        "answered": found.answered,
        "population": found.population,
        "population_is": "invited" if found.is_invited else "customers",
        "rate": _number(found.rate.value),
        "low": _number(found.share.low),
        "high": _number(found.share.high),
        "worst": _number(found.worst),
        "best": _number(found.best),
    }


def money_of_dataset(store: Store, named: str, typed: Typed, plan: Plan) -> Document:
    """What is at risk among the respondents of a dataset, and what the plan saves; null where hidden."""
    dataset = find_dataset(store, named)
    view = view_of(dataset, typed, None, settings.scheme_names(store))
    card = scorecard(DuckEngine(store).within(), dataset, view, settings.policy(store))
    head: Document = {"dataset": dataset.name, "question": card.question.name, "scheme": card.scheme.id}
    caveats: tuple[Caveat, ...] = tuple(card.headline["caveats"])
    if dataset.with_role(Role.WEIGHT):
        caveats += (Caveat.UNWEIGHTED,)
    found = customers_of(card)
    if found is None:
        return head | _hidden(plan, caveats)
    customers, own_caveats = found
    is_from_data = plan.spend is None and card.spend.value >= 0
    spend = card.spend.value if is_from_data else plan.spend
    provenance = Provenance.DATA if is_from_data else None
    return head | money(customers, replace(plan, spend=spend), caveats + own_caveats, provenance)


def money(
    customers: Customers, plan: Plan, caveats: tuple[Caveat, ...] = (), provenance: Provenance | None = None
) -> Document:
    """What is at risk among `customers` and what the plan saves, exactly; money is null without a spend.

    `provenance` says where the spend is from, where it was not typed.
    """
    leaving = plan.leaving or GUIDE_RATES
    scenario = Scenario(before=customers, after=plan.after, leaving=leaving, spend=plan.spend)
    if plan.customers is not None:
        scenario = scenario.scaled(_factor(plan.customers, customers))
    result = returns(scenario, caveats)
    return {
        "before": _risk(result.before),
        "after": _risk(result.after) if result.after else None,
        "saved": _number(result.saved),
        "saved_customers": _number(result.saved_customers),
        "value_of_a_point": _number(result.value_of_a_point),
        "paths": [
            {"from": path.moving, "customers": path.customers, "kept": path.kept, "value": _number(path.value)}
            for path in result.paths
        ],
        **_inputs(plan, provenance),
        "caveats": [caveat.value for caveat in dict.fromkeys(result.caveats)],
    }


def _factor(customers: float, counted: Customers) -> float:
    if not (math.isfinite(customers) and customers > 0):
        raise NoCustomersError(f"{customers:,.6g} customers cannot be; give --customers a number above 0.")
    if not counted.total:
        raise NoCustomersError("There are no customers in the bands, so there is nothing to scale with --customers.")
    return customers / counted.total


def _inputs(plan: Plan, provenance: Provenance | None) -> Document:
    leaving = plan.leaving or GUIDE_RATES
    if provenance is None and plan.spend is not None:
        provenance = Provenance.TYPED
    return {
        "spend": plan.spend,
        "spend_provenance": provenance.value if provenance else None,
        "churn": dict(zip(BANDS, leaving.rates, strict=True)),
        "churn_provenance": (Provenance.GUIDE if plan.leaving is None else Provenance.TYPED).value,
        "scaled_to": plan.customers,
    }


def _risk(risk: roi.Risk) -> Document:
    return {
        "csat": _number(risk.csat),
        "lost": risk.lost,
        "at_risk": _number(risk.at_risk),
        "customers": dict(zip(BANDS, _whole(risk.customers.counts), strict=True)),
    }


def _hidden(plan: Plan, caveats: tuple[Caveat, ...]) -> Document:
    """The document of answers too few to show: every number of theirs null."""
    nothing = dict.fromkeys(("csat", "lost", "at_risk"))
    bands = dict.fromkeys(BANDS)
    return {
        "before": {**nothing, "customers": bands},
        "after": None,
        **dict.fromkeys(("saved", "saved_customers", "value_of_a_point")),
        "paths": [],
        **_inputs(plan, None),
        "caveats": [caveat.value for caveat in caveats],
    }
