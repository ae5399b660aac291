"""A guarded scope: whatever a link asks, and however it adds and subtracts, no small group comes out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, product
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csat_core.engine import DuckEngine, ScopedEngine, measures, tellings
from csat_core.engine.recoding import POOLED
from csat_core.engine.scoped import DataChangingError
from csat_core.model.dataset import Role
from csat_core.model.period import Grain
from csat_core.model.predicate import Between, Contains, OneOf, Predicate
from csat_core.model.scope import OutOfScopeError, Scope
from csat_core.store import Store, catalogue
from tests.conftest import Given, asked, days, in_memory, make_dataset, numbers, question, segment, texts

SIZE, FEWEST = 400, 10
REGIONS = ("North", "South", "East", "Isle")
CHANNELS = ("Web", "Shop", None)
FREE = (OneOf(column="s01", values=REGIONS[:3]), OneOf(column="s02", values=CHANNELS))
SCOPE = Scope(
    datasets=frozenset({1}), rows=False, shown_from=FEWEST, questions=frozenset({"q01"}), drivers=frozenset({"q02"}),
    groups=frozenset({"s03", "s04", "first:t02"}), free=FREE, grain=Grain.MONTH,
)  # fmt: skip


def survey(seed: int, size: int = SIZE) -> dict[str, Given]:
    """Answers in groups of very different sizes, some of them tiny, every fourth response without an answer."""
    random = np.random.default_rng(seed)

    def drawn(levels: Sequence[Any], odds: Sequence[float] | None = None) -> list[Any]:
        odds = odds or random.dirichlet(np.linspace(5, 0.4, len(levels))).tolist()
        return [levels[at] for at in random.choice(len(levels), size, p=odds)]

    months = [date(2026, 1 + at, 1) for at in range(4)]
    return {
        "Overall": question([at if random.random() < 0.75 else None for at in drawn([5, 4, 3, 2, 1])]),
        "Speed": question([at if random.random() < 0.6 else None for at in drawn([5, 4, 3, 2, 1])], role=Role.DRIVER),
        "Region": segment(drawn(REGIONS, [0.4, 0.32, 0.23, 0.05])),
        "Channel": segment(drawn(CHANNELS, [0.5, 0.3, 0.2])),
        "Product": segment(drawn(["Tea", "Mugs", "Pots", "Spoons", None])),
        "Tenure": segment(drawn(["Old", "New", "Trial"])),
        "Day": days(
            [m + timedelta(days=int(random.integers(0, 28))) for m in drawn(months, [0.35, 0.32, 0.3, 0.03])][
                : size - 3
            ]
            + [None] * 3
        ),
        "Revenue": numbers([float(n) if random.random() < 0.9 else None for n in range(size)], Role.REVENUE),
        "Comment": texts([f"comment {n}" for n in range(size)]),
        "Who": texts([f"customer {n % 190}" for n in range(size)], Role.CUSTOMER),
    }


BY = ("s01", "s02", "s03", "s04", "day")
TABLES = [(), ("first:t02",), *((name,) for name in BY), *combinations(BY, 2)]


def views(engine: ScopedEngine) -> Iterator[tuple[OneOf, ...]]:
    """Every combination of filters that is offered, none of them first."""
    offered = engine.offered(1)
    for levels in product(*((None, *((level,) for level in each.values)) for each in offered)):
        yield tuple(
            OneOf(column=each.column, values=level) for each, level in zip(offered, levels, strict=True) if level
        )


class Published:
    """Everything that a link can be told, as sets of responses: each cell of each table under each filter."""

    def __init__(self, columns: dict[str, Given], scope: Scope) -> None:
        self.engine, _ = in_memory(columns, scope)
        self.cells: list[tuple[Any, list[int], int]] = []
        frames: list[measures.Frame] = []
        counts = measures.counts

        def noted(frame: measures.Frame, *rest: Any) -> measures.Frame:
            frames.append(frame)
            return counts(frame, *rest)

        with patch.object(measures, "counts", noted):
            for where in views(self.engine):
                for by in TABLES:
                    told = self.engine.counts(1, [*by, "q01"], where).to_pylist()
                    seen = frames[-1].select(*dict.fromkeys((measures.KEY, "q01", *by))).collect().to_native()
                    self._note(where, by, told, seen.to_pylist())

    def _note(self, where: Any, by: Sequence[str], told: list[dict[str, Any]], seen: list[dict[str, Any]]) -> None:
        members: dict[Any, list[dict[str, Any]]] = {}
        for row in seen:
            members.setdefault(tuple(row[name] for name in by), []).append(row)
        sizes: dict[Any, int] = {}
        for row in told:
            key = tuple(row[name] for name in by)
            sizes[key] = sizes.get(key, 0) + row["n"]
        assert sizes == {key: len(rows) for key, rows in members.items()}
        for key, rows in members.items():
            numbers = [row[measures.KEY] for row in rows]
            self.cells.append(((where, by, key), numbers, sum(row["q01"] > 0 for row in rows)))


def rows_of(columns: dict[str, Given]) -> list[dict[str, Any]]:
    """The true responses, the day as its month."""
    engine, _ = in_memory(columns)
    found = engine.rows(1, ["q01", "first:t02", *BY], limit=SIZE).to_pylist()
    return [row | {"day": row["day"] and row["day"].replace(day=1)} for row in found]


def small_cells(rows: list[dict[str, Any]]) -> list[frozenset[int]]:
    """The true cells that must not come out: any levels of the free columns or none, with any group or two of them."""
    found: set[frozenset[int]] = set()
    for free in ((), ("s01",), ("s02",), ("s01", "s02")):
        for by in TABLES:
            names = tuple(dict.fromkeys((*free, *by)))
            cells: dict[Any, list[int]] = {}
            for row in rows:
                cells.setdefault(tuple(row[name] for name in names), []).append(row[measures.KEY])
            found |= {frozenset(cell) for cell in cells.values() if len(cell) < FEWEST}
    return sorted(found, key=sorted)


def indicators(cells: Sequence[Sequence[int] | frozenset[int]], place: dict[int, int]) -> np.ndarray:
    table = np.zeros((len(cells), len(place)))
    for at, cell in enumerate(cells):
        table[at, [place[number] for number in cell if number in place]] = 1
    return table


def recovered(known: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Which rows of `wanted` are sums and differences of rows of `known`."""
    known = np.unique(known, axis=0)
    sizes, basis = np.linalg.eigh(known.T @ known)
    basis = basis[:, sizes > 1e-9 * sizes.max()]
    left = wanted - wanted @ basis @ basis.T
    return np.abs(left).max(axis=1) < 1e-5


