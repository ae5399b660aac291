"""Bring a file: drop it, read in one sentence what it is, correct what is wrong, import."""

import tempfile
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from csat_core import words
from csat_core.analyses.scoring import measured
from csat_core.errors import CsatError
from csat_core.ingest import mapping as mappings
from csat_core.ingest.checks import Checked
from csat_core.ingest.load import name_from, store_checked
from csat_core.ingest.plan import Mapping
from csat_core.ingest.reader import stage
from csat_core.model.dataset import Role
from csat_core.model.formats import count, interval, percent
from csat_core.model.scheme import find_scheme, fitting
from csat_core.store import imports
from csat_core.store.catalogue import Details
from pages.shared import columns, render, visitors
from pages.shared.draft import Draft

FORMATS = ["csv", "tsv", "txt", "xlsx", "xls", "ods", "json", "jsonl", "ndjson", "parquet", "zip", "gz"]


def a_file() -> None:
    """Nothing; the drop zone and what follows from it."""
    upload = st.file_uploader(
        "Drop a file of responses: CSV, TSV, Excel, ODS, JSON or Parquet, also zipped",
        type=FORMATS,
        key=f"upload-{st.session_state.get('_uploads', 0)}",
    )
    if upload is None:
        st.session_state.pop("_draft", None)
        return
    try:
        draft = _draft(upload)
        mapping = draft.decided()
        if mapping.open_questions:
            _settle(draft, mapping)
            return
        checked = draft.check(mapping)
    except CsatError as error:
        with st.container(border=True):
            render.strong("This file cannot be imported as it is", "refused")
            st.text(words.of_error(error))
        if "_draft" in st.session_state:
            columns.table(st.session_state["_draft"], st.session_state["_draft"].proposed)
        return
    _proposal(draft, mapping, checked)


def _draft(upload: UploadedFile) -> Draft:
    """The draft of this upload: written to a private folder and parsed once, in a process of its own."""
    draft: Draft | None = st.session_state.get("_draft")
    if draft is not None and draft.file_id == upload.file_id:
        return draft
    st.session_state.pop("_draft", None)
    folder = tempfile.TemporaryDirectory(prefix="csat-upload-", ignore_cleanup_errors=True)
    path = Path(folder.name) / "upload"
    path.write_bytes(upload.getbuffer())
    with st.status("Reading the file", expanded=False) as status:
        staged = stage(
            path, Path(folder.name), name=upload.name, progress=lambda _share, text: status.update(label=text)
        )
        imports.require_new_file(visitors.writable(), staged.file, staged.hash)
        status.update(label="Read", state="complete")
    proposed = mappings.propose(staged.columns, staged.detection.decimal)
    draft = Draft(file_id=upload.file_id, folder=folder, staged=staged, proposed=proposed)
    st.session_state["_draft"] = draft
    return draft


def _settle(draft: Draft, mapping: Mapping) -> None:
    """Asks what the file does not settle; nothing is guessed."""
    render.strong("One thing to settle first", "settle")
    for column in mapping.columns:
        if column.question is None:
            continue
        # the command line is told which option settles it; here buttons do
        st.text(column.question.partition("; say --")[0] + ".")
        if column.role is Role.TIME:
            orders = {"dmy": "day first: 31/12/2025", "mdy": "month first: 12/31/2025", "ymd": "year first: 2025-12-31"}
            chosen = st.segmented_control(
                "Dates are written", list(orders), format_func=orders.get, key=f"order-{draft.file_id}"
            )
            if chosen:
                draft.roles[f"#{column.position}"] = f"time:{chosen}"
                st.rerun()
    columns.table(draft, mapping)


def _proposal(draft: Draft, mapping: Mapping, checked: Checked) -> None:
    """What the file is, in one sentence; the button; everything else folded away."""
    with st.container(border=True, key="proposal"):
        render.said(sentence(checked), "proposal")
        _preview(checked)
        name = st.text_input(
            "Name of the dataset", name_from(draft.staged.file), max_chars=120, key=f"name-{draft.file_id}"
        )
        if st.button("Import", type="primary", icon=":material/check:", key="import"):
            _import(draft, mapping, checked, name)
        columns.table(draft, mapping)
        _problems(checked)
        with st.expander("What was detected, and on what evidence", icon=":material/search:"):
            for evidence in draft.staged.detection.evidence:
                render.quiet(evidence)
            for column in mapping.columns:
                render.quiet(f"{column.name}: {column.role.value}. {column.reason}")


def sentence(checked: Checked) -> str:
    """The file in one sentence: answers, outcome, drivers, segments, period, rows set aside."""
    roles = [column.role for column in checked.columns]
    outcome = next(column for column in checked.columns if column.role is Role.OUTCOME)
    drivers, segments = roles.count(Role.DRIVER), sum(role.storage == "segment" for role in roles)
    assert outcome.scale is not None
    points = "two-answer" if outcome.scale.points == 2 else f"{outcome.scale.points}-point"
    parts = [
        f"{count(outcome.answered)} answers",
        f"{points} satisfaction from '{words.shortened(outcome.name, 60)}'",
        f"{drivers} {'driver' if drivers == 1 else 'drivers'}",
        f"{segments} {'segment' if segments == 1 else 'segments'}",
        words.span(checked.since, checked.until),
    ]
    aside = checked.rejected + checked.duplicates
    return f"{', '.join(parts)}; {'no row' if not aside else count(aside) + (' row' if aside == 1 else ' rows')} set aside."


def _preview(checked: Checked) -> None:
    """The score that this import would give."""
    outcome = next(column for column in checked.columns if column.role is Role.OUTCOME)
    assert outcome.scale is not None
    scheme = find_scheme(outcome.scheme) if outcome.scheme else fitting(outcome.scale)[0]
    row = measured(checked.outcome_counts, outcome.scale, scheme).iloc[0]
    render.quiet(
        f"Gives CSAT {percent(row['share'])} (95 % interval {interval(row['low'], row['high'])}, base {count(row['base'])}) "
        f"under the scheme {scheme.id}: {scheme.source}.",
    )


def _problems(checked: Checked) -> None:
    if not checked.problems:
        return
    noun = "thing" if len(checked.problems) == 1 else "things"
    with st.expander(
        f"{len(checked.problems)} {noun} to know before it is stored",
        icon=":material/info:",
        expanded=checked.rejected > 0,
    ):
        frame = pd.DataFrame(
            [
                {"message": p.on_page or p.message, "count": p.count, "example_row": p.example_row}
                for p in checked.problems
            ]
        )
        render.table(
            frame,
            "problems",
            "problems",
            columns={
                "message": st.column_config.TextColumn("What", width="large"),
                "count": st.column_config.NumberColumn("Rows", format="localized"),
                "example_row": "Example row",
            },
        )


def _import(draft: Draft, mapping: Mapping, checked: Checked, name: str) -> None:
    """Stores the file and opens it."""
    try:
        with st.spinner("Storing"):
            dataset_id, _ = store_checked(
                visitors.writable(), draft.staged, mapping, checked, Details(name=name.strip())
            )
    except CsatError as error:
        st.text(words.of_error(error))
        return
    st.session_state.pop("_draft", None)
    st.session_state["_uploads"] = st.session_state.get("_uploads", 0) + 1
    st.session_state["_imported"] = dataset_id
    st.toast("Imported. This is what it says.", icon=":material/check_circle:")
    st.switch_page("see/overview.py")
