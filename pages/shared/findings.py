"""Findings: what went well and what to mend, a sentence each, with the way to the page that says more."""

from dataclasses import dataclass

import streamlit as st

from csat_core.analyses.drivers import usual_choice
from csat_core.analyses.extremes import Extreme
from csat_core.analyses.priorities import first_things
from csat_core.analyses.rises import Rise, biggest_rise
from csat_core.model.dataset import Role
from csat_core.model.formats import count, interval, money_said, percent, period, points
from csat_core.model.policy import BasePolicy
from csat_core.model.scope import Scope
from csat_core.model.view import View
from pages.shared import loaders, render, ways, words
from pages.shared.shell import Context

MOST_TITLE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that stands out."""

    title: str
    text: str
    page: str
    """Where more is said of it."""
    by: str | None = None
    """The segment that the page is to show, by column id."""


def part(context: Context) -> None:
    """Nothing; the two lists side by side."""
    well, mend = loaders.made(_found, context.scope, context.view, context.policy)
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader("What went well", anchor=False)
        _list(well, "No group stands above the rest beyond noise.")
        ways.link("benchmarks", "Compare with others", ":material/leaderboard:")
    with right:
        st.subheader("What to mend", anchor=False)
        _list(mend, "No group falls below the rest beyond noise.")
        ways.link("roi", "Play the risk through", ":material/payments:")


def _found(scope: Scope, view: View, policy: BasePolicy) -> tuple[list[Finding | None], list[Finding | None]]:
    """What went well and what to mend; the first of each is the group, or None."""
    found, measure = (
        loaders.extremes(scope, view, policy),
        words.measure_of(loaders.scorecard(scope, view, policy)),
    )
    best, worst = found.best, found.worst
    stage, weak_stage = found.among(Role.TOUCHPOINT)
    well = [_group("Best", best, measure), _stage("Strongest stage", stage, best, measure)]
    mend = [_group("Worst", worst, measure), _stage("Weakest stage", weak_stage, worst, measure)]
    return [*well, _rise(_risen(scope, view, policy), measure)], [*mend, _driver(scope, view, policy)]


def _list(found: list[Finding | None], none: str) -> None:
    if found[0] is None:
        render.quiet(none)
    for each in found:
        if each is None:
            continue
        ways.link(each.page, words.literal(each.title, MOST_TITLE), **({"by": each.by} if each.by else {}))
        render.quiet(each.text)


def _group(word: str, extreme: Extreme | None, measure: str) -> Finding | None:
    if extreme is None:
        return None
    is_stage = extreme.segment.role is Role.TOUCHPOINT
    return Finding(
        title=f"{word}: {extreme.level} ({extreme.segment.name})",
        text=_against_rest(extreme, measure),
        page="journey" if is_stage else "segments",
        by=None if is_stage else extreme.segment.id,
    )


def _stage(word: str, extreme: Extreme | None, already: Extreme | None, measure: str) -> Finding | None:
    """A stage of the journey, unless it is the group that was named already."""
    if extreme is None or extreme == already:
        return None
    return Finding(
        title=f"{word}: {extreme.level}",
        text=_against_rest(extreme, measure),
        page="journey",
    )


def _against_rest(extreme: Extreme, measure: str) -> str:
    difference = extreme.against_rest
    side = "above" if difference.value > 0 else "below"
    return (
        f"{measure} {percent(extreme.share.value)} (95 % interval {interval(extreme.share.low, extreme.share.high)}, "
        f"base {count(extreme.share.base)}), {points(difference.value)} {side} the rest."
    )


def _risen(scope: Scope, view: View, policy: BasePolicy) -> Rise | None:
    smallest = loaders.dataset(view).plan.smallest_difference
    return biggest_rise(loaders.scorecard(scope, view, policy), policy, smallest)


def _rise(rise: Rise | None, measure: str) -> Finding | None:
    if rise is None:
        return None
    change = rise.change
    now, before = period(change.current.label), period(change.previous.label)
    return Finding(
        title=f"Biggest rise: {now}",
        text=f"{measure} was up {points(change.difference.value)} on {before} (95 % interval "
        f"{points(change.difference.low)} to {points(change.difference.high)}), beyond noise even as the largest of {rise.among} changes.",
        page="trends",
    )


def _driver(scope: Scope, view: View, policy: BasePolicy) -> Finding | None:
    """The driver whose improvement promises most, with the money where it is known."""
    dataset = loaders.dataset(view)
    choice = usual_choice(dataset, view)
    if not choice.drivers:
        return None
    first = first_things(loaders.drivers(scope, view, policy, choice).table)
    if first.empty:
        return None
    top = first.iloc[0]
    measure = words.measure_of(loaders.scorecard(scope, view, policy))
    money = ""
    if top["customers_kept"] > 0:
        worth = f", {money_said(top['money_kept'])}" if top["money_kept"] > 0 else ""
        money = f" That would keep about {count(top['customers_kept'])} customers{worth} a year at the guide's leaving rates."
    return Finding(
        title=f"First to fix: {words.distinct(dataset.column(top['driver']), dataset, 60)}",
        text=f"{measure} would be expected {points(top['gain_satisfied'])} higher if the {percent(top['rated_low'])} "
        f"who rate it low were neutral.{money}",
        page="drivers",
    )
