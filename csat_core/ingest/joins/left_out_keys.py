"""Keys that a join needs and the dataset does not have, because they were left out when its file was imported."""

from collections.abc import Callable, Sequence

from csat_core.errors import CsatError
from csat_core.ingest.detection import Staged
from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.ingest.proposal import mapping as mappings
from csat_core.ingest.proposal.date_names import INSTEAD
from csat_core.ingest.texts.names import says
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.model.dataset import Role
from csat_core.store.imports import ImportRecord


class KeyLeftOutError(CsatError):
    """The key was named, and the responses do not have it because it was left out when they were imported."""

    def __init__(self, column: ColumnMapping, records: Sequence[ImportRecord]) -> None:
        self.on_page = _way_out(column, records, on_page=True)
        super().__init__(_way_out(column, records))


def left_out_as(keys: Sequence[str], mapping: Mapping) -> ColumnMapping | None:
    """The column of the responses that one of `keys` means and `mapping` left out; None where there is none."""
    names = {fold(name) for key in keys for name in (key, key.rpartition("=")[0]) if name}
    return next((each for each in _left_out(mapping) if names & {fold(text) for text in each.wording}), None)


def likely_left_out(mapping: Mapping, staged: Staged) -> ColumnMapping | None:
    """The column that `mapping` left out and the file may have; None where there is none.

    Its name is one of the file's, else it holds what one of the file's does, such as e-mail addresses, else it says the customer.
    """
    names = {fold(column.name) for column in staged.columns}
    kinds = {column.personal for column in mappings.proposed_for(staged).columns if column.personal}
    ways: tuple[Callable[[ColumnMapping], bool], ...] = (
        lambda each: fold(each.name) in names,
        lambda each: each.personal in kinds,
        lambda each: says(each.name, Meaning.CUSTOMER),
    )
    return next((each for way in ways for each in _left_out(mapping) if way(each)), None)


def _left_out(mapping: Mapping) -> list[ColumnMapping]:
    return [each for each in mapping.columns if each.role is Role.IGNORE]


def _way_out(column: ColumnMapping, records: Sequence[ImportRecord], *, on_page: bool = False) -> str:
    """That the column was left out, and how it comes in; `records` are the imports of the dataset that stand."""
    brought = sorted((each for each in records if not each.joined), key=lambda each: each.import_id)
    ids = [str(each.import_id) for each in brought]
    use = Role.TIME if column.reason.endswith(INSTEAD) else Role.CUSTOMER
    role = f"'{column.name}' as {use}" if on_page else f'--map "{column.name}={use}"'
    begin = f"'{column.name}' was left out when the responses were imported"
    if len(ids) == 1:
        how = f"bring '{brought[0].file}' in again" if on_page else f"import '{brought[0].file}' again"
        return f"{begin}: undo import {ids[0]} and {how} with {role}."
    how = "bring the files in again" if on_page else "import the files again"
    return f"{begin}: undo imports {', '.join(ids[:-1])} and {ids[-1]} and {how}, the first with {role}."
