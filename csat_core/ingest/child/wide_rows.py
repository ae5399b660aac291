"""The rows of a wide table, typed in lists: a few expressions, whatever the number of columns."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import duckdb

from csat_core.ingest.child.altered import EXAMPLES, Counted, Measure
from csat_core.ingest.child.typed_cells import fully
from csat_core.ingest.child.wide_columns import ONE, Alike, alike
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.texts.expressions import Bindings, unit

Kept = Sequence[tuple[str, ColumnMapping]]
Measured = Callable[[Iterable[ColumnMapping]], Iterator[Measure]]
UNREADABLE = {"q": "{} IS NULL", "n": "isnan({})", "d": "isinf({})"}
"""By the first letter of a column's id, how a value shows that its cell cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InLists:
    """The typed rows of a wide table, as parts of a statement."""

    select: str
    """Every row with its number and the values of each lot of columns as a list."""
    named: tuple[str, ...]
    """Each column by its id, as SQL over `select`."""
    bad: str
    """The position of the first column that cannot be read, as SQL over `select`; NULL for a row that can be kept."""


def in_lists(kept: Kept, decimal: str, units: dict[int, str], pepper: str, bind: Bindings) -> InLists:
    """Every cell read in full: what is planned once for many columns need not be spared."""

    def value(column: ColumnMapping, position: int, bind: Bindings) -> str:
        return fully(column, decimal, units.get(position, ""), pepper, bind)

    lots = alike(kept, value, bind)
    lists = ", ".join(f"{lot.values} AS l{at}" for at, lot in enumerate(lots))
    named = {
        id: f"l{at}[{place}] AS {id}" for at, lot in enumerate(lots) for place, (id, _) in enumerate(lot.columns, 1)
    }
    bad = [worst for at, lot in enumerate(lots) if (worst := _bad(at, lot)) is not None]
    return InLists(
        select=f"SELECT row, {lists} FROM lines",
        named=tuple(named[id] for id, _ in kept),
        bad=f"least({', '.join(bad)})" if bad else "NULL",
    )


def _bad(at: int, lot: Alike) -> str | None:
    """The position of the first column of a lot that cannot be read, as SQL; None for columns in which all is read."""
    letter = lot.columns[0][0][0]
    if letter not in UNREADABLE:
        return None
    positions = ", ".join(str(column.position) for _, column in lot.columns)
    is_bad = UNREADABLE[letter].format("v")
    return f"list_min(list_transform(l{at}, lambda v, i: CASE WHEN {is_bad} THEN ([{positions}])[i] END))"


def counted_in(connection: duckdb.DuckDBPyConnection, kept: Kept, measured: Measured) -> list[Counted]:
    """The measures of which any cell was found, in the order of the columns in `kept`."""
    order = {id: place for place, (id, _) in enumerate(kept)}
    lots: dict[tuple[str, str], list[tuple[str, ColumnMapping, Measure]]] = {}
    for id, column in kept:
        for own, shared in zip(measured([column]), measured([replace(column, position=0)]), strict=True):
            lots.setdefault((shared.code, shared.test), []).append((id, column, own))
    told: list[tuple[int, Counted]] = []
    for (_, test), lot in lots.items():
        cells = Alike(columns=tuple((id, column) for id, column, _ in lot), expression=test).each_cell
        first = f"arg_min({{'row': \"row\", 'value': {ONE}}}, \"row\", {EXAMPLES})"
        found = connection.execute(
            f"SELECT place, count(*), {first} FROM {cells} WHERE {test} GROUP BY place"
        ).fetchall()
        for place, count, examples in found:
            id, _, measure = lot[place - 1]
            told.append((order[id], Counted(measure=measure, count=count, first=examples)))
    return [counted for _, counted in sorted(told, key=lambda pair: pair[0])]


def units_in(connection: duckdb.DuckDBPyConnection, kept: Kept) -> dict[int, str]:
    """The unit most cells of each column of numbers carry, by position."""
    numbers = tuple((id, column) for id, column in kept if id[0] == "n")
    if not numbers:
        return {}
    lot = Alike(columns=numbers, expression=f"nullif({unit(ONE)}, '')")
    found = connection.execute(
        f"SELECT place, mode({lot.expression}) FROM {lot.each_cell} WHERE TRY_CAST({ONE} AS DOUBLE) IS NULL GROUP BY place"
    ).fetchall()
    return {numbers[place - 1][1].position: text for place, text in found if text}
