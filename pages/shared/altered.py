"""Values of a file that are stored otherwise than they stand, before the file is stored: what, how many, and why."""

from collections.abc import Iterable
from functools import partial

import numpy as np
import streamlit as st

from csat_core import words
from csat_core.analyses.scoring import measured
from csat_core.exports.csv import csv_parts
from csat_core.ingest.altered_list import MOST as MOST_LISTED
from csat_core.ingest.altered_list import AlteredList, Listing, listed, listed_again
from csat_core.ingest.checks import Checked
from csat_core.ingest.child.altered import TEXT_CLEANED
from csat_core.ingest.detection import Staged
from csat_core.ingest.plan import Altered, Mapping
from csat_core.ingest.private import private_folder
from csat_core.model.formats import count, interval, percent
from csat_core.store import catalogue
from csat_core.store.imports import ImportRecord
from pages.shared import file_words, render, visitors
from pages.shared.draft import Draft
from pages.shared.incoming import Incoming
from pages.shared.parts import part

LABEL = "Every altered value (CSV)"
HELP = (
    "Row, column, the value as it stands in the file and as it would be stored, the reason, and the whole row; "
    f"of more than {count(MOST_LISTED)} the first. It is made from the file, so take it now if you want to keep it."
)

FLAGGED_LABEL = "Every response that stands out (CSV)"
FLAGGED_HELP = (
    "Row, why it stands out - the same answer to everything, hardly time to read, a person who answered several times - and "
    "the whole row. They are kept and count."
)

WITHOUT = {
    "straight_line": "that gave the same answer to everything",
    "speeders": "that took hardly time to read",
}
"""What is said of the responses without which the score can be seen."""
LONGEST_VALUE = 40
VISIBLE = str.maketrans(" \u00a0\t\r\n", "\u2423\u2423\u2423\u21b5\u21b5")
"""Spaces and line breaks as signs, where they are what was altered."""
MOST = 40
"""Of the columns, those that are told; a wide file may have hundreds."""


def told(draft: Draft, mapping: Mapping, found: tuple[Altered, ...]) -> None:
    """Nothing; one line for each column and reason, folded away; nothing where all values stand as they are."""
    if not found:
        return
    name = label(each.column for each in found)
    part(name, "altered", ":material/edit_note:", partial(_all, draft, mapping, found))


def _all(draft: Draft, mapping: Mapping, found: tuple[Altered, ...]) -> None:
    render.quiet("\n\n".join(_by_reason([(each.reason, _line(each)) for each in found])))
    render.csv_file(partial(content, draft.staged, mapping), f"altered-{draft.file_id}", "altered-values", LABEL, HELP)


def label(columns: Iterable[str | None]) -> str:
    """What the fold is called, of the columns that something was altered in; None stands for whole rows."""
    many = len({each for each in columns if each is not None})
    noun = "column" if many == 1 else "columns"
    return f"Read otherwise than written: {count(many)} {noun}" if many else "Rows that were made to fit"


def content(staged: Staged, mapping: Mapping) -> bytes:
    """The list of all of them, as a file."""
    return _csv(listed(visitors.writable(), staged, mapping))


def flagged(draft: Draft, mapping: Mapping, checked: Checked) -> None:
    """Nothing; buttons for the responses of a file that stand out by how they were given, and for the score without them."""

    def found() -> AlteredList:
        return listed(visitors.writable(), draft.staged, mapping, what=Listing.FLAGGED)

    key = f"flagged-{draft.file_id}"
    render.csv_file(lambda: _csv(found()), key, "responses-that-stand-out", FLAGGED_LABEL, FLAGGED_HELP)
    is_hasty = any(problem.code in WITHOUT for problem in checked.problems)
    if is_hasty and st.button("The score without them", key=f"without-{draft.file_id}"):
        render.quiet("\n\n".join(_without(checked, found())))


def _without(checked: Checked, found: AlteredList) -> list[str]:
    """The score without the responses of each flag, a sentence each."""
    outcome = file_words.outcome_of(checked)
    if outcome is None or outcome.scale is None:
        return []
    scores = measured(np.array(list(found.answers.values())), outcome.scale, file_words.scheme_of(outcome))
    rows = dict(zip(found.answers, scores.to_dict("records"), strict=True))
    everyone = rows.pop("all")
    return [
        f"Without the {count(everyone['base'] - row['base'])} {WITHOUT[code]}: {percent(row['share'])} of {count(row['base'])} "
        f"(95 % interval {interval(row['low'], row['high'])}) in place of {percent(everyone['share'])} of {count(everyone['base'])}."
        for code, row in rows.items()
    ]


def _csv(found: AlteredList) -> bytes:
    return b"".join(csv_parts(found.columns, (row.values() for row in found.rows())))


def again(incoming: Incoming, dataset_id: int) -> None:
    """Nothing; of a file that is in the dataset already, the lists can still be had while it is at hand."""

    def made(what: Listing) -> bytes:
        store = visitors.writable()
        with private_folder() as folder:
            path, dataset = incoming.placed(folder), catalogue.dataset(store, dataset_id)
            return _csv(listed_again(store, dataset, path, folder, what=what))

    def lists() -> None:
        of, name = partial(partial, made), "responses-that-stand-out"
        render.csv_file(of(Listing.ALTERED), f"altered-again-{incoming.id}", "altered-values", LABEL, HELP)
        render.csv_file(of(Listing.FLAGGED), f"flagged-again-{incoming.id}", name, FLAGGED_LABEL, FLAGGED_HELP)

    render.folded("Lists of its values and responses", f"again-{incoming.id}", lists, icon=":material/list:")


def of_import(record: ImportRecord) -> list[str]:
    """What an import altered, by reason; the store has the counts and not the cells."""
    lines = [
        (str(each["reason"]), f"{_column(each['column'])}{_cells(int(each['count']), bool(each['column']))}")
        for each in record.altered
    ]
    return [
        *_by_reason(lines),
        "The list of every value is made from the file, which is not kept here: drop the same file again and open its lists.",
    ]


def _by_reason(lines: list[tuple[str, str]]) -> list[str]:
    """A paragraph for each reason, of what was altered for it a line each; `lines` are pairs of both."""
    told: dict[str, list[str]] = {}
    for reason, line in lines[:MOST]:
        told.setdefault(reason, []).append(line)
    more = [f"And {count(len(lines) - MOST)} more."] if len(lines) > MOST else []
    return [*("\n".join([reason, *of_reason]) for reason, of_reason in told.items()), *more]


def _line(altered: Altered) -> str:
    """How many cells of a column were altered for one reason, and the first of them."""
    said = f"{_column(altered.column)}{_cells(altered.count, altered.column is not None)}"
    if altered.column is None:
        return f"{said}, the first of them row {count(altered.examples[0].row)}."
    visible = VISIBLE if altered.code == TEXT_CLEANED else {}
    shown = "; ".join(
        f"row {count(each.row)} '{words.shortened((each.value or '').translate(visible), LONGEST_VALUE)}' is "
        f"'{words.shortened(each.became or '', LONGEST_VALUE)}'"
        for each in altered.examples
    )
    return f"{said}: {shown}." if shown else f"{said}."


def _column(name: str | None) -> str:
    return f"'{words.shortened(name, LONGEST_VALUE)}', " if name is not None else ""


def _cells(many: int, is_cell: bool) -> str:
    noun = "cell" if is_cell else "row"
    return f"1 {noun}" if many == 1 else f"{count(many)} {noun}s"
