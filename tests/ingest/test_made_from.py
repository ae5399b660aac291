"""A column that is made from a rating, as a top-two-box flag or a score of 0 to 100, is no driver of it."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles
from tests.ingest.made_files import read_here

WORDS = ("Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied")
CHANCE = random.Random(11)
RATED = CHANCE.choices(range(1, 6), k=90)
LIKELY = CHANCE.choices(range(11), k=90)
Table = dict[str, list[object]]


def read(folder: Path, table: Table) -> dict[str, ColumnMapping]:
    lines = [",".join(table), *(",".join(map(str, row)) for row in zip(*table.values(), strict=True))]
    staged = read_here(folder, "\n".join(lines), "answers.csv")
    return {column.name: column for column in propose(staged.columns, ".").columns}


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("CSAT T2B", [int(answer > 3) for answer in RATED]),
        ("Satisfied (Y/N)", ["Yes" if answer > 3 else "No" for answer in RATED]),
        ("Unhappy", [int(answer < 3) for answer in RATED]),
        ("Sentiment", [("Negative", "Negative", "Neutral", "Positive", "Positive")[answer - 1] for answer in RATED]),
        ("CSAT %", [(answer - 1) * 25 for answer in RATED]),
        ("answerlabel", RATED),
        ("sat3", [(1, 1, 2, 3, 3)[answer - 1] for answer in RATED]),
    ],
)
@pytest.mark.parametrize("as_words", [False, True])
def test_what_a_rating_settles_row_by_row_is_left_out(tmp_path: Path, name, made, as_words):
    rating = [WORDS[answer - 1] for answer in RATED] if as_words else [*RATED]
    found = read(tmp_path, {"Overall satisfaction": rating, name: made, "Speed": CHANCE.choices(range(1, 6), k=90)})
    assert (found["Overall satisfaction"].role, found["Speed"].role) == ("outcome", "driver")
    if not as_words or name not in ("CSAT %", "answerlabel", "sat3"):
        assert (found[name].role, found[name].reason) == (
            "ignore", "Made from 'Overall satisfaction': each answer there settles what stands here."
        )  # fmt: skip


def test_flags_of_blank_answers_and_of_another_question_are_told_apart(tmp_path: Path):
    rating = [answer if at % 9 else "" for at, answer in enumerate(RATED)]
    table: Table = {
        "Overall satisfaction": [*rating],
        "NPS": [*LIKELY],
        "Promoter": [int(answer > 8) for answer in LIKELY],
        "NPS group": ["Detractor" if answer < 7 else "Promoter" if answer > 8 else "Passive" for answer in LIKELY],
        "Top box": [int(answer == 5) for answer in rating],
        "Resolved": CHANCE.choices(["Yes", "No"], k=90),
    }
    found = read(tmp_path, table)
    assert "'NPS'" in found["Promoter"].reason
    assert "'Overall satisfaction'" in found["Top box"].reason
    assert found["NPS group"].role == "segment"
    assert [found[name].role for name in ("Promoter", "Top box", "Resolved")] == ["ignore", "ignore", "segment"]


def test_the_question_is_the_outcome_where_what_was_made_from_it_is_called_so(tmp_path: Path):
    table: Table = {
        "Q1": [*RATED],
        "Satisfied": ["Yes" if answer > 3 else "No" for answer in RATED],
        "Region": ["N", "S", "W"] * 30,
    }
    found = read(tmp_path, table | {"Speed": [*LIKELY]})
    assert (found["Satisfied"].role, found["Q1"].role, found["Region"].role) == ("ignore", "outcome", "segment")


def test_of_several_questions_without_a_name_that_one_is_the_outcome_from_which_a_flag_called_so_is_made(
    tmp_path: Path,
):
    table: Table = {
        "Staff": [*RATED],
        "Price": CHANCE.choices(range(1, 6), k=90),
        "Delivery": CHANCE.choices(range(1, 6), k=90),
        "Customer satisfied": ["Yes" if answer > 3 else "No" for answer in RATED],
    }
    found = read(tmp_path, table)
    assert {name: column.role for name, column in found.items()} == {
        "Staff": "outcome", "Price": "driver", "Delivery": "driver", "Customer satisfied": "ignore",
    }  # fmt: skip


def test_what_two_questions_settle_each_for_itself_is_made_of_neither(tmp_path: Path):
    price = [CHANCE.choice([1, 2, 3] if answer < 4 else [4, 5]) for answer in RATED]
    table: Table = {
        "Staff rating": [*RATED],
        "Price rating": [*price],
        "Satisfaction": ["Satisfied" if answer > 3 else "Dissatisfied" for answer in RATED],
    }
    found = read(tmp_path, table)
    assert {name: column.role for name, column in found.items()} == {
        "Staff rating": "driver", "Price rating": "driver", "Satisfaction": "outcome",
    }  # fmt: skip


@pytest.mark.parametrize(("rows", "rare"), [(15, 6), (48, 1), (100, 3), (60, 8)])
def test_a_rare_answer_that_agrees_with_a_rating_by_chance_is_kept(tmp_path: Path, rows, rare):
    staff = [1] * rare + CHANCE.choices(range(2, 6), k=rows - rare)
    table: Table = {
        "Overall satisfaction": CHANCE.choices(range(1, 6), k=rows),
        "Staff": [*staff],
        "Resolved": ["No"] * rare + ["Yes"] * (rows - rare),
    }
    assert read(tmp_path, table)["Resolved"].role == "segment"


def test_words_that_go_for_every_other_answer_are_none_of_a_rating(tmp_path: Path):
    words = ["Satisfied" if answer % 2 else "Dissatisfied" for answer in RATED]
    assert read(tmp_path, {"Q1 rating": [*RATED], "Satisfaction": [*words]})["Satisfaction"].role == "outcome"


def test_what_is_left_out_so_is_said_with_the_way_to_use_it():
    table = profiles(
        {"Overall satisfaction": [*map(str, RATED)], "T2B": ["1" if answer > 3 else "0" for answer in RATED]}
    )
    columns = (table[0], replace(table[1], described=replace(table[1].described, made_from=1)))
    (problem,) = [each for each in doubts_of(columns, propose(columns, ".")) if each.code == "made_from"]
    assert problem.message == (
        "'T2B' is left out: made from 'Overall satisfaction': each answer there settles what stands here, so it would explain "
        'it wholly. To use it: --map "T2B=driver".'
    )


def test_a_number_for_each_word_of_the_outcome_is_made_from_it_whatever_it_is_called(tmp_path: Path):
    words = [WORDS[answer - 1] for answer in RATED]
    hundred = [(answer - 1) * 25 for answer in RATED]
    top = ["Top 2" if answer > 3 else "Other" for answer in RATED]
    table = {
        "How satisfied are you?": words,
        "Overall satisfaction (0-100)": hundred,
        "Overall satisfaction top 2": top,
    }
    roles = {name: column.role.value for name, column in read(tmp_path, table).items()}
    assert list(roles.values()) == ["outcome", "ignore", "segment"]
    codes = {
        "How satisfied are you?": words,
        "Overall satisfaction score": RATED,
        "Overall satisfaction (0-100)": hundred,
    }
    assert [column.role.value for column in read(tmp_path, codes).values()] == ["outcome", "ignore", "ignore"]
