"""Parquet: its metadata is read first, so that a small file cannot pretend to be a large one."""

from pathlib import Path
from typing import TYPE_CHECKING

from csat_core.ingest.detection import Detection
from csat_core.ingest.formats.table import Parsed, Source, cleaned_names
from csat_core.ingest.refusals import BombError, DamagedFileError, EmptyFileError, UnknownFormatError

if TYPE_CHECKING:
    import pyarrow as pa

MOST_CELLS = 10_000_000_000
MOST_ROWS_A_BYTE = 100
"""Even one bit an answer gives eight rows a byte; a run of a billion equal rows in 40 KB is an attack."""


def recognises(path: Path) -> bool:
    """Whether the file begins as Parquet does."""
    with path.open("rb") as file:
        return file.read(4) == b"PAR1"


def parse(source: Source) -> Parsed:
    """The table as text: dates in ISO form, numbers as written by the engine."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(source.path)
    except (pa.ArrowInvalid, OSError) as error:
        raise DamagedFileError(found="its metadata cannot be read") from error
    rows, schema = file.metadata.num_rows, file.schema_arrow
    names = cleaned_names(schema.names)
    if not rows or not names:
        raise EmptyFileError
    if rows * len(names) > MOST_CELLS or rows > 1_000_000 and rows > MOST_ROWS_A_BYTE * source.path.stat().st_size:
        raise BombError(found=f"{source.path.stat().st_size:,} bytes claim to hold {rows:,} rows")
    for field in schema:
        if pa.types.is_nested(field.type) or pa.types.is_binary(field.type) or pa.types.is_large_binary(field.type):
            raise UnknownFormatError(found=f"a column of type {field.type}")
    _load(source, [schema.field(at).type for at in range(len(names))])
    detection = Detection(
        format="parquet", layout="generic", encoding=None, delimiter=None, decimal=".", sheet=None, sheets=(), first_row=1,
        evidence=(f"Parquet, with {rows:,} rows and {len(names)} named columns.",),
    )  # fmt: skip
    return Parsed(names=names, detection=detection, has_row_numbers=False)


def _load(source: Source, types: list["pa.DataType"]) -> None:
    import pyarrow as pa

    positions = range(1, len(types) + 1)
    cells = []
    for position, type_ in zip(positions, types, strict=True):
        text = f"CAST(c{position} AS VARCHAR)"
        if pa.types.is_floating(type_):
            # 4.0 in a column with gaps was the whole number 4
            whole = f"isfinite(c{position}) AND c{position} = floor(c{position}) AND abs(c{position}) < 1e15"
            text = f"CASE WHEN {whole} THEN CAST(CAST(c{position} AS BIGINT) AS VARCHAR) ELSE nullif({text}, 'nan') END"
        cells.append(f"nullif(trim({text}), '') AS c{position}")
    names = ", ".join(f"c{position}" for position in positions)
    source.engine.execute(
        f"CREATE TABLE staged AS SELECT {', '.join(cells)} FROM read_parquet(?) AS t({names})", [str(source.path)]
    )
