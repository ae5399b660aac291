"""Rounds in which a survey was asked, as SQL: a customer who answers in each is as often one customer."""

from collections.abc import Sequence

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


def answered(questions: Sequence[str], of: str = "") -> str:
    """Whether a response answers any of the `questions`, columns of table `of`, as SQL: who was only asked did not."""
    return f"coalesce(greatest({', '.join(f'{of}{question}' for question in questions)}), 0) > 0"


def share_of(money: str, key: str, is_answer: str) -> str:
    """The money of a response, divided among the answers of one round that `key` has with some; without any among its responses."""
    among = f"OVER ({sharing(key)})"
    return (
        f"CASE WHEN NOT bool_or({is_answer}) {among} THEN {money} / count({money}) {among} "
        f"WHEN {is_answer} THEN {money} / count({money}) FILTER ({is_answer}) {among} END"
    )


def shared_money(table: str, money: str, key: str, questions: Sequence[str]) -> str:
    """`response_no` and `share` of each response: its part of the money; of a response without `key` all of it."""
    share = f"CASE WHEN {key} IS NULL THEN {money} ELSE {share_of(money, key, answered(questions))} END"
    return f"SELECT response_no, {share} AS share FROM {table} LEFT JOIN ({rounds_of(table)}) AS rounds USING (day)"
