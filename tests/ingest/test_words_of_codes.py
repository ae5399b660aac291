"""A column of codes and one that says them in words are one question; a list beside the table is none."""

import random
from pathlib import Path

import pytest

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.mapping import propose
from csat_core.ingest.texts.alike_names import are_alike
from tests.ingest.made_files import read_here, workbook

FALLING = {
    1: "Very satisfied",
    2: "Satisfied",
    3: "Neutral",
    4: "Dissatisfied",
    5: "Very dissatisfied",
    9: "Don't know",
}
SHOPS = {1: "North", 2: "South", 3: "West"}
NUMBERS = random.Random(7).choices(range(1, 6), k=80)
Table = dict[str, list[object]]


def beside(codes: str, words: str, labels: dict[int, str], *, seed: int = 1) -> Table:
    drawn = random.Random(seed).choices(list(labels), k=80)
    return {codes: [*drawn], words: [labels[code] for code in drawn]}


def read(folder: Path, table: Table) -> dict[str, ColumnMapping]:
    lines = [",".join(table), *(",".join(map(str, row)) for row in zip(*table.values(), strict=True))]
    staged = read_here(folder, "\n".join(lines), "answers.csv")
    return {column.name: column for column in propose(staged.columns, ".").columns}


@pytest.mark.parametrize(
    ("codes", "words"),
    [("SAT", "SAT_label"), ("Zufriedenheit", "Zufriedenheit_Text"), ("Overall satisfaction", "Answer")],
)
def test_the_words_are_the_question_and_their_codes_say_the_rest(tmp_path: Path, codes, words):
    found = read(tmp_path, beside(codes, words, FALLING) | {"Staff": [*NUMBERS]})
    scale = found[words].scale
    assert (found[codes].role, found[words].role) == ("ignore", "outcome")
    assert (scale.labels[0], scale.values, found[words].question) == ("Very dissatisfied", (5, 4, 3, 2, 1), None)
    assert found[words].dont_know == ("don't know",)
    assert f"'{words}', which is read" in found[codes].reason
    assert f"'{words}' beside it is best where it is low" in found["Staff"].doubt


def test_codes_of_groups_are_no_ratings_and_are_left_out_where_their_name_is_that_of_the_words(tmp_path: Path):
    table = beside("Q7", "Q7_text", SHOPS) | beside("agent_id", "agent_name", {4: "Bo", 5: "Al", 6: "Cy"}, seed=2)
    table |= beside("Price", "Plan", {10: "Basic", 20: "Plus", 50: "Pro"}, seed=3)
    found = {name: column.role for name, column in read(tmp_path, table).items()}
    assert (found["Q7"], found["Q7_text"], found["agent_id"]) == ("ignore", "segment", "agent")
    assert (found["Price"], found["Plan"]) == ("metric", "segment")


def test_a_misspelt_word_is_a_misspelt_answer_and_the_codes_still_are_those_of_the_words(tmp_path: Path):
    table = beside("SAT", "SAT_label", FALLING)
    table["SAT_label"][table["SAT"].index(5)] = "Very disatisfied"
    found = read(tmp_path, table)
    assert (found["SAT"].role, found["SAT_label"].scale.labels[0]) == ("ignore", "Very dissatisfied")


def test_words_that_are_no_codes_of_each_other_stay_two_questions(tmp_path: Path):
    table = beside("SAT", "SAT_label", FALLING)
    table["SAT_label"] = table["SAT_label"][1:] + table["SAT_label"][:1]
    found = read(tmp_path, table)
    assert [column.role for column in found.values()].count("ignore") == 0


def test_where_the_codes_show_less_of_a_scale_than_the_words_do_these_are_read_alone(tmp_path: Path):
    rising = {2: "Dissatisfied", 3: "Neutral", 4: "Satisfied", 5: "Very satisfied"}
    found = read(tmp_path, beside("Satisfaction_num", "Satisfaction", rising))
    assert found["Satisfaction"].scale.points == 5
    unknown = read(tmp_path, beside("Satisfaction_num", "Satisfaction", {1: "Blurp", 2: "Zorg", 3: "Flim"}))
    assert unknown["Satisfaction"].scale.labels == ("Blurp", "Zorg", "Flim")
    assert unknown["Satisfaction"].question is not None


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (["Key"], [[f"{code} = {label}"] for code, label in list(FALLING.items())[:5]]),
        (["Code", "Meaning"], [[*pair] for pair in list(FALLING.items())[:5]]),
        (["", "Code", "Meaning"], [[None, *pair] for pair in list(FALLING.items())[:5]]),
    ],
)
def test_a_list_at_the_right_of_the_table_turns_the_scale_with_a_blank_column_before_it_or_without(
    tmp_path, head, rows
):
    listed = [*rows, *[[]] * 75]
    table = [["No", "Satisfaction", *head], *([at, NUMBERS[at], *more] for at, more in enumerate(listed))]
    columns = propose(read_here(tmp_path, workbook({"Data": table}), "key.xlsx").columns, ".").columns
    found = {column.name: column for column in columns}
    assert found["Satisfaction"].scale.name == "5-1"
    assert {found[name].role for name in head if name} == {"ignore"}


def test_answers_that_only_the_first_rows_have_are_no_list(tmp_path: Path):
    table: Table = {
        "Satisfaction": [*NUMBERS],
        "Recommend": [8, 9, 7, *[""] * 77],
        "Reason": ["Fast", "Kind", "Dear", *[""] * 77],
    }
    found = read(tmp_path, table)
    assert "list beside" not in found["Recommend"].reason + found["Reason"].reason
    assert found["Satisfaction"].scale.name == "1-5"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("SAT", "SAT_label", True), ("Q1", "Q1_1", True), ("code visit", "text visit", True), ("Price", "Plan", False), ("Team", "Floor", False), ("Overall satisfaction", "Region", False), ("SatCode", "Sat", True)],
)  # fmt: skip
def test_names_are_alike_that_differ_in_a_word(one, other, alike):
    assert are_alike(one, other) is alike
