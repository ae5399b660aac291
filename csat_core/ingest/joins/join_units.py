"""Units of a second file that goes on with the columns of an earlier one: minutes are not filled in among seconds."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from csat_core.ingest.detection import Staged
from csat_core.ingest.joins.join_plan import TakeError
from csat_core.ingest.plan import ColumnMapping, from_json
from csat_core.ingest.proposal.units_of_numbers import other_unit
from csat_core.ingest.texts.reading import fold
from csat_core.store import Store, imports
from csat_core.store.imports import ImportRecord


def require_same_units(
    store: Store, records: Sequence[ImportRecord], staged: Staged, going_on: Iterable[ColumnMapping]
) -> None:
    """Nothing; raises TakeError where a column that goes on with one of an earlier second file has another unit."""
    earlier = [
        from_json(imports.mapping_of(store, each.import_id)) for each in records if each.joined and not each.is_by_file
    ]
    units = {fold(column.name): column for mapping in earlier for column in mapping.used if column.unit is not None}
    profiles = {profile.position: profile for profile in staged.columns}
    for column in going_on:
        was = units.get(fold(column.name))
        found = other_unit([replace(was, position=column.position)], profiles) if was is not None else None
        if found is not None:
            raise TakeError(column.name, column.role.value, f"it {found[1]}; bring it in that unit, or leave it out")
