"""Columns that say nothing of their best end beside one that does."""

import pytest

from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles

FIVE, SIX = list("12345") * 40, list("123456") * 40
GRADED = "Gesamtzufriedenheit (Schulnote)"
SERVICE = "Service (1 very good ... 5 very bad)"


def columns(cells, *names):
    return {column.name: column for column in propose(profiles(dict.fromkeys(names, cells)), ".").columns}


@pytest.mark.parametrize(
    ("cells", "said", "silent", "scale"),
    [
        (SIX, (GRADED,), "Freundlichkeit", "6-1"),
        (SIX, (GRADED,), "Wartezeit", "6-1"),
        (FIVE, (SERVICE, "Satisfaction (1 = very bad, 5 = very good)"), "Price", "1-5"),
        (FIVE, (SERVICE,), "Price", "5-1"),
        (FIVE, ("Satisfaction", "Service (1 = best)"), "Price", "5-1"),
        (FIVE, ("Satisfaction (1 = very good, 7 = very bad)",), "Price", "5-1"),
    ],
)
def test_a_column_without_words_follows_those_beside_it_with_a_doubt(cells, said, silent, scale):
    found = columns(cells, *said, silent)[silent]
    assert (found.role.value, found.scale.name, found.rival) == ("driver", scale, "-".join(scale.split("-")[::-1]))
    assert "beside it is best where it is low" in found.reason
    assert found.reason.endswith(f"{scale[-1]} is taken as the best{', as there' if scale[-1] == '1' else ''}.")


def test_a_column_whose_span_is_open_too_follows_with_both_doubts():
    own, grades = "Raum", "Gesamtnote (Schulnote 1-6)"
    found = {
        column.name: column
        for column in propose(profiles({own: list("12345") * 6, grades: list("123456") * 5}), ".").columns
    }[own]
    assert (found.scale.name, found.ways) == ("5-1", ("5-1", "6-1", "1-5", "1-6"))
    assert "own answers go from 1 to 5" in found.doubt
    assert "best where it is low" in found.doubt


@pytest.mark.parametrize("name", ["Price (1 = bad, 5 = good)", "How many stars for the price?", "Price: 1 out of 5"])
def test_a_column_with_words_of_its_own_keeps_them(name):
    found = columns(FIVE, SERVICE, "Satisfaction (1 = very good, 5 = very bad)", name)[name]
    assert (found.scale.name, found.rival) == ("1-5", None)


@pytest.mark.parametrize(
    "name",
    ["How easy was it (1 = very easy, 5 = very difficult)", "The wait was too long (1 = strongly agree, 5 = strongly disagree)"],
)  # fmt: skip
def test_effort_and_statements_that_are_bad_to_agree_with_say_nothing_of_others(name):
    found = columns(FIVE, "Satisfaction", name)["Satisfaction"]
    assert (found.scale.name, found.rival, found.question) == ("1-5", None, None)


def test_an_outcome_beside_such_a_column_is_asked_about():
    found = columns(FIVE, SERVICE, "Overall satisfaction")["Overall satisfaction"]
    assert (found.role.value, found.scale.name) == ("outcome", "5-1")
    assert '--scale "Overall satisfaction=5-1" or --scale "Overall satisfaction=1-5"' in found.question
