"""Ratings of one person go together; what goes with none may be codes of groups, what goes against most may be turned."""

import random
from collections.abc import Mapping as Named
from collections.abc import Sequence
from pathlib import Path

import pytest

from csat_core.ingest.plan import Mapping, Problem
from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.mapping import decide, propose
from tests.ingest.made_files import read_here

ROWS = 400
CHANCE = random.Random(7)
MOODS = [CHANCE.gauss(0, 1) for _ in range(ROWS)]
Table = Named[str, Sequence[object]]


def rated(part: float = 0.6) -> list[int]:
    """Answers from 1 to 5 that are so much of them the mood of whoever gave them."""
    noise = (1 - part**2) ** 0.5
    return [min(5, max(1, round(3.4 + 1.1 * (part * mood + noise * CHANCE.gauss(0, 1))))) for mood in MOODS]


def codes(most: int = 5) -> list[int]:
    return CHANCE.choices(range(1, most + 1), k=ROWS)


def turned(answers: Sequence[int]) -> list[int]:
    return [6 - answer for answer in answers]


RATED: dict[str, list[int]] = {
    "Overall satisfaction": rated(0.8),
    "Food": rated(),
    "Speed": rated(),
    "Parking": rated(0.4),
}


def read(folder: Path, table: Table) -> tuple[Mapping, tuple[Problem, ...]]:
    lines = [",".join(table), *(",".join(map(str, row)) for row in zip(*table.values(), strict=True))]
    staged = read_here(folder, "\n".join(lines), "answers.csv")
    mapping = propose(staged.columns, ".")
    return mapping, doubts_of(staged.columns, mapping)


def test_numbers_that_go_with_no_rating_may_be_codes_of_groups_unless_the_name_rates(tmp_path: Path):
    table = {**RATED, "Tariff": codes(), "Doctor": codes(4), "Quality of the bread": codes()}
    mapping, doubts = read(tmp_path, table)
    assert {column.name: column.role.value for column in mapping.columns} == {
        name: "outcome" if name == "Overall satisfaction" else "driver" for name in table
    }
    assert [problem.column for problem in doubts if problem.code == "perhaps_groups"] == ["Tariff", "Doctor"]
    assert 'say --map "Tariff=segment"' in next(each.message for each in doubts if each.column == "Tariff")


@pytest.mark.parametrize(
    ("name", "sister", "other"), [("Branch", "Team", "segment"), ("Portion size", "Number of guests", "metric")]
)
def test_numbers_under_another_name_are_rated_where_they_go_with_the_ratings_as_these_do(
    tmp_path: Path, name, sister, other
):
    table = {**RATED, name: rated(), sister: codes()}
    mapping, doubts = read(tmp_path, table)
    roles = {column.name: column.role.value for column in mapping.columns}
    assert (roles[name], roles[sister]) == ("driver", other)
    (doubt,) = [each for each in doubts if each.code == "perhaps_groups"]
    assert f'say --map "{name}={other}"' in doubt.message


@pytest.mark.parametrize(("answers", "role"), [(rated(), "driver"), (codes(), "metric")])
def test_who_is_asked_to_rank_rates_where_the_answers_go_with_the_ratings(tmp_path: Path, answers, role):
    name = "How would you rank our staff?"
    column = next(each for each in read(tmp_path, {**RATED, name: answers})[0].columns if each.name == name)
    assert column.role.value == role


def hundred(answers: Sequence[int]) -> list[int]:
    """The same answers on 0-100, in steps of 5."""
    return [20 * answer - 5 * (at % 4) for at, answer in enumerate(answers)]


@pytest.mark.parametrize(
    ("numbers", "role"),
    [
        (hundred(rated()), "driver"),
        ([f"{number}%" for number in hundred(rated())], "driver"),
        ([10 * code for code in codes(9)], "agent"),
    ],
)
def test_who_served_is_rated_where_the_numbers_go_with_the_ratings(tmp_path: Path, numbers, role):
    table = {**{name: hundred(answers) for name, answers in RATED.items()}, "Service Advisor": numbers}
    column = next(each for each in read(tmp_path, table)[0].columns if each.name == "Service Advisor")
    assert column.role.value == role


