"""Bring files: drop them, read in one sentence what they are, correct what is wrong, import."""

import streamlit as st

from csat_core import words
from csat_core.errors import CsatError
from csat_core.ingest.checks import Checked
from csat_core.ingest.further.there_already import is_nothing_new
from csat_core.ingest.plan import Mapping
from csat_core.ingest.proposal.undecidable import NoUsableRatingError
from csat_core.ingest.sandbox import one_child
from csat_core.ingest.storing import store_checked
from csat_core.model.formats import count
from csat_core.store.catalogue import Details
from csat_core.store.imports import AlreadyImportedError
from pages.shared import (
    altered,
    attach,
    brought,
    columns,
    come_back,
    dataset_name,
    destination,
    file_words,
    inbox,
    loaders,
    proposal,
    render,
    settle,
    several,
    sheets,
    visitors,
)
from pages.shared.draft import CANCELLED, FROM_INBOX, TOGETHER, Draft, forget_all_but, let_go
from pages.shared.incoming import FORMATS, Incoming, draft_of, uploaded
from pages.shared.waiting import under_way

ZONE = "Drop files of responses: CSV, TSV, Excel, ODS, JSON, SPSS, Stata or Parquet, also zipped"
SECOND = "Orders, agents, minutes and other files without answers belong to a dataset"


def is_begun() -> bool:
    """Whether a file is on its way in."""
    return bool(st.session_state.get(_zone())) or FROM_INBOX in st.session_state or come_back.is_waiting()


def _zone() -> str:
    return f"upload-{st.session_state.get('_uploads', 0)}"


def _emptied() -> None:
    """Nothing; what a person took out of the drop zone is forgotten, unlike what it loses while another page is shown."""
    if not st.session_state.get(_zone()):
        come_back.taken_out()


def files() -> None:
    """Nothing; the drop zone and what follows from it."""
    if st.session_state.get(_zone()) or FROM_INBOX in st.session_state:
        brought.forget()
    brought.last_time()
    if cancelled := st.session_state.pop(CANCELLED, None):
        st.toast(cancelled, icon=":material/cancel:")
    uploads = st.file_uploader(
        ZONE, type=FORMATS, accept_multiple_files=True, key=_zone(), help=_larger(), on_change=_emptied
    )
    if uploads:
        st.session_state.pop(FROM_INBOX, None)  # such a file waits as any other
    dropped = [uploaded(upload) for upload in uploads]
    incoming = _of_inbox() or [*come_back.files([each.id for each in dropped]), *dropped]
    st.session_state[TOGETHER] = ids = [each.id for each in incoming]
    forget_all_but(ids)
    if not incoming:
        inbox.offered()
    elif len(incoming) > 1:
        several.show(sheets.with_others(incoming))
    else:
        with one_child():
            _file(incoming[0])


def _file(incoming: Incoming) -> None:
    """Nothing; what one file would bring, or what stands against it; of a workbook its sheets, if several are wished."""
    try:
        draft = draft_of(visitors.writable(), incoming)
    except CsatError as error:
        _refused(error)
        if isinstance(error, AlreadyImportedError):
            altered.again(incoming, error.dataset_id)
        return
    sheets.choice(draft)
    if draft.is_whole:
        several.show(sheets.with_others([incoming]), "sheet")
        return
    if said := sheets.out(draft):
        render.quiet(said)
    if not destination.is_chosen(draft, visitors.writable()):
        return
    try:
        mapping = draft.decided()
        if mapping.open_questions:
            with st.container(border=True, key="proposal"):
                settle.asked(draft, mapping)
            return
        checked = draft.check(visitors.writable(), mapping)
    except CsatError as error:
        _refused(error, incoming, draft if draft.target is None else None)
        return
    with st.container(border=True, key="proposal"):
        proposal.told(draft, checked)
        _to_import(draft, mapping, checked)
        proposal.folds(draft, mapping, checked)


