"""Values that are stored otherwise than they stand in the file: counted by column and reason, with a few examples.

All of it stands in scans that read the cells anyway, so that nothing is read once more for it. How an answer is written
(`4/5`, another letter case) is no alteration, and what became of personal data is said elsewhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from csat_core.ingest.child.typed_cells import fully, is_silent
from csat_core.ingest.child.wide_columns import ONE, alike
from csat_core.ingest.formats.staged_rows import LONG_ROW, SHORT_ROW
from csat_core.ingest.formats.table import has_table
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.texts.column_measures import any_number
from csat_core.ingest.texts.expressions import (
    Bindings,
    cell_at,
    grouped_number,
    has_odd_spaces,
    measured_number,
    plain_number,
)
from csat_core.ingest.texts.periods import first_day
from csat_core.ingest.texts.reading import rating_of
from csat_core.model.dataset import Role
from csat_core.model.scale import BLANK, DONT_KNOW, NOT_APPLICABLE, NOT_ASKED

TIME_NOT_KEPT, PERIOD_AS_DAY = "time_not_kept", "period_as_day"
DECIMAL_COMMA, NUMBER_MARKS, TEXT_CLEANED = "decimal_comma", "number_marks", "text_cleaned"
NO_ANSWER, UNIT_LEFT_OUT = "code_of_no_answer", "unit_left_out"
REASONS = {
    TIME_NOT_KEPT: "The day is kept as it is written there, whatever its time zone; the time of day is not (seconds since 1970: the day in UTC).",
    PERIOD_AS_DAY: "A month, a quarter or a week stands for its first day.",
    DECIMAL_COMMA: "The comma is read as the decimal mark.",
    NUMBER_MARKS: "Currency signs, percent signs and marks between thousands are left out; a decimal comma among them is read as one.",
    UNIT_LEFT_OUT: "The unit behind a number is left out; lengths of time in parts or as clocks are told in seconds.",
    TEXT_CLEANED: "Spaces around and repeated within a text, and line breaks, become single spaces.",
    NO_ANSWER: "A code that means no answer, such as 99, is kept as what it means and counts in no score.",
    SHORT_ROW: "Rows that end before the table does are filled with blank cells.",
    LONG_ROW: "Empty cells beyond the table are cut off.",
}
EXAMPLES = 3
LONGEST = 80
_MEANT = {BLANK: "blank", NOT_APPLICABLE: "not applicable", DONT_KNOW: "don't know", NOT_ASKED: "not asked"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What is counted of a column, as SQL: the cells for which `test` holds."""

    code: str
    column: ColumnMapping
    test: str

    @property
    def first(self) -> str:
        """An aggregate for the first of the cells, with their rows."""
        cell = cell_at(self.column.position)
        return f"arg_min({{'row': \"row\", 'value': {cell}}}, \"row\", {EXAMPLES}) FILTER ({self.test})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A measure, and what was found."""

    measure: Measure
    count: int
    first: Sequence[dict[str, Any]]


def at_sight(columns: Iterable[ColumnMapping], of_file: str) -> Iterator[Measure]:
    """What one look at each cell tells: times of day, decimal commas, odd spaces, codes of no answer."""
    for column in columns:
        decimal = column.decimal or of_file
        cell = cell_at(column.position)
        if column.protect or column.personal:
            continue
        if column.silent and column.role.storage != "question":
            yield Measure(code=NO_ANSWER, column=column, test=is_silent(column))
        if column.role is Role.TIME:
            # not OR, which looks at both sides of it in every cell
            yield Measure(
                code=TIME_NOT_KEPT,
                column=column,
                test=f"CASE WHEN contains({cell}, ':') THEN true ELSE {_seconds(cell)} END",
            )
        elif column.role.storage == "number" and decimal == ",":
            # a cell with other marks too is among those: each is counted once
            is_plain = f"{plain_number(cell, decimal)} IS NOT NULL"
            yield Measure(
                code=DECIMAL_COMMA,
                column=column,
                test=f"CASE WHEN contains({cell}, ',') THEN {is_plain} ELSE false END",
            )
        elif column.role.storage == "question" and (numbers := _numbers_of_no_answer(column)):
            among = f"list_position([{', '.join(map(repr, numbers))}]::DOUBLE[], TRY_CAST({cell} AS DOUBLE))"
            yield Measure(code=NO_ANSWER, column=column, test=f"coalesce({among}, 0) > 0")
        elif column.role.storage == "segment":
            yield Measure(code=TEXT_CLEANED, column=column, test=has_odd_spaces(cell))


