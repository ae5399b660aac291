"""Answers of a file that its dataset has already: what becomes of those that stand otherwise."""

from functools import partial

import streamlit as st

from csat_core.ingest.checks import CHANGED, REPLACED, Checked
from csat_core.model.formats import count
from pages.shared import render
from pages.shared.draft import Draft

WAYS = {False: "Keep what is stored", True: "Take the new ones"}


def asked(draft: Draft, checked: Checked) -> None:
    """Nothing; of answers that are known and stand otherwise in the file, it is chosen which of both stays."""
    problem = next((each for each in checked.problems if each.code in (CHANGED, REPLACED)), None)
    if problem is None or draft.target is None:
        return
    one = problem.count == 1
    render.quiet(problem.message.partition(". ")[0].partition("; to take")[0].rstrip(".") + ".")
    st.radio(
        f"{count(problem.count)} {'answer is' if one else 'answers are'} known already and {'reads' if one else 'read'} differently now",
        list(WAYS),
        index=int(draft.takes_newer),
        format_func=WAYS.get,
        horizontal=True,
        key=f"newer-{draft.file_id}",
        help="What is stored now comes back when the import is undone.",
        on_change=partial(_decide, draft),
    )


def _decide(draft: Draft) -> None:
    draft.takes_newer = bool(st.session_state.get(f"newer-{draft.file_id}"))
