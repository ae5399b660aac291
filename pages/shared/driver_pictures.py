"""The pictures of drivers: importance, what to do first, the quadrants, what stands out, and the responses behind them."""

import streamlit as st

from csat_core import words
from csat_core.analyses.drivers import DriverChoice
from csat_core.figures.style import Figure, inked, sealed
from csat_core.model.dataset import Dataset
from csat_core.model.policy import BasePolicy
from csat_core.model.predicate import OneOf
from csat_core.model.scope import Scope
from csat_core.model.view import View, proposed_scheme
from csat_core.words import driver_charts
from csat_core.words.drivers import Said, name
from pages.shared import loaders, render, ways
from pages.shared.shell import Context

FOLLOW = "Click a mark for the responses that rated it low."
SHORT = 8
"""Drivers up to which the chart leaves room below it for what stands out."""


def pictures(context: Context, choice: DriverChoice, said: Said) -> str | None:
    """The driver whose mark a person has chosen; importance, what to do first, what stands out, the quadrants."""
    key = (context.scope, context.view, context.policy, choice, render.theme())
    left, right = st.columns([5, 4], gap="large")
    with left:
        render.title(said.importance)
        figure = loaders.made(_importance, *key)
        marked = render.mark(render.chart(figure, "importance", "Importance of each driver with its 95 % interval"))
        if said.has_opposite:
            render.quiet("Opposite: the higher the rating, the less satisfied.")
        if said.weighed < 2:
            render.legend("", FOLLOW)
    with right:
        _what_first(said)
    # whichever column is shorter has room for it
    with left if said.weighed <= SHORT else right:
        stands_out(said)
    if said.weighed < 2:
        return marked
    # below the title the picture and its legend where there is room for them, what it says in words on a phone
    with st.container(key="quadrants-seen"):
        render.title(said.quadrant)
        figure = loaders.made(_quadrants, *key)
        chosen = render.mark(render.chart(figure, "quadrants", "Importance against satisfaction with each driver"))
        render.legend(
            "Crossed bars: the 95 % intervals of both. Dotted: the average of the drivers. The axes are zoomed. "
            "Numbered: what to do first, which also counts how many rate a driver low; this picture does not.",
            FOLLOW,
        )
        render.quiet("\n\n".join(f"{title}: {inside}" for title, inside in said.quadrants))
    return chosen or marked


def stands_out(said: Said) -> None:
    """Nothing; must-haves, delighters, drivers that move together and those left out, a sentence each."""
    if not said.stands_out:
        return
    with st.container(key="stands-out"):
        st.subheader("What stands out", anchor=False)
        render.quiet("\n\n".join(said.stands_out))


def _what_first(said: Said) -> None:
    """Nothing; the drivers whose improvement promises most, each with its reason."""
    st.subheader("What to do first", anchor=False)
    if not said.first:
        render.quiet("No driver promises a gain beyond chance if those who rate it low became neutral.")
        return
    with st.container(key="ranked-first", gap="small"):
        for rank, (title, why) in enumerate(said.first, 1):
            render.quiet(f"{rank}. {title}\n{why}")
    then = f"Then {said.then}.\n\n" if said.then else ""
    render.quiet(
        f"{then}Expected, not promised. Customers and money: those who answered, at the guide's leaving rates (an assumption).",
    )
    ways.link("roi", "Play it through", ":material/payments:")


def _importance(scope: Scope, view: View, policy: BasePolicy, choice: DriverChoice, theme: str | None) -> Figure:
    found = loaders.known_drivers(scope, view, policy, choice)
    return sealed(inked(driver_charts.importance_figure(found, loaders.dataset(scope, view)), theme))


def _quadrants(scope: Scope, view: View, policy: BasePolicy, choice: DriverChoice, theme: str | None) -> Figure:
    found = loaders.known_drivers(scope, view, policy, choice)
    return sealed(inked(driver_charts.quadrant_figure(found, loaders.dataset(scope, view)), theme))


def responses(context: Context, rated: tuple[str, ...], marked: str | None) -> None:
    """Nothing; the responses that rated one driver low, once a driver is chosen on a picture or here."""
    dataset = context.dataset
    names = words.told_apart(dataset.columns)

    def body() -> None:
        chosen = st.selectbox(
            "Who rated this low",
            rated,
            index=rated.index(marked) if marked in rated else None,
            key=f"rated-low-{marked}",
            format_func=names.__getitem__,
            placeholder="choose a driver",
        )
        if chosen:
            render.responses(context, "drivers", f"Rated low: {name(dataset, chosen)}", (rated_low(dataset, chosen),))

    render.behind(context, "drivers", body, expanded=marked is not None)


def rated_low(dataset: Dataset, driver: str) -> OneOf:
    """The responses that rate a driver low: its dissatisfied answers, else all that are not satisfied."""
    column = dataset.column(driver)
    assert column.scale is not None
    bands = proposed_scheme(column).bands(column.scale)
    last = bands.satisfied_from - 1 if bands.dissatisfied_to is None else bands.dissatisfied_to
    return OneOf(column=driver, values=tuple(range(1, last + 1)))
