"""One-pager: where does a survey stand, is it moving, why, what is at risk, what went well, and what comes first?"""

import math
from dataclasses import dataclass, replace

from csat_core.analyses import answers
from csat_core.analyses.benchmarks import Gap, gap_to_industry
from csat_core.analyses.drivers import Drivers, drivers, usual_choice
from csat_core.analyses.extremes import Extreme, Extremes, extremes
from csat_core.analyses.priorities import first_things
from csat_core.analyses.rises import Rise, biggest_rise
from csat_core.analyses.roi import Return, risk_of
from csat_core.analyses.scorecard import Scorecard, scorecard
from csat_core.engine import ScopedEngine
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.estimate import Estimate
from csat_core.model.plan import Goal
from csat_core.model.policy import BasePolicy
from csat_core.model.view import View
from csat_core.stats.proportions import Verdict, verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """The driver whose improvement promises most, beyond chance."""

    driver: Column
    rated_low: float
    """The share of the model's responses that rate it low, 0-1."""
    penalty: Estimate
    """What low ratings go with, against middle ones and with the other drivers alike: a difference of satisfied shares."""
    gain: Estimate
    """The rise of the satisfied share that is expected where those who rate it low became neutral."""
    customers_kept: float
    """In a year, at the guide's rates; NaN where unknown, and where the survey was asked in rounds: gains are of them all."""
    money_kept: float
    """Revenue in a year; NaN likewise, and without revenue."""
    owner: str
    """Who answers for it in the analysis plan; empty where nobody is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """The target of the analysis plan against the score."""

    target: float
    """The satisfied share to reach, 0-1."""
    distance: Estimate
    """The score minus the target, with the interval of the score."""
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OnePager:
    """Everything on the page; of a score that is hidden there is nothing but the scorecard."""

    card: Scorecard
    aim: Aim | None
    """None without a target, and where the score is hidden."""
    gap: Gap
    """Our mean index against the industry of the dataset, the national score where none is chosen."""
    best: Extreme | None
    """The group furthest above the rest; None where none is beyond chance."""
    worst: Extreme | None
    """The group furthest below the rest; None where none is beyond chance."""
    rise: Rise | None
    """The period that gained the most on the one before; None where none did beyond chance."""
    first: First | None
    """None where no driver promises a gain beyond chance."""
    risk: Return | None
    """What is at risk among those who answered, of a survey asked in rounds in the last one; None where hidden."""
    goals: tuple[Goal, ...]
    """The goals of the analysis plan."""


def onepager(engine: ScopedEngine, dataset: Dataset, view: View, policy: BasePolicy) -> OnePager:
    """The one-pager of a view: three requests, one where the score is hidden, two without drivers."""
    card = scorecard(engine, dataset, view, policy)
    if card.headline["hidden"]:
        return composed(dataset, policy, card)
    tables = answers.with_question(engine, dataset, view)
    groups = extremes(engine, dataset, view, policy, tables)
    choice = usual_choice(dataset, view)
    found = drivers(engine, dataset, view, policy, choice, tables) if choice.drivers else None
    return composed(dataset, policy, card, groups, found)


def composed(
    dataset: Dataset, policy: BasePolicy, card: Scorecard, groups: Extremes | None = None, found: Drivers | None = None
) -> OnePager:
    """The one-pager of results that are there already; no request."""
    return OnePager(
        card=card,
        aim=_aim(card, dataset, policy),
        gap=gap_to_industry(card, dataset, policy),
        best=groups.best if groups else None,
        worst=groups.worst if groups else None,
        rise=None if card.headline["hidden"] else biggest_rise(card, policy, dataset.plan.smallest_difference),
        first=_first(dataset, found, is_in_rounds=card.last_round is not None) if found else None,
        risk=_risk(dataset, card),
        goals=dataset.plan.goals,
    )


def _risk(dataset: Dataset, card: Scorecard) -> Return | None:
    """What is at risk, and that one customer may have answered more than once where the file names customers."""
    found = risk_of(card)
    if found is None or card.last_round is not None or not dataset.with_role(Role.CUSTOMER):
        return found
    return replace(found, caveats=(*found.caveats, Caveat.ANSWERS_AS_CUSTOMERS))


def _aim(card: Scorecard, dataset: Dataset, policy: BasePolicy) -> Aim | None:
    """The score against the target, which is one of the main question."""
    target, share = dataset.plan.target, card.share
    if target is None or not share.is_defined or dataset.first_question.id != card.question.id:
        return None
    distance = Estimate(value=share.value - target, low=share.low - target, high=share.high - target, base=share.base)
    said = verdict(distance, dataset.plan.smallest_difference)
    return Aim(
        target=target,
        distance=distance,
        verdict=said if share.base >= policy.tested_from else Verdict.CANNOT_TELL,
    )


def _first(dataset: Dataset, found: Drivers, *, is_in_rounds: bool) -> First | None:
    known = first_things(found.table)
    if known.empty:
        return None
    top = known.iloc[0]

    def estimate(name: str) -> Estimate:
        value, low, high = (float(top[f"{name}{end}"]) for end in ("", "_low", "_high"))
        return Estimate(value=value, low=low, high=high, base=found.base)

    owners = [asked.owner for asked in dataset.plan.asked if asked.column == top["driver"] and asked.owner]
    return First(
        driver=dataset.column(top["driver"]),
        rated_low=float(top["rated_low"]),
        penalty=estimate("penalty"),
        gain=estimate("gain_satisfied"),
        customers_kept=math.nan if is_in_rounds else float(top["customers_kept"]),
        money_kept=math.nan if is_in_rounds else float(top["money_kept"]),
        owner=owners[0] if owners else "",
    )
