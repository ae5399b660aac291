"""Level order: steps are put in order, names are left alone."""

import pytest

from csat_core.model.level_order import MOST_STEPS, in_order


@pytest.mark.parametrize(
    "ordered",
    [
        ["New (under 3 months)", "3 to 12 months", "1 to 3 years", "Over 3 years"],
        ["Under 18", "18-24", "25-34", "35+"],
        ["3 or less", "over 3 to 10", "over 10 to 60", "over 60"],
        ["1", "2", "10"],
        ["<1", "1-5", ">5"],
        ["under $500", "$500 - $999", "$1,000 or more"],
        ["Up to 1 hour", "1-2 days", "2 days or more"],
        ["less than 2,5 %", "2,5 to 5 %"],
    ],
)
def test_numbers_and_bands_come_from_low_to_high(ordered: list[str]) -> None:
    assert in_order(sorted(ordered)) == tuple(ordered)
    assert in_order(ordered[::-1]) == tuple(ordered)


@pytest.mark.parametrize(
    "levels",
    [
        [],
        ["18-24"],
        ["North", "South"],
        ["Agent 1", "Agent 2"],
        ["2026-01", "2026-02"],
        ["1.2.3", "1.2.4"],
        ["1 to 5", "2 to 4"],
        ["10", "10 or more", "10.0"],
        ["under 3", "3 to 5", "unknown"],
        [str(at) for at in range(MOST_STEPS + 1)],
    ],
)
def test_names_and_bands_that_overlap_have_no_order(levels: list[str]) -> None:
    assert in_order(levels) is None
