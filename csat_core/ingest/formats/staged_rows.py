"""Rows that were read one by one on their way into the staged table: those that fit, those made to fit, and the misfits."""

import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import duckdb

from csat_core.ingest.formats.records import UNCLOSED, Record, letters_in
from csat_core.ingest.formats.table import AFTER_ASCII, FIRST_SIGN, cell_names, or_null
from csat_core.ingest.refusals import UnclosedMarksError

if TYPE_CHECKING:
    import pyarrow as pa

BATCH_ROWS, BATCH_CELLS, BATCH_CHARACTERS = 20_000, 500_000, 32 << 20
LONGEST_RAW = 20_000
SHORT_ROW, LONG_ROW = "short_row_filled", "empty_cells_cut"
"""How rows were made to fit."""
MOST_FITTED = 100_000
"""Of the rows that were made to fit, those whose numbers are kept; all are counted."""

Row = tuple[int, Sequence[str | None]]


class StagedRows:
    """Tables `staged`, for rows of the right width with their numbers, and `misfits` for the others.

    With `pads_short` a row that lacks less than half of its cells ends in blanks that the file left out.
    """

    def __init__(self, engine: duckdb.DuckDBPyConnection, width: int, *, pads_short: bool = True) -> None:
        self._engine, self.width, self._pads_short = engine, width, pads_short
        self._cells = cell_names(width)
        self._made_to_fit = {SHORT_ROW: [0, 0], LONG_ROW: [0, 0]}
        self._which: list[tuple[str, int]] = []
        self._unclosed = 0
        engine.execute(f'CREATE TABLE staged ("row" BIGINT, {", ".join(f"{cell} VARCHAR" for cell in self._cells)})')
        engine.execute('CREATE TABLE misfits ("row" BIGINT, reason VARCHAR, raw VARCHAR)')
        # one transaction: each of its own would be written twice, to the log and to the file
        engine.begin()

    def take(self, records: Iterable[Record]) -> None:
        """Nothing; the records are in the tables. Raises UnclosedMarksError where thousands in a row are no rows."""
        for batch in _batches(records, self.width):
            fitting: list[Row] = []
            misfits: list[tuple[int, str, str]] = []
            for number, found, flaw in batch:
                fitted = None if flaw else _fitted(found, self.width, self._pads_short)
                if fitted is None:
                    misfits.append((number, flaw or _shape(len(found), self.width), raw_of(found)))
                else:
                    fitting.append((number, fitted))
                    if len(found) != self.width:
                        self._note_made_to_fit(SHORT_ROW if len(found) < self.width else LONG_ROW, number)
            are_unclosed = not fitting and all(reason == UNCLOSED for _, reason, _ in misfits)
            self._unclosed = self._unclosed + len(misfits) if are_unclosed else 0
            if self._unclosed >= BATCH_ROWS:
                raise UnclosedMarksError(found=self._unclosed)
            insert_rows(self._engine, "staged", fitting, self._cells)
            raws = [(number, (reason, raw)) for number, reason, raw in misfits]
            insert_rows(self._engine, "misfits", raws, ["reason", "raw"])

    def take_plain(self, first: int, cells: "pa.Table") -> None:
        """Nothing; rows of the right width, the first with this number, are in `staged`."""
        import numpy as np
        import pyarrow as pa

        numbers = pa.array(np.arange(first, first + cells.num_rows))
        insert_table(self._engine, "staged", cells.add_column(0, "row", numbers))
        self._unclosed = 0

    def finish(self) -> None:
        """Nothing; all that was taken is kept."""
        self._engine.commit()

    def say_fitted(self) -> None:
        """Nothing; table `fitted` counts the rows that were made to fit, table `fitted_rows` numbers them."""
        self._engine.execute('CREATE TABLE fitted (code VARCHAR, n BIGINT, "row" BIGINT)')
        counts = [[code, *count, count[0]] for code, count in self._made_to_fit.items()]
        self._engine.executemany("INSERT INTO fitted SELECT ?, ?, ? WHERE ? > 0", counts)
        which = [[code for code, _ in self._which], [number for _, number in self._which]]
        self._engine.execute('CREATE TABLE fitted_rows AS SELECT unnest(?) AS code, unnest(?) AS "row"', which)

    def _note_made_to_fit(self, code: str, number: int) -> None:
        seen = self._made_to_fit[code]
        seen[:] = [seen[0] + 1, seen[1] or number]
        if len(self._which) < MOST_FITTED:
            self._which.append((code, number))


