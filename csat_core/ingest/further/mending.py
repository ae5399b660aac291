"""Rows to mend: rows that were set aside for one bad cell or a bad shape, as a person can correct and import them.

Below the header as the file had it, so that the mended rows are known again and read under the mapping that was saved.
Rows come in batches out of the engine: none of this grows with their number.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.dataset as pads

from csat_core.ingest.child.reshaping import WRONG_SHAPE
from csat_core.ingest.child.set_aside import BAD_DATE, NOT_A_NUMBER, OFF_SCALE
from csat_core.ingest.detection import Detection
from csat_core.ingest.formats.records import LONGEST_RAW
from csat_core.ingest.texts.expressions import label
from csat_core.ingest.texts.reading import fold
from csat_core.model.dataset import Dataset, Role
from csat_core.store import Store
from csat_core.store.catalogue import table_of
from csat_core.store.imports import ImportRecord

MENDABLE = (OFF_SCALE, NOT_A_NUMBER, BAD_DATE, WRONG_SHAPE)
"""Codes of rows that a person can put right; previews, totals and repeated ids need no mending."""
WITHOUT_SHAPE = ("json", "jsonl")
"""Formats whose broken rows are no cells under a header."""
ROWS_AT_ONCE = 2_000

Row = tuple[str, ...]
Header = tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Files of one header, and how they were read."""

    import_ids: tuple[int, ...]
    """Newest first; empty for a file that is not stored yet."""
    file: str
    """The name of the newest."""
    header: Header
    """Empty where its columns have no names, or where it was imported before headers were kept."""
    delimiter: str
    with_shapes: bool
    """Whether rows of a wrong shape are cells that can be mended."""
    rows: int
    """No more than so many were set aside; some of them may be in the dataset by now."""


def origins(log: Sequence[ImportRecord]) -> tuple[Origin, ...]:
    """The imports of one dataset that set rows aside which can be mended, those of one header together, newest first."""
    found: dict[tuple[Any, ...], list[ImportRecord]] = {}
    for record in sorted(log, key=lambda each: -each.import_id):
        if not record.joined and _mendable(record):
            header = _header(record.detection)
            found.setdefault((header or record.import_id, _with_shapes(record.detection)), []).append(record)
    return tuple(
        Origin(
            import_ids=tuple(each.import_id for each in records),
            file=records[0].file,
            header=_header(records[0].detection),
            delimiter=_delimiter(records[0].detection.get("delimiter"), records[0].detection.get("decimal")),
            with_shapes=_with_shapes(records[0].detection),
            rows=sum(map(_mendable, records)),
        )
        for records in found.values()
    )


def origin_of(detection: Detection, file: str, rows: int) -> Origin:
    """A file that is not stored yet, as one that rows to mend can come from."""
    return Origin(
        import_ids=(),
        file=file,
        header=detection.header,
        delimiter=_delimiter(detection.delimiter, detection.decimal),
        with_shapes=detection.format not in WITHOUT_SHAPE,
        rows=rows,
    )


def mendable(counts: Iterable[tuple[str, int]]) -> int:
    """How many rows at most were set aside and can be mended, of the problems of an import by code and count.

    A row with cells to mend in several columns is counted in each of them.
    """
    return sum(count for code, count in counts if code in MENDABLE)


def _mendable(record: ImportRecord) -> int:
    return mendable((problem["code"], int(problem["count"])) for problem in record.problems)


def _header(detection: dict[str, Any]) -> Header:
    return tuple(map(tuple, detection.get("header") or ()))


def _with_shapes(detection: dict[str, Any]) -> bool:
    return detection.get("format") not in WITHOUT_SHAPE


def _delimiter(delimiter: str | None, decimal: str | None) -> str:
    """What spreadsheets expect where the file came from: a semicolon beside decimal commas."""
    return ";" if delimiter == ";" or decimal == "," else ","


def stored(store: Store, dataset: Dataset, origin: Origin) -> Iterator[Row]:
    """The header, then every row of `origin` that still waits: as it came, in the order of the files.

    Left out are rows whose response id is in the dataset by now, the earlier ones of several that wait with one id, and
    rows that were too long to be kept whole. No header comes without a row.
    """
    with store.cursor() as cursor:
        yield from _written(cursor, "rejected_rows", dataset, origin)


