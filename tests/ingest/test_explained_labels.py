"""Answers that explain themselves are read by their labels."""

import pytest

from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles


def read(cells: list[str], name: str = "Service"):
    columns = profiles({"Overall satisfaction": [*"12345"] * 12, name: (cells * 60)[:60]})
    return next(each for each in propose(columns, ".").columns if each.name == name)


@pytest.mark.parametrize(
    ("cells", "labels"),
    [
        (["Malo: no volvería nunca", "Regular: podría mejorar", "Bueno: en general estoy satisfecho", "Excelente: todo fue perfecto"],
         ("Malo", "Regular", "Bueno", "Excelente")),
        (["Poor (did not meet my needs)", "Fair", "Good - met my expectations", "Excellent; nothing to improve"], ("Poor", "Fair", "Good", "Excellent")),
    ],
)  # fmt: skip
def test_what_stands_behind_a_label_explains_it(cells, labels):
    found = read(cells)
    assert found.scale is not None
    assert (found.role, found.scale.labels[-4:]) == ("driver", labels)
    assert dict(found.positions)[cells[-1].lower()] == found.scale.points


def test_one_that_says_it_is_no_answer_is_none():
    name = "How would you feel if you could no longer use Acme?"
    cells = [
        "Very disappointed",
        "Somewhat disappointed",
        "Not disappointed (it is not that useful)",
        "N/A - I no longer use Acme",
    ]
    found = read(cells, name)
    assert (found.scale and found.scale.labels[-1], found.not_applicable[-1]) == (
        "Very disappointed",
        cells[-1].lower(),
    )


@pytest.mark.parametrize(
    "cells",
    [
        ["Basic (free of charge)", "Plus (for small teams)", "Pro (for large teams)"],
        ["Berlin, in the east", "Bonn, in the west", "Kiel, in the north"],
    ],
)
def test_groups_that_explain_themselves_stay_groups(cells):
    assert read(cells, "Plan").role == "segment"
