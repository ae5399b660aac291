"""Breakdowns and extremes: exact on small data, and what must never leak."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from csat_core.analyses.breakdown import breakdown
from csat_core.analyses.extremes import MOST_LEVELS, extremes
from csat_core.analyses.scorecard import scorecard
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Role
from csat_core.model.period import Grain
from csat_core.model.policy import DEFAULT_POLICY, BasePolicy
from csat_core.model.predicate import OneOf
from csat_core.model.view import first_view
from csat_core.stats.proportions import Verdict, newcombe
from csat_core.store import Store
from tests.conftest import Given, asked, days, in_memory, make_dataset, question, segment

SHOW_ALL = BasePolicy(shown_from=1, tested_from=1, plain_from=1)

rows = st.lists(
    st.tuples(
        st.sampled_from([-2, -1, 1, 2, 3, 4, 5]),
        st.sampled_from(["North", "South", "", "~", "😀", None]),
        st.sampled_from(["Web", "Shop", None]),
        st.integers(0, 120),
    ),
    max_size=80,
)
Row = tuple[int, str | None, str | None, int]


def as_columns(found: list[Row]) -> dict[str, Given]:
    return {
        "Overall": question([row[0] for row in found]),
        "Region": segment([row[1] for row in found]),
        "Channel": segment([row[2] for row in found]),
        "Day": days([date(2026, 1, 1) + timedelta(days=row[3]) for row in found]),
    }


@given(rows, st.sampled_from([None, *Grain]), st.sampled_from([(), ("s01",), ("s01", "s02")]))
@settings(deadline=None, max_examples=80)
def test_the_bases_of_a_breakdown_are_direct_counts_and_sum_to_the_total(
    found: list[Row], grain: Grain | None, by: tuple[str, ...]
) -> None:
    engine, dataset = in_memory(as_columns(found))
    table = breakdown(engine, dataset, first_view(dataset), SHOW_ALL, [dataset.column(id) for id in by], grain)
    expected = Counter(
        ((grain.label(grain.start(date(2026, 1, 1) + timedelta(days=row[3]))),) if grain else ()) + row[1 : 1 + len(by)]
        for row in found
        if row[0] > 0
    )
    keys = [*(["period"] if grain else []), *by]
    counted = {
        tuple(None if pd.isna(row[key]) else row[key] for key in keys): row["base"] for _, row in table.iterrows()
    }
    assert {key: base for key, base in counted.items() if base > 0} == expected
    assert np.nansum(table["base"].astype(float)) == sum(row[0] > 0 for row in found)
    assert len(counted) == len(table)


@given(rows, st.integers(0, 1_000))
@settings(deadline=None, max_examples=30)
def test_the_order_of_the_rows_does_not_change_a_breakdown(found: list[Row], seed: int) -> None:
    shuffled = [found[n] for n in np.random.default_rng(seed).permutation(len(found))]
    tables = []
    for each in (found, shuffled):
        engine, dataset = in_memory(as_columns(each))
        tables.append(breakdown(engine, dataset, first_view(dataset), DEFAULT_POLICY, dataset.segments, Grain.MONTH))
    pd.testing.assert_frame_equal(*tables)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.integers(1, 30)), max_size=9))
@settings(deadline=None, max_examples=60)
def test_no_row_or_column_of_a_crossed_breakdown_hides_a_single_group(cells: list[tuple[str, str, int]]) -> None:
    repeated = [(region, channel) for region, channel, n in cells for _ in range(n)]
    engine, dataset = in_memory(
        {
            "Overall": question([5] * len(repeated)),
            "Region": segment([region for region, _ in repeated]),
            "Channel": segment([channel for _, channel in repeated]),
        }
    )
    table = breakdown(engine, dataset, first_view(dataset), DEFAULT_POLICY, dataset.segments)
    truth = Counter(repeated)
    for key in ("s01", "s02"):
        for _, line in table.groupby(key):
            hidden = line["hidden"].astype(bool)
            assert not (hidden.sum() == 1 and (~hidden).any())
    for _, row in table.iterrows():
        base = truth[row["s01"], row["s02"]]
        assert row["hidden"] or row["base"] == base >= 10


def test_a_breakdown_shows_each_level_with_its_own_numbers() -> None:
    engine, dataset = in_memory(
        {
            "Overall": question([5] * 30 + [1] * 10 + [5] * 20 + [1] * 20 + [5] * 12 + [None] * 5),
            "Region": segment(["South"] * 40 + ["North"] * 40 + [None] * 17),
        }
    )
    table = breakdown(engine, dataset, first_view(dataset), DEFAULT_POLICY, dataset.segments)
    assert table["s01"].tolist() == ["North", "South", None]
    assert table["base"].tolist() == [40, 40, 12]
    assert table["share"].tolist() == [0.5, 0.75, 1.0]
    assert table["caveats"].tolist() == [(Caveat.SMALL_BASE,), (Caveat.SMALL_BASE,), (Caveat.NOT_TESTED,)]


def test_a_breakdown_by_period_and_segment_leaves_the_undated_out() -> None:
    engine, dataset = in_memory(
        {
            "Overall": question([5] * 20 + [1] * 20 + [3] * 5),
            "Region": segment(["North"] * 45),
            "Day": days(["2025-12-29"] * 20 + ["2026-01-05"] * 20 + [None] * 5),
        }
    )
    table = breakdown(engine, dataset, first_view(dataset), DEFAULT_POLICY, dataset.segments, Grain.WEEK)
    assert table[["period", "s01", "base", "share"]].values.tolist() == [
        ["2026-W01", "North", 20, 1.0],
        ["2026-W02", "North", 20, 0.0],
    ]


def test_filters_narrow_and_blank_is_a_level(store: Store) -> None:
    given = {
        "Overall": question([5] * 20 + [1] * 30 + [2] * 15),
        "Region": segment(["North"] * 20 + ["South"] * 30 + [None] * 15),
    }
    dataset = make_dataset(store, given)
    for levels, base, share in (
        (("North",), 20, 1.0),
        ((None,), 15, 0.0),
        (("North", None), 35, 20 / 35),
        (("~",), None, None),
    ):
        view = replace(first_view(dataset), filters=(OneOf(column="s01", values=levels),))
        row = scorecard(asked(store), dataset, view, DEFAULT_POLICY).headline
        if base is None:
            assert row["caveats"] == (Caveat.EMPTY_BASE,)
        else:
            assert (row["base"], row["share"]) == (base, share)


def levels_of(counts: dict[str | None, tuple[int, int]]) -> dict[str, Given]:
    """So many satisfied of so many answers in each level."""
    positions: list[int | None] = []
    names: list[str | None] = []
    for level, (satisfied, base) in counts.items():
        positions += [5] * satisfied + [1] * (base - satisfied)
        names += [level] * base
    return {"Overall": question(positions), "Region": segment(names)}


def test_the_best_and_the_worst_level_are_told_from_the_rest() -> None:
    engine, dataset = in_memory(levels_of({"a": (95, 100), "b": (60, 100), "c": (20, 100), "tiny": (12, 12)}))
    found = extremes(engine, dataset, first_view(dataset), DEFAULT_POLICY)
    assert found.best is not None
    assert found.worst is not None
    assert (found.best.level, found.worst.level) == ("a", "c")
    assert found.best.against_rest == newcombe(95, 100, 92, 212)
    assert found.worst.against_rest == newcombe(20, 100, 167, 212)
    assert (found.best.share.value, found.best.share.base, found.best.verdict) == (0.95, 100, Verdict.UP)
    assert found.best.segment.id == "s01"
    assert found.table["level"].tolist() == ["a", "b", "c", "tiny"]


def test_the_rest_holds_the_hidden_levels_too() -> None:
    engine, dataset = in_memory(levels_of({"a": (95, 100), "b": (20, 100), "few": (0, 5), None: (0, 20)}))
    found = extremes(engine, dataset, first_view(dataset), DEFAULT_POLICY)
    assert found.table["hidden"].tolist() == [False, False, True, True]
    assert found.best is not None
    assert found.best.against_rest == newcombe(95, 100, 20, 125)


def test_a_lucky_handful_never_comes_first() -> None:
    engine, dataset = in_memory(levels_of({"a": (95, 100), "b": (20, 100), "lucky": (29, 29)}))
    found = extremes(engine, dataset, first_view(dataset), DEFAULT_POLICY)
    assert found.best is not None
    assert found.best.level == "a"
    engine, dataset = in_memory(levels_of({"a": (60, 100), "b": (20, 100), "sure": (30, 30)}))
    found = extremes(engine, dataset, first_view(dataset), DEFAULT_POLICY)
    assert found.best is not None
    assert found.best.level == "sure"


def test_levels_that_cannot_be_told_apart_have_no_best() -> None:
    engine, dataset = in_memory(levels_of({"a": (50, 100), "b": (52, 100)}))
    found = extremes(engine, dataset, first_view(dataset), DEFAULT_POLICY)
    assert (found.best, found.worst) == (None, None)
    assert found.table["base"].tolist() == [100, 100]


def test_a_blank_level_is_neither_ranked_nor_in_the_rest_and_a_list_of_names_is_not_ranked() -> None:
    given = levels_of({"a": (90, 100), None: (10, 100)})
    given["Agent"] = segment([f"agent {n % 150}" for n in range(200)], Role.AGENT)
    engine, dataset = in_memory(given)
    found = extremes(engine, dataset, first_view(dataset), DEFAULT_POLICY)
    assert set(found.table["segment"]) == {"s02"}
    assert found.worst is None
    assert MOST_LEVELS == 1_000
    given = levels_of({"a": (90, 100), "b": (60, 100), None: (10, 100)})
    engine, dataset = in_memory(given)
    found = extremes(engine, dataset, first_view(dataset), DEFAULT_POLICY)
    assert found.table["base"].tolist() == [100, 100, 100]
    assert found.worst is not None
    assert (found.worst.level, found.worst.against_rest) == ("b", newcombe(60, 100, 90, 100))
