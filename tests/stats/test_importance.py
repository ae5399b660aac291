"""Importance: against every subset fitted on the single responses, and the laws of a fair share."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from csat_core.stats.importance import (
    CollinearError,
    Method,
    bootstrap_importance,
    correlation_matrix,
    johnson,
    lmg,
    relative_importance,
)

seeds = st.integers(0, 100_000)


def numbers(seed: int, drivers: int, base: int = 60) -> NDArray[np.float64]:
    """Correlated drivers and an outcome, in the last column."""
    rng = np.random.default_rng(seed)
    found = rng.normal(size=(base, drivers)) + rng.normal(size=(base, 1))
    return np.column_stack([found, found @ rng.normal(size=drivers) + rng.normal(0, 2, base)])


def r_squared(data: NDArray[np.float64], drivers: tuple[int, ...]) -> float:
    """By numpy's least squares on the single responses."""
    design = np.column_stack([np.ones(len(data)), data[:, list(drivers)]])
    residual = data[:, -1] - design @ np.linalg.lstsq(design, data[:, -1], rcond=None)[0]
    return 1 - float(residual @ residual) / float(((data[:, -1] - data[:, -1].mean()) ** 2).sum())


def order_by_order(data: NDArray[np.float64]) -> NDArray[np.float64]:
    """The mean gain in R2 over every order of entering, literally."""
    drivers = data.shape[1] - 1
    fits = {
        frozenset(s): r_squared(data, s) for k in range(drivers + 1) for s in itertools.combinations(range(drivers), k)
    }
    gains = np.zeros(drivers)
    for order in itertools.permutations(range(drivers)):
        for place, driver in enumerate(order):
            gains[driver] += fits[frozenset(order[: place + 1])] - fits[frozenset(order[:place])]
    return gains / math.factorial(drivers)


@given(seeds, st.integers(1, 5))
@settings(max_examples=25, deadline=None)
def test_lmg_is_the_mean_gain_over_every_order(seed: int, drivers: int) -> None:
    data = numbers(seed, drivers)
    assert lmg(np.corrcoef(data.T)) == pytest.approx(order_by_order(data), abs=1e-10)


@given(seeds, st.integers(1, 9))
@settings(max_examples=25, deadline=None)
def test_importances_sum_to_r_squared_by_either_method(seed: int, drivers: int) -> None:
    data = numbers(seed, drivers)
    matrix = np.corrcoef(data.T)
    explained = r_squared(data, tuple(range(drivers)))
    found = relative_importance(matrix, len(data))
    assert (found.method, found.base) == (Method.LMG, 60)
    assert found.importances.sum() == pytest.approx(explained, abs=1e-10)
    assert found.r_squared == pytest.approx(explained, abs=1e-10)
    assert found.shares.sum() == pytest.approx(1)
    assert johnson(matrix[:-1, :-1], matrix[:-1, -1]).sum() == pytest.approx(explained, abs=1e-10)
    assert (found.importances >= -1e-12).all()


@given(seeds, st.permutations(range(4)))
@settings(max_examples=25, deadline=None)
def test_the_order_of_the_drivers_changes_nothing(seed: int, order: list[int]) -> None:
    matrix = np.corrcoef(numbers(seed, 4).T)
    moved = matrix[np.ix_([*order, 4], [*order, 4])]
    assert lmg(moved) == pytest.approx(lmg(matrix)[order], abs=1e-12)
    assert johnson(moved[:4, :4], moved[:4, 4]) == pytest.approx(
        johnson(matrix[:4, :4], matrix[:4, 4])[order], abs=1e-10
    )


@given(seeds, st.lists(st.sampled_from([-3.0, 0.01, 1.0, 250.0]), min_size=4, max_size=4))
@settings(max_examples=25, deadline=None)
def test_the_units_of_the_drivers_change_nothing(seed: int, units: list[float]) -> None:
    data = numbers(seed, 3)
    scaled = data * units
    first, second = (correlation_matrix(60, d.sum(axis=0), d.T @ d) for d in (data, scaled))
    assert lmg(second) == pytest.approx(lmg(first), abs=1e-9)


def test_a_driver_that_goes_with_nothing_gets_nothing() -> None:
    matrix = np.array([[1, 0.4, 0, 0.5], [0.4, 1, 0, 0.3], [0, 0, 1, 0], [0.5, 0.3, 0, 1]])
    assert lmg(matrix)[2] == pytest.approx(0, abs=1e-15)
    assert johnson(matrix[:3, :3], matrix[:3, 3])[2] == pytest.approx(0, abs=1e-15)


