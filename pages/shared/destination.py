"""Where the answers of a file go: to a dataset that has the same columns, or to one of their own."""

from functools import partial

import streamlit as st

from csat_core import words
from csat_core.ingest.further.continued import alike
from csat_core.store import Store
from pages.shared.draft import NEW, OWN, Draft, sure_of


def is_chosen(draft: Draft, store: Store) -> bool:
    """Whether it is known where the answers of a file that comes alone go, which is asked where a dataset has the same columns."""
    if draft.beside != store.generation:
        draft.candidates, draft.beside = alike(store, draft.staged), store.generation
    by_name = {each.dataset.name: each for each in draft.candidates}
    sure, are_several = sure_of(draft.candidates), len(by_name) > 1
    into = draft.into if draft.into in {*by_name, OWN} else sure.dataset.name if sure else None if are_several else OWN
    if by_name:
        is_sure = all(each.is_sure for each in draft.candidates)
        known = "These columns" if is_sure else "Most of these columns"
        ask(draft, f"{known} are {'those of several datasets' if are_several else 'known'}. The answers go to", into)
    draft.target = by_name.get(into or OWN)
    return into is not None


def ask(draft: Draft, label: str, into: str | None) -> None:
    """Nothing; asks for the dataset, `into` is the one that is chosen so far: what a person chooses stays with the draft."""
    ways = [*(each.dataset.name for each in draft.candidates), OWN]
    key = f"into-{draft.file_id}"
    st.radio(
        label,
        ways,
        index=ways.index(into) if into in ways else None,
        format_func=lambda name: words.literal(name) if name else NEW,
        horizontal=True,
        key=key,
        on_change=partial(_decide, draft, key),
    )


def _decide(draft: Draft, key: str) -> None:
    draft.into = st.session_state.get(key)
