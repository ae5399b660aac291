"""A file of the shape of a well-known airline survey (129,880 rows, 24 columns), imported whole, against a bare load."""

import csv
import random
from collections.abc import Iterator
from pathlib import Path

import duckdb

from benchmarks.timing import Row, best_of
from csat_core.ingest.load import import_file
from csat_core.store import imports, open_store

ROWS = 129_880
RATINGS = [f"Service {number}" for number in range(1, 15)]


def rows(folder: Path) -> Iterator[Row]:
    """The whole import - child process, detection, mapping, checks, one transaction - against CREATE TABLE AS."""
    file = folder / "airline.csv"
    _write(file)
    store = open_store(folder / "imports.duckdb")

    def ours() -> None:
        imported = import_file(store, file)
        assert imported.import_id is not None
        imports.undo(store, imported.import_id)

    def bare() -> None:
        with duckdb.connect() as connection:
            connection.execute("CREATE TABLE t AS SELECT * FROM read_csv(?)", [str(file)])

    mine, theirs = best_of(3, ours, bare)
    store.close()
    yield Row(what="import of an airline-shaped CSV (13 MB), vs bare read_csv", ours=mine, against=theirs)


def _write(file: Path) -> None:
    """The file, always the same."""
    rng = random.Random(129_880)
    header = [
        "ID",
        "Gender",
        "Age",
        "Customer Type",
        "Type of Travel",
        "Class",
        "Flight Distance",
        "Departure Delay",
        "Arrival Delay",
        *RATINGS,
        "Satisfaction",
    ]
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(header)
        for number in range(1, ROWS + 1):
            ratings = [rng.choice((0, 1, 2, 3, 3, 4, 4, 4, 5, 5)) for _ in RATINGS]
            pleased = sum(ratings) + rng.gauss(0, 6) > 46
            writer.writerow(
                [
                    number,
                    rng.choice(("Male", "Female")),
                    rng.randint(7, 85),
                    rng.choice(("First-time", "Returning")),
                    rng.choice(("Business", "Personal")),
                    rng.choice(("Business", "Economy", "Economy Plus")),
                    rng.randint(31, 4983),
                    max(0, int(rng.gauss(5, 30))),
                    max(0, int(rng.gauss(5, 30))),
                    *ratings,
                    "Satisfied" if pleased else "Neutral or Dissatisfied",
                ]
            )