def test_uncorrelated_drivers_get_the_squares_of_their_correlations() -> None:
    matrix = np.eye(4)
    matrix[:3, 3] = matrix[3, :3] = [0.5, -0.4, 0.1]
    assert lmg(matrix) == pytest.approx([0.25, 0.16, 0.01])
    assert johnson(matrix[:3, :3], matrix[:3, 3]) == pytest.approx([0.25, 0.16, 0.01])
    found = relative_importance(matrix, 100)
    assert found.standardized == pytest.approx([0.5, -0.4, 0.1])
    assert found.vif == pytest.approx([1, 1, 1])


def test_two_drivers_as_important_as_each_other_get_the_same() -> None:
    matrix = np.array([[1, 0.9, 0.6], [0.9, 1, 0.6], [0.6, 0.6, 1]])
    assert lmg(matrix) == pytest.approx([0.36 / 1.9, 0.36 / 1.9])


def test_fifteen_drivers_are_exact_and_sixteen_are_johnsons() -> None:
    fifteen, sixteen = (np.corrcoef(numbers(3, k, 200).T) for k in (15, 16))
    assert relative_importance(fifteen, 200).method == "lmg"
    found = relative_importance(sixteen, 200)
    assert found.method == "johnson"
    assert found.importances == pytest.approx(johnson(sixteen[:16, :16], sixteen[:16, 16]))
    assert found.importances.sum() == pytest.approx(found.r_squared)


def test_many_matrices_at_once_give_what_each_gives_alone() -> None:
    many = np.stack([np.corrcoef(numbers(seed, 5).T) for seed in range(6)]).reshape(2, 3, 6, 6)
    assert lmg(many)[1, 2] == pytest.approx(lmg(many[1, 2]), abs=1e-12)
    assert johnson(many[..., :5, :5], many[..., :5, 5])[0, 1] == pytest.approx(
        johnson(many[0, 1, :5, :5], many[0, 1, :5, 5]), abs=1e-12
    )


def test_drivers_that_determine_one_another_are_refused_by_name() -> None:
    data = numbers(1, 3)
    data[:, 2] = data[:, 0] * 2 + 1
    with pytest.raises(CollinearError, match="speed, courtesy: their answers determine one another") as refused:
        relative_importance(np.corrcoef(data.T), 60, ["speed", "price", "courtesy"])
    assert refused.value.drivers == (0, 2)
    with pytest.raises(CollinearError, match="number 1, number 3"):
        relative_importance(np.corrcoef(data.T), 60)


def test_an_outcome_computed_from_the_drivers_is_refused() -> None:
    data = numbers(1, 3)
    data[:, 3] = data[:, 0] + data[:, 1]
    with pytest.raises(CollinearError, match="speed, price, the outcome:"):
        relative_importance(np.corrcoef(data.T), 60, ["speed", "price", "courtesy"])


def test_pairwise_correlations_that_contradict_each_other_are_refused() -> None:
    matrix = np.array([[1, 0.9, 0.9], [0.9, 1, -0.9], [0.9, -0.9, 1.0]])
    with pytest.raises(CollinearError):
        relative_importance(matrix, 1_000)


@pytest.mark.parametrize(
    "data",
    [
        np.zeros((0, 3)),
        np.ones((1, 3)),
        np.array([[1.0, 2, 3], [2, 1, 5], [3, 3, 1]]),
        np.column_stack([np.ones(20), numbers(1, 1, 20)]),
    ],
    ids=["empty", "one response", "as many responses as numbers", "a constant driver"],
)
def test_a_model_that_cannot_be_fitted_is_undefined(data: NDArray[np.float64]) -> None:
    found = relative_importance(correlation_matrix(len(data), data.sum(axis=0), data.T @ data), len(data))
    assert math.isnan(found.r_squared)
    assert np.isnan(found.importances).all()
    assert len(found.importances) == len(found.vif) == 2


def test_without_drivers_nothing_is_explained() -> None:
    found = relative_importance(np.eye(1), 50)
    assert (found.r_squared, len(found.importances)) == (0, 0)


def by_bucket(data: NDArray[np.float64], buckets: NDArray[np.int64]) -> tuple[NDArray, NDArray, NDArray]:  # type: ignore[type-arg]
    sums = np.stack([data[buckets == b].sum(axis=0) for b in range(buckets.max() + 1)])
    products = np.stack([data[buckets == b].T @ data[buckets == b] for b in range(buckets.max() + 1)])
    return np.bincount(buckets), sums, products


