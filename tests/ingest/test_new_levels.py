"""New levels of a further file: which known level a spreadsheet made them of."""

from types import SimpleNamespace
from typing import Any

import pytest

from csat_core.ingest.further.new_levels import likely_level, new_levels

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


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        (("Northern", "South"), "'Northern'. No new answer has 'North': if that is another name for the same, the two count apart;"),
        (("North", "South", "East"), "'East'."),
        (("Northern",), "'Northern'."),
        (("NORTH", "South"), "'NORTH'. 'NORTH' is likely 'North', as a spreadsheet writes it"),
    ],
)  # fmt: skip
def test_a_level_that_may_be_another_name_of_one_that_is_gone_is_said_beside_it(
    levels: tuple[str, ...], said: str
) -> None:
    def holding(levels: tuple[str, ...]) -> Any:
        region = SimpleNamespace(id="s01", name="Region", levels=levels)
        return SimpleNamespace(segments=(region,), columns=(region,))

    (problem,) = new_levels(holding(("North", "South")), holding(levels))
    assert problem.message.startswith(f"'Region' has a level that it did not have before: {said}")
    assert ("count apart" in problem.message) == ("count apart" in said)
