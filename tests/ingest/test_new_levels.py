"""New levels of a further file: which known level a spreadsheet made them of."""

import pytest

from csat_core.ingest.further.new_levels import likely_level

SIZES = ("1-2", "3-5", "6-10", "11-20", "21+", "10-12", "north", "007")


@pytest.mark.parametrize(
    ("level", "was"),
    [
        ("05. Mrz", "3-5"), ("3-May", "3-5"), ("Mar-05", "3-5"), ("2026-05-03", "3-5"), ("2026-03-05 00:00:00", "3-5"),
        ("03.05.2026", "3-5"), ("5/3/2026", "3-5"), ("46145", "3-5"), ("1-févr", "1-2"), ("2 ene", "1-2"), ("Nov 20", "11-20"),
        ("2020-11-01", "11-20"), ("12-Oct", "10-12"), ("10. Jun", "6-10"), ("7", "007"), (" North", "north"), ("NORTH", "north"),
        # what names no day, or a day of which no known level tells
        ("21-30", None), ("4. Mai", None), ("2026-07-08", None), ("May", None), ("south", None), ("36145", None), ("2026", None),
    ],
)  # fmt: skip
def test_a_level_that_a_spreadsheet_made_a_day_of_is_likely_the_one_it_was(level: str, was: str | None) -> None:
    assert likely_level(level, SIZES) == was


def test_where_two_known_levels_may_be_meant_none_is_said() -> None:
    assert likely_level("05. Mrz", ("3-5", "5-3")) is None
    assert likely_level("05. Mrz", ()) is None
