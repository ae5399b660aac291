"""Revenue at risk and return: what does dissatisfaction cost, and what is a better score worth?"""

import math
from dataclasses import dataclass

import pandas as pd

from csat_core.analyses.scorecard import Scorecard
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Dataset, Role
from csat_core.model.estimate import Estimate
from csat_core.model.scale import Scale
from csat_core.model.scenario import GUIDE_RATES, Customers, LeavingRates, Scenario
from csat_core.model.scheme import Scheme


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """What is at risk in one state of the customers."""

    customers: Customers
    csat: float
    """The satisfied share, 0-1."""
    lost: float
    """Customers expected to leave within a year, unrounded."""
    at_risk: float
    """Revenue at risk in a year; NaN without a spend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """What one point of CSAT is worth when it is won from one band."""

    moving: str
    """The band the customers come from: `dissatisfied` or `neutral`."""
    customers: float
    """How many must move for one point."""
    kept: float
    """How many of them stay because of it."""
    value: float
    """Revenue in a year; NaN without a spend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """A scenario, worked out."""

    before: Risk
    after: Risk | None
    saved_customers: float
    """NaN without a change."""
    saved: float
    """Revenue saved in a year; NaN without a change or a spend."""
    value_of_a_point: float
    """`saved` for each point of CSAT along this change; NaN where CSAT does not change."""
    paths: tuple[Path, ...]
    caveats: tuple[Caveat, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Starting:
    """Where a scenario begins: the customers as they are, and what each is worth."""

    customers: Customers
    spend: float | None
    """Average yearly revenue of a customer; None where nobody knows."""
    caveats: tuple[Caveat, ...]

    @property
    def moved(self) -> float:
        """Dissatisfied customers who become satisfied in the proposed scenario: a tenth of them."""
        return float(round(self.customers.dissatisfied / 10))

    @property
    def scenario(self) -> Scenario:
        """The proposed scenario."""
        after = self.customers.moved(dissatisfied_to_satisfied=float(int(self.moved)))
        return Scenario(before=self.customers, after=after, leaving=LeavingRates(), spend=self.spend)


def returns(scenario: Scenario, caveats: tuple[Caveat, ...] = ()) -> Return:
    """`scenario`, worked out exactly: lost = sum over bands of customers x leaving rate; at risk = lost x spend."""
    before = _risk(scenario, scenario.before)
    after = _risk(scenario, scenario.after) if scenario.after else None
    saved_customers = before.lost - after.lost if after else math.nan
    saved = before.at_risk - after.at_risk if after else math.nan
    points = _points(scenario.before, scenario.after) if scenario.after else math.nan
    extra: tuple[Caveat, ...] = (Caveat.NO_SPEND,) if scenario.spend is None else ()
    if scenario.leaving == GUIDE_RATES:
        extra += (Caveat.GUIDE_RATES,)
    return Return(
        before=before,
        after=after,
        saved_customers=saved_customers,
        saved=saved,
        value_of_a_point=saved / points if points and abs(points) > 1e-9 else math.nan,
        paths=_paths(scenario),
        caveats=caveats + extra,
    )


def _points(before: Customers, after: Customers) -> float:
    """The change of CSAT in points; NaN without customers. From the counts: 70 % - 60 % in floats is not 10 points."""
    return 100 * (after.satisfied - before.satisfied) / before.total if before.total else math.nan


def _risk(scenario: Scenario, customers: Customers) -> Risk:
    lost = sum(count * rate for count, rate in zip(customers.counts, scenario.leaving.rates, strict=True))
    spend = math.nan if scenario.spend is None else scenario.spend
    return Risk(customers=customers, csat=customers.csat, lost=lost, at_risk=lost * spend)


def _paths(scenario: Scenario) -> tuple[Path, ...]:
    customers, leaving = scenario.before, scenario.leaving
    one_point = customers.total / 100
    spend = math.nan if scenario.spend is None else scenario.spend
    found = []
    for band, count in (("dissatisfied", customers.dissatisfied), ("neutral", customers.neutral)):
        if count > 0:
            kept = customers.total * (getattr(leaving, band) - leaving.satisfied) / 100
            found.append(Path(moving=band, customers=one_point, kept=kept, value=kept * spend))
    return tuple(found)


def customers_of(card: Scorecard) -> tuple[Customers, tuple[Caveat, ...]] | None:
    """The respondents of a scorecard as customers in bands, with what to know about it; None where hidden."""
    if card.headline["hidden"]:
        return None
    assert card.question.scale is not None
    customers, caveats = customers_in(card.headline, card.scheme, card.question.scale)
    return customers, (*caveats, *((Caveat.SEVERAL_ROUNDS,) if card.last_round else ()))


def customers_now(card: Scorecard) -> tuple[Customers, tuple[Caveat, ...]] | None:
    """As `customers_of`, but of a survey that was asked in rounds those who answered in the last one."""
    if card.last_round is None:
        return customers_of(card)
    assert card.question.scale is not None
    customers, caveats = customers_in(card.last_round.headline, card.scheme, card.question.scale)
    return customers, (*caveats, Caveat.LAST_ROUND)


def starting(card: Scorecard, dataset: Dataset, *, is_last: bool) -> Starting | None:
    """The respondents of a scorecard, or with `is_last` those of its last round; None where they are too few."""
    found = customers_now(card) if is_last else customers_of(card)
    if found is None:
        return None
    customers, caveats = found
    if dataset.with_role(Role.CUSTOMER) and not is_last:
        caveats += (Caveat.ANSWERS_AS_CUSTOMERS,)
    spend = float((spend_now(card) if is_last else card.spend).value)
    return Starting(customers=customers, spend=spend if spend >= 0 else None, caveats=caveats)


def customers_in(row: pd.Series, scheme: Scheme, scale: Scale) -> tuple[Customers, tuple[Caveat, ...]]:
    """The answers of a row that is not hidden as customers in bands, with what to know about it.

    Where the scheme has no neutral or no dissatisfied band, everyone not satisfied counts as dissatisfied.
    """
    base, satisfied = float(row["base"]), float(row["satisfied"])
    if math.isnan(row["dissatisfied"]):
        return Customers(dissatisfied=base - satisfied, neutral=0, satisfied=satisfied), (
            Caveat.NO_DISSATISFIED_BAND,
            Caveat.BINARY_RATE,
        )
    caveats: tuple[Caveat, ...] = ()
    if scale.points == 2:
        caveats = (Caveat.BINARY_RATE,)
    elif scheme.id == "nps":
        caveats = (Caveat.NPS_BANDS,)
    return Customers(dissatisfied=row["dissatisfied"], neutral=row["neutral"], satisfied=satisfied), caveats


def risk_of(card: Scorecard, spend: float | None = None, leaving: LeavingRates = GUIDE_RATES) -> Return | None:
    """What is at risk among the respondents, at the average revenue of the data unless `spend` says otherwise.

    Of a survey that was asked in rounds, among those of the last one.
    """
    found = customers_now(card)
    if found is None:
        return None
    customers, caveats = found
    known = spend_now(card)
    if spend is None and known.value >= 0:
        spend = known.value
    return returns(Scenario(before=customers, after=None, leaving=leaving, spend=spend), caveats)


def spend_now(card: Scorecard) -> Estimate:
    """The average revenue of those whom `customers_now` counts; undefined without."""
    return card.spend if card.last_round is None else card.last_round.spend
