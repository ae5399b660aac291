"""Correlations from a table: against scipy and brute force on the single responses, and the laws they keep."""

import math
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import stats

from csat_core.stats.correlation import Correlations, correlations


@st.composite
def tables(draw: st.DrawFn) -> NDArray[np.int64]:
    """A table of counts with at least two answers used on either side."""
    rows, columns = draw(st.integers(2, 5)), draw(st.integers(2, 5))
    cells = draw(st.lists(st.integers(0, 12), min_size=rows * columns, max_size=rows * columns))
    table = np.array(cells).reshape(rows, columns)
    table[0, 0] += 1
    table[-1, -1] += 1
    table[0, -1] += 2
    return table


def single_responses(table: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    rows, columns = np.indices(table.shape)
    return np.repeat(rows.ravel(), table.ravel()), np.repeat(columns.ravel(), table.ravel())


def found(table: NDArray[np.int64]) -> Correlations:
    return correlations(table, range(table.shape[0]), range(table.shape[1]))


def pair_by_pair(shares: NDArray[np.float64]) -> tuple[float, float, float]:
    """Concordant less discordant, concordant plus discordant, and tau-b, over every pair of cells."""
    rows, columns = (side.ravel() for side in np.indices(shares.shape))
    weight = np.outer(shares.ravel(), shares.ravel())
    sign = np.sign(rows[:, None] - rows) * np.sign(columns[:, None] - columns)
    untied = (weight * (rows[:, None] != rows)).sum() * (weight * (columns[:, None] != columns)).sum()
    difference = float((weight * sign).sum())
    return difference, float((weight * np.abs(sign)).sum()), difference / math.sqrt(untied)


@given(tables())
@settings(max_examples=60, deadline=None)
def test_the_table_gives_what_scipy_gives_on_the_single_responses(table: NDArray[np.int64]) -> None:
    first, second = single_responses(table)
    ours = found(table)
    assert ours.base == len(first)
    assert ours.pearson.value == pytest.approx(np.corrcoef(first, second)[0, 1], abs=1e-12)
    assert ours.spearman.value == pytest.approx(stats.spearmanr(first, second).statistic, abs=1e-12)
    assert ours.kendall.value == pytest.approx(stats.kendalltau(first, second).statistic, abs=1e-12)
    assert ours.linear_by_linear == pytest.approx((len(first) - 1) * np.corrcoef(first, second)[0, 1] ** 2, abs=1e-9)
    assert ours.linear_by_linear_p_value == pytest.approx(stats.chi2.sf(ours.linear_by_linear, 1), abs=1e-12)
    difference, untied, _ = pair_by_pair(table / table.sum())
    assert ours.gamma.value == pytest.approx(difference / untied, abs=1e-12)


@given(tables())
@settings(max_examples=40, deadline=None)
def test_somers_d_both_ways_multiply_to_the_square_of_tau_b(table: NDArray[np.int64]) -> None:
    first, second = single_responses(table)
    product = stats.somersd(first, second).statistic * stats.somersd(second, first).statistic
    assert found(table).kendall.value ** 2 == pytest.approx(product, abs=1e-12)


# The delta method without any formula: the derivative of the statistic by each cell's share, numerically.
@given(tables())
@settings(max_examples=25, deadline=None)
def test_the_asymptotic_errors_are_those_of_the_delta_method(table: NDArray[np.int64]) -> None:
    shares = table / table.sum()

    def error(which: int) -> float:
        def statistic(moved: NDArray[np.float64]) -> float:
            difference, untied, tau = pair_by_pair(moved / moved.sum())
            return tau if which == 0 else difference / untied

        slope = np.zeros(shares.shape)
        for cell in np.ndindex(shares.shape):
            step = np.zeros(shares.shape)
            step[cell] = 1e-6
            slope[cell] = (statistic(shares + step) - statistic(shares - step)) / 2e-6
        return math.sqrt(float((shares * (slope - (shares * slope).sum()) ** 2).sum() / table.sum()))

    ours = found(table)
    if ours.base >= 4:
        assert ours.kendall_error == pytest.approx(error(0), abs=1e-6)
        assert ours.gamma_error == pytest.approx(error(1), abs=1e-6)


@given(tables())
@settings(max_examples=40, deadline=None)
def test_turning_a_side_round_turns_the_sign_and_swapping_the_sides_changes_nothing(table: NDArray[np.int64]) -> None:
    ours, swapped = found(table), found(table.T)
    turned = correlations(table, [-i for i in range(table.shape[0])], range(table.shape[1]))
    for name in ("pearson", "spearman", "kendall", "gamma"):
        value = getattr(ours, name).value
        assert getattr(swapped, name).value == pytest.approx(value, abs=1e-12)
        assert getattr(turned, name).value == pytest.approx(-value, abs=1e-12)
        assert abs(value) <= 1
    assert turned.kendall_error == pytest.approx(ours.kendall_error, nan_ok=True)


@given(tables(), st.randoms())
@settings(max_examples=25, deadline=None)
def test_the_order_of_rows_and_unused_answers_change_nothing(table: NDArray[np.int64], random: Random) -> None:
    order = list(range(table.shape[0]))
    random.shuffle(order)
    shuffled = np.column_stack([table[order], np.zeros(len(order), dtype=int)])
    again = correlations(shuffled, order, [*range(table.shape[1]), 99])
    for name in ("pearson", "spearman", "kendall", "gamma"):
        first, second = getattr(found(table), name), getattr(again, name)
        assert (second.value, second.low, second.high) == pytest.approx(
            (first.value, first.low, first.high), abs=1e-12, nan_ok=True
        )


@pytest.mark.parametrize(
    "table",
    [[[0, 0], [0, 0]], [[1, 0], [0, 0]], [[3, 5, 9]], [[3], [5]], [[0, 4], [0, 9]], np.zeros((0, 0))],
    ids=["empty", "one response", "one row", "one column", "all satisfied", "no answers at all"],
)
def test_a_side_with_one_answer_leaves_everything_undefined(table: list[list[int]]) -> None:
    counts = np.atleast_2d(np.array(table))
    ours = correlations(counts, range(counts.shape[0]), range(counts.shape[1]))
    assert ours.base == counts.sum()
    assert not any(measure.is_defined for measure in (ours.pearson, ours.spearman, ours.kendall, ours.gamma))
    assert np.isnan([ours.linear_by_linear, ours.linear_by_linear_p_value, ours.kendall_error, ours.gamma_error]).all()


def test_limits_begin_at_four_responses() -> None:
    three, four = found(np.array([[1, 1], [0, 1]])), found(np.array([[1, 1], [0, 2]]))
    assert three.pearson.value == pytest.approx(0.5)
    assert np.isnan([three.pearson.low, three.spearman.high, three.kendall.low, three.gamma.high]).all()
    assert four.pearson.low < four.pearson.value < four.pearson.high
    assert four.kendall.low < four.kendall.value


def test_a_perfect_order_is_one() -> None:
    ours = found(np.diag([5, 6, 7]))
    assert [ours.pearson.value, ours.spearman.value, ours.kendall.value, ours.gamma.value] == pytest.approx([1] * 4)


def test_without_untied_pairs_only_gamma_is_undefined() -> None:
    ours = found(np.array([[5, 5], [5, 0]]) + np.array([[0, 0], [0, 5]]))
    assert ours.gamma.value == 0
    assert ours.kendall.value == 0
