"""The numbers behind the pictures: periods, answers, groups and schemes, each as a table to download."""

import pandas as pd
import streamlit as st

from csat_core.analyses.scorecard import Scorecard
from csat_core.model.caveat import Caveat
from csat_core.model.formats import count, number, period
from csat_core.model.policy import BasePolicy
from csat_core.model.scope import Scope
from csat_core.model.view import View
from pages.shared import loaders, render, words
from pages.shared.shell import Context


def tables(context: Context, card: Scorecard) -> None:
    """Nothing; the numbers behind the pictures, and how they are computed, folded away."""
    render.folded("The numbers", "overview-tables", lambda: _tables(context, card), icon=":material/table_chart:")
    render.computed("overview", lambda: _method(card))


def _tables(context: Context, card: Scorecard) -> None:
    """Nothing; periods, answers or groups."""
    names = ["Periods", "Answers", "Groups"]
    kept = [name for name in names if name != "Periods" or len(card.periods)]
    chosen = st.segmented_control(
        "Of what", kept, default=kept[0], key="overview-numbers", required=True, label_visibility="collapsed"
    )
    key = (context.scope, context.view, context.policy)
    if chosen == "Periods":
        columns = {"label": "Period", **render.SCORE_COLUMNS, "note": "Note"}
        render.table(loaders.made(_periods, *key), "periods", "periods", columns=columns)
    elif chosen == "Answers":
        render.table(card.distribution, "answers", "answers", columns=render.ANSWER_COLUMNS)
    else:
        columns = {"segment": "Segment", "level": "Group", **render.SCORE_COLUMNS, "note": "Note"}
        render.table(loaders.made(_groups, *key), "groups", "groups", columns=columns)


def schemes(card: Scorecard) -> None:
    """Nothing; the same answers under every rule that fits the scale, folded away."""

    def body() -> None:
        st.caption("The score is a choice of rule, so every other choice stands beside it.")
        columns = {"name": "Scheme", "scheme": "Id", **render.SCORE_COLUMNS}
        render.table(card.schemes, "schemes", "schemes", columns=columns)

    render.folded("The same answers under every scheme", "overview-schemes", body, icon=":material/rule:")


def _periods(scope: Scope, view: View, policy: BasePolicy) -> pd.DataFrame:
    """The periods anybody was asked in, the last first, with what to know of each."""
    rows = loaders.scorecard(scope, view, policy).periods
    notes = [
        "Not complete yet. " * partial + _plain(c) for partial, c in zip(rows["partial"], rows["caveats"], strict=True)
    ]
    frame = rows.assign(note=notes, label=[period(label) for label in rows["label"]])
    asked = [Caveat.EMPTY_BASE not in caveats for caveats in rows["caveats"]]
    return frame[asked].iloc[::-1]


def _groups(scope: Scope, view: View, policy: BasePolicy) -> pd.DataFrame:
    """Every level of every segment, the lowest score first."""
    found = loaders.extremes(scope, view, policy).table
    dataset = loaders.dataset(view)
    return found.assign(
        segment=[dataset.column(s).name for s in found["segment"]],
        level=[words.level(v) for v in found["level"]],
        note=[_plain(c) for c in found["caveats"]] if len(found) else [],
    ).sort_values("share", na_position="last")


def _plain(caveats: tuple[Caveat, ...]) -> str:
    return " ".join(caveat.words for caveat in caveats)


def _method(card: Scorecard) -> None:
    bands, labels = card.scheme.bands(card.question.scale), card.question.scale.labels
    skipped = card.non_answers
    render.quiet(
        f"Satisfied are the answers from '{labels[bands.satisfied_from - 1]}' up; rule: {card.scheme.source}. "
        f"The score is {count(card.headline['satisfied'])} satisfied of {count(card.headline['base'])} answers. "
        f"Not in the base: {count(skipped.blank)} blank, {count(skipped.not_applicable)} not applicable, "
        f"{count(skipped.dont_know)} don't know. The mean answer is {number(card.headline['mean'])}. "
        "Intervals are Wilson's at 95 %; the change is judged by Newcombe's interval against 1 point.",
    )