def store_records(engine: duckdb.DuckDBPyConnection, width: int, records: Iterable[Record]) -> None:
    """Nothing; `staged` holds the records of the right width with their row numbers, `misfits` the others."""
    rows = StagedRows(engine, width)
    rows.take(records)
    rows.finish()


def _batches(records: Iterable[Record], width: int) -> Iterator[list[Record]]:
    """The records in lists that fit into memory, however wide and long the cells are."""
    most, remaining = max(50, min(BATCH_ROWS, BATCH_CELLS // width)), iter(records)
    while first := next(remaining, None):
        batch, size = [first], letters_in(first[1])
        for record in itertools.islice(remaining, most - 1):
            batch.append(record)
            size += letters_in(record[1])
            if size > BATCH_CHARACTERS:
                break
        yield batch


def _fitted(cells: Sequence[str | None], width: int, pads_short: bool) -> Sequence[str | None] | None:
    """The cells at the width of the table; None where they do not fit."""
    missing = width - len(cells)
    if missing == 0:
        return cells
    if missing < 0:
        return None if any(cell and cell.strip() for cell in cells[width:]) else cells[:width]
    return [*cells, *[None] * missing] if pads_short and missing <= width / 2 else None


def _shape(found: int, width: int) -> str:
    return f"the row has {found} {'cell' if found == 1 else 'cells'}, the header has {width}"


def raw_of(cells: Sequence[str | None]) -> str:
    """The cells as a list in JSON, as far as they are worth keeping."""
    kept, room = [], LONGEST_RAW
    for cell in cells:
        kept.append((cell or "")[:room])
        room -= len(kept[-1]) + 1
        if room <= 0:
            break
    return json.dumps(kept, ensure_ascii=False)


def put_aside(engine: duckdb.DuckDBPyConnection, rows: Iterable[tuple[int, str, Sequence[str | None]]]) -> None:
    """Nothing; rows that are no responses are in `misfits` now: their numbers, why they are none, their cells."""
    for number, reason, cells in rows:
        engine.execute(
            "INSERT INTO misfits (\"row\", reason, raw, code) VALUES (?, ?, ?, 'footer')",
            [number, reason, raw_of(cells)],
        )


def insert_rows(
    engine: duckdb.DuckDBPyConnection, table: str, rows: Sequence[tuple[int, Sequence[str | None]]], names: list[str]
) -> None:
    """Nothing; the rows are at the end of `table`, their cells NULL where blank."""
    if rows:
        columns = zip(*(cells for _, cells in rows), strict=True)
        insert_columns(engine, table, [number for number, _ in rows], columns, names)


def insert_columns(
    engine: duckdb.DuckDBPyConnection,
    table: str,
    numbers: Sequence[int],
    columns: Iterable[Sequence[str | None]],
    names: list[str],
) -> None:
    """The same of rows whose cells come by columns."""
    # a fifth of a second that most files never need
    import pyarrow as pa

    arrays = [pa.array(numbers, pa.int64()), *(pa.array(each, pa.string()) for each in columns)]
    insert_table(engine, table, pa.table(arrays, names=["row", *names]))


def insert_table(engine: duckdb.DuckDBPyConnection, table: str, rows: "pa.Table") -> None:
    """Nothing; the rows are at the end of `table`, whose columns are theirs, their cells NULL where blank."""
    cells = [f'"{name}"' if name == "row" else _cell(name, rows[name]) for name in rows.column_names]
    incoming = _Incoming(rows)
    engine.register("incoming", incoming)
    engine.execute(f"INSERT INTO {table} SELECT {', '.join(cells)} FROM incoming")
    engine.unregister("incoming")
    incoming.rows = None


def _cell(name: str, texts: "pa.ChunkedArray") -> str:
    """The expression for a cell among these texts; of hundreds that look for blanks the engine thinks for a second."""
    import pyarrow.compute as pc

    least, most = pc.min_max(texts).as_py().values()
    return or_null(name) if least is not None and (least < FIRST_SIGN or most >= AFTER_ASCII) else name


class _Incoming:
    """Rows for one statement: a transaction holds whatever was registered until it ends, all rows of a file otherwise."""

    def __init__(self, rows: "pa.Table") -> None:
        self.rows: pa.Table | None = rows

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The rows in the form that all who know Arrow share."""
        assert self.rows is not None
        return self.rows.__arrow_c_stream__(requested_schema)
