"""Control charts and Welch's interval against published figures, their source above each."""

from itertools import pairwise

import numpy as np
import pytest

from csat_core.stats.control import control_chart, drift_limits, moving_average, p_limits
from csat_core.stats.means import welch
from tests.reference.test_published_intervals import SLEEP

CANS = [
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
]  # fmt: skip
"""Nonconforming cans of frozen orange juice in 30 samples of 50."""


# Montgomery, Introduction to Statistical Quality Control, 6th ed., table 7.1 and example 7.1: p-bar .2313, UCL .4102,
# LCL .0524, samples 15 and 23 above. R: qcc::qcc(orangejuice$D[1:30], sizes = 50, type = "p")
def test_the_p_chart_of_the_orange_juice_cans() -> None:
    count, base = np.array(CANS), np.full(30, 50)
    center = count.sum() / base.sum()
    low, high = p_limits(center, base)
    assert center == pytest.approx(0.2313, abs=5e-5)
    assert (low[0], high[0]) == pytest.approx((0.0524, 0.4102), abs=5e-5)
    assert list(np.flatnonzero(count / base > high) + 1) == [15, 23]


# The same cans by Laney's rule, whose sigma_z widens these limits. R: qicharts2::qic(D, n = rep(50, 30), chart = "pp")
# has the same definition: limits of the p-chart times the mean moving range of z / 1.128.
def test_the_cans_scatter_more_than_chance_so_laneys_limits_are_wider() -> None:
    chart = control_chart(CANS, np.full(30, 50))
    assert chart is not None
    sigma = (0.2313333 * 0.7686667 / 50) ** 0.5
    moves = [abs(after - before) / 50 / sigma for before, after in pairwise(CANS)]
    assert chart.sigma_z == pytest.approx(sum(moves) / 29 / 1.128, abs=1e-5)
    assert chart.high[0] == pytest.approx(0.2313333 + 3 * sigma * chart.sigma_z, abs=1e-5)
    assert chart.sigma_z > 1


# NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3.2.4: lambda 0.3, EWMA_0 = 50, s = 2.0539, UCL 52.5884
def test_the_moving_average_of_the_nist_handbook() -> None:
    data = [52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4,
            53.6, 52.1]  # fmt: skip
    published = [50.60, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33, 50.11, 49.36, 49.52, 50.05,
                 49.38, 49.92, 50.73, 51.23, 51.94, 51.99]  # fmt: skip
    assert list(moving_average(data, 50, 0.3)) == pytest.approx(published, abs=0.011)
    assert 50 + 2.0539 * drift_limits(500, 0.3)[-1] == pytest.approx(52.5884, abs=5e-4)


# R: t.test(extra ~ group, data = sleep): difference -1.58, 95 % interval -3.3654832 to 0.2054832 (Welch)
def test_a_difference_of_means_has_welchs_interval_of_students_sleep_data() -> None:
    values = sorted({hour for hours in SLEEP.values() for hour in hours})
    counts = [[hours.count(value) for value in values] for hours in SLEEP.values()]
    found = welch(counts[0], counts[1], values)
    assert (found.value, found.low, found.high) == pytest.approx((-1.58, -3.3654832, 0.2054832), abs=5e-8)
    assert found.base == 10
