"""Benchmarks: the industry figures that ship with the product, and a person's own, kept in the store."""

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from csat_core.model.benchmark import Benchmark, Metric
from csat_core.store.connection import Store

FILE = Path(__file__).resolve().parents[2] / "data" / "benchmarks" / "acsi_2020.csv"
SOURCE = "American Customer Satisfaction Index (ACSI) 2020, as listed in GetFeedback's guide"
YEAR = 2020
NATIONAL = "national score"


@cache
def _shipped() -> tuple[Benchmark, ...]:
    with FILE.open(newline="", encoding="utf-8") as lines:
        return tuple(
            Benchmark(
                name=row["industry"], value=float(row["value"]), metric=Metric.INDEX, scale="1-10", year=YEAR,
                source=SOURCE, note=row["note"],
            )
            for row in csv.DictReader(lines)
        )  # fmt: skip


def industries() -> tuple[Benchmark, ...]:
    """The industries of the American Customer Satisfaction Index, in the order of the source."""
    return tuple(each for each in _shipped() if each.note != NATIONAL)


def national() -> Benchmark:
    """The national score, which stands in where no industry is known."""
    return next(each for each in _shipped() if each.note == NATIONAL)


def industry_names() -> tuple[str, ...]:
    """What a dataset's industry is chosen from."""
    return tuple(each.name for each in industries())


def industry_of(named: str | None) -> Benchmark:
    """The figure of an industry; the national score where it is not in the list."""
    return next((each for each in industries() if each.name == named), national())


_FIELDS = ("name", "value", "metric", "scale", "year", "base", "source", "note")


def own(store: Store) -> tuple[Benchmark, ...]:
    """A person's own benchmarks, by name."""
    columns = ", ".join(f'"{field}"' for field in _FIELDS)
    with store.cursor() as cursor:
        rows = cursor.execute(f"SELECT {columns} FROM benchmarks ORDER BY lower(name), benchmark_id").fetchall()
    return tuple(
        Benchmark(**dict(zip(_FIELDS, row, strict=True)) | {"metric": Metric(row[_FIELDS.index("metric")])})
        for row in rows
    )


def keep(store: Store, new: Sequence[Benchmark]) -> int:
    """How many of `new` took the place of one with the same name; all are kept in one transaction, or none."""
    replaced = 0
    with store.write() as cursor:
        highest = int(cursor.execute("SELECT coalesce(max(benchmark_id), 0) FROM benchmarks").fetchall()[0][0])
        known = {name for (name,) in cursor.execute("SELECT name FROM benchmarks").fetchall()}
        for each in new:
            fields = [each.value, each.metric.value, each.scale, each.year, each.base, each.source, each.note]
            if each.name in known:
                replaced += 1
                cursor.execute(
                    'UPDATE benchmarks SET "value" = ?, metric = ?, "scale" = ?, "year" = ?, base = ?, source = ?, '
                    "note = ? WHERE name = ?",
                    [*fields, each.name],
                )
            else:
                highest += 1
                known.add(each.name)
                cursor.execute(
                    "INSERT INTO benchmarks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", [highest, each.name, *fields]
                )
    return replaced


def forget(store: Store, names: Sequence[str]) -> None:
    """Nothing; the own benchmarks with these names are gone."""
    with store.write() as cursor:
        for name in names:
            cursor.execute("DELETE FROM benchmarks WHERE name = ?", [name])
