"""Rows to mend on the Data page: those set aside that a person can correct in a spreadsheet and drop here again."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from csat_core import words
from csat_core.exports.mending import MOST_IN_WORKBOOK, mending_csv, mending_xlsx
from csat_core.ingest.checks import Checked
from csat_core.ingest.further.mending import stored, unstored
from csat_core.ingest.further.origins import Origin, mendable, origin_of
from csat_core.ingest.further.raw_rows import Row
from csat_core.model.dataset import Dataset
from pages.shared import loaders, render, visitors
from pages.shared.draft import Draft

LABEL = "Rows to mend"
HELP = (
    "The rows that can be put right, below the header of the file. Correct their cells, delete the rows that cannot be "
    "corrected, save the file and drop it here: exactly its rows are added."
)
Rows = Callable[[], Iterator[Row]]

MOST = 3
"""Files of different headers, each a button of its own; the command line gives all."""


def of_dataset(dataset: Dataset) -> None:
    """Nothing; a button for the rows that wait, one for each header that the files of a dataset had."""
    found = loaders.to_mend(dataset)
    for origin in found[:MOST]:
        label = LABEL if len(found) == 1 else f"Rows to mend of {words.shortened(origin.file, 40)}"
        rows = partial(_stored, dataset, origin)
        _button(origin, rows, f"mend-{origin.import_ids[0]}", label)


def of_draft(draft: Draft, checked: Checked) -> None:
    """Nothing; a button for the rows that can be mended before the file is stored."""
    rows = mendable((each.code, each.count) for each in checked.problems)
    if rows:
        origin = origin_of(draft.staged.detection, draft.staged.file, rows)
        there = {dataset.id for dataset in loaders.datasets()}  # or a file before it is only about to begin it
        target = draft.target.dataset if draft.target and draft.target.dataset.id in there else None
        _button(origin, partial(_unstored, target, origin, checked.rejected_path), f"mend-{draft.file_id}", LABEL)


def _button(origin: Origin, rows: Rows, key: str, label: str) -> None:
    """Nothing; a button for the rows as a workbook, in which texts stay texts, or of very many as a CSV."""
    ending = "csv" if origin.rows > MOST_IN_WORKBOOK else "xlsx"
    content = partial(_content, rows, origin.delimiter, ending)
    render.file(content, key, f"rows-to-mend.{ending}", f"{label} ({ending.upper()})", HELP)


def _content(rows: Rows, delimiter: str, ending: str) -> bytes:
    return mending_xlsx(rows()) if ending == "xlsx" else b"".join(mending_csv(rows(), delimiter))


def _stored(dataset: Dataset, origin: Origin) -> Iterator[Row]:
    return stored(visitors.writable(), dataset, origin)


def _unstored(target: Dataset | None, origin: Origin, rejected: Path) -> Iterator[Row]:
    return unstored(visitors.writable(), target, origin, rejected)
