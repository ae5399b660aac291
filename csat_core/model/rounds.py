"""Rounds in which a survey was asked, as SQL: a customer who answers in each is as often one customer."""

from csat_core.model.period import ROUNDS_APART


def rounds_of(table: str) -> str:
    """The rounds of a table of responses: `day` and `round`, from 0."""
    return (
        f"SELECT day, count(*) FILTER (gap > {ROUNDS_APART}) OVER (ORDER BY day) AS round "
        f"FROM (SELECT day, day - lag(day) OVER (ORDER BY day) AS gap FROM (SELECT DISTINCT day FROM {table} WHERE day IS NOT NULL))"
    )


def sharing(key: str) -> str:
    """Those among whose answers the money of one is divided, as a window; `rounds` stands beside each."""
    return f"PARTITION BY {key}, coalesce(round, 0)"


def shared_money(table: str, money: str, key: str) -> str:
    """`response_no` and `share` of each response: its money, divided among the answers of one round that `key` has with some."""
    among = f"CASE WHEN {key} IS NULL THEN 1 ELSE count({money}) OVER ({sharing(key)}) END"
    return f"SELECT response_no, {money} / {among} AS share FROM {table} LEFT JOIN ({rounds_of(table)}) AS rounds USING (day)"
