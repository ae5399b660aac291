"""Rows to mend, from the command line: a file of those that were set aside, to be corrected and imported again."""

import itertools
from collections.abc import Iterator

from csat_core.cli.calls import Call, Document, Need
from csat_core.cli.placing import placed, put
from csat_core.errors import CsatError
from csat_core.store import imports
from csat_core.store.catalogue import find_dataset

WHAT = "The rows to mend"


class MendingOptionsError(CsatError):
    """Options that belong together, and one of them is missing."""

    def __init__(self) -> None:
        super().__init__("--to-mend writes a file: give both --to-mend and --out FILE, or neither to list the rows.")


class NothingToMendError(CsatError):
    """An import was named that left no rows to mend."""

    def __init__(self, import_id: int, known: list[int]) -> None:
        there = f"imports that did: {', '.join(map(str, known))}" if known else "no import of it did"
        super().__init__(f"Import {import_id} set no rows of this dataset aside that can be mended; {there}.")


class _Counted:
    """Rows that are counted as they pass."""

    def __init__(self, rows: Iterator[tuple[str, ...]]) -> None:
        self._rows = rows
        self.passed = 0

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        for row in self._rows:
            self.passed += 1
            yield row


def written(call: Call, named: str, out: str, *, import_id: int | None, force: bool) -> Document:
    """The file of rows to mend that is now at `out`; `file` is None where none waits, and nothing was written then.

    Imports under one header go out together: those of the newest that has rows to mend, or of `import_id`.
    """
    # readers and checks: the other commands need not wait for them
    from csat_core.exports.mending import mending_csv, mending_xlsx
    from csat_core.ingest.further.mending import stored
    from csat_core.ingest.further.origins import origins

    store = call.open(Need.READ)
    target = placed(store, call.folder / out, WHAT, is_replaced=force)
    dataset = find_dataset(store, named)
    found = origins(imports.imports(store, dataset.id))
    known = sorted(each for origin in found for each in origin.import_ids)
    if import_id is not None and import_id not in known:
        raise NothingToMendError(import_id, known)
    chosen = next((each for each in found if import_id is None or import_id in each.import_ids), None)
    others = [{"import_ids": sorted(each.import_ids), "file": each.file} for each in found if each is not chosen]
    document = {"dataset": dataset.name, "dataset_id": dataset.id, "file": None, "rows": 0, "import_ids": []}
    if chosen is not None:
        call.progress(None, "Writing the rows")
        document["import_ids"] = sorted(chosen.import_ids)
        rows = _Counted(stored(store, dataset, chosen))
        is_workbook = target.suffix.casefold() == ".xlsx"
        parts = iter([mending_xlsx(rows)]) if is_workbook else mending_csv(rows, chosen.delimiter)
        first = next(parts, b"")
        if first:
            put(target, itertools.chain([first], parts), WHAT, is_replaced=force)
            document |= {"file": str(target), "rows": rows.passed - max(1, len(chosen.header))}
    return document | {"others": others}
