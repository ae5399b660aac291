"""Overlaps: rows of a further file without response ids that are in its dataset already, as far as anything tells."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa

from csat_core.model.dataset import Dataset, Role
from csat_core.store.catalogue import table_of
from csat_core.store.connection import Store
from csat_core.store.incoming import Incoming, loaded, names_in
from csat_core.store.outgoing import write_out
from csat_core.store.replacements import told


@dataclass(frozen=True, slots=True, kw_only=True)
class SameDays:
    """The rows of a further file that are of days which its dataset has answers of; what is said of nobody's day is a day, too."""

    since: date | None
    until: date | None
    days: int
    rows: int
    """Of the file."""
    stored: int
    """Responses of the dataset."""
    single: int
    """Of these, the ones that no other of the same day equals in every cell."""
    same: int
    """Rows of the file that the dataset has with the same day and cells, each as often as both have it."""
    whole_days: int
    """Days of which both have the same rows and no others."""
    of_whole_days: int
    """Rows of the file that are of those."""
    chance: float
    """The logarithm of how likely other people would have made rows of these days just so; 0 without such days."""


def same_days(store: Store, dataset: Dataset, accepted: Incoming) -> SameDays | None:
    """What the rows in `accepted` and the dataset have in common; None where there is no day that both have."""
    shared, table = _shared(dataset, names_in(accepted)), table_of(dataset.id)
    cells = f"hash({', '.join(map(told, shared))})"

    def rows(source: str, other: str) -> str:
        return (
            f"SELECT day, {cells} AS code, count(*) AS n FROM {source} SEMI JOIN (SELECT DISTINCT day FROM {other}) AS o "
            f"ON {source}.day IS NOT DISTINCT FROM o.day GROUP BY ALL"
        )

    statement = (
        f"WITH now AS MATERIALIZED ({rows('incoming', table)}), before AS MATERIALIZED ({rows(table, 'incoming')}), "
        f"often AS (SELECT {cells} AS code, count(*) / sum(count(*)) OVER () AS p FROM {table} GROUP BY ALL), "
        "met AS (SELECT coalesce(a.day, b.day) AS day, coalesce(a.n, 0) AS a, coalesce(b.n, 0) AS b, coalesce(a.code, b.code) AS code "
        "FROM now AS a FULL JOIN before AS b ON a.code = b.code AND a.day IS NOT DISTINCT FROM b.day), "
        "by_day AS (SELECT day, sum(a) AS a, sum(b) AS b, sum(least(a, b)) AS same, count(*) FILTER (b = 1) AS single, "
        "bool_and(a = b) AS whole, lgamma(sum(b) + 1) - sum(lgamma(b + 1)) + sum(b * ln(p)) AS chance "
        "FROM met LEFT JOIN often USING (code) GROUP BY day) "
        "SELECT min(day), max(day), count(*), sum(a), sum(b), sum(single), sum(same), count(*) FILTER (whole), "
        "coalesce(sum(a) FILTER (whole), 0), coalesce(sum(chance) FILTER (whole), 0) FROM by_day"
    )
    with store.cursor() as cursor:
        since, until, days, *counts, chance = loaded(cursor, statement, accepted)[0]
    if not days:
        return None
    names = ("rows", "stored", "single", "same", "whole_days", "of_whole_days")
    counted = {name: int(value) for name, value in zip(names, counts, strict=True)}
    return SameDays(since=since, until=until, days=days, chance=float(chance), **counted)


def write_known_rows(store: Store, dataset: Dataset, columns: Collection[str], path: Path) -> list[str]:
    """What a row says, as the SQL of its parts in `columns`; `path` is a Parquet file of how often the dataset has each `code`."""
    parts = _parts(_shared(dataset, columns))
    codes = f"SELECT hash({', '.join(parts)}) AS code, count(*) AS n FROM {table_of(dataset.id)} GROUP BY ALL"
    write_out(store, codes, path, pa.schema([("code", pa.uint64()), ("n", pa.int64())]))
    return parts


def _shared(dataset: Dataset, names: Collection[str]) -> list[str]:
    """The ids of the columns that both have; the day stands beside them in any case."""
    return [column.id for column in dataset.columns if column.id in names and column.id != "day"]


def _parts(shared: Sequence[str]) -> list[str]:
    return ["day", *map(told, shared)]


def _code(shared: Sequence[str]) -> str:
    return f"hash({', '.join(_parts(shared))})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Rows of a further file that are in a dataset already."""

    count: int
    since: date | None
    until: date | None


def rows_told_by_texts(store: Store, dataset: Dataset, accepted: Incoming, letters: int) -> Told | None:
    """The rows in `accepted` that are in the dataset with the same day and cells, told by a comment; None without any.

    It has so many letters or more, and stands once in `accepted` and once in the dataset.
    """
    names = names_in(accepted)
    texts = [column.id for column in dataset.with_role(Role.COMMENT) if column.id in names]
    if not texts:
        return None
    row = f"min({_code(_shared(dataset, names))}) AS code, count(*) AS n"
    found = " UNION ".join(
        f"SELECT response_no, day FROM (SELECT {id} AS t, {row}, min(response_no) AS response_no, min(day) AS day FROM incoming "
        f"WHERE length({id}) >= {letters} GROUP BY ALL) JOIN (SELECT {id} AS t, {row} FROM {table_of(dataset.id)} "
        f"WHERE {id} IN (SELECT {id} FROM incoming) GROUP BY ALL) USING (t, code, n) WHERE n = 1"
        for id in texts
    )
    with store.cursor() as cursor:
        count, since, until = loaded(cursor, f"SELECT count(*), min(day), max(day) FROM ({found})", accepted)[0]
    return Told(count=count, since=since, until=until) if count else None
