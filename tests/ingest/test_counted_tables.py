"""Tables of answers that were counted already are asked about: their rows are no responses."""

import pytest

from csat_core.ingest.mapping import decide, propose
from csat_core.ingest.plan import Mapping
from csat_core.model.dataset import Role
from tests.ingest.handmade import profiles

ANSWERS = ["Very satisfied", "Satisfied", "Neutral", "Dissatisfied", "Very dissatisfied"]


def proposed(**columns: list[str]) -> Mapping:
    return propose(profiles(columns), ".")


def asked(mapping: Mapping) -> str:
    (question,) = mapping.open_questions
    return question


@pytest.mark.parametrize(
    "name", ["count", "N", "Number of responses", "Häufigkeit", "Effectif", "Anzahl", "Frecuencia", "件数"]
)
def test_a_column_that_says_how_many_gave_each_answer_is_asked_about(name: str) -> None:
    columns = {"answer": ANSWERS, name: ["120", "80", "25", "12", "8"]}
    assert asked(proposed(**columns)).startswith(f"'{name}' seems to say how many gave each answer")
    decided = decide(proposed(**columns), profiles(columns), roles={name: "metric"}, scales={})
    assert decided.open_questions == ()
    assert [column.role for column in decided.used] == [Role.OUTCOME, Role.METRIC]


def test_columns_named_like_the_answers_of_a_scale_are_counts() -> None:
    counts = {each: [str(40 + row + 7 * at) for row in range(12)] for at, each in enumerate(ANSWERS)}
    columns = {"Month": [f"2026-{month:02}" for month in range(1, 13)]} | counts
    question = asked(proposed(**columns))
    assert question.startswith(
        "'Very satisfied', 'Satisfied' and 3 more columns are named like answers and hold numbers"
    )
    assert "each of the 12 rows" in question


def test_numbers_beside_single_responses_are_none() -> None:
    rows = 60
    ids = {"Response ID": [f"r{row}" for row in range(rows)]}
    answers, counts = (ANSWERS * rows)[:rows], [str(row % 7 + 1) for row in range(rows)]
    numbered = {"n": [str(row + 1) for row in range(rows)], "Satisfaction": answers}
    for columns in (
        ids | {"Satisfaction": answers, "count": counts},
        {"Satisfaction": answers, "Visits": counts},
        numbered,
    ):
        assert proposed(**columns).open_questions == ()
