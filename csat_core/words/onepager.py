"""The one-pager in words: a heading and a few sentences for each thing it answers."""

from dataclasses import dataclass

from csat_core import words
from csat_core.analyses.extremes import Extreme
from csat_core.analyses.onepager import Aim, First, OnePager
from csat_core.analyses.rises import Rise
from csat_core.model.benchmark import Metric
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Dataset
from csat_core.model.estimate import Estimate
from csat_core.model.formats import (
    answers,
    count,
    day,
    days,
    interval,
    money,
    money_said,
    percent,
    period,
    points,
    signed_points,
)
from csat_core.model.view import View
from csat_core.stats.proportions import Verdict
from csat_core.store import benchmarks
from csat_core.words import gaps
from csat_core.words.findings import among

MOST_NAME = 60
MOST_GOALS = 2
MOST_GOAL = 140
NO_LONGER_SAID = (
    Caveat.NO_DATES,
    Caveat.DATES_WITHHELD,
    Caveat.NO_COMPLETE_PREVIOUS_PERIOD,
    Caveat.BROKEN_TREND,
    Caveat.LAST_ROUND,
)
"""What the sentences say already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that the page answers."""

    heading: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePagerSaid:
    """Every sentence of the page. Names from files stand in them as they are: not for Markdown or HTML."""

    answer: str
    about: str
    """What the score speaks of: question, dates, filters, scheme, interval and base."""
    moving: Part
    why: Part
    first: Part
    risk: Part
    well: Part
    others: Part
    caveats: str
    """What to keep in mind; empty where there is nothing."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts in the order in which they are read."""
        return self.first, self.why, self.moving, self.risk, self.well, self.others


def said(found: OnePager, dataset: Dataset, view: View) -> OnePagerSaid:
    """The page in words; of a score that is hidden only `answer` and `about` say anything."""
    card = found.card
    return OnePagerSaid(
        answer=words.headline(card, view) + _lead(found, dataset),
        about=about(found, dataset, view),
        moving=Part(heading="Is it moving?", sentences=moving(found)),
        why=Part(heading="Why", sentences=why(found, dataset)),
        first=Part(heading="What to do first", sentences=first(found, dataset)),
        risk=Part(heading="What is at risk", sentences=risk(found)),
        well=Part(heading="What went well", sentences=well(found)),
        others=Part(heading="How we compare", sentences=others(found)),
        caveats=" ".join(caveat.words for caveat in dict.fromkeys(_caveats(found))),
    )


def _lead(found: OnePager, dataset: Dataset) -> str:
    """What comes first, in a few words behind the score; empty where nothing does, or the score is hidden."""
    if found.card.headline["hidden"]:
        return ""
    if found.first is not None:
        return f" What comes first: {_name(found.first, dataset)}."
    return f" What comes first: asking {_level(found.worst)} what is wrong." if found.worst is not None else ""


def about(found: OnePager, dataset: Dataset, view: View) -> str:
    """What the score speaks of and how far the data reaches, on one line."""
    card = found.card
    dates, filters = words.period_words(dataset, view), words.filter_words(dataset, view)
    share = card.share
    behind = ""
    if share.is_defined:
        behind = f" 95 % interval {interval(share.low, share.high)}, {answers(share.base)}; ranges in brackets are such intervals too."
    last = f" Data up to {day(dataset.until)}." if dataset.until and not dates.endswith(day(dataset.until)) else ""
    return f"{dataset.name}: '{card.question.title}', {dates}{filters}. {card.scheme.name}.{behind}{last}"


def moving(found: OnePager) -> tuple[str, ...]:
    """The change on the previous period, or why none can be told; the distance from the target."""
    change, card = found.card.change, found.card
    if change is None:
        why = next((each for each in NO_LONGER_SAID if each in card.caveats), Caveat.NO_COMPLETE_PREVIOUS_PERIOD)
        said = why.words
    else:
        difference, label = change.difference, change.current.label
        now = card.periods[card.periods["label"] == label].iloc[0]
        # the score of the page is of all dates in view, that of the chart's end of the last whole period
        said = (
            f"{period(label)} alone is {percent(now['share'])} ({interval(now['low'], now['high'])}, "
            f"{answers(now['base'])}): {signed_points(difference.value)} on {period(change.previous.label)} "
            f"({_limits(difference)}), {words.VERDICTS[change.verdict]}."
        )
    return (said, *(() if found.aim is None else (aim(found.aim),)))


def aim(its: Aim) -> str:
    """The distance from the target of the plan."""
    size, target = points(its.distance.value), percent(its.target)
    match its.verdict:
        case Verdict.UP:
            return f"The target of {target} is passed by {size}."
        case Verdict.DOWN:
            return f"{size[:1].upper()}{size[1:]} are missing to the target of {target}."
        case Verdict.TOO_SMALL | Verdict.NO_CHANGE:
            return f"The target of {target} is reached."
        case _:
            side = "above" if its.distance.value >= 0 else "below"
            return f"The score is {size} {side} the target of {target}, within its interval: one cannot tell."


