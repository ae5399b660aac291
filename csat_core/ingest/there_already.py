"""Responses of a file that its dataset has already: kept beside the others, so that it can be told whether they changed."""

from collections.abc import Iterator

from csat_core.ingest.again import AGAIN
from csat_core.ingest.checks import CHANGED, Checked
from csat_core.ingest.plan import Problem
from csat_core.model.dataset import Dataset
from csat_core.store import Store, appends, imports

COLUMNS_NAMED = 4


def is_nothing_new(checked: Checked) -> bool:
    """Whether a file that adds to a dataset has neither responses for it nor rows to mend."""
    return not checked.accepted and not checked.rejected


def problems_of_known(store: Store, dataset: Dataset, checked: Checked) -> Iterator[Problem]:
    """The problems of a file that has responses which its dataset has: they stand otherwise, or there are no others."""
    path = checked.accepted_path.parent / AGAIN
    if is_nothing_new(checked):
        message = f"'{dataset.name}' has every response of this file already: there is nothing to store."
        yield Problem(code="nothing_new", column=None, count=checked.duplicates, example_row=None, message=message)
    changed = appends.changed(store, dataset, path) if path.exists() else None
    if changed is not None:
        yield _as_problem(store, dataset, changed)


def _as_problem(store: Store, dataset: Dataset, changed: appends.Changed) -> Problem:
    names = {column.id: f"'{column.name}'" for column in dataset.columns}
    told = [f"{names.get(id, 'the date')} in {count:,}" for id, count in changed.columns]
    more = f" and {len(told) - COLUMNS_NAMED} more" if len(told) > COLUMNS_NAMED else ""
    response = (
        "response that is there already stands" if changed.count == 1 else "responses that are there already stand"
    )
    found = (
        f"{changed.count:,} {response} otherwise in this file: {', '.join(told[:COLUMNS_NAMED])}{more}. What is stored "
        "stays as it is"
    )
    records = imports.imports(store, dataset.id)
    theirs = [record for record in records if record.import_id in changed.import_ids]
    named = " and ".join(
        f"import {each.import_id} ('{each.file}')" for each in sorted(theirs, key=lambda each: each.import_id)
    )
    others = [record for record in records if record not in theirs and not record.joined]
    last = "" if others else "; the dataset goes with its last import, and its plan, events and links with it"
    way = f"To take what this file says, undo {named} and then import this file{last}."
    return Problem(
        code=CHANGED, column=None, count=changed.count, example_row=changed.first_row, message=f"{found}. {way}"
    )
