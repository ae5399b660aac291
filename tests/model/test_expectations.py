"""Expectations: read from the name of a number, in its own unit."""

import pytest

from csat_core.model.dataset import Column, Role
from csat_core.model.expectations import Unit, expectations, unit_of, usual_cuts


def named(name: str) -> Column:
    return Column(id="n01", name=name, role=Role.METRIC, position=1)


@pytest.mark.parametrize(
    ("name", "unit", "cuts", "limits"),
    [
        ("Minutes to reply", Unit.MINUTES, (3, 10, 60), [5, 3, 60, 1_440]),
        ("first_response_min", Unit.MINUTES, (3, 10, 60), [5, 3, 60, 1_440]),
        ("Wait (seconds)", Unit.SECONDS, (180, 600, 3_600), [300, 180, 3_600, 86_400]),
        ("Hours until answer", Unit.HOURS, (1, 4, 24), [1, 24]),
        ("Contacts per case", Unit.CONTACTS, (1, 2), [2]),
        ("Departure delay in minutes", Unit.MINUTES, (3, 10, 60), []),
        ("Flight distance", Unit.OTHER, (), []),
        ("Reply score", Unit.OTHER, (), []),
    ],
)
def test_the_name_says_unit_cuts_and_what_is_expected(
    name: str, unit: Unit, cuts: tuple[float, ...], limits: list[float]
) -> None:
    column = named(name)
    assert unit_of(column) is unit
    assert usual_cuts(column) == cuts
    assert [each.limit for each in expectations(column)] == limits


def test_the_claims_of_the_guide_stand_beside_their_limits() -> None:
    words = {each.limit: each.words for each in expectations(named("Minutes to reply"))}
    assert words[5] == "75 % of customers expect help within five minutes"
    assert words[60].endswith("40 % expect an answer within the hour")
    assert words[1_440].endswith("79 % expect an answer within 24 hours")
