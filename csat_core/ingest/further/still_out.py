"""What became of the rows that were set aside: which are still out, and which came in since."""

from collections.abc import Iterator
from typing import Any

from csat_core.ingest.child.set_aside import STORED_ALREADY
from csat_core.ingest.further.mending import states
from csat_core.model.dataset import Dataset
from csat_core.store import Store, imports
from csat_core.store.imports import ImportRecord

OUT, IN, AGAIN, UNTOLD = "out", "in", "again", "untold"
"""Still out; in the dataset by now; set aside again with a later file and listed there; nobody can tell without response ids."""


def set_aside(store: Store, dataset: Dataset) -> Iterator[dict[str, Any]]:
    """Each cell or row set aside on the way into a dataset, in file order, with the import and the file it is of, and its state."""
    log = [record for record in imports.imports(store, dataset.id) if not record.joined]
    files = {record.import_id: record.file for record in log}
    changed = states(store, dataset, log) if len(log) > 1 else {}
    for row in imports.rejects(store, dataset.id, with_import=True).to_pylist():
        import_id = row.pop("import_id")
        state = IN if row["code"] == STORED_ALREADY else changed.get((import_id, row["row"]), OUT)
        yield {**row, "state": state, "import_id": import_id, "file": files.get(import_id, "")}


def no_longer_out(store: Store, dataset: Dataset, log: list[ImportRecord]) -> int:
    """How many rows that were set aside are in the dataset by now, or were set aside again with a later file."""
    return sum(state in (IN, AGAIN) for state in states(store, dataset, log).values()) if len(log) > 1 else 0
