"""How people answered: everything the same, far too fast, several times. Such responses are counted, said and kept."""

import duckdb

from csat_core.ingest.child.answered_again import REPEATED, nth_responses, repeated_problems
from csat_core.ingest.child.durations import TOOK, durations
from csat_core.ingest.child.straight_lines import STRAIGHT_LINE, ends_of_each, straight_lines
from csat_core.ingest.plan import Mapping, Problem
from csat_core.ingest.texts.expressions import Bindings

FAST = 3
"""Who took less than the median divided by this can hardly have read the questions."""
SPEEDERS = "speeders"
FLAGS = (STRAIGHT_LINE, SPEEDERS, REPEATED)
"""Codes of the problems whose responses can be listed."""


def conduct_problems(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> list[Problem]:
    """One problem for each kind of answering that a person may want to leave out; view `kept` has the responses."""
    return [
        *straight_lines(connection, mapping),
        *_speeders(connection, mapping),
        *repeated_problems(connection, mapping),
    ]


def _speeders(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> list[Problem]:
    found = durations(connection, mapping)
    if found is None:
        return []
    count, row, base, median = connection.execute(
        f"WITH taken AS (SELECT * FROM {TOOK} WHERE took > 0), middle AS (SELECT median(took) AS m FROM taken) "
        f"SELECT count(*) FILTER (took < m / {FAST}), min(row) FILTER (took < m / {FAST}), count(*), any_value(m) "
        "FROM taken, middle"
    ).fetchall()[0]
    if not count:
        return []
    message = (
        f"{count:,} of {base:,} responses took less than a third of the median {median:,.0f} {found.said}: hardly "
        "time to read the questions. Such responses are kept."
    )
    return [Problem(code=SPEEDERS, column=found.column, count=count, example_row=row, message=message)]


def flagged(connection: duckdb.DuckDBPyConnection, mapping: Mapping, bind: Bindings) -> list[str]:
    """Statements that give every response that `conduct_problems` counts: row, code, column, value, reason."""
    found = {problem.code: problem for problem in conduct_problems(connection, mapping)}
    statements = []
    if STRAIGHT_LINE in found:
        reason = "'The same answer to all questions on one scale.'"
        statements.append(
            _flagged(bind, found[STRAIGHT_LINE], f"({ends_of_each(mapping)})", "NULL", reason, "low = high")
        )
    if SPEEDERS in found:
        middle = f"(SELECT *, median(took) OVER () AS middle FROM {TOOK} WHERE took > 0)"
        reason = "'Took less than a third of the median, which is ' || round(middle)::BIGINT || '.'"
        told = _flagged(bind, found[SPEEDERS], middle, "round(took)::BIGINT", reason, f"took < middle / {FAST}")
        statements.append(told)
    if REPEATED in found:
        reason = "'Response ' || nth || ' of ' || times || ' of the same person.'"
        statements.append(_flagged(bind, found[REPEATED], nth_responses(mapping), "value", reason, "times > 1"))
    return statements


def _flagged(bind: Bindings, problem: Problem, rows: str, value: str, reason: str, test: str) -> str:
    column = f'{bind(problem.code)} AS code, {bind(problem.column)} AS "column"'
    return f'SELECT row, {column}, ({value})::VARCHAR AS "value", {reason} AS reason FROM {rows} WHERE {test}'
