"""Blocks of columns cover every pair within bounds, and a scope only ever narrows."""

from itertools import combinations
from math import prod
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csat_core.engine import ScopedEngine
from csat_core.engine.blocks import MOST_ROWS, blocks
from csat_core.model.dataset import Dataset
from csat_core.model.predicate import Between, Contains, OneOf, Predicate
from csat_core.model.scope import OutOfScopeError, Scope
from csat_core.store import Store
from tests.conftest import asked, in_memory, make_dataset, numbers, question, segment, texts

level_counts = st.one_of(
    st.integers(1, 12), st.integers(1, 2_000), st.sampled_from([316, 317, 99_999, 100_000, 200_000])
)
columns_with_levels = st.lists(level_counts, max_size=14).map(lambda counts: {f"c{i}": n for i, n in enumerate(counts)})


@given(columns_with_levels)
@settings(deadline=None)
def test_every_pair_is_in_a_block_and_a_block_is_too_large_only_as_a_single_pair(levels: dict[str, int]) -> None:
    found = blocks(list(levels), levels)
    covered = {pair for block in found for pair in combinations(block, 2)}
    assert covered == set(combinations(levels, 2))
    assert all(len(block) == 2 or prod(levels[name] for name in block) <= MOST_ROWS for block in found)


@given(columns_with_levels.filter(bool))
@settings(deadline=None)
def test_with_a_hub_every_pair_of_the_hub_is_in_exactly_one_block(levels: dict[str, int]) -> None:
    hub = list(levels)[-1]
    found = blocks(list(levels), levels, hub)
    assert all(block[0] == hub for block in found)
    assert sorted(other for block in found for other in block[1:]) == sorted(set(levels) - {hub})
    assert all(len(block) == 2 or prod(levels[name] for name in block) <= MOST_ROWS for block in found)


def test_twenty_drivers_and_an_outcome_take_twenty_one_joint_counts_of_six_columns() -> None:
    levels = {f"q{i:02d}": 6 for i in range(1, 22)}
    found = blocks(list(levels), levels)
    assert len(found) == 21
    assert {len(block) for block in found} == {6}
    assert max(prod(levels[name] for name in block) for block in found) == 46_656


@pytest.mark.parametrize("columns", [[], ["q01"]])
def test_fewer_than_two_columns_have_no_pairs(columns: list[str]) -> None:
    assert blocks(columns, dict.fromkeys(columns, 5)) == ()


ROWS = 60
GIVEN = {
    "Overall": question([1 + row % 5 for row in range(ROWS)]),
    "Region": segment([("North", "South", None)[row % 3] for row in range(ROWS)]),
    "Channel": segment([("Web", "Shop")[row // 30] for row in range(ROWS)]),
    "Minutes": numbers([float(row) for row in range(ROWS)]),
    "Comment": texts([f"comment {row}" for row in range(ROWS)]),
}
_, DATASET = in_memory(GIVEN)
PREDICATES: list[Predicate] = [
    OneOf(column="s01", values=("North",)),
    OneOf(column="s01", values=("South", None)),
    OneOf(column="s02", values=("Web",)),
    Between(column="n01", low=10, high=40),
    Contains(column="t01", text="comment 1"),
]
wheres = st.lists(st.sampled_from(PREDICATES), max_size=3).map(tuple)


def numbers_of(engine: ScopedEngine, where: tuple[Predicate, ...] = ()) -> set[int]:
    return set(engine.rows(1, [], where, limit=ROWS)["response_no"].to_pylist())


@given(wheres, wheres)
@settings(deadline=None, max_examples=40)
def test_a_locked_predicate_only_ever_narrows(locked: tuple[Predicate, ...], where: tuple[Predicate, ...]) -> None:
    free, _ = in_memory(GIVEN)
    shared, _ = in_memory(GIVEN, Scope(locked=locked))
    assert numbers_of(shared, where) == numbers_of(free, where) & numbers_of(free, locked)
    assert shared.counts(1, [], where)["n"].to_pylist() == [len(numbers_of(shared, where))]
    assert shared.moments(1, ["n01"], where)["n"].to_pylist() == [len(numbers_of(shared, where))]
    pairs = shared.pairs(1, {"q01": 5, "s01": 4, "s02": 2}, where)
    assert {sum(table["n"].to_pylist()) for table in pairs.values()} == {len(numbers_of(shared, where))}


@pytest.fixture
def shared(store: Store) -> tuple[ScopedEngine, Dataset, Dataset]:
    """An engine that sees the North of the second of two datasets, without single responses."""
    first, second = make_dataset(store, GIVEN, "First"), make_dataset(store, GIVEN, "Second")
    north = OneOf(column="s01", values=("North",))
    return asked(store, Scope(datasets=frozenset({second.id}), locked=(north,), rows=False)), first, second


def test_a_dataset_outside_the_scope_is_refused_by_every_question(
    shared: tuple[ScopedEngine, Dataset, Dataset],
) -> None:
    engine, hidden, _ = shared
    questions: list[Any] = [
        lambda: engine.counts(hidden.id, ["s01"]),
        lambda: engine.moments(hidden.id, ["n01"]),
        lambda: engine.pairs(hidden.id, {"q01": 5, "s01": 4}),
        lambda: engine.rows(hidden.id, ["t01"]),
        lambda: engine.counts(99, ["s01"]),
    ]
    for ask in questions:
        with pytest.raises(OutOfScopeError, match="not part of what was shared"):
            ask()


def test_single_responses_are_refused_where_only_aggregates_are_shared(
    shared: tuple[ScopedEngine, Dataset, Dataset],
) -> None:
    engine, _, seen = shared
    assert engine.counts(seen.id, ["s01"]).to_pylist() == [{"s01": "North", "n": 20}]
    with pytest.raises(OutOfScopeError):
        engine.rows(seen.id, ["s01"])


def test_a_filter_for_what_is_locked_away_finds_nothing(shared: tuple[ScopedEngine, Dataset, Dataset]) -> None:
    engine, _, seen = shared
    south = OneOf(column="s01", values=("South",))
    assert engine.counts(seen.id, ["s01"], [south]).num_rows == 0
    assert engine.counts(seen.id, [], [south])["n"].to_pylist() == [0]


def test_many_blocks_of_few_responses_are_one_joint_count_with_the_same_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {f"Q{at}": question([1 + row * (at + 1) // 7 % 5 for row in range(ROWS)]) for at in range(16)}
    engine, dataset = in_memory(given)
    wide = {column.id: 400 for column in dataset.columns}
    asked_for: list[int] = []
    counts = ScopedEngine.counts
    monkeypatch.setattr(
        ScopedEngine, "counts", lambda self, id, by, *more: (asked_for.append(len(by)), counts(self, id, by, *more))[1]
    )
    found = engine.pairs(1, wide)
    assert asked_for == [0, 16]  # how many there are, and all of them by all columns; two by two there are 120
    assert set(found) == set(combinations(wide, 2))
    for pair, table in found.items():
        alone = counts(engine, 1, list(pair))
        assert sorted(table.to_pylist(), key=str) == sorted(alone.select(table.column_names).to_pylist(), key=str)
