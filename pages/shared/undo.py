"""Undo on the Data page: what each import of a dataset would take with it, and the files of one drop all at once."""

from functools import partial

import streamlit as st

from csat_core import words
from csat_core.errors import CsatError
from csat_core.model.formats import all_of, count, day, listed
from csat_core.store import imports
from csat_core.store.imports import ImportRecord
from csat_core.store.left_out import also_in
from csat_core.store.replacements import restorable
from pages.shared import brought, loaders, render, visitors

UNDONE = "_undone"
"""In the state of the session: what the last undo did, and its sign."""
NEWEST = 6
"""Of the files of a dataset, those that have a button at once."""
NAMED = 6
"""Of the files of one drop, those that are named."""


def asked(log: list[ImportRecord]) -> None:
    """Nothing; a button for each import of `log`, the newest first, and one for all that were dropped together."""
    if UNDONE in st.session_state:  # this part is drawn by itself, and what was removed stands all over the page
        st.rerun()
    yours = "The file stays yours: it" if len(log) == 1 else "The files stay yours: each"
    render.quiet(f"{yours} can be imported again.")
    for together in dict.fromkeys(record.together for record in log if record.together):
        _all_of(log[0].dataset_id, dropped_with(log, together))
    _one_by_one(log[:NEWEST])
    if len(log) > NEWEST:
        older = log[NEWEST:]
        render.folded(
            f"{count(len(older))} earlier {'file' if len(older) == 1 else 'files'}",
            f"undo-earlier-{log[0].dataset_id}",
            partial(_one_by_one, older),
        )


def dropped_with(log: list[ImportRecord], together: str) -> list[ImportRecord]:
    """The imports of one drop that stand, of whatever dataset, in the order in which they were dropped."""
    whole = (*loaders.import_log(), *log)
    found = {record.import_id: record for record in whole if record.together == together}
    return [found[id] for id in sorted(found)]


def _all_of(dataset_id: int, records: list[ImportRecord]) -> None:
    if len(records) < 2:
        return
    files = listed([words.shortened(record.called, 40) for record in records], NAMED)
    removed = sum(imports.would_remove(visitors.writable(), record) for record in records)
    datasets = list(dict.fromkeys(f"'{words.shortened(record.dataset, 40)}'" for record in records))
    of = f" from {', '.join(datasets[:-1])} and {datasets[-1]}" if len(datasets) > 1 else ""
    many = count(len(records))
    render.quiet(
        f"{many} files dropped together on {day(records[0].imported_at.date())}: {files}. Removes {count(removed)} responses{of}."
    )
    together = records[0].together
    key = f"undo-{dataset_id}-{together}"  # the datasets that a drop went into have such a button each
    label = (
        f"Remove {all_of(len(records)).lower()} files, {count(removed)} {'response' if removed == 1 else 'responses'}"
    )
    st.button(label, key=key, on_click=_undo_all, args=(together,), type="primary")


def _one_by_one(log: list[ImportRecord]) -> None:
    for record in log:
        named = f"Import {record.import_id}, {words.shortened(record.called)}"
        render.quiet(" ".join([f"{named}: {_becomes(record)}.", *_also_in(record)]))
        st.button("Remove it", key=f"undo-{record.import_id}", on_click=_undo, args=(record,))


def _becomes(record: ImportRecord) -> str:
    """What undoing an import does."""
    if record.joined:
        return f"removes {_values_of(record)}"
    store = visitors.writable()
    removed = imports.would_remove(store, record)
    back = restorable(store, record.dataset_id, record.import_id) if record.replaced else 0
    what = [f"removes {_responses(removed)}"] if removed or not back else []
    brings = f"brings back what {f'{count(back)} others' if removed else _responses(back)} said before"
    return " and ".join([*what, brings] if back else what)


def _responses(many: int) -> str:
    return f"{count(many)} {'response' if many == 1 else 'responses'}"


def _values_of(record: ImportRecord) -> str:
    """What a second file brought."""
    return f"the values of {count(len(record.joined))} joined {'column' if len(record.joined) == 1 else 'columns'}"


def _also_in(record: ImportRecord) -> list[str]:
    """What is said of files that left out responses of this one as there already."""
    found = [] if record.joined else also_in(visitors.writable(), record.dataset_id, record.import_id)
    files = [words.shortened(each.file, 40) for each in found]
    if len(files) > 1:
        return [
            f"{listed(files, NAMED)} hold responses of it, too, and left them out as there already: import these again afterwards."
        ]
    return [
        f"'{file}' holds {count(each.count)} of these responses, too, and left them out as there already: import it again afterwards "
        "to have them."
        for file, each in zip(files, found, strict=True)
    ]


def _undo(record: ImportRecord) -> None:
    store = visitors.writable()
    back = restorable(store, record.dataset_id, record.import_id) if record.replaced else 0
    try:
        removed = imports.undo(store, record.import_id)
        what = _values_of(record) if record.joined else _responses(removed)
        gone = f"{what.capitalize()} {'was' if removed == 1 else 'were'} removed" if removed or not back else ""
        again = f"{_responses(back)} {'says' if back == 1 else 'say'} again what was said before" if back else ""
        _say(f"{', and '.join(filter(None, (gone, again)))}.")
    except CsatError as error:
        _say(words.literal(str(error), 300), ":material/error:")


def _undo_all(together: str) -> None:
    removed = imports.undo_together(visitors.writable(), together)
    files = f"{count(len(removed))} {'file' if len(removed) == 1 else 'files'}"
    _say(f"{files} and {count(sum(removed.values()))} responses were removed.")


def _say(text: str, icon: str = ":material/undo:") -> None:
    """Nothing; the page says this once, and no more what became of the last drop."""
    st.session_state[UNDONE] = (text, icon)
    brought.forget()


def said() -> None:
    """Nothing; what the last undo did is said, once."""
    if (told := st.session_state.pop(UNDONE, None)) is not None:
        text, icon = told
        st.toast(text, icon=icon)
