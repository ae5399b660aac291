"""Choices of one question, ticked or not, are groups; yes or no to a rating stays one."""

from dataclasses import replace

import pytest

from csat_core.ingest.detection import Described
from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles

PLAIN = [*"12345"] * 20


def roles(names: list[str], cells: list[str], described: Described | None = None) -> list[str]:
    """The roles of columns of these cells beside a plain outcome."""
    table = profiles(dict.fromkeys(names, cells * 50) | {"Overall satisfaction": PLAIN})
    if described:
        table = tuple(replace(each, described=described) if each.name in names else each for each in table)
    return [each.role.value for each in propose(table, ".").columns if each.name in names]


@pytest.mark.parametrize("cells", [["0", "1"], ["No", "Yes"], ["Nein", "Ja"]])
@pytest.mark.parametrize(
    "shape", ["Why did you choose us? {}", "Reasons: {}", "Which did you use? [{}]", "Warum - {}", "Channels [{}]"]
)
def test_choices_of_one_question_are_groups_whatever_they_are_called(cells, shape):
    assert roles([shape.format(each) for each in ("Price", "Quality", "Service rating")], cells) == ["segment"] * 3


def test_labels_of_yes_and_no_are_groups_as_in_a_text_file():
    described = Described(value_labels=(("0", "No"), ("1", "Yes")))
    assert roles(["Shop", "Web"], ["No", "Yes"], described) == ["segment"] * 2
    assert roles(["Satisfied with the shop?"], ["No", "Yes"], described) == ["driver"]


@pytest.mark.parametrize("stem", ["Were you satisfied with our", "Satisfied with"])
def test_yes_and_no_to_a_rating_stay_ratings(stem):
    assert roles([f"{stem} [{each}]" for each in ("Price", "Quality")], ["No", "Yes"]) == ["driver"] * 2


@pytest.mark.parametrize("other", ["Way_4_TEXT", "Way_TEXT", "Way[other]", "Way_other"])
def test_codes_beside_what_people_wrote_in_are_groups(other):
    table = profiles({"Overall satisfaction": PLAIN, "Way": PLAIN, other: ["by fax", *[None] * 99]})
    column = propose(table, ".").columns[1]
    assert (column.role.value, column.reason) == (
        "segment",
        f"A choice beside which '{other}' holds what people wrote in: groups.",
    )


def test_a_rating_beside_which_people_write_why_stays_one():
    table = profiles({"Overall satisfaction": PLAIN, "Quality": PLAIN, "Quality_5_TEXT": ["too slow", *[None] * 99]})
    assert propose(table, ".").columns[1].role.value == "driver"


def test_0_and_1_between_groups_of_0_and_1_sorts_people_whatever_is_in_its_name():
    table = {"CSAT": [*"12345"] * 8} | dict.fromkeys(("Web_developer", "Quality_engineer", "Tester"), [*"01"] * 20)
    assert [each.role.value for each in propose(profiles(table), ".").columns][1:] == ["segment"] * 3
    table |= {"Satisfied": [*"01"] * 20, "Last": [*"01"] * 20}
    assert {each.name: each.role.value for each in propose(profiles(table), ".").columns}["Satisfied"] == "driver"
