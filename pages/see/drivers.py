"""Drivers: what goes together with satisfaction, and what to do first?"""

import streamlit as st

from csat_core.analyses.drivers import DriverChoice, Drivers, candidates
from csat_core.model.formats import count
from csat_core.model.plan import MissingRule
from pages.shared import driver_pictures, driver_words, drivers, loaders, render, shell, words
from pages.shared.shell import Context


def main() -> None:
    context = shell.begin("What goes together with satisfaction, and what to do first?")
    if not candidates(context.dataset, context.view):
        render.said("There is nothing here to hold against satisfaction: no other question and no group.")
        st.page_link("manage/data.py", label="Bring another file", icon=":material/upload_file:")
        return
    answer, asked = st.empty(), st.container()
    choice = drivers.choice(context)
    place = st.empty()
    key = (context.scope, context.view, context.policy, choice)
    seen = st.session_state.setdefault("_seen_drivers", set())
    if key not in seen:
        early = loaders.drivers(*key)
        with answer.container():
            render.said(driver_words.answer(early, context.dataset), "early")
        with place.container():
            _early(context, early)
    found = loaders.known_drivers(*key)
    seen.add(key)
    with answer.container():
        render.said(driver_words.answer(found, context.dataset))
    with asked:
        render.quiet(_asked(context, found), "scope")
    with place.container():
        _body(context, found, choice)


def _asked(context: Context, found: Drivers) -> str:
    dates, filters = (
        words.period_words(context.dataset, context.view),
        words.filter_words(context.dataset, context.view),
    )
    size = ""
    if found.base:
        all_of_them = found.choice.missing is MissingRule.LISTWISE
        size = f" {count(found.base)} responses rated {'every driver' if all_of_them else 'the rarest pair'}."
    return f"'{found.target.question.name}', {dates}{filters}.{size}"


def _early(context: Context, found: Drivers) -> None:
    """The numbers at once, as tall as what follows: their intervals are on the way."""
    if found.table["importance"].notna().any():
        left, _ = st.columns([5, 4], gap="large")
        with left:
            render.strong(driver_pictures.importance_words(found, context.dataset), "early")
            render.picture(
                driver_pictures.importance_figure(found, context.dataset), "early", "Importance of each driver"
            )
            render.quiet("The intervals are being worked out.", "early")


def _body(context: Context, found: Drivers, choice: DriverChoice) -> None:
    dataset, marked = context.dataset, None
    if len(driver_pictures.in_model(found)):
        marked = driver_pictures.pictures(context, found, choice)
    else:
        driver_pictures.stands_out(found, dataset)
    if not found.table.empty:
        drivers.tables(found, context, choice)
        render.computed("drivers", lambda: drivers.method(found))
    render.caveats(found.caveats, "drivers")
    rated = [row for row in found.table["driver"] if dataset.column(row).scale is not None]
    if rated:
        driver_pictures.responses(context, rated, marked)


main()
