"""How numbers are written for people: at the edges of rounding, and where there is nothing to write."""

import math
from datetime import date

import pytest

from csat_core.model import formats


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (formats.percent(0.7244), "72.4 %"),
        (formats.percent(0), "0.0 %"),
        (formats.percent(1, 0), "100 %"),
        (formats.interval(0.714, 0.7326), "71.4 to 73.3 %"),
        (formats.points(-0.021), "2.1 points"),
        (formats.points(0.0104), "1.0 point"),
        (formats.signed_points(0.021), "+2.1 points"),
        (formats.signed_points(-0.021), "−2.1 points"),
        (formats.signed_points(-0.0004), "+0.0 points"),
        (formats.signed_points(-0.0006), "−0.1 points"),
        (formats.count(8_311), "8,311"),
        (formats.number(4.119), "4.12"),
        (formats.money(172_000), "$172,000"),
        (formats.money(-0.4), "$0"),
        (formats.money(-1_500), "−$1,500"),
        (formats.money_said(9_999), "$9,999"),
        (formats.money_said(172_000), "$172k"),
        (formats.money_said(999_499), "$999k"),
        (formats.money_said(1_720_000), "$1.72M"),
        (formats.money_said(-46_000), "−$46k"),
        (formats.day(date(2026, 3, 3)), "3 Mar 2026"),
        (formats.period("2026-03"), "Mar 2026"),
        (formats.period("2026-Q1"), "Q1 2026"),
        (formats.period("2026-W01"), "week 1, 2026"),
        (formats.period("2026-03-09"), "9 Mar 2026"),
        (formats.period("2026"), "2026"),
    ],
)
def test_a_number_is_written_as_people_read_it(written: str, expected: str) -> None:
    assert written == expected


def test_what_is_undefined_is_a_dash_and_never_nan() -> None:
    one = (formats.percent, formats.points, formats.signed_points, formats.count, formats.number, formats.money)
    assert {write(math.nan) for write in one} == {formats.NOTHING}
    assert formats.money_said(math.nan) == formats.interval(math.nan, 0.5) == formats.NOTHING
