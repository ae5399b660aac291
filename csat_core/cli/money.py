"""Money as documents: what is at risk, and what a better score is worth."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from csat_core.analyses.roi import Risk, returns, starting
from csat_core.analyses.scorecard import scorecard
from csat_core.cli.asked import asked
from csat_core.cli.calls import Document
from csat_core.cli.choices import Rounds, Typed
from csat_core.cli.numbers import codes, number
from csat_core.errors import CsatError
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Role
from csat_core.model.scenario import (
    GUIDE_RATES,
    Customers,
    InvalidScenarioError,
    LeavingRates,
    Provenance,
    Scenario,
)
from csat_core.store import Store
from csat_core.store.catalogue import find_dataset

BANDS = ("dissatisfied", "neutral", "satisfied")


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
    rounds: Rounds = Rounds.LAST


def of_dataset(store: Store, named: str, typed: Typed, plan: Plan) -> Document:
    """What is at risk among the respondents of a dataset, and what the plan saves; null where hidden."""
    dataset = find_dataset(store, named)
    its = asked(store, dataset, typed)
    card = scorecard(its.engine, dataset, its.view, its.policy)
    last = card.last_round if plan.rounds is Rounds.LAST else None
    caveats: tuple[Caveat, ...] = tuple((last.headline if last else card.headline)["caveats"])
    if dataset.with_role(Role.WEIGHT):
        caveats += (Caveat.UNWEIGHTED,)
    found = starting(card, dataset, is_last=last is not None)
    if found is None:
        return its.head | {"round": None} | _hidden(plan, caveats)
    is_from_data = plan.spend is None and found.spend is not None
    spend = found.spend if is_from_data else plan.spend
    provenance = Provenance.DATA if is_from_data else None
    its_round = (
        {"since": last.window.start.isoformat(), "until": last.window.end.isoformat(), "of": last.of} if last else None
    )
    document = of_customers(found.customers, replace(plan, spend=spend), caveats + found.caveats, provenance)
    column = dataset.money.name if is_from_data and dataset.money else None
    return its.head | {"round": its_round} | document | {"spend_column": column}


def of_customers(
    customers: Customers, plan: Plan, caveats: tuple[Caveat, ...] = (), provenance: Provenance | None = None
) -> Document:
    """What is at risk among `customers` and what the plan saves, exactly; money is null without a spend.

    `provenance` says where the spend is from, where it was not typed. Raises InvalidScenarioError without customers.
    """
    if not customers.total:
        raise InvalidScenarioError("There is no customer in the three bands; give at least one, such as 200,200,600.")
    leaving = plan.leaving or GUIDE_RATES
    scenario = Scenario(before=customers, after=plan.after, leaving=leaving, spend=plan.spend)
    if plan.customers is not None:
        scenario = scenario.scaled(_factor(plan.customers, customers))
    result = returns(scenario, caveats)
    return {
        "before": _risk(result.before),
        "after": _risk(result.after) if result.after else None,
        "saved": number(result.saved),
        "saved_customers": number(result.saved_customers),
        "value_of_a_point": number(result.value_of_a_point),
        "paths": [
            {"from": path.moving, "customers": path.customers, "kept": path.kept, "value": number(path.value)}
            for path in result.paths
        ],
        **_inputs(plan, provenance),
        "caveats": codes(dict.fromkeys(result.caveats)),
    }


def _factor(customers: float, counted: Customers) -> float:
    if not (math.isfinite(customers) and customers > 0):
        raise NoCustomersError(f"{customers:,.6g} customers cannot be; give --customers a number above 0.")
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


def _risk(risk: Risk) -> Document:
    return {
        "csat": number(risk.csat),
        "lost": risk.lost,
        "at_risk": number(risk.at_risk),
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
        "caveats": codes(caveats),
    }


def _whole(values: Sequence[float]) -> list[float | int]:
    """Customers for JSON: whole numbers are integers, though a plan may move half a customer."""
    return [int(value) if float(value).is_integer() else float(value) for value in values]