def waits(store: Store, dataset: Dataset, origin: Origin) -> bool:
    """Whether `stored` gives any row."""
    chosen = _chosen(origin)
    with store.cursor() as cursor:
        keys = keys_of(cursor, "rejected_rows", chosen) or (origin.header[0] if origin.header else ())
        sql, values = _query(f"FROM rejected_rows WHERE {chosen}", dataset, keys)
        return bool(cursor.execute(f"{sql} LIMIT 1", values).fetchall())


def unstored(store: Store, dataset: Dataset | None, origin: Origin, rejected: Path) -> Iterator[Row]:
    """The same of a file that was checked for `dataset`, or for one of its own, and is not stored."""
    with store.cursor() as cursor:
        cursor.register("incoming", pads.dataset(str(rejected), format="parquet"))
        yield from _written(cursor, "(SELECT 0 AS import_id, * FROM incoming)", dataset, origin)


def _written(cursor: duckdb.DuckDBPyConnection, rows: str, dataset: Dataset | None, origin: Origin) -> Iterator[Row]:
    chosen = _chosen(origin)
    keys = keys_of(cursor, rows, chosen)
    header = origin.header or ((_bare(keys),) if keys else ())
    begun = not header
    sql, values = _query(f"FROM {rows} WHERE {chosen}", dataset, keys or (header[0] if header else ()))
    for raw in _batched(cursor, f'{sql} ORDER BY import_id, "row"', values):
        cells = _cells(raw)
        if cells is not None and not begun:
            yield from header
        begun = begun or cells is not None
        if cells is not None and header:
            yield cells


def _chosen(origin: Origin) -> str:
    codes = [code for code in MENDABLE if code != WRONG_SHAPE or origin.with_shapes]
    of = f" AND import_id IN ({', '.join(map(str, map(int, origin.import_ids)))})" if origin.import_ids else ""
    return f"code IN ({', '.join(repr(code) for code in codes)}){of}"


def _query(rows: str, dataset: Dataset | None, keys: Sequence[str]) -> tuple[str, dict[str, str]]:
    """The statement that gives the raw rows that wait, without an order, and what is bound in it."""
    pointers = _pointers(dataset, keys)
    if dataset is None or not pointers:
        # without an id a row that waits again is the one that came back as it was
        again = f"SELECT 1 FROM aside AS later WHERE {_alike('later')} = {_alike('aside')} AND later.import_id > aside.import_id"
        aside = f"WITH aside AS MATERIALIZED ({_each_once(rows)})"
        return f"{aside} SELECT raw FROM aside WHERE NOT EXISTS ({again})", {}
    values, id = pointers, _ID
    ids = dataset.with_role(Role.RESPONSE_ID)
    there = f"SELECT {ids[0].id} AS id FROM {table_of(dataset.id)} WHERE {ids[0].id} IS NOT NULL"
    sql = (
        f"WITH found AS (SELECT *, {id} AS t FROM ({_each_once(rows)})), "
        f'aside AS MATERIALIZED (SELECT import_id, "row", raw, {label("t")} AS id FROM found) '
        f"SELECT raw FROM aside ANTI JOIN ({there}) AS there USING (id) WHERE NOT EXISTS "
        "(SELECT 1 FROM aside AS later WHERE later.id = aside.id AND later.import_id > aside.import_id)"
    )
    return sql, values


def states(store: Store, dataset: Dataset, log: Sequence[ImportRecord]) -> dict[tuple[int, int], str]:
    """What became of rows that can be mended and are out no more, by import and row: `in` the dataset, or set aside `again` later.

    Without response ids nobody can tell which rows came in with a later file: those before the last one are `untold`.
    """
    found: dict[tuple[int, int], str] = {}
    newest = max((record.import_id for record in log), default=0)
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
    at = _place(keys, ids[0].name) if ids else None
    return {} if at is None else {"by_name": _pointer(keys[at]), "by_place": f"/{at}"}


def pointer(keys: Sequence[str], name: str) -> str | None:
    """Where the column of this name stands in a raw row, to be bound; None where it has no such column."""
    at = _place(keys, name)
    return None if at is None else _pointer(keys[at])


