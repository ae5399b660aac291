"""Questions in the same words lie on the scale that their answers show together."""

import pytest

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles

FIVE = ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"]
AGREE = ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"]
RATED = ["Poor", "Fair", "Good", "Very good", "Excellent"]


def read(**cells: list[str]) -> dict[str, ColumnMapping]:
    """How questions in one file are read, by name."""
    longest = max(map(len, cells.values()))
    even = {name: (texts * longest)[:longest] for name, texts in cells.items()}
    return {column.name: column for column in propose(profiles(even), ".").columns}


def labels_of(column: ColumnMapping) -> list[str]:
    assert column.scale
    return list(column.scale.labels)


@pytest.mark.parametrize(
    ("given", "whole"),
    [(FIVE[3:], FIVE), (FIVE[1:4], FIVE), (RATED[2:4], RATED), (RATED[:4], RATED), (AGREE[4:], AGREE)],
)
def test_answers_that_nobody_gave_are_those_of_a_question_that_shows_them(given, whole):
    staff = read(Overall_satisfaction=whole * 6, Staff=given)["Staff"]
    assert (staff.role, labels_of(staff), staff.assumed) == ("driver", whole, False)
    assert "'Overall_satisfaction' shows those that nobody gave here" in staff.reason


def test_none_has_to_show_all_and_the_outcome_is_told_by_its_drivers_too():
    found = read(Overall_satisfaction=FIVE[2:] * 5, Staff=FIVE[:3], Price=FIVE[1:4])
    assert [labels_of(each) for each in found.values()] == [FIVE] * 3


def test_a_shorter_scale_that_many_answers_fill_is_kept_with_the_longer_one_named():
    staff = read(Overall_satisfaction=FIVE * 12, Staff=FIVE[1:4])["Staff"]
    assert (labels_of(staff), staff.assumed, staff.rival) == (FIVE[1:4], True, "|".join(FIVE))
    assert "none of which is among the 60 here" in staff.reason


def test_other_words_for_an_answer_and_words_of_another_family_say_nothing():
    said = ["Very dissatisfied", "Somewhat dissatisfied", "Neutral", "Somewhat satisfied", "Very satisfied"]
    found = read(Overall_satisfaction=said * 8, Staff=["Satisfied", "Very satisfied"], Room=AGREE[2:])
    assert "shows those" not in found["Staff"].reason + found["Room"].reason


def test_yes_and_no_stay_two_beside_three_and_one_word_that_is_no_answer_stays_a_group():
    found = read(Overall_satisfaction=["Yes", "Partly", "No"] * 12, Helpful_staff=["Yes", "No"], Country=["Chile"])
    assert labels_of(found["Helpful_staff"]) == ["No", "Yes"]
    assert found["Country"].role == "segment"


def test_a_worst_answer_that_another_question_shows_was_offered_here_too():
    answers = [*["Malo"] * 20, *["Regular", "Bueno", "Excelente"] * 40]
    table = {"Atención": ["Muy malo", *answers[1:]], "Precio": answers}
    found = {each.name: each.scale for each in propose(profiles(table), ".").columns}
    assert found["Precio"] == found["Atención"]


def test_frequencies_of_which_few_were_given_rate_beside_a_question_that_shows_all():
    often = [*["Sometimes", "Usually", "Always"] * 20]
    table = {
        "Overall rating": [*"12345"] * 12,
        "Nurses listened carefully": ["Never", *often[1:]],
        "Pain well controlled": often,
    }
    found = {each.name: each for each in propose(profiles(table), ".").columns}["Pain well controlled"]
    assert found.role.value == "driver"
    assert found.scale is not None
    assert found.scale.labels == ("Never", "Sometimes", "Usually", "Always")
    table["How often do you visit us?"] = table.pop("Pain well controlled")
    assert {each.name: each.role.value for each in propose(profiles(table), ".").columns}[
        "How often do you visit us?"
    ] == "segment"


def test_questions_in_the_same_words_tell_together_what_none_of_them_tells_alone():
    answers = [*["Malo"] * 8, *["Regular", "Bueno", "Excelente"] * 17]
    alone = read(Limpieza=answers)["Limpieza"]
    together = read(Limpieza=answers, Rapidez=answers[::-1], Precio=answers[5:] + answers[:5])
    assert labels_of(alone) == ["Muy malo", "Malo", "Regular", "Bueno", "Excelente"]
    assert [labels_of(each) for each in together.values()] == [["Malo", "Regular", "Bueno", "Excelente"]] * 3
    assert "in 177 answers to 3 questions in these words nobody gave 'Muy malo'" in together["Rapidez"].reason
    assert together["Precio"].rival == "Muy malo|Malo|Regular|Bueno|Excelente"
