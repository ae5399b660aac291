"""The headline of a dataset: what was asked, the sentence to take along, and the four numbers."""

import streamlit as st

from csat_core import words
from csat_core.analyses.periods import MOST_PERIODS, drawn
from csat_core.analyses.scorecard import Scorecard
from csat_core.model.dataset import Column
from csat_core.model.formats import count
from csat_core.model.report_page import ReportPage
from csat_core.model.scheme import Scheme
from csat_core.words.overview import Number
from pages.shared import render, take
from pages.shared.kept import beside
from pages.shared.shell import Context


def scope_and_copy(context: Context, card: Scorecard) -> None:
    """Nothing; what the score speaks of, and behind a button the headline as one sentence to copy, and the files."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        scope(context, card.question, card.scheme)
        take.control(context, ReportPage.OVERVIEW, first=lambda: _sentence(context, card))


def _sentence(context: Context, card: Scorecard) -> None:
    st.caption("One sentence that stands alone:")
    st.code(words.copied(card, context.dataset, context.view), language=None, wrap_lines=True)


def scope(context: Context, question: Column, scheme: Scheme, *, also: str = "", by_period: bool = True) -> None:
    """Nothing; what a score speaks of: question, dates, filters, scheme, and periods that are not those chosen.

    What else is said in small print stands above it, `also`.
    """
    dates = words.period_words(context.dataset, context.view)
    filters = words.filter_words(context.dataset, context.view)
    asked = f"'{question.title}', {dates}{filters}. {scheme.name}.{_coarser(context) if by_period else ''}"
    render.quiet(f"{also}\n\n{asked}" if also else asked)


def _coarser(context: Context) -> str:
    """What is drawn in place of the periods that were chosen, of which there would be too many; empty where it is those."""
    chosen, shown = context.view.grain, drawn(context.view, context.dataset).grain
    if shown is chosen:
        return ""
    return f" Compared by {shown.value}, not by {chosen.value}: there would be more than {count(MOST_PERIODS)} {chosen.value}s. A narrower period brings them back."


def key_figures(card: Scorecard, numbers: tuple[Number, ...], *, with_line: bool = True) -> None:
    """Nothing; the numbers: the score first, then change, how many answered, what is at risk, how far from the industry.

    `with_line` draws the periods below the score, for pages that do not show them elsewhere.
    """
    row = render.numbers("overview")
    line = beside(card.periods, "line", lambda: _line(card)) if with_line else []
    score, *others = numbers
    render.metric(row, score, line if len(line) > 1 else None)
    for number in others:
        render.metric(row, number)


def _line(card: Scorecard) -> list[float]:
    """The latest scores in percent."""
    shares = card.periods["share"] if len(card.periods) else ()
    return [100 * share for share in shares if share == share][-24:]
