"""The source of a report: a view and whatever was found for it, each asked of the engine once, within the reader's scope."""

from dataclasses import dataclass
from functools import cached_property

from csat_core.analyses import answers
from csat_core.analyses import drivers as driver_results
from csat_core.analyses.benchmarks import Gap, compare, gap_to_industry
from csat_core.analyses.best_level import BestLevel, best_level
from csat_core.analyses.breakdown import breakdown
from csat_core.analyses.drivers import DriverChoice, Drivers, usual_choice
from csat_core.analyses.extremes import Extremes, extremes
from csat_core.analyses.onepager import OnePager, composed
from csat_core.analyses.roi import starting
from csat_core.analyses.scorecard import Scorecard, scorecard
from csat_core.analyses.trend import Looked, Trend, proposed_segment, trend
from csat_core.engine import ScopedEngine
from csat_core.model.benchmark import Benchmark
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Column, Dataset
from csat_core.model.policy import BasePolicy
from csat_core.model.scenario import Scenario
from csat_core.model.scope import EVERYTHING
from csat_core.model.view import View
from csat_core.words import roi


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """A scenario as it was played."""

    scenario: Scenario
    caveats: tuple[Caveat, ...]
    counted: str
    """Which answers stand for the customers, in one sentence."""
    of: str = roi.ANSWERS
    """What is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shaped:
    """A scenario as it was played in a workshop."""

    scenario: Scenario
    caveats: tuple[Caveat, ...]
    whose: str
    """Whose customers these are."""
    is_typed: bool
    """Whether they were typed in."""
    industry: str
    """Of the index to stand beside; empty for the national score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A score as it is compared."""

    within: Column | None = None
    """The groups of which the best one is a benchmark."""
    benchmark: str | None = None
    """The name of the own benchmark that comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """A trend as it is looked at."""

    looked: Looked
    target: float | None
    """0-1; None without."""
    limits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Banded:
    """A number beside the answers as it is looked at."""

    metric: Column | None
    """None for no number at all."""
    cuts: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """Groups as they are looked at."""

    first: Column
    second: Column | None
    """What the groups are crossed with."""
    roll_up: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a person has chosen on the pages; what is None is as the page begins."""

    moving: Moving | None = None
    stages: Column | None = None
    banded: Banded | None = None
    grouped: Grouped | None = None
    choice: DriverChoice | None = None
    compared: Compared = Compared()
    played: Played | None = None
    shaped: Shaped | None = None


AS_IT_BEGINS = Wishes()


class Source:
    """A view with its engine, and the results that several sections share."""

    def __init__(
        self,
        engine: ScopedEngine,
        dataset: Dataset,
        view: View,
        policy: BasePolicy,
        wishes: Wishes = AS_IT_BEGINS,
        own: tuple[Benchmark, ...] = (),
    ) -> None:
        self.engine, self.dataset, self.view, self.policy, self.wishes = engine, dataset, view, policy, wishes
        self._own = own if engine.scope == EVERYTHING else ()

    def may_divide(self, column: Column) -> bool:
        """Whether the reader may see the answers divided by a column."""
        scope = self.engine.scope
        return not scope.is_guarded or scope.may_divide(column.id)

    @cached_property
    def card(self) -> Scorecard:
        """The scorecard of the view."""
        return scorecard(self.engine, self.dataset, self.view, self.policy)

    @cached_property
    def with_question(self) -> answers.Tables:
        """The joint counts of the question with every driver and segment."""
        return answers.with_question(self.engine, self.dataset, self.view)

    @cached_property
    def extremes(self) -> Extremes:
        """The best and the worst level of any segment."""
        return extremes(self.engine, self.dataset, self.view, self.policy, self.with_question)

    @cached_property
    def usual_drivers(self) -> Drivers | None:
        """The drivers as they are looked at first, their intervals not yet known; None without any."""
        choice = usual_choice(self.dataset, self.view)
        return self._drivers(choice) if choice.drivers else None

    @cached_property
    def drivers(self) -> Drivers:
        """The drivers as chosen, with their intervals."""
        known = driver_results.uncertainty(self.engine, self.dataset, self.view, self.early_drivers)
        return driver_results.with_uncertainty(self.early_drivers, known)

    @cached_property
    def early_drivers(self) -> Drivers:
        """The drivers as chosen, their intervals not yet known."""
        return self._drivers(self.wishes.choice or usual_choice(self.dataset, self.view))

    def _drivers(self, choice: DriverChoice) -> Drivers:
        return driver_results.drivers(self.engine, self.dataset, self.view, self.policy, choice, self.with_question)

    @cached_property
    def trend(self) -> Trend:
        """The trend as it is looked at."""
        return self._moving(self.moving.looked)

    @cached_property
    def moving(self) -> Moving:
        """How the trend is looked at."""
        if self.wishes.moving is not None:
            return self.wishes.moving
        looked = Looked(by=proposed_segment(self.dataset, self._moving))
        return Moving(looked=looked, target=self.dataset.plan.target, limits=True)

    def _moving(self, looked: Looked) -> Trend:
        return trend(self.engine, self.dataset, self.view, self.policy, looked)

    @cached_property
    def onepager(self) -> OnePager:
        """Everything on one page."""
        if self.card.headline["hidden"]:
            return composed(self.dataset, self.policy, self.card)
        return composed(self.dataset, self.policy, self.card, self.extremes, self.usual_drivers)

    @cached_property
    def own(self) -> tuple[Gap, ...]:
        """Us against each of the house's own benchmarks, which belong to no dataset: none within a narrower scope."""
        smallest = self.dataset.plan.smallest_difference
        return tuple(compare(self.card, each, self.policy, smallest) for each in self._own)

    def best_level(self, segment: Column) -> BestLevel | None:
        """The best group of a segment as a benchmark; None where too few groups can be compared."""
        levels = breakdown(self.engine, self.dataset, self.view, self.policy, (segment,))
        return best_level(self.card, levels, segment, self.policy, self.dataset.plan.smallest_difference)

    @cached_property
    def starting(self) -> Played | None:
        """Those who answered, in the last round of several, in the proposed scenario; None where they are too few."""
        is_last = self.card.last_round is not None
        found = starting(self.card, self.dataset, is_last=is_last)
        if found is None:
            return None
        counted = roi.counted(self.card, self.dataset, self.view, is_last=is_last)
        return Played(scenario=found.scenario, caveats=found.caveats, counted=counted)

    @cached_property
    def industry(self) -> Gap:
        """Our mean index against the industry of the dataset, the national score where there is none."""
        return gap_to_industry(self.card, self.dataset, self.policy)
