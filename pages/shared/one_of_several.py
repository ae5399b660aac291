"""One of several files that were dropped together: what is wished of it, and what can be looked at and changed."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from csat_core import words
from csat_core.errors import CsatError
from csat_core.ingest.file_names import name_from
from csat_core.ingest.further.append_refusals import UnsettledError
from csat_core.ingest.load import Wish
from csat_core.ingest.together import Outlook
from csat_core.model.dataset import Role
from csat_core.model.overlap import Overlap
from csat_core.store.catalogue import Details
from pages.shared import columns, dataset_name, destination, proposal, render, settle
from pages.shared.draft import OWN, Draft, orders_of

ALSO = ", and those of the files after it with the same columns,"


def decisions(draft: Draft) -> tuple[object, ...]:
    """All that was decided of a file, which may be compared; what its dataset is called is the last."""
    typed = tuple(draft.roles.items()), tuple(draft.scales.items())
    return (
        draft.reading,
        draft.into,
        *typed,
        draft.sensitive,
        draft.mask,
        draft.takes_newer,
        draft.overlap,
        draft.name,
    )


def wishes(drafts: Sequence[Draft]) -> list[Wish]:
    """What is wished of each file; what is said of one counts for those after it with the same columns, too."""
    went: dict[tuple[str, ...], str] = {}
    others: set[tuple[str, ...]] = set()
    found = []
    for at, draft in enumerate(drafts):
        into, name, header = draft.into, draft.name or name_from(draft.staged.file), draft.staged.header
        draft.is_followed = any(later.staged.header == header for later in drafts[at + 1 :])
        if into is None:
            into = went.get(header)
        else:
            went[header] = into or name
        if (
            draft.overlap is Overlap.ADD
            and draft.target is not None
            and draft.target.dataset.with_role(Role.RESPONSE_ID)
        ):
            others.add(header)  # ids that begin again in one file do so in all of them
        begins = into == OWN or (into is None and draft.name is not None and draft.target is None)
        into = name if begins else into
        roles, scales = (draft.roles, draft.scales) if draft.target is None else (orders_of(draft.roles), {})
        found.append(
            Wish(
                details=Details(name=into) if into else None,
                begins=begins,
                overrides=partial(_as_decided, roles, scales),
                sensitive=draft.sensitive,
                mask=draft.mask,
                reading=draft.reading,
                replaces=draft.takes_newer,
                overlap=draft.overlap or (Overlap.ADD if header in others else None),
            )
        )
    return found


def _as_decided(
    roles: dict[str, str], scales: dict[str, str], _columns: object
) -> tuple[dict[str, str], dict[str, str]]:
    return roles, scales


def take_up(draft: Draft, outlook: Outlook) -> None:
    """Nothing; the draft knows where its answers go. What was decided of columns that are read as saved is forgotten."""
    draft.target, draft.candidates, draft.beside = outlook.target, outlook.candidates, None
    if outlook.target is not None and (orders_of(draft.roles), {}) != (draft.roles, draft.scales):
        draft.roles, draft.scales = orders_of(draft.roles), {}
        st.rerun()


def asked(draft: Draft, outlook: Outlook) -> None:
    """Nothing; where the answers go, what the file does not settle, and the name of the dataset that it begins."""
    is_open = isinstance(outlook.error, UnsettledError)
    if is_open:
        render.quiet(outlook.on_page)
    if draft.candidates:
        into = draft.into if draft.into is not None or draft.target is None else draft.target.dataset.name
        destination.ask(draft, f"Its answers{ALSO if draft.is_followed else ''} go to", into)
    if is_open:
        return
    if outlook.done is not None:
        proposal.beneath(draft, outlook.done.checked)
        if draft.target is None:
            dataset_name.asked(draft)
        return
    try:
        mapping = draft.decided()
    except CsatError as error:
        mapping = draft.proposed
        settle.nearest(draft, error)
    if mapping.open_questions:
        settle.asked(draft, mapping, words.shortened(outlook.file, 40))
    elif draft.target is None:
        columns.table(draft, mapping)


def folds(draft: Draft, outlook: Outlook) -> None:
    """Nothing; what else can be looked at and changed before the file is stored."""
    if outlook.done is not None and outlook.done.checked.overlap is None:
        proposal.folds(draft, outlook.done.mapping, outlook.done.checked)
