"""The staged text as typed rows: one statement that reads every cell and says which column sets a row aside."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import duckdb

from csat_core.ingest.child.altered import EXAMPLES, Counted, Measure, at_length, at_sight
from csat_core.ingest.child.in_columns import Lying, as_stored, folder_of, lie_so
from csat_core.ingest.child.seen import Seen, seen
from csat_core.ingest.child.typed_cells import fully, needs_more, plainly
from csat_core.ingest.child.wide_columns import WIDE
from csat_core.ingest.child.wide_rows import UNREADABLE, counted_in, in_lists, units_in
from csat_core.ingest.plan import ColumnMapping, Mapping, columns_of
from csat_core.ingest.texts.expressions import Bindings, bucket, cell_at, unit
from csat_core.model.dataset import Role

NEVER = "NULL::INTEGER"
COLUMNS_AT_ONCE = 100
"""Looked at in one statement: the time to plan one grows faster than its columns."""

OFTEN = 1_000
"""What holds in one cell of so many or more is found among the first rows."""

Item = TypeVar("Item")
Kept = list[tuple[str, ColumnMapping]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """The typed rows as a statement: they are read several times, each time only the columns that are asked for."""

    select: str
    """row, typed columns, bucket and bad: NULL for a row that can be kept, else the position of the first column in
    the file that sets it aside."""
    values: dict[str, Any]
    """What is bound in it."""
    doubtful: Kept
    """The columns that can set a row aside, with their ids."""
    altered: tuple[Counted, ...] = ()
    """Cells that are stored otherwise than they stand."""
    units: dict[int, str] = field(default_factory=dict)
    """The unit of each column of numbers that has one, by position."""
    lying: Lying | None = None
    """How the same rows are read where they lie in columns already."""

    @property
    def is_checked(self) -> bool:
        """Whether any column can set a row aside."""
        return bool(self.doubtful)


def typed_rows(
    connection: duckdb.DuckDBPyConnection, mapping: Mapping, salt: str, pepper: str = "", periods: Sequence[int] = ()
) -> Typed:
    """Every row of the right shape, typed.

    Patterns are only used for columns with cells that need them: most files have none, and a wide one would take
    minutes to plan. `pepper` goes into the codes of texts that are not kept as they stand; the columns at `periods` have
    months in place of days.
    """
    bind = Bindings()
    kept, known = columns_of(mapping), seen(connection)
    if len(kept) > WIDE and not known.rows:
        return _wide(connection, kept, mapping.decimal, salt, pepper, periods)
    hard, at_once = _hard(connection, kept, mapping.decimal, known)
    units = _units(connection, [column.position for id, column in kept if id[0] == "n" and id in hard])
    measures = list(at_length([column for id, column in kept if id in hard], mapping.decimal, periods))
    typed = [
        fully(column, mapping.decimal, units.get(column.position, ""), pepper, bind)
        if id in hard
        else _plainly(column, mapping.decimal, bind, known)
        for id, column in kept
    ]
    named = [f"{expression} AS {id}" for expression, (id, _) in zip(typed, kept, strict=True)]
    if not any(id == "day" for id, _ in kept):
        named.append("NULL::DATE AS day")
    whose = _whose(kept, known, bind, salt)
    doubtful = _doubtful(kept, hard, mapping.decimal, units, known)
    return Typed(
        select=f"SELECT *, {bucket(whose)} AS bucket, {_bad(doubtful)} AS bad FROM (SELECT row, {', '.join(named)} FROM lines)",
        values=bind.values,
        doubtful=doubtful,
        altered=(*at_once, *_counted(connection, measures, known)),
        units=units,
        lying=None if hard else as_stored(lie_so(connection), mapping, salt, folder_of(connection)),
    )


def _wide(
    connection: duckdb.DuckDBPyConnection, kept: Kept, decimal: str, salt: str, pepper: str, periods: Sequence[int]
) -> Typed:
    """The same of a wide table, whose columns are read in lists."""
    bind, known = Bindings(), seen(connection)
    days, others = [each for each in kept if each[0] == "day"], [each for each in kept if each[0] != "day"]
    units = units_in(connection, others)
    lists = in_lists(kept, decimal, units, pepper, bind)
    day = [] if days else ["NULL::DATE AS day"]
    measures = [*at_sight((column for _, column in days), decimal), *at_length((c for _, c in days), decimal, periods)]
    altered = [
        *counted_in(connection, others, lambda columns: at_sight(columns, decimal)),
        *_counted(connection, measures, known),
        *counted_in(connection, others, lambda columns: at_length(columns, decimal, ())),
    ]
    whose = _whose(kept, known, bind, salt)
    return Typed(
        select=f"SELECT *, {bucket(whose)} AS bucket FROM (SELECT row, {', '.join([*lists.named, *day])}, "
        f"({lists.bad})::INTEGER AS bad FROM ({lists.select}))",
        values=bind.values,
        doubtful=[each for each in kept if each[0][0] in UNREADABLE],
        altered=tuple(altered),
        units=units,
    )


def _plainly(column: ColumnMapping, decimal: str, bind: Bindings, known: Seen) -> str:
    one_of_few = known.as_one_of_few(column.position) if column.role.storage == "segment" else None
    return one_of_few or plainly(column, decimal, bind, known.values(column.position))


def batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """`items` in runs that are small enough for one statement."""
    for begin in range(0, len(items), COLUMNS_AT_ONCE):
        yield items[begin : begin + COLUMNS_AT_ONCE]


def each_of(ids: Sequence[str], cell: str = "{}") -> str:
    """A row for each value of each column of `kept`, as SQL: id, `value` (or what `cell` makes of it), row; for hundreds of columns.

    A statement with an aggregate for each of them is planned for seconds.
    """
    names, cells = ", ".join(f"'{id}'" for id in ids), ", ".join(cell.format(id) for id in ids)
    return f"(SELECT unnest([{names}]) AS id, unnest([{cells}]) AS value, row FROM kept)"


def _hard(
    connection: duckdb.DuckDBPyConnection, kept: Kept, decimal: str, known: Seen
) -> tuple[set[str], list[Counted]]:
    """The ids of the columns with a cell that is not written as usual, and what else the same look at them tells."""
    found: set[str] = set()
    counted: list[Counted] = []
    for batch in batches(kept):
        bind = Bindings()
        unknown = []
        for id, column in batch:
            own = Bindings()
            count = known.count(column.position, needs_more(column, decimal, own), own.values)
            if count is None:
                unknown.append((id, column))
            elif count and not _is_read_alike(column, decimal, known):
                found.add(id)
        measures = list(at_sight([column for _, column in batch], decimal))
        tests = [f"bool_or({needs_more(column, decimal, bind)})" for _, column in unknown]
        needed, seen_so = _looked_at(connection, tests, measures, known, bind.values)
        found.update(id for (id, _), need in zip(unknown, needed, strict=True) if need)
        counted += seen_so
    return found, counted


def _is_read_alike(column: ColumnMapping, decimal: str, known: Seen) -> bool:
    """Whether it is known that a text is stored as it stands, whatever signs are in it."""
    if column.protect or column.role.storage not in ("segment", "text"):
        return False
    bind = Bindings()
    changes = f"{cell_at(column.position)} IS DISTINCT FROM ({fully(column, decimal, '', '', bind)})"
    return known.holds_nowhere(column.position, changes, bind.values)


def _counted(connection: duckdb.DuckDBPyConnection, measures: Sequence[Measure], known: Seen) -> Iterator[Counted]:
    for batch in batches(measures):
        yield from _looked_at(connection, [], batch, known, {})[1]


def _looked_at(
    connection: duckdb.DuckDBPyConnection, tests: Sequence[str], measures: Sequence[Measure], known: Seen, values: Any
) -> tuple[Sequence[Any], list[Counted]]:
    """What the aggregates in `tests` give, and what the measures count: of those that are known only the first cells."""
    counts = {measure: known.count(measure.column.position, measure.test, {}) for measure in measures}
    unknown = [measure for measure in measures if counts[measure] is None]
    parts = [*tests, *(part for each in unknown for part in (f"count(*) FILTER ({each.test})", each.first))]
    row = connection.execute(f"SELECT {', '.join(parts)} FROM lines", values).fetchall()[0] if parts else ()
    found = dict(zip(unknown, zip(row[len(tests) :: 2], row[len(tests) + 1 :: 2], strict=True), strict=True))
    return row[: len(tests)], [
        Counted(measure=each, count=found[each][0], first=found[each][1] or ())
        if each in found
        else Counted(
            measure=each, count=counts[each] or 0, first=_first(connection, each, counts[each] or 0, known.rows)
        )
        for each in measures
    ]


def _first(connection: duckdb.DuckDBPyConnection, measure: Measure, count: int, rows: int) -> list[dict[str, Any]]:
    """The first cells of a measure: where they are many, from the first rows alone, which are read one after the other."""
    if not count:
        return []
    if count * OFTEN < rows:
        return list(connection.execute(f"SELECT {measure.first} FROM lines").fetchall()[0][0])
    cell = cell_at(measure.column.position)
    found = connection.execute(f"SELECT row, {cell} FROM lines WHERE {measure.test} LIMIT {EXAMPLES}").fetchall()
    return [{"row": row, "value": value} for row, value in found]


def _units(connection: duckdb.DuckDBPyConnection, numbers: list[int]) -> dict[int, str]:
    """The unit most cells of each number column carry, by position; cells in another unit are no numbers beside it."""
    found: dict[int, str] = {}
    for batch in batches(numbers):
        modes = ", ".join(_mode_of_unit(cell_at(position)) for position in batch)
        row: tuple[Any, ...] = connection.execute(f"SELECT {modes} FROM lines").fetchall()[0]
        found |= {position: text for position, text in zip(batch, row, strict=True) if text}
    return found


def _mode_of_unit(cell: str) -> str:
    return f"mode(nullif({unit(cell)}, '')) FILTER (TRY_CAST({cell} AS DOUBLE) IS NULL)"


def _whose(kept: Kept, known: Seen, bind: Bindings, salt: str) -> str:
    """Who answered, by whom people fall into buckets: the customer, else the response, else the row."""
    by_role = {column.role: id for id, column in kept}
    keys = [by_role[role] for role in (Role.CUSTOMER, Role.RESPONSE_ID) if role in by_role]
    return f"coalesce({', '.join([*keys, *_row(kept, keys, known, bind, salt)])})"


def _row(kept: Kept, keys: Sequence[str], known: Seen, bind: Bindings, salt: str) -> list[str]:
    """What tells a row without a key from all others; nothing where every row is known to have one.

    The number of a row that is read where it lies has its price.
    """
    is_filled = any(known.is_filled(column.position) for id, column in kept if id in keys)
    return [] if is_filled else [f"{bind(salt)} || row"]


def _doubtful(kept: Kept, hard: set[str], decimal: str, units: dict[int, str], known: Seen) -> Kept:
    """The columns with a cell that may be unreadable; a salt is of no interest here."""
    found: Kept = []
    for id, column in kept:
        if id not in hard or id[0] not in UNREADABLE:
            continue
        bind = Bindings()
        value = fully(column, decimal, units.get(column.position, ""), "", bind)
        if not known.holds_nowhere(column.position, UNREADABLE[id[0]].format(f"({value})"), bind.values):
            found.append((id, column))
    return found


def _bad(doubtful: Kept) -> str:
    """The position of the first column that cannot be read, in the order of the file."""
    branches = [
        f"WHEN {UNREADABLE[id[0]].format(id)} THEN {column.position}"
        for id, column in sorted(doubtful, key=lambda pair: pair[1].position)
    ]
    return f"CASE {' '.join(branches)} END::INTEGER" if branches else NEVER
