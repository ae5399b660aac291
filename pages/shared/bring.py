"""Bring files: drop them, read in one sentence what they are, correct what is wrong, import."""

from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from csat_core import words
from csat_core.errors import CsatError
from csat_core.ingest.further.there_already import is_nothing_new
from csat_core.ingest.load import name_from, store_checked
from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.ingest.proposal.undecidable import NoUsableRatingError
from csat_core.ingest.scales.given_scales import in_words
from csat_core.model.dataset import Role
from csat_core.store.catalogue import Details
from csat_core.store.imports import AlreadyImportedError
from pages.shared import altered, columns, decisions, inbox, loaders, proposal, render, several, visitors
from pages.shared.draft import CANCELLED, FROM_INBOX, UPLOAD, Draft, Incoming, begun, let_go
from pages.shared.taken import AS_THEY_STAND, ORDERS, TURNED
from pages.shared.waiting import under_way

FORMATS = [
    "csv", "tsv", "txt", "xlsx", "xls", "ods", "json", "jsonl", "ndjson", "sav", "zsav", "dta", "parquet", "zip", "gz",
]  # fmt: skip
ZONE = "Drop files of responses: CSV, TSV, Excel, ODS, JSON, SPSS, Stata or Parquet, also zipped"
NAMED = 4
"""Of the files that come after the first, those that are named."""
MOST_ANSWERS = 30
NEW = "a dataset of its own"
SECOND = "Orders, agents, minutes and other files without answers belong to a dataset: see Attach a second file below."


def is_begun() -> bool:
    """Whether a file is on its way in."""
    return bool(st.session_state.get(_zone())) or FROM_INBOX in st.session_state


def _zone() -> str:
    return f"upload-{st.session_state.get('_uploads', 0)}"


def files() -> None:
    """Nothing; the drop zone and what follows from it."""
    if is_begun():
        several.forget()
    several.last_time()
    if cancelled := st.session_state.pop(CANCELLED, None):
        st.toast(cancelled, icon=":material/cancel:")
    uploads = st.file_uploader(ZONE, type=FORMATS, accept_multiple_files=True, key=_zone())
    if uploads:
        st.session_state.pop(FROM_INBOX, None)
    incoming = [_uploaded(upload) for upload in uploads] or _of_inbox()
    if not incoming:
        st.session_state.pop("_draft", None)
        _larger()
        return
    first, *others = several.left(incoming)
    try:
        draft = _draft(first)
    except CsatError as error:
        if others:
            several.pass_over(first, error)
            st.rerun()
        several.passed_over(incoming, first)
        _refused(error)
        if isinstance(error, AlreadyImportedError):
            altered.again(first, error.dataset_id)
        return
    several.passed_over(incoming, first)
    decisions.sheet(draft)
    _destination(draft)
    try:
        mapping = draft.decided()
        if mapping.open_questions:
            _settle(draft, mapping)
            return
        checked = draft.check(visitors.writable(), mapping)
    except CsatError as error:
        _refused(error, SECOND if isinstance(error, NoUsableRatingError) and loaders.datasets() else None)
        if draft.target is None:
            columns.table(draft, draft.proposed)
        return
    with st.container(border=True, key="proposal"):
        proposal.told(draft, checked)
        if others:
            listed = ", ".join(words.shortened(other.name, 40) for other in others[:NAMED])
            more = f" and {len(others) - NAMED} more" if len(others) > NAMED else ""
            render.quiet(
                f"Then {listed}{more}: each goes where its columns belong, and what is new or missing in it is said when it is in."
            )
        name = _name(draft)
        label = "Import" if not others else f"Import all {1 + len(others)} files"
        if draft.target is not None and is_nothing_new(checked) and not others:
            otherwise = ", unless the new answers are taken" if checked.changed else ""
            render.quiet(f"Every response of this file is there already: there is nothing to import{otherwise}.")
        elif st.button(
            label, type="primary", icon=":material/check:", key="import", disabled=checked.overlap is not None
        ):
            if draft.target is None and columns.are_unused(draft):
                render.quiet(
                    "What was changed under Columns is not used yet: press 'Use these' there, or change it back."
                )
            else:
                _import(draft, mapping, name, others)
        proposal.folds(draft, mapping, checked)


def _refused(error: CsatError, hint: str | None = None) -> None:
    with st.container(border=True):
        is_here = isinstance(error, AlreadyImportedError)
        render.strong("This file is here already" if is_here else "This file cannot be imported as it is", "refused")
        render.quiet("\n\n".join(filter(None, [hint, words.of_error(error)])))


def _of_inbox() -> list[Incoming]:
    taken = inbox.taken()
    return [] if taken is None else [taken]


def _uploaded(upload: UploadedFile) -> Incoming:
    def placed(folder: Path) -> Path:
        path = folder / UPLOAD
        path.write_bytes(upload.getbuffer())
        return path

    return Incoming(id=upload.file_id, name=upload.name, placed=placed)


