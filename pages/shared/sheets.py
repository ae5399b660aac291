"""The sheets of a workbook: which one is read, which come in beside it, and what stays out."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from csat_core import words
from csat_core.ingest.formulas import formulas_in
from csat_core.ingest.reader import AS_FOUND
from csat_core.model.formats import count, listed
from pages.shared import file_words, loaders, render
from pages.shared.draft import DRAFTS, Draft
from pages.shared.incoming import Incoming


def choice(draft: Draft) -> None:
    """Nothing; of a workbook with several sheets which one is read, and whether those with the same columns come in as well."""
    found = draft.staged.detection
    for problem in formulas_in(found):
        render.quiet(problem.message)
    if not draft.sheets:
        return
    st.selectbox(
        "Sheet of the workbook",
        draft.sheets,
        index=draft.sheets.index(found.sheet) if found.sheet in draft.sheets else 0,
        format_func=lambda name: _counted(draft, name),
        key=f"sheet-{draft.file_id}-{draft.round}",
        on_change=partial(_other_sheet, draft),
    )
    if draft.unread:
        render.quiet(draft.unread)
    if same := _alike(draft):
        named = words.literal(listed([words.shortened(name, 30) for name in same]), 200)
        have = "which has" if len(same) == 1 else "which have"
        key = f"with-{draft.file_id}"
        st.toggle(
            f"With {named}, {have} the same columns", draft.is_whole, key=key, on_change=partial(_whole, draft, key)
        )


def with_others(incoming: Sequence[Incoming]) -> list[Incoming]:
    """The files, and behind each workbook of which all sheets with the same columns come in the others of these, each a file."""
    drafts = st.session_state.get(DRAFTS, {})
    found: list[Incoming] = []
    for file in incoming:
        draft = drafts.get(file.id)
        others = _alike(draft) if isinstance(draft, Draft) and draft.is_whole else {}
        found += [file, *(_sheet_of(file, draft, sheet) for sheet in others)]
    return found


def out(draft: Draft) -> str:
    """A sentence on rows of sheets with the same columns that do not come in; empty where there are none."""
    if draft.is_whole:
        return ""
    in_store = {each.detection.get("sheet") for each in loaders.import_log() if each.hash == draft.staged.hash}
    left = {words.shortened(name, 30): rows for name, rows in _alike(draft).items() if name not in in_store}
    if not left:
        return ""
    rows, of = sum(left.values()), f"{'sheet' if len(left) == 1 else 'sheets'} {listed(list(left))}"
    return f"{file_words.rows(rows)} of {of} {'stays' if rows == 1 else 'stay'} out."


def _alike(draft: Draft) -> dict[str, int]:
    """The other sheets with the same columns, and how many rows each has."""
    return {name: rows for name, rows, is_alike in draft.staged.detection.other_sheets if is_alike and rows}


def _sheet_of(workbook: Incoming, draft: Draft, sheet: str) -> Incoming:
    return replace(workbook, id=f"{workbook.id}-{sheet}", sheet=sheet, placed=lambda _folder: draft.path)


def _counted(draft: Draft, name: str) -> str:
    """A sheet and how many rows it has, as far as that was counted."""
    rows = dict(draft.sheet_rows).get(name)
    many = "" if rows is None else f" ({count(rows)} {'row' if rows == 1 else 'rows'})"
    return f"{words.straight(name)}{many}"


def _other_sheet(draft: Draft) -> None:
    chosen = st.session_state.get(f"sheet-{draft.file_id}-{draft.round}")
    # what was wished of the layout was said of the columns of another sheet
    draft.wish = replace(AS_FOUND, sheet=chosen, unfinished=draft.reading.unfinished)
    draft.is_whole = False


def _whole(draft: Draft, key: str) -> None:
    draft.is_whole = bool(st.session_state.get(key))
