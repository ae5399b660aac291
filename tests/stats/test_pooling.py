"""Pooling: no cell of any told table is small, nothing stands alone that may not, and only what must goes."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from csat_core.stats.pooling import Pooling, every_set, pooled

K = 10


def told(bases: np.ndarray, found: Pooling) -> list[np.ndarray]:
    """The bases of every told table, by another way: each value is given the number of its place, cell by cell."""
    tables = []
    for chosen in found.together:
        masks = [*(mask if at in chosen else None for at, mask in enumerate(found.filters)), *found.groups]
        place = [
            np.zeros(size, dtype=int) if mask is None else np.where(mask, np.arange(size), size)
            for size, mask in zip(bases.shape[1:], masks, strict=True)
        ]
        table: dict[tuple[int, ...], np.ndarray] = {}
        for at in product(*map(range, bases.shape[1:])):
            key = tuple(int(places[i]) for places, i in zip(place, at, strict=True))
            table[key] = table.get(key, 0) + bases[(slice(None), *at)]
        tables.append(np.array(list(table.values())))
    return tables


cubes = hnp.arrays(np.int64, st.tuples(st.just(2), *[st.integers(1, 4)] * 4), elements=st.integers(0, 25))


@given(cubes, st.booleans())
@settings(deadline=None, max_examples=60)
def test_no_told_cell_is_small(bases: np.ndarray, is_rigid: bool) -> None:
    axes = [np.ones(size, dtype=bool) for size in bases.shape[1:]]
    axes[0][0] = axes[2][-1] = False
    found = pooled(bases, K, axes[:2], axes[2:], every_set(2), is_rigid=is_rigid)
    assert found.is_safe == all(total == 0 or total >= K for total in bases.sum(axis=(1, 2, 3, 4)))
    assert frozenset() in found.together
    assert not found.filters[0][0]
    assert not found.groups[0][-1]
    assert not is_rigid or found.together == every_set(2)
    if found.is_safe:
        for table in told(bases, found):
            assert ((table == 0) | (table >= K)).all()


def test_a_small_group_joins_the_smallest_other_until_the_rest_is_large() -> None:
    bases = np.array([[50, 4, 30, 7, 0]])
    found = pooled(bases, K, [], [np.ones(5, dtype=bool)], every_set(0))
    assert found.groups[0].tolist() == [True, False, True, False, True]
    found = pooled(np.array([[50, 4, 30]]), K, [], [np.ones(3, dtype=bool)], every_set(0))
    assert found.groups[0].tolist() == [True, False, False]


def test_a_filter_under_which_much_is_small_stands_back_and_takes_one_with_it() -> None:
    # three values of a filter by four groups: under the last every group is small, and it is what is left of the others
    bases = np.array([[[40, 40, 40, 40], [30, 30, 30, 30], [4, 4, 4, 4]]])
    found = pooled(bases, K, [np.ones(3, dtype=bool)], [np.ones(4, dtype=bool)], every_set(1))
    assert found.groups[0].all()
    assert found.filters[0].tolist() == [True, False, False] or found.together == frozenset({frozenset()})


def test_two_filters_at_once_stand_back_where_each_alone_need_not() -> None:
    bases = np.full((1, 3, 3, 6), 5)
    masks = [np.ones(3, dtype=bool), np.ones(3, dtype=bool)]
    found = pooled(bases, K, masks, [np.ones(6, dtype=bool)], every_set(2))
    assert found.together == {frozenset(), frozenset({0}), frozenset({1})}
    assert all(mask.all() for mask in (*found.filters, *found.groups))


def test_where_nothing_is_small_everything_is_told() -> None:
    bases = np.full((2, 3, 2, 4), K)
    masks = [np.ones(size, dtype=bool) for size in (3, 2, 4)]
    found = pooled(bases, K, masks[:2], masks[2:], every_set(2))
    assert found.together == every_set(2)
    assert all(mask.all() for mask in (*found.filters, *found.groups))


@pytest.mark.parametrize("total", [1, K - 1])
def test_a_whole_that_is_small_is_not_safe(total: int) -> None:
    found = pooled(np.array([[total, 0]]), K, [], [np.ones(2, dtype=bool)], every_set(0))
    assert not found.is_safe
    assert not found.groups[0].any()


def test_the_values_that_may_stand_alone_are_not_changed() -> None:
    mask = np.ones(2, dtype=bool)
    pooled(np.array([[3, 50]]), K, [], [mask], every_set(0))
    assert mask.all()
