"""What a name says of the ends of its scale."""

import pytest

from csat_core.ingest.proposal.mapping import propose
from csat_core.ingest.scales.stated_ends import is_better, stated_end, stated_ends
from tests.ingest.handmade import profiles


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Noise level (1 quiet - 5 loud)", "1 = quiet, 5 = loud"),
        ("Ease (1 hard - 10 easy)", "1 = hard, 10 = easy"),
        ("Worst 1 - 5 best", "1 = worst, 5 = best"),
    ],
)
def test_words_between_two_numbers_belong_to_the_first_where_the_second_has_its_own(name: str, said: str):
    found = stated_ends(name)
    assert found is not None
    assert found.words == said


def test_an_end_that_is_bad_is_told_of_the_number_before_it():
    assert stated_end("Temperature (1 too cold - 7 too hot)") is None


@pytest.mark.parametrize("name", ["Price level (1 = cheap; 5 = expensive)", "Price level (1 cheap - 5 expensive)"])
def test_what_is_bad_of_one_thing_turns_it_and_says_nothing_of_the_others(name: str):
    cells = [*"12345"] * 40
    columns = {each.name: each for each in propose(profiles({"Overall satisfaction": cells, name: cells}), ".").columns}
    price, overall = columns[name].scale, columns["Overall satisfaction"]
    assert price is not None
    assert price.name == "5-1"
    assert (overall.question, overall.assumed) == (None, False)


@pytest.mark.parametrize(
    ("words", "others", "expected"),
    [
        ("worst hospital possible", "best hospital possible", False),
        ("bestes hotel überhaupt", "schlechtestes hotel überhaupt", True),
        ("the best hotel", "a better hotel", None),
        ("quiet hotel", "loud hotel", None),
    ],
)
def test_two_answers_about_one_thing_are_told_by_where_they_differ(words: str, others: str, expected: bool | None):
    assert is_better(words, others) is expected
