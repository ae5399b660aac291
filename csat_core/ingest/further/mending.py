"""Rows to mend: rows that were set aside for one bad cell or a bad shape, as a person can correct and import them.

Below the header as the file had it, so that the mended rows are known again and read under the mapping that was saved.
Rows come in batches out of the engine: none of this grows with their number.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.dataset as pads

from csat_core.ingest.child.mended_places import PLACE, place
from csat_core.ingest.child.reshaping import WRONG_SHAPE
from csat_core.ingest.further.origins import Origin, origins
from csat_core.ingest.further.places import MENDABLE, Place, places_told
from csat_core.ingest.further.raw_rows import Row, bare_names, cells_of, keys_of, place_in, pointer_to
from csat_core.ingest.texts.expressions import label
from csat_core.model.dataset import Dataset, Role
from csat_core.store import Store, imports
from csat_core.store.catalogue import table_of
from csat_core.store.imports import ImportRecord

ROWS_AT_ONCE = 2_000


def stored(store: Store, dataset: Dataset, origin: Origin) -> Iterator[Row]:
    """The header, then every row of `origin` that still waits: as it came, in the order of the files.

    Without response ids a last column says where each was set aside, so that what becomes of it is known. Left out are rows whose response id is in the dataset by now, the earlier ones of several that wait with one id, and
    rows that were too long to be kept whole. No header comes without a row.
    """
    told = places_told(store, imports.imports(store, dataset.id))
    with store.cursor() as cursor:
        yield from _written(cursor, "rejected_rows", dataset, origin, told)


def waits(store: Store, dataset: Dataset, origin: Origin) -> bool:
    """Whether `stored` gives any row."""
    chosen, told = _chosen(origin), places_told(store, imports.imports(store, dataset.id))
    with store.cursor() as cursor:
        keys = keys_of(cursor, "rejected_rows", chosen) or (origin.header[0] if origin.header else ())
        sql, values = _query(f"FROM rejected_rows WHERE {chosen}", dataset, keys, told)
        return bool(cursor.execute(f"{sql} LIMIT 1", values).fetchall())


def unstored(store: Store, dataset: Dataset | None, origin: Origin, rejected: Path) -> Iterator[Row]:
    """The same of a file that was checked for `dataset`, or for one of its own, and is not stored."""
    with store.cursor() as cursor:
        cursor.register("incoming", pads.dataset(str(rejected), format="parquet"))
        yield from _written(cursor, "(SELECT 0 AS import_id, * FROM incoming)", dataset, origin)


def _written(
    cursor: duckdb.DuckDBPyConnection, rows: str, dataset: Dataset | None, origin: Origin, told: Iterable[Place] = ()
) -> Iterator[Row]:
    chosen = _chosen(origin)
    keys = keys_of(cursor, rows, chosen)
    header = origin.header or ((bare_names(keys),) if keys else ())
    begun = not header
    names = keys or (header[0] if header else ())
    sql, values = _query(f"FROM {rows} WHERE {chosen}", dataset, names, told)
    # names in several rows are told by their layout, which knows no further column
    is_placed = bool(origin.import_ids) and len(header) == 1 and not _pointers(dataset, names)
    for raw, import_id, row in _batched(cursor, f'{sql} ORDER BY import_id, "row"', values):
        cells = cells_of(raw)
        if cells is not None and not begun:
            yield from ((*header[0], PLACE),) if is_placed else header
        begun = begun or cells is not None
        if cells is not None and header:
            yield (*cells, place(import_id, row)) if is_placed else cells


def _chosen(origin: Origin) -> str:
    codes = [code for code in MENDABLE if code != WRONG_SHAPE or origin.with_shapes]
    of = f" AND import_id IN ({', '.join(map(str, map(int, origin.import_ids)))})" if origin.import_ids else ""
    return f"code IN ({', '.join(repr(code) for code in codes)}){of}"


def _query(
    rows: str, dataset: Dataset | None, keys: Sequence[str], told: Iterable[Place] = ()
) -> tuple[str, dict[str, Any]]:
    """The statement that gives the raw rows that wait, each with import and row, without an order, and what is bound in it.

    Without response ids those that are `told` to have come back wait no more.
    """
    pointers = _pointers(dataset, keys)
    if dataset is None or not pointers:
        # without an id a row that waits again is the one that came back as it was
        again = f"SELECT 1 FROM aside AS later WHERE {_alike('later')} = {_alike('aside')} AND later.import_id > aside.import_id"
        aside = f"WITH aside AS MATERIALIZED ({_each_once(rows)})"
        back = 'SELECT unnest($imports::BIGINT[]) AS import_id, unnest($rows::BIGINT[]) AS "row"'
        sql = f'{aside} SELECT raw, import_id, "row" FROM aside ANTI JOIN ({back}) AS back USING (import_id, "row") WHERE NOT EXISTS ({again})'
        places = list(told)
        return sql, {"imports": [each for each, _ in places], "rows": [row for _, row in places]}
    values, id = pointers, _ID
    ids = dataset.with_role(Role.RESPONSE_ID)
    there = f"SELECT {ids[0].id} AS id FROM {table_of(dataset.id)} WHERE {ids[0].id} IS NOT NULL"
    sql = (
        f"WITH found AS (SELECT *, {id} AS t FROM ({_each_once(rows)})), "
        f'aside AS MATERIALIZED (SELECT import_id, "row", raw, {label("t")} AS id FROM found) '
        f'SELECT raw, import_id, "row" FROM aside ANTI JOIN ({there}) AS there USING (id) WHERE NOT EXISTS '
        "(SELECT 1 FROM aside AS later WHERE later.id = aside.id AND later.import_id > aside.import_id)"
    )
    return sql, values


def states(store: Store, dataset: Dataset, log: Sequence[ImportRecord]) -> dict[tuple[int, int], str]:
    """What became of rows that can be mended and are out no more, by import and row: `in` the dataset, or set aside `again` later.

    Without response ids the file of mended rows says which those are; of any other file that came later nobody can tell, and they
    are `untold`.
    """
    found: dict[Place, str] = {}
    back = places_told(store, log)
    others = (each.import_id for each in log if not each.joined and not each.detection.get("mended"))
    newest = max(others, default=0)
    for origin in origins(log):
        rows = f"FROM rejected_rows WHERE {_chosen(origin)}"
        with store.cursor() as cursor:
            keys = keys_of(cursor, "rejected_rows", _chosen(origin)) or (origin.header[0] if origin.header else ())
            pointers = _pointers(dataset, keys)
            key = label("t") if pointers else _alike("found")
            aside = f'SELECT import_id, "row", {key} AS id FROM (SELECT *, {_ID if pointers else "NULL"} AS t FROM ({_each_once(rows)})) AS found'
            there = "SELECT NULL::VARCHAR AS id"
            if pointers:
                id = dataset.with_role(Role.RESPONSE_ID)[0].id
                there = f"SELECT DISTINCT {id} AS id FROM {table_of(dataset.id)} WHERE {id} IN (SELECT id FROM aside)"
            told = (
                f"WITH aside AS MATERIALIZED ({aside}), last AS (SELECT id, max(import_id) AS latest FROM aside GROUP BY id) "
                "SELECT import_id, \"row\", CASE WHEN there.id IS NOT NULL THEN 'in' WHEN latest > import_id THEN 'again' END AS state "
                f"FROM aside LEFT JOIN ({there}) AS there USING (id) LEFT JOIN last USING (id)"
            )
            for import_id, row, state in cursor.execute(told, pointers).fetchall():
                state = (None if pointers else back.get((import_id, row))) or state
                if state or (not pointers and import_id < newest):
                    found[import_id, row] = state or "untold"
    return found


def _each_once(rows: str) -> str:
    """The rows set aside, as SQL: each once, however many of its cells are bad."""
    return f'SELECT import_id, "row", any_value(raw) AS raw {rows} GROUP BY import_id, "row"'


_ID = "json_extract_string(raw, CASE WHEN starts_with(raw, '{') THEN $by_name ELSE $by_place END)"
"""The response id of a raw row."""


def _pointers(dataset: Dataset | None, keys: Sequence[str]) -> dict[str, str]:
    """Where the response id stands in a raw row, to be bound in `_ID`; empty where there is none.

    A pointer takes names of any signs, and the number of a cell where the row is a list.
    """
    ids = dataset.with_role(Role.RESPONSE_ID) if dataset else ()
    at = place_in(keys, ids[0].name) if ids else None
    return {} if at is None else {"by_name": pointer_to(keys[at]), "by_place": f"/{at}"}


def _alike(table: str) -> str:
    """A raw row for comparing it with one that went out as CSV and came back: shields are gone and blanks are null."""
    return f"replace(replace({table}.raw, '\u00a0', ''), ':\"\"', ':null')"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waited:
    """Rows that came back from mending as bad as they were or bad otherwise: the same row, or one with the same response id."""

    rows: int
    cells: dict[tuple[str, str], int]
    """How many of their cells are bad, by column and code."""


def waited(store: Store, dataset: Dataset, rejected: Path, mended: Sequence[tuple[int, int, int]] = ()) -> Waited:
    """Of the rows in `rejected`, a file that was checked for `dataset`, those that wait there already.

    `mended` says of rows of the file with which import and row they were set aside.
    """
    codes = ", ".join(repr(code) for code in MENDABLE)
    came, of, before = ([each[at] for each in mended] for at in range(3))
    with store.cursor() as cursor:
        cursor.register("incoming", pads.dataset(str(rejected), format="parquet"))
        pointers = _pointers(dataset, keys_of(cursor, "incoming", "TRUE"))
        id = _ID if pointers else "NULL"
        rows = cursor.execute(
            'WITH placed AS (SELECT unnest($came::BIGINT[]) AS came, unnest($imports::BIGINT[]) AS import_id, unnest($rows::BIGINT[]) AS "row"), '
            f'waiting AS MATERIALIZED (SELECT {_alike("rejected_rows")} AS plain, {label("t")} AS id, import_id, "row" FROM '
            f'(SELECT raw, import_id, "row", {id} AS t FROM rejected_rows JOIN imports USING (import_id) WHERE dataset_id = $dataset '
            f"AND undone_at IS NULL AND code IN ({codes})) AS rejected_rows) "
            f'SELECT "column", code, list("row") FROM (SELECT *, {label("t")} AS id FROM (SELECT *, {id} AS t FROM incoming)) AS came '
            f"WHERE {_alike('came')} IN (SELECT plain FROM waiting) OR id IN (SELECT id FROM waiting WHERE id IS NOT NULL) "
            'OR "row" IN (SELECT came FROM placed SEMI JOIN waiting USING (import_id, "row")) GROUP BY "column", code',
            pointers | {"dataset": dataset.id, "came": came, "imports": of, "rows": before},
        ).fetchall()
    return Waited(
        rows=len({row for _, _, found in rows for row in found}),
        cells={(column or "", code): len(found) for column, code, found in rows},
    )


def _batched(cursor: duckdb.DuckDBPyConnection, sql: str, values: dict[str, Any]) -> Iterator[tuple[str, int, int]]:
    with closing(cursor.sql(sql, params=values).to_arrow_reader(ROWS_AT_ONCE)) as reader:
        for batch in reader:
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)
