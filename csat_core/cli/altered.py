"""Altered values, from the command line: the list of what a file of a dataset holds and the store holds otherwise."""

from csat_core.cli.calls import Call, Document, Need
from csat_core.cli.files import FileMissingError
from csat_core.cli.placing import placed, put
from csat_core.store.catalogue import find_dataset

WHAT = "The list of altered values"


def altered(call: Call, named: str, name: str, out: str | None, *, force: bool) -> Document:
    """The values of a file of a dataset that are stored otherwise than they stand, or where their list was written."""
    from csat_core.exports.csv import csv_parts
    from csat_core.ingest.altered_list import listed_again
    from csat_core.ingest.private import private_folder

    path = call.folder / name
    if not path.is_file():
        raise FileMissingError(path)
    store = call.open(Need.READ)
    target = None if out is None else placed(store, call.folder / out, WHAT, is_replaced=force)
    dataset = find_dataset(store, named)
    with private_folder() as folder:
        found = listed_again(store, dataset, path, folder, call.progress)
        document = {"dataset": dataset.name, "dataset_id": dataset.id, "altered": found.count, "listed": found.listed}
        if target is None:
            return document | {"rows": list(found.rows())}
        put(target, csv_parts(found.columns, (row.values() for row in found.rows())), WHAT, is_replaced=force)
        return document | {"file": str(target)}
