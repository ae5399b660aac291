"""What a person should know of the data after the conversion: problems, each counted and with an example row."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

import duckdb

from csat_core.ingest.child.conduct import conduct_problems
from csat_core.ingest.child.date_findings import date_order_problems, far_days
from csat_core.ingest.child.repeated_money import money_problems
from csat_core.ingest.child.set_aside_findings import in_table, near_labels, set_aside
from csat_core.ingest.child.spans import ends_before_starts
from csat_core.ingest.child.summary import Answers
from csat_core.ingest.child.typed_rows import batches, each_of
from csat_core.ingest.child.wide_columns import WIDE
from csat_core.ingest.plan import ColumnMapping, Mapping, Problem
from csat_core.ingest.texts.reading import rating_of
from csat_core.model.dataset import Role
from csat_core.model.scale import DONT_KNOW, NOT_APPLICABLE, NOT_ASKED, number_text

MANY_BLANK = 0.9

Columns = list[dict[str, Any]]
FirstRow = Callable[[str, int | None], int | None]
"""The first row in which a question, by its id, has a code; with None in which it has an answer. None without one."""


def problems_of(
    connection: duckdb.DuckDBPyConnection, mapping: Mapping, columns: Columns, counts: dict[str, int], answers: Answers
) -> list[dict[str, Any]]:
    """The problems as plain JSON: rows set aside, then what was assumed, then what is missing or always the same.

    `columns` and `answers` are what `summary` counted; `counts` has the numbers of accepted rows and of misfits.
    """
    by_position = {column["position"]: column for column in columns}
    problems = set_aside(connection, mapping) + near_labels(connection)
    first = _first_rows(connection, list(answers))
    for column in mapping.used:
        told = by_position[column.position]
        problems += _assumed(first, column, told)
        problems += date_order_problems(column, told)
        problems += far_days(connection, column)
        problems += _blanks(column, told, counts["accepted"])
        problems += _not_asked(first, column, told)
    problems += ends_before_starts(connection, mapping)
    problems += _constants(connection, columns, answers)
    problems += conduct_problems(connection, mapping)
    problems += money_problems(connection, mapping)
    if not any(column.role is Role.TIME for column in mapping.used):
        message = "No column is used as the date: scores can be shown, changes over time cannot."
        problems.append(Problem(code="no_dates", count=counts["accepted"], message=message))
    return [asdict(problem) for problem in problems]


def _first_rows(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> FirstRow:
    """What tells the first row in which a question has a code, or any answer; of hundreds of questions all in one look."""

    def looked_up(id: str, code: int | None) -> int | None:
        test = "> 0" if code is None else f"= {code}"
        row: int | None = connection.execute(f"SELECT min(row) FROM kept WHERE {id} {test}").fetchall()[0][0]
        return row

    if len(ids) <= WIDE:
        return looked_up
    found: dict[tuple[str, int | None], int] = {}
    firsts = f"SELECT id, value, min(row) FROM {each_of(ids)} GROUP BY id, value ORDER BY 3"
    for id, code, row in connection.execute(firsts).fetchall():
        found[id, code] = row
        if code > 0:
            found.setdefault((id, None), row)
    return lambda id, code: found.get((id, code))


def _assumed(first: FirstRow, column: ColumnMapping, told: dict[str, Any]) -> list[Problem]:
    if not column.assumed or column.scale is None:
        return []
    zero = "0" in column.not_applicable
    codes = [text for text in column.dont_know if rating_of(text)[0] is not None]
    code = NOT_APPLICABLE if zero and told["not_applicable"] else DONT_KNOW if codes else None
    count = (
        told["not_applicable"] if zero and told["not_applicable"] else told["dont_know"] if codes else told["answered"]
    )
    row = first(told["id"], code)
    read_so = column.scale.name + "".join([",0=na" * zero, *(f",{code}=dk" for code in codes)])
    scale = column.ways[0] if column.ways and column.positions else read_so
    options, actions = f'--scale "{column.name}={scale}"', in_table(scale)
    if column.rival:
        options += f', or --scale "{column.name}={column.rival}"'
        actions += f", or to {column.rival}"
    if zero:
        high = number_text(max(column.scale.values))
        options += f', or --scale "{column.name}=0-{high}" if 0 is an answer'
        actions += f", or to 0-{high} if 0 is an answer"
    if codes:
        options += f', or --scale "{column.name}={column.scale.name}" to set such rows aside'
        actions += f", or to {column.scale.name} to set such rows aside"
    found = f"'{column.name}': {column.reason} To settle it"
    return [
        Problem(
            code="assumed_scale",
            column=column.name,
            count=count,
            example_row=row,
            message=f"{found}: {options}.",
            on_page=f"{found}, {actions}.",
        )
    ]


def _blanks(column: ColumnMapping, told: dict[str, Any], accepted: int) -> list[Problem]:
    kept = column.role.storage in ("question", "number", "segment")
    if not kept or not accepted or told["blank"] < MANY_BLANK * accepted:
        return []
    message = (
        f"{100 * told['blank'] / accepted:.0f} % of '{column.name}' is blank: {told['answered']:,} cells are filled."
    )
    return [Problem(code="many_blank", column=column.name, count=told["blank"], message=message)]


def _not_asked(first: FirstRow, column: ColumnMapping, told: dict[str, Any]) -> list[Problem]:
    if not told["not_asked"]:
        return []
    row = first(told["id"], NOT_ASKED)
    blank = f": where it was shown and left out stands {column.silent[0]}" if "" in column.not_asked else ""
    message = f"{told['not_asked']:,} of the rows kept were not asked '{column.name}', as the file says itself{blank}."
    return [Problem(code="not_asked", column=column.name, count=told["not_asked"], example_row=row, message=message)]


def _constants(connection: duckdb.DuckDBPyConnection, columns: Columns, answers: Answers) -> list[Problem]:
    """One problem for each question or number of one value; everyone may well have been invited, and a file be of one shop."""
    spread = [column["id"] for column in columns if column["role"] != Role.INVITED and column["answered"] > 1]
    given = {id: [code for code in answers[id] if code > 0] for id in spread if id in answers}
    same = {id: codes[0] for id, codes in given.items() if len(codes) == 1}
    same |= _only_numbers(connection, [id for id in spread if id.startswith("n")])
    problems = []
    for column in columns:
        if column["id"] in same:
            scale = column["scale"]
            value = scale["labels"][same[column["id"]] - 1] if scale else number_text(same[column["id"]])
            message = f"Every answer in '{column['name']}' is '{value}': there is nothing to compare."
            problems.append(Problem(code="constant", column=column["name"], count=column["answered"], message=message))
    return problems


def _only_numbers(connection: duckdb.DuckDBPyConnection, ids: list[str]) -> dict[str, Any]:
    """The number of each column that has one only."""
    same: dict[str, Any] = {}
    if len(ids) > WIDE:
        least = f"SELECT id, min(value) AS low FROM {each_of(ids)} GROUP BY id HAVING low = max(value)"
        return dict(connection.execute(least).fetchall())
    for batch in batches(ids):
        parts = ", ".join(f"min({id}), max({id})" for id in batch)
        ends = connection.execute(f"SELECT {parts} FROM kept").fetchall()[0]
        same |= {id: ends[2 * i] for i, id in enumerate(batch) if ends[2 * i] == ends[2 * i + 1]}
    return same
