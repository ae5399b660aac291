"""Plan: what is this survey for, and how is it going to be read?"""

import streamlit as st

from csat_core.model.plan import UNPLANNED
from pages.shared import options, planning, render, shell


def main() -> None:
    context = shell.begin("What is this survey for, and how is it read?")
    dataset = context.dataset
    render.said(planning.sentence(dataset))
    with st.container(key="no-print-mode"):
        mode = options.choose(
            dataset,
            "show",
            "Show",
            ["read", "edit"],
            default="edit" if dataset.plan == UNPLANNED else "read",
            words={"read": "Read", "edit": "Edit"}.__getitem__,
            kind="segmented",
        )
    if mode == "edit":
        planning.edit(dataset, context.policy)
    else:
        planning.read(dataset, context.policy)


main()
