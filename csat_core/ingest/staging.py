"""Staging, in the child process: unpack, recognise the format by its content, parse, profile."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import duckdb

from csat_core.ingest.formats import archive, delimited, parquet, xlsx
from csat_core.ingest.formats.table import Parsed, Source
from csat_core.ingest.profiling import profiles
from csat_core.ingest.refusals import HeaderOnlyError

Report = Callable[[float | None, str], None]

FORMATS = (parquet, xlsx, delimited)
"""Each has `recognises(path)` and `parse(source)`; the first that recognises the bytes reads them. One small file for each."""


def stage(request: dict[str, Any], report: Report) -> dict[str, Any]:
    """What was found: rows, misfits, detection, columns; `stage.duckdb` in the folder holds the text."""
    folder = Path(request["folder"])
    report(None, "Opening the file")
    path, evidence = archive.unpacked(Path(request["path"]), folder)
    engine = connect(folder, request["engine_mb"])
    report(None, "Reading the rows")
    kind = next(each for each in FORMATS if each.recognises(path))
    parsed = kind.parse(Source(path=path, folder=folder, sheet=request["sheet"], engine=engine))
    rows, misfits = _finish(engine, parsed)
    if rows == 0:
        raise HeaderOnlyError
    report(None, "Looking at the columns")
    columns = profiles(engine, parsed.names, parsed.detection.decimal)
    engine.close()
    detection = asdict(parsed.detection) | {"evidence": [*evidence, *parsed.detection.evidence]}
    return {"rows": rows, "misfits": misfits, "detection": detection, "columns": [asdict(column) for column in columns]}


def connect(folder: Path, engine_mb: int) -> duckdb.DuckDBPyConnection:
    """The engine of the child, its file in the private folder."""
    return duckdb.connect(
        str(folder / "stage.duckdb"),
        config={
            "memory_limit": f"{engine_mb}MB", "threads": 2, "temp_directory": str(folder / "spill"),
            "autoinstall_known_extensions": False, "autoload_known_extensions": False,
        },
    )  # fmt: skip


def _finish(engine: duckdb.DuckDBPyConnection, parsed: Parsed) -> tuple[int, int]:
    """Rows and misfits; afterwards every reader finds table `misfits` and view `lines`."""
    engine.execute('CREATE TABLE IF NOT EXISTS misfits ("row" BIGINT, reason VARCHAR, raw VARCHAR)')
    cells = ", ".join(f"c{position}" for position in range(1, len(parsed.names) + 1))
    number = '"row"' if parsed.has_row_numbers else f"rowid + {parsed.detection.first_row}"
    engine.execute(f'CREATE VIEW lines AS SELECT {number} AS "row", {cells} FROM staged')
    rows, misfits = (
        int(engine.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0]) for table in ("staged", "misfits")
    )
    return rows + misfits, misfits
