"""Control charts: an independent implementation, laws, and what happens at the edges."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csat_core.stats.control import FEWEST, Signal, control_chart
from csat_core.stats.proportions import p_of_normal, p_of_two_shares

periods = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=FEWEST, max_size=30).map(
    lambda pairs: [(satisfied, satisfied + other + 1) for satisfied, other in pairs]
)


def by_hand(periods: list[tuple[int, int]]) -> pd.DataFrame:
    """The definition in plain steps, with pandas and loops."""
    frame = pd.DataFrame(periods, columns=["x", "n"])
    center = frame["x"].sum() / frame["n"].sum()
    sigma = (center * (1 - center) / frame["n"]) ** 0.5
    z = (frame["x"] / frame["n"] - center) / sigma
    wide = max(1.0, z.diff().abs().dropna().mean() / 1.128)
    frame["low"] = (center - 3 * sigma * wide).clip(0, 1)
    frame["high"] = (center + 3 * sigma * wide).clip(0, 1)
    frame["ewma"] = pd.concat([pd.Series([0.0]), z / wide]).ewm(alpha=0.2, adjust=False).mean().iloc[1:].to_numpy()
    return frame


@settings(max_examples=60, deadline=None)
@given(periods)
def test_the_chart_is_its_definition(found: list[tuple[int, int]]) -> None:
    chart = control_chart([x for x, _ in found], [n for _, n in found])
    assert chart is not None
    if not 0 < chart.center < 1:
        assert set(chart.signals) == {None}
        return
    expected = by_hand(found)
    for name in ("low", "high", "ewma"):
        assert list(getattr(chart, name)) == pytest.approx(list(expected[name]), abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(periods)
def test_the_limits_hold_the_center_and_stay_between_0_and_1(found: list[tuple[int, int]]) -> None:
    chart = control_chart([x for x, _ in found], [n for _, n in found])
    assert chart is not None
    assert (chart.low >= 0).all()
    assert (chart.high <= 1).all()
    assert (chart.low <= chart.center + 1e-12).all()
    assert (chart.high >= chart.center - 1e-12).all()


@settings(max_examples=40, deadline=None)
@given(periods)
def test_counting_the_other_answers_turns_every_signal_round(found: list[tuple[int, int]]) -> None:
    chart = control_chart([x for x, _ in found], [n for _, n in found])
    mirrored = control_chart([n - x for x, n in found], [n for _, n in found])
    assert chart is not None
    assert mirrored is not None
    turned = {None: None} | dict(zip(list(Signal), [Signal.BELOW, Signal.ABOVE, Signal.RUN_BELOW, Signal.RUN_ABOVE,
                                                    Signal.DRIFT_DOWN, Signal.DRIFT_UP], strict=True))  # fmt: skip
    assert [turned[each] for each in chart.signals] == list(mirrored.signals)


@pytest.mark.parametrize(
    ("count", "base"),
    [([], []), ([5], [10]), ([5] * 7, [10] * 7), ([5] * 7 + [0], [10] * 7 + [0])],
    ids=["empty", "one period", "seven", "an empty one among eight"],
)
def test_too_little_has_no_chart(count: list[int], base: list[int]) -> None:
    assert control_chart(count, base) is None


@pytest.mark.parametrize("share", [0, 10])
def test_all_or_nobody_satisfied_leaves_no_room_and_no_signal(share: int) -> None:
    chart = control_chart([share] * 8, [10] * 8)
    assert chart is not None
    assert list(chart.low) == list(chart.high) == [share / 10] * 8
    assert chart.signals == (None,) * 8


@pytest.mark.parametrize(("fall", "signal"), [(20, Signal.BELOW), (45, None), (80, Signal.ABOVE)])
def test_a_period_beyond_a_limit_is_a_signal(fall: int, signal: Signal | None) -> None:
    chart = control_chart([50, 51, 49, 50, 51, 49, 50, 51, 49, 50, fall], [100] * 11)
    assert chart is not None
    assert chart.signals[-1] is signal


@pytest.mark.parametrize(("run", "signals"), [(7, 0), (8, 1), (9, 2)])
def test_the_eighth_in_a_row_on_one_side_is_the_first_signal_of_a_run(run: int, signals: int) -> None:
    chart = control_chart([48, 54] * 8 + [50] + [52] * run, [1000 // 10] * (17 + run))
    assert chart is not None
    assert sum(signal in (Signal.RUN_ABOVE, Signal.RUN_BELOW) for signal in chart.signals) == signals


def test_a_slow_drift_is_seen_though_no_period_is_beyond_a_limit_or_the_eighth_of_a_run() -> None:
    level = [55, 54, 49, 55, 53, 50, 55, 54, 55, 49, 55, 54, 55, 40, 40, 39, 40, 40, 40]
    chart = control_chart(level, [100] * len(level))
    assert chart is not None
    assert chart.signals == (*(None,) * 18, Signal.DRIFT_DOWN)


def test_two_equal_shares_have_a_p_value_of_one_and_a_published_one_is_found() -> None:
    assert p_of_two_shares(5, 10, 50, 100) == pytest.approx(1)
    assert p_of_two_shares(0, 10, 0, 10) == 1
    # Agresti, Categorical Data Analysis, aspirin: 189 of 11,034 against 104 of 11,037, z = 5.001 (pooled, no correction)
    assert p_of_two_shares(189, 11_034, 104, 11_037) == pytest.approx(math.erfc(5.001 / math.sqrt(2)), rel=0.01)
    assert p_of_normal(1.96, 1.0) == pytest.approx(0.05, abs=1e-3)
    assert (p_of_normal(0.0, 0.0), p_of_normal(1.0, 0.0)) == (1.0, 0.0)
    assert np.isfinite(p_of_normal(-40.0, 1.0))
