"""Where nothing in a file says that people were asked, its rating may be of machines or exams: that is said."""

import pytest

from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles

STATE = ["poor", "good"] * 50
MARKS = [*"12345"] * 20
OTHERS = {"Machine": [*"ABCD"] * 25}


def doubted(*names: str, cells: list[str] = MARKS) -> list[str | None]:
    """The columns of which it is said that they may be no answers."""
    table = profiles({**OTHERS, **dict.fromkeys(names, cells)})
    return [each.column for each in doubts_of(table, propose(table, ".")) if each.code == "perhaps_no_survey"]


@pytest.mark.parametrize(
    ("name", "cells"), [("status", STATE), ("condition", STATE), ("score", MARKS), ("exam_score", MARKS)]
)
def test_what_may_grade_machines_or_exams_is_said(name, cells):
    assert doubted(name, cells=cells) == [name]


@pytest.mark.parametrize(
    "names",
    [
        ("CSAT",),
        ("score", "comment"),
        ("score", "agent"),
        ("rating",),
        ("How was the machine this time?",),
        ("Q1",),
        ("score", "Food", "Staff"),
    ],
)
def test_a_name_of_a_question_of_a_service_or_of_several_ratings_leaves_no_doubt(names):
    assert doubted(*names) == []
    assert doubted("Smiley", cells=["Very unhappy", "Unhappy", "Happy", "Very happy"] * 25) == []
