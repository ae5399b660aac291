"""The worked examples of GetFeedback's guide to CSAT, number for number."""

from dataclasses import replace
from datetime import date

import pytest

from csat_core.analyses.roi import returns
from csat_core.model.period import Grain
from csat_core.model.scale import numeric_scale
from csat_core.model.scenario import BARKTALK, BARKTALK_SURVEYED, Customers, Scenario, pessimistic
from csat_core.model.scheme import find_scheme
from csat_core.stats.proportions import wilson


# The guide's formula, satisfied answers / all answers x 100: 600 / 1000 = .6 and 150 / 250 = .6
@pytest.mark.parametrize(("satisfied", "answers"), [(600, 1_000), (150, 250)])
def test_the_guides_two_scores_are_60_percent(satisfied: int, answers: int) -> None:
    assert wilson(satisfied, answers).value == 0.6


# 100 satisfied of 250 answers from 1,000 customers: 100 / 250 = .4, and 250 / 1000 = .25 of them answered
def test_100_satisfied_of_250_answers_from_1000_customers_is_40_percent() -> None:
    assert wilson(100, 250).value == 0.4
    assert wilson(250, 1_000).value == 0.25


# BarkTalk, before: 200 x .92 + 200 x .80 + 600 x 0 = 184 + 160 = 344; 344 x 500 = 172000 (the guide rounds to 170,000)
# After: 100 x .92 + 200 x .80 = 92 + 160 = 252; 252 x 500 = 126000. Saved 92 and 46000 (the guide: 44,000)
def test_barktalk_is_computed_exactly() -> None:
    found = returns(BARKTALK)
    assert found.after is not None
    assert (found.before.csat, found.after.csat) == (0.6, 0.7)
    assert (found.before.lost, found.after.lost) == pytest.approx((344, 252))
    assert (found.before.at_risk, found.after.at_risk) == pytest.approx((172_000, 126_000))
    assert (found.saved_customers, found.saved) == pytest.approx((92, 46_000))


# 46000 for 10 points = 4600 a point. From 1-2: 10 customers x .92 x 500 = 4600; from 3: 10 x .80 x 500 = 4000
def test_a_point_of_barktalk_is_worth_4600_from_the_dissatisfied_and_4000_from_the_neutral() -> None:
    found = returns(BARKTALK)
    assert found.value_of_a_point == pytest.approx(4_600)
    assert {path.moving: path.value for path in found.paths} == pytest.approx({"dissatisfied": 4_600, "neutral": 4_000})
    assert {path.moving: path.customers for path in found.paths} == {"dissatisfied": 10, "neutral": 10}


def test_a_point_won_from_the_neutral_of_barktalk_is_worth_4000() -> None:
    before = BARKTALK.before
    moved = Scenario(before=before, after=before.moved(neutral_to_satisfied=100), spend=500)
    assert returns(moved).value_of_a_point == pytest.approx(4_000)


# Ten times as many on the 10,000 surveyed: 3,440 and 2,520 customers, $1.72M and $1.26M, $46,000 a point
# pessimistic: 184 + 160 + 600 x .10 = 404 before; 150 x .92 + 160 + 650 x .10 = 138 + 160 + 65 = 363 after; 41 x 500
def test_the_pessimistic_barktalk_wins_over_half_as_many_and_loses_satisfied_customers() -> None:
    found = returns(pessimistic(BARKTALK))
    assert found.after is not None
    assert found.after.customers == Customers(dissatisfied=150, neutral=200, satisfied=650)
    assert (found.before.lost, found.after.lost, found.saved) == pytest.approx((404, 363, 20_500))
    # an odd change is halved in whole customers, downwards
    odd = replace(BARKTALK, after=BARKTALK.before.moved(dissatisfied_to_satisfied=7, neutral_to_satisfied=1))
    assert pessimistic(odd).after == Customers(dissatisfied=197, neutral=200, satisfied=603)


def test_barktalk_on_the_customers_surveyed_is_ten_times_as_much() -> None:
    found = returns(BARKTALK.scaled(BARKTALK_SURVEYED / BARKTALK.before.total))
    assert found.after is not None
    assert (found.before.customers.total, found.after.customers.total) == (10_000, 10_000)
    assert (found.before.csat, found.after.csat) == pytest.approx((0.6, 0.7))
    assert (found.before.lost, found.after.lost) == pytest.approx((3_440, 2_520))
    assert (found.before.at_risk, found.after.at_risk) == pytest.approx((1_720_000, 1_260_000))
    assert (found.saved, found.value_of_a_point) == pytest.approx((460_000, 46_000))


def test_the_change_of_barktalk_is_100_customers_who_were_dissatisfied() -> None:
    assert BARKTALK.after == BARKTALK.before.moved(dissatisfied_to_satisfied=100)
    assert BARKTALK.before == Customers(dissatisfied=200, neutral=200, satisfied=600)


# The guide's default: (4s and 5s) / all answers
def test_the_default_scheme_of_five_points_counts_4s_and_5s() -> None:
    bands = find_scheme("top2-of-5").bands(numeric_scale(1, 5))
    assert (bands.satisfied_from, bands.dissatisfied_to) == (4, 2)


# ISO 8601:2019: week 01 holds the year's first Thursday. Python: date(2025, 12, 29).isocalendar() == (2026, 1, 1)
# R: strftime(as.Date("2025-12-29"), "%G-W%V")
@pytest.mark.parametrize(
    ("day", "monday", "label"),
    [
        (date(2025, 12, 28), date(2025, 12, 22), "2025-W52"),
        (date(2025, 12, 29), date(2025, 12, 29), "2026-W01"),
        (date(2026, 1, 1), date(2025, 12, 29), "2026-W01"),
        (date(2026, 1, 4), date(2025, 12, 29), "2026-W01"),
        (date(2026, 1, 5), date(2026, 1, 5), "2026-W02"),
        (date(2026, 12, 31), date(2026, 12, 28), "2026-W53"),
        (date(2027, 1, 3), date(2026, 12, 28), "2026-W53"),
        (date(2027, 1, 4), date(2027, 1, 4), "2027-W01"),
    ],
)
def test_iso_weeks_begin_on_their_monday(day: date, monday: date, label: str) -> None:
    assert Grain.WEEK.start(day) == monday
    assert Grain.WEEK.label(Grain.WEEK.start(day)) == label
