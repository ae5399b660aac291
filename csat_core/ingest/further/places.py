"""Rows without ids that were set aside, went out to be mended and came back: their file says which they are."""

from collections.abc import Sequence

from csat_core.ingest.child.reshaping import WRONG_SHAPE
from csat_core.ingest.child.set_aside import BAD_DATE, NOT_A_NUMBER, OFF_SCALE
from csat_core.store import Store
from csat_core.store.imports import ImportRecord

MENDABLE = (OFF_SCALE, NOT_A_NUMBER, BAD_DATE, WRONG_SHAPE)
"""Codes of rows that a person can put right; previews, totals and repeated ids need no mending."""
Place = tuple[int, int]
"""An import, and a row of its file."""


def places_told(store: Store, log: Sequence[ImportRecord]) -> dict[Place, str]:
    """What became of rows without ids that came back, by import and row: `in` the dataset, or set aside `again`."""
    back = {record.import_id: record.detection["mended"] for record in log if record.detection.get("mended")}
    if not back:
        return {}
    codes = ", ".join(map(repr, MENDABLE))
    sql = f'SELECT DISTINCT import_id, "row" FROM rejected_rows WHERE import_id IN ({", ".join(map(str, back))}) AND code IN ({codes})'
    with store.cursor() as cursor:
        again = set(cursor.execute(sql).fetchall())
    return {
        (import_id, before): "again" if (later, row) in again else "in"
        for later in sorted(back)
        for row, import_id, before in back[later]
    }
