"""By what the rows of a second file find their responses: one column of the dataset or several together, each as the file calls it."""

import streamlit as st

from csat_core import words
from csat_core.ingest.detection import Staged
from csat_core.ingest.joins.join_keys import keys_of, likely_keys
from csat_core.model.dataset import Dataset
from pages.shared import render

HELP = "Several columns are the key together, such as the day and the shop."


def chosen(dataset: Dataset, staged: Staged, file_id: str) -> tuple[str, ...]:
    """The key as `OURS=THEIRS`, by id and place; nothing where none is chosen."""
    keys = {column.id: column for column in keys_of(dataset)}
    theirs = {profile.position: profile.name for profile in staged.columns}
    proposed = {part.ours.id: part.theirs.position for part in likely_keys(dataset, staged)}
    same = {name.casefold(): position for position, name in theirs.items()}
    ours = st.multiselect(
        "Responses are found by",
        list(keys),
        default=list(proposed),
        format_func=lambda id: words.shortened(keys[id].name),
        help=HELP,
        key=f"ours-{file_id}",
    )
    if not ours:
        none = "This dataset keeps no customer, response id, agent, segment or date by which responses could be found."
        render.quiet("Choose by what responses are found." if keys else none)
        return ()
    pairs = []
    for id, place in zip(ours, st.columns(max(2, len(ours))), strict=False):
        likely = proposed.get(id, same.get(keys[id].name.casefold()))
        position = place.selectbox(
            f"{words.literal(keys[id].name, 40)} is in the file",
            list(theirs),
            index=list(theirs).index(likely) if likely else 0,
            format_func=lambda at: words.shortened(theirs[at]),
            key=f"theirs-{file_id}-{id}",
        )
        pairs.append(f"{id}=#{position}")
    return tuple(pairs)
