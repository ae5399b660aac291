"""Intervals against published tables; above each number its source, page and the R call that gives it."""

import numpy as np
import pytest

from csat_core.stats.means import mean_from_sums, mean_limits
from csat_core.stats.proportions import net_margin, newcombe, wilson

FOUR_DECIMALS = 0.00005 + 1e-9


# Newcombe (1998), Two-sided confidence intervals for the single proportion, Stat. Med. 17:857-872, table I, method 3.
# R: prop.test(81, 263, correct = FALSE)$conf.int, and so on; binom::binom.wilson(0, 20)
@pytest.mark.parametrize(
    ("count", "base", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_gives_the_limits_of_newcombes_table(count: int, base: int, low: float, high: float) -> None:
    found = wilson(count, base)
    assert (found.low, found.high) == pytest.approx((low, high), abs=FOUR_DECIMALS)
    assert (found.value, found.base) == (count / base, base)


# Newcombe (1998), Interval estimation for the difference between independent proportions, Stat. Med. 17:873-890,
# table II, method 10. R: DescTools::BinomDiffCI(56, 70, 48, 80, method = "score"), and so on
@pytest.mark.parametrize(
    ("first", "other", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0000),
        ((10, 10), (0, 10), 0.6075, 1.0000),
    ],
)
def test_a_difference_has_the_limits_of_newcombes_table(
    first: tuple[int, int], other: tuple[int, int], low: float, high: float
) -> None:
    found = newcombe(*first, *other)
    assert (found.low, found.high) == pytest.approx((low, high), abs=FOUR_DECIMALS)
    assert found.value == pytest.approx(first[0] / first[1] - other[0] / other[1])
    assert found.base == min(first[1], other[1])


SLEEP = {
    "first drug": [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
    "second drug": [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
}
"""Student (1908), The probable error of a mean, Biometrika 6:1-25, p. 20: hours of sleep gained. R: datasets::sleep"""


# R: t.test(sleep$extra[1:10])$conf.int and t.test(sleep$extra[11:20])$conf.int
@pytest.mark.parametrize(
    ("drug", "mean", "low", "high"),
    [("first drug", 0.75, -0.5297804, 2.0297804), ("second drug", 2.33, 0.8976775, 3.7623225)],
)
def test_a_mean_has_the_t_interval_of_students_sleep_data(drug: str, mean: float, low: float, high: float) -> None:
    hours = np.array(SLEEP[drug])
    values, counts = np.unique(hours, return_counts=True)
    from_counts = [float(limit[0]) for limit in mean_limits(counts, values)]
    assert from_counts == pytest.approx([mean, low, high], abs=5e-8)
    from_sums = mean_from_sums(10, float(hours.sum()), float((hours**2).sum()))
    assert (from_sums.value, from_sums.low, from_sums.high) == pytest.approx((mean, low, high), abs=5e-8)


# NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.5.2 (data ZARR13.DAT): N 195, mean 9.261460,
# standard deviation 0.02278881, 95 % limits 9.258242 and 9.264679. R: mean + c(-1, 1) * qt(.975, 194) * s / sqrt(195)
def test_a_mean_from_sums_has_the_limits_of_the_nist_handbook() -> None:
    n, mean, deviation = 195, 9.261460, 0.02278881
    found = mean_from_sums(n, n * mean, (n - 1) * deviation**2 + n * mean**2)
    assert (found.low, found.high) == pytest.approx((9.258242, 9.264679), abs=1e-6)


# A net score is the difference of two shares of one multinomial, as is the difference of paired proportions: Wald
# interval of Fagerland, Lydersen and Laake (2017), Statistical Analysis of Contingency Tables, chapter 8, airway
# hyper-responsiveness, 1 and 7 discordant of 21: -0.2857 (-0.5197 to -0.0517).
# R: contingencytables::Wald_CI_diff_paired_2x2(bentur_2009)
def test_a_net_score_has_the_interval_of_a_paired_difference() -> None:
    margin = float(net_margin(1, 7, 21))
    net = (1 - 7) / 21
    assert (net - margin, net + margin) == pytest.approx((-0.5197, -0.0517), abs=FOUR_DECIMALS)
