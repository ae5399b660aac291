"""One-pager: where do we stand, and what comes first? One screen, one sheet of paper."""

import streamlit as st

from csat_core import words
from csat_core.model.policy import BasePolicy
from csat_core.model.report_page import ReportPage
from csat_core.model.scope import Scope
from csat_core.model.view import View
from csat_core.words import onepager as onepager_words
from csat_core.words import overview as overview_words
from csat_core.words.onepager import OnePagerSaid, Part
from pages.shared import headline, loaders, render, shell, take
from pages.shared.kept import beside
from pages.shared.shell import Context


def main() -> None:
    context = shell.begin("Where do we stand, and what comes first?")
    key = (context.scope, context.view, context.policy)
    found, said = loaders.onepager(*key), loaders.made(_said, *key)
    with st.container(key="onepager"):
        render.said(said.answer)
        render.quiet(said.about)
        if found.card.headline["hidden"]:
            render.caveats(found.card.caveats)
            return
        numbers = beside(
            found.card.periods, "one page", lambda: overview_words.key_numbers(found.card, found.risk, found.gap)
        )
        headline.key_figures(found.card, numbers, with_line=False)
        first, moving, rest = st.columns(3, gap="medium")
        with first:
            _parts(said.first, said.why)
        with moving:
            _parts(said.moving)
            _trend(context)
            if said.caveats:
                render.quiet(said.caveats)
        with rest:
            _parts(said.risk, said.well, said.others)
        take.control(context, ReportPage.ONEPAGER)


def _said(scope: Scope, view: View, policy: BasePolicy) -> OnePagerSaid:
    return onepager_words.said(loaders.onepager(scope, view, policy), loaders.dataset(scope, view), view)


def _trend(context: Context) -> None:
    """Nothing; the small trend, where there are two periods to draw."""
    card = loaders.scorecard(context.scope, context.view, context.policy)
    can_be_drawn = beside(card.periods, "can be drawn", lambda: int((~card.periods["hidden"].astype(bool)).sum()) > 1)
    if can_be_drawn:
        measure = words.measure_of(card)
        figure = loaders.spark_figure(context.scope, context.view, context.policy, measure, render.theme())
        render.picture(figure, "spark", f"{measure} by period with its 95 % interval")


def _parts(*parts: Part) -> None:
    """Nothing; each part as one text, whose first line is its heading: an element less for every one of them."""
    for part in parts:
        render.quiet("\n".join((part.heading, *part.sentences)))


shell.show(main)
