"""Drivers: what goes together with satisfaction, and what to do first?"""

from contextlib import AbstractContextManager, nullcontext

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from csat_core import words
from csat_core.analyses.drivers import DriverChoice, Drivers, candidates
from csat_core.exports.source import Wishes
from csat_core.model.formats import count
from csat_core.model.plan import MissingRule
from csat_core.model.report_page import ReportPage
from csat_core.words import driver_charts
from csat_core.words import drivers as driver_words
from pages.shared import driver_pictures, drivers, loaders, render, shell, take, ways
from pages.shared.kept import beside
from pages.shared.shell import Context


def main() -> None:
    context = shell.begin("What goes together with satisfaction, and what to do first?")
    if not candidates(context.dataset, context.view):
        render.said("There is nothing here to hold against satisfaction: no other question and no group.")
        ways.link("data", "Bring another file", ":material/upload_file:")
        return
    answer = render.answer()
    choice = drivers.choice(context)
    key = (context.scope, context.view, context.policy, choice)
    seen = st.session_state.setdefault("_seen_drivers", set())
    if key in seen:
        _worked_out(context, choice, answer, answer, nullcontext())
        return
    first, below, place = answer.empty(), answer.empty(), st.empty()
    early = loaders.drivers(*key)
    render.said(driver_words.answer(early, context.dataset), first)
    with place.container():
        _early(context, early)
    _worked_out(context, choice, first, below, place.container())
    seen.add(key)


def _worked_out(
    context: Context,
    choice: DriverChoice,
    answer: DeltaGenerator,
    below: DeltaGenerator,
    place: AbstractContextManager[object],
) -> None:
    """Nothing; the answer with what was asked below it, and everything else in its place."""
    found = loaders.known_drivers(context.scope, context.view, context.policy, choice)
    said = beside(found.table, "said", lambda: driver_words.said(found, context.dataset))
    render.said(said.answer, answer)
    cautions = "  ".join(caveat.words for caveat in dict.fromkeys(found.caveats))
    with below:
        render.quiet("\n\n".join(part for part in (_asked(context, found), said.explained, cautions) if part))
    with place:
        _body(context, found, choice, said)


def _asked(context: Context, found: Drivers) -> str:
    dates = words.period_words(context.dataset, context.view)
    size = ""
    if found.base:
        all_of_them = found.choice.missing is MissingRule.LISTWISE
        size = f" {count(found.base)} responses rated {'every driver' if all_of_them else 'the rarest pair'}."
    return f"'{found.target.question.title}', {dates}{words.filter_words(context.dataset, context.view)}.{size}"


def _early(context: Context, found: Drivers) -> None:
    """The numbers at once: their intervals are on the way."""
    title = driver_words.importance(found, context.dataset)
    if title:
        left, _ = st.columns([5, 4], gap="large")
        with left:
            render.title(title)
            figure = driver_charts.importance_figure(found, context.dataset)
            render.picture(figure, "early", "Importance of each driver")
            render.quiet("The intervals are being worked out.")


def _body(context: Context, found: Drivers, choice: DriverChoice, said: driver_words.Said) -> None:
    marked = None
    if said.weighed:
        marked = driver_pictures.pictures(context, choice, said)
    else:
        driver_pictures.stands_out(said)
    if not found.table.empty:
        render.numbers_behind("drivers", lambda: drivers.tables(found, context.dataset), lambda: drivers.method(found))
        take.control(context, ReportPage.DRIVERS, Wishes(choice=choice))
    if said.rated:
        driver_pictures.responses(context, said.rated, marked)


shell.show(main)
