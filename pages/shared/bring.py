"""Bring files: drop them, read in one sentence what they are, correct what is wrong, import."""

from dataclasses import replace
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from csat_core import words
from csat_core.errors import CsatError
from csat_core.ingest.checks import Checked
from csat_core.ingest.further.there_already import is_nothing_new
from csat_core.ingest.load import Imported, name_from, store_checked
from csat_core.ingest.plan import Mapping
from csat_core.ingest.proposal.undecidable import NoUsableRatingError
from csat_core.model.formats import count
from csat_core.store.catalogue import Details
from csat_core.store.imports import AlreadyImportedError
from pages.shared import (
    altered,
    columns,
    decisions,
    file_words,
    inbox,
    known_answers,
    loaders,
    proposal,
    render,
    settle,
    several,
    visitors,
)
from pages.shared.draft import CANCELLED, FROM_INBOX, UPLOAD, Draft, Incoming, begun, let_go
from pages.shared.several import Drop
from pages.shared.waiting import under_way

FORMATS = [
    "csv", "tsv", "txt", "xlsx", "xls", "ods", "json", "jsonl", "ndjson", "sav", "zsav", "dta", "parquet", "zip", "gz",
]  # fmt: skip
ZONE = "Drop files of responses: CSV, TSV, Excel, ODS, JSON, SPSS, Stata or Parquet, also zipped"
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
    uploads = st.file_uploader(ZONE, type=FORMATS, accept_multiple_files=True, key=_zone(), help=_larger())
    if uploads:
        st.session_state.pop(FROM_INBOX, None)
    incoming = [_uploaded(upload) for upload in uploads] or _of_inbox()
    if not incoming:
        st.session_state.pop("_draft", None)
        inbox.offered()
        return
    first, *others = several.left(incoming)
    drop = several.Drop(passed=several.passed_over(incoming, first), others=others) if len(incoming) > 1 else None
    named = None if drop is None else words.shortened(first.name, 40)
    try:
        draft = _draft(first)
    except CsatError as error:
        if others:
            several.pass_over(first, error)
            st.rerun()
        if drop is not None and drop.passed:
            render.quiet("\n\n".join(drop.passed))
        _refused(error, named=named)
        if isinstance(error, AlreadyImportedError):
            altered.again(first, error.dataset_id)
        return
    with_sheets = decisions.sheet(draft)
    if drop is None and with_sheets:
        drop = several.of_sheets(first, with_sheets)
    _destination(draft, named)
    try:
        mapping = draft.decided()
        if mapping.open_questions:
            settle.asked(draft, mapping, named)
            return
        checked = draft.check(visitors.writable(), mapping)
    except CsatError as error:
        _refused(error, SECOND if isinstance(error, NoUsableRatingError) and loaders.datasets() else None, named)
        if draft.target is None:
            columns.table(draft, draft.proposed)
        return
    _proposed(draft, mapping, checked, drop)


def _proposed(draft: Draft, mapping: Mapping, checked: Checked, drop: Drop | None) -> None:
    """Nothing; what would come in, the button for it, and what can be looked at and changed before."""
    with st.container(border=True, key="proposal"):
        if drop is None:
            proposal.told(draft, checked)
        else:
            name = _typed_name(draft)
            drop.found = several.looked_at(draft, mapping, name, drop.others)
            several.told(_would_do(draft, mapping, checked, name), drop)
            known_answers.asked(draft, checked, words.shortened(draft.staged.called, 40))
        _to_import(draft, mapping, checked, drop)
        if drop is not None:
            render.strong(
                f"{words.shortened(draft.staged.called, 40)}, to look at and change before", "first-of-several"
            )
        proposal.folds(draft, mapping, checked)
        if drop is not None:
            several.folds(drop)


def _would_do(draft: Draft, mapping: Mapping, checked: Checked, name: str) -> Imported:
    """What importing the file that is looked at does, before it is done."""
    return Imported(
        dataset=name,
        dataset_id=None,
        import_id=None,
        appended=draft.target is not None,
        staged=draft.staged,
        mapping=mapping,
        checked=checked,
    )


def _to_import(draft: Draft, mapping: Mapping, checked: Checked, drop: Drop | None) -> None:
    """Nothing; the name of a new dataset, and the button, if there is anything to import."""
    name = _name(draft)
    is_known = draft.target is not None and is_nothing_new(checked)
    come = (drop.come if drop else 0) + (not is_known)
    if not come:
        otherwise = ", unless the new answers are taken" if checked.changed else ""
        render.quiet(f"Every response of this file is there already: there is nothing to import{otherwise}.")
        return
    label = "Import" if drop is None else f"Import {come} {drop.noun if come == 1 else f'{drop.noun}s'}"
    is_open = checked.overlap is not None
    with st.container(horizontal=True, vertical_alignment="center"):
        is_pressed = st.button(label, type="primary", icon=":material/check:", key="import", disabled=is_open)
        if is_open:
            render.quiet("Choose above first.")
    if is_pressed:
        if draft.target is None and columns.are_unused(draft):
            render.quiet("What was changed under Columns is not used yet: press 'Use these' there, or change it back.")
        else:
            _import(draft, mapping, name, drop)


