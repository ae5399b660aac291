"""Derived columns in both engines: counted, filtered by and paged through like any other."""

from collections import Counter

from csat_core.engine import ScopedEngine
from csat_core.model.dataset import Dataset, Role
from csat_core.model.derived import REPLICATE
from csat_core.model.predicate import OneOf
from csat_core.model.scope import Scope
from csat_core.store import Store
from tests.conftest import asked, days, in_memory, make_dataset, numbers, question, texts

GIVEN = {
    "Overall": question([5, 4, 3, 2, 1, 5]),
    "Day": days(["2026-01-01", "2026-01-01", "2026-02-01", "2026-03-01", None, "2026-01-05"]),
    "Who": texts(["a", "b", "a", "a", None, "c"], Role.CUSTOMER),
    "Minutes": numbers([3, 3.5, 10, 61, None, 60]),
}
FIRST, BANDS = "first:t01", "bands:n01:3:10:60"


def counted(engine: ScopedEngine, dataset: Dataset, column: str, *where: OneOf) -> dict[str | None, int]:
    table = engine.counts(dataset.id, [column], where)
    return dict(zip(table.column(column).to_pylist(), table.column("n").to_pylist(), strict=True))


def test_new_is_the_first_day_of_a_customer_and_blank_is_nobody(store: Store) -> None:
    for engine, dataset in ((asked(store), make_dataset(store, GIVEN)), in_memory(GIVEN)):
        assert counted(engine, dataset, FIRST) == {"New": 3, "Existing": 2, None: 1}


def test_a_number_falls_into_the_band_whose_upper_cut_it_does_not_pass(store: Store) -> None:
    expected = {"3 or less": 1, "over 3 to 10": 2, "over 10 to 60": 1, "over 60": 1, None: 1}
    for engine, dataset in ((asked(store), make_dataset(store, GIVEN)), in_memory(GIVEN)):
        assert counted(engine, dataset, BANDS) == expected


def test_a_filter_does_not_turn_existing_customers_into_new_ones(store: Store) -> None:
    dataset = make_dataset(store, GIVEN)
    narrow = OneOf(column="q01", values=(2, 3))
    assert counted(asked(store), dataset, FIRST, narrow) == {"Existing": 2}
    assert counted(asked(store, Scope(locked=(narrow,))), dataset, FIRST) == {"Existing": 2}


def test_responses_are_found_by_a_derived_level(store: Store) -> None:
    dataset = make_dataset(store, GIVEN)
    found = asked(store).rows(dataset.id, ["q01"], (OneOf(column=BANDS, values=("over 60",)),))
    assert found.column("q01").to_pylist() == [2]


def test_without_days_the_first_row_of_a_customer_is_new(store: Store) -> None:
    dataset = make_dataset(store, {name: column for name, column in GIVEN.items() if name != "Day"})
    assert counted(asked(store), dataset, FIRST) == {"New": 3, "Existing": 2, None: 1}


def test_a_customer_is_dealt_into_one_hand_by_the_last_two_digits_of_the_bucket(store: Store) -> None:
    given = {"Overall": question([5] * 250)}
    expected = Counter(row * 7_919 % 1_000_000 % 100 for row in range(250))
    for engine, dataset in ((asked(store), make_dataset(store, given)), in_memory(given)):
        table = engine.counts(dataset.id, [REPLICATE])
        assert dict(zip(table.column(REPLICATE).to_pylist(), table.column("n").to_pylist(), strict=True)) == expected


def test_tables_of_pairs_carry_sums_too(store: Store) -> None:
    for engine, dataset in ((asked(store), make_dataset(store, GIVEN)), in_memory(GIVEN)):
        levels = {"q01": 9, BANDS: 5}
        table = engine.pairs(dataset.id, levels, hub="q01", sums=["n01"])["q01", BANDS]
        (row,) = (row for row in table.to_pylist() if (row["q01"], row[BANDS]) == (5, "3 or less"))
        assert row == {"q01": 5, BANDS: "3 or less", "n": 1, "n01_n": 1, "n01_sum": 3.0, "n01_squares": 9.0}
