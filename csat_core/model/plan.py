"""The analysis plan: what a survey is for, what is asked of it and by whom, and the choices every page begins with."""

from dataclasses import dataclass
from enum import StrEnum

from csat_core.errors import CsatError
from csat_core.model.formats import USUAL, NumberFormat
from csat_core.model.policy import BasePolicy


class InvalidPlanError(CsatError):
    """A plan that cannot be followed."""


class MissingRule(StrEnum):
    """What a model does with responses that lack one of its answers; a score leaves non-answers out either way."""

    LISTWISE = "listwise"
    """Only responses that answered everything."""
    PAIRWISE = "pairwise"
    """Every pair of questions on the responses that answered both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Something to reach or to find out, and who answers for it."""

    text: str
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPlan:
    """How one survey question is going to be used."""

    column: str
    """The id of its column."""
    text: str = ""
    """As it was put to people, where that is longer than the column's name."""
    purpose: str = ""
    owner: str = ""
    method: str = ""
    """How it is analysed."""
    against: str = ""
    """Against what: a period, a benchmark, a target, another question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One dataset's plan. Empty texts and None mean that nothing was planned: pages then begin as they propose."""

    goals: tuple[Goal, ...] = ()
    questions: tuple[Goal, ...] = ()
    """Questions to answer, each with an owner."""
    purpose: str = ""
    population: str = ""
    sources: str = ""
    audience: str = ""
    checks: str = ""
    outcome: str | None = None
    """The question that pages begin with, by column id."""
    drivers: tuple[str, ...] = ()
    """The drivers to look at, by column id; none named means all."""
    segments: tuple[str, ...] = ()
    """The segments to look at, most important first, by column id; none named means all."""
    ordered: tuple[str, ...] = ()
    """The groups whose levels somebody has put in order, such as the stages of a journey, by column id."""
    cuts: tuple[tuple[str, tuple[float, ...]], ...] = ()
    """Where a number is cut into bands, by column id; one that is not named is cut as pages propose."""
    missing: MissingRule = MissingRule.LISTWISE
    smallest_difference: float = 0.01
    """The smallest difference of interest, a share."""
    target: float | None = None
    """The satisfied share to reach, 0-1."""
    policy: BasePolicy | None = None
    """Base thresholds of this dataset; None leaves those of the Methods page in force."""
    numbers: NumberFormat = USUAL
    asked: tuple[QuestionPlan, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.smallest_difference <= 0.5:
            raise InvalidPlanError(
                f"A smallest difference of {100 * self.smallest_difference:g} points makes no sense; "
                "choose from 0 to 50."
            )
        if self.target is not None and not 0 <= self.target <= 1:
            raise InvalidPlanError(f"A target of {100 * self.target:g} % cannot be reached; choose from 0 to 100.")

    def cuts_of(self, column_id: str) -> tuple[float, ...]:
        """Where a number is cut into bands; empty where nobody said."""
        return dict(self.cuts).get(column_id, ())


UNPLANNED = Plan()
