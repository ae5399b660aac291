"""A row for each month, agent or region holds what came out of many answers, and is asked about before it passes for one."""

import pytest

from csat_core.ingest.plan import Mapping
from csat_core.ingest.proposal.mapping import decide, propose
from tests.ingest.handmade import profiles

SHARES = [str(71 + 7 * at % 23) for at in range(20)]
MONTHS = [f"{2024 + at // 12}-{at % 12 + 1:02}" for at in range(20)]
Table = dict[str, list[str | None]]


def read(table: Table) -> Mapping:
    return propose(profiles(table), ".")


@pytest.mark.parametrize(
    ("name", "cells", "outcome", "answers"),
    [
        ("Month", MONTHS, "CSAT score", SHARES), ("Region", [f"Region {at}" for at in range(20)], "CSAT %", SHARES),
        ("Agent", [f"Agent {at}" for at in range(20)], "Average CSAT", [f"4.{at % 9}" for at in range(20)]), ("Cohort", [*"ABCD"] * 5, "NPS", SHARES),
    ],
)  # fmt: skip
def test_what_came_out_of_many_answers_is_asked_about_and_settled_by_a_scale(name, cells, outcome, answers):
    table: Table = {name: cells, outcome: answers}
    proposed = read(table)
    (question,) = proposed.open_questions
    assert "each of the 20 rows would pass for one response" in question
    column = next(each for each in proposed.columns if each.name == outcome)
    assert column.scale is not None
    said = f'"{outcome}={column.scale.name}"'
    assert f"say --scale {said}" in question
    assert decide(proposed, profiles(table), roles={}, scales={outcome: column.scale.name}).open_questions == ()


@pytest.mark.parametrize(
    "table",
    [
        {"Region": [*"NSEW"] * 5, "CSAT score": SHARES}, {"Response ID": [f"R{at}" for at in range(20)], "Month": MONTHS, "CSAT score": SHARES},
        {"Store": [f"Store {at}" for at in range(20)], "Overall (0-100)": SHARES}, {"Region": [*"NSEW"] * 5, "NPS": [str(at % 11) for at in range(20)]},
        {"Store": [f"Store {at}" for at in range(20)], "Satisfaction": [*"12345"] * 4},
    ],
)  # fmt: skip
def test_answers_of_single_people_are_not(table):
    assert read(table).open_questions == ()


def test_a_rate_of_something_counted_is_no_rating():
    columns = {each.name: each.role.value for each in read({"CSAT": SHARES, "Response rate": SHARES[::-1]}).columns}
    assert columns == {"CSAT": "outcome", "Response rate": "metric"}
