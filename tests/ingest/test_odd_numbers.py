"""Numbers that are hardly what their column says are said, and kept."""

import pytest

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.odd_numbers import odd_numbers
from csat_core.model.dataset import Role
from tests.ingest.handmade import profile

AGES = [str(20 + at % 50) for at in range(100)]
AMOUNTS = [str(100 + 7 * at % 400) for at in range(100)]


def said(name, cells, role=Role.METRIC, **more):
    column = ColumnMapping(position=1, name=name, role=role, reason="", **more)
    return [(each.code, each.count) for each in odd_numbers(column, profile(1, name, cells), ".")]


@pytest.mark.parametrize(
    ("name", "cells", "count"),
    [
        ("Age", [*AGES, "999", "-5"], 2), ("Age", AGES, 0), ("Alter in Jahren", [*AGES, "1985"], 1), ("Year of birth", ["1985", "1990"], 0),
        ("Age (Hours)", [*(f"{at}.25" for at in range(100)), "122.26"], 0),
        ("Revenue", [*AMOUNTS, "-1", "-1"], 2), ("Revenue", [*AMOUNTS, "-1"], 0), ("Revenue", [*AMOUNTS, "-1", "-1", "-20"], 0),
        ("Spend", [*AMOUNTS, "99999", "99999"], 2), ("Spend", [*AMOUNTS, "99999"], 0), ("Spend", [*AMOUNTS, "999", "999"], 0),
    ],
)  # fmt: skip
def test_codes_among_numbers_and_impossible_ages_are_said(name, cells, count):
    assert said(name, cells) == ([("odd_numbers", count)] if count else [])


def test_codes_that_the_file_declares_are_no_oddity():
    assert said("Age", [*AGES, "999"], silent=("999",)) == []


@pytest.mark.parametrize(
    "name",
    [
        "Revenue (in thousands)",
        "ARR (k€)",
        "Umsatz in Tsd. EUR",
        "Revenue ('000)",
        "Revenue in millions",
        "Umsatz (Mio. €)",
        "Omzet in duizend",
        "TEUR Umsatz",
    ],
)
def test_money_that_its_name_tells_in_thousands_is_said_to_be(name):
    assert said(name, AMOUNTS, Role.REVENUE) == [("money_in_thousands", 100)]


@pytest.mark.parametrize("name", ["Revenue", "Revenue (EUR)", "Umsatz €", "Sales of kitchens", "Kosten"])
def test_other_money_is_in_full(name):
    assert said(name, AMOUNTS, Role.REVENUE) == []
