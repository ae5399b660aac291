"""Least squares from sums: against statsmodels on the single responses."""

import math

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.outliers_influence import variance_inflation_factor

from csat_core.stats.importance import CollinearError
from csat_core.stats.regression import least_squares


@given(st.integers(0, 100_000), st.integers(1, 4))
@settings(max_examples=25, deadline=None)
def test_sums_give_what_statsmodels_gives_on_the_single_responses(seed: int, drivers: int) -> None:
    rng = np.random.default_rng(seed)
    data = rng.normal(size=(40, drivers + 1)) * 3 + rng.normal(size=(40, 1)) + 20
    fit = sm.OLS(data[:, -1], sm.add_constant(data[:, :-1])).fit()
    found = least_squares(40, data.sum(axis=0), data.T @ data)
    assert found.coefficients == pytest.approx(fit.params[1:], abs=1e-8)
    assert found.errors == pytest.approx(fit.bse[1:], abs=1e-8)
    assert (found.intercept, found.intercept_error) == pytest.approx((fit.params[0], fit.bse[0]), abs=1e-6)
    assert found.r_squared == pytest.approx(fit.rsquared, abs=1e-9)
    assert found.residual_deviation == pytest.approx(math.sqrt(fit.mse_resid), abs=1e-8)
    design = sm.add_constant(data[:, :-1])
    assert found.vif == pytest.approx([variance_inflation_factor(design, i + 1) for i in range(drivers)], abs=1e-8)


def test_the_unit_of_the_outcome_scales_the_coefficients_and_not_r_squared() -> None:
    data = np.random.default_rng(1).normal(size=(30, 3)) + 5
    ten = data * [1, 1, 10]
    first, second = (least_squares(30, d.sum(axis=0), d.T @ d) for d in (data, ten))
    assert second.coefficients == pytest.approx(10 * first.coefficients)
    assert second.standardized == pytest.approx(first.standardized)
    assert second.r_squared == pytest.approx(first.r_squared)


@pytest.mark.parametrize("base", [0, 1, 3])
def test_no_more_responses_than_coefficients_is_undefined(base: int) -> None:
    data = np.random.default_rng(1).normal(size=(base, 3))
    found = least_squares(base, data.sum(axis=0), data.T @ data)
    assert found.base == base
    assert np.isnan([found.r_squared, found.intercept, *found.coefficients, *found.errors]).all()


def test_an_outcome_with_one_answer_is_undefined() -> None:
    data = np.column_stack([np.arange(9.0), np.full(9, 5.0)])
    assert math.isnan(least_squares(9, data.sum(axis=0), data.T @ data).r_squared)


def test_drivers_that_determine_one_another_are_refused() -> None:
    data = np.random.default_rng(1).normal(size=(30, 3))
    data[:, 1] = 4 - data[:, 0]
    with pytest.raises(CollinearError, match="speed, price"):
        least_squares(30, data.sum(axis=0), data.T @ data, ["speed", "price"])
