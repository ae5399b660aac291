"""Answers of a file that its dataset has already, or seems to have: what becomes of them."""

from functools import partial

import streamlit as st

from csat_core.ingest.checks import CHANGED, REPLACED, Checked
from csat_core.model.dataset import Role
from csat_core.model.formats import count
from csat_core.model.overlap import Overlap
from pages.shared import render
from pages.shared.draft import Draft

WAYS = {False: "Keep what is stored", True: "Take the new ones"}


OVERLAPS = {Overlap.SKIP: "Leave them out", Overlap.ADD: "Add them: other people gave the same answers"}
OTHERS = {Overlap.SKIP: "Are the same responses", Overlap.ADD: "Are others: add all of this file, without these ids"}
"""What responses under ids that the dataset has already may be; which answers of the same ones stay is asked then."""


def asked(draft: Draft, checked: Checked) -> None:
    """Nothing; it is chosen what becomes of rows that are there already, and which of two answers under one id stays."""
    if draft.target is not None and (checked.overlap is not None or draft.overlap is not None):
        _overlap(draft, checked)
    problem = next((each for each in checked.problems if each.code in (CHANGED, REPLACED)), None)
    if problem is None or draft.target is None or checked.overlap is not None:  # one question after the other
        return
    one = problem.count == 1
    st.radio(
        f"The {'one' if one else count(problem.count)} that {'is' if one else 'are'} there already with other values",
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


def _overlap(draft: Draft, checked: Checked) -> None:
    if checked.overlap is not None:
        found = checked.overlap.found
        render.quiet(f"{found[:1].upper()}{found[1:]}.")
    has_ids = draft.target is not None and bool(draft.target.dataset.with_role(Role.RESPONSE_ID))
    of_ids = f"Responses under ids that are there already{', here and in files after it with the same columns' if draft.is_followed else ''}"
    st.radio(
        of_ids if has_ids else "Rows that are there already",
        list(OVERLAPS),
        index=None if draft.overlap is None else list(OVERLAPS).index(draft.overlap),
        format_func=(OTHERS if has_ids else OVERLAPS).get,
        horizontal=True,
        key=f"overlap-{draft.file_id}",
        on_change=partial(_decide_overlap, draft),
    )


def _decide_overlap(draft: Draft) -> None:
    draft.overlap = st.session_state.get(f"overlap-{draft.file_id}")
