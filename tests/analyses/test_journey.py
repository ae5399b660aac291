"""The journey: stages in order against the others and their own past, exact on small data; nothing hidden leaks."""

from collections.abc import Callable
from dataclasses import replace
from math import hypot

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from csat_core.analyses.extremes import extremes
from csat_core.analyses.journey import Mark, journey, stage_columns
from csat_core.analyses.scorecard import scorecard
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Dataset, Role
from csat_core.model.period import Grain
from csat_core.model.plan import Plan
from csat_core.model.policy import DEFAULT_POLICY
from csat_core.model.predicate import OneOf
from csat_core.model.view import first_view
from csat_core.stats.proportions import Verdict
from tests.analyses.test_degenerate_inputs import DEGENERATE, assert_hidden_and_undefined_are_nan
from tests.conftest import Given, days, in_memory, question, segment

STAGES = ["Browse"] * 100 + ["Buy"] * 100 + ["Return"] * 50
ANSWERS = [5] * 80 + [1] * 20 + [4] * 76 + [2] * 24 + [4] * 20 + [1] * 30
"""Browse 80 of 100, Buy 76 of 100, Return 20 of 50: the others of Return are 156 of 200."""


def by_hand(count: int, base: int, other: int, other_base: int) -> tuple[float, float, float]:
    """Newcombe's hybrid interval (1998, method 10) from scipy's Wilson limits."""
    own, rest = (binomtest(k, n).proportion_ci(method="wilson") for k, n in ((count, base), (other, other_base)))
    p, q = count / base, other / other_base
    return p - q, p - q - hypot(p - own.low, rest.high - q), p - q + hypot(own.high - p, q - rest.low)


def touchpoints(answers: list[int | None], levels: list[str | None], when: list[str] | None = None) -> dict[str, Given]:
    found = {"Overall": question(answers), "Touchpoint": segment(levels, Role.TOUCHPOINT)}
    return found | ({"Day": days(when)} if when else {})


def ordered(dataset: Dataset, *levels: str) -> Dataset:
    """The same dataset with its touchpoint's levels in this order."""
    return replace(dataset, columns=tuple(
        replace(column, levels=levels) if column.role is Role.TOUCHPOINT else column for column in dataset.columns
    ))  # fmt: skip


def travelled(columns: dict[str, Given], order: tuple[str, ...] = ("Browse", "Buy", "Return"), **changes: object):  # type: ignore[no-untyped-def]
    engine, dataset = in_memory(columns)
    dataset = ordered(dataset, *order)
    view = replace(first_view(dataset), **changes)
    return journey(engine, dataset, view, DEFAULT_POLICY, dataset.column("s01"))


def test_stages_stand_in_their_order_with_share_interval_and_base() -> None:
    found = travelled(touchpoints(ANSWERS, STAGES), ("Return", "Browse", "Buy"))
    assert list(found.table["stage"]) == ["Return", "Browse", "Buy"]
    assert list(found.table["share"]) == [0.4, 0.8, 0.76]
    assert list(found.table["base"]) == [50, 100, 100]
    assert found.overall["share"] == 176 / 250


def test_a_stage_is_compared_with_all_the_others_by_newcombe() -> None:
    row = travelled(touchpoints(ANSWERS, STAGES)).table.iloc[2]
    found = tuple(row[["against_rest", "against_rest_low", "against_rest_high"]])
    assert found == pytest.approx(by_hand(20, 50, 156, 200), abs=1e-12)
    assert (row["verdict"], row["mark"]) == (Verdict.DOWN, Mark.PAIN)


def test_the_weakest_stage_and_the_strongest_are_named() -> None:
    found = travelled(touchpoints(ANSWERS, STAGES))
    assert (found.weakest, found.strongest) == (2, 0)
    assert list(found.table["mark"]) == [Mark.HIGH, None, Mark.PAIN]


def test_a_difference_too_small_to_matter_is_no_mark() -> None:
    engine, dataset = in_memory(touchpoints(ANSWERS * 20, STAGES * 20))
    dataset = replace(dataset, plan=Plan(smallest_difference=0.45))
    table = journey(engine, dataset, first_view(dataset), DEFAULT_POLICY, dataset.column("s01")).table
    assert set(table["verdict"]) == {Verdict.TOO_SMALL}
    assert set(table["mark"]) == {None}


def test_few_answers_are_shown_untested_and_fewer_hide_the_next_smallest_too() -> None:
    answers = [5] * 40 + [1] * 29 + [5] * 9
    levels = ["Browse"] * 40 + ["Buy"] * 29 + ["Return"] * 9
    found = travelled(touchpoints(answers, levels))
    assert list(found.table["hidden"]) == [False, True, True]
    assert found.table.iloc[1]["caveats"] == (Caveat.HIDDEN_COMPLEMENTARY,)
    assert found.table.loc[1:, ["base", "share", "against_rest"]].isna().all(axis=None)
    shown = travelled(touchpoints([5] * 40 + [1] * 29, levels[:69]))
    assert list(shown.table["hidden"]) == [False, False]
    assert shown.table["against_rest"].isna().all()
    assert shown.table.iloc[1]["caveats"] == (Caveat.NOT_TESTED,)


