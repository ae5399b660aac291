"""Who answered several times, by the customer or by an address that is not kept. Such responses are counted, said and kept."""

import duckdb

from csat_core.ingest.formats.in_place import read_in_place
from csat_core.ingest.plan import ColumnMapping, Mapping, Problem, columns_of
from csat_core.ingest.proposal.privacy import EMAILS
from csat_core.ingest.texts.expressions import cell_at
from csat_core.model.dataset import Role
from csat_core.model.rounds import answered

FIRST_ROWS = 50_000
"""In which the first customer who answers again is looked for, then in four times as many, and so on."""
REPEATED = "repeated_respondents"


def repeated_problems(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> list[Problem]:
    """Customers with several responses, and how many of those say on one day the same once more; none or one problem."""
    kept = columns_of(mapping)
    key, column = next(((id, column) for id, column in kept if column.role is Role.CUSTOMER), (None, None))
    if key is None or column is None:
        return _repeated_untold(connection, mapping)
    answers, counts = ", ".join(id for id, _ in kept if id[0] == "q"), _of_somebody(key, mapping)
    # each response of a customer marks one of 64 places by what it says: where all are marked apart, all say something else
    place = f"1::UBIGINT << (hash(day, {answers}) & 63)::INTEGER"
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE repeating AS SELECT hash({key}) AS code, count(*) AS n, bit_or({place}) AS places "
        f"FROM kept WHERE {counts} GROUP BY code HAVING count(*) > 1"
    )
    customers, count = connection.execute("SELECT count(*), coalesce(sum(n), 0)::BIGINT FROM repeating").fetchall()[0]
    if not customers:
        return []
    row = _first_again(connection, counts, key)
    again = connection.execute(
        f"SELECT count(*) - count(DISTINCT hash({key}, day, {answers})) FROM kept WHERE {counts} "
        f"AND hash({key}) IN (SELECT code FROM repeating WHERE bit_count(places) < n)"
    ).fetchall()[0][0]
    same = f"; {again:,} of these repeat an earlier one in every answer on the same day" if again else ""
    noun = "customer in" if customers == 1 else "customers in"
    message = f"{customers:,} {noun} '{column.name}' answered more than once, {count:,} responses in all{same}. Such responses are kept."
    return [Problem(code=REPEATED, column=column.name, count=count, example_row=row, message=message)]


def _is_answered(mapping: Mapping) -> str:
    """The SQL of whether a row has an answer to any question: who was only asked answered nothing."""
    return answered([id for id, _ in columns_of(mapping) if id[0] == "q"])


def _of_somebody(key: str | None, mapping: Mapping) -> str:
    """The SQL of whether a row is an answer of a customer who is named."""
    return f"{key} IS NOT NULL AND {_is_answered(mapping)}"


def _first_again(connection: duckdb.DuckDBPyConnection, counts: str, key: str) -> int:
    """The first row of a customer who answered before, where any did; it nearly always comes soon. `counts` is the SQL of what rows count."""
    most = FIRST_ROWS
    while True:
        row = connection.execute(
            f"SELECT min(second) FROM (SELECT min(row, 2)[2] AS second FROM (FROM kept LIMIT {most}) "
            f"WHERE {counts} GROUP BY hash({key}))"
        ).fetchall()[0][0]
        if row is not None:
            return int(row)
        most *= 4


def _repeated_untold(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> list[Problem]:
    """The same by an address that is not kept, counted before it goes; where that would take another read of a large file it is said."""
    column = _address(mapping)
    if column is None:
        return []
    if read_in_place(connection):
        message = f"'{column.name}' is not kept, so that nobody can tell who answered more than once; kept as a code it tells."
        return [Problem(code="repeats_untold", column=column.name, count=0, message=message)]
    connection.execute(f"CREATE OR REPLACE TEMP TABLE addressed AS {_addressed(column, mapping)}")
    customers, count, row = connection.execute(
        "SELECT count(*), coalesce(sum(n), 0)::BIGINT, min(second) FROM "
        "(SELECT count(*) AS n, min(row, 2)[2] AS second FROM addressed GROUP BY code HAVING n > 1)"
    ).fetchall()[0]
    if not customers:
        return []
    noun = "person answered" if customers == 1 else "people answered"
    message = (
        f"{customers:,} {noun} more than once, {count:,} responses in all, by '{column.name}', which is not kept: in further files they "
        "cannot be told unless it is kept as a code. Such responses are kept."
    )
    return [Problem(code=REPEATED, column=column.name, count=count, example_row=row, message=message)]


def _address(mapping: Mapping) -> ColumnMapping | None:
    """The column of addresses that are not kept and that would tell customers apart."""
    left_out = [column for column in mapping.columns if column.role is Role.IGNORE and column.personal == EMAILS]
    return left_out[0] if left_out else None


def _addressed(column: ColumnMapping, mapping: Mapping) -> str:
    """Each response with an answer and a number in the place of its address, as SQL: row, code."""
    cell, answered = cell_at(column.position), f"(SELECT row FROM kept WHERE {_is_answered(mapping)})"
    return f"SELECT row, hash(lower(trim({cell}))) AS code FROM lines SEMI JOIN {answered} USING (row) WHERE contains({cell}, '@')"


def nth_responses(mapping: Mapping) -> str:
    """Each response of somebody who can be told, as SQL: row, value, nth of times; after `repeated_problems` found some."""
    key = next((id for id, column in columns_of(mapping) if column.role is Role.CUSTOMER), None)
    people = f"SELECT row, hash({key}) AS code, {key} AS value FROM kept WHERE {_of_somebody(key, mapping)}"
    if key is None:
        people = "SELECT *, NULL::VARCHAR AS value FROM addressed"
    return f"(SELECT row, value, count(*) OVER (PARTITION BY code) AS times, row_number() OVER (PARTITION BY code ORDER BY row) AS nth FROM ({people}))"
