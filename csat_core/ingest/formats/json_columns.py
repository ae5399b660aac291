"""JSON tables that are kept by columns, as tools of data science write them: `{"score": [...], "day": [...]}`."""

import itertools
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

import duckdb

from csat_core.ingest.formats.flattened import plain_name, text_cells
from csat_core.ingest.formats.growing import HEAD, Grown
from csat_core.ingest.formats.json_values import FEWEST, Value, are_plain
from csat_core.ingest.formats.staged_rows import BATCH_CELLS, StagedRows
from csat_core.ingest.formats.table import MOST_COLUMNS, cell_names
from csat_core.ingest.refusals import TooManyColumnsError

KEY = "id"
ROW_GROUP = 122_880
"""Rows that the engine stores together; what a statement brings beyond so many it would write twice."""

Columns = Mapping[str, Sequence[Value]]
"""The cells of each column by its name, as many of each."""


def columns_of(document: Mapping[str, Value]) -> Columns | None:
    """The columns of an object whose members are some: lists of as many cells, or objects with a cell for each row."""
    kinds = Counter(map(type, document.values()))
    if kinds[list] > 1 and kinds[list] >= len(document) / 2:
        lists = {name: value for name, value in document.items() if isinstance(value, list)}
        if _are_columns(lists):
            return lists
    if kinds[dict] > 1 and kinds[dict] == len(document) and (rows := _numbers(document)):
        is_counted = rows in ([str(at + first) for at in range(len(rows))] for first in (0, 1))
        cells = {name: [value.get(row) for row in rows] for name, value in document.items()}
        return cells if is_counted else {KEY: rows, **cells}
    return None


def store_columns(engine: duckdb.DuckDBPyConnection, columns: Columns) -> Grown:
    """The names and the first rows; `staged` holds all rows with their numbers, from 1 on. Raises TooManyColumnsError."""
    # a fifth of a second that most files never need
    import pyarrow as pa

    if len(columns) > MOST_COLUMNS:
        raise TooManyColumnsError(found=len(columns), most=MOST_COLUMNS)
    names = [plain_name(name) for name in columns]
    rows = StagedRows(engine, len(columns))
    head: list[list[str]] = []
    most = max(HEAD, min(BATCH_CELLS // len(columns), ROW_GROUP))
    for begin in range(0, max(map(len, columns.values())), most):
        part = [text_cells(cells[begin : begin + most]) for cells in columns.values()]
        head = head or [[cell or "" for cell in row] for row in zip(*(cells[:HEAD] for cells in part), strict=True)]
        arrays = [pa.array(cells, pa.string()) for cells in part]
        rows.take_plain(begin + 1, pa.table(arrays, names=cell_names(len(columns))))
    rows.finish()
    return Grown(names=names, head=head)


def _are_columns(lists: Mapping[str, list[Value]]) -> bool:
    """Whether lists are as long as each other and hold cells."""
    lengths = set(map(len, lists.values()))
    return len(lengths) == 1 and max(lengths) >= FEWEST and _are_cells(list(lists.values()))


def _numbers(members: Mapping[str, Value]) -> list[str]:
    """The numbers of the rows, where each member holds one cell for each of them."""
    numbers = list(dict.fromkeys(itertools.chain.from_iterable(members.values())))
    is_table = len(numbers) >= FEWEST and all(map(str.isdecimal, numbers)) and not all(map(str.isdecimal, members))
    return numbers if is_table and _are_cells([value.values() for value in members.values()]) else []


def _are_cells(columns: list[Collection[Value]]) -> bool:
    """Whether columns hold cells: plain values, and in fewer than half of them lists of such."""
    nested = [column for column in columns if not are_plain(column)]
    of_lists = (cell if isinstance(cell, list) else [cell] for column in nested for cell in column)
    return 2 * len(nested) < len(columns) and all(map(are_plain, of_lists))
