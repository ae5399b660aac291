"""Rows to mend on the Data page: those set aside that a person can correct in a spreadsheet and drop here again."""

from functools import partial
from pathlib import Path

from csat_core import words
from csat_core.exports.mending import mending_csv
from csat_core.ingest.checks import Checked
from csat_core.ingest.mending import Origin, mendable, origin_of, stored, unstored
from csat_core.model.dataset import Dataset
from pages.shared import loaders, render, visitors
from pages.shared.draft import Draft

LABEL = "Rows to mend (CSV)"
HELP = (
    "The rows that can be put right, below the header of the file. Correct their cells, delete the rows that cannot be "
    "corrected, save the file as CSV and drop it here: exactly its rows are added."
)
MOST = 3
"""Files of different headers, each a button of its own; the command line gives all."""


def of_dataset(dataset: Dataset) -> None:
    """Nothing; a button for the rows that wait, one for each header that the files of a dataset had."""
    found = loaders.to_mend(dataset)
    for origin in found[:MOST]:
        label = LABEL if len(found) == 1 else f"Rows to mend of {words.shortened(origin.file, 40)}"
        render.csv_file(partial(content, dataset, origin), f"mend-{origin.import_ids[0]}", "rows-to-mend", label, HELP)


def of_draft(draft: Draft, checked: Checked) -> None:
    """Nothing; a button for the rows that can be mended before the file is stored."""
    rows = mendable((each.code, each.count) for each in checked.problems)
    if rows:
        origin = origin_of(draft.staged.detection, draft.staged.file, rows)
        target = draft.target.dataset if draft.target else None
        taken = partial(draft_content, target, origin, checked.rejected_path)
        render.csv_file(taken, f"mend-{draft.file_id}", "rows-to-mend", LABEL, HELP)


def content(dataset: Dataset, origin: Origin) -> bytes:
    """The file of the rows that wait."""
    return b"".join(mending_csv(stored(visitors.writable(), dataset, origin), origin.delimiter))


def draft_content(target: Dataset | None, origin: Origin, rejected: Path) -> bytes:
    """The file of the rows of a file that is not stored, added to `target` or on its own."""
    return b"".join(mending_csv(unstored(visitors.writable(), target, origin, rejected), origin.delimiter))
