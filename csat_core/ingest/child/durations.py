"""How long a response took: by a column that says so, in seconds, minutes or as `00:01:12`, or from its start to its end."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import duckdb

from csat_core.ingest.formats.table import has_table
from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.ingest.texts.days import moment
from csat_core.ingest.texts.expressions import cell_at
from csat_core.ingest.texts.names import says
from csat_core.ingest.texts.reading import words_of
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.model.dataset import Role

_IN_MINUTES = re.compile(r"\b(?:min|mins|minutes?|minuten|minutos|minuti)\b")
_UNIT = re.compile(r"\b(?:s|secs?|seconds?|sekunden|segundos|secondes|secondi)\b|" + _IN_MINUTES.pattern)
_CLOCK = "^ *(?:([0-9]{1,3}):)?([0-9]{1,3}):([0-9]{2})(?:[.,][0-9]+)? *$"
_PARTS = "(?i)^ *(?:[0-9]+ *h[a-z]*[.,]? *)?(?:[0-9]+ *m[a-z]*[.,]? *)?(?:[0-9]+(?:[.,][0-9]+)? *s[a-z]*[.]?)? *$"
TOOK = "took"
FEWEST = 30
"""Below so many durations the median says little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """What says how long the responses took; temporary table `took` holds the seconds of each by its row."""

    column: str | None
    """The column of durations; None where they are told from two moments."""
    said: str
    """The unit where it is known, and where they stand, in words."""


def durations(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> Duration | None:
    """How long the responses in view `kept` took; None where too few say so."""
    named = [
        column for column in mapping.columns if column.role is not Role.TIME and says(column.name, Meaning.DURATION)
    ]
    for column in named[:1]:
        seconds = _seconds(cell_at(column.position), is_minutes=bool(_IN_MINUTES.search(words_of(column.name))))
        connection.execute(
            f"CREATE OR REPLACE TEMP TABLE {TOOK} AS SELECT row, {seconds} AS took FROM lines SEMI JOIN kept USING (row)"
        )
        if _are_enough(connection):
            unit = "seconds " if _UNIT.search(words_of(column.name)) else ""
            return Duration(column=column.name, said=f"{unit}in '{column.name}'")
    pair = start_and_end(mapping)
    if pair is None or not has_table(connection, "spans"):
        return None
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {TOOK} AS SELECT row, took FROM spans SEMI JOIN kept USING (row)")
    said = f"seconds from '{pair[0].name}' to '{pair[1].name}'"
    return Duration(column=None, said=said) if _are_enough(connection) else None


def list_spans(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> tuple[ColumnMapping, ColumnMapping] | None:
    """The columns of start and end; temporary table `spans` holds the seconds from one to the other of each row that fills both.

    NULL where one of them is no moment. None without such columns.
    """
    pair = start_and_end(mapping)
    if pair is None:
        return None
    order = next((column.date_order for column in mapping.columns if column.role is Role.TIME), None) or "ymd"
    cells = [cell_at(column.position) for column in pair]
    began, ended = (moment(cell, column.date_order or order) for cell, column in zip(cells, pair, strict=True))
    connection.execute(
        f'CREATE OR REPLACE TEMP TABLE spans AS SELECT "row", epoch(ended) - epoch(began) AS took FROM '
        f'(SELECT "row", {began} AS began, {ended} AS ended FROM lines WHERE {cells[0]} IS NOT NULL AND {cells[1]} IS NOT NULL)'
    )
    return pair


def start_and_end(mapping: Mapping) -> tuple[ColumnMapping, ColumnMapping] | None:
    """The one column that says when a response began and the one that says when it ended; None where it is not one of each."""
    start = _only(
        column for column in mapping.columns if _may_be_time(column) and _says(column, Meaning.START, Meaning.END)
    )
    end = _only(
        column for column in mapping.columns if _may_be_time(column) and _says(column, Meaning.END, Meaning.START)
    )
    return None if start is None or end is None else (start, end)


def _says(column: ColumnMapping, meaning: Meaning, other: Meaning) -> bool:
    return says(column.name, meaning) and not says(column.name, other)


def _may_be_time(column: ColumnMapping) -> bool:
    return column.role in (Role.TIME, Role.IGNORE)


def _only(columns: Iterable[ColumnMapping]) -> ColumnMapping | None:
    """The one of `columns`; None where there is none or more than one."""
    found = list(columns)
    return found[0] if len(found) == 1 else None


def _are_enough(connection: duckdb.DuckDBPyConnection) -> bool:
    return bool(connection.execute(f"SELECT count(*) >= {FEWEST} FROM {TOOK} WHERE took > 0").fetchall()[0][0])


def _seconds(cell: str, *, is_minutes: bool) -> str:
    """The seconds of a cell of durations, as SQL; NULL where it is none."""

    def part(pattern: str) -> str:
        return f"coalesce(TRY_CAST(replace(regexp_extract({cell}, '{pattern}', 1), ',', '.') AS DOUBLE), 0)"

    number = f"TRY_CAST(replace({cell}, ',', '.') AS DOUBLE)" + " * 60" * is_minutes
    hours, minutes, seconds = (
        f"coalesce(TRY_CAST(regexp_extract({cell}, '{_CLOCK}', {at}) AS INTEGER), 0)" for at in (1, 2, 3)
    )
    clock = f"3600.0 * {hours} + 60 * {minutes} + {seconds}"
    words = (
        f"3600 * {part('(?i)([0-9]+) *h')} + 60 * {part('(?i)([0-9]+) *m')} + {part('(?i)([0-9]+(?:[.,][0-9]+)?) *s')}"
    )
    return (
        f"CASE WHEN {cell} IS NULL THEN NULL WHEN {number} IS NOT NULL THEN {number} "
        f"WHEN regexp_matches({cell}, '{_CLOCK}') THEN {clock} WHEN regexp_matches({cell}, '{_PARTS}') THEN {words} END"
    )
