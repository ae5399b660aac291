"""The pictures of a score: its trend, its answers, and the groups that stand out. Every mark can be followed."""

import streamlit as st

from csat_core import words
from csat_core.analyses.scorecard import Scorecard
from csat_core.model.formats import period
from csat_core.model.policy import BasePolicy
from csat_core.model.predicate import Between, OneOf, Predicate
from csat_core.model.scope import Scope
from csat_core.model.view import View
from csat_core.words import overview as overview_words
from pages.shared import loaders, render
from pages.shared.kept import beside
from pages.shared.shell import Context

COLOURS = {"satisfied": "blue", "neutral": "grey", "dissatisfied": "orange"}

Marks = list[dict[str, object]]


def charts(context: Context, card: Scorecard) -> tuple[str, tuple[Predicate, ...]] | None:
    """What a person has clicked on: its title and its predicates; None before anything was."""
    measure, key = words.measure_of(card), (context.scope, context.view, context.policy)
    has_trend = beside(card.periods, "can be drawn", lambda: overview_words.has_trend(card))
    left, right = st.columns([5, 3], gap="large") if has_trend else (None, st.container())
    month, answer = [], []
    if left is not None:
        with left:
            title = beside(card.periods, "title", lambda: overview_words.trend_title(card))
            st.subheader(render.together(title), anchor=False)
            month = render.chart(
                loaders.trend_figure(*key, measure, render.theme()),
                "trend",
                f"{measure} by period with its 95 % interval",
            )
            render.legend(
                "Line: share satisfied; band: 95 % interval; bars: answers; hollow: period not complete. The axis is zoomed.",
                "Click a point of the line for its responses.",
            )
    with right:
        st.subheader(render.together(overview_words.answers_title(card)), anchor=False)
        answer = render.chart(loaders.distribution_figure(*key, render.theme()), "distribution", "Share of each answer")
        render.legend(loaders.made(_colours, *key), "Click a bar for its responses.")
    return _clicked(card, month, answer)


def _colours(scope: Scope, view: View, policy: BasePolicy) -> str:
    """Which colour stands for which answers."""
    bands = set(loaders.scorecard(scope, view, policy).distribution["band"])
    colours = [f"{colour} {band}" for band, colour in COLOURS.items() if band in bands]
    return f"{', '.join(colours).capitalize()}."


def _clicked(card: Scorecard, month: Marks, answer: Marks) -> tuple[str, tuple[Predicate, ...]] | None:
    found: list[Predicate] = []
    said = []
    if month and month[0].get("customdata"):
        label = month[0]["customdata"]
        label = str(label[0] if isinstance(label, list) else label)
        rows = card.periods[card.periods["label"] == label]
        if len(rows):
            found.append(Between(column="day", low=rows["start"].iloc[0], high=rows["end"].iloc[0]))
            said.append(period(label))
    if answer and answer[0].get("customdata"):
        chosen = answer[0]["customdata"]
        position = int(str(chosen[0] if isinstance(chosen, list) else chosen))
        row = card.distribution.set_index("position").loc[position]
        found.append(OneOf(column=card.question.id, values=(position,)))
        said.append(f"answer {row['label']}")
    return (f"Answers: {', '.join(said)}", tuple(found)) if found else None
