"""Money that stands beside every answer of a customer: how it is counted, with a button for the other way."""

import streamlit as st

from csat_core.ingest.checks import Checked
from csat_core.ingest.child.repeated_money import EACH_TIME, ONCE
from csat_core.ingest.plan import PER_ANSWER, PER_CUSTOMER
from csat_core.model.dataset import Role
from pages.shared import render, visitors
from pages.shared.draft import Draft

WAYS = {ONCE: ("Count it with each answer", PER_ANSWER), EACH_TIME: ("Count it once for a customer", PER_CUSTOMER)}
"""By problem what the button says, and what revenue is of then."""


def told(draft: Draft, checked: Checked) -> None:
    """Nothing; how such money is counted, in a sentence, and the other way at one press. A further file has no choice."""
    problem = next((each for each in checked.problems if each.code in WAYS), None)
    if problem is None or draft.target is not None:
        return
    position = next(each.position for each in draft.decided().used if each.role is Role.REVENUE)
    label, counted = WAYS[problem.code]
    render.quiet(problem.on_page or problem.message)
    if st.button(label, key=f"money-{counted}-{draft.file_id}"):
        draft.take_over(visitors.writable(), {**draft.roles, f"#{position}": f"{Role.REVENUE}:{counted}"}, draft.scales)
        st.rerun()
