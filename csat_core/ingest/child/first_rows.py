"""The first rows of a few columns, copied once for the many questions that are asked of them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import duckdb

from csat_core.ingest.texts.expressions import cell_at

ROWS = 10_000
"""Rows that are looked at, beside the counts of all."""


@contextmanager
def first_rows(engine: duckdb.DuckDBPyConnection, positions: Iterable[int]) -> Iterator[str]:
    """The table that holds these columns in the first rows, for as long as it is looked at."""
    cells = ", ".join(dict.fromkeys(map(cell_at, positions)))
    engine.execute(f"CREATE TEMP TABLE first_rows AS SELECT {cells} FROM staged LIMIT {ROWS}")
    yield "first_rows"
    engine.execute("DROP TABLE first_rows")
