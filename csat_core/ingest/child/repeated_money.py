"""Money of a customer that stands beside each of the customer's answers: added up it is counted as often as they answered."""

import duckdb

from csat_core.ingest.plan import Mapping, Problem
from csat_core.ingest.proposal.mapping import columns_of
from csat_core.model.dataset import Role

MOSTLY = 0.9
"""Where so many of those who answered again have one amount in all answers it is theirs, not that of an order each."""


def money_problems(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> list[Problem]:
    """The problem of such money, with what it comes to counted so and once; view `kept` has the responses."""
    by_role = {column.role: (id, column) for id, column in columns_of(mapping)}
    if Role.REVENUE not in by_role or Role.CUSTOMER not in by_role:
        return []
    (money, column), (key, customer) = by_role[Role.REVENUE], by_role[Role.CUSTOMER]
    several, alike, added, once = connection.execute(
        "SELECT count(*) FILTER (n > 1), count(*) FILTER (n > 1 AND low = high), sum(total), sum(high) FROM "
        f"(SELECT count({money}) AS n, min({money}) AS low, max({money}) AS high, sum({money}) AS total FROM kept "
        f"WHERE {key} IS NOT NULL AND {money} IS NOT NULL GROUP BY {key})"
    ).fetchall()[0]
    if not alike or alike < MOSTLY * several:
        return []
    have = "customer in '{}' has" if alike == 1 else "customers in '{}' have"
    message = (
        f"{alike:,} {have.format(customer.name)} the same '{column.name}' beside every answer, and each answer counts with it: {added:,.0f} "
        f"in all, where each customer once comes to {once:,.0f}. To count it once, leave it out here and attach a list of the customers."
    )
    return [Problem(code="money_each_time", column=column.name, count=alike, example_row=None, message=message)]