def _pointer(key: str) -> str:
    return "/" + key.replace("~", "~0").replace("/", "~1")


def _alike(table: str) -> str:
    """A raw row for comparing it with one that went out as CSV and came back: shields are gone and blanks are null."""
    return f"replace(replace({table}.raw, '\u00a0', ''), ':\"\"', ':null')"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waited:
    """Rows that came back from mending as bad as they were or bad otherwise: the same row, or one with the same response id."""

    rows: int
    cells: dict[tuple[str, str], int]
    """How many of their cells are bad, by column and code."""


def waited(store: Store, dataset: Dataset, rejected: Path) -> Waited:
    """Of the rows in `rejected`, a file that was checked for `dataset`, those that wait there already."""
    codes = ", ".join(repr(code) for code in MENDABLE)
    with store.cursor() as cursor:
        cursor.register("incoming", pads.dataset(str(rejected), format="parquet"))
        pointers = _pointers(dataset, keys_of(cursor, "incoming", "TRUE"))
        id = _ID if pointers else "NULL"
        rows = cursor.execute(
            f"WITH waiting AS MATERIALIZED (SELECT {_alike('rejected_rows')} AS plain, {label('t')} AS id FROM "
            f"(SELECT raw, {id} AS t FROM rejected_rows JOIN imports USING (import_id) WHERE dataset_id = $dataset "
            f"AND undone_at IS NULL AND code IN ({codes})) AS rejected_rows) "
            f'SELECT "column", code, list("row") FROM (SELECT *, {label("t")} AS id FROM (SELECT *, {id} AS t FROM incoming)) AS came '
            f"WHERE {_alike('came')} IN (SELECT plain FROM waiting) OR id IN (SELECT id FROM waiting WHERE id IS NOT NULL) "
            'GROUP BY "column", code',
            pointers | {"dataset": dataset.id},
        ).fetchall()
    return Waited(
        rows=len({row for _, _, found in rows for row in found}),
        cells={(column or "", code): len(found) for column, code, found in rows},
    )


def _batched(cursor: duckdb.DuckDBPyConnection, sql: str, values: dict[str, str]) -> Iterator[str]:
    with closing(cursor.sql(sql, params=values).to_arrow_reader(ROWS_AT_ONCE)) as reader:
        for batch in reader:
            yield from batch.column(0).to_pylist()


def _place(names: Sequence[str], name: str) -> int | None:
    """The index of the column of this name, as the files of a dataset are told to have it."""
    plain = list(map(_plain, _bare(names)))
    return plain.index(_plain(name)) if _plain(name) in plain else None


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, fold(name))) or fold(name)


def _cells(raw: str) -> Row | None:
    """The cells of a row as it came; None where it was cut, or is no row."""
    try:
        kept = json.loads(raw, object_pairs_hook=_values)
    except ValueError:
        return None
    if not isinstance(kept, list):
        return None
    cells = tuple("" if cell is None else str(cell) for cell in kept)
    was_cut = not raw.startswith("{") and sum(map(len, cells)) + len(cells) >= LONGEST_RAW
    return None if was_cut else cells


def _values(pairs: list[tuple[str, Any]]) -> list[Any]:
    return [value for _, value in pairs]


def keys_of(cursor: duckdb.DuckDBPyConnection, rows: str, chosen: str) -> Row:
    """What the cells of a row that has the shape of the table are called; empty where no row has."""
    found = cursor.execute(f"SELECT raw FROM {rows} WHERE {chosen} AND starts_with(raw, '{{') LIMIT 1").fetchall()
    return tuple(json.loads(found[0][0], object_pairs_hook=_firsts)) if found else ()


def _firsts(pairs: list[tuple[str, Any]]) -> list[str]:
    return [key for key, _ in pairs]


def _bare(keys: Sequence[str]) -> Row:
    """The names as the file has them: those that repeat went under their number, `Rating (#5)`."""
    bare = [key.removesuffix(f" (#{at})") for at, key in enumerate(keys, 1)]
    times = Counter(map(str.casefold, bare))
    return tuple(name if times[name.casefold()] > 1 else key for name, key in zip(bare, keys, strict=True))
