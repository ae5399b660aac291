"""Moments: from sums and from the tables of pairs, against the single responses."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csat_core.stats.importance import correlation_matrix
from csat_core.stats.moments import centred, moments_of_pairs

LEVELS = np.arange(1, 6)
BANDS = np.column_stack([LEVELS <= 2, LEVELS >= 4]).astype(float)


def pair_table(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    table = np.zeros((5, 5))
    np.add.at(table, (first - 1, second - 1), 1)
    return table


@given(st.integers(0, 10_000))
@settings(max_examples=20, deadline=None)
def test_correlations_from_sums_are_those_of_the_single_numbers(seed: int) -> None:
    numbers = np.random.default_rng(seed).normal(size=(30, 4)) * [1, 10, 0.1, 3] + [1_000, 0, 5, -40]
    found = correlation_matrix(30, numbers.sum(axis=0), numbers.T @ numbers)
    assert found == pytest.approx(np.corrcoef(numbers.T), abs=1e-8)


@given(st.integers(0, 10_000))
@settings(max_examples=20, deadline=None)
def test_tables_of_pairs_give_the_moments_of_the_single_responses(seed: int) -> None:
    answers = np.random.default_rng(seed).integers(1, 6, size=(50, 3))
    tables = {(i, j): pair_table(answers[:, i], answers[:, j]) for i in range(3) for j in range(i + 1, 3)}
    found = moments_of_pairs(tables, [BANDS, LEVELS, BANDS])
    single = np.column_stack([BANDS[answers[:, 0] - 1], answers[:, 1], BANDS[answers[:, 2] - 1]])
    assert found.n == 50
    assert found.sums == pytest.approx(single.sum(axis=0), abs=1e-9)
    assert found.products == pytest.approx(single.T @ single, abs=1e-9)


def test_pairs_answered_by_different_people_give_the_correlation_of_each_pair() -> None:
    rng = np.random.default_rng(4)
    answers = np.clip(np.round(rng.normal(3, 1, (400, 1)) + rng.normal(0, 0.7, (400, 3))), 1, 5).astype(int)
    asked = {(0, 1): slice(0, 300), (0, 2): slice(100, 400), (1, 2): slice(0, 400)}
    tables = {(i, j): pair_table(answers[rows, i], answers[rows, j]) for (i, j), rows in asked.items()}
    found = moments_of_pairs(tables, [LEVELS, LEVELS, LEVELS])
    assert found.n == 300
    deviations = centred(found.n, found.sums, found.products) / found.n
    together = np.cov(answers[100:400, 0], answers[100:400, 2], bias=True)[0, 1]
    assert deviations[0, 2] == pytest.approx(together, abs=1e-12)


def test_a_constant_number_and_an_empty_base_have_no_correlation() -> None:
    numbers = np.array([[1.0, 7.3], [2.0, 7.3], [4.0, 7.3]])
    found = correlation_matrix(3, numbers.sum(axis=0), numbers.T @ numbers)
    assert found[0, 0] == 1
    assert np.isnan([found[0, 1], found[1, 1]]).all()
    assert np.isnan(correlation_matrix(0, [0, 0], np.zeros((2, 2)))).all()


def test_large_means_cost_no_digits_that_the_sums_still_hold() -> None:
    years = np.arange(1947.0, 1963.0)
    found = centred(16, [years.sum()], [[float(years @ years)]])
    assert found[0, 0] == 340.0
