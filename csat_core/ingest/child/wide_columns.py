"""Wide tables: one expression for all columns of which the same is asked, over the list of their cells.

To plan a statement with an expression of its own for each of 2,000 columns takes minutes, however few rows there are.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.texts.expressions import Bindings, cell_at

WIDE = 100
"""A table with more columns is read in lists."""
ONE = cell_at(0)
"""What stands for the cell of each column in an expression that serves several."""

Expression = Callable[[ColumnMapping, int, Bindings], str]
"""What is asked of a column, as SQL over its cell, which is ONE; its position in the file comes beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Columns of which the same is asked."""

    columns: tuple[tuple[str, ColumnMapping], ...]
    """With their ids, which begin with the same letter."""
    expression: str
    """As SQL over ONE."""

    @property
    def cells(self) -> str:
        """The list of their cells, as SQL over a row of the table."""
        return f"[{', '.join(cell_at(column.position) for _, column in self.columns)}]"

    @property
    def values(self) -> str:
        """What the expression gives for each of them, as a list, as SQL over a row of the table."""
        return f"list_transform({self.cells}, lambda {ONE}: {self.expression})"

    @property
    def each_cell(self) -> str:
        """A row for each of their cells, as SQL: row, the place of its column among them (`place`, from 1), and the cell as ONE."""
        places = ", ".join(str(at) for at in range(1, len(self.columns) + 1))
        return f'(SELECT "row", unnest([{places}]) AS place, unnest({self.cells}) AS {ONE} FROM lines)'


def alike(kept: Iterable[tuple[str, ColumnMapping]], expression: Expression, bind: Bindings) -> list[Alike]:
    """The columns in lots of which `expression` asks the same with the same values, bound in `bind` once a lot."""
    lots: dict[Any, list[tuple[str, ColumnMapping]]] = {}
    for id, column in kept:
        own = Bindings()
        asked = expression(replace(column, position=0), column.position, own)
        values = tuple(tuple(value) if isinstance(value, list) else value for value in own.values.values())
        lots.setdefault((id[0], asked, values), []).append((id, column))
    found = []
    for lot in lots.values():
        first = lot[0][1]
        asked = expression(replace(first, position=0), first.position, bind)
        found.append(Alike(columns=tuple(lot), expression=asked))
    return found
