"""Values of a file that are stored otherwise than they stand, before the file is stored: what, how many, and why."""

import streamlit as st

from csat_core import words
from csat_core.ingest.altered import TEXT_CLEANED
from csat_core.ingest.plan import Altered
from csat_core.model.formats import count
from pages.shared import render

LONGEST_VALUE = 40
VISIBLE = str.maketrans(" \u00a0\t\r\n", "\u2423\u2423\u2423\u21b5\u21b5")
"""Spaces and line breaks as signs, where they are what was altered."""
MOST = 40
"""Of the columns, those that are told; a wide file may have hundreds."""


def told(found: tuple[Altered, ...]) -> None:
    """Nothing; one line for each column and reason, folded away; nothing where all values stand as they are."""
    if not found:
        return
    columns = len({each.column for each in found if each.column is not None})
    noun = "column" if columns == 1 else "columns"
    label = f"Read otherwise than written: {count(columns)} {noun}" if columns else "Rows that were made to fit"
    with st.expander(label, icon=":material/edit_note:"):
        more = [f"And {count(len(found) - MOST)} more."] if len(found) > MOST else []
        render.quiet("\n\n".join([*map(sentence, found[:MOST]), *more]))


def sentence(altered: Altered) -> str:
    """What was altered for one reason, how often, and the first of it."""
    if altered.column is None:
        rows = "1 row" if altered.count == 1 else f"{count(altered.count)} rows"
        return f"{rows}, the first of them row {count(altered.examples[0].row)}. {altered.reason}"
    visible = VISIBLE if altered.code == TEXT_CLEANED else {}
    cells = "1 cell" if altered.count == 1 else f"{count(altered.count)} cells"
    shown = "; ".join(
        f"row {count(each.row)}: '{words.shortened((each.value or '').translate(visible), LONGEST_VALUE)}' is "
        f"'{words.shortened(each.became or '', LONGEST_VALUE)}'"
        for each in altered.examples
    )
    such = f" Such as {shown}." if shown else ""
    return f"'{words.shortened(altered.column, LONGEST_VALUE)}', {cells}. {altered.reason}{such}"
