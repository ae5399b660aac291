"""A legend or a calculation beside the answers is no question of theirs."""

from csat_core.ingest.proposal.mapping import propose
from csat_core.model.dataset import Role
from tests.ingest.handmade import profiles

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
