"""Numbers named like something measured, or like groups, that are ratings by what stands around them."""

import pytest

from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles

SPREAD = [*"1122333344445555"] * 6
COUNTS = [*"1111111111122345"] * 6


def read(*names: str, cells: dict[str, list[str]] | None = None) -> tuple[dict[str, str], dict[str, str]]:
    """The role of each column, and the code of the doubt about it."""
    columns = profiles(dict.fromkeys(names, SPREAD) | (cells or {}))
    mapping = propose(columns, ".")
    doubts = {str(each.column): each.code for each in doubts_of(columns, mapping)}
    return {each.name: each.role.value for each in mapping.columns}, doubts


def test_numbers_between_ratings_on_their_scale_are_one_of_them_with_the_doubt_said():
    roles, doubts = read("Overall satisfaction", "Salary", "Hours", "Parking", "Canteen")
    assert [roles[name] for name in ("Salary", "Hours", "Parking")] == ["driver"] * 3
    assert doubts == {"Salary": "perhaps_counted", "Hours": "perhaps_counted"}


def test_codes_of_incomes_are_groups_unless_they_stand_between_ratings():
    between, _ = read("Overall satisfaction", "Parking", "Income", "Canteen", "Food")
    assert between["Income"] == "driver"


def test_numbers_that_get_few_as_counts_do_or_stand_at_the_side_stay_numbers():
    roles, doubts = read(
        "Overall satisfaction", "Visits", "Number of friends", "Parking", "Canteen", "Income", cells={"Visits": COUNTS}
    )
    assert [roles[name] for name in ("Visits", "Number of friends", "Income")] == ["metric", "metric", "segment"]
    assert doubts == {"Visits": "perhaps_rated", "Number of friends": "perhaps_rated"}


def test_satisfaction_with_what_may_be_counted_is_rated():
    roles, doubts = read(
        "Overall satisfaction",
        "Region",
        "Satisfaction with hours",
        "Zufriedenheit mit den Stunden",
        cells={"Region": [*"NSEW"] * 24},
    )
    assert (roles["Satisfaction with hours"], roles["Zufriedenheit mit den Stunden"], doubts) == (
        "driver",
        "driver",
        {},
    )


@pytest.mark.parametrize("name", ["Sales", "Weight", "Gewicht", "Umsatz"])
def test_what_is_called_money_or_a_weight_and_holds_the_answers_of_a_rating_is_rated_and_that_is_said(name):
    assert read("Overall satisfaction", "Region", name, cells={"Region": [*"NSEW"] * 24})[0][name] == "driver"
    assert read("Overall satisfaction", name)[1] == {name: "perhaps_counted"}


def test_money_and_weights_beyond_the_answers_of_a_rating_stay_so():
    weights, money = ["0.8", "1", "1.2", "1"] * 24, [*"12345679"] * 12
    roles, doubts = read("Overall satisfaction", "Weight", "Sales", cells={"Weight": weights, "Sales": money})
    assert (roles["Weight"], roles["Sales"], doubts) == ("weight", "revenue", {})
    assert read("Overall satisfaction", "Weight", cells={"Weight": COUNTS})[0]["Weight"] == "weight"


def test_where_two_questions_alone_are_rated_numbers_between_them_stay_numbers_and_that_is_said():
    roles, doubts = read("Q1 Overall satisfaction", "Q2 Salary", "Q3 Parking")
    assert (roles["Q2 Salary"], doubts) == ("metric", {"Q2 Salary": "perhaps_rated"})


@pytest.mark.parametrize(
    "name",
    [
        "Floor (1-5)",
        "Shift (1-5)",
        "Line",
        "Gate",
        "Lane",
        "Etage (1-5)",
        "Schicht",
        "Turno",
        "Våning",
        "楼层",
        "シフト",
    ],
)
def test_what_is_counted_through_in_a_building_or_a_plant_is_groups_and_that_it_may_be_rated_is_said(name):
    assert read("Overall satisfaction", "Staff", name)[0][name] == "segment"
    assert read("Overall satisfaction", "Staff", name)[1] == {name: "perhaps_rated"}


def test_the_scale_in_a_name_rates_groups_where_the_names_of_ratings_say_it_too():
    roles, doubts = read("Overall satisfaction", "Staff (1-5)", "Floor (1-5)", "Team (1-5)")
    assert (roles["Floor (1-5)"], roles["Team (1-5)"], doubts) == ("driver", "driver", {})


@pytest.mark.parametrize(("rating", "thing", "group"), [
    ("sat_price", "sat_region", "region"), ("price_rating", "branch_rating", "branch"), ("Zufriedenheit Preis", "Zufriedenheit Filiale", "Filiale")
])  # fmt: skip
def test_words_that_rate_a_thing_beside_a_rating_rate_a_group_as_well(rating, thing, group):
    roles, doubts = read("Overall satisfaction", rating, thing, "Q3_store", group)
    assert (roles[thing], roles[group], thing in doubts) == ("driver", "segment", False)


@pytest.mark.parametrize(
    "stated",
    [
        "I see myself still working here in two years", "My manager and I talk about my development at least once a year",
        "At work, my opinions seem to count", "Je me vois encore ici dans deux ans", "Me veo todavía trabajando aquí en dos años",
    ],
)  # fmt: skip
def test_a_sentence_in_which_people_speak_of_themselves_is_rated_whatever_it_counts(stated: str):
    roles, doubts = read("Overall satisfaction", stated, "Region", cells={"Region": [*"NSEW"] * 24})
    assert (roles[stated], doubts) == ("driver", {})


@pytest.mark.parametrize("asked", ["For how many years have you known us and our shops?", "My team", "My income"])
def test_what_asks_or_names_something_of_people_states_nothing(asked: str):
    assert read("Overall satisfaction", asked)[0][asked] != "driver"
