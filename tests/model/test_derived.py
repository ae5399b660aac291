"""Derived columns: an id says its own rule."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csat_core.model.dataset import Role
from csat_core.model.derived import (
    Bands,
    FirstSeen,
    InvalidCutsError,
    Replicate,
    banded,
    customer_kinds,
    derived,
)
from tests.conftest import in_memory, numbers, question, texts

CUTS = st.lists(st.integers(-(10**9), 10**9).map(lambda n: n / 100), min_size=1, max_size=6, unique=True)


@given(cuts=CUTS)
def test_the_id_of_bands_reads_back_as_the_same_bands(cuts: list[float]) -> None:
    bands = Bands(number="n01", cuts=tuple(sorted(cuts)))
    assert derived(bands.id) == bands


def test_an_id_of_a_column_of_the_file_is_not_derived() -> None:
    assert [derived(column) for column in ("q01", "s01", "t02", "day", "first:x", "bands:n01:", "bands:n01:a")] == (
        [None] * 7
    )


def test_bands_are_named_from_low_to_high() -> None:
    assert Bands(number="n01", cuts=(3, 10, 60)).levels == ("3 or less", "over 3 to 10", "over 10 to 60", "over 60")


@pytest.mark.parametrize("cuts", [(), (3, 3), (10, 3), (math.nan,), (math.inf,), tuple(range(13))])
def test_cuts_that_do_not_rise_are_refused(cuts: tuple[float, ...]) -> None:
    with pytest.raises(InvalidCutsError, match="from small to large"):
        Bands(number="n01", cuts=cuts)


def test_new_and_existing_need_a_customer() -> None:
    _, without = in_memory({"Overall": question([5, 4])})
    _, known = in_memory({"Overall": question([5, 4]), "Who": texts(["a", "b"], Role.CUSTOMER)})
    assert customer_kinds(without) is None
    column = customer_kinds(known)
    assert column is not None
    assert (column.id, column.levels) == (FirstSeen(customer="t01").id, ("New", "Existing"))


def test_a_banded_number_is_a_segment_with_its_name() -> None:
    _, dataset = in_memory({"Overall": question([5, 4]), "Minutes": numbers([1.0, 2.0])})
    column = banded(dataset.columns[1], (3.0, 10.0))
    assert (column.id, column.name, column.role) == ("bands:n01:3:10", "Minutes", Role.SEGMENT)


def test_the_hands_that_customers_are_dealt_into_need_no_column_of_the_file() -> None:
    assert derived("replicate") == Replicate()
