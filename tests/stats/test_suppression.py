"""Hiding: what is small is hidden, and nothing hidden can be worked out by subtraction."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from csat_core.stats.suppression import hidden_cells

SHOWN_FROM = 10
bases = st.one_of(st.integers(0, 14), st.integers(0, 200))
tables = arrays.arrays(np.int64, arrays.array_shapes(min_dims=1, max_dims=3, max_side=6), elements=bases)


def lines_of(table: NDArray[np.int64], hidden: NDArray[np.bool_]) -> list[tuple[NDArray[np.int64], NDArray[np.bool_]]]:
    """Every line of every dimension, with what it hides."""
    found = []
    for axis in range(table.ndim):
        along, masks = np.moveaxis(table, axis, -1), np.moveaxis(hidden, axis, -1)
        found += [(along[index], masks[index]) for index in np.ndindex(along.shape[:-1])]
    return found


@given(tables)
def test_no_line_hides_exactly_one_group_while_it_shows_another(table: NDArray[np.int64]) -> None:
    small, complementary = hidden_cells(table, SHOWN_FROM)
    hidden = small | complementary
    for line, mask in lines_of(table, hidden):
        alone = np.count_nonzero(mask & (line > 0)) == 1
        assert not (alone and np.any(~mask & (line > 0)))


@given(tables)
def test_what_is_small_is_hidden_and_a_complement_never_is_small(table: NDArray[np.int64]) -> None:
    small, complementary = hidden_cells(table, SHOWN_FROM)
    assert np.array_equal(small, table < SHOWN_FROM)
    assert not np.any(small & complementary)


@given(tables)
def test_nothing_is_hidden_where_no_group_is_small(table: NDArray[np.int64]) -> None:
    large = np.where(table == 0, 0, table + SHOWN_FROM)
    _, complementary = hidden_cells(large, SHOWN_FROM)
    assert not complementary.any()


@given(arrays.arrays(np.int64, st.integers(1, 8), elements=bases), st.integers(0, 1_000))
def test_the_order_of_the_groups_does_not_change_how_many_are_hidden(table: NDArray[np.int64], seed: int) -> None:
    shuffled = np.random.default_rng(seed).permutation(table)
    hidden, again = (sum(mask.sum() for mask in hidden_cells(each, SHOWN_FROM)) for each in (table, shuffled))
    assert hidden == again


@pytest.mark.parametrize(
    ("bases", "small", "complementary"),
    [
        ([9, 50, 60], [True, False, False], [False, True, False]),
        ([10, 50, 60], [False, False, False], [False, False, False]),
        ([9, 9, 60], [True, True, False], [False, False, False]),
        ([0, 50, 60], [True, False, False], [False, False, False]),
        ([9, 0, 60], [True, True, False], [False, False, True]),
        ([9], [True], [False]),
        ([0, 0], [True, True], [False, False]),
        ([], [], []),
    ],
)
def test_one_small_group_takes_the_next_smallest_with_it(
    bases: list[int], small: list[bool], complementary: list[bool]
) -> None:
    found = hidden_cells(np.array(bases, dtype=np.int64), SHOWN_FROM)
    assert [mask.tolist() for mask in found] == [small, complementary]


def test_a_hidden_cell_is_protected_along_every_dimension() -> None:
    small, complementary = hidden_cells([[5, 20, 30], [40, 50, 60], [70, 80, 90]], SHOWN_FROM)
    assert small.tolist() == [[True, False, False], [False, False, False], [False, False, False]]
    assert complementary.tolist() == [[False, True, False], [True, True, False], [False, False, False]]
