"""Answers that look misspelt: known, named in the reason of their row, and read as the label they are nearest to if wished."""

import pytest

from csat_core.ingest.proposal.mapping import decide, propose
from csat_core.ingest.scales.near_labels import nearest, slips
from tests.ingest.brought import Brought
from tests.ingest.handmade import profiles

AGREE = ("Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree")
POSITIONS = {label.lower(): position for position, label in enumerate(AGREE[::-1], 1)}
MISSPELT = (
    "stronlgy disagree",
    "Stongly agree",
    "Dissagree",
    "Strongly agre",
    "Strongly disgaree",
    "agreee",
    "disagre",
)


@pytest.mark.parametrize(("one", "other", "count"), [
    ("", "", 0), ("agree", "agree", 0), ("agre", "agree", 1), ("argee", "agree", 1), ("agrea", "agree", 1), ("kitten", "sitting", 3),
])  # fmt: skip
def test_slips_are_letters_left_out_added_mistaken_or_swapped(one, other, count):
    assert slips(one, other) == slips(other, one) == count


@pytest.mark.parametrize(
    ("text", "positions", "label"),
    [
        ("stronlgy disagree", POSITIONS, "strongly disagree"), ("neither agre nor disagre", POSITIONS, "neither agree nor disagree"),
        ("stronglydisagree", POSITIONS, "strongly disagree"), ("dissagree", POSITIONS, "disagree"), ("sehr zufriden", {"sehr zufrieden": 1}, "sehr zufrieden"),
        # too short, too far, as near to another answer, another word, a known answer of another scale, letters that are words
        ("agre", POSITIONS, None), ("bananas", POSITIONS, None), ("very nlikely", {"very unlikely": 1, "very likely": 2}, None),
        ("quite unsatisfied", {"quite satisfied": 1}, None), ("very unsatisfied", {"very satisfied": 1}, None),
        ("πολύ κακή", {"πολύ καλή": 1}, None), ("非常不滿意了", {"非常滿意了": 1}, None), ("x" * 5_000, POSITIONS, None),
    ],
)  # fmt: skip
def test_an_answer_is_near_to_one_label_alone(text, positions, label):
    assert nearest(text, positions) == label


def test_every_label_of_a_scale_is_itself_and_no_slip_of_another():
    assert {label: nearest(label, {"strongly agree": 5, "agree": 4}) for label in ("disagree", "strongly disagree")} == {
        "disagree": None, "strongly disagree": None,
    }  # fmt: skip


def test_misspelt_answers_make_no_group_of_a_question():
    columns = profiles({"Staff": [*AGREE * 12, *MISSPELT], "Overall satisfaction": [*"12345" * 13, "1", "2"]})
    found = next(each for each in propose(columns, ".").columns if each.name == "Staff")
    assert (found.role.value, found.scale.labels) == ("driver", AGREE[::-1])
    strangers = profiles({"Staff": [*AGREE * 12, *"abcdefg"], "Overall satisfaction": [*"12345" * 13, "1", "2"]})
    assert next(each for each in propose(strangers, ".").columns if each.name == "Staff").role.value == "segment"


def test_a_label_that_the_survey_itself_misspelt_is_read_and_that_is_said():
    cells = [*["Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "stronlgy disagree"] * 20]
    columns = profiles({"Staff": cells, "Overall satisfaction": [*"12345"] * 20})
    found = next(each for each in propose(columns, ".").columns if each.name == "Staff")
    assert (found.scale.labels, found.assumed) == (AGREE[::-1], True)
    assert dict(found.positions)["stronlgy disagree"] == 1
    assert "'stronlgy disagree' (20) is read as 'Strongly disagree', which nobody else answered" in found.reason


def test_the_likely_label_is_named_with_the_row_and_read_if_wished(tmp_path_factory):
    cells = [*AGREE * 12, *MISSPELT, "bananas"]
    content = "Staff,Overall satisfaction\n" + "".join(f"{cell},{i % 5 + 1}\n" for i, cell in enumerate(cells))
    brought = Brought(tmp_path_factory.mktemp("near"), content)
    reasons = dict(zip(brought.rejected["value"], brought.rejected["reason"], strict=True))
    assert reasons["stronlgy disagree"] == "Not an answer of this scale; is 'Strongly disagree' meant?"
    assert reasons["bananas"].endswith("|Strongly agree.")
    (problem,) = [each for each in brought.answer["problems"] if each["code"] == "near_label"]
    assert (problem["count"], problem["example_row"]) == (7, 62)
    assert "such as 'stronlgy disagree' for 'Strongly disagree'" in problem["message"]
    assert problem["message"].endswith('--scale "Staff=near", or --near for every question.')
    wished = decide(propose(brought.columns, "."), brought.columns, roles={}, scales={"Staff": "near"})
    staff = next(each for each in wished.columns if each.name == "Staff")
    assert dict(staff.positions)["stronlgy disagree"] == dict(staff.positions)["strongly disagree"] == 1
    assert "'stronlgy disagree' as 'strongly disagree'" in staff.reason
    assert "bananas" not in dict(staff.positions)


def test_the_wish_stands_behind_a_scale_as_well():
    columns = profiles(
        {"Mood": ["Grumpy", "Cheerful", "Cherful"] * 20, "Overall satisfaction": ["Yes", "No", "No"] * 20}
    )
    decided = decide(propose(columns, "."), columns, roles={}, scales={"Mood": "Grumpy|Cheerful,near"})
    mood = next(each for each in decided.columns if each.name == "Mood")
    assert (mood.scale.name, dict(mood.positions)["cherful"]) == ("Grumpy|Cheerful", 2)
