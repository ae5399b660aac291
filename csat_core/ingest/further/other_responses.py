"""Response ids of a further file that mean other responses than in the dataset, or the same ones written otherwise."""

from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq

from csat_core.ingest.checks import Checked, Overlapping
from csat_core.ingest.child.again import AGAIN
from csat_core.ingest.plan import Mapping, Problem
from csat_core.model.dataset import Dataset, Role
from csat_core.store import Store, appends
from csat_core.store.replacements import Newer
from csat_core.store.respelled_ids import Respelled, respelled

FEWEST = 5
"""Of fewer responses under known ids nothing can be said."""
OTHER_DAYS, OTHER_ANSWERS = 0.5, 0.2
"""Where so many of them are of another day and so many have another answer to one question, they are other responses."""
OTHER_ROWS = 0.5
"""Without days so many must have another answer to one question, and be no same row."""
SAME_CELLS = 0.5
"""Where so many ids that differ in zeros, letter case or `.0` alone have the same cells, all of them are written otherwise."""


def changed_in(store: Store, dataset: Dataset, checked: Checked, which: Newer = Newer.ALL) -> appends.Changed | None:
    """How the responses of a file that are there already stand otherwise in it; None where none does."""
    path = _again(checked)
    return appends.changed(store, dataset, path, which) if path.exists() else None


def other_responses(dataset: Dataset, checked: Checked, changed: appends.Changed | None) -> Overlapping | None:
    """What says that the responses under known ids are others than those of the dataset; None where they seem the same."""
    if changed is None:
        return None
    known, counts = pq.read_metadata(_again(checked)).num_rows, dict(changed.columns)
    questions = {column.id: column for column in dataset.questions if column.id in counts}
    if known < FEWEST or not questions:
        return None
    days, most = counts.get("day", 0), max(questions, key=lambda id: counts[id])
    has_days = checked.since is not None or days > 0
    others = counts[most] >= (OTHER_ANSWERS if has_days else OTHER_ROWS) * known
    if not others or (has_days and days < OTHER_DAYS * known) or changed.count < OTHER_ROWS * known:
        return None
    (key,) = dataset.with_role(Role.RESPONSE_ID)
    of_days = f"{days:,} are of another day and " if days else ""
    return Overlapping(
        count=known,
        key=key.name,
        found=(
            f"'{dataset.name}' has {known:,} of the ids in '{key.name}' already, but under them {of_days}{counts[most]:,} have another "
            f"answer to '{questions[most].name}': they seem to be other responses, whose ids begin again"
        ),
    )


def without_ids(mapping: Mapping) -> Mapping:
    """The mapping for a file whose response ids mean nothing beside those of the dataset: they are not kept."""
    columns = tuple(
        replace(each, role=Role.IGNORE, id=None) if each.role is Role.RESPONSE_ID else each for each in mapping.columns
    )
    return replace(mapping, columns=columns)


def ids_left_out(name: str, accepted: int) -> Problem:
    """The problem that the responses of a file are added without their ids."""
    message = f"The {accepted:,} responses are added without their ids in '{name}', which mean other responses in the dataset."
    return Problem(code="ids_left_out", column=name, count=accepted, message=message)


def written_otherwise(store: Store, dataset: Dataset, checked: Checked) -> Respelled | None:
    """The new ids of a file that are ids of the dataset written otherwise, as their cells say; None without any."""
    found = respelled(store, dataset, checked.accepted_rows) if checked.accepted else None
    return found if found is not None and found.same >= SAME_CELLS * found.count else None


def as_problem(found: Respelled, name: str) -> Problem:
    """The problem that ids are written otherwise than in the dataset."""
    one = found.count == 1
    message = (
        f"{found.count:,} {'id' if one else 'ids'} in '{name}' {'is' if one else 'are'} written otherwise than in the dataset, such as "
        f"'{found.example}' for '{found.stored}', and {found.same:,} of these responses {'stands' if found.same == 1 else 'stand'} there with the "
        "same cells: they are taken for the same responses and not added again."
    )
    return Problem(code="ids_written_otherwise", column=name, count=found.count, message=message)


def _again(checked: Checked) -> Path:
    return checked.rejected_path.parent / AGAIN
