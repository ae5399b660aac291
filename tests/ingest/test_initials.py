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


def test_how_safe_somebody_feels_is_read_in_all_degrees():
    words = "Very unsafe|Fairly unsafe|Neither safe nor unsafe|Fairly safe|Very safe"
    column = propose(profiles({"After dark": words.split("|") * 9, "Rating": [*"12345"] * 9}), ".").columns[0]
    assert column.scale is not None
    assert (column.scale.name, column.assumed) == (words, False)
