"""Numbers that are codes by how they are written or come again are groups, whatever they are called."""

import pytest

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles

RATED = [*"1122333344445555"] * 6
ROUTES = ["7", "12", "24", "31"] * 24


def read(name: str, cells: list[str]) -> tuple[ColumnMapping, list[str]]:
    """How the column is read, and the messages of the doubts about it."""
    columns = profiles({"Overall satisfaction": RATED[: len(cells)], name: cells})
    mapping = propose(columns, ".")
    said = [problem.message for problem in doubts_of(columns, mapping) if problem.column == name]
    return next(column for column in mapping.columns if column.name == name), said


def test_numbers_filled_up_with_zeros_are_codes_never_measured():
    found, said = read("Unit", ["0101", "0206", "0305"] * 32)
    assert (found.role, found.reason, said) == ("segment", "Numbers that begin with 0 are codes: 3 groups.", [])
    assert read("Unit", [f"{at:04}" for at in range(1, 97)])[0].role == "ignore"
    assert read("Minutes", ["010", "020", "035"] * 32)[0].role == "metric"


def test_a_few_numbers_far_apart_that_come_again_are_groups_and_that_is_said():
    found, said = read("Run", ROUTES)
    assert (found.role, found.reason) == (
        "segment", "Its 4 different numbers, far apart, come again and again as codes do: groups to compare."
    )  # fmt: skip
    assert said == [
        "'Run' is used as groups: its 4 different numbers, such as 7, come again and again, as codes do. If they count or "
        'measure, say --map "Run=metric".'
    ]


def test_five_rows_of_each_code_are_enough():
    assert read("Room", ["101", "102", "205", "301"] * 5)[0].role == "segment"
    assert read("Room", ["101", "102", "205", "301"] * 4)[0].role == "metric"


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Waiting time in minutes", ROUTES),
        ("Age", ROUTES),
        ("Discount", ["5", "15", "25", "100"] * 24),
        ("Load", ["7.5", "12", "24", "31"] * 24),
        ("Load", ["1", "2", "3", "4", "6", "9"] * 16),
        ("Load", [str(at * 7 % 96 + 11) for at in range(96)]),
    ],
)
def test_what_is_called_a_measure_goes_in_steps_or_differs_from_row_to_row_is_a_number(name, cells):
    assert read(name, cells)[0].role == "metric"
