"""Segments: what a person chooses, what can be said of the groups, and their numbers."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from csat_core import words
from csat_core.analyses.crossing import Crossing
from csat_core.analyses.segments import Segments, dimensions, proposed_dimension
from csat_core.model.dataset import Column, Role
from csat_core.model.derived import InvalidCutsError, banded
from csat_core.model.formats import count
from csat_core.model.policy import BasePolicy
from csat_core.model.scale import number_text
from csat_core.model.scope import Scope
from csat_core.model.view import View
from pages.shared import loaders, options, render
from pages.shared.kept import beside
from pages.shared.shell import Context

NOT_CROSSED = "none"
MOST_CROSSED = 60
"""A dimension with more levels is not offered for crossing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the page is asked: hashable, so that all that follows from it is worked out once."""

    scope: Scope
    view: View
    policy: BasePolicy
    first: Column
    second: Column | None
    roll_up: bool


def found_for(asked: Asked) -> Segments | Crossing:
    """The groups of one dimension, or of two crossed."""
    key = (asked.scope, asked.view, asked.policy)
    if asked.second is not None:
        return loaders.crossing(*key, asked.first, asked.second)
    return loaders.segments(*key, asked.first, asked.roll_up)


def choose(context: Context) -> Asked:
    """The dimension, what it is crossed with, and whether small groups are rolled together.

    The dimensions are ranked, which asks the engine, unless a number is chosen: it is never what the page begins with
    where there are dimensions.
    """
    dataset = context.dataset
    there, metrics = dimensions(dataset), {column.id: column for column in dataset.with_role(Role.METRIC)}
    apart = words.told_apart([*there.values(), *metrics.values()])
    named = {key: apart[column.id] for key, column in (there | metrics).items()}
    cross, rolled = NOT_CROSSED, "apart"
    with render.choices("segments"):
        is_ranked = not there or options.known(dataset, "by") not in metrics
        by = options.choose(
            dataset, "by", "Groups by", list(named), words=named.__getitem__,
            default=_first(context) or next(iter(metrics)) if is_ranked else next(iter(there)),
        )  # fmt: skip
        first = there.get(by) or _in_bands(context, metrics[by])
        others = [key for key, column in there.items() if key != by and 1 < len(column.levels) <= MOST_CROSSED]
        if others and len(first.levels) <= MOST_CROSSED:
            cross = options.choose(dataset, "cross", "Crossed with", [NOT_CROSSED, *others], default=NOT_CROSSED,
                                   words=lambda key: "nothing" if key == NOT_CROSSED else named[key])  # fmt: skip
        if cross == NOT_CROSSED:
            rolled = options.choose(dataset, "show", "Small groups", ["apart", "other"], default="apart", kind="segmented",
                                    words={"apart": "Hidden", "other": "Rolled into Other"}.__getitem__)  # fmt: skip
    if len(there) > 1 and len(first.levels) > MOST_CROSSED:
        most = f"{count(len(first.levels))} groups are too many to cross with another dimension; at most {MOST_CROSSED} can be."
        render.quiet(f"'{words.shortened(named[by], 40)}': {most}")
    return Asked(
        scope=context.scope, view=context.view, policy=context.policy, first=first, second=there.get(cross),
        roll_up=rolled == "other",
    )  # fmt: skip


def ranking_of(context: Context) -> pd.DataFrame:
    """The dimensions by how well they tell the satisfied from the others."""
    there = tuple(dimensions(context.dataset).values())
    return loaders.separations(context.scope, context.view, context.policy, there)


def _first(context: Context) -> str | None:
    ranking = ranking_of(context)
    return beside(ranking, "first", lambda: proposed_dimension(context.dataset, ranking))


def _in_bands(context: Context, number: Column) -> Column:
    proposed = loaders.proposed_cuts(context.scope, context.view, number)
    default = ", ".join(map(number_text, proposed))
    typed = options.text(
        context.dataset,
        "cuts",
        "Cut into bands at",
        default=default,
        of=number.id,
        help="From small to large, such as 3, 10, 60.",
    )
    try:
        return banded(number, tuple(float(part) for part in typed.split(",")))
    except (ValueError, InvalidCutsError):
        st.warning("The cuts must be numbers from small to large, such as 3, 10, 60; the proposed ones are used.")
        return banded(number, proposed)
