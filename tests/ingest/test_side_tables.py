"""A legend or a calculation beside the answers is no question of theirs."""

import pytest

from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.mapping import propose
from csat_core.model.dataset import Role
from tests.ingest.handmade import profile, profiles

ANSWERS = [str(1 + row % 5) for row in range(40)]
BLANK = [None] * 40


def roles(table):
    return {column.name: column.role for column in propose(profiles(table), ".").columns}


def test_a_short_table_behind_a_blank_column_is_left_out():
    legend = ["1", "5", *BLANK[2:]]
    words = ["very bad", "very good", *BLANK[2:]]
    found = roles({"Satisfaction": ANSWERS, "Column 2": BLANK, "Legend": legend, "Column 4": words})
    assert found == {
        "Satisfaction": Role.OUTCOME,
        "Column 2": Role.IGNORE,
        "Legend": Role.IGNORE,
        "Column 4": Role.IGNORE,
    }


def test_columns_of_answers_behind_a_blank_one_are_kept():
    found = roles({"Satisfaction": ANSWERS, "Column 2": BLANK, "Speed": ANSWERS, "Column 4": ["x", *BLANK[1:]]})
    assert found["Speed"] is Role.DRIVER
    assert roles({"Satisfaction": ANSWERS, "Remarks": BLANK, "Speed": ["1", "5", *BLANK[2:]]})["Speed"] is Role.DRIVER


def profiles_of(columns):
    return tuple(profile(at, name, cells) for at, (name, cells) in enumerate(columns, 1))


def table(start, rows, names=("Response ID", "Date", "Satisfaction (1-5)", "Region")):
    cells = [
        [f"R{start + row}" for row in range(rows)],
        [f"2026-01-{1 + row % 28:02}" for row in range(rows)],
        [str(1 + row % 5) for row in range(rows)],
        ["NS"[row % 2] for row in range(rows)],
    ]
    return list(zip(names, [[*column, *BLANK[rows:]] for column in cells], strict=True))


OTHER_NAMES = ("Ticket", "Day", "CSAT", "Team")
GAP = ("Column 5", BLANK)


@pytest.mark.parametrize(
    ("columns", "second"),
    [
        ([*table(0, 40), GAP, *table(100, 40)], range(5, 9)),
        ([*table(0, 40), GAP, *table(100, 25)], range(5, 9)),
        ([*table(0, 25), GAP, *table(100, 40)], range(4)),
        ([*table(0, 40), GAP, *table(100, 25, OTHER_NAMES)], range(5, 9)),
        ([*table(0, 40), *table(100, 25)], range(4, 8)),
        ([(f"Leeds [{name}]", cells) for name, cells in table(0, 40)] + [GAP] + [(f"York [{name}]", cells) for name, cells in table(9, 30)], range(5, 9)),
    ],
    ids=["as long", "shorter", "longer", "other names", "without a gap", "under titles"],
)  # fmt: skip
def test_a_second_table_of_responses_is_not_read_and_said(columns, second):
    named = profiles_of(columns)
    mapping = propose(named, ".")
    read = {column.position - 1 for column in mapping.columns if column.role is not Role.IGNORE}
    assert read == set(range(len(columns))) - set(second) - {at for at, column in enumerate(columns) if column == GAP}
    (problem,) = (each for each in doubts_of(named, mapping) if each.code == "second_table")
    rows = sum(cell is not None for cell in columns[second[0]][1])
    assert f"the {rows} rows from '{columns[second[0]][0]}' to '{columns[second[-1]][0]}' are not." in problem.message


@pytest.mark.parametrize(
    "columns",
    [
        [*table(0, 40), GAP, ("Staff", ANSWERS), ("Price", ANSWERS)],
        [*table(0, 40), GAP, *table(100, 25, OTHER_NAMES)[2:]],
        [*table(0, 40), ("Satisfaction", ANSWERS)],
    ],
    ids=["questions", "questions of some", "one name again"],
)
def test_further_questions_of_the_same_people_are_no_second_table(columns):
    named = profiles_of(columns)
    assert [each for each in doubts_of(named, propose(named, ".")) if each.code == "second_table"] == []
    assert propose(named, ".").columns[-1].role is not Role.IGNORE
