"""A second file, brought to one row a key and held against a dataset, and the columns that the dataset gets of it."""

import itertools
from collections.abc import Mapping as Named
from dataclasses import dataclass

from csat_core.ingest.child.summary import flag_levels
from csat_core.ingest.detection import Staged
from csat_core.ingest.plan import ColumnMapping, Mapping, columns_of
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.store import catalogue, joins


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A second file, brought to one row a key and held against a dataset."""

    dataset: Dataset
    keys: tuple[Column, ...]
    """The columns of the dataset that are the key together."""
    staged: Staged
    mapping: Mapping
    takes: tuple[tuple[str, str], ...]
    """Id among the gathered columns, and how it is taken."""
    counts: Named[str, int]
    """keys, rows, repeated (keys of several rows), most (rows of one key), rejected, without_key."""
    problems: tuple[Named[str, object], ...]
    match: joins.Match
    by_alike: bool = False
    """Whether keys that are alike but for how they are written are the same."""
    there: tuple[Column, ...] = ()
    """Columns of the dataset that earlier files brought by the same key: those of the same name go on with them."""

    @property
    def key(self) -> str:
        """What the key is called: the names of its columns."""
        return " + ".join(column.name for column in self.keys)

    @property
    def columns(self) -> tuple[joins.Joined, ...]:
        """What the dataset gets, with ids that are free there and names that nothing else has."""
        found = [(id, column) for id, column in columns_of(self.mapping) if id in dict(self.takes)]
        # money stands by itself, for answers share it
        known = {_goes_on_as(column): column for column in self.there if column.role is not Role.REVENUE}
        further = [
            (id, None if column.role is Role.REVENUE else known.get(_goes_on_as(column))) for id, column in found
        ]
        goes_on = [joins.Joined(source=id, column=column, continues=True) for id, column in further if column]
        kept = [pair for pair, (_, column) in zip(found, further, strict=True) if column is None]
        ids = catalogue.free_ids(self.dataset.columns, [id[0] for id, _ in kept])
        last = max(column.position for column in self.dataset.columns)
        begun = (
            joins.Joined(
                source=id,
                column=Column(
                    id=free,
                    name=self._free_name(column.name),
                    role=column.role,
                    position=last + at,
                    levels=tuple(flag_levels(column)),
                ),
            )
            for at, (free, (id, column)) in enumerate(zip(ids, kept, strict=True), 1)
        )
        return (*goes_on, *begun)

    def _free_name(self, name: str) -> str:
        """The name, with the file behind it where the dataset has such a column, and a number where that came before."""
        taken = {column.name.casefold() for column in self.dataset.columns}
        with_file = (f"{name} ({self.staged.file}{f', {at}' if at > 1 else ''})" for at in itertools.count(1))
        return next(each for each in (name, *itertools.islice(with_file, len(taken))) if each.casefold() not in taken)


def _goes_on_as(column: Column | ColumnMapping) -> tuple[str, str]:
    return column.name.casefold(), column.role.storage
