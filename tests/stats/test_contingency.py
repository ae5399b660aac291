"""Contingency: laws of tables of counts, independent implementations, and tables too poor for a test."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray
from scipy import stats
from statsmodels.stats.contingency_tables import Table
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportions_ztest

from csat_core.stats.contingency import MOST_PAIRED, REST, associate, holm, holm_of_distinct, pairs, residuals, trend

Counts = NDArray[np.int64]
filled = arrays.arrays(
    np.int64, arrays.array_shapes(min_dims=2, max_dims=2, min_side=2, max_side=5), elements=st.integers(1, 60)
)
sparse = arrays.arrays(np.int64, arrays.array_shapes(min_dims=2, max_dims=2, max_side=4), elements=st.integers(0, 9))
levels = st.lists(st.tuples(st.integers(0, 80), st.integers(1, 80)), min_size=2, max_size=8)


@given(filled)
@settings(deadline=None, max_examples=40)
def test_the_association_is_that_of_scipy_and_of_statsmodels(counts: Counts) -> None:
    found = associate(counts)
    again = Table(counts, shift_zeros=False).test_nominal_association()
    assert (found.chi_square, found.degrees_of_freedom) == (pytest.approx(again.statistic, abs=1e-8), again.df)
    assert found.p_value == pytest.approx(again.pvalue, abs=1e-9)
    # scipy's own V knows Yates' correction only, which a table of more than two by two does not get
    assert found.cramers_v == pytest.approx(stats.contingency.association(counts, method="cramer"), abs=1e-9)
    assert found.base == counts.sum()


@given(sparse, st.integers(0, 1_000))
@settings(deadline=None, max_examples=40)
def test_order_empty_lines_and_turning_the_table_change_nothing(counts: Counts, seed: int) -> None:
    shuffled = counts[np.random.default_rng(seed).permutation(len(counts))]
    padded = np.pad(counts, 1)
    first = associate(counts)
    for other in (shuffled, padded, counts.T):
        again = associate(other)
        for name in ("chi_square", "p_value", "cramers_v", "cramers_v_corrected", "lowest_expected"):
            assert getattr(again, name) == pytest.approx(getattr(first, name), abs=1e-9, nan_ok=True)
        assert (again.degrees_of_freedom, again.base) == (first.degrees_of_freedom, first.base)
        assert math.isnan(again.p_value_exact) == math.isnan(first.p_value_exact)


@given(filled)
@settings(deadline=None, max_examples=40)
def test_the_correction_only_ever_weakens_and_both_lie_within_nought_and_one(counts: Counts) -> None:
    found = associate(counts)
    assert 0 <= found.cramers_v <= 1
    if not math.isnan(found.cramers_v_corrected):
        assert 0 <= found.cramers_v_corrected <= 1
    if counts.sum() > 40:
        assert found.cramers_v_corrected <= found.cramers_v + 1e-9


def test_twice_the_answers_are_twice_the_chi_square() -> None:
    once, twice = associate([[20, 30], [40, 15]]), associate([[40, 60], [80, 30]])
    assert twice.chi_square == pytest.approx(2 * once.chi_square)
    assert twice.cramers_v == pytest.approx(once.cramers_v)


def test_two_by_two_is_not_corrected_after_yates() -> None:
    # by hand: 100 (20 x 15 - 30 x 35)^2 / (50 x 50 x 55 x 45)
    assert associate([[20, 30], [35, 15]]).chi_square == pytest.approx(100 * 750**2 / (50 * 50 * 55 * 45))


@pytest.mark.parametrize(("expected", "has_exact"), [(4, True), (5, False), (6, False)])
def test_an_exact_p_value_stands_where_an_expected_count_is_below_five(expected: int, has_exact: bool) -> None:
    found = associate([[expected + 1, expected - 1], [expected - 1, expected + 1], [expected, expected]])
    assert found.lowest_expected == expected
    assert math.isnan(found.p_value_exact) != has_exact
    assert found.decisive_p == (found.p_value_exact if has_exact else found.p_value)


def test_drawn_tables_give_the_same_p_value_every_time_and_that_of_scipy() -> None:
    counts = [[4, 1, 0], [2, 3, 5], [1, 1, 6]]
    found = associate(counts)
    assert found.p_value_exact == associate(counts).p_value_exact
    drawn = stats.chi2_contingency(
        counts, correction=False, method=stats.MonteCarloMethod(n_resamples=9_999, rng=np.random.default_rng(1))
    )
    assert found.p_value_exact == pytest.approx(drawn.pvalue, abs=0.01)
    assert round(found.p_value_exact * 10_000) == pytest.approx(found.p_value_exact * 10_000)


@given(levels)
@settings(deadline=None, max_examples=40)
def test_the_residuals_are_those_of_statsmodels_and_turn_with_the_answer(found: list[tuple[int, int]]) -> None:
    satisfied, other = (np.array(side) for side in zip(*found, strict=True))
    base, tested = satisfied + other, [True] * len(found)
    table = residuals(satisfied, base, tested)
    turned = residuals(other, base, tested)
    assert table["residual"].to_numpy() == pytest.approx(-turned["residual"].to_numpy(), abs=1e-9, nan_ok=True)
    assert table["p_value"].to_numpy() == pytest.approx(turned["p_value"].to_numpy(), abs=1e-9, nan_ok=True)
    corrected = holm_of_distinct(table["p_value"], table["is_mirror"])
    assert (np.isnan(corrected) == table["p_value"].isna()).all()
    assert not (corrected < table["p_value"] - 1e-12).any()


def test_a_residual_is_the_z_of_the_level_against_the_rest() -> None:
    table = residuals([30, 50, 20], [60, 70, 60], [True] * 3)
    z, p_value = proportions_ztest([30, 70], [60, 130])
    assert (table["residual"][0], table["p_value"][0]) == pytest.approx((z, p_value))


def test_holm_corrects_over_the_levels_that_are_tested_only() -> None:
    table = residuals([30, 50, 20, 9], [60, 70, 60, 12], [True, True, True, False])
    assert table.loc[3, ["residual", "p_value"]].isna().all()
    corrected = holm_of_distinct(table["p_value"], table["is_mirror"])
    assert np.nanmin(corrected) == pytest.approx(3 * table["p_value"].min())
    assert holm([0.01, np.nan, 0.04]).tolist() == pytest.approx([0.02, np.nan, 0.04], nan_ok=True)
    assert holm([]).tolist() == []


@pytest.mark.parametrize("size", [1, 2, 40])
def test_holm_is_that_of_statsmodels(size: int) -> None:
    # ties too; few, because each call of the original collects garbage for a tenth of a second
    p_values = np.random.default_rng(size).beta(0.3, 1, size).round(2)
    assert holm(p_values) == pytest.approx(multipletests(p_values, method="holm")[1], rel=1e-12)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.floats(0, 1) | st.sampled_from([0.0, 0.01, 0.05, 1.0]), min_size=1, max_size=12))
def test_holm_rejects_step_by_step_from_the_smallest(p_values: list[float]) -> None:
    corrected = holm(p_values)
    left, is_rejected = len(p_values), True
    for place in np.argsort(p_values, kind="stable"):
        is_rejected = is_rejected and p_values[place] * left <= 0.05
        assert (corrected[place] <= 0.05) == is_rejected
        left -= 1


def test_two_levels_are_one_test_with_nothing_to_correct() -> None:
    table = residuals([30, 50], [60, 70], [True, True])
    whole = associate([[30, 30], [50, 20]])
    assert holm_of_distinct(table["p_value"], table["is_mirror"]).tolist() == pytest.approx([whole.p_value] * 2)
    beside = holm_of_distinct([0.01, 0.01, np.nan, 0.03, 0.04], [False, True, False, False, False])
    assert beside.tolist() == pytest.approx([0.03, 0.03, np.nan, 0.06, 0.06], nan_ok=True)
    assert (table["residual"] ** 2).tolist() == pytest.approx([whole.chi_square] * 2)


def test_pairs_are_pooled_z_tests_with_holm() -> None:
    table = pairs([30, 50, 20, 9], [60, 70, 60, 12], [True, True, True, False])
    assert table[["first", "second"]].to_numpy().tolist() == [[0, 1], [0, 2], [1, 2]]
    z, p_value = proportions_ztest([50, 20], [70, 60])
    assert table.loc[2, ["difference", "z", "p_value"]].tolist() == pytest.approx([50 / 70 - 20 / 60, z, p_value])
    assert table["p_value_holm"].tolist() == pytest.approx(holm(table["p_value"]).tolist())


@pytest.mark.parametrize(("size", "rows"), [(MOST_PAIRED, 325), (MOST_PAIRED + 1, 27)])
def test_more_than_26_levels_are_compared_with_the_rest_each(size: int, rows: int) -> None:
    satisfied = np.arange(size) + 10
    table = pairs(satisfied, np.full(size, 50), np.ones(size, dtype=bool))
    assert len(table) == rows
    assert (table["second"] == REST).all() == (size > MOST_PAIRED)
    if size > MOST_PAIRED:
        rest = (satisfied.sum() - 10) / (50 * (size - 1))
        assert table["difference"][0] == pytest.approx(10 / 50 - rest)
        assert table["z"][0] == pytest.approx(residuals(satisfied, np.full(size, 50), [True] * size)["residual"][0])


@given(levels)
@settings(deadline=None, max_examples=40)
def test_the_trend_is_statsmodels_linear_association_with_n_in_the_place_of_n_minus_1(
    found: list[tuple[int, int]],
) -> None:
    satisfied, other = (np.array(side) for side in zip(*found, strict=True))
    ours = trend(satisfied, satisfied + other)
    if not math.isnan(ours.z):
        linear = Table(np.column_stack([satisfied, other]), shift_zeros=False).test_ordinal_association(
            np.arange(len(found)), np.array([1, 0])
        )
        assert ours.z**2 == pytest.approx(linear.zscore**2 * ours.base / (ours.base - 1), rel=1e-6, abs=1e-9)
        backwards = trend(satisfied[::-1], (satisfied + other)[::-1])
        assert backwards.z == pytest.approx(-ours.z, abs=1e-9)


def test_the_trend_of_two_levels_is_their_chi_square() -> None:
    found = trend([10, 30], [40, 50])
    assert found.z**2 == pytest.approx(associate([[10, 30], [30, 20]]).chi_square)
    assert found.z > 0


@pytest.mark.parametrize(
    "counts",
    [[[]], [[0, 0], [0, 0]], [[5, 7]], [[5], [7]], [[5, 0], [7, 0]], [[0, 0], [3, 4]], [[1, 0], [0, 0]]],
    ids=["empty", "all nought", "one row", "one column", "all satisfied", "one level", "one answer"],
)
def test_a_table_too_poor_for_a_test_is_undefined(counts: list[list[int]]) -> None:
    found = associate(counts)
    for name in ("chi_square", "p_value", "p_value_exact", "cramers_v", "cramers_v_corrected", "lowest_expected"):
        assert math.isnan(getattr(found, name))
    assert (found.degrees_of_freedom, found.base) == (0, np.array(counts).sum())


def test_the_correction_is_undefined_where_its_denominator_is_not_positive() -> None:
    found = associate([[1, 0], [0, 1]])
    assert found.cramers_v == 1
    assert math.isnan(found.cramers_v_corrected)


@pytest.mark.parametrize(
    ("satisfied", "base"), [([], []), ([5], [9]), ([4, 6], [4, 6]), ([0, 0], [4, 6]), ([0, 0], [0, 0])]
)
def test_levels_too_poor_for_a_test_have_no_residual_pair_or_trend(satisfied: list[int], base: list[int]) -> None:
    tested = np.array(base) > 0
    assert residuals(satisfied, base, tested)["residual"].isna().all()
    assert pairs(satisfied, base, tested)["z"].isna().all()
    assert math.isnan(trend(satisfied, base).z)
    assert isinstance(pairs(satisfied, base, tested), pd.DataFrame)
