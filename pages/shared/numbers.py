"""The numbers behind the pictures: periods, answers, groups and schemes, each as a table to download."""

import streamlit as st

from csat_core.analyses.scorecard import Scorecard
from csat_core.model.caveat import Caveat
from csat_core.model.formats import count, number, period
from pages.shared import loaders, render, words
from pages.shared.shell import Context


def tables(context: Context, card: Scorecard) -> None:
    """The numbers behind the picture: periods, answers, groups, schemes."""
    names = ["Periods", "Answers", "Groups", "Schemes"]
    kept = [name for name in names if name != "Periods" or len(card.periods)]
    chosen = st.segmented_control("The numbers", kept, default=kept[0], key="overview-numbers", required=True)
    if chosen == "Periods":
        rows = card.periods
        notes = [
            "Not complete yet. " * partial + _plain(c)
            for partial, c in zip(rows["partial"], rows["caveats"], strict=True)
        ]
        frame = rows.assign(note=notes, label=[period(label) for label in rows["label"]])
        columns = {"label": "Period", **render.SCORE_COLUMNS, "note": "Note"}
        asked = [Caveat.EMPTY_BASE not in caveats for caveats in rows["caveats"]]
        render.table(frame[asked].iloc[::-1], "periods", "periods", columns=columns)
    elif chosen == "Answers":
        render.table(card.distribution, "answers", "answers", columns=render.ANSWER_COLUMNS)
    elif chosen == "Groups":
        found = loaders.extremes(context.scope, context.view, context.policy).table
        dataset = context.dataset
        frame = found.assign(
            segment=[dataset.column(s).name for s in found["segment"]],
            level=[words.level(v) for v in found["level"]],
            caveats=[_plain(c) for c in found["caveats"]] if len(found) else [],
        ).sort_values("share", na_position="last")
        render.table(
            frame,
            "groups",
            "groups",
            columns={"segment": "Segment", "level": "Group", **render.SCORE_COLUMNS, "caveats": "Note"},
        )
    else:
        frame = card.schemes.assign(caveats=[_plain(c) for c in card.schemes["caveats"]])
        st.caption("The same answers under every rule that fits the scale: the score is a choice, so it is shown.")
        render.table(frame, "schemes", "schemes", columns={"name": "Scheme", "scheme": "Id", **render.SCORE_COLUMNS})
    render.computed("overview", lambda: _method(card))


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
        "method",
    )