def why(found: OnePager, dataset: Dataset) -> tuple[str, ...]:
    """The group furthest below the rest, and what low ratings of the first driver go with: together, not cause."""
    said = [_group(found.worst)] if found.worst else []
    if found.first:
        its = found.first
        said.append(
            f"Low ratings of {_name(its, dataset)} ({percent(its.rated_low)} of its ratings) go with "
            f"{points(its.penalty.value)} less {_measure(found)} than middle ones, all else alike."
        )
    return tuple(said) or (
        "Cannot tell: no group falls below the rest, and nothing that was rated promises a gain, beyond chance.",
    )


def first(found: OnePager, dataset: Dataset) -> tuple[str, ...]:
    """The driver to begin with, what it promises and who answers for it; the goals of the plan."""
    its, goals = found.first, tuple(_goal(goal.text, goal.owner) for goal in found.goals[:MOST_GOALS])
    if its is None and found.worst is None:
        return ("Cannot tell: nothing stands out beyond chance that should come first.", *goals)
    if its is None:
        assert found.worst is not None
        return (
            f"Ask {_level(found.worst)} what is wrong: they are the group furthest below the rest, and nothing that was rated promises more.",
            *goals,
        )
    gain = its.gain
    promise = (
        f"{_name(its, dataset)}: {points(gain.value)} more {_measure(found)} expected "
        f"({_limits(gain)}) if those who rate it low were neutral."
    )
    kept = []
    if its.customers_kept > 0:
        worth = f" and {money_said(its.money_kept)}" if its.money_kept > 0 else ""
        kept.append(f"That would keep the customers of about {count(its.customers_kept)} answers{worth} a year.")
    owner = [f"Owner: {words.shortened(its.owner, MOST_NAME)}."] if its.owner else []
    return (promise, *kept, *owner, *goals)


def risk(found: OnePager) -> tuple[str, ...]:
    """Answers that stand for customers likely to leave, and money, with the assumption behind them."""
    if found.risk is None:
        return ("Cannot tell: too few answers.",)
    before, asked = found.risk.before, found.card.last_round
    when = "" if asked is None else f" in the last of {asked.of} rounds, {days(asked.window.start, asked.window.end)},"
    has_money = before.at_risk == before.at_risk
    worth = f", worth {_amount(before.at_risk)} a year" if has_money else ""
    lost = f"{count(before.lost)} of the {count(before.customers.total)} answers{when} stand for customers likely to leave{worth}."
    return lost, "The guide's assumption, not measured: 92 % of the dissatisfied and 80 % of the neutral leave."


def _amount(amount: float) -> str:
    return money(amount) if amount < 10_000 else money_said(amount)


def well(found: OnePager) -> tuple[str, ...]:
    """The best group and the biggest rise."""
    said = [_group(found.best)] if found.best else []
    if found.rise:
        said.append(_rise(found.rise))
    return tuple(said) or ("Cannot tell: no group stands above the rest and no period rose beyond chance.",)


def others(found: OnePager) -> tuple[str, ...]:
    """Our index against the industry, and where its figure is from; or why there is no gap."""
    its = found.gap.benchmark
    theirs = "the national score" if its == benchmarks.national() else its.name
    index = f"Index: the average answer from 0 to 100; theirs is the ACSI of {its.year}."
    return gaps.sentence(found.gap, theirs), index


def _group(extreme: Extreme) -> str:
    difference, share = extreme.against_rest, extreme.share
    return (
        f"{_level(extreme)} is furthest {'above' if difference.value > 0 else 'below'} the rest{among(extreme)}, by {points(difference.value)}: "
        f"{percent(share.value)} ({interval(share.low, share.high)}, {answers(share.base)})."
    )


def _level(extreme: Extreme) -> str:
    return f"{words.shortened(extreme.level, MOST_NAME)} ({words.shortened(extreme.segment.title, MOST_NAME)})"


def _rise(its: Rise) -> str:
    change = its.change
    return f"Biggest rise: {period(change.current.label)}, up {points(change.difference.value)} on {period(change.previous.label)}, beyond chance."


def _limits(difference: Estimate) -> str:
    return f"{Metric.CSAT.signed(difference.low)} to {Metric.CSAT.signed(difference.high)}"


def _name(its: First, dataset: Dataset) -> str:
    return words.distinct(its.driver, dataset, MOST_NAME)


def _measure(found: OnePager) -> str:
    return words.measure_of(found.card)


def _goal(text: str, owner: str) -> str:
    return f"Goal: {words.shortened(text, MOST_GOAL)}{f' ({words.shortened(owner, MOST_NAME)})' if owner else ''}."


def _caveats(found: OnePager) -> list[Caveat]:
    """What to keep in mind of the score, the money and the comparison, each once."""
    card, its_risk = found.card, found.risk
    money = its_risk.caveats if its_risk else ()
    gap = tuple(each for each in found.gap.caveats if each is Caveat.BENCHMARK_NATIONAL)
    return [each for each in (*card.caveats, *money, *gap) if each not in (*NO_LONGER_SAID, Caveat.GUIDE_RATES)]
