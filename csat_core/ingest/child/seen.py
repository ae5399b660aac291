"""What a survey of the staged file keeps of its cells, so that the conversion need not look at every row again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import duckdb

from csat_core.ingest.formats.table import has_table
from csat_core.ingest.texts.expressions import cell_at

MOST_LISTED = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The columns whose every value is known, and in how many cells of the others some tests hold."""

    connection: duckdb.DuckDBPyConnection
    rows: int
    exact: frozenset[str]
    """By cell the columns of which table `seen_values` has every value with its count."""
    held: Mapping[str, int]
    """By test, as SQL."""

    def count(self, position: int, test: str, values: Mapping[str, Any]) -> int | None:
        """In how many cells of a column `test` holds, with `values` bound in it; None where that is not known."""
        if cell_at(position) not in self.exact:
            return self.held.get(test)
        counted = f"SELECT coalesce(sum(n) FILTER ({test}), 0)::BIGINT FROM {self._values(position)}"
        return int(self.connection.execute(counted, values).fetchall()[0][0])

    def values(self, position: int) -> list[str] | None:
        """Every value of a column; None where they are not known."""
        if cell_at(position) not in self.exact:
            return None
        return [
            value
            for (value,) in self.connection.execute(
                f"SELECT {cell_at(position)} FROM {self._values(position)}"
            ).fetchall()
        ]

    def as_one_of_few(self, position: int) -> str | None:
        """A cell as one of the known values of its column, as SQL, whose places are written in half the time of texts.

        None where they are not known, or too many to gain anything.
        """
        cell = cell_at(position)
        if not 0 < len(self.values(position) or ()) <= MOST_LISTED:
            return None
        listed = f"SELECT value FROM seen_values WHERE cell = '{cell}'"
        self.connection.execute(f"CREATE TEMP TYPE values_of_{cell} AS ENUM ({listed})")
        return f"TRY_CAST({cell} AS values_of_{cell})"

    def holds_nowhere(self, position: int, test: str, values: Mapping[str, Any]) -> bool:
        """Whether it is known that `test` holds in no cell of a column."""
        return cell_at(position) in self.exact and self.count(position, test, values) == 0

    def is_filled(self, position: int) -> bool:
        """Whether it is known that no cell of a column is blank."""
        return self.held.get(f"{cell_at(position)} IS NULL") == 0

    def _values(self, position: int) -> str:
        cell = cell_at(position)
        return f"(SELECT value AS {cell}, n FROM seen_values WHERE cell = '{cell}')"


def seen(connection: duckdb.DuckDBPyConnection) -> Seen:
    """What is known of the cells of the staged file; nothing where no survey was made."""
    if not has_table(connection, "seen_tests"):
        return Seen(connection=connection, rows=0, exact=frozenset(), held={})
    exact = connection.execute("SELECT DISTINCT cell FROM seen_values").fetchall()
    held = connection.execute("SELECT test, n FROM seen_tests").fetchall()
    rows = connection.execute("SELECT lines FROM in_place").fetchall()[0][0]
    return Seen(connection=connection, rows=rows, exact=frozenset(cell for (cell,) in exact), held=dict(held))
