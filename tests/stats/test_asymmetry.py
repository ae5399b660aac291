"""Penalty and reward: against statsmodels on the single responses, planted kinds, and the law of the bands."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from csat_core.stats.asymmetry import BANDS, COLUMNS, Kind, asymmetry
from csat_core.stats.importance import CollinearError
from csat_core.stats.moments import BucketMoments, moments_of_pairs

NAMES = ("hotline", "price", "gift", "colour")
SATISFIED = {"hotline": (-0.30, 0.02), "price": (-0.15, 0.15), "gift": (-0.02, 0.25), "colour": (0.0, 0.0)}
"""Planted: what low and high do to the chance of being satisfied."""


def indicators(base: int, seed: int = 5) -> NDArray[np.float64]:
    """Low and high of the four drivers, then the three bands."""
    rng = np.random.default_rng(seed)
    mood = rng.normal(size=(base, 1))
    answers = np.clip(np.round(3.1 + 0.4 * mood + rng.normal(0, 1, (base, 4))), 1, 5)
    lows, highs = answers <= 2, answers >= 4
    chance = 0.45 + sum(lows[:, i] * low + highs[:, i] * high for i, (low, high) in enumerate(SATISFIED.values()))
    satisfied = rng.random(base) < np.clip(chance, 0, 1)
    neutral = ~satisfied & (rng.random(base) < 0.4)
    sides = np.stack([lows, highs], axis=2).reshape(base, -1)
    return np.column_stack([sides, ~satisfied & ~neutral, neutral, satisfied]).astype(float)


def moments(data: NDArray[np.float64]) -> tuple[int, NDArray[np.float64], NDArray[np.float64]]:
    return len(data), data.sum(axis=0), data.T @ data


def in_buckets(data: NDArray[np.float64], buckets: NDArray[np.int64]) -> BucketMoments:
    parts = [data[buckets == b] for b in range(buckets.max() + 1)]
    return BucketMoments(
        n=np.array([len(part) for part in parts], dtype=float),
        sums=np.stack([part.sum(axis=0) for part in parts]),
        products=np.stack([part.T @ part for part in parts]),
    )


def test_the_planted_kinds_are_found() -> None:
    found = asymmetry(*moments(indicators(20_000)), NAMES).set_index("driver")
    assert list(found["kind"]) == [Kind.HYGIENE, Kind.PERFORMANCE, Kind.DELIGHTER, Kind.CANNOT_TELL]
    for name, (penalty, reward) in SATISFIED.items():
        assert found.loc[name, "penalty"] == pytest.approx(penalty, abs=0.04)
        assert found.loc[name, "reward"] == pytest.approx(reward, abs=0.04)
    assert tuple(found.reset_index().columns) == COLUMNS


def test_a_driver_without_effect_is_named_one_time_in_twenty_at_most() -> None:
    kinds = [asymmetry(*moments(indicators(250, seed)), NAMES)["kind"].iloc[3] for seed in range(100)]
    assert sum(kind != Kind.CANNOT_TELL for kind in kinds) <= 5


@given(st.integers(0, 10_000))
@settings(max_examples=15, deadline=None)
def test_the_bands_move_by_amounts_that_sum_to_nothing(seed: int) -> None:
    found = asymmetry(*moments(indicators(300, seed)), NAMES)
    assert found[[f"gain_{band}" for band in BANDS]].sum(axis=1).abs().max() < 1e-12
    assert (found["gain_satisfied_low"] <= found["gain_satisfied_high"]).all()


# statsmodels: OLS(satisfied, indicators).fit(), and fit(cov_type="cluster") for the errors by bucket
def test_coefficients_and_both_kinds_of_errors_are_those_of_statsmodels() -> None:
    data = indicators(2_000)
    buckets = np.random.default_rng(1).integers(0, 100, len(data))
    model = sm.OLS(data[:, -1], sm.add_constant(data[:, :8]))
    plain, robust = model.fit(), model.fit(cov_type="cluster", cov_kwds={"groups": buckets}, use_t=True)
    for found, fit in (
        (asymmetry(*moments(data), NAMES), plain),
        (asymmetry(*moments(data), NAMES, in_buckets(data, buckets)), robust),
    ):
        limits = fit.conf_int()
        assert list(found["penalty"]) == pytest.approx(fit.params[1::2], abs=1e-9)
        assert list(found["reward"]) == pytest.approx(fit.params[2::2], abs=1e-9)
        assert found[["penalty_low", "penalty_high"]].to_numpy() == pytest.approx(limits[1::2], abs=1e-9)
        assert found[["reward_low", "reward_high"]].to_numpy() == pytest.approx(limits[2::2], abs=1e-9)
        contrast = fit.t_test(-np.eye(9)[1] - np.eye(9)[2]).conf_int()[0]
        assert (found.loc[0, "difference_low"], found.loc[0, "difference_high"]) == pytest.approx(contrast, abs=1e-9)
        assert found.loc[0, "gain_satisfied"] == pytest.approx(-fit.params[1] * data[:, 0].mean(), abs=1e-9)


def test_repeat_customers_widen_the_limits_by_bucket_and_a_sample_narrows_them_to_the_whole() -> None:
    data, buckets = indicators(2_000), np.random.default_rng(1).integers(0, 100, 2_000)
    once = asymmetry(*moments(data), NAMES, in_buckets(data, buckets))
    fourfold, fourfold_buckets = np.repeat(data, 4, axis=0), np.repeat(buckets, 4)
    often = asymmetry(*moments(fourfold), NAMES, in_buckets(fourfold, fourfold_buckets))
    sampled = asymmetry(*moments(fourfold), NAMES, in_buckets(data, buckets))
    width = [(f["penalty_high"] - f["penalty_low"]).to_numpy() for f in (once, often, sampled)]
    assert width[1] == pytest.approx(width[0], rel=0.01)
    assert width[2] == pytest.approx(width[0] / 2)


def test_tables_of_pairs_feed_it_as_well_as_single_responses() -> None:
    rng = np.random.default_rng(3)
    answers = np.clip(np.round(3 + rng.normal(0, 0.8, (800, 1)) + rng.normal(0, 0.9, (800, 3))), 1, 5).astype(int)
    sides = np.array([[1, 0], [1, 0], [0, 0], [0, 1], [0, 1]], dtype=float)
    bands = np.array([[1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 1]], dtype=float)
    tables = {}
    for i, j in ((0, 1), (0, 2), (1, 2)):
        tables[i, j] = np.zeros((5, 5))
        np.add.at(tables[i, j], (answers[:, i] - 1, answers[:, j] - 1), 1)
    pairs = moments_of_pairs(tables, [sides, sides, bands])
    single = np.column_stack([sides[answers[:, 0] - 1], sides[answers[:, 1] - 1], bands[answers[:, 2] - 1]])
    first, second = asymmetry(pairs.n, pairs.sums, pairs.products, NAMES[:2]), asymmetry(*moments(single), NAMES[:2])
    pd.testing.assert_frame_equal(first, second, check_exact=False, rtol=1e-9)


def test_without_a_neutral_answer_penalty_and_reward_cannot_be_told_apart() -> None:
    data = indicators(3_000)
    data[:, 1] = 1 - data[:, 0]
    found = asymmetry(*moments(data), NAMES)
    assert found.loc[0, ["penalty", "reward", "difference", "gain_satisfied"]].isna().all()
    assert found.loc[0, "kind"] == Kind.CANNOT_TELL
    assert found.loc[2, "kind"] == Kind.DELIGHTER


def test_where_nobody_is_dissatisfied_there_is_nothing_to_gain_and_a_reward_still() -> None:
    data = indicators(3_000)
    data[:, 4] = 0
    found = asymmetry(*moments(data), NAMES)
    assert np.isnan(found.loc[2, "penalty"])
    assert found.loc[2, "reward"] > 0.2
    assert list(found.loc[2, ["gain_dissatisfied", "gain_neutral", "gain_satisfied", "gain_satisfied_high"]]) == [0] * 4
    assert found.loc[2, "kind"] == Kind.CANNOT_TELL


def test_drivers_answered_alike_are_refused_by_name() -> None:
    data = indicators(500)
    data[:, 2:4] = data[:, 0:2]
    with pytest.raises(CollinearError, match="hotline, price"):
        asymmetry(*moments(data), NAMES)


@pytest.mark.parametrize("base", [0, 1, 9])
def test_too_few_responses_leave_everything_undefined(base: int) -> None:
    found = asymmetry(*moments(indicators(40)[:base]), NAMES)
    assert found[["penalty", "penalty_low", "reward_high", "difference"]].isna().all(axis=None)
    assert set(found["kind"]) == {Kind.CANNOT_TELL}
    assert set(found["base"]) == {base}


def test_all_satisfied_changes_nothing() -> None:
    data = indicators(300)
    data[:, 8:] = [0, 0, 1]
    found = asymmetry(*moments(data), NAMES)
    assert found["penalty"].abs().max() < 1e-12
    assert set(found["kind"]) == {Kind.CANNOT_TELL}


def test_without_drivers_the_table_is_empty() -> None:
    found = asymmetry(*moments(indicators(50)[:, 8:]), ())
    assert found.empty
    assert tuple(found.columns) == COLUMNS