@given(st.integers(0, 10_000))
@settings(deadline=None, max_examples=2, derandomize=True, suppress_health_check=list(HealthCheck))
def test_no_walk_through_filters_and_breakdowns_recovers_a_small_cell(seed: int) -> None:
    published, rows = Published(survey(seed), SCOPE), rows_of(survey(seed))
    for what, members, answered in published.cells:
        assert len(members) >= FEWEST, what
        assert answered == 0 or answered >= FEWEST, what
    for counted in (rows, [row for row in rows if row["q01"] > 0]):
        place = {row[measures.KEY]: at for at, row in enumerate(counted)}
        known = indicators([members for _, members, _ in published.cells], place)
        small = small_cells(counted)
        assert len(small) > 50
        wanted = indicators(small, place)
        assert not recovered(known, wanted).any()
        assert recovered(np.vstack([known, wanted[:1]]), wanted)[0]  # the search finds what is there to be found


@pytest.mark.parametrize("seed", [202, 204, 206])
def test_two_dimensions_are_told_under_no_more_filters_and_by_no_finer_levels_than_each_alone(seed: int) -> None:
    engine, _ = in_memory(survey(seed), SCOPE)
    for pair in (("s03", "s04"), ("s03", "day"), ("s04", "day")):
        both, *each = (
            engine._guarded(1, lambda guard, by=by: guard._tellings.of_groups(by))
            for by in (pair, *((n,) for n in pair))
        )
        for one in each:
            assert both.together <= one.together
            assert all(both.kept[free.column] <= one.kept[free.column] for free in FREE)
            assert both.kept[one.groups[0]] <= one.kept[one.groups[0]] | {POOLED}


@pytest.fixture(scope="module")
def shared() -> ScopedEngine:
    """A link to the answers of one survey."""
    return in_memory(survey(1), SCOPE)[0]


@pytest.fixture(scope="module")
def whole() -> ScopedEngine:
    """The same answers, asked by a person at their own machine."""
    return in_memory(survey(1))[0]


