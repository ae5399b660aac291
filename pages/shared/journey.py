"""The journey on a page: its sentence, the stages in order, what was said at one of them, and the order itself."""

import math

import pandas as pd
import streamlit as st

from csat_core import words
from csat_core.analyses.journey import MOST_STAGES, Journey, is_list_of_names, proposed_stages, stage_columns
from csat_core.errors import CsatError
from csat_core.model.dataset import Column, Role
from csat_core.model.predicate import OneOf
from csat_core.model.scheme import Scheme
from csat_core.store import catalogue
from csat_core.words import journey as journey_words
from pages.shared import loaders, options, render, visitors
from pages.shared.kept import beside
from pages.shared.shell import Context

MOST_ORDERED = 60
WIDE = 460
"""Pixels of a box that need not be as wide as the page."""
NONE = "none"
ORDER = "Order of the stages"


def chosen_column(context: Context) -> Column | None:
    """The column that is read as stages; None while a file without touchpoints has none standing in for them."""
    columns = stage_columns(context.dataset)
    by_id = {column.id: column for column in columns}
    if not columns:
        return None
    is_named = columns[0].role is Role.TOUCHPOINT
    if is_named and len(columns) == 1:
        return columns[0]
    proposed = proposed_stages(context.dataset)
    start = proposed.id if proposed else NONE
    names = words.told_apart(columns) | {NONE: "choose a group"}
    with render.choices("journey"):
        chosen = options.choose(
            context.dataset, "across", "Stages" if is_named else "Group that stands in for the stages",
            list(by_id) if start != NONE else [NONE, *by_id], default=start, words=names.__getitem__,
        )  # fmt: skip
    if refused := _refused(context):
        render.quiet(refused)
    return by_id.get(chosen)


def _refused(context: Context) -> str:
    """Which groups cannot stand in for the stages; empty where all can."""
    names = [
        words.shortened(column.title, 40) for column in context.dataset.segments_of_interest if is_list_of_names(column)
    ]
    if not names:
        return ""
    listed = ", ".join(names[:4]) + (f" and {len(names) - 4} more" if len(names) > 4 else "")
    return f"Not offered, for more than {MOST_STAGES} levels are a list of names rather than stages: {listed}."


def missing(context: Context) -> str:
    """Why there is no journey to show."""
    if stage_columns(context.dataset):
        return "Nothing in this data names the stage of the journey that an answer is about. A group can stand in for the stages: choose one."
    return f"Nothing in this data names the stage of the journey that an answer is about, and there are no groups to stand in for it. {_refused(context)}".rstrip()


def scope(context: Context, found: Journey, also: str) -> None:
    """Nothing; what the answer speaks of, and whether stages are only stood in for; above it what `also` says."""
    asked = journey_words.asked(found, context.dataset, context.view)
    render.quiet(f"{also}\n\n{asked}" if also else asked)


def stages(context: Context, found: Journey) -> None:
    """Nothing; the stages in order, the numbers behind them, and the dissatisfied at one of them."""
    if not len(found.table):
        return
    measure = words.measure_of(found)
    key = (context.scope, context.view, context.policy, found.stages.id, measure, render.theme())
    render.title(beside(found.table, "title", lambda: journey_words.title(found)))
    clicked = render.mark(
        render.chart(loaders.journey_figure(*key), "stages", f"{measure} of each stage with its 95 % interval")
    )
    render.legend(
        beside(found.table, ("legend", context.is_guest), lambda: _legend(context, found)),
        "Click a stage for what its dissatisfied customers say.",
    )
    render.caveats(found.caveats)
    render.numbers_behind("journey", lambda: _table(found), how)
    _said_at(context, found, clicked)


def _legend(context: Context, found: Journey) -> str:
    way = "" if context.is_guest or journey_words.has_order(found) else f" It is set below, under '{ORDER}'."
    return journey_words.legend(found, way)


