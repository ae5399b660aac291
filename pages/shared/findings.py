"""Findings: what went well and what to mend, a sentence each, with the way to the page that says more."""

import streamlit as st

from csat_core import words
from csat_core.analyses.drivers import usual_choice
from csat_core.analyses.rises import biggest_rise
from csat_core.model.policy import BasePolicy
from csat_core.model.scope import Scope
from csat_core.model.view import View
from csat_core.words.findings import NOTHING_TO_MEND, NOTHING_WELL, Finding, Findings, findings
from pages.shared import loaders, render, ways
from pages.shared.shell import Context

MOST_TITLE = 100


def part(context: Context) -> None:
    """Nothing; the two lists side by side."""
    found = loaders.made(_found, context.scope, context.view, context.policy)
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader("What went well", anchor=False)
        _list(found.well, NOTHING_WELL)
    with right:
        st.subheader("What to mend", anchor=False)
        _list(found.mend, NOTHING_TO_MEND)


def _found(scope: Scope, view: View, policy: BasePolicy) -> Findings:
    """What went well and what to mend."""
    dataset, card = loaders.dataset(scope, view), loaders.scorecard(scope, view, policy)
    rise, choice = biggest_rise(card, policy, dataset.plan.smallest_difference), usual_choice(dataset, view)
    drivers = loaders.drivers(scope, view, policy, choice) if choice.drivers else None
    return findings(card, loaders.extremes(scope, view, policy), rise, drivers, dataset)


def _list(found: tuple[Finding | None, ...], none: str) -> None:
    if found[0] is None:
        render.quiet(none)
    for each in found:
        if each is None:
            continue
        ways.link(each.page, words.literal(each.title, MOST_TITLE), **({"by": each.by} if each.by else {}))
        render.quiet(each.text)