def totals(engine: ScopedEngine, by: Sequence[str], where: Sequence[Predicate]) -> dict[int, int]:
    found: dict[int, int] = {}
    for row in engine.counts(1, [*by, "q01"], where).to_pylist():
        found[row["q01"]] = found.get(row["q01"], 0) + row["n"]
    return found


def test_what_is_pooled_still_counts_in_every_total(shared: ScopedEngine, whole: ScopedEngine) -> None:
    pooled = 0
    for where in views(shared):
        expected = totals(whole, (), where)
        for by in ((), ("s03",), ("s04", "day"), ("s01", "s03"), ("s03", "s04")):
            assert totals(shared, by, where) == expected
        pooled += any(row["s03"] == POOLED for row in shared.counts(1, ["s03"], where).to_pylist())
    assert pooled


NORTH = OneOf(column="s01", values=("North",))


@pytest.mark.parametrize(
    ("by", "where", "sums"),
    [
        (["q02"], [], []),
        (["q01", "q02"], [], []),
        (["t01"], [], []),
        (["t02", "q01"], [], []),
        (["n01"], [], []),
        (["bucket"], [], []),
        (["response_no"], [], []),
        (["replicate", "q01"], [], []),
        (["replicate", "q01", "s03"], [Between(column="q01", low=1)], []),
        (["first:t01"], [], []),
        (["bands:n01:10"], [], []),
        (["s03", "s04", "day"], [], []),
        (["s01", "s02", "s03"], [], []),
        (["s03", "q01", "q02"], [], []),
        (["q01", "q02"], [Between(column="q01", low=1)], []),
        (["s03"], [Between(column="q01", low=1)], []),
        (["q01"], [], ["t01"]),
        (["q01"], [], ["q02"]),
        (["q01"], [Between(column="q01", low=1)], ["n01"]),
        (["q01"], [OneOf(column="s03", values=("Tea",))], []),
        (["q01"], [OneOf(column="s01", values=("Isle",))], []),
        (["q01"], [OneOf(column="s01", values=("North", "South"))], []),
        (["q01"], [NORTH, OneOf(column="s01", values=("South",))], []),
        (["q01"], [Between(column="day", high=date(2026, 1, 9))], []),
        (["q01"], [Between(column="bucket", high=9)], []),
        (["q01"], [Contains(column="t01", text="7")], []),
    ],
)  # fmt: skip
def test_a_link_is_refused_what_it_may_not_ask(
    shared: ScopedEngine, by: list[str], where: list[Predicate], sums: list[str]
) -> None:
    with pytest.raises(OutOfScopeError):
        shared.counts(1, by, where, sums)


def test_a_link_is_refused_other_data_single_responses_and_other_pairs(shared: ScopedEngine) -> None:
    for ask in (
        lambda: shared.counts(2, ["q01"]),
        lambda: shared.rows(1, ["s01"]),
        lambda: shared.moments(1, ["q01"]),
        lambda: shared.moments(1, ["n01"], by=["s03"]),
        lambda: shared.pairs(1, {"s03": 5, "s04": 4}),
        lambda: shared.pairs(1, {"q01": 9, "s03": 5, "s04": 4}),
        lambda: shared.pairs(1, {"q02": 9, "s03": 5}, hub="q02"),
        lambda: shared.pairs(1, {"q01": 9, "day": 5}, hub="q01"),
        lambda: shared.pairs(1, {"q01": 9, "t01": 5}, hub="q01"),
        lambda: shared.pairs(1, {"q01": 9, "q03": 9}),
    ):
        with pytest.raises(OutOfScopeError):
            ask()


def test_a_level_too_small_to_be_offered_is_refused_though_it_is_listed() -> None:
    columns = survey(1) | {"Region": segment(["Isle"] * 6 + ["North"] * 100 + ["South"] * (SIZE - 106))}
    scope = replace(SCOPE, free=(OneOf(column="s01", values=REGIONS),))
    engine, _ = in_memory(columns, scope)
    # what is left beside all that are offered must be large too, so one of the large ones stands back with the small one
    (offered,) = engine.offered(1)
    assert offered == OneOf(column="s01", values=("South",))
    assert engine.counts(1, [], offered_as(offered))["n"].to_pylist() == [SIZE - 106]
    for level in ("Isle", "North", "East"):
        with pytest.raises(OutOfScopeError):
            engine.counts(1, [], [OneOf(column="s01", values=(level,))])
    levels = {row["s01"]: row["n"] for row in engine.counts(1, ["s01"]).to_pylist()}
    assert levels == {"South": SIZE - 106, POOLED: 106}


