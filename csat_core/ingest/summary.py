"""What the accepted rows hold: answers and blanks of every column, levels of segments, the days covered."""

from collections.abc import Sequence
from typing import Any

import duckdb

from csat_core.ingest.mapping import columns_of
from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.ingest.stage_order import told_order
from csat_core.ingest.typed_rows import batches
from csat_core.model.dataset import Role
from csat_core.model.scale import BLANK, DONT_KNOW, NOT_APPLICABLE, NOT_ASKED

MOST_LEVELS = 1_000
MANY_SEGMENTS = 50
"""Beyond these the planning of a statement for each one takes longer than the counting."""
FLAG = ("No", "Yes")


def counted_columns(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> list[dict[str, Any]]:
    """Each kept column as plain JSON: id, name, role, position, scale, scheme, levels and the counts of its cells."""
    kept = columns_of(mapping)
    counts = _counts(connection, kept)
    levels = _all_levels(connection, [(id, column.role) for id, column in kept if id.startswith("s")])
    return [
        {
            "id": id,
            "name": column.name,
            "label": column.label,
            "role": column.role.value,
            "position": column.position,
            "scale": column.scale and {"values": list(column.scale.values), "labels": list(column.scale.labels)},
            "scheme": column.scheme,
            "levels": levels[id] if id in levels else flag_levels(column),
            **counts[id],
        }
        for id, column in kept
    ]


def _counts(connection: duckdb.DuckDBPyConnection, kept: list[tuple[str, ColumnMapping]]) -> dict[str, dict[str, int]]:
    """For each column how many cells are answered, blank, not applicable, don't know and not asked."""
    names = ("answered", "blank", "not_applicable", "dont_know", "not_asked")
    counts: dict[str, dict[str, int]] = {}
    for batch in batches([id for id, _ in kept]):
        parts = ", ".join(part for id in batch for part in _parts(id))
        row = connection.execute(f"SELECT {parts} FROM kept").fetchall()[0]
        counts |= {id: dict(zip(names, row[5 * i : 5 * i + 5], strict=True)) for i, id in enumerate(batch)}
    return counts


def _parts(id: str) -> list[str]:
    if not id.startswith("q"):
        return [f"count({id})", f"count(*) - count({id})", "0", "0", "0"]
    tests = ("> 0", f"= {BLANK}", f"= {NOT_APPLICABLE}", f"= {DONT_KNOW}", f"= {NOT_ASKED}")
    return [f"count(*) FILTER ({id} {test})" for test in tests]


def _all_levels(connection: duckdb.DuckDBPyConnection, segments: list[tuple[str, Role]]) -> dict[str, list[str]]:
    """The values of each segment, most frequent first; the stages of a journey in their order where they tell it."""
    if len(segments) <= MANY_SEGMENTS:
        found = {id: _levels(connection, id) for id, _ in segments}
    else:
        found = {id: [] for id, _ in segments}
        for batch in batches([id for id, _ in segments]):
            for id, level in _levels_of_many(connection, batch):
                found[id].append(level)
    return {id: in_stages(found[id]) if role is Role.TOUCHPOINT else found[id] for id, role in segments}


def _levels_of_many(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> list[tuple[str, str]]:
    names = ", ".join(f"'{id}'" for id in ids)
    place = "row_number() OVER (PARTITION BY id ORDER BY count(*) DESC, level)"
    return connection.execute(
        f"SELECT id, level FROM (SELECT unnest([{names}]) AS id, unnest([{', '.join(ids)}]) AS level FROM kept) "
        f"WHERE level IS NOT NULL GROUP BY id, level QUALIFY {place} <= {MOST_LEVELS} ORDER BY id, {place}"
    ).fetchall()


def _levels(connection: duckdb.DuckDBPyConnection, id: str) -> list[str]:
    rows = connection.execute(
        f"SELECT {id} FROM kept WHERE {id} IS NOT NULL GROUP BY {id} ORDER BY count(*) DESC, {id} LIMIT {MOST_LEVELS}"
    ).fetchall()
    return [level for (level,) in rows]


def flag_levels(column: ColumnMapping) -> list[str]:
    """What 0 and 1 of a number column stand for where the file has yes and no there; nothing otherwise."""
    return list(FLAG) if column.role.storage == "number" and column.positions else []


def in_stages(levels: list[str]) -> list[str]:
    """`levels` in the order of the journey where their names tell it, else unchanged."""
    return told_order(levels) or levels


def period(connection: duckdb.DuckDBPyConnection) -> tuple[str | None, str | None]:
    """The first and the last day of the accepted rows in ISO form; None twice without days."""
    since, until = connection.execute("SELECT min(day), max(day) FROM kept").fetchall()[0]
    return (since.isoformat(), until.isoformat()) if since else (None, None)


def outcome_counts(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> list[int]:
    """How many answers each position of the primary outcome has, worst first; empty without an outcome."""
    found = next(((id, column) for id, column in columns_of(mapping) if column.role is Role.OUTCOME), None)
    if found is None or found[1].scale is None:
        return []
    id, column = found
    assert column.scale is not None
    rows = dict(connection.execute(f"SELECT {id}, count(*) FROM kept WHERE {id} > 0 GROUP BY {id}").fetchall())
    return [rows.get(position, 0) for position in range(1, column.scale.points + 1)]
