"""How a file is read and what becomes of personal data in it: what was found, on what evidence, and what else could be."""

from dataclasses import replace
from functools import partial

import streamlit as st

from csat_core import words
from csat_core.ingest.layouts import TITLES
from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.ingest.proposal.privacy import names_people_in_text
from csat_core.ingest.reader import UNFINISHED
from csat_core.model.dataset import Role
from csat_core.model.formats import count, listed
from csat_core.model.sensitive import Sensitive
from pages.shared import render
from pages.shared.draft import Draft
from pages.shared.parts import part

WAYS = {
    Sensitive.DROP: "Leave out",
    Sensitive.HASH: "Keep a code that tells customers apart",
    Sensitive.KEEP: "Keep as they stand",
}

SOME_CELLS = "addresses or numbers in some cells, which are covered unless they are kept as they stand"
SAID = ("personal_data", "personal_covered")
"""Problems of columns that are named where it is chosen what becomes of them."""


def detected(draft: Draft) -> None:
    """What the file was taken for, with the evidence, and the ways to read it otherwise."""
    part("What was detected, and on what evidence", "detected", ":material/search:", partial(_evidence, draft))


def _evidence(draft: Draft) -> None:
    found = draft.staged.detection
    render.quiet("\n\n".join(found.evidence))
    if found.layout in TITLES:  # what a statistics program saved says itself what it is
        st.selectbox(
            "The file is read as",
            list(TITLES),
            index=list(TITLES).index(found.layout),
            format_func=TITLES.__getitem__,
            key=f"layout-{draft.file_id}-{draft.round}",
            on_change=partial(_wish, draft),
        )
    if draft.unread and not draft.sheets:
        render.quiet(draft.unread)
    if found.unfinished:
        st.radio(
            f"Responses that were not finished: {count(found.unfinished)}",
            list(UNFINISHED),
            index=0 if found.unfinished_kept else 1,
            format_func={"keep": "Keep them", "drop": "Leave them out"}.get,
            horizontal=True,
            key=f"unfinished-{draft.file_id}-{draft.round}",
            on_change=partial(_wish, draft),
        )


def _wish(draft: Draft) -> None:
    layout, unfinished = (
        st.session_state.get(f"{key}-{draft.file_id}-{draft.round}") for key in ("layout", "unfinished")
    )
    found = draft.staged.detection.layout
    draft.wish = replace(
        draft.reading,
        layout=draft.reading.layout if layout in (None, found) else layout,
        unfinished=unfinished or draft.reading.unfinished,
    )


def personal(draft: Draft, mapping: Mapping) -> None:
    """What becomes of personal data, where the file seems to hold any."""
    kept_out = [column for column in draft.proposed.columns if column.personal or column.protect]
    profiles = {profile.position: profile for profile in draft.staged.columns}
    named = [
        c
        for c in mapping.columns
        if c.role is Role.COMMENT and not c.personal and names_people_in_text(profiles[c.position])
    ]
    if not kept_out and not named:
        return
    noun = "column" if len(kept_out) == 1 else "columns"
    label = f"Personal data: {len(kept_out)} {noun}" if kept_out else "Personal data in comments"
    part(label, "personal", ":material/shield_person:", partial(_choices, draft, mapping, kept_out, bool(named)))


def _choices(draft: Draft, mapping: Mapping, kept_out: list[ColumnMapping], are_named: bool) -> None:
    if kept_out:
        listed = ", ".join(
            f"'{words.shortened(column.name, 40)}' ({column.personal or SOME_CELLS})" for column in kept_out
        )
        render.quiet(f"Found: {listed}.")
        st.radio(
            "These columns",
            list(WAYS),
            format_func=WAYS.get,
            key=f"sensitive-{draft.file_id}",
            index=list(WAYS).index(draft.sensitive),
            on_change=partial(_decide, draft),
        )
        if draft.sensitive is Sensitive.HASH and (said := _still_out(mapping, kept_out)):
            render.quiet(said)
    if are_named:
        st.toggle(
            "Cover e-mail addresses and telephone numbers in comments",
            value=draft.mask,
            key=f"mask-{draft.file_id}",
            on_change=partial(_decide, draft),
        )


def _still_out(mapping: Mapping, kept_out: list[ColumnMapping]) -> str:
    """Which columns stay out though codes are wished, as others tell customers apart; empty where none does."""
    places = {column.position for column in kept_out}
    out = [each.name for each in mapping.columns if each.position in places and each.role is Role.IGNORE]
    customers = [each.name for each in mapping.columns if each.role is Role.CUSTOMER]
    if not out or not customers:
        return ""
    named = listed([words.shortened(name, 40) for name in out])
    how = f"as '{words.shortened(customers[0], 40)}' tells customers apart. Another column can be the customer under Columns."
    return f"{named} {'stays' if len(out) == 1 else 'stay'} out, {how}"


def _decide(draft: Draft) -> None:
    draft.sensitive = st.session_state.get(f"sensitive-{draft.file_id}", draft.sensitive)
    draft.mask = st.session_state.get(f"mask-{draft.file_id}", draft.mask)
