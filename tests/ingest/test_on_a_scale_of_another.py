"""Numbers on a longer or finer scale that a question of the file has, or up to 100 together: perhaps ratings, and said to be."""

from dataclasses import replace

from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles

HALVES = [str(at / 2) for at in range(1, 11)] * 20
HUNDRED = [str(at) for at in range(101)] * 2


def perhaps_rated(table: dict[str, list[str]]) -> dict[str, str]:
    columns = profiles(table)
    doubts = doubts_of(columns, propose(columns, "."))
    return {each.column: each.message for each in doubts if each.code == "perhaps_rated"}


def test_numbers_that_fill_the_finer_scale_of_a_question_are_named_as_perhaps_ratings():
    said = perhaps_rated({"Overall rating": HALVES, "Food": HALVES, "Age": HALVES, "Weight": ["0.5", "0.7"] * 100})
    assert list(said) == ["Food"]
    assert said["Food"].endswith('If they are ratings, say --scale "Food=0.5-5".')
    assert list(perhaps_rated({"Satisfaction (0-100)": HUNDRED, "Price": HUNDRED})) == ["Price"]
    assert perhaps_rated({"Satisfaction (0-100)": HUNDRED, "Points": [*map(str, range(40, 60))] * 10}) == {}


def test_numbers_whose_name_says_the_scale_as_that_of_a_question_does_are_ratings_on_it():
    high = [str(at) for at in range(20, 101)] * 2
    table = {
        "Satisfaction (0-100)": HUNDRED,
        "Support (0-100)": high,
        "Service Advisor (0-100)": high,
        "Sales consultant (0-100)": high,
        "Battery": high,
        "Age (0-100)": high,
    }
    columns = {each.name: each for each in propose(profiles(table), ".").columns}
    support = columns["Support (0-100)"]
    assert (support.role, support.scale and support.scale.name, support.assumed) == ("driver", "0-100", False)
    assert {columns[f"{who} (0-100)"].role for who in ("Service Advisor", "Sales consultant")} == {"driver"}
    assert {columns[name].role for name in ("Battery", "Age (0-100)")} == {"metric"}


def test_numbers_up_to_100_that_go_together_under_names_that_say_nothing_are_named_as_perhaps_ratings():
    def said_of(*names: str, company: float = 0.7):
        columns = profiles({"Overall satisfaction": [*"12345"] * 40, **dict.fromkeys(names, HUNDRED[:200])})
        together = tuple(replace(each, described=replace(each.described, company=company)) for each in columns)
        doubts = doubts_of(together, propose(together, "."))
        return {each.column: each.message for each in doubts if each.code == "perhaps_rated"}

    assert list(said := said_of("V1", "V2", "V3", "Age")) == ["V1", "V2", "V3"]
    assert said["V3"].endswith('If they are ratings, say --scale "V3=0-100".')
    assert said_of("V1", "V2") == {}
    assert said_of("V1", "V2", "V3", company=0.1) == {}


def test_the_names_that_a_program_gives_to_columns_without_one_say_no_groups():
    table = dict.fromkeys(("Unnamed: 1", "Unnamed: 2", "Unnamed: 3"), HUNDRED)
    assert [each.role for each in propose(profiles(table), ".").columns] == ["metric"] * 3
