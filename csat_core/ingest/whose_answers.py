"""Files that come together into one dataset, where nothing in them says which of their answers are whose."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from csat_core.ingest.file_names import telling_words, whose
from csat_core.ingest.load import Imported
from csat_core.ingest.proposal.roles import ONE_VALUE
from csat_core.ingest.texts.reading import fold
from csat_core.model.dataset import Role
from csat_core.model.formats import count
from csat_core.store import Store
from csat_core.store.by_file import add_by_file, column_by_file
from csat_core.store.imports import ImportRecord, imports

MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Untold:
    """Files of one dataset whose names tell them apart and whose answers do not."""

    into: str
    """The dataset, as `Coming` has it."""
    files: tuple[str, ...]
    """One for each of the names."""

    @property
    def sentence(self) -> str:
        """What is said of them."""
        quoted = [f"'{name}'" for name in self.files]
        more = len(quoted) - MOST_NAMED
        named = (
            f"{', '.join(quoted[:MOST_NAMED])} and {count(more)} more"
            if more > 0
            else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
        )
        return f"Nothing in {named} says which answers are whose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A file on its way into a dataset, as far as it may be told from the others."""

    into: str
    """What files of one dataset have in common."""
    file: str
    since: date | None
    until: date | None
    levels: tuple[tuple[str, frozenset[str]], ...]
    """Of each column of groups its name and what the file has in it."""


def coming(done: Imported, into: str) -> Coming:
    """The file of an import that was done, or would be."""
    groups = {
        fold(column.name): frozenset(column.levels)
        for column in done.checked.columns
        if column.role.storage == "segment" and column.levels
    }
    # a column that is left out for its one value tells them apart as well, and is said elsewhere
    left_out = {
        fold(column.name): frozenset((column.reason,))
        for column in done.mapping.columns
        if column.role is Role.IGNORE and column.reason.startswith(ONE_VALUE)
    }
    levels = tuple((groups | left_out).items())
    return Coming(into=into, file=done.staged.called, since=done.checked.since, until=done.checked.until, levels=levels)


def untold(files: Iterable[Coming], records: Iterable[ImportRecord] = ()) -> tuple[Untold, ...]:
    """Of each dataset the files that come into it, where their names tell them apart and their answers do not.

    `records` are the imports that stand: a dataset that has a segment of its files' names needs nothing else.
    """
    datasets: dict[str, dict[frozenset[str], list[Coming]]] = {}
    told = {record.dataset for record in records if record.is_by_file}
    for each in (file for file in files if file.into not in told):
        datasets.setdefault(each.into, {}).setdefault(telling_words(each.file), []).append(each)
    return tuple(
        Untold(into=into, files=tuple(files[0].file for files in groups.values()))
        for into, groups in datasets.items()
        if len(groups) > 1 and not _told_apart(list(groups.values()))
    )


def with_names_as_segment(store: Store, dataset_id: int, name: str) -> int | None:
    """The id of the import that added a segment of the files' names to a dataset; None where it has one.

    Raises ColumnNameError.
    """
    if column_by_file(store, dataset_id) is not None:
        return None
    brought = (record for record in imports(store, dataset_id) if not record.joined)
    return add_by_file(store, dataset_id, name, {record.import_id: whose(record.called) for record in brought})


def _told_apart(groups: Sequence[Sequence[Coming]]) -> bool:
    """Whether the days or a column of groups differ wholly between any two of them."""
    named = {name for files in groups for each in files for name, _ in each.levels}
    pairs = list(combinations(groups, 2))
    return all(_apart_in_time(one, other) for one, other in pairs) or any(
        all(_differ(one, other, name) for one, other in pairs) for name in named
    )


def _differ(one: Sequence[Coming], other: Sequence[Coming], name: str) -> bool:
    ours, theirs = ({level for each in files for level in dict(each.levels).get(name, ())} for files in (one, other))
    return bool(ours and theirs) and not ours & theirs


def _apart_in_time(one: Sequence[Coming], other: Sequence[Coming]) -> bool:
    spans = [[day for each in files for day in (each.since, each.until) if day is not None] for files in (one, other)]
    ours, theirs = spans
    return bool(ours and theirs) and (max(ours) < min(theirs) or max(theirs) < min(ours))
