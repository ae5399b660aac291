"""Means: against scipy on the single answers, and where there are too few."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from csat_core.stats.means import mean_from_sums, mean_limits, welch

counts_of_five = st.lists(st.integers(0, 300), min_size=5, max_size=5).filter(
    lambda counts: sum(count > 0 for count in counts) > 1
)


# scipy: stats.ttest_1samp(answers, 0).confidence_interval(), on every answer by itself; R: t.test(answers)$conf.int
@given(counts_of_five)
def test_the_mean_of_counts_is_the_t_interval_of_the_single_answers(counts: list[int]) -> None:
    answers = np.repeat([1.0, 2.0, 3.0, 4.0, 5.0], counts)
    mean, low, high = (float(limit[0]) for limit in mean_limits(counts, [1, 2, 3, 4, 5]))
    assert mean == pytest.approx(answers.mean())
    error = float(answers.std(ddof=1)) / math.sqrt(len(answers))
    half = float(stats.t.ppf(0.975, len(answers) - 1)) * error
    assert (low, high) == pytest.approx((answers.mean() - half, answers.mean() + half))
    assert low <= mean <= high


@given(st.lists(st.integers(-4_000, 4_000), min_size=2, max_size=60).filter(lambda quarters: len(set(quarters)) > 1))
def test_the_mean_of_sums_is_the_t_interval_of_the_single_numbers(quarters: list[int]) -> None:
    numbers = np.array(quarters) / 4
    interval = stats.ttest_1samp(numbers, 0.0).confidence_interval(0.95)
    found = mean_from_sums(len(numbers), float(numbers.sum()), float((numbers**2).sum()))
    assert found.value == pytest.approx(numbers.mean(), abs=1e-9)
    assert (found.low, found.high) == pytest.approx((float(interval.low), float(interval.high)), abs=1e-5)


def test_a_mean_without_answers_is_undefined_and_of_one_answer_has_no_limits() -> None:
    mean, low, high = mean_limits([[0, 0, 0], [0, 1, 0], [0, 2, 0]], [1, 2, 3])
    assert math.isnan(mean[0])
    assert math.isnan(low[0])
    assert mean[1] == 2
    assert np.isnan([low[1], high[1]]).all()


def test_equal_answers_have_a_mean_and_no_limits_for_their_spread_is_not_known() -> None:
    mean, low, high = mean_limits([[0, 40, 0]], [1, 2, 3])
    assert mean[0] == 2
    assert np.isnan([low[0], high[0]]).all()
    found = mean_from_sums(2, 14, 98)
    assert found.value == 7
    assert np.isnan([found.low, found.high]).all()


def test_a_mean_from_sums_needs_two_numbers() -> None:
    assert not mean_from_sums(0, 0, 0).is_defined
    assert not mean_from_sums(1, 7, 49).is_defined


def test_a_difference_of_two_means_without_any_spread_has_no_limits() -> None:
    found = welch([0, 0, 40], [40, 0, 0], [1, 2, 3])
    assert (found.value, found.base) == (2, 40)
    assert np.isnan([found.low, found.high]).all()


def test_rounding_of_sums_is_no_spread() -> None:
    # 0.1 a thousand times: the sum of squares less the square of the sum is not quite nought
    values = [0.1] * 1000
    found = mean_from_sums(1000, sum(values), sum(value**2 for value in values))
    assert found.value == pytest.approx(0.1)
    assert np.isnan([found.low, found.high]).all()
    assert mean_from_sums(3, 1_500.3, 500.0**2 + 500.1**2 + 500.2**2).high > 500.1
