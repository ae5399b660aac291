"""Tables of counts against published results; above each number its source and the call that gives it."""

import pytest

from csat_core.stats.contingency import associate, residuals, trend

FEMALE, MALE = (762, 327, 468), (484, 239, 477)
"""Democrat, Independent, Republican: Agresti (2007), An Introduction to Categorical Data Analysis, 2nd ed., table 2.5."""

JOBS = ((1, 2, 1, 0), (3, 3, 6, 1), (10, 10, 14, 9), (6, 7, 12, 11))
"""Income and job satisfaction: Agresti (2002), Categorical Data Analysis, 2nd ed., table 2.8."""


# Agresti (2007), section 2.4.3: X2 = 30.1, df = 2. R's ?chisq.test prints the example:
# M <- as.table(rbind(c(762, 327, 468), c(484, 239, 477))); chisq.test(M): X-squared = 30.07, df = 2, p-value = 2.954e-07
def test_party_and_gender_have_the_chi_square_of_agresti() -> None:
    found = associate([FEMALE, MALE])
    assert found.chi_square == pytest.approx(30.07, abs=0.005)
    assert found.degrees_of_freedom == 2
    assert found.p_value == pytest.approx(2.954e-07, rel=5e-4)
    assert found.base == 2757


# Agresti (2007), table 2.5: standardized residuals 4.50, 0.70, -5.32 of the women. R: chisq.test(M)$stdres
def test_party_and_gender_have_the_adjusted_residuals_of_agresti() -> None:
    everybody = [women + men for women, men in zip(FEMALE, MALE, strict=True)]
    found = residuals(FEMALE, everybody, [True] * 3)
    assert found["residual"].tolist() == pytest.approx([4.50, 0.70, -5.32], abs=0.005)


# Agresti (2002), section 3.3.1: X2 = 5.97, df = 9. R's ?fisher.test: fisher.test(Job)$p.value is 0.7827 over all tables,
# in the order of their probability; ours is of drawn tables in the order of their chi-square, so close, not equal
def test_jobs_have_a_p_value_of_drawn_tables_close_to_that_of_all_tables() -> None:
    found = associate(JOBS)
    assert found.chi_square == pytest.approx(5.97, abs=0.005)
    assert found.degrees_of_freedom == 9
    assert found.p_value_exact == pytest.approx(0.7827, abs=0.012)


# Fisher (1935), The Design of Experiments, chapter 2: the lady tasting tea. R: fisher.test(TeaTasting)$p.value, two-sided
def test_the_lady_tasting_tea_has_fishers_p_value() -> None:
    found = associate([[3, 1], [1, 3]])
    assert found.p_value_exact == pytest.approx(0.4857, abs=0.00005)
    assert found.lowest_expected == 2


# ClickHouse's documentation of cramersVBiasCorrected, which corrects as Bergsma (2013), A bias-correction for Cramer's V
# and Tschuprow's T, J. Korean Stat. Soc. 42:323-328:
# SELECT cramersV(a, b), cramersVBiasCorrected(a, b) FROM (SELECT number % 10 AS a, number % 4 AS b FROM numbers(150))
def test_cramers_v_and_its_correction_are_those_of_clickhouse() -> None:
    counts = [[0] * 4 for _ in range(10)]
    for number in range(150):
        counts[number % 10][number % 4] += 1
    found = associate(counts)
    assert found.cramers_v == pytest.approx(0.5798088336225178, abs=1e-15)
    assert found.cramers_v_corrected == pytest.approx(0.5305112825189074, abs=1e-15)


# SAS/STAT User's Guide, PROC FREQ, example "Computing the Cochran-Armitage Trend Test", data set Pain: Z = -4.7918
# (SAS lets "No" come first, so its sign is turned)
def test_pain_by_dose_has_the_trend_of_sas() -> None:
    found = trend([6, 7, 9, 14, 23], [32, 33, 32, 32, 32])
    assert found.z == pytest.approx(4.7918, abs=0.00005)
    assert found.base == 161


# Columbia University, MSPH P8120, notes on the Cochran-Armitage test: R: DescTools::CochranArmitageTest: Z = 11.297
def test_insomnia_by_age_has_the_trend_of_desctools() -> None:
    yes, no = (150, 250, 264, 302, 238, 176), (384, 496, 520, 403, 205, 123)
    found = trend(yes, [a + b for a, b in zip(yes, no, strict=True)])
    assert found.z == pytest.approx(11.297, abs=0.0005)
    assert found.p_value < 2.2e-16
