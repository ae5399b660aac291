"""The questions to the engine: right by another way of counting, and the same on a second engine."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csat_core.engine import ScopedEngine
from csat_core.model.dataset import Role
from csat_core.model.predicate import Between, Contains, OneOf, Predicate
from csat_core.model.scope import EVERYTHING
from csat_core.store import Store, open_store
from tests.conftest import ArrowEngine, Given, asked, days, make_dataset, new_import, numbers, question, segment, texts

SIZE = 1_500
COMMENTS = [
    None, "", "100 % happy", "a_b", "a.b*c", "it's", '"fine"', "ΟΔΟΣ", "İstanbul", "STRASSE", "😀 ok", "x\ny", "\\d+",
]  # fmt: skip


def survey() -> dict[str, Given]:
    """A dataset with every kind of column and every kind of nothing in it."""
    random = np.random.default_rng(20260309)
    regions = random.choice(np.array(["North", "South", "", "~", "😀", None], dtype=object), SIZE)
    when = [
        None if n == 0 else date(2026, 1, 1) + pd.Timedelta(days=int(n)).to_pytimedelta()
        for n in random.integers(0, 60, SIZE)
    ]
    revenue = [None if r < 0.2 else round(float(r) * 1_000, 2) for r in random.random(SIZE)]
    return {
        "Overall": question(random.choice([-4, -3, -2, -1, 1, 2, 3, 4, 5], SIZE).tolist()),
        "Speed": question(random.choice([-1, 1, 2, 3, 4, 5], SIZE).tolist(), role=Role.DRIVER),
        "Likely": question(random.choice([-1, *range(1, 12)], SIZE).tolist(), scale="0-10", role=Role.DRIVER),
        "Region": segment(regions.tolist()),
        "Channel": segment(random.choice(np.array(["Web", "Shop", None], dtype=object), SIZE).tolist()),
        "Day": days(when),
        "Revenue": numbers(revenue, Role.REVENUE),
        "Minutes": numbers(random.integers(0, 90, SIZE).astype(float).tolist()),
        "Comment": texts(random.choice(np.array(COMMENTS, dtype=object), SIZE).tolist()),
    }


GIVEN = survey()
TABLE: pa.Table = new_import(GIVEN)[1]
ROWS: list[dict[str, Any]] = TABLE.to_pylist()
FRAME: pd.DataFrame = TABLE.to_pandas(date_as_object=True)


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = open_store(tmp_path_factory.mktemp("engine") / "csat.duckdb")
    make_dataset(opened, GIVEN)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def duck(stored: Store) -> ScopedEngine:
    return asked(stored)


@pytest.fixture(scope="module")
def toy() -> ScopedEngine:
    return ScopedEngine(ArrowEngine({1: TABLE}), EVERYTHING)


def as_rows(table: pa.Table) -> list[tuple[Any, ...]]:
    """The rows of a result without regard to their order, sums to a billionth."""
    names = sorted(table.column_names)
    rows = [
        tuple(round(row[name], 6) if isinstance(row[name], float) else row[name] for name in names)
        for row in table.to_pylist()
    ]
    return sorted(rows, key=repr)


def matching(where: Sequence[Predicate]) -> list[bool]:
    """Which responses meet every predicate, value by value in Python."""
    return [all(meets(row[predicate.column], predicate) for predicate in where) for row in ROWS]


def meets(value: Any, predicate: Predicate) -> bool:
    match predicate:
        case OneOf(values=values):
            return value in values
        case Between(low=low, high=high):
            if low is None and high is None:
                return True
            return value is not None and (low is None or value >= low) and (high is None or value <= high)
        case Contains(text=text):
            return value is not None and text.lower() in value.lower()


PREDICATES: list[Predicate] = [
    OneOf(column="s01", values=("North",)),
    OneOf(column="s01", values=(None,)),
    OneOf(column="s01", values=(None, "South", "~", "")),
    OneOf(column="s01", values=("'; DROP TABLE responses_1; --",)),
    OneOf(column="s02", values=()),
    OneOf(column="q01", values=(4, 5)),
    OneOf(column="day", values=(date(2026, 1, 9), None)),
    Between(column="day", low=date(2026, 1, 10), high=date(2026, 1, 20)),
    Between(column="day", low=date(2026, 1, 10)),
    Between(column="day", high=date(2026, 1, 10)),
    Between(column="day"),
    Between(column="n01", low=250.0, high=500),
    Between(column="bucket", high=99_999),
    *[
        Contains(column="t01", text=text)
        for text in ("%", "_", ".", "*", "\\d", "'", '"', "😀", "", "HAPPY", "\n", "zz")
    ],
]
wheres = st.lists(st.sampled_from(PREDICATES), max_size=3).map(tuple)
KEYS = ["day", "s01", "s02", "q01", "q02"]


@pytest.mark.parametrize("predicate", PREDICATES, ids=repr)
def test_a_predicate_keeps_exactly_the_responses_that_meet_it(
    duck: ScopedEngine, toy: ScopedEngine, predicate: Predicate
) -> None:
    expected = FRAME["response_no"][matching([predicate])].tolist()
    for engine in (duck, toy):
        found = engine.rows(1, [], [predicate], limit=SIZE)["response_no"].to_pylist()
        assert found == expected


@given(st.lists(st.sampled_from(KEYS), unique=True, max_size=3), wheres)
@settings(deadline=None, max_examples=60)
def test_counts_are_those_of_a_pandas_groupby_on_both_engines(
    duck: ScopedEngine, toy: ScopedEngine, by: list[str], where: tuple[Predicate, ...]
) -> None:
    kept = FRAME[matching(where)].assign(everybody="")
    sizes = kept.groupby(["everybody", *by], dropna=False).size()
    expected = (
        {tuple(None if pd.isna(each) else each for each in key[1:]): n for key, n in sizes.items()}
        if by
        else {(): len(kept)}
    )
    for engine in (duck, toy):
        table = engine.counts(1, by, where)
        found = {tuple(row[name] for name in by): row["n"] for row in table.to_pylist()}
        assert found == expected
        assert table.num_rows == len(expected)


@given(st.lists(st.sampled_from(["s01", "s02", "q01"]), unique=True, max_size=2), wheres)
@settings(deadline=None, max_examples=30)
def test_sums_are_those_of_pandas_on_both_engines(
    duck: ScopedEngine, toy: ScopedEngine, by: list[str], where: tuple[Predicate, ...]
) -> None:
    kept = FRAME[matching(where)].assign(everybody="", squared=lambda rows: rows["n01"] ** 2)
    grouped = kept.groupby(["everybody", *by], dropna=False)
    expected = grouped.agg(n01_n=("n01", "count"), n01_sum=("n01", "sum"), n01_squares=("squared", "sum"))
    for engine in (duck, toy):
        found = engine.counts(1, by, where, ["n01"]).to_pandas()
        assert len(found) == len(expected) or (not by and found["n"].tolist() == [0])
        for name in expected if len(expected) else ():
            assert sorted(found[name]) == pytest.approx(sorted(expected[name]))


@given(wheres)
@settings(deadline=None, max_examples=30)
def test_moments_are_those_of_the_complete_responses_on_both_engines(
    duck: ScopedEngine, toy: ScopedEngine, where: tuple[Predicate, ...]
) -> None:
    complete = FRAME[matching(where)][["n01", "n02", "q03"]].dropna()
    for engine in (duck, toy):
        (found,) = engine.moments(1, ["n01", "n02", "q03"], where).to_pylist()
        assert found["n"] == len(complete)
        for first, second in (("n01", "n02"), ("n01", "n01"), ("n02", "q03"), ("q03", "q03")):
            assert found[first] == pytest.approx(complete[first].sum())
            assert found[f"{first}*{second}"] == pytest.approx((complete[first] * complete[second]).sum())


def test_moments_come_by_group_too(duck: ScopedEngine, toy: ScopedEngine) -> None:
    complete = FRAME[["n01", "n02", "s01"]].dropna(subset=["n01", "n02"])
    expected = complete.groupby("s01", dropna=False).size().sum()
    one, other = (engine.moments(1, ["n01", "n02"], by=["s01"]) for engine in (duck, toy))
    assert as_rows(one) == as_rows(other)
    assert sum(one["n"].to_pylist()) == expected


def test_whole_numbers_of_any_size_are_summed_without_overflow(store: Store) -> None:
    scale = "0-100"
    dataset = make_dataset(store, {"Score": question([101] * 4_000, scale=scale), "Big": numbers([3e9] * 4_000)})
    engine = asked(store)
    (row,) = engine.moments(dataset.id, ["q01", "n01"]).to_pylist()
    assert (row["q01"], row["q01*q01"], row["q01*n01"]) == (404_000, 40_804_000, 4_000 * 101 * 3e9)
    (row,) = engine.counts(dataset.id, [], sums=["q01"]).to_pylist()
    assert (row["q01_sum"], row["q01_squares"]) == (404_000, 40_804_000)
    assert isinstance(row["q01_sum"], float)


@given(
    st.lists(st.sampled_from(["day", "s01", "q01", "n01", "t01", "response_no"]), unique=True),
    wheres,
    st.integers(150, 900),
)
@settings(deadline=None, max_examples=25)
def test_pages_of_rows_follow_each_other_until_all_were_seen(
    duck: ScopedEngine, toy: ScopedEngine, columns: list[str], where: tuple[Predicate, ...], limit: int
) -> None:
    expected = FRAME["response_no"][matching(where)].tolist()
    for engine in (duck, toy):
        seen: list[int] = []
        after = None
        while (page := engine.rows(1, columns, where, after, limit)).num_rows:
            assert page.num_rows <= limit
            assert page.column_names == ["response_no", *(name for name in columns if name != "response_no")]
            seen += page["response_no"].to_pylist()
            after = seen[-1]
        assert seen == expected


@given(wheres, st.sampled_from([None, "q01", "s01"]))
@settings(deadline=None, max_examples=12)
def test_pairs_equal_direct_counts_on_both_engines(
    duck: ScopedEngine, toy: ScopedEngine, where: tuple[Predicate, ...], hub: str | None
) -> None:
    levels = {"q01": 9, "q02": 9, "q03": 15, "s01": 7, "s02": 4, "day": 61, "bucket": 1_501}
    one, other = (engine.pairs(1, levels, where, hub) for engine in (duck, toy))
    names = list(levels)
    expected = (
        {(hub, name) for name in names if name != hub}
        if hub
        else {(a, b) for i, a in enumerate(names) for b in names[i + 1 :]}
    )
    assert set(one) == set(other) == expected
    for pair in expected:
        direct = as_rows(duck.counts(1, pair, where))
        assert as_rows(one[pair]) == direct
        assert as_rows(other[pair]) == direct


@pytest.mark.parametrize("by", [[], ["s01"], ["day", "s02", "q01"]])
def test_both_engines_give_columns_of_the_same_kinds(duck: ScopedEngine, toy: ScopedEngine, by: list[str]) -> None:
    for ask in (
        lambda engine: engine.counts(1, by, (), ["n01", "q01"]),
        lambda engine: engine.moments(1, ["n01", "q03"], by=by),
        lambda engine: engine.rows(1, [*by, "n01", "t01"]),
    ):
        one, other = ask(duck), ask(toy)
        assert as_rows(one) == as_rows(other)
        assert {field.name: field.type for field in one.schema} == {field.name: field.type for field in other.schema}


@pytest.mark.parametrize("text", ["ΟΔΟΣ", "İstanbul", "STRASSE", "strasse", "😀"])
def test_a_text_is_found_by_itself_whatever_its_letters(duck: ScopedEngine, toy: ScopedEngine, text: str) -> None:
    expected = sum(text in (row["t01"] or "") or text.upper() in (row["t01"] or "") for row in ROWS)
    assert expected > 0
    for engine in (duck, toy):
        found = engine.counts(1, [], [Contains(column="t01", text=text)])["n"].to_pylist()
        assert found == [expected]
