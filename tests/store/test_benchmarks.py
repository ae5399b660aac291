"""Benchmarks in the store: the ones that ship, and a person's own."""

import pytest

from csat_core.model.benchmark import Benchmark, Metric
from csat_core.store import Store, benchmarks
from tests.pages.surveys import HOSTILE


def test_all_industries_ship_with_the_two_oddities_of_the_source_noted() -> None:
    # acsi_2020.csv: 48 industries, overall 74.4
    found = benchmarks.industries()
    assert len(found) == 48
    assert benchmarks.national().value == 74.4
    assert {each.metric for each in found} == {Metric.INDEX}
    assert {each.year for each in found} == {2020}
    notes = {each.name: (each.value, each.note) for each in found if each.note}
    assert {name: value for name, (value, _) in notes.items()} == {
        "Cooperative energy utilities": 77, "Cooperative energy utilities (second listing)": 73,
        "Health and personal care stores": 73, "Health stores": 76,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("named", "value"), [("Airlines", 75), ("Space travel", 74.4), (None, 74.4), ("airlines", 74.4)]
)
def test_an_industry_that_is_not_in_the_list_is_the_national_score(named: str | None, value: float) -> None:
    assert benchmarks.industry_of(named).value == value


def test_own_benchmarks_read_back_as_they_were_kept_and_a_known_name_is_replaced(store: Store) -> None:
    first = tuple(Benchmark(name=name, value=0.5, metric=Metric.CSAT, source=name) for name in sorted(HOSTILE))
    assert benchmarks.keep(store, first) == 0
    assert set(benchmarks.own(store)) == set(first)
    newer = Benchmark(name=HOSTILE[0], value=4.5, metric=Metric.MEAN, scale="1-5", year=2026, base=10, note="new")
    assert benchmarks.keep(store, (newer,)) == 1
    assert newer in benchmarks.own(store)
    assert len(benchmarks.own(store)) == len(HOSTILE)
    benchmarks.forget(store, HOSTILE[1:])
    assert benchmarks.own(store) == (newer,)


def test_nothing_of_a_list_is_kept_where_one_of_it_fails(store: Store) -> None:
    good = Benchmark(name="A", value=0.5, metric=Metric.CSAT)
    with pytest.raises(AttributeError):
        benchmarks.keep(store, (good, None))  # type: ignore[arg-type]
    assert benchmarks.own(store) == ()
