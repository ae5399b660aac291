"""Looks: what changed since a dataset was last looked at here, said once at the top of a visit."""

from datetime import UTC, datetime

import streamlit as st

from csat_core import words
from csat_core.analyses.news import News, news, seen
from csat_core.analyses.scorecard import Scorecard
from csat_core.model.formats import count, day, percent, points
from csat_core.model.view import first_view
from csat_core.store import looks
from pages.shared import loaders, render
from pages.shared.shell import Context


def since_last(context: Context, card: Scorecard) -> None:
    """Nothing; a sentence where there is news. Looks at whole datasets only, and never writes for a shared reader."""
    if context.is_guest or context.view != first_view(context.dataset):
        return
    key = ("_news", context.dataset.id, context.view, context.policy)
    if key not in st.session_state.setdefault("_looks", {}):
        st.session_state["_looks"][key] = _looked(context, card)
    found = st.session_state["_looks"][key]
    if found is not None:
        render.quiet(sentence(found, words.measure_of(card)))


def _looked(context: Context, card: Scorecard) -> News | None:
    now = seen(card, datetime.now(UTC))
    if now is None:
        return None
    before = looks.look(loaders.store(), context.dataset.id, context.dataset.version, now)
    return news(before, now, context.policy, context.dataset.plan.smallest_difference)


def sentence(found: News, measure: str) -> str:
    """What is new, in one sentence."""
    size = abs(found.new)
    more = "new" if found.new >= 0 else "fewer"
    answers = f"{count(size)} {more} {'answer' if size == 1 else 'answers'}" if size else "the answers changed"
    head = f"Since you last looked on {day(found.since.date())}: {answers}, {measure} {percent(found.then)} then, {percent(found.now)} now"
    if found.verdict is None:
        return f"{head}."
    side = "above" if found.difference.value >= 0 else "below"
    return f"{head}; the new answers are {points(found.difference.value)} {side} those before: {words.VERDICTS[found.verdict]}."
