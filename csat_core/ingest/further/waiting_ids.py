"""Ids of rows that wait to be mended and that a spreadsheet would spoil, written out for the child that reads the rows anew."""

from pathlib import Path

import pyarrow.parquet as pq

from csat_core.ingest.child.spreadsheets import LOST
from csat_core.ingest.further.places import MENDABLE
from csat_core.ingest.further.raw_rows import keys_of, pointer
from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.ingest.texts.expressions import cell_at, quoted
from csat_core.model.dataset import Dataset, Role
from csat_core.store import Store


def write_waiting(store: Store, dataset: Dataset, mapping: Mapping, path: Path) -> bool:
    """Whether rows that wait to be mended hold ids that a spreadsheet would spoil.

    They are at `path` then: `id`, and by the number of its column in a new file each text of digits as it was set aside.
    """
    ids = [column for column in mapping.used if column.role is Role.RESPONSE_ID]
    columns = [column for column in mapping.used if _is_label(column)]
    if not ids or not columns:
        return False
    chosen = f"code IN ({', '.join(map(quoted, MENDABLE))}) AND starts_with(raw, '{{')"
    rows = "rejected_rows JOIN imports USING (import_id)"
    chosen = f"dataset_id = {int(dataset.id)} AND undone_at IS NULL AND {chosen}"
    with store.cursor() as cursor:
        keys = keys_of(cursor, rows, chosen)
        found = {column.position: at for column in columns if (at := pointer(keys, column.name)) is not None}
        if ids[0].position not in found:
            return False
        cells = [f"json_extract_string(raw, $p{place}) AS {cell_at(place)}" for place in found]
        spoiled = " OR ".join(f"regexp_full_match({cell_at(place)}, {LOST})" for place in found)
        sql = f"SELECT * FROM (SELECT DISTINCT {', '.join(cells)} FROM {rows} WHERE {chosen}) WHERE {spoiled}"
        table = cursor.sql(sql, params={f"p{place}": at for place, at in found.items()}).to_arrow_table()
    if table.num_rows:
        pq.write_table(table, path)
    return bool(table.num_rows)


def _is_label(column: ColumnMapping) -> bool:
    return column.role.storage in ("segment", "text") and column.role is not Role.COMMENT and not column.protect
