"""The parts of the drivers page: its choices, and the numbers one click below the pictures."""

import streamlit as st

from csat_core import words
from csat_core.analyses.drivers import DriverChoice, Drivers, candidates, usual_choice
from csat_core.model.dataset import Dataset
from csat_core.model.formats import count, percent
from csat_core.model.plan import MissingRule
from csat_core.words import driver_tables
from pages.shared import options, render
from pages.shared.kept import beside
from pages.shared.shell import Context

MISSING = {MissingRule.LISTWISE: "Responses that rated every driver", MissingRule.PAIRWISE: "Each pair of questions"}
OUTCOMES = {"answers": "The number of the answer", "binary": "Satisfied or not"}


def choice(context: Context) -> DriverChoice:
    """Which drivers are looked at, and how; kept in the URL."""
    dataset, view = context.dataset, context.view
    usual, names = usual_choice(dataset, view), words.told_apart(dataset.columns)
    popover = st.popover("Drivers and model", icon=":material/tune:", key="drivers-model", on_change="rerun")
    with popover:
        chosen = options.choose_many(
            dataset,
            "drivers",
            "Drivers",
            [column.id for column in candidates(dataset, view)],
            default=usual.drivers,
            words=names.__getitem__,
            placeholder="choose some",
            help="A group, such as a region, is looked at for its association alone.",
            shown=popover.open,
        )
        outcome = options.choose(
            dataset, "model", "Satisfaction as", list(OUTCOMES), default="answers", words=OUTCOMES.__getitem__,
            shown=popover.open,
        )  # fmt: skip
        missing = options.choose(
            dataset,
            "missing",
            "The model uses",
            [rule.value for rule in MissingRule],
            default=usual.missing.value,
            words=lambda rule: MISSING[MissingRule(rule)],
            shown=popover.open,
        )
    return DriverChoice(drivers=chosen, missing=MissingRule(missing), is_binary=outcome == "binary")


def tables(found: Drivers, dataset: Dataset) -> None:
    """Nothing; the numbers behind the pictures, three views of them."""
    shown = driver_tables.offered(found)
    one = st.segmented_control("The numbers", shown, default=shown[0], key="driver-numbers", required=True)
    frame = beside(found.table, one, lambda: driver_tables.rows(one, found, dataset))
    columns = driver_tables.columns(one, found)
    render.table(frame, "drivers", "drivers", columns=columns, alt="The numbers of each driver")


def method(found: Drivers) -> None:
    """Nothing; how the numbers come about."""
    how = {"lmg": "every order of entering (LMG, Shapley)", "johnson": "Johnson's relative weights"}
    explained = ""
    if found.method is not None:
        explained = (
            f"All drivers together explain {percent(found.r_squared)} of the differences in the outcome (R2), on "
            f"{count(found.base)} responses; importance shares that out by {how[found.method.value]}. "
        )
    logistic = (
        f"By logistic regression they explain {percent(found.logistic.r_squared)}; its relative weights are in the CSV of the command line. "
        if found.logistic
        else ""
    )
    render.quiet(
        f"{explained}{logistic}Intervals draw a hundred hands of customers anew. Satisfied with it: the driver's own satisfied answers. "
        "Must-have (hygiene), more is better (performance) and delighter come from one regression on low and high ratings of all drivers, "
        "against middle ones. Expected points: what low ratings go with, times how many rate it low. Going together is not making it so: "
        "what truly moves satisfaction is known only after a change.",
    )
