"""Correlations of ordered questions against printed output of SAS and R."""

import math

import numpy as np
import pytest

from csat_core.stats.correlation import correlations

FOUR_DECIMALS = 0.00005 + 1e-9

PAIN = [[26, 26, 23, 18, 9], [6, 7, 9, 14, 23]]
"""SAS/STAT User's Guide, The FREQ Procedure, example "Cochran-Armitage Trend Test": adverse response by dose."""

JOB_SATISFACTION = [[1, 3, 10, 6], [2, 3, 10, 7], [1, 6, 14, 12], [0, 1, 9, 11]]
"""Agresti (2002), Categorical Data Analysis, table 2.8, p. 57: income by satisfaction, General Social Survey 1996."""

MILES = [21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4, 30.4]
MILES += [33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4]
TONS = [2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345, 2.2]
TONS += [1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78]
"""R: datasets::mtcars, mpg and wt, from Henderson and Velleman (1981), Biometrics 37:391-411."""


# R: DescTools::Assocs(rbind(c(26, 26, 23, 18, 9), c(6, 7, 9, 14, 23)), conf.level = .95): gamma .5313123 (.3479918, .7146328),
# tau-b .3372567 (.2114030, .4631105), which SAS prints as .5313, ASE .0935 and .3373, ASE .0642 (tables / measures cl)
def test_the_pain_trial_has_the_measures_that_sas_and_r_print() -> None:
    found = correlations(PAIN, [0, 1], range(5))
    gamma, kendall = found.gamma, found.kendall
    assert found.base == 161
    assert (gamma.value, gamma.low, gamma.high) == pytest.approx((0.5313123, 0.3479918, 0.7146328), abs=5.1e-8)
    assert (kendall.value, kendall.low, kendall.high) == pytest.approx((0.3372567, 0.2114030, 0.4631105), abs=5.1e-8)
    assert (found.gamma_error, found.kendall_error) == pytest.approx((0.0935, 0.0642), abs=FOUR_DECIMALS)


# R: vcdExtra::GKgamma(JobSat) prints gamma 0.221, std. error 0.117, CI -0.009 0.451; Agresti (2002), p. 59 and p. 81
def test_job_satisfaction_has_agrestis_gamma() -> None:
    found = correlations(JOB_SATISFACTION, range(4), range(4))
    assert (found.gamma.value, found.gamma_error) == pytest.approx((0.221, 0.117), abs=0.0005)
    assert (found.gamma.low, found.gamma.high) == pytest.approx((-0.009, 0.451), abs=0.0005)


# Agresti (2002), section 3.4.4, p. 88: scores 7.5, 20, 32.5, 60 (thousand dollars) and 1 to 4: M^2 = 95 x 0.200^2 = 3.81, P = .051
# R: coin::lbl_test
def test_job_satisfaction_has_agrestis_test_of_a_linear_trend() -> None:
    found = correlations(JOB_SATISFACTION, [7.5, 20, 32.5, 60], range(1, 5))
    assert found.pearson.value == pytest.approx(0.200, abs=0.0005)
    assert (found.linear_by_linear, found.linear_by_linear_p_value) == pytest.approx((3.81, 0.051), abs=0.005)


# R: cor.test(mtcars$mpg, mtcars$wt): -0.8676594, limits -0.9338264 -0.7440872;
# cor(mtcars$mpg, mtcars$wt, method = "spearman") -0.886422, "kendall" -0.7278321.
# Bonett and Wright (2000), Psychometrika 65:23-28, the half-width on Fisher's z is 1.96 sqrt((1 + rho^2 / 2) / 29)
def test_cars_have_the_correlations_and_limits_that_r_prints() -> None:
    (miles, first), (tons, second) = np.unique(MILES, return_inverse=True), np.unique(TONS, return_inverse=True)
    table = np.zeros((len(miles), len(tons)), dtype=int)
    np.add.at(table, (first, second), 1)
    found = correlations(table, miles, tons)
    assert (found.pearson.value, found.pearson.low, found.pearson.high) == pytest.approx(
        (-0.8676594, -0.9338264, -0.7440872), abs=5e-8
    )
    assert (found.spearman.value, found.kendall.value) == pytest.approx((-0.886422, -0.7278321), abs=5e-7)
    half = 1.959964 * math.sqrt((1 + 0.886422**2 / 2) / 29)
    assert math.atanh(found.spearman.high) - math.atanh(found.spearman.value) == pytest.approx(half, abs=5e-6)
    assert math.atanh(found.spearman.value) - math.atanh(found.spearman.low) == pytest.approx(half, abs=5e-6)