def at_length(columns: Iterable[ColumnMapping], of_file: str, periods: Iterable[int]) -> Iterator[Measure]:
    """What takes patterns, of columns that are not written as usual; `periods` are those with months in place of days."""
    among = frozenset(periods)
    for column in columns:
        decimal = column.decimal or of_file
        cell = cell_at(column.position)
        if column.protect or column.personal:
            continue
        if column.role.storage == "number":
            is_marked = f"{plain_number(cell, decimal)} IS NULL AND {grouped_number(cell, decimal)} IS NOT NULL"
            yield Measure(code=NUMBER_MARKS, column=column, test=is_marked)
            if column.measure:
                has_unit = f"{any_number(cell, decimal)} IS NULL AND {measured_number(cell, column.measure, decimal)} IS NOT NULL"
                yield Measure(code=UNIT_LEFT_OUT, column=column, test=has_unit)
        elif column.role.storage == "day" and column.position in among:
            yield Measure(code=PERIOD_AS_DAY, column=column, test=f"{first_day(cell)} IS NOT NULL")


def _numbers_of_no_answer(column: ColumnMapping) -> list[float]:
    """The numbers that mean no answer in a column; words that say so are no alteration."""
    meant = (*column.not_applicable, *column.dont_know, *column.not_asked, *column.silent)
    return sorted({number for text in meant if (number := rating_of(text)[0]) is not None})


def shown(column: ColumnMapping, value: str) -> str:
    """What became of a cell, as SQL of the text that people read: of an answer that is none, what it means."""
    if column.role.storage != "question":
        return f"({value})::VARCHAR"
    words = " ".join(f"WHEN {code} THEN '{word.replace(chr(39), 2 * chr(39))}'" for code, word in _MEANT.items())
    return f"CASE {value} {words} ELSE 'nan' END"


def _seconds(cell: str) -> str:
    """Whether a cell counts seconds since 1970, in which no colon shows the time of day."""
    return f"(length({cell}) BETWEEN 9 AND 17 AND NOT contains({cell}, '-') AND TRY_CAST({cell} AS DOUBLE) >= 3e8)"


def altered(
    connection: duckdb.DuckDBPyConnection, counted: Iterable[Counted], decimal: str, units: dict[int, str]
) -> list[dict[str, Any]]:
    """What was counted as plain JSON, the values before and after with it; rows of another shape last."""
    some = [each for each in counted if each.count]
    examples = _examples(connection, some, decimal, units)
    found = [
        {
            "code": each.measure.code,
            "column": each.measure.column.name,
            "count": each.count,
            "reason": REASONS[each.measure.code],
            "examples": of_column,
        }
        for each, of_column in zip(some, examples, strict=True)
    ]
    return [*found, *_shapes(connection)]


def _examples(
    connection: duckdb.DuckDBPyConnection, counted: Sequence[Counted], decimal: str, units: dict[int, str]
) -> list[list[dict[str, Any]]]:
    """The first cells of each, before and after; columns that are read alike are read together."""

    def value(column: ColumnMapping, position: int, bind: Bindings) -> str:
        return shown(column, fully(column, decimal, units.get(position, ""), "", bind))

    bind, rows = Bindings(), [sorted(each.first, key=lambda first: first["row"]) for each in counted]
    statements = []
    for lot in alike(((f"x{at}", each.measure.column) for at, each in enumerate(counted)), value, bind):
        places = [(int(id[1:]), nth) for id, _ in lot.columns for nth in range(len(rows[int(id[1:])]))]
        keys = bind([len(counted) * nth + at for at, nth in places], "BIGINT[]")
        cells = bind([rows[at][nth]["value"] for at, nth in places], "VARCHAR[]")
        statements.append(f"SELECT key, {lot.expression} FROM (SELECT unnest({keys}) AS key, unnest({cells}) AS {ONE})")
    became = dict(connection.execute(" UNION ALL ".join(statements), bind.values).fetchall()) if statements else {}
    return [
        [
            {"row": each["row"], "value": each["value"][:LONGEST], "became": None if text is None else text[:LONGEST]}
            for nth, each in enumerate(of_column)
            if (text := became[len(counted) * nth + at]) not in ("nan", "infinity")
        ]
        for at, of_column in enumerate(rows)
    ]


def _shapes(connection: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    if not has_table(connection, "fitted"):
        return []
    rows = connection.execute('SELECT code, n, "row" FROM fitted ORDER BY code').fetchall()
    return [
        {
            "code": code, "column": None, "count": count, "reason": REASONS[code],
            "examples": [{"row": row, "value": None, "became": None}],
        }
        for code, count, row in rows
    ]  # fmt: skip
