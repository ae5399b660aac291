"""Shares and differences: against formulas written out here, at their boundaries, and the laws they keep."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq

from csat_core.model.estimate import UNDEFINED, Estimate
from csat_core.stats.proportions import Verdict, Z, finite_wilson, net_margin, newcombe, verdict, wilson, wilson_limits


@st.composite
def shares(draw: st.DrawFn, most: int = 5_000) -> tuple[int, int]:
    """A count and its base."""
    base = draw(st.integers(1, most))
    return draw(st.integers(0, base)), base


def wilson_by_hand(count: float, base: float) -> tuple[float, float]:
    """Wilson (1927), JASA 22:209-212, the formula written out."""
    share, z2 = count / base, Z * Z
    centre, half = share + z2 / (2 * base), Z * math.sqrt(share * (1 - share) / base + z2 / (4 * base * base))
    return (centre - half) / (1 + z2 / base), (centre + half) / (1 + z2 / base)


def newcombe_by_hand(count: int, base: int, other_count: int, other_base: int) -> tuple[float, float]:
    """Newcombe (1998), Stat. Med. 17:876, method 10, written out."""
    share, other = count / base, other_count / other_base
    (low, high), (other_low, other_high) = wilson_by_hand(count, base), wilson_by_hand(other_count, other_base)
    below = math.sqrt((share - low) ** 2 + (other_high - other) ** 2)
    above = math.sqrt((high - share) ** 2 + (other - other_low) ** 2)
    return share - other - below, share - other + above


@given(shares())
def test_wilson_is_the_formula_of_1927(share: tuple[int, int]) -> None:
    found = wilson(*share)
    assert (found.low, found.high) == pytest.approx(wilson_by_hand(*share), abs=1e-12)


@given(shares(500))
def test_wilson_limits_are_where_the_score_test_just_fails(share: tuple[int, int]) -> None:
    count, base = share
    found = wilson(count, base)

    def excess(true_share: float) -> float:
        return (count / base - true_share) ** 2 - Z * Z * true_share * (1 - true_share) / base

    assert excess(found.low) == pytest.approx(0, abs=1e-12)
    assert excess(found.high) == pytest.approx(0, abs=1e-12)


@given(shares())
def test_an_interval_contains_its_share_and_stays_within_0_and_1(share: tuple[int, int]) -> None:
    found = wilson(*share)
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert found.base == share[1]


@given(shares())
def test_the_dissatisfied_have_the_mirrored_interval(share: tuple[int, int]) -> None:
    count, base = share
    found, mirrored = wilson(count, base), wilson(base - count, base)
    assert (mirrored.low, mirrored.high) == pytest.approx((1 - found.high, 1 - found.low), abs=1e-12)


def test_an_empty_base_is_undefined_and_not_zero() -> None:
    assert not wilson(0, 0).is_defined
    assert wilson(0, 0) is UNDEFINED
    low, high = wilson_limits([0, 5], [0, 10])
    assert np.isnan([low[0], high[0]]).all()
    assert (low[1], high[1]) == pytest.approx(wilson_by_hand(5, 10))


def test_one_answer_has_the_interval_of_one_answer() -> None:
    found = wilson(1, 1)
    assert (found.value, found.high) == (1, 1)
    assert found.low == pytest.approx(1 / (1 + Z * Z))


@given(shares(), shares())
def test_a_difference_is_newcombes_formula(share: tuple[int, int], other: tuple[int, int]) -> None:
    found = newcombe(*share, *other)
    assert (found.low, found.high) == pytest.approx(newcombe_by_hand(*share, *other), abs=1e-9)
    assert found.low <= found.value <= found.high


@given(shares(), shares())
def test_the_difference_the_other_way_round_is_the_negative(share: tuple[int, int], other: tuple[int, int]) -> None:
    found, turned = newcombe(*share, *other), newcombe(*other, *share)
    assert (turned.value, turned.low, turned.high) == pytest.approx((-found.value, -found.high, -found.low), abs=1e-12)


@pytest.mark.parametrize("counts", [(0, 0, 5, 10), (5, 10, 0, 0), (0, 0, 0, 0)])
def test_a_difference_with_an_empty_side_is_undefined(counts: tuple[int, int, int, int]) -> None:
    found = newcombe(*counts)
    assert math.isnan(found.value)
    assert math.isnan(found.low)
    assert found.base == 0


# The factor (N - n)/(N - 1) on the variance: Cochran (1977), Sampling Techniques, 3rd ed., p. 24. Here the score
# equation is solved with that factor on its variance, which is Wilson with n (N - 1)/(N - n) answers.
@pytest.mark.parametrize(("count", "base", "population"), [(100, 250, 1_000), (600, 1_000, 10_000), (9, 10, 11)])
def test_asking_a_large_part_of_all_narrows_the_interval_by_the_finite_factor(
    count: int, base: int, population: int
) -> None:
    share, factor = count / base, (population - base) / (population - 1)

    def excess(true_share: float) -> float:
        return float((share - true_share) ** 2 - Z * Z * factor * true_share * (1 - true_share) / base)

    found = finite_wilson(count, base, population)
    assert found.low == pytest.approx(brentq(excess, 0, share, xtol=1e-14))
    assert found.high == pytest.approx(brentq(excess, share, 1, xtol=1e-14))
    assert found.high - found.low < wilson(count, base).high - wilson(count, base).low


def test_everybody_asked_leaves_no_interval() -> None:
    assert finite_wilson(30, 40, 40) == Estimate(value=0.75, low=0.75, high=0.75, base=40)
    assert not finite_wilson(0, 0, 40).is_defined


@given(shares(), st.integers(0, 100_000))
def test_the_finite_interval_lies_within_the_usual_one(share: tuple[int, int], more: int) -> None:
    count, base = share
    usual, finite = wilson(count, base), finite_wilson(count, base, base + more)
    assert usual.low - 1e-12 <= finite.low <= finite.value <= finite.high <= usual.high + 1e-12


def difference(low: float, high: float) -> Estimate:
    return Estimate(value=(low + high) / 2, low=low, high=high, base=1_000)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0.02, 0.06, Verdict.UP),
        (-0.06, -0.02, Verdict.DOWN),
        (0.001, 0.01, Verdict.TOO_SMALL),
        (0.001, 0.010001, Verdict.UP),
        (-0.01, -0.001, Verdict.TOO_SMALL),
        (-0.010001, -0.001, Verdict.DOWN),
        (-0.01, 0.01, Verdict.NO_CHANGE),
        (-0.010001, 0.01, Verdict.CANNOT_TELL),
        (-0.01, 0.010001, Verdict.CANNOT_TELL),
        (0.0, 0.02, Verdict.CANNOT_TELL),
        (-0.02, 0.0, Verdict.CANNOT_TELL),
        (0.0, 0.01, Verdict.NO_CHANGE),
        (0.0, 0.0, Verdict.NO_CHANGE),
        (math.nan, math.nan, Verdict.CANNOT_TELL),
    ],
)
def test_a_verdict_is_taken_at_zero_and_at_the_smallest_difference(low: float, high: float, expected: Verdict) -> None:
    assert verdict(difference(low, high), smallest=0.01) is expected


def test_a_smaller_smallest_difference_makes_a_real_one_count() -> None:
    assert verdict(difference(0.001, 0.009), smallest=0.01) is Verdict.TOO_SMALL
    assert verdict(difference(0.001, 0.009), smallest=0.005) is Verdict.UP


@given(st.lists(st.integers(0, 400), min_size=3, max_size=3).filter(any))
def test_the_net_margin_is_the_standard_error_of_plus_one_nought_minus_one(bands: list[int]) -> None:
    dissatisfied, neutral, satisfied = bands
    base = sum(bands)
    scores = np.repeat([-1.0, 0.0, 1.0], [dissatisfied, neutral, satisfied])
    by_hand = Z * float(scores.std()) / math.sqrt(base)
    assert float(net_margin(satisfied, dissatisfied, base)) == pytest.approx(by_hand, abs=1e-7)


def test_the_net_margin_of_no_answers_is_undefined() -> None:
    assert math.isnan(float(net_margin(0, 0, 0)))