def _larger() -> None:
    """Says how files come in that are too large for the browser, and offers those of the inbox folder."""
    most = st.get_option("server.maxUploadSize")
    ways = "from the inbox folder, or by" if inbox.folder() else "by"
    st.caption(f"Larger than {most} MB? It comes in {ways} the command line: `python -m csat_core import FILE`")
    inbox.offered()


def _draft(incoming: Incoming) -> Draft:
    """The draft of this file."""
    draft: Draft | None = st.session_state.get("_draft")
    if draft is None or draft.file_id != incoming.id:
        st.session_state.pop("_draft", None)
        draft = begun(visitors.writable(), incoming)
        st.session_state["_draft"] = draft
    draft.read_as_wished(visitors.writable())
    return draft


def _destination(draft: Draft) -> None:
    """Asks where the answers go, if a dataset has the same columns: to it, or to one of their own."""
    if not draft.candidates:
        return
    by_id = {each.dataset.id: each for each in draft.candidates}
    is_sure = all(each.is_sure for each in draft.candidates)
    chosen = st.radio(
        f"{'These' if is_sure else 'Most of these'} columns are known. The answers go to",
        [*by_id, 0],
        index=0 if len(by_id) == 1 and is_sure else len(by_id),
        format_func=lambda id: words.literal(by_id[id].dataset.name) if id else NEW,
        horizontal=True,
        key=f"to-{draft.file_id}",
    )
    draft.target = by_id.get(chosen or 0)


def _settle(draft: Draft, mapping: Mapping) -> None:
    """Asks what the file does not settle; nothing is guessed."""
    render.strong("One thing to settle first", "settle")
    for column in mapping.columns:
        if column.question is None:
            continue
        # the command line is told which option settles it; here buttons do
        render.quiet(column.question.partition("; say --")[0] + ".")
        if column.role is Role.TIME:
            said = TURNED | dict.fromkeys(ORDERS, AS_THEY_STAND) if "time:ydm" in column.question else ORDERS
            ways = {order: way for order, way in said.items() if f"time:{order}" in column.question}
            chosen = st.segmented_control(
                "Dates are written", list(ways), format_func=ways.__getitem__, key=f"order-{draft.file_id}"
            )
            if chosen:
                draft.roles[f"#{column.position}"] = f"time:{chosen}"
                st.rerun()
        elif column.role.storage == "question":
            _settle_scale(draft, column)
        elif st.button("Go on all the same", key=f"all-the-same-{draft.file_id}-{column.position}"):
            draft.roles[f"#{column.position}"] = column.role.value
            st.rerun()
    columns.table(draft, mapping)


def _settle_scale(draft: Draft, column: ColumnMapping) -> None:
    """Asks for the answers of a question from worst to best: in words to put in order, else as it is typed."""
    named = f"#{column.position}"
    profile = next(each for each in draft.staged.columns if each.position == column.position)
    if column.scale is not None:
        ways = list(column.ways) or [column.scale.name, column.scale.backwards.name]
        chosen = st.radio(
            "The answers from worst to best are",
            ways,
            index=None,
            format_func=lambda way: words.literal(in_words(way)),
            key=f"direction-{draft.file_id}-{column.position}",
        )
    else:
        texts = [text for text, _ in profile.top[:MOST_ANSWERS]]
        picked = st.multiselect(
            "Choose its answers one after the other, the worst first; what is left out is no answer and is set aside",
            texts,
            format_func=words.shortened,
            key=f"answers-{draft.file_id}-{column.position}",
        )
        ready = st.button("This is the order", key=f"ordered-{draft.file_id}", disabled=len(picked) < 2)
        chosen = "|".join(picked) if ready else None
        if st.button("These are groups, not answers", key=f"groups-{draft.file_id}"):
            draft.roles[named] = Role.SEGMENT.value
            st.rerun()
    if chosen:
        draft.roles[named], draft.scales[named] = Role.OUTCOME.value, chosen
        st.rerun()


def _name(draft: Draft) -> str:
    if draft.target is not None:
        return draft.target.dataset.name
    return st.text_input(
        "Name of the dataset", name_from(draft.staged.file), max_chars=120, key=f"name-{draft.file_id}"
    ).strip()


def _import(draft: Draft, mapping: Mapping, name: str, others: list[Incoming]) -> None:
    """Stores the file, then the others as the command line would, and opens what they brought."""
    store, into = visitors.writable(), draft.target.dataset.id if draft.target else None
    try:
        checked = draft.check(store, mapping)
        with under_way("Storing the rows", "store", _not_stored) as told:
            details = Details(name=name)
            if into is not None and is_nothing_new(checked):
                dataset_id = into
            else:
                dataset_id, _ = store_checked(store, draft.staged, mapping, checked, details, into, told)
    except CsatError as error:
        render.quiet(words.of_error(error))
        return
    brought = several.imported(draft, others)
    let_go()
    st.session_state["_imported"] = dataset_id
    if others:
        st.session_state[several.BROUGHT] = brought
        st.rerun()
    st.toast("Imported. This is what it says.", icon=":material/check_circle:")
    st.switch_page("see/overview.py")


def _not_stored() -> None:
    st.session_state[CANCELLED] = "Cancelled. Nothing was stored; the file is as it was read."
