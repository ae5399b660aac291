"""What the accepted rows hold: answers and blanks of every column, levels of segments, the days covered."""

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from csat_core.ingest.child.typed_rows import batches, each_of
from csat_core.ingest.child.wide_columns import WIDE
from csat_core.ingest.plan import ColumnMapping, columns_of
from csat_core.ingest.plan import Mapping as Decided
from csat_core.ingest.texts.stage_order import told_order
from csat_core.model.dataset import Role
from csat_core.model.scale import BLANK, DONT_KNOW, NOT_APPLICABLE, NOT_ASKED

MOST_LEVELS = 1_000
MANY_SEGMENTS = 50
"""Beyond these the planning of a statement for each one takes longer than the counting."""
FLAG = ("No", "Yes")


Answers = Mapping[str, Mapping[int, int]]
"""By question how many of the rows kept have each code."""


def answers_of(connection: duckdb.DuckDBPyConnection, decided: Decided) -> Answers:
    """The answers and non-answers of every question in view `kept`, counted in one look at them."""
    ids = [id for id, _ in columns_of(decided) if id.startswith("q")]
    if len(ids) > WIDE:
        given = f"SELECT id, value, count(*) FROM {each_of(ids)} GROUP BY id, value"
        many: dict[str, dict[int, int]] = {id: {} for id in ids}
        for id, code, count in connection.execute(given).fetchall():
            many[id][code] = count
        return many
    found: dict[str, Mapping[int, int]] = {}
    for batch in batches(ids):
        lists = ", ".join(f"histogram({id})" for id in batch)
        row = connection.execute(f"SELECT {lists} FROM kept").fetchall()[0]
        found |= {id: counts or {} for id, counts in zip(batch, row, strict=True)}
    return found


def counted_columns(connection: duckdb.DuckDBPyConnection, mapping: Decided, answers: Answers) -> list[dict[str, Any]]:
    """Each kept column as plain JSON: id, name, role, position, scale, scheme, levels and the counts of its cells."""
    kept = columns_of(mapping)
    counts = _filled(connection, [id for id, _ in kept if id not in answers])
    counts |= {id: _answered(codes) for id, codes in answers.items()}
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


def _filled(connection: duckdb.DuckDBPyConnection, ids: list[str]) -> dict[str, dict[str, int]]:
    """For each column that is no question how many cells are filled and blank."""
    counts: dict[str, dict[str, int]] = {}
    if len(ids) > WIDE:
        told = f"SELECT id, count(*) FILTER (value), count(*) FROM {each_of(ids, '{} IS NOT NULL')} GROUP BY id"
        found = {id: _cells(n, rows - n) for id, n, rows in connection.execute(told).fetchall()}
        return {id: found.get(id, _cells(0, 0)) for id in ids}
    for batch in batches(ids):
        *filled, rows = connection.execute(
            f"SELECT {', '.join(f'count({id})' for id in batch)}, count(*) FROM kept"
        ).fetchall()[0]
        counts |= {id: _cells(n, rows - n) for id, n in zip(batch, filled, strict=True)}
    return counts


def _answered(codes: Mapping[int, int]) -> dict[str, int]:
    answered = sum(count for code, count in codes.items() if code > 0)
    return _cells(answered, *(codes.get(code, 0) for code in (BLANK, NOT_APPLICABLE, DONT_KNOW, NOT_ASKED)))


def _cells(
    answered: int, blank: int, not_applicable: int = 0, dont_know: int = 0, not_asked: int = 0
) -> dict[str, int]:
    return {
        "answered": answered, "blank": blank, "not_applicable": not_applicable, "dont_know": dont_know,
        "not_asked": not_asked,
    }  # fmt: skip


def _all_levels(connection: duckdb.DuckDBPyConnection, segments: list[tuple[str, Role]]) -> dict[str, list[str]]:
    """The values of each segment, most frequent first; the stages of a journey in their order where they tell it."""
    if len(segments) <= MANY_SEGMENTS:
        found = {id: _levels(connection, id) for id, _ in segments}
    else:
        found = {id: [] for id, _ in segments}
        for id, level in _levels_of_many(connection, [id for id, _ in segments]):
            found[id].append(level)
    return {id: in_stages(found[id]) if role is Role.TOUCHPOINT else found[id] for id, role in segments}


def _levels_of_many(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> list[tuple[str, str]]:
    place = "row_number() OVER (PARTITION BY id ORDER BY count(*) DESC, value)"
    return connection.execute(
        f"SELECT id, value FROM {each_of(ids)} WHERE value IS NOT NULL "
        f"GROUP BY id, value QUALIFY {place} <= {MOST_LEVELS} ORDER BY id, {place}"
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


def outcome_counts(mapping: Decided, answers: Answers) -> list[int]:
    """How many answers each position of the primary outcome has, worst first; empty without an outcome."""
    found = next(((id, column) for id, column in columns_of(mapping) if column.role is Role.OUTCOME), None)
    if found is None or found[1].scale is None:
        return []
    id, column = found
    assert column.scale is not None
    return [answers[id].get(position, 0) for position in range(1, column.scale.points + 1)]