def _said_at(context: Context, found: Journey, clicked: str | None) -> None:
    """Nothing; a stage to choose by click or keyboard, and the responses of its dissatisfied customers."""
    names = [str(name) for name in found.table["stage"] if name is not None]
    if not names:
        return
    if clicked != st.session_state.get("_clicked_stage"):
        st.session_state["_clicked_stage"] = clicked
        if clicked in names:
            options.adopt(context.dataset, {"stage": [clicked]})
    first = found.table["stage"].loc[found.weakest] if found.weakest is not None else names[0]

    def body() -> None:
        stage = options.choose(context.dataset, "stage", "Stage", names, default=str(first), width=WIDE)
        also = (OneOf(column=found.stages.id, values=(stage,)), dissatisfied(found.question, found.scheme))
        title = f"{stage}: responses of those who are not satisfied"
        render.responses(context, "stage", title, also, _unhappy(found.table, stage))

    render.behind(
        context,
        "stage",
        body,
        label="What the dissatisfied say at a stage",
        expanded=clicked is not None or "stage" in st.query_params,
    )


def _unhappy(table: pd.DataFrame, stage: str) -> int | None:
    """How many are dissatisfied at a stage, counted as `dissatisfied` does; None where that is hidden."""
    row = table[table["stage"] == stage].iloc[0]
    many = row["base"] - row["satisfied"] if math.isnan(row["dissatisfied"]) else row["dissatisfied"]
    return None if math.isnan(many) else int(many)


def dissatisfied(question: Column, scheme: Scheme) -> OneOf:
    """The predicate that leaves the dissatisfied; those not satisfied where the scheme does not tell them apart."""
    assert question.scale is not None
    bands = scheme.bands(question.scale)
    return OneOf(column=question.id, values=tuple(range(1, (bands.dissatisfied_to or bands.satisfied_from - 1) + 1)))


def _table(found: Journey) -> None:
    frame = beside(found.table, "rows", lambda: journey_words.rows(found))
    render.table(frame, "stages", "stages", columns=journey_words.columns(found))


def order(context: Context, column: Column) -> None:
    """Nothing; the order of the stages can be changed, one step at a time."""
    levels = column.levels[:MOST_ORDERED]
    if len(levels) < 2:
        return
    render.folded(ORDER, "order", lambda: _order(context, column, levels), icon=":material/swap_vert:")


def _order(context: Context, column: Column, levels: tuple[str, ...]) -> None:
    st.caption("Choose a stage and move it. The order is kept with the dataset, for everybody.")
    left, earlier, later, kept = st.columns([3, 2, 2, 3], vertical_alignment="bottom")
    key = f"ordered:{context.dataset.id}:{column.id}"
    at = levels.index(left.selectbox("Stage to move", levels, format_func=words.readable(levels).__getitem__, key=key))
    for place, label, step, icon in (
        (earlier, "Earlier", -1, ":material/arrow_upward:"),
        (later, "Later", 1, ":material/arrow_downward:"),
    ):
        place.button(
            label, icon=icon, disabled=not 0 <= at + step < len(levels), width="stretch",
            on_click=_move, args=(context, column, key, step),
        )  # fmt: skip
    if column.id not in context.dataset.plan.ordered:
        kept.button("Keep this order", icon=":material/check:", on_click=_move, args=(context, column, key, 0))
    render.quiet(" → ".join(words.shortened(level, 40) for level in levels))


def _move(context: Context, column: Column, key: str, step: int) -> None:
    # read here: what a callback is given was true before the last choice
    levels, stage = list(column.levels), st.session_state[key]
    at = levels.index(stage)
    levels.insert(max(0, at + step), levels.pop(at))
    try:
        catalogue.reorder_levels(visitors.writable(), context.dataset.id, column.id, levels)
    except CsatError as error:
        st.toast(words.literal(str(error), 200), icon=":material/error:")


def how() -> None:
    """Nothing; how the numbers of this page come about."""
    st.markdown(
        "- **A stage against the others**: its share satisfied minus that of everybody else who names a stage, with "
        "Newcombe's interval; among so many it must hold by Holm's rule too. *Pain point*: below beyond chance and by more than the smallest difference that matters; "
        "*high point*: above.\n"
        "- **Few answers**: below 10 a stage is hidden, and the next smallest with it; from 10 to 29 it is shown, not tested "
        "(unless the thresholds were changed).\n"
        "- **Change**: the last complete period of a stage against the complete one before it that has answers enough to test. "
        "Each stage is judged by itself, so among twenty of them chance alone moves about one.\n"
        "- **Bands of a number**: a cut belongs to the band below it. First against last band by Newcombe's interval; the "
        "trend over all shown bands by Cochran and Armitage, scores 1, 2, 3 and so on.\n"
        "- **What customers expect** is quoted from GetFeedback's guide; phone calls and online enquiries are expected to be "
        "answered at once. A pattern is no proof of what brings it about."
    )
