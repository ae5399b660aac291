"""Rows of the store written out as Parquet, for a child process that does not reach it."""

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from csat_core.store.connection import Store
from csat_core.store.stoppable import stoppable

ROWS_AT_ONCE = 100_000


def write_out(store: Store, statement: str, path: Path, schema: pa.Schema, also: Iterable[pa.RecordBatch] = ()) -> None:
    """Nothing; the Parquet file at `path` has what `statement` gives, and the rows of `also` behind."""
    with store.cursor() as cursor, pq.ParquetWriter(path, schema) as writer:

        def write() -> None:
            for batch in cursor.sql(statement).to_arrow_reader(ROWS_AT_ONCE):
                writer.write_batch(batch.cast(schema))

        stoppable(cursor, write)
        for batch in also:
            writer.write_batch(batch)
