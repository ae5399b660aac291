"""Industries: the list a dataset's industry is chosen from, as the benchmark figures name them."""

import csv
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parents[2] / "data" / "benchmarks" / "acsi_2020.csv"


@cache
def names() -> list[str]:
    """The industries in the order of the file; the national score is not one."""
    with FILE.open(newline="", encoding="utf-8") as lines:
        return [row["industry"] for row in csv.DictReader(lines) if row["note"] != "national score"]
