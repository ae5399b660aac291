"""The pictures of drivers: importance, what to do first, the quadrants, what stands out, and the responses behind them."""

import pandas as pd
import streamlit as st

from csat_core.analyses.drivers import DriverChoice, Drivers
from csat_core.analyses.priorities import first_things, mean_lines
from csat_core.figures.drivers import importance, quadrants
from csat_core.figures.style import Figure, inked, sealed
from csat_core.model.dataset import Dataset
from csat_core.model.formats import percent, signed_points
from csat_core.model.policy import BasePolicy
from csat_core.model.predicate import OneOf
from csat_core.model.scope import Scope
from csat_core.model.view import View, proposed_scheme
from csat_core.stats.asymmetry import Kind
from pages.shared import driver_words, loaders, render, words
from pages.shared.driver_words import KINDS, QUADRANTS, name
from pages.shared.shell import Context

MOST_FIRST, MOST_SHOWN = 3, 15
SHORT = 8
"""Drivers up to which the chart leaves room below it for what stands out."""

CHART_KINDS = {kind: said for kind, said in KINDS.items() if kind is not Kind.CANNOT_TELL}


def pictures(context: Context, found: Drivers, choice: DriverChoice) -> str | None:
    """The driver whose mark a person has chosen; importance, what to do first, the quadrants and what stands out."""
    dataset, key = context.dataset, (context.scope, context.view, context.policy, choice, render.theme())
    is_short = len(in_model(found)) <= SHORT
    left, right = st.columns([5, 4], gap="large")
    with left:
        render.strong(importance_words(found, dataset), "importance")
        figure = loaders.made(_importance, *key)
        marked = render.mark(render.chart(figure, "importance", "Importance of each driver with its 95 % interval"))
        opposite = "Opposite: the higher the rating, the less satisfied. " if (found.table["sign"] < 0).any() else ""
        render.quiet(f"{opposite}Click a mark for the responses that rated it low.", "importance-note")
    with right:
        what_first(found, dataset)
    # whichever column is shorter has room for it
    with left if is_short else right:
        stands_out(found, dataset)
    if len(in_model(found)) < 2:
        return marked
    render.strong(quadrant_words(found, dataset), "quadrants")
    with st.container(key="wide-quadrants"):
        figure = loaders.made(_quadrants, *key)
        chosen = render.mark(render.chart(figure, "quadrants", "Importance against satisfaction with each driver"))
        render.quiet(
            "Crossed bars: the 95 % intervals of both. Dotted: the average of the drivers. The axes are zoomed. "
            "What to do first also counts how many rate a driver low; this picture does not.",
            "quadrants",
        )
    with st.container(key="narrow-quadrants"):
        quadrant_list(found, dataset)
    return chosen or marked


def stands_out(found: Drivers, dataset: Dataset) -> None:
    """Nothing; must-haves, delighters, drivers that move together and those left out, a sentence each."""
    sentences = driver_words.stands_out(found, dataset)
    if sentences:
        st.subheader("What stands out", anchor=False)
    for at, sentence in enumerate(sentences):
        render.quiet(sentence, f"stands-out-{at}")


def _importance(scope: Scope, view: View, policy: BasePolicy, choice: DriverChoice, theme: str | None) -> Figure:
    found = loaders.known_drivers(scope, view, policy, choice)
    return sealed(inked(importance_figure(found, loaders.dataset(view)), theme))


def _quadrants(scope: Scope, view: View, policy: BasePolicy, choice: DriverChoice, theme: str | None) -> Figure:
    found = loaders.known_drivers(scope, view, policy, choice)
    return sealed(inked(quadrant_figure(found, loaders.dataset(view)), theme))


def responses(context: Context, rated: list[str], marked: str | None) -> None:
    """Nothing; the responses that rated one driver low, once a driver is chosen on a picture or here."""
    dataset = context.dataset
    with st.expander("The responses behind it", expanded=marked is not None, icon=":material/forum:"):
        chosen = st.selectbox(
            "Who rated this low",
            rated,
            index=rated.index(marked) if marked in rated else None,
            key=f"rated-low-{marked}",
            format_func=lambda id: words.literal(words.distinct(dataset.column(id), dataset)),
            placeholder="choose a driver",
        )
        if chosen:
            render.responses(context, "drivers", f"Rated low: {name(dataset, chosen)}", (rated_low(dataset, chosen),))


