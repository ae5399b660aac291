"""An outcome that nothing but its place makes one is asked for, by the names that are likely."""

import pytest

from csat_core.ingest.plan import Mapping
from csat_core.ingest.proposal.mapping import decide, propose
from tests.ingest.handmade import profiles

SPREAD = [*"1122333344445555"] * 6
WORDS = ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied", "Satisfied"] * 16
Table = dict[str, list[str | None]]


def table(*names: str, **others: list[str]) -> Table:
    return {name: others.get(name, SPREAD) for name in names}


def read(found: Table) -> Mapping:
    return propose(profiles(found), ".")


def outcomes(mapping: Mapping) -> list[str]:
    return [column.name for column in mapping.columns if column.role == "outcome"]


@pytest.mark.parametrize(
    "names",
    [("Shop", "Answer"), ("Tariff", "Food", "Service"), ("Q1", "Q2", "Q3"), ("Kiosk", "Value"), ("Speed", "Price")],
)
def test_of_numbers_that_no_name_calls_a_rating_it_is_asked_which_is_the_outcome(names):
    found = table(*names)
    proposed = read(found)
    named, ways = ", ".join(f"'{name}'" for name in names), " or ".join(f'--map "{name}=outcome"' for name in names)
    assert proposed.open_questions == (
        f"Which question is the outcome is not settled: {named} may be it, and no name says so; say {ways}.",
    )
    last = decide(proposed, profiles(found), roles={names[-1]: "outcome"}, scales={})
    assert (outcomes(last), last.open_questions) == ([names[-1]], ())
    first = decide(proposed, profiles(found), roles={names[0]: "outcome"}, scales={})
    assert (outcomes(first), first.open_questions) == ([names[0]], ())


def test_codes_of_two_answers_are_not_the_likeliest_though_they_stand_first():
    mapping = read(table("Q1", "Q2", "Q3", Q1=[*"12"] * 48))
    assert outcomes(mapping) == ["Q2"]
    assert mapping.open_questions[0].startswith("Which question is the outcome is not settled")


def test_where_the_first_is_said_to_be_groups_the_others_are_asked_about_as_long_as_there_are_several():
    found = table("Tariff", "Food", "Service")
    decided = decide(read(found), profiles(found), roles={"Tariff": "segment"}, scales={})
    (asked,) = decided.open_questions
    assert "'Food', 'Service' may be it" in asked


@pytest.mark.parametrize(
    "found",
    [
        table("Shop", "Q2", Q2=WORDS),
        table("Shop", "Did the staff know what they were talking about?"),
        table("Shop", "Friendliness (1-5)"),
        table("Shop", "Quality"),
    ],
)
def test_what_words_answers_or_a_scale_make_a_rating_is_taken_and_that_is_said(found):
    mapping = read(found)
    (taken,) = [column for column in mapping.columns if column.role == "outcome"]
    assert (taken.name, taken.assumed, mapping.open_questions) == ([*found][1], True, ())


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("Friendliness", "Speed"), "the first one is taken"),
        (("Kiosk", "Quality"), "the first one that is named as a rating is taken"),
    ],
)
def test_it_is_said_which_of_several_is_taken(names, said):
    (taken,) = [column for column in read(table(*names)).columns if column.role == "outcome"]
    assert f"No name says which question is the outcome, so {said}." in taken.reason


@pytest.mark.parametrize(
    "name",
    ["Total score BARTHEL INDEX", "Punteggio totale", "Score, 12 items"],
)
def test_the_sum_of_several_is_no_outcome_by_itself_beside_questions_that_are_asked(name):
    hundred = [str(5 * (at % 21)) for at in range(96)]
    mapping = read({name: hundred, "Do you feel you cope well?": SPREAD, "Quality of support": SPREAD})
    (asked,) = mapping.open_questions
    assert asked.startswith("Which question is the outcome is not settled")
    assert read({name.replace("Total", "Satisfaction"): hundred}).open_questions == ()


@pytest.mark.parametrize(("name", "asked"), [("Kiosk", True), ("Q1", False), ("Antwort", False), ("Rating", False)])
def test_a_single_column_of_small_numbers_is_asked_about_unless_its_name_speaks_of_answers(name, asked):
    mapping = read(table(name))
    assert (outcomes(mapping), len(mapping.open_questions)) == ([name], asked)
    if asked:
        assert mapping.open_questions[0].endswith(
            f"the numbers in '{name}' are answers, and no other column is rated; say --map \"{name}=outcome\" if they are."
        )


@pytest.mark.parametrize(
    ("name", "asked"), [("overall_success", True), ("acting experience", True), ("Satisfied flag", False)]
)
def test_a_yes_or_no_in_digits_is_asked_about_unless_it_says_who_is_content(name: str, asked: bool):
    proposed = read({name: [*"01"] * 48, "Group": ["treatment", "control"] * 48})
    assert (outcomes(proposed), len(proposed.open_questions)) == ([name], int(asked))


def test_the_score_of_a_model_is_no_answer_and_no_years_lie_on_a_hundred():
    years = [str(each) for each in range(1, 49)] * 2
    columns = read({"Rating": SPREAD, "model_score": SPREAD, "experience": years}).columns
    assert [column.role.value for column in columns] == ["outcome", "metric", "metric"]


@pytest.mark.parametrize("whole", ["Q7ALL", "Q7_total", "q7 overall", "Q7GES"])
def test_of_questions_of_one_number_the_one_named_for_all_is_the_outcome(whole: str):
    proposed = read(table("Q7A", "Q7B", "Q7C", whole, "Q8A"))
    assert (outcomes(proposed), proposed.open_questions) == ([whole], ())
    said = next(column.reason for column in proposed.columns if column.name == whole)
    assert said.endswith("Its name is that of all questions of its number.")


@pytest.mark.parametrize(
    ("name", "rival"),
    [("엘리베이터 를 기다리는 동안 느끼는 불만족도 는", "5-1"), ("How was the time that you spent with us", None)],
)
def test_of_the_only_question_in_a_language_that_is_not_known_either_end_may_be_the_best_and_that_is_said(name, rival):
    (column,) = read({name: SPREAD}).columns
    assert (column.role.value, column.assumed, column.rival) == ("outcome", rival is not None, rival)
