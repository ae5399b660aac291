"""Response ids that a spreadsheet or another program wrote otherwise."""

from dataclasses import dataclass

from csat_core.model.alike import alike
from csat_core.model.dataset import Dataset, Role
from csat_core.store.catalogue import table_of
from csat_core.store.connection import Store
from csat_core.store.incoming import Incoming, loaded
from csat_core.store.replacements import shared_columns, told

TRIED = 2_000
"""So many ids of a file, from all over it, show whether any of them may be written otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Respelled:
    """New ids that are ids of the dataset but for the way they are written."""

    ids: tuple[str, ...]
    """As the further file has them."""
    same: int
    """How many of these responses stand in the dataset with the same cells."""
    example: str
    stored: str
    """The first of them, and how the dataset has it."""

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.ids)


def respelled(store: Store, dataset: Dataset, accepted: Incoming) -> Respelled | None:
    """The ids in `accepted`, of which the dataset has none as it stands, that it has written otherwise; None without any."""
    (key,) = dataset.with_role(Role.RESPONSE_ID)
    table, cells = table_of(dataset.id), f"hash({', '.join(map(told, shared_columns(dataset, accepted)))})"

    some = f"hash({key.id}) % greatest(1, (SELECT count(*) FROM incoming) // {TRIED}) = 0"
    tried = f"SELECT {alike(key.id)} FROM incoming WHERE {some}"
    met = f"SELECT 1 FROM {table} WHERE {alike(key.id)} IN ({tried}) LIMIT 1"
    found = (
        f"SELECT now.id, any_value(now.h = was.h), min(was.id) FROM (SELECT {key.id} AS id, {cells} AS h FROM incoming) AS now "
        f"JOIN (SELECT {key.id} AS id, {cells} AS h FROM {table}) AS was ON {alike('now.id')} = {alike('was.id')} "
        "GROUP BY now.id HAVING count(*) = 1 ORDER BY now.id"
    )
    with store.cursor() as cursor:
        if not loaded(cursor, met, accepted):
            return None
        rows = loaded(cursor, found, accepted)
    if not rows:
        return None
    first = next((row for row in rows if row[1]), rows[0])
    return Respelled(
        ids=tuple(id for id, _, _ in rows),
        same=sum(bool(same) for _, same, _ in rows),
        example=first[0],
        stored=first[2],
    )
