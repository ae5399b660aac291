"""The columns of a file: what each is used for and on which scale, all in a table or one by one, each open to correction."""

from functools import partial

import pandas as pd
import streamlit as st

from csat_core import words
from csat_core.ingest.checks import Checked
from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.model.dataset import Role
from csat_core.model.formats import listed
from pages.shared import one_column, render, visitors
from pages.shared.column_facts import USES, Facts, facts_of, use_of
from pages.shared.draft import Draft
from pages.shared.parts import part

HELP = f"Change a use or a scale, then press the button that appears. Scales: {one_column.SCALES}"
UNUSED = "What was changed under Columns is not used yet: press 'Use these' there, or change it back."
NAMED = 6
"""Columns of one use that are named in the sentence above the table."""
FEW = 3
"""So many are named with twice the letters."""


def table(draft: Draft, mapping: Mapping, checked: Checked | None = None) -> None:
    """Nothing; every column as it is read under `mapping`, and a button that takes changes over."""
    key = f"columns-{draft.file_id}-{draft.round}"
    edits = st.session_state.get(key) or {}
    is_begun = bool(edits.get("edited_rows")) or one_column.is_begun(draft)
    part(
        "Columns: what each is used for",
        "columns",
        ":material/view_column:",
        partial(_whole, draft, mapping, checked, key),
        is_kept=is_begun,
    )


def are_unused(draft: Draft) -> bool:
    """Whether something was changed in the columns that is not taken over yet."""
    return bool(st.session_state.get(_unused(draft)))


def _unused(draft: Draft) -> str:
    return f"_unused-{draft.file_id}-{draft.round}"


def _whole(draft: Draft, mapping: Mapping, checked: Checked | None, key: str) -> None:
    facts = facts_of(draft, mapping, checked)
    render.quiet(uses(mapping))
    roles, scales = dict(draft.roles), dict(draft.scales)
    with st.container(key="wide-columns"):
        st.caption(HELP)
        _table(facts, key, roles, scales)
    one_column.chosen(draft, facts, roles, scales)
    st.session_state[_unused(draft)] = is_changed = (roles, scales) != (draft.roles, draft.scales)
    if not is_changed:
        return
    if st.button("Use these", key=f"use-{draft.file_id}", type="primary"):
        draft.take_over(visitors.writable(), roles, scales)
        st.rerun()
    if draft.refused and draft.refused[:2] == (roles, scales):
        render.strong("This cannot be used", "columns-refused")
        render.quiet(draft.refused[2])


def uses(mapping: Mapping) -> str:
    """Which columns are used for what, a line for each use: those that are left out last."""
    by_role: dict[Role, list[ColumnMapping]] = {}
    for column in mapping.columns:
        by_role.setdefault(column.role, []).append(column)
    return "\n".join(f"{USES[role]}: {_named(by_role[role])}" for role in Role if role in by_role)


def _named(columns: list[ColumnMapping]) -> str:
    return listed(words.apart([column.name for column in columns], 60 if len(columns) <= FEW else 30), NAMED)


def _table(facts: tuple[Facts, ...], key: str, roles: dict[str, str], scales: dict[str, str]) -> None:
    """Nothing; `roles` and `scales` hold what was changed in the table, too: a cell left alone decides nothing."""
    frame = _frame(facts)
    text, has_texts = st.column_config.TextColumn, any(frame["asks"])
    edited = st.data_editor(
        frame,
        hide_index=True,
        # edits outlive a change of the data under one key; once taken over they must not be laid over it again
        key=key,
        column_order=[
            "name",
            *(["asks"] if has_texts else []),
            "role",
            "scale",
            *(["cuts"] if any(frame["role"] == Role.METRIC) else []),
            "reason",
            "examples",
        ],
        column_config={
            "name": text("Column", disabled=True, width=120 if has_texts else 280),
            "asks": text("Question", disabled=True, width=260),
            "role": st.column_config.SelectboxColumn(
                "Used as", options=[role.value for role in Role], format_func=use_of, required=True, width=104
            ),
            "scale": text("Scale", width=200 if has_texts else 170),
            "examples": text("Frequent values", disabled=True, width=130),
            "cuts": text("Bands", width=120, help=one_column.CUTS),
            "reason": text("Why", disabled=True, width=400),
        },
    )
    for fact, new in zip(facts, edited.itertuples(), strict=False):
        # a forged message of a browser may hold any text, and rows that are not there
        role = str(new.role) if new.role in list(Role) else fact.role
        one_column.decide(fact, role, _cell(new.scale), _cell(new.cuts), roles, scales)


def _cell(typed: object) -> str:
    """What stands in a cell of the table; empty where it was cleared."""
    return typed.strip() if isinstance(typed, str) else ""


def _frame(facts: tuple[Facts, ...]) -> pd.DataFrame:
    names = ("name", "asks", "role", "scale", "cuts", "examples", "cells", "reason")
    return pd.DataFrame({name: [getattr(fact, name) for fact in facts] for name in names})