def test_a_hundred_answers_are_enough_to_doubt_codes_and_no_rating(tmp_path: Path):
    table = {name: cells[:100] for name, cells in {**RATED, "Tariff": codes(), "Quality of the bread": codes()}.items()}
    doubts = read(tmp_path, table)[1]
    assert [problem.column for problem in doubts if problem.code == "perhaps_groups"] == ["Tariff"]


def test_what_goes_against_most_is_read_upwards_with_the_other_way_offered(tmp_path: Path):
    table = {**RATED, "Burnout": turned(rated()), "Bullying (1 = never, 5 = always)": turned(rated())}
    columns = {column.name: column for column in read(tmp_path, table)[0].columns}
    burnout = columns["Burnout"]
    assert burnout.scale is not None
    assert (burnout.scale.name, burnout.assumed, burnout.rival) == ("1-5", True, "5-1")
    assert burnout.reason.endswith("its answers go against those of the other questions, and 1 may be the best.")
    assert not any(columns[name].assumed for name in RATED)


def test_an_outcome_that_goes_against_all_others_may_be_turned_itself(tmp_path: Path):
    table = {**RATED, "Overall satisfaction": turned(RATED["Overall satisfaction"])}
    columns = {column.name: column for column in read(tmp_path, table)[0].columns}
    assert {name: column.rival for name, column in columns.items()} == {
        name: "5-1" if name == "Overall satisfaction" else None for name in RATED
    }


def test_what_goes_with_no_other_is_not_named_as_a_likely_outcome(tmp_path: Path):
    (asked,) = read(tmp_path, {"Tariff": codes(), **{name: RATED[name] for name in ("Food", "Speed", "Parking")}})[
        0
    ].open_questions
    assert "'Food', 'Speed', 'Parking' and 1 more may be it" in asked


@pytest.mark.parametrize(
    "table",
    [
        {"Overall satisfaction": codes(), "Food": codes(), "Speed": codes(), "Tariff": codes()},
        {name: answers[:50] for name, answers in {**RATED, "Tariff": codes()}.items()},
        {"Overall satisfaction": rated(), "Food": rated(), "Tariff": codes()},
    ],
)
def test_where_too_few_go_together_or_answered_nothing_is_said(tmp_path: Path, table):
    assert [problem.code for problem in read(tmp_path, table)[1]] == []


def test_questions_of_another_subject_go_together_among_themselves(tmp_path: Path):
    others = [CHANCE.gauss(0, 1) for _ in range(ROWS)]
    beside = {
        name: [min(5, max(1, round(3 + 0.8 * mood + 0.8 * CHANCE.gauss(0, 1)))) for mood in others]
        for name in ("Sport", "Music", "Travel")
    }
    _, doubts = read(tmp_path, {**RATED, "Clean": rated(), **beside, "Tariff": codes()})
    assert [problem.column for problem in doubts if problem.code == "perhaps_groups"] == ["Tariff"]


@pytest.mark.parametrize("beside", ["Likelihood to recommend", "Rating of the staff"])
def test_an_outcome_that_goes_against_what_is_known_to_be_good_is_asked_about(tmp_path: Path, beside: str):
    words = ("Very poor", "Poor", "Fair", "Good", "Very good")
    known = [min(10, max(0, round(5 + 3 * mood + CHANCE.gauss(0, 1)))) for mood in MOODS]
    table: dict[str, Sequence[object]] = {
        "Overall satisfaction": turned(RATED["Overall satisfaction"]),
        beside: known if beside.startswith("Likelihood") else [words[answer - 1] for answer in rated(0.8)],
    }
    (asked,) = read(tmp_path, table)[0].open_questions
    assert f"its answers go against those of '{beside}'; say --scale \"Overall satisfaction=1-5\"" in asked
    table["Overall satisfaction"] = RATED["Overall satisfaction"]
    assert read(tmp_path, table)[0].open_questions == ()


