"""Importance for a yes-or-no outcome: against the published procedure on the single responses."""

import math

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from csat_core.stats.importance import CollinearError, LogisticImportance, binary_relative_weights


def responses(seed: int, base: int = 400, drivers: int = 3) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    rng = np.random.default_rng(seed)
    design = np.clip(np.round(3.2 + rng.normal(0, 0.7, (base, 1)) + rng.normal(0, 0.9, (base, drivers))), 1, 5)
    odds = (design - 3.2) @ np.linspace(0.9, 0.1, drivers)
    return design, (rng.random(base) < 1 / (1 + np.exp(-odds))).astype(float)


def counted(
    design: NDArray[np.float64], happened: NDArray[np.float64], names: tuple[str, ...] = ()
) -> LogisticImportance:
    patterns, counts = np.unique(np.column_stack([design, happened]), axis=0, return_counts=True)
    return binary_relative_weights(patterns[:, :-1], patterns[:, -1], counts, names)


# The steps of Tonidandel and LeBreton's own R code (relativeimportance.davidson.edu, "multiple logistic"): orthogonal
# numbers by singular values, a logistic fit on them, coefficients times sqrt(R2) / sd of the fitted log odds.
def as_published(design: NDArray[np.float64], happened: NDArray[np.float64]) -> NDArray[np.float64]:
    standard = (design - design.mean(axis=0)) / design.std(axis=0, ddof=1)
    left, _, right = np.linalg.svd(standard, full_matrices=False)
    turned = left @ right
    turned = (turned - turned.mean(axis=0)) / turned.std(axis=0, ddof=1)
    loadings = np.linalg.solve(turned.T @ turned, turned.T @ standard)
    fit = sm.Logit(happened, sm.add_constant(turned)).fit(disp=0)
    chances = fit.predict()
    log_odds = np.log(chances / (1 - chances))
    r_squared = np.corrcoef(chances, happened)[0, 1] ** 2
    beta = fit.params[1:] * math.sqrt(r_squared) / log_odds.std(ddof=1)
    return np.asarray(loadings**2 @ beta**2)


@given(st.integers(0, 10_000), st.integers(1, 4))
@settings(max_examples=15, deadline=None)
def test_patterns_give_the_published_weights_of_the_single_responses(seed: int, drivers: int) -> None:
    design, happened = responses(seed, drivers=drivers)
    found = counted(design, happened)
    assert found.importances == pytest.approx(as_published(design, happened), abs=1e-6)
    assert found.importances.sum() == pytest.approx(found.r_squared)
    assert found.shares.sum() == pytest.approx(1)
    assert (found.base, found.separated) == (400, False)


def test_the_order_and_the_units_of_the_drivers_change_nothing() -> None:
    design, happened = responses(1)
    first, second = counted(design, happened), counted(design[:, [2, 0, 1]] * [1, 10, -0.5], happened)
    assert second.importances == pytest.approx(first.importances[[2, 0, 1]], abs=1e-7)
    assert second.coefficients == pytest.approx(first.coefficients[[2, 0, 1]] * [1, 1, -1], abs=1e-6)


@pytest.mark.parametrize("threshold", [3, 4])
def test_outcomes_told_apart_without_exception_are_flagged_and_undefined(threshold: int) -> None:
    design, _ = responses(1)
    found = counted(design, (design[:, 0] >= threshold).astype(float))
    assert found.separated
    assert np.isnan([found.r_squared, *found.importances, *found.coefficients]).all()


def test_one_answer_that_always_ends_the_same_way_is_separation_too() -> None:
    design, happened = responses(1, 600)
    never = (design[:, 1] == 1).astype(float)
    found = counted(np.column_stack([design[:, 0], never]), np.where(never == 1, 0.0, happened))
    assert found.separated


def test_far_out_answers_are_no_separation() -> None:
    design, happened = responses(1, 600)
    design[0, 0], happened[0] = 60.0, 1.0
    found = counted(design, happened)
    assert not found.separated
    assert found.r_squared > 0


def test_drivers_that_determine_one_another_are_refused() -> None:
    design, happened = responses(1)
    design[:, 1] = design[:, 0]
    with pytest.raises(CollinearError, match="speed, price"):
        counted(design, happened, ("speed", "price", "courtesy"))


@pytest.mark.parametrize(
    ("design", "happened"),
    [
        (np.zeros((0, 2)), np.zeros(0)),
        (np.array([[1.0, 2.0]]), np.array([1.0])),
        (responses(1)[0], np.ones(400)),
        (np.ones((50, 2)), responses(1)[1][:50]),
    ],
    ids=["empty", "one response", "all satisfied", "one level"],
)
def test_nothing_to_fit_is_undefined_and_not_separated(
    design: NDArray[np.float64], happened: NDArray[np.float64]
) -> None:
    counts = np.ones(len(happened))
    found = binary_relative_weights(design, happened, counts)
    assert math.isnan(found.r_squared)
    assert not found.separated
    assert found.base == len(happened)