def answers(base: int = 20_000) -> NDArray[np.float64]:
    """Three rated drivers of different weight, and an outcome, on 1 to 5."""
    rng = np.random.default_rng(8)
    drivers = np.clip(np.round(rng.normal(3.4, 0.8, (base, 1)) + rng.normal(0, 0.9, (base, 3))), 1, 5)
    outcome = drivers @ [0.45, 0.25, 0.1] + rng.normal(0.6, 0.7, base)
    return np.column_stack([drivers, np.clip(np.round(outcome), 1, 5)])


# A row bootstrap, as boot.relimp(..., fixed = FALSE) of R's relaimpo draws: every response by itself.
def test_buckets_drawn_anew_give_the_spread_of_responses_drawn_anew() -> None:
    data = answers()
    rng = np.random.default_rng(2)
    products = (data[:, :, None] * data[:, None, :]).reshape(len(data), -1)
    drawn = []
    for _ in range(300):
        times = np.bincount(rng.integers(0, len(data), len(data)), minlength=len(data)).astype(float)
        matrix = correlation_matrix(len(data), times @ data, (times @ products).reshape(4, 4))
        drawn.append(lmg(matrix))
    by_row = np.std(drawn, axis=0)
    # the luck of one split into 100 buckets is about 7 % of the width; ten splits show that none of it is bias
    limits = [bootstrap_importance(*by_bucket(data, rng.integers(0, 100, len(data))), draws=400) for _ in range(10)]
    widths = np.array([(high - low) / (2 * 1.96) for low, high, *_ in limits])
    assert widths.mean(axis=0) == pytest.approx(by_row, rel=0.1)
    assert (np.abs(widths / by_row - 1) < 0.3).all()
    centre = lmg(np.corrcoef(data.T))
    assert all(((low < centre) & (centre < high)).all() for low, high, *_ in limits)


def test_repeated_answers_of_the_same_customers_do_not_narrow_the_interval() -> None:
    data, buckets = answers(2_000), np.random.default_rng(2).integers(0, 100, 2_000)
    once = bootstrap_importance(*by_bucket(data, buckets), draws=200)
    often = bootstrap_importance(*by_bucket(np.repeat(data, 4, axis=0), np.repeat(buckets, 4)), draws=200)
    assert often[0] == pytest.approx(once[0])
    assert often[1] == pytest.approx(once[1])


def test_the_limits_are_the_same_again_and_shrink_by_the_scale_around_the_whole() -> None:
    moments = by_bucket(answers(2_000), np.arange(2_000) % 100)
    low, high, *_ = bootstrap_importance(*moments, draws=100)
    again = bootstrap_importance(*moments, draws=100)
    half_low, half_high, *_ = bootstrap_importance(*moments, draws=100, scale=0.5, around=[0.5, 0.4, 0.3])
    assert (low == again[0]).all()
    assert half_high - half_low == pytest.approx((high - low) / 2)
    assert ((half_low < [0.5, 0.4, 0.3]) & (half_high > [0.5, 0.4, 0.3])).all()


@given(seeds)
@settings(max_examples=15, deadline=None)
def test_limits_hold_their_importance_also_of_an_idle_driver(seed: int) -> None:
    data = np.random.default_rng(seed).normal(size=(300, 4))
    data[:, 3] += data[:, 0]
    low, high, *_ = bootstrap_importance(*by_bucket(data, np.arange(300) % 50), draws=60)
    value = lmg(np.corrcoef(data.T))
    assert ((low >= 0) & (low <= value + 1e-12) & (value <= high + 1e-12)).all()


@given(seeds, st.floats(0.1, 1), st.integers(1, 3))
@settings(max_examples=30, deadline=None)
def test_limits_of_a_share_lie_within_0_and_1_and_hold_it_also_in_noise(seed: int, scale: float, drivers: int) -> None:
    data = np.random.default_rng(seed).normal(size=(300, drivers + 1))
    found = bootstrap_importance(*by_bucket(data, np.arange(300) % 50), draws=60, scale=scale)
    values = lmg(np.corrcoef(data.T))
    shares = values / values.sum()
    assert ((found.share_low >= 0) & (found.share_low <= shares + 1e-9)).all()
    assert ((found.share_high <= 1) & (found.share_high >= shares - 1e-9)).all()
    if drivers == 1:
        assert (found.share_low, found.share_high) == (1, 1)


def test_too_few_buckets_or_collinear_draws_have_no_limits() -> None:
    n, sums, products = by_bucket(answers(200), np.zeros(200, dtype=int))
    assert np.isnan(bootstrap_importance(n, sums, products)).all()
    data = np.column_stack([answers(200)[:, 0], answers(200)[:, 0], answers(200)[:, 3]])
    assert np.isnan(bootstrap_importance(*by_bucket(data, np.arange(200) % 10))).all()
