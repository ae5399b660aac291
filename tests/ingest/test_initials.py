"""Answers by the initials of known words are read as these; other letters are groups."""

import pytest

from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles


@pytest.mark.parametrize(
    ("given", "scale"),
    [
        ("A SA N D SD", "SD|D|N|A|SA"), ("D SD SA A", "SD|D|A|SA"), ("VS S N D", "VD|D|N|S|VS"), ("sd d u a sa", "sd|d|u|a|sa"),
        ("S M L XL", None), ("N S E W NE", None), ("D A N S", None), ("HR IT PR QA", None), ("SD D CA SA", None),
    ],
)  # fmt: skip
def test_initials_are_read_as_the_words_that_they_stand_for(given, scale):
    column = propose(profiles({"Rating": [*"12345"] * 9, "The staff was friendly": given.split() * 9}), ".").columns[1]
    assert (column.scale and column.scale.name) == scale
    assert column.role.value == ("driver" if scale else "segment")


@pytest.mark.parametrize(
    ("name", "given", "scale"),
    [
        ("Staff (SA=Strongly agree, A=Agree, U=Undecided, D=Disagree, SD=Strongly disagree)", "A SA U D SD", "Strongly disagree|Disagree|Undecided|Agree|Strongly agree"),
        ("Food (E: Excellent; G: Good; F: Fair; P: Poor; NA: not applicable)", "F G P E NA", "Poor|Fair|Good|Excellent"),
        ("Fresh? (Y = yes N = no)", "Y N", None), ("Tier (G=Gold, S=Silver, B=Bronze)", "G S B", None),
    ],
)  # fmt: skip
def test_codes_that_the_name_explains_are_the_words_it_says(name, given, scale):
    column = propose(profiles({"Rating": [*"12345"] * 4, name: (given.split() * 20)[:20]}), ".").columns[1]
    assert (column.scale and column.scale.name) == scale
    if scale:
        places = dict(column.positions)
        first, last = scale.split("|")[0], scale.split("|")[-1]
        initials = {"".join(word[0] for word in label.split()).lower() for label in (first, last)}
        assert {places[each] for each in initials} == {1, len(scale.split("|"))}
        assert "its name says what the codes mean" in column.reason


def test_how_safe_somebody_feels_is_read_in_all_degrees():
    words = "Very unsafe|Fairly unsafe|Neither safe nor unsafe|Fairly safe|Very safe"
    column = propose(profiles({"After dark": words.split("|") * 9, "Rating": [*"12345"] * 9}), ".").columns[0]
    assert column.scale is not None
    assert (column.scale.name, column.assumed) == (words, False)
