"""The parts of the drivers page: its choices, and the numbers one click below the pictures."""

from functools import partial

import pandas as pd
import streamlit as st

from csat_core.analyses.drivers import DriverChoice, Drivers, candidates, usual_choice
from csat_core.analyses.priorities import by_gain
from csat_core.model.formats import count, percent
from csat_core.model.plan import MissingRule
from csat_core.model.policy import BasePolicy
from csat_core.model.scope import Scope
from csat_core.model.view import View
from pages.shared import loaders, options, render, words
from pages.shared.driver_words import KINDS, QUADRANTS
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
            words=lambda id: words.literal(names[id]),
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


_two = partial(st.column_config.NumberColumn, format="%.2f")
_points = partial(st.column_config.NumberColumn, format="%+.1f")
_three = partial(st.column_config.NumberColumn, format="%.3f")
_count = partial(st.column_config.NumberColumn, format="localized")
_NAME = {"name": "Driver"}
_TABLES: dict[str, dict[str, object]] = {
    "Priorities": {
        **_NAME,
        "kind_words": "Kind",
        "gain_points": _points("Expected points"),
        "gain_points_low": _points("95 % from"),
        "gain_points_high": _points("95 % to"),
        "customers_kept": render.Whole("Customers kept"),
        "money_kept": render.Money("Kept a year"),
        "rated_low": render.Share("Rate it low"),
        "performance": render.Share("Satisfied"),
        "quadrant_words": "Quadrant",
        "base": _count("Base"),
        "note": "Note",
    },
    "Importance": {
        **_NAME,
        "share_of_r_squared": render.Share("Explains"),
        "share_of_r_squared_low": render.Share("95 % from"),
        "share_of_r_squared_high": render.Share("95 % to"),
        "importance": _three("In units of R2"),
        "standardized": _two("Standardized"),
        "vif": _two("VIF"),
        "penalty_points": _points("Low ratings, points"),
        "penalty_points_low": _points("95 % from"),
        "penalty_points_high": _points("95 % to"),
        "reward_points": _points("High ratings, points"),
        "reward_points_low": _points("95 % from"),
        "reward_points_high": _points("95 % to"),
        "note": "Note",
    },
    "Correlation": {
        **_NAME,
        "pearson": _two("Pearson"),
        "pearson_low": _two("95 % from"),
        "pearson_high": _two("95 % to"),
        "spearman": _two("Spearman"),
        "kendall": _two("Kendall"),
        "gamma": _two("Gamma"),
        "chi_square": st.column_config.NumberColumn("Chi-square", format="%.1f"),
        "degrees_of_freedom": _count("Df"),
        "p_value": _three("p", help="0.000 stands for less than 0.0005"),
        "cramers_v": _two("V"),
        "base": _count("Base"),
        "note": "Note",
    },
}  # fmt: skip


def tables(found: Drivers, context: Context, choice: DriverChoice) -> None:
    """Nothing; the numbers behind the pictures, three views of them."""
    shown = list(_TABLES) if found.table["importance"].notna().any() else ["Correlation"]
    one = st.segmented_control("The numbers", shown, default=shown[0], key="driver-numbers", required=True)
    frame = loaders.made(_rows, one, context.scope, context.view, context.policy, choice)
    columns = {
        name: heading for name, heading in _TABLES[one].items() if name != "money_kept" or found.spend.is_defined
    }
    render.table(frame, "drivers", "drivers", columns=columns, alt="The numbers of each driver")


def _rows(one: str, scope: Scope, view: View, policy: BasePolicy, choice: DriverChoice) -> pd.DataFrame:
    """The drivers in the order of a table, with its words beside the numbers."""
    dataset, found = loaders.dataset(view), loaders.known_drivers(scope, view, policy, choice)
    if one == "Priorities":
        table = by_gain(found.table)
    else:
        order = {"Importance": "importance", "Correlation": "cramers_v"}[one]
        table = found.table.sort_values(order, ascending=False, kind="stable", na_position="last")
    places = zip(table["quadrant"], table["quadrant_is_sure"], strict=True)
    return table.assign(
        name=[dataset.column(driver).name for driver in table["driver"]],
        kind_words=[KINDS.get(kind, "") for kind in table["kind"]],
        quadrant_words=[QUADRANTS[name] + ("" if sure else ", perhaps") if name else "" for name, sure in places],
        note=[" ".join(caveat.words for caveat in caveats) for caveats in table["caveats"]],
        **{
            f"{shown}_points{end}": 100 * table[f"{name}{end}"]
            for shown, name in (("gain", "gain_satisfied"), ("penalty", "penalty"), ("reward", "reward"))
            for end in ("", "_low", "_high")
        },
    )


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