def test_a_statement_that_begins_as_a_question_for_a_kind_is_rated_where_it_goes_with_the_ratings(tmp_path: Path):
    table = {
        **RATED,
        "Where to find help is clear": rated(0.7),
        "Where do you live": codes(),
        "Who taught: clarity (1-5)": codes(),
    }
    columns = {column.name: column.role.value for column in read(tmp_path, table)[0].columns}
    assert [columns[name] for name in list(table)[-3:]] == ["driver", "segment", "driver"]


def long(part: float = 0.7) -> list[int]:
    """Answers from 0 to 100 of the same people."""
    noise = (1 - part**2) ** 0.5
    return [min(100, max(0, round(55 + 25 * (part * mood + noise * CHANCE.gauss(0, 1))))) for mood in MOODS]


def test_numbers_whose_name_says_nothing_are_ratings_where_they_go_with_those_on_their_scale(tmp_path: Path):
    table = {"Satisfaction (0-100)": long(), "Staff": long(), "Room": long(), "Share online": codes(100), "Age": long()}
    columns = {column.name: column for column in read(tmp_path, table)[0].columns}
    assert [columns[name].role.value for name in table] == ["outcome", "driver", "driver", "metric", "metric"]
    assert columns["Staff"].reason.endswith(
        "its answers are on the scale of 'Satisfaction (0-100)' and go with those of the ratings of the file."
    )


def test_a_scale_that_was_given_is_that_of_the_numbers_on_it_whose_names_say_nothing(tmp_path: Path):
    table = {name: CHANCE.sample([*range(1, 7)] * 7, k=42) for name in ("Overall", "Staff", "Adults", "Salary")}
    lines = [",".join(table), *(",".join(map(str, row)) for row in zip(*table.values(), strict=True))]
    columns = read_here(tmp_path, "\n".join(lines)).columns
    decided = decide(propose(columns, "."), columns, roles={}, scales={"Overall": "1-6"})
    assert {column.name: column.role.value for column in decided.columns} == {
        "Overall": "outcome", "Staff": "driver", "Adults": "metric", "Salary": "metric",
    }  # fmt: skip


def test_numbers_that_go_with_no_rating_and_thin_out_are_counts_and_said_to_be_perhaps_rated(tmp_path: Path):
    table = {**RATED, "Bags checked": CHANCE.choices(range(1, 6), (50, 30, 12, 5, 3), k=ROWS), "Doctor": codes()}
    mapping, doubts = read(tmp_path, table)
    roles = {column.name: column.role.value for column in mapping.columns}
    assert (roles["Bags checked"], roles["Doctor"]) == ("metric", "driver")
    assert [problem.code for problem in doubts if problem.column == "Bags checked"] == ["perhaps_rated"]


def test_words_of_quality_that_go_with_no_rating_may_be_of_the_people_themselves(tmp_path: Path):
    words = ("Poor", "Fair", "Good", "Very good", "Excellent")
    beside = {name: [words[answer - 1] for answer in codes()] for name in ("Computer skills", "Computer rating")}
    table = {**RATED, **beside}
    assert [problem.column for problem in read(tmp_path, table)[1] if problem.code == "perhaps_groups"] == [
        "Computer skills"
    ]


def test_what_is_named_for_several_things_and_surely_rises_with_the_outcome_is_not_said_to_be_perhaps_counted(
    tmp_path: Path,
):
    doubts = read(tmp_path, {**RATED, "Prices": rated(), "Messages": codes(), "Calls": turned(rated())})[1]
    assert [problem.column for problem in doubts if problem.code == "perhaps_counted"] == ["Messages"]


def test_words_of_a_question_put_the_other_way_go_with_the_others_as_they_are_read(tmp_path: Path):
    agree = ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"]
    waited = [agree[5 - answer] for answer in rated(0.8)]
    mapping, _ = read(tmp_path, {**RATED, "I had to wait too long": waited})
    found = {column.name: column for column in mapping.columns}
    assert found["I had to wait too long"].scale.labels == tuple(agree[::-1])
    assert [found[name].assumed for name in RATED] == [False] * 4
