"""Weights of answers are known by their names, or by a short name over fractions around 1; what weighs in kilograms is none."""

import pytest

from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles

AROUND_ONE = [f"{0.4 + 0.06 * (at % 20) + 0.0001 * at:.4f}" for at in range(60)]
OF_THINGS = [f"{2 + 0.37 * at:.2f}" for at in range(60)]


def role_of(name: str, cells: list[str]) -> tuple[str, str]:
    """The role of a column beside a plain outcome, and why."""
    column = propose(profiles({"CSAT": [*"12345"] * 12, name: cells}), ".").columns[1]
    return column.role.value, column.reason


@pytest.mark.parametrize(
    "name",
    ["weight_final", "weight_trim", "finalwt", "wt", "wt_final", "pweight", "CSAT weight", "Weighting", "Expansion factor", "W1", "ipw", "pond", "poids",
     "Coefficient de redressement", "Gewichtungsfaktor", "gew", "peso", "ponderador_final", "weegfactor", "vikt_slut", "waga", "βάρος", "权重", "ウェイト"],
)  # fmt: skip
def test_fractions_around_one_under_a_name_of_weights_are_weights(name):
    assert role_of(name, AROUND_ONE)[0] == "weight"


def test_a_short_name_is_that_of_weights_by_its_numbers_alone_and_that_is_said():
    role, reason = role_of("pond", AROUND_ONE)
    assert (role, role_of("pond", OF_THINGS)[0]) == ("weight", "metric")
    assert "fractions around 1, 0.97 on average" in reason


@pytest.mark.parametrize("name", ["Weight kg", "Parcel weight", "Delivery weight", "Coefficient", "Waiting time"])
def test_what_a_thing_weighs_and_other_numbers_stay_numbers(name):
    cells = OF_THINGS if name == "Coefficient" else AROUND_ONE
    assert role_of(name, cells)[0] == "metric"


@pytest.mark.parametrize("name", ["Weight", "Peso", "Poids", "Gewicht", "Waga"])
def test_a_bare_word_for_weight_over_what_bodies_and_parcels_weigh_is_a_number(name):
    bodies = [str(48 + at % 40) for at in range(60)]
    assert [role_of(name, cells)[0] for cells in (OF_THINGS, bodies, AROUND_ONE, [*"123"] * 20)] == [
        "metric", "metric", "weight", "weight",
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "role"), [("finalwt", "weight"), ("Weight", "weight"), ("wt_item_kg", "metric")])
def test_of_more_numbers_than_are_listed_it_is_enough_that_they_lie_around_one(name, role):
    cells = [f"{0.2 + 0.002 * at:.4f}" for at in range(900)]
    columns = propose(profiles({"CSAT": [*"12345"] * 180, name: cells}), ".").columns
    assert columns[1].role.value == role


@pytest.mark.parametrize(
    "name", ["Weighting factor", "Gewichtungsfaktor", "Coeff. de pondération", "Factor de expansión", "survey_weight", "Viktningsfaktor", "加权"]
)  # fmt: skip
def test_what_is_called_the_weighting_weights_the_answers_whatever_population_it_grosses_up_to(name):
    assert role_of(name, [f"{300 + 61.7 * at:.2f}" for at in range(60)])[0] == "weight"


@pytest.mark.parametrize(
    ("name", "said"), [("weight", True), ("pond", True), ("Parcel weight", False), ("Minutes", False)]
)
def test_fractions_of_which_the_name_does_not_say_what_they_weigh_are_a_number_and_that_is_said(name, said):
    columns = profiles({"CSAT": [*"12345"] * 12, name: OF_THINGS})
    mapping = propose(columns, ".")
    assert [each.column for each in doubts_of(columns, mapping) if each.code == "perhaps_weight"] == [name] * said
