"""Staged files made by hand, so that mapping and conversion are tested without any reader."""

import csv
import gzip
import io
import json
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import duckdb

from csat_core.ingest.detection import ColumnProfile, Detection, Staged
from csat_core.ingest.texts.column_measures import dates_among, number_in

Cell = str | None
DATA = Path(__file__).resolve().parents[2] / "data"
FIRST_ROW = 2


def profile(position: int, name: str, cells: Sequence[Cell], decimal: str = ".") -> ColumnProfile:
    """What a reader would say of a column of these cells."""
    filled = [cell for cell in cells if cell is not None]
    numbers = [number for cell in filled if (number := number_in(cell, decimal)) is not None]
    counted = Counter(filled).most_common()
    return ColumnProfile(
        position=position,
        name=name,
        filled=len(filled),
        blank=len(cells) - len(filled),
        distinct=min(len(counted), 10_001),
        top=tuple(counted[:300]),
        numeric=len(numbers),
        whole=sum(number == int(number) for number in numbers),
        lowest=min(numbers, default=None),
        highest=max(numbers, default=None),
        mean_length=sum(map(len, filled)) / len(filled) if filled else 0.0,
        dates=dates_among(counted),
    )


def profiles(table: dict[str, Sequence[Cell]], decimal: str = ".") -> tuple[ColumnProfile, ...]:
    """The profile of each column of `table`."""
    return tuple(profile(i, name, cells, decimal) for i, (name, cells) in enumerate(table.items(), 1))


def staged(
    folder: Path,
    header: Sequence[str],
    columns: Sequence[Sequence[Cell]],
    *,
    misfits: Sequence[tuple[int, str, list[str]]] = (),
    decimal: str = ".",
) -> Staged:
    """A staged file of these columns in `folder`; misfits are (row, reason, cells) and take no line of their own."""
    cells = [f"c{i}" for i in range(1, len(header) + 1)]
    rows = list(zip(*columns, strict=True))
    with duckdb.connect(str(folder / "stage.duckdb")) as connection:
        connection.execute(f"CREATE TABLE staged ({', '.join(f'{cell} VARCHAR' for cell in cells)})")
        connection.execute(
            "CREATE TABLE misfits (row BIGINT, reason VARCHAR, raw VARCHAR, code VARCHAR DEFAULT 'wrong_shape')"
        )
        connection.execute(f"CREATE VIEW lines AS SELECT rowid + {FIRST_ROW} AS row, {', '.join(cells)} FROM staged")
        if rows:
            lists = ", ".join("unnest(?::VARCHAR[])" for _ in cells)
            connection.execute(f"INSERT INTO staged SELECT {lists}", [list(column) for column in columns])
        for row, reason, raw in misfits:
            connection.execute(
                "INSERT INTO misfits (row, reason, raw) VALUES (?, ?, ?)", [row, reason, json.dumps(raw)]
            )
    detection = Detection(
        format="csv", layout="generic", encoding="utf-8", delimiter=",", decimal=decimal, sheet=None, sheets=(),
        first_row=FIRST_ROW, evidence=(),
    )  # fmt: skip
    return Staged(
        folder=folder,
        file="made by hand.csv",
        hash="0" * 64,
        rows=len(rows) + len(misfits),
        misfits=len(misfits),
        detection=detection,
        columns=tuple(
            profile(i, name, column, decimal) for i, (name, column) in enumerate(zip(header, columns, strict=True), 1)
        ),
    )


def example(name: str, rows: int | None = None) -> dict[str, list[Cell]]:
    """The first rows of an example file of the product, by column."""
    raw = (DATA / name).read_bytes()
    text = (gzip.decompress(raw) if name.endswith(".gz") else raw).decode()
    header, *lines = islice(csv.reader(io.StringIO(text)), rows and rows + 1)
    return {name: [line[i] or None for line in lines] for i, name in enumerate(header)}
