"""Periods: where they begin and end, what makes one partial, and how they are written."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csat_core.model.period import Grain, periods_between, proposed_grain

grains = st.sampled_from(list(Grain))


@pytest.mark.parametrize(
    ("grain", "day", "start", "end", "label"),
    [
        (Grain.DAY, "2026-03-09", "2026-03-09", "2026-03-09", "2026-03-09"),
        (Grain.WEEK, "2026-03-09", "2026-03-09", "2026-03-15", "2026-W11"),
        (Grain.WEEK, "2026-03-15", "2026-03-09", "2026-03-15", "2026-W11"),
        (Grain.MONTH, "2024-02-10", "2024-02-01", "2024-02-29", "2024-02"),
        (Grain.MONTH, "2026-02-28", "2026-02-01", "2026-02-28", "2026-02"),
        (Grain.QUARTER, "2026-03-31", "2026-01-01", "2026-03-31", "2026-Q1"),
        (Grain.QUARTER, "2026-04-01", "2026-04-01", "2026-06-30", "2026-Q2"),
        (Grain.QUARTER, "2026-12-31", "2026-10-01", "2026-12-31", "2026-Q4"),
        (Grain.YEAR, "2026-07-01", "2026-01-01", "2026-12-31", "2026"),
    ],
)
def test_a_day_lies_in_its_period(grain: Grain, day: str, start: str, end: str, label: str) -> None:
    on = date.fromisoformat(day)
    assert (grain.start(on).isoformat(), grain.end(on).isoformat()) == (start, end)
    assert grain.label(grain.start(on)) == label


@given(grains, st.dates(date(1, 1, 2), date(9999, 12, 30)))
def test_periods_follow_each_other_without_gap_or_overlap(grain: Grain, day: date) -> None:
    start, end = grain.start(day), grain.end(day)
    assert start <= day <= end
    assert grain.start(end) == start
    assert grain.end(start) == end
    if end < date.max:
        following = end + timedelta(days=1)
        assert grain.start(following) == following
        assert grain.previous(following) == start


@given(grains, st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(0, 800))
def test_every_day_between_lies_in_exactly_one_period(grain: Grain, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    starts = [period.start for period in periods_between(grain, first, last)]
    assert starts == sorted({grain.start(first + timedelta(days=n)) for n in range(length + 1)})


@pytest.mark.parametrize("grain", Grain)
def test_the_last_day_that_a_calendar_knows_ends_the_periods(grain: Grain) -> None:
    found = periods_between(grain, date(9999, 12, 27), date.max)
    assert found[-1].start == grain.start(date.max)
    assert not found[-1].is_partial


@pytest.mark.parametrize(
    ("until", "is_partial"),
    [("2026-03-30", True), ("2026-03-31", False)],
)
def test_a_period_is_partial_when_the_data_ends_before_it_does(until: str, is_partial: bool) -> None:
    january, february, march = periods_between(Grain.MONTH, date(2026, 1, 20), date.fromisoformat(until))
    assert (january.is_partial, february.is_partial, march.is_partial) == (False, False, is_partial)
    assert march.label == "2026-03"


def test_a_week_is_partial_until_its_sunday() -> None:
    assert periods_between(Grain.WEEK, date(2026, 3, 9), date(2026, 3, 14))[-1].is_partial
    assert not periods_between(Grain.WEEK, date(2026, 3, 9), date(2026, 3, 15))[-1].is_partial
    assert not periods_between(Grain.DAY, date(2026, 3, 9), date(2026, 3, 9))[-1].is_partial


@pytest.mark.parametrize(("since", "is_partial"), [("2026-01-01", False), ("2026-01-02", True)])
def test_a_chosen_beginning_cuts_the_period_it_falls_into(since: str, is_partial: bool) -> None:
    cut_at = date.fromisoformat(since)
    first, second = periods_between(Grain.MONTH, cut_at, date(2026, 2, 28), cut_at=cut_at)
    assert (first.is_partial, second.is_partial) == (is_partial, False)


def test_a_period_without_responses_at_its_end_is_complete_when_the_data_goes_on() -> None:
    march = periods_between(Grain.MONTH, date(2026, 3, 1), date(2026, 3, 20), known_until=date(2026, 5, 4))[-1]
    assert not march.is_partial
    march = periods_between(Grain.MONTH, date(2026, 3, 1), date(2026, 3, 20), known_until=date(2026, 3, 30))[-1]
    assert march.is_partial


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (1, Grain.DAY),
        (27, Grain.DAY),
        (28, Grain.WEEK),
        (119, Grain.WEEK),
        (120, Grain.MONTH),
        (1_094, Grain.MONTH),
        (1_095, Grain.QUARTER),
    ],
)
def test_the_proposed_period_grows_with_the_data(days: int, expected: Grain) -> None:
    assert proposed_grain(date(2026, 1, 1), date(2026, 1, 1) + timedelta(days=days - 1)) is expected
