"""Headings among the rows of a sheet are set aside as what they are; rows of people who gave up are kept."""

from pathlib import Path

import pytest

from tests.ingest.brought import Brought

HEADER = "When,Shop,Overall satisfaction,Staff"
ANSWERS = [f"2026-0{1 + at // 10}-{1 + at % 10:02},{'North' if at % 2 else 'South'},{1 + at % 5},{1 + at % 4}" for at in range(30)]  # fmt: skip


def with_months(*months: str) -> list[str]:
    """The answers, every ten of them below one of these."""
    return [line for at, month in enumerate(months) for line in (f"{month},,,", *ANSWERS[10 * at : 10 * at + 10])]


@pytest.mark.parametrize("months", [("January 2026", "February 2026", "March 2026"), ("North", "South", "West")])
def test_headings_above_their_rows_are_no_responses(tmp_path: Path, months: tuple[str, ...]) -> None:
    brought = Brought(tmp_path, "\n".join([HEADER, *with_months(*months)]))
    assert (len(brought.cells("Staff")), brought.codes()) == (30, {"footer": 3})
    assert any("3 rows are headings of the rows below them" in said for said in brought.detection["evidence"])


@pytest.mark.parametrize(
    "lines",
    [
        [*ANSWERS[:10], "January 2026,,,", *ANSWERS[10:], "February 2026,,,"],  # none above the first rows
        with_months("2026-01-01", "2026-02-01", "2026-03-01"),  # written as the days of others
        ["January 2026,,,", "February 2026,,,", *ANSWERS],  # nothing below the first
        ["January 2026,,,", *ANSWERS],
    ],
)
def test_rows_with_one_cell_that_stand_above_nothing_or_hold_what_others_do_are_no_headings(
    tmp_path: Path, lines: list[str]
) -> None:
    brought = Brought(tmp_path, "\n".join([HEADER, *lines]))
    assert not any("headings" in said for said in brought.detection["evidence"])
