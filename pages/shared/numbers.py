"""The numbers behind the pictures: periods, answers, groups and schemes, each as a table to download."""

import streamlit as st

from csat_core.analyses.scorecard import Scorecard
from csat_core.model.formats import count, number
from csat_core.words import overview as overview_words
from pages.shared import loaders, render
from pages.shared.kept import beside
from pages.shared.shell import Context


def tables(context: Context, card: Scorecard) -> None:
    """Nothing; the numbers behind the pictures, and how they are computed, folded away."""
    render.numbers_behind("overview", lambda: _tables(context, card), lambda: _method(card))


def _tables(context: Context, card: Scorecard) -> None:
    """Nothing; periods, answers, groups, or the schemes beside each other."""
    names = ["Periods", "Answers", "Groups", "Schemes"]
    kept = [name for name in names if name != "Periods" or len(card.periods)]
    chosen = st.segmented_control(
        "Of what", kept, default=kept[0], key="overview-numbers", required=True, label_visibility="collapsed"
    )
    key = (context.scope, context.view, context.policy)
    if chosen == "Periods":
        frame = beside(card.periods, "rows", lambda: overview_words.periods(card))
        render.table(frame, "periods", "periods", columns=overview_words.PERIODS)
    elif chosen == "Answers":
        render.table(card.distribution, "answers", "answers", columns=overview_words.ANSWERS)
    elif chosen == "Schemes":
        st.caption(
            "The same answers under every scheme: the score is a choice of rule, so every other choice stands beside it."
        )
        render.table(card.schemes, "schemes", "schemes", columns=overview_words.SCHEMES)
    else:
        found = loaders.extremes(*key)
        frame = beside(found.table, "rows", lambda: overview_words.groups(found, context.dataset))
        render.table(frame, "groups", "groups", columns=overview_words.GROUPS)


def _method(card: Scorecard) -> None:
    scale = card.question.scale
    assert scale is not None
    bands, labels = card.scheme.bands(scale), scale.labels
    skipped = card.non_answers
    render.quiet(
        f"Satisfied are the answers from '{labels[bands.satisfied_from - 1]}' up; rule: {card.scheme.source}. "
        f"The score is {count(card.headline['satisfied'])} satisfied of {count(card.headline['base'])} answers. "
        f"Not in the base: {count(skipped.blank)} blank, {count(skipped.not_applicable)} not applicable, "
        f"{count(skipped.dont_know)} don't know, {count(skipped.not_asked)} not asked. The mean answer is {number(card.headline['mean'])}. "
        "Intervals are Wilson's at 95 %; the change is judged by Newcombe's interval against 1 point.",
    )
