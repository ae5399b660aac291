"""Rows that are no responses to one question are asked about: answers counted already, and to different questions."""

import pytest

from csat_core.ingest.plan import Mapping
from csat_core.ingest.proposal.mapping import decide, propose
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


def test_numbers_beside_a_scale_of_which_each_answer_stands_once_are_asked_about() -> None:
    question = asked(proposed(rating=[*"34512"], amount=["71", "88", "85", "35", "26"]))
    assert question.startswith("each answer of 'rating' stands in one row, and 'amount' may say how many gave it")
    assert proposed(rating=[*"345123"], amount=["71", "88", "85", "35", "26", "9"]).open_questions == ()


def test_columns_named_like_the_answers_of_a_scale_are_counts() -> None:
    counts = {each: [str(40 + row + 7 * at) for row in range(12)] for at, each in enumerate(ANSWERS)}
    columns = {"Month": [f"2026-{month:02}" for month in range(1, 13)]} | counts
    question = asked(proposed(**columns))
    assert question.startswith(
        "'Very satisfied', 'Satisfied' and 3 more columns are named like answers and hold numbers"
    )
    assert "each of the 12 rows" in question


def test_statements_beside_nothing_but_counts_of_the_answers_are_no_comments() -> None:
    counts = {each: [str(20 + row + 7 * at) for row in range(6)] for at, each in enumerate(ANSWERS)}
    said = [
        f"Number {word} of what I would say of this conference to others."
        for word in ["one", "two", "three", "four", "five", "six"]
    ]
    first = proposed(Question=said, **counts).open_questions[0]
    assert first.startswith("'Very satisfied', 'Satisfied' and 3 more columns are named like answers and hold numbers")


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


@pytest.mark.parametrize(
    ("which", "names"),
    [("question_type", ["NPS", "CSAT"]), ("Survey", ["CSAT survey", "CES survey"]), ("question", ["How was it?", "Would you come back?"]),
     ("Frage", ["Wie war es?", "Kommen Sie wieder?"]), ("question_id", ["speed", "ease"])],
)  # fmt: skip
def test_answers_to_different_questions_in_one_column_are_asked_about(which: str, names: list[str]) -> None:
    rows = 120
    columns = {
        "id": [f"r{row}" for row in range(rows)],
        which: [names[row % 2] for row in range(rows)],
        "score": [str(row % 11) if row % 2 else str(row % 5 + 1) for row in range(rows)],
    }
    said = f"'{which}' says that 'score' holds answers to different questions, '{names[0]}', '{names[1]}'"
    # that its few zeros may be no answers is asked too
    assert any(question.startswith(said) for question in proposed(**columns).open_questions)
    settled = decide(proposed(**columns), profiles(columns), roles={which: "segment"}, scales={"score": "0-10"})
    assert settled.open_questions == ()


def test_a_group_of_surveys_is_no_question() -> None:
    rows = 120
    columns = {
        "Survey": [("Spring", "Autumn")[row % 2] for row in range(rows)],
        "score": [str(row % 5 + 1) for row in range(rows)],
    }
    assert proposed(**columns).open_questions == ()
