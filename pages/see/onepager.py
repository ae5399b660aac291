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
        left, right = st.columns(2, gap="large")
        with left:
            _trend(context, said)
        with right:
            _parts("what", said.first, said.why, said.well, said.others)
        if said.caveats:
            render.quiet(said.caveats)
        take.control(context, ReportPage.ONEPAGER)


def _said(scope: Scope, view: View, policy: BasePolicy) -> OnePagerSaid:
    return onepager_words.said(loaders.onepager(scope, view, policy), loaders.dataset(scope, view), view)


def _trend(context: Context, said: OnePagerSaid) -> None:
    """Nothing; the small trend over its sentences, which stand alone where there are not two periods."""
    card = loaders.scorecard(context.scope, context.view, context.policy)
    can_be_drawn = beside(card.periods, "can be drawn", lambda: int((~card.periods["hidden"].astype(bool)).sum()) > 1)
    if can_be_drawn:
        measure = words.measure_of(card)
        figure = loaders.spark_figure(context.scope, context.view, context.policy, measure, render.theme())
        render.picture(figure, "spark", f"{measure} by period with its 95 % interval")
    _parts("how", said.moving, said.risk)


def _parts(key: str, *parts: Part) -> None:
    """Nothing; a heading and its sentences for each part."""
    with render.items(f"onepager-{key}"):
        for part in parts:
            render.quiet(part.heading)
            render.quiet("\n".join(part.sentences))


shell.show(main)