def _refused(error: CsatError, hint: str | None = None, named: str | None = None) -> None:
    with st.container(border=True):
        is_here = isinstance(error, AlreadyImportedError)
        become = "is here already" if is_here else "cannot be imported as it is"
        title = f"{named or 'This file'} {become}"
        if isinstance(error, NoUsableRatingError):
            title = f"No answers were found in {named or 'this file'}: is it a survey?"
        render.strong(title, "refused")
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


def _larger() -> str:
    """How files come in that are too large for the browser; it stands behind the question mark of the drop zone."""
    ways = "from the inbox folder, or on" if inbox.folder() else "on"
    most = st.get_option("server.maxUploadSize")
    return f"A file of more than {most} MB comes in {ways} the computer where this runs, by `python -m csat_core import FILE`."


def _draft(incoming: Incoming) -> Draft:
    """The draft of this file."""
    draft: Draft | None = st.session_state.get("_draft")
    if draft is None or draft.file_id != incoming.id:
        st.session_state.pop("_draft", None)
        draft = begun(visitors.writable(), incoming)
        st.session_state["_draft"] = draft
    draft.read_as_wished(visitors.writable())
    return draft


def _destination(draft: Draft, named: str | None) -> None:
    """Asks where the answers go, if a dataset has the same columns: to it, or to one of their own."""
    if not draft.candidates:
        return
    by_id = {each.dataset.id: each for each in draft.candidates}
    is_sure = all(each.is_sure for each in draft.candidates)
    known = "These columns" if is_sure else "Most of these columns"
    if named is not None:
        known = f"{'The columns' if is_sure else 'Most columns'} of {words.literal(named)}"
    chosen = st.radio(
        f"{known} are known. {'The answers' if named is None else 'Its answers, and those of files with the same columns,'} go to",
        [*by_id, 0],
        index=0 if len(by_id) == 1 and is_sure else len(by_id),
        format_func=lambda id: words.literal(by_id[id].dataset.name) if id else NEW,
        horizontal=True,
        key=f"to-{draft.file_id}",
    )
    draft.target = by_id.get(chosen or 0)


def _name(draft: Draft) -> str:
    if draft.target is not None:
        return draft.target.dataset.name
    return st.text_input(
        "Name of the dataset",
        name_from(draft.staged.file),
        max_chars=120,
        key=f"name-{draft.file_id}",
        help="Later files with the same columns, such as the next month's, are offered to come into it. It can be renamed.",
    ).strip()


def _typed_name(draft: Draft) -> str:
    """The name of the dataset as it was typed last, for what is said before it is asked."""
    if draft.target is not None:
        return draft.target.dataset.name
    return str(st.session_state.get(f"name-{draft.file_id}", "")).strip() or name_from(draft.staged.file)


def _import(draft: Draft, mapping: Mapping, name: str, drop: Drop | None) -> None:
    """Stores the file, then the others as the command line would, and opens what they brought."""
    store, into = visitors.writable(), draft.target.dataset.id if draft.target else None
    together = drop.id if drop else ""
    try:
        checked = draft.check(store, mapping)
        done = _would_do(draft, mapping, checked, name)
        with under_way("Storing the rows", "store", _not_stored) as told:
            details = Details(name=name)
            if into is not None and is_nothing_new(checked):
                dataset_id = into
            else:
                dataset_id, import_id = store_checked(
                    store, draft.staged, mapping, checked, details, into, told, together
                )
                done = replace(done, import_id=import_id)
    except CsatError as error:
        render.quiet(words.of_error(error))
        return
    brought = several.imported(draft, done, drop) if drop else None
    let_go()
    st.session_state["_imported"] = (dataset_id, "" if brought else _is_in(done))
    if brought is not None:
        st.session_state[several.BROUGHT] = brought
        st.rerun()
    st.switch_page("see/overview.py")


def _is_in(done: Imported) -> str:
    """What came in, as Markdown for the page that is shown next, which says nothing of the file."""
    checked, named = done.checked, words.literal(done.staged.called, 60)
    if done.import_id is None:
        return f"{named}: nothing in it was new. This is what its dataset says."
    there = f", {count(checked.duplicates)} were there already" if done.appended and checked.duplicates else ""
    aside = checked.rejected + (0 if done.appended else checked.duplicates)
    return f"{named} is in: {file_words.rows(checked.accepted)}{there}, {file_words.rows(aside)} set aside. This is what it says."


def _not_stored() -> None:
    st.session_state[CANCELLED] = "Cancelled. Nothing was stored; the file is as it was read."