def offered_as(offered: OneOf) -> list[Predicate]:
    return [OneOf(column=offered.column, values=offered.values[:1])]


def test_where_everything_is_too_small_nothing_is_told() -> None:
    engine, _ = in_memory(survey(1), replace(SCOPE, shown_from=SIZE + 1))
    for ask in (lambda: engine.offered(1), lambda: engine.counts(1, [])):
        with pytest.raises(OutOfScopeError):
            ask()


def told(engine: ScopedEngine, by: Sequence[str], where: Sequence[Predicate] = ()) -> dict[Any, int]:
    return {tuple(row[name] for name in by): row["n"] for row in engine.counts(1, by, where).to_pylist()}


def test_time_is_told_in_periods_of_the_grain_or_not_at_all(whole: ScopedEngine) -> None:
    by_day = [(row["day"], row["n"]) for row in whole.counts(1, ["day"]).to_pylist()]
    for grain in Grain:
        found = told(in_memory(survey(1), replace(SCOPE, shown_from=1, grain=grain))[0], ["day"])
        expected: dict[Any, int] = {}
        for day, n in by_day:
            start = (day and grain.start(day),)
            expected[start] = expected.get(start, 0) + n
        assert found == expected
    assert told(in_memory(survey(1), replace(SCOPE, grain=None))[0], ["day"]) == {(None,): SIZE}


def test_a_driver_that_few_answered_is_blank_and_a_model_of_few_is_empty() -> None:
    columns = survey(1) | {"Speed": question([4] * 5 + [None] * (SIZE - 5), role=Role.DRIVER)}
    engine, _ = in_memory(columns, SCOPE)
    table = engine.pairs(1, {"q01": 9, "q02": 9, "s03": 6}, hub="q01")
    assert set(table["q01", "q02"]["q02"].to_pylist()) == {-1}
    assert sum(table["q01", "q02"]["n"].to_pylist()) == sum(table["q01", "s03"]["n"].to_pylist()) == SIZE
    complete = (Between(column="q01", low=1), Between(column="q02", low=1))
    assert engine.pairs(1, {"q01": 9, "q02": 9}, complete)["q01", "q02"].num_rows == 0
    assert engine.counts(1, ["replicate", "q01", "q02"], complete).num_rows == 0
    assert engine.counts(1, ["q01"], complete).num_rows == 0


def test_a_driver_is_counted_where_both_were_answered(shared: ScopedEngine, whole: ScopedEngine) -> None:
    levels = {"q01": 9, "q02": 9}
    expected = whole.pairs(1, levels)["q01", "q02"].to_pylist()
    both = [row for row in expected if row["q01"] > 0 and row["q02"] > 0]
    found = shared.pairs(1, levels, hub="q01")["q01", "q02"].to_pylist()
    assert sorted(map(str, (row for row in found if row["q02"] > 0))) == sorted(map(str, both))
    complete = (Between(column="q01", low=1), Between(column="q02", low=1), Between(column="bucket", high=999_999))
    assert sum(shared.counts(1, ["replicate", "q01", "q02"], complete)["n"].to_pylist()) == sum(r["n"] for r in both)