def test_answers_without_a_stage_stand_last_and_are_no_stage_to_mark() -> None:
    found = travelled(touchpoints([*ANSWERS, *[1] * 60], [*STAGES, *[None] * 60]))
    assert list(found.table["stage"]) == ["Browse", "Buy", "Return", None]
    assert found.table.iloc[3][["base", "verdict", "mark"]].tolist() == [60, None, None]
    assert np.isnan(found.table.iloc[3]["against_rest"])
    assert Caveat.BLANK_LEFT_OUT in found.caveats
    # the others of a stage are those with a stage
    assert found.table.iloc[2]["against_rest"] == pytest.approx(20 / 50 - 156 / 200)
    assert found.weakest == 2
    assert found.overall["base"] == 310


def test_a_stage_that_is_not_in_view_is_left_out() -> None:
    found = travelled(touchpoints(ANSWERS, STAGES), filters=(OneOf(column="s01", values=("Browse", "Buy")),))
    assert list(found.table["stage"]) == ["Browse", "Buy"]


def months(answers: list[int], stage: str) -> dict[str, Given]:
    """January and February of 2026, half of the answers each, February complete."""
    half = len(answers) // 2
    when = ["2026-01-15"] * half + ["2026-02-10"] * (half - 1) + ["2026-02-28"]
    return touchpoints(list(answers), [stage] * len(answers), when)


def test_each_stage_is_compared_with_its_own_previous_period_as_the_scorecard_does_it() -> None:
    buy = [5] * 60 + [1] * 40 + [5] * 80 + [1] * 20
    few = [5] * 20 + [5] * 20
    when = ["2026-01-15"] * 100 + ["2026-02-10"] * 99 + ["2026-02-28"]
    columns = touchpoints(buy + few, ["Buy"] * 200 + ["Browse"] * 40, when + ["2026-01-15"] * 20 + ["2026-02-10"] * 20)
    found = travelled(columns, ("Browse", "Buy"), grain=Grain.MONTH)
    assert found.changes[0] is None
    change = found.changes[1]
    assert change is not None
    assert (change.current.label, change.previous.label) == ("2026-02", "2026-01")
    assert change.difference.value == pytest.approx(0.2)
    assert change.verdict is Verdict.UP
    engine, dataset = in_memory(months(buy, "Buy"))
    alone = scorecard(engine, dataset, replace(first_view(dataset), grain=Grain.MONTH), DEFAULT_POLICY).change
    assert alone is not None
    assert change.difference == alone.difference


def test_without_dates_nothing_is_said_of_change() -> None:
    found = travelled(touchpoints(ANSWERS, STAGES))
    assert found.changes == (None, None, None)
    assert Caveat.NO_DATES in found.caveats


def test_touchpoints_come_first_and_any_short_segment_may_stand_in() -> None:
    more = {"Region": segment(["North"] * 250), "Channel": segment(["Web", "Shop"] * 125)}
    _, named = in_memory(more | touchpoints(ANSWERS, STAGES))
    assert [column.name for column in stage_columns(named)] == ["Touchpoint", "Channel"]
    names = [f"name {at}" for at in range(50)] * 5
    _, other = in_memory(
        {"Overall": question(ANSWERS), "Name": segment(names), "Region": segment(["N", "S"] * 125), "One": segment(["x"] * 250)}
    )  # fmt: skip
    assert [column.name for column in stage_columns(other)] == ["Region"]


@given(
    st.lists(
        st.tuples(st.sampled_from([-1, 1, 3, 4, 5]), st.sampled_from(["Browse", "Buy", "Return", None])), max_size=200
    )
)
@settings(deadline=None, max_examples=40)
def test_the_bases_of_unhidden_stages_are_direct_counts_and_agree_with_the_extremes(
    rows: list[tuple[int, str | None]],
) -> None:
    engine, dataset = in_memory(touchpoints([row[0] for row in rows], [row[1] for row in rows]))
    view = first_view(dataset)
    table = journey(engine, dataset, view, DEFAULT_POLICY, dataset.column("s01")).table
    assert_hidden_and_undefined_are_nan(table)
    for row in table.to_dict("records"):
        if not row["hidden"]:
            assert row["base"] == sum(level == row["stage"] and answer > 0 for answer, level in rows)
    levels = extremes(engine, dataset, view, DEFAULT_POLICY).table
    if len(levels):
        by_level = dict(zip(levels["level"], levels["share"], strict=True))
        for row in table.to_dict("records"):
            assert by_level[row["stage"]] == pytest.approx(row["share"], nan_ok=True)


@pytest.mark.parametrize("name", DEGENERATE)
def test_the_journey_withstands(asking: Callable, name: str) -> None:  # type: ignore[type-arg]
    columns, base = DEGENERATE[name]
    engine, dataset = asking(columns)
    for column in dataset.segments:
        found = journey(engine, dataset, first_view(dataset), DEFAULT_POLICY, column)
        assert_hidden_and_undefined_are_nan(found.table)
        assert found.overall["hidden"] == (base < DEFAULT_POLICY.shown_from)
        assert (found.weakest, found.strongest) == (None, None)
        assert found.changes == (None,) * len(found.table)
        assert np.nansum(found.table["base"].astype(float)) <= base
        assert isinstance(found.table, pd.DataFrame)
        assert {"stage", "against_rest", "verdict", "mark"} <= set(found.table)
