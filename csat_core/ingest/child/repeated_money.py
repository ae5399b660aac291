"""Money of a customer that stands beside each of the customer's answers: added up it is counted as often as they answered."""

import duckdb

from csat_core.ingest.plan import PER_ANSWER, PER_CUSTOMER, Mapping, Problem, columns_of
from csat_core.model.dataset import Role
from csat_core.model.rounds import shared_money

MOSTLY = 0.9
"""Where so many of those who answered again have one amount in all answers it is theirs, not that of an order each."""
ONCE = "money_once"
"""The code of the problem that it counts once for a customer."""
EACH_TIME = "money_each_time"
"""The code of the problem that such money is counted with every answer all the same, because a person said so."""


def money_problems(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> list[Problem]:
    """The problem of such money, with what it comes to counted so and once; view `kept` has the responses.

    Unless a person said otherwise it counts once for a customer, as the code of the problem tells.
    """
    by_role = {column.role: (id, column) for id, column in columns_of(mapping)}
    if Role.REVENUE not in by_role or Role.CUSTOMER not in by_role:
        return []
    (money, column), (key, customer) = by_role[Role.REVENUE], by_role[Role.CUSTOMER]
    several, alike = connection.execute(
        "SELECT count(*), count(*) FILTER (low = high) FROM "
        f"(SELECT min({money}) AS low, max({money}) AS high FROM kept "
        f"WHERE {key} IS NOT NULL AND {money} IS NOT NULL GROUP BY {key} HAVING count({money}) > 1)"
    ).fetchall()[0]
    is_theirs = bool(alike) and alike >= MOSTLY * several
    if not is_theirs and column.counted != PER_CUSTOMER:
        return []
    questions = [id for id, _ in columns_of(mapping) if id[0] == "q"]
    added, once = connection.execute(
        f"SELECT coalesce((SELECT sum({money}) FROM kept), 0), coalesce(sum(share), 0) FROM ({shared_money('kept', money, key, questions)})"
    ).fetchall()[0]
    who = f"{alike:,} {'customer' if alike == 1 else 'customers'} in '{customer.name}'"
    found = f"{who} {'has' if alike == 1 else 'have'} the same '{column.name}' beside every answer"
    if column.counted == PER_ANSWER:
        said = f"{found}, and each answer counts with it: {added:,.0f} in all, where each customer once comes to {once:,.0f}."
        return [_problem(EACH_TIME, column.name, alike, said, PER_CUSTOMER, "To count it once")]
    begin = f"{found}, so it" if is_theirs else f"'{column.name}'"
    said = f"{begin} counts once for a customer: the answers of one share it, {once:,.0f} in all and not {added:,.0f}."
    return [_problem(ONCE, column.name, alike, said, PER_ANSWER, "Where it is of each answer, as an order is")]


def _problem(code: str, column: str, count: int, said: str, other: str, way: str) -> Problem:
    message = f'{said} {way}: --map "{column}={Role.REVENUE}:{other}".'
    return Problem(code=code, column=column, count=count, message=message, on_page=said)