def test_a_number_known_of_few_is_unknown_to_a_link(shared: ScopedEngine, whole: ScopedEngine) -> None:
    assert shared.counts(1, [], sums=["n01"]).to_pylist() == whole.counts(1, [], sums=["n01"]).to_pylist()
    assert shared.moments(1, ["n01"]).to_pylist() == whole.moments(1, ["n01"]).to_pylist()
    by_group = sum(row["n01_n"] for row in shared.counts(1, ["s03", "day", "q01"], sums=["n01"]).to_pylist())
    assert by_group == whole.counts(1, [], sums=["n01"]).to_pylist()[0]["n01_n"]
    few, _ = in_memory(survey(1) | {"Revenue": numbers([9.0] * 4 + [None] * (SIZE - 4), Role.REVENUE)}, SCOPE)
    (row,) = few.counts(1, [], sums=["n01"]).to_pylist()
    assert (row["n"], row["n01_n"]) == (SIZE, 0)
    # enough know it in all, but not in every group
    some, _ = in_memory(survey(1) | {"Revenue": numbers([9.0] * 40 + [None] * (SIZE - 40), Role.REVENUE)}, SCOPE)
    assert [each["n01_n"] for each in some.counts(1, [], sums=["n01"]).to_pylist()] == [40]
    assert {each["n01_n"] for each in some.counts(1, ["s03", "q01"], sums=["n01"]).to_pylist()} == {0}
    assert {each["n01_n"] for each in some.counts(1, ["s04", "day", "q01"], sums=["n01"]).to_pylist()} == {0}
    tables = some.pairs(1, {"q01": 9, "s03": 6, "q02": 9}, hub="q01", sums=["n01"])
    sums = {pair: sum(each["n01_n"] for each in table.to_pylist()) for pair, table in tables.items()}
    assert sums == {("q01", "s03"): 0, ("q01", "q02"): 40}
    assert few.moments(1, ["n01"]).to_pylist()[0]["n"] == 0


def test_two_links_never_share_what_was_worked_out() -> None:
    engine, _ = in_memory(survey(1))
    variants = [
        SCOPE, replace(SCOPE, shown_from=40), replace(SCOPE, free=FREE[:1]), replace(SCOPE, grain=Grain.YEAR),
        replace(SCOPE, locked=(OneOf(column="s02", values=("Web", None)),)), replace(SCOPE, free=()),
    ]  # fmt: skip
    asked = [("s03",), ("s03", "s04"), ("s04", "day")]

    def answers(scopes: Sequence[Scope]) -> dict[Any, Any]:
        return {(scope, by): told(ScopedEngine(engine._engine, scope), by) for scope in scopes for by in asked}

    together = answers(variants)
    for scope in variants:
        alone, _ = in_memory(survey(1), scope)
        assert {by: told(alone, by) for by in asked} == {by: together[scope, by] for by in asked}
    assert len({str(together[scope, ("s03",)]) for scope in variants}) > 2


def test_a_person_at_their_own_machine_pays_nothing() -> None:
    class Counting(type(in_memory(survey(1))[0]._engine)):  # type: ignore[misc]
        def stamp(self, dataset_id: int) -> object:
            raise AssertionError("nobody asks for the version")

    plain, _ = in_memory(survey(1))
    engine = ScopedEngine(Counting(plain._engine._tables), Scope())
    for by in TABLES:
        assert told(engine, by) == told(plain, by)
    assert engine.offered(1) == ()


def test_data_that_changes_meanwhile_is_asked_again() -> None:
    plain, _ = in_memory(survey(1))
    stamps = iter([1, 2, 2, 2, *range(3, 99)])

    class Changing(type(plain._engine)):  # type: ignore[misc]
        def stamp(self, dataset_id: int) -> object:
            return "changing", next(stamps)

    engine = ScopedEngine(Changing(plain._engine._tables), SCOPE)
    assert told(engine, ["s03"]) == told(in_memory(survey(1), SCOPE)[0], ["s03"])
    with pytest.raises(DataChangingError):
        engine.counts(1, ["s03"])


def test_both_engines_pool_alike_and_a_new_version_is_worked_out_anew(store: Store, shared: ScopedEngine) -> None:
    dataset = make_dataset(store, survey(1))
    duck = asked(store, SCOPE)
    assert duck.offered(dataset.id) == shared.offered(1)
    for where in views(shared):
        for by in (("s03",), ("s04", "day"), ("s01", "s03"), ("first:t02",), ("s02", "day")):
            assert told(duck, by, where) == told(shared, by, where)
    before = DuckEngine(store).stamp(dataset.id)
    catalogue.change_details(store, dataset.id, catalogue.Details(name="Another"))
    assert before != DuckEngine(store).stamp(dataset.id) != DuckEngine(store).stamp(99)


def test_what_was_worked_out_may_be_forgotten_at_any_time(
    shared: ScopedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    levels = {"q01": 9, "q02": 9, "s03": 6}

    def answers() -> list[Any]:
        tables = shared.pairs(1, levels, hub="q01", sums=["n01"])
        return [told(shared, ["s03", "day"]), *(sorted(map(str, table.to_pylist())) for table in tables.values())]

    expected = answers()
    monkeypatch.setattr(tellings, "MOST_KEPT", 0)
    assert answers() == expected
