"""Findings: what went well and what to mend, a sentence each, with the page that says more."""

from dataclasses import dataclass

from csat_core import words
from csat_core.analyses.drivers import Drivers
from csat_core.analyses.extremes import Extreme, Extremes
from csat_core.analyses.priorities import first_things
from csat_core.analyses.rises import Rise
from csat_core.analyses.scorecard import Scorecard
from csat_core.model.dataset import Dataset, Role
from csat_core.model.formats import answers, count, interval, money_said, percent, period, points

NOTHING_WELL = "No group stands above the rest beyond chance."
NOTHING_TO_MEND = "No group falls below the rest beyond chance."


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that stands out."""

    title: str
    text: str
    page: str
    """Where more is said of it."""
    by: str | None = None
    """The segment that the page is to show, by column id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What stands out; the first of each side is the group, or None."""

    well: tuple[Finding | None, ...]
    mend: tuple[Finding | None, ...]


def findings(
    card: Scorecard, extremes: Extremes, rise: Rise | None, drivers: Drivers | None, dataset: Dataset
) -> Findings:
    """What went well and what to mend; `drivers` without intervals are enough, None where nothing can be one."""
    measure, best, worst = words.measure_of(card), extremes.best, extremes.worst
    stage, weak_stage = extremes.among(Role.TOUCHPOINT)
    well = (_group("Best", best, measure), _stage("Strongest stage", stage, best, measure), _rise(rise, measure))
    mend = (_group("Worst", worst, measure), _stage("Weakest stage", weak_stage, worst, measure))
    return Findings(well=well, mend=(*mend, None if drivers is None else _driver(drivers, dataset, card)))


def _group(word: str, extreme: Extreme | None, measure: str) -> Finding | None:
    if extreme is None:
        return None
    is_stage = extreme.segment.role is Role.TOUCHPOINT
    return Finding(
        title=f"{word}: {extreme.level} ({extreme.segment.title})",
        text=_against_rest(extreme, measure),
        page="journey" if is_stage else "segments",
        by=None if is_stage else extreme.segment.id,
    )


def _stage(word: str, extreme: Extreme | None, already: Extreme | None, measure: str) -> Finding | None:
    """A stage of the journey, unless it is the group that was named already."""
    if extreme is None or extreme == already:
        return None
    return Finding(title=f"{word}: {extreme.level}", text=_against_rest(extreme, measure), page="journey")


def _against_rest(extreme: Extreme, measure: str) -> str:
    difference = extreme.against_rest
    side = "above" if difference.value > 0 else "below"
    return (
        f"{measure} {percent(extreme.share.value)} (95 % interval {interval(extreme.share.low, extreme.share.high)}, "
        f"{answers(extreme.share.base)}), {points(difference.value)} {side} the rest{among(extreme)}."
    )


def among(extreme: Extreme) -> str:
    """Which groups it is compared with, where smaller ones are shown as well; empty where none is."""
    return f", of groups with {answers(extreme.compared_from)} or more" if extreme.compared_from else ""


def _rise(rise: Rise | None, measure: str) -> Finding | None:
    if rise is None:
        return None
    change = rise.change
    now, before = period(change.current.label), period(change.previous.label)
    return Finding(
        title=f"Biggest rise: {now}",
        text=f"{words.agreeing(measure, 'was')} up {points(change.difference.value)} on {before} (95 % interval "
        f"{points(change.difference.low)} to {points(change.difference.high)}), beyond chance even as the largest of {rise.among} changes.",
        page="trends",
    )


def _driver(found: Drivers, dataset: Dataset, card: Scorecard) -> Finding | None:
    """The driver whose improvement promises most, with the money where it is known.

    Of a survey asked in rounds the gain is one of them all, so the customers it would keep are not counted.
    """
    first = first_things(found.table)
    if first.empty:
        return None
    top = first.to_dict("records")[0]
    money = ""
    if top["customers_kept"] > 0 and card.last_round is None:
        worth = f", {money_said(top['money_kept'])}" if top["money_kept"] > 0 else ""
        money = f" That would keep the customers of about {count(top['customers_kept'])} answers{worth} a year at the guide's leaving rates."
    return Finding(
        title=f"First to fix: {words.distinct(dataset.column(top['driver']), dataset, 60)}",
        text=f"{words.measure_of(card)} would be expected {points(top['gain_satisfied'])} higher if the {percent(top['rated_low'])} "
        f"who rate it low were neutral.{money}",
        page="drivers",
    )