def what_first(found: Drivers, dataset: Dataset) -> None:
    """Nothing; the drivers whose improvement promises most, each with its reason."""
    st.subheader("What to do first", anchor=False)
    first = first_things(found.table)
    if first.empty:
        render.quiet("No driver promises a gain beyond noise if those who rate it low became neutral.", "first")
        return
    for rank, row in enumerate(first.head(MOST_FIRST).to_dict("records"), 1):
        render.strong(
            f"{rank}. {name(dataset, row['driver'])}: {signed_points(row['gain_satisfied'])}", f"first-{rank}"
        )
        render.quiet(driver_words.reason(row, found, dataset), f"reason-{rank}")
    if len(first) > MOST_FIRST:
        others = (
            f"{name(dataset, row['driver'])} {signed_points(row['gain_satisfied'])}"
            for row in first[MOST_FIRST:].to_dict("records")
        )
        render.quiet(f"Then: {', '.join(others)}.", "then")
    render.quiet(
        "Expected, not promised. Customers and money: those who answered, at the guide's leaving rates (an assumption).",
        "money",
    )
    st.page_link("act/roi.py", label="Play it through", icon=":material/payments:")


def importance_figure(found: Drivers, dataset: Dataset) -> Figure:
    """The drivers in the model, the most important first."""
    known = in_model(found).head(MOST_SHOWN)
    rows = pd.DataFrame(
        {
            "key": known["driver"],
            "label": [name(dataset, driver) for driver in known["driver"]],
            "value": known["share_of_r_squared"],
            "low": known["share_of_r_squared_low"],
            "high": known["share_of_r_squared_high"],
            "base": float(found.base),
            "tone": ["below" if sign < 0 else "ours" for sign in known["sign"]],
            "note": [
                "opposite" if s < 0 else CHART_KINDS.get(k, "")
                for s, k in zip(known["sign"], known["kind"], strict=True)
            ],
        }
    )
    return importance(rows)


def in_model(found: Drivers) -> pd.DataFrame:
    """The drivers with an importance, the most important first."""
    known = found.table[found.table["share_of_r_squared"].notna()]
    return known.sort_values("importance", ascending=False, kind="stable", ignore_index=True)


def importance_words(found: Drivers, dataset: Dataset) -> str:
    """The finding of the importance chart as its title."""
    known = in_model(found)
    top = known.iloc[0]
    if len(known) == 1:
        return f"{name(dataset, top['driver'], 40)} alone explains {percent(found.r_squared)} of the differences"
    share = percent(top["share_of_r_squared"], 0)
    return f"{name(dataset, top['driver'], 40)} matters most: {share} of what the drivers explain"


def quadrant_figure(found: Drivers, dataset: Dataset) -> Figure:
    """Importance against performance."""
    known = in_model(found).head(MOST_SHOWN)
    labelled = known.assign(label=[name(dataset, driver) for driver in known["driver"]])
    return quadrants(labelled, mean_lines(found.table), QUADRANTS)


def quadrant_words(found: Drivers, dataset: Dataset) -> str:
    """The finding of the quadrants as their title."""
    known = in_model(found)
    weak = [name(dataset, driver, 40) for driver in known.loc[known["quadrant"] == "work_on", "driver"]]
    if not weak:
        return "No driver is both more important and weaker than the others"
    return f"More important and weaker than the others: {', '.join(weak[:3])}{' and more' if len(weak) > 3 else ''}"


def quadrant_list(found: Drivers, dataset: Dataset) -> None:
    """Nothing; the quadrants as four short lists, for a narrow screen."""
    known = in_model(found)
    for quadrant, title in QUADRANTS.items():
        inside = known[known["quadrant"] == quadrant].to_dict("records")
        said = (
            f"{name(dataset, row['driver'])} ({percent(row['performance'], 0)} satisfied{'' if row['quadrant_is_sure'] else ', perhaps'})"
            for row in inside
        )
        render.strong(title, f"quadrant-{quadrant}")
        render.quiet(", ".join(said) or "none", f"quadrant-list-{quadrant}")


def rated_low(dataset: Dataset, driver: str) -> OneOf:
    """The responses that rate a driver low: its dissatisfied answers, else all that are not satisfied."""
    column = dataset.column(driver)
    assert column.scale is not None
    bands = proposed_scheme(column).bands(column.scale)
    last = bands.satisfied_from - 1 if bands.dissatisfied_to is None else bands.dissatisfied_to
    return OneOf(column=driver, values=tuple(range(1, last + 1)))
