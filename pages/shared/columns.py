"""The Columns table: what each column of a file is used for and on which scale, each open to correction."""

import pandas as pd
import streamlit as st

from csat_core.ingest.given_scales import near, without_near
from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.model.dataset import Role
from pages.shared import render, visitors
from pages.shared.draft import Draft

ROLES = [role.value for role in Role]
HELP = (
    "Change a role or a scale, then press the button that appears. Scales: 1-5, 0-10, 5-1 where 1 is the best, or "
    "answers from worst to best divided by |. A code that means no answer stands behind it: 1-5,0=na."
)


def table(draft: Draft, mapping: Mapping) -> None:
    """Nothing; every column as it is read under `mapping`, and a button that takes changes over."""
    with st.expander("Columns: what each is used for", icon=":material/view_column:"):
        st.caption(HELP)
        frame = _frame(draft, mapping)
        text = st.column_config.TextColumn
        edited = st.data_editor(
            frame,
            hide_index=True,
            # edits outlive a change of the data under one key; once taken over they must not be laid over it again
            key=f"columns-{draft.file_id}-{draft.round}",
            # what can be changed stands first: on a phone the rest lies out of sight
            column_order=["name", "role", "scale", *(["asks"] if "asks" in frame else []), "examples", "reason"],
            column_config={
                "name": text("Column", disabled=True, width="small"),
                "asks": text("Question", disabled=True, width="medium"),
                "role": st.column_config.SelectboxColumn("Used as", options=ROLES, required=True),
                "scale": text("Scale"),
                "examples": text("Frequent values", disabled=True),
                "reason": text("Why", disabled=True, width="large"),
            },
        )
        roles, scales = _decisions(draft, frame, edited)
        if (roles, scales) == (draft.roles, draft.scales):
            return
        if st.button("Use these", key=f"use-{draft.file_id}", type="primary"):
            draft.take_over(visitors.writable(), roles, scales)
            st.rerun()
        if draft.refused and draft.refused[:2] == (roles, scales):
            render.strong("This cannot be used", "columns-refused")
            st.text(draft.refused[2])


def _frame(draft: Draft, mapping: Mapping) -> pd.DataFrame:
    profiles = {profile.position: profile for profile in draft.staged.columns}
    columns = mapping.columns
    asks = {"asks": [column.label for column in columns]} if any(column.label for column in columns) else {}
    return pd.DataFrame(
        {
            "position": [column.position for column in columns],
            "name": [column.name for column in columns],
            **asks,
            "role": [column.role.value for column in columns],
            "scale": [_typed(draft.scales.get(f"#{column.position}", ""), column) for column in columns],
            "examples": [", ".join(value for value, _ in profiles[c.position].top[:4])[:80] for c in columns],
            "reason": [column.reason for column in columns],
        }
    )


def _typed(decided: str, column: ColumnMapping) -> str:
    """The scale as it was typed, else as it would be."""
    if without_near(decided):
        return decided
    return near(_scale(column)) if decided else _scale(column)


def _scale(column: ColumnMapping) -> str:
    """The scale as it would be typed, with the codes that mean no answer."""
    if column.scale is None:
        return ""
    codes = [(code, "na") for code in column.not_applicable] + [(code, "dk") for code in column.dont_know]
    # words such as "not applicable" are known without being declared
    return column.scale.name + "".join(f",{code}={kind}" for code, kind in codes if code.lstrip("-").isdigit())


def _decisions(draft: Draft, frame: pd.DataFrame, edited: pd.DataFrame) -> tuple[dict[str, str], dict[str, str]]:
    """Roles and scales as decided before, with what was changed in the table; a cell left alone decides nothing."""
    roles, scales = dict(draft.roles), dict(draft.scales)
    for old, new in zip(frame.itertuples(), edited.itertuples(), strict=True):
        column = f"#{old.position}"
        if new.role != old.role:
            roles[column] = str(new.role)
            if Role(str(new.role)).storage != "question":
                scales.pop(column, None)
        if (new.scale or "") != old.scale:
            scales.pop(column, None)
            if new.scale:
                scales[column] = str(new.scale)
    return roles, scales
