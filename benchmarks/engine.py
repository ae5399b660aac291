"""The three primitives and the pair tables at five million answers, against SQL written by hand."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

import duckdb

from benchmarks.timing import Row, best_of
from csat_core.engine import DuckEngine
from csat_core.model.predicate import Between, OneOf
from csat_core.store import open_store

ANSWERS = 5_000_000
DRIVERS = [f"q{number:02d}" for number in range(2, 22)]
WHERE = (
    OneOf(column="s01", values=("North", "South", "West")),
    Between(column="day", low=date(2024, 3, 1), high=date(2025, 9, 30)),
)
WHERE_SQL = "s01 IN ('North', 'South', 'West') AND day BETWEEN DATE '2024-03-01' AND DATE '2025-09-30'"


def rows(folder: Path) -> Iterator[Row]:
    """Each primitive, then the pair tables of 20 drivers and an outcome."""
    store = open_store(folder / "engine.duckdb")
    with store.write() as cursor:
        cursor.execute(_answers())
    engine = DuckEngine(store).within()

    def sql(query: str) -> None:
        with store.cursor() as cursor:
            relation: duckdb.DuckDBPyRelation = cursor.sql(query)
            relation.to_arrow_table()

    def side(what: str, ours: object, query: str, limit: str) -> Row:
        mine, theirs = best_of(5, ours, lambda: sql(query))  # type: ignore[arg-type]
        return Row(what=f"{what}, 5M answers, vs SQL by hand", ours=mine, against=theirs, limit=limit)

    yield side(
        "counts by day x question with a sum",
        lambda: engine.counts(1, ["day", "q01"], WHERE, ["n01"]),
        "SELECT day, q01, count(*), count(n01), sum(n01), sum(n01 * n01) FROM responses_1 "
        f"WHERE {WHERE_SQL} GROUP BY day, q01",
        "<= 1.3x",
    )
    yield side(
        "counts by 3 segments x question",
        lambda: engine.counts(1, ["s01", "s02", "s03", "q01"]),
        "SELECT s01, s02, s03, q01, count(*) FROM responses_1 GROUP BY ALL",
        "<= 1.3x",
    )
    yield side(
        "moments of 3 numbers",
        lambda: engine.moments(1, ["n01", "n02", "n03"], WHERE),
        "SELECT count(*), sum(n01), sum(n02), sum(n03), sum(n01*n01), sum(n01*n02), sum(n01*n03), sum(n02*n02), sum(n02*n03), "
        f"sum(n03*n03) FROM responses_1 WHERE {WHERE_SQL} AND n01 IS NOT NULL AND n02 IS NOT NULL AND n03 IS NOT NULL",
        "<= 1.3x",
    )
    yield side(
        "a page of rows from the middle",
        lambda: engine.rows(1, ["day", "q01", "s01"], WHERE, after=2_500_000),
        "SELECT response_no, day, q01, s01 FROM responses_1 "
        f"WHERE {WHERE_SQL} AND response_no > 2500000 ORDER BY response_no LIMIT 50",
        "within 10 ms",
    )
    columns = ["q01", *DRIVERS]
    levels = dict.fromkeys(columns, 6)

    def each_pair() -> None:
        for first, second in combinations(columns, 2):
            sql(f"SELECT {first}, {second}, count(*) FROM responses_1 GROUP BY ALL")

    ours, against = best_of(1, lambda: engine.pairs(1, levels), each_pair)
    yield Row(what="all 210 pair tables of 21 questions, vs 210 GROUP BYs", ours=ours, against=against)
    ours, against = best_of(
        2,
        lambda: engine.pairs(1, levels, hub="q01"),
        lambda: [sql(f"SELECT q01, {d}, count(*) FROM responses_1 GROUP BY ALL") for d in DRIVERS],
    )
    yield Row(what="20 driver x outcome tables, vs 20 GROUP BYs", ours=ours, against=against)
    store.close()


def _answers() -> str:
    questions = ", ".join(
        f"(CASE WHEN random() < 0.06 THEN -1 ELSE 1 + floor(random() * 5) END)::SMALLINT AS q{n:02d}"
        for n in range(1, 22)
    )
    regions = "['North', 'South', 'East', 'West', 'Abroad']"
    return f"""CREATE TABLE responses_1 AS SELECT 1 AS import_id, i + 1 AS response_no,
        DATE '2024-01-01' + (i // {ANSWERS // 730 + 1})::INTEGER AS day, (random() * 999999)::INTEGER AS bucket, {questions},
        {regions}[1 + (random() * 4.999)::INTEGER % 5] AS s01, 'Product ' || (random() * 11)::INTEGER AS s02,
        'Channel ' || (random() * 5)::INTEGER AS s03, round(random() * 900) AS n01, random() * 60 AS n02, random() AS n03
        FROM range({ANSWERS}) AS t(i)"""
