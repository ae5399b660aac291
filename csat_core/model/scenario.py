"""Scenarios: customers in bands, the rates at which they leave, and what each is worth."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from csat_core.errors import CsatError


class InvalidScenarioError(CsatError):
    """Numbers that cannot be customers, rates or money."""


def _listed(numbers: Sequence[float]) -> str:
    """Numbers as they were typed: `-1, 2 and 3`."""
    *first, last = (f"{number:.12g}" for number in numbers)
    return f"{', '.join(first)} and {last}"


class Provenance(StrEnum):
    """Where an input comes from."""

    DATA = "data"
    GUIDE = "guide default"
    TYPED = "typed in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Customers:
    """Customers in each band; fractions are allowed, as a plan may move half a customer."""

    dissatisfied: float
    neutral: float
    satisfied: float

    def __post_init__(self) -> None:
        if not all(math.isfinite(count) and count >= 0 for count in self.counts):
            raise InvalidScenarioError(
                f"The customers in the bands are {_listed(self.counts)}; "
                "give three numbers from 0, dissatisfied, neutral, satisfied."
            )

    @property
    def counts(self) -> tuple[float, float, float]:
        """Dissatisfied, neutral, satisfied."""
        return self.dissatisfied, self.neutral, self.satisfied

    @property
    def total(self) -> float:
        """All of them."""
        return sum(self.counts)

    @property
    def csat(self) -> float:
        """The satisfied share, 0-1; NaN without customers."""
        return self.satisfied / self.total if self.total else math.nan

    def scaled(self, factor: float) -> "Customers":
        """The same mix of `factor` times as many."""
        return Customers(
            dissatisfied=self.dissatisfied * factor, neutral=self.neutral * factor, satisfied=self.satisfied * factor
        )

    def moved(
        self,
        *,
        dissatisfied_to_neutral: float = 0,
        dissatisfied_to_satisfied: float = 0,
        neutral_to_satisfied: float = 0,
    ) -> "Customers":
        """The bands after moving customers between them; raises InvalidScenarioError where a band has too few."""
        return Customers(
            dissatisfied=self.dissatisfied - dissatisfied_to_neutral - dissatisfied_to_satisfied,
            neutral=self.neutral + dissatisfied_to_neutral - neutral_to_satisfied,
            satisfied=self.satisfied + dissatisfied_to_satisfied + neutral_to_satisfied,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingRates:
    """The share of each band that leaves within a year, 0-1. The defaults are the guide's."""

    dissatisfied: float = 0.92
    neutral: float = 0.80
    satisfied: float = 0.0

    def __post_init__(self) -> None:
        if not all(0 <= rate <= 1 for rate in self.rates):
            raise InvalidScenarioError(
                f"The leaving rates are {_listed(self.rates)}; give three shares from 0 to 1, dissatisfied, neutral, satisfied."
            )

    @property
    def rates(self) -> tuple[float, float, float]:
        """Dissatisfied, neutral, satisfied."""
        return self.dissatisfied, self.neutral, self.satisfied


GUIDE_RATES = LeavingRates()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Customers before and after a change, how they leave, and what one spends in a year."""

    before: Customers
    after: Customers | None
    """None where no change is planned yet."""
    leaving: LeavingRates = GUIDE_RATES
    spend: float | None = None
    """Average yearly spend of a customer (B2B: the average deal); None where nobody knows: then no money is shown."""

    def __post_init__(self) -> None:
        if self.spend is not None and not (math.isfinite(self.spend) and self.spend >= 0):
            raise InvalidScenarioError(
                f"The yearly spend is {self.spend:.12g}; give an amount from 0, or leave it out."
            )
        if self.after is not None and not math.isclose(self.before.total, self.after.total, rel_tol=1e-9):
            raise InvalidScenarioError(
                f"Before there are {self.before.total:,.6g} customers and after {self.after.total:,.6g}; "
                "a change moves customers between bands, so give the same total twice."
            )

    def scaled(self, factor: float) -> "Scenario":
        """The same scenario for `factor` times as many customers."""
        return replace(self, before=self.before.scaled(factor), after=self.after.scaled(factor) if self.after else None)


PESSIMISTIC_RATES = LeavingRates(satisfied=0.10)
"""Of those who are satisfied one in ten leaves all the same; an assumption of ours for the cautious."""


def pessimistic(scenario: Scenario) -> Scenario:
    """The same customers where the change wins over half as many, in whole customers, and satisfied ones leave as well."""
    before, after = scenario.before, scenario.after
    if after is None:
        return replace(scenario, leaving=PESSIMISTIC_RATES)
    dissatisfied, neutral, _ = (
        old - math.floor((old - new) / 2) for old, new in zip(before.counts, after.counts, strict=True)
    )
    half = Customers(dissatisfied=dissatisfied, neutral=neutral, satisfied=before.total - dissatisfied - neutral)
    return replace(scenario, after=half, leaving=PESSIMISTIC_RATES)


BARKTALK = Scenario(
    before=Customers(dissatisfied=200, neutral=200, satisfied=600),
    after=Customers(dissatisfied=100, neutral=200, satisfied=700),
    spend=500.0,
)
"""The guide's example: 1,000 of 10,000 surveyed answered, $500 a year each; live chat was mended, 1,000 asked again."""

BARKTALK_SURVEYED = 10_000
BARKTALK_INDUSTRY = "Specialty retail stores"
"""What a pet shop is among the industries of the index."""