def _to_import(draft: Draft, mapping: Mapping, checked: Checked) -> None:
    """Nothing; the name of a new dataset, and the button, if there is anything to import."""
    name = _name(draft)
    if draft.target is not None and is_nothing_new(checked):
        otherwise = ", unless the new answers are taken" if checked.changed else ""
        render.quiet(f"Every response of this file is there already: there is nothing to import{otherwise}.")
        return
    is_open = checked.overlap is not None
    with st.container(horizontal=True, vertical_alignment="center"):
        is_pressed = st.button("Import", type="primary", icon=":material/check:", key="import", disabled=is_open)
        if is_open:
            render.quiet("Choose above first.")
    if is_pressed and draft.target is None and columns.are_unused(draft):
        render.quiet(columns.UNUSED)
    elif is_pressed:
        _import(draft, mapping, name)


def _refused(error: CsatError, file: Incoming | None = None, draft: Draft | None = None) -> None:
    """Nothing; why a file cannot be imported as it is, and where it is a `draft` the ways to mend that."""
    with st.container(border=True, key="proposal"):
        become = "is here already" if isinstance(error, AlreadyImportedError) else "cannot be imported as it is"
        title = f"This file {become}"
        if isinstance(error, NoUsableRatingError):
            title = "No answers were found in this file: is it a survey?"
        render.strong(title, "refused")
        said = words.of_error(error)
        if settle.names_near(error):  # the column is chosen below
            said = said.partition(" Under Columns")[0]
        render.quiet(said)
        if file is not None and isinstance(error, NoUsableRatingError) and _as_second(file):
            return
        if draft is not None:
            settle.nearest(draft, error)
            columns.table(draft, draft.proposed)


def _as_second(file: Incoming) -> bool:
    """Whether a file without answers goes to the dataset that it belongs to, which is offered."""
    if not loaders.datasets():
        render.quiet(f"{SECOND}: bring its answers in first.")
        return False
    render.quiet(f"{SECOND}.")
    return attach.dropped(file)


def _of_inbox() -> list[Incoming]:
    try:
        taken = inbox.taken()
    except CsatError as error:  # it was taken out of the folder, or is written again
        st.session_state.pop(FROM_INBOX, None)
        render.quiet(words.of_error(error))
        return []
    return [] if taken is None else [taken]


def _larger() -> str:
    """How files come in that are too large for the browser; it stands behind the question mark of the drop zone."""
    ways = "from the inbox folder, or on" if inbox.folder() else "on"
    most = st.get_option("server.maxUploadSize")
    return f"A file of more than {most} MB comes in {ways} the computer where this runs, by `python -m csat_core import FILE`."


def _name(draft: Draft) -> str:
    if draft.target is not None:
        return draft.target.dataset.name
    return dataset_name.asked(draft)


def _import(draft: Draft, mapping: Mapping, name: str) -> None:
    """Stores the file and opens what it brought."""
    store, into = visitors.writable(), draft.target.dataset.id if draft.target else None
    try:
        checked = draft.check(store, mapping)
        with under_way("Storing the rows", "store", _not_stored) as told:
            dataset_id, _ = store_checked(store, draft.staged, mapping, checked, Details(name=name), into, told)
    except CsatError as error:
        render.quiet(words.of_error(error))
        return
    is_added, named = draft.target is not None, draft.staged.called
    let_go()
    st.session_state["_imported"] = (dataset_id, _is_in(named, checked, is_added=is_added))
    st.switch_page("see/overview.py")


def _is_in(file: str, checked: Checked, *, is_added: bool) -> str:
    """What came in, as Markdown for the page that is shown next, which says nothing of the file."""
    there = f", {count(checked.duplicates)} were there already" if is_added and checked.duplicates else ""
    aside = checked.rejected + (0 if is_added else checked.duplicates)
    named = words.literal(file, 60)
    return f"{named} is in: {file_words.rows(checked.accepted)}{there}, {file_words.rows(aside)} set aside. This is what it says."


def _not_stored() -> None:
    st.session_state[CANCELLED] = "Cancelled. Nothing was stored; the file is as it was read."
