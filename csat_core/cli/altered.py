"""Altered values and flagged responses, from the command line: lists of what a file of a dataset holds."""

from collections.abc import Mapping, Sequence

from csat_core.cli.calls import Call, Document, Need
from csat_core.cli.files import FileMissingError
from csat_core.cli.placing import placed, put
from csat_core.model.dataset import Dataset
from csat_core.model.scheme import find_scheme, fitting
from csat_core.store.catalogue import find_dataset

WHAT = "The list of altered values"
FLAGS = "The list of flagged responses"


def altered(call: Call, named: str, name: str, out: str | None, *, force: bool, flagged: bool = False) -> Document:
    """The values of a file of a dataset that are stored otherwise than they stand, or where their list was written.

    With `flagged` the responses that stand out by how they were given instead.
    """
    from csat_core.exports.csv import csv_parts
    from csat_core.ingest.altered_list import Listing, listed_again
    from csat_core.ingest.private import private_folder

    title = FLAGS if flagged else WHAT
    path = call.folder / name
    if not path.is_file():
        raise FileMissingError(path)
    store = call.open(Need.READ)
    target = None if out is None else placed(store, call.folder / out, title, is_replaced=force)
    dataset = find_dataset(store, named)
    with private_folder() as folder:
        found = listed_again(
            store, dataset, path, folder, call.progress, Listing.FLAGGED if flagged else Listing.ALTERED
        )
        counts = {"flagged" if flagged else "altered": found.count, "listed": found.listed}
        document = {"dataset": dataset.name, "dataset_id": dataset.id, **counts}
        if len(found.answers) > 1:
            document["score"] = _scores(dataset, found.answers)
        if target is None:
            return document | {"rows": list(found.rows())}
        put(target, csv_parts(found.columns, (row.values() for row in found.rows())), title, is_replaced=force)
        return document | {"file": str(target)}


def _scores(dataset: Dataset, answers: Mapping[str, Sequence[int]]) -> Document:
    """The score of the file with all its responses, and without those of each flag."""
    import numpy as np

    from csat_core.analyses.scoring import measured
    from csat_core.cli.numbers import number

    outcome = dataset.outcome
    assert outcome.scale is not None
    scheme = find_scheme(outcome.scheme) if outcome.scheme else fitting(outcome.scale)[0]
    table = measured(np.array(list(answers.values())), outcome.scale, scheme)
    keys = ("share", "low", "high")
    return {
        of: {"base": int(row["base"]), "satisfied": int(row["satisfied"]), **{key: number(row[key]) for key in keys}}
        for of, row in zip(answers, table.to_dict("records"), strict=True)
    }
