"""The scorecard over time and against the silent: changes, chosen periods, revenue and coverage."""

from dataclasses import replace
from datetime import date

import pytest

from csat_core.analyses.scorecard import Scorecard, scorecard
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Dataset, Role
from csat_core.model.period import Grain
from csat_core.model.policy import DEFAULT_POLICY
from csat_core.model.predicate import OneOf
from csat_core.model.scope import Scope
from csat_core.model.view import View, first_view
from csat_core.stats.proportions import Verdict, finite_wilson, newcombe, wilson
from tests.conftest import Given, days, in_memory, numbers, question, segment


def card_of(given: dict[str, Given], scope: Scope | None = None, **changes: object) -> Scorecard:
    """The scorecard of these columns; `changes` to the first view."""
    engine, dataset = in_memory(given, scope) if scope else in_memory(given)
    return scorecard(engine, dataset, replace(first_view(dataset), **changes), DEFAULT_POLICY)  # type: ignore[arg-type]


def monthly(counts: dict[str, tuple[int, int]], blanks: int = 0) -> dict[str, Given]:
    """So many satisfied of so many answers on each day."""
    positions: list[int | None] = []
    when: list[date | str | None] = []
    for day, (satisfied, base) in counts.items():
        positions += [5] * satisfied + [1] * (base - satisfied) + [None] * blanks
        when += [day] * (base + blanks)
    return {"Overall": question(positions), "Day": days(when)}


def test_the_change_is_the_last_complete_period_against_the_one_before() -> None:
    card = card_of(
        monthly({"2026-01-31": (60, 100), "2026-02-28": (50, 100), "2026-03-31": (80, 100)}), grain=Grain.MONTH
    )
    assert card.change is not None
    assert (card.change.current.label, card.change.previous.label) == ("2026-03", "2026-02")
    assert card.change.difference == newcombe(80, 100, 50, 100)
    assert card.change.verdict is Verdict.UP
    assert card.periods["partial"].tolist() == [False, False, False]
    assert (card.since, card.until) == (date(2026, 1, 31), date(2026, 3, 31))


def test_the_change_skips_a_partial_period_at_the_end() -> None:
    card = card_of(
        monthly({"2026-01-31": (60, 100), "2026-02-28": (50, 100), "2026-03-30": (80, 100)}), grain=Grain.MONTH
    )
    assert card.change is not None
    assert (card.change.current.label, card.change.previous.label) == ("2026-02", "2026-01")
    assert card.change.difference == newcombe(50, 100, 60, 100)
    assert card.periods["partial"].tolist() == [False, False, True]


def test_the_change_skips_periods_that_are_empty_or_too_small_to_test() -> None:
    counts = {"2026-01-31": (60, 100), "2026-03-31": (29, 29), "2026-04-30": (90, 100), "2026-06-30": (0, 0)}
    card = card_of(monthly(counts, blanks=1), grain=Grain.MONTH)
    assert card.periods["label"].tolist() == [f"2026-0{n}" for n in range(1, 7)]
    assert card.periods["hidden"].tolist() == [False, True, False, False, True, True]
    assert card.change is not None
    assert (card.change.current.label, card.change.previous.label) == ("2026-04", "2026-01")


@pytest.mark.parametrize(("base", "is_compared"), [(29, False), (30, True)])
def test_a_period_is_compared_from_thirty_answers(base: int, is_compared: bool) -> None:
    card = card_of(monthly({"2026-01-31": (20, 40), "2026-02-28": (base, base)}), grain=Grain.MONTH)
    assert (card.change is not None) == is_compared
    assert (Caveat.NO_COMPLETE_PREVIOUS_PERIOD in card.caveats) == (not is_compared)


def test_a_filter_does_not_make_a_finished_period_partial() -> None:
    given = monthly({"2026-01-31": (20, 40), "2026-02-20": (30, 40), "2026-03-31": (0, 1)})
    given["Region"] = segment(["North"] * 80 + ["South"])
    card = card_of(given, grain=Grain.MONTH, filters=(OneOf(column="s01", values=("North",)),))
    assert card.periods["label"].tolist() == ["2026-01", "2026-02"]
    assert card.periods["partial"].tolist() == [False, False]
    assert card.change is not None
    assert card.change.difference == newcombe(30, 40, 20, 40)


@pytest.mark.parametrize(
    ("since", "until", "base", "partial"),
    [
        (None, None, 90, [False, False, False]),
        ("2026-01-01", "2026-03-31", 90, [False, False, False]),
        ("2026-01-05", "2026-03-31", 90, [False, False, False]),
        ("2026-01-06", "2026-03-31", 60, [False, False]),
        ("2026-02-01", "2026-03-31", 60, [False, False]),
        ("2026-02-10", None, 60, [True, False]),
        ("2026-02-11", None, 30, [False]),
        (None, "2026-03-31", 90, [False, False, False]),
        (None, "2026-03-30", 60, [False, False]),
        (None, "2026-02-10", 60, [False, True]),
        (None, "2026-02-09", 30, [False]),
    ],
)
def test_a_chosen_period_holds_its_first_and_its_last_day(
    since: str | None, until: str | None, base: int, partial: list[bool]
) -> None:
    given = monthly({"2026-01-05": (20, 30), "2026-02-10": (20, 30), "2026-03-31": (20, 30)})
    chosen = {name: date.fromisoformat(day) if day else None for name, day in (("since", since), ("until", until))}
    card = card_of(given, grain=Grain.MONTH, **chosen)
    assert card.headline["base"] == base
    assert card.periods["partial"].tolist() == partial


def test_a_weighted_file_says_that_its_weights_are_not_applied() -> None:
    card = card_of({"Overall": question([5] * 20), "Weight": numbers([2.0] * 20, Role.WEIGHT)})
    assert Caveat.UNWEIGHTED in card.caveats
    assert Caveat.NO_DATES in card.caveats


@pytest.mark.parametrize(("with_revenue", "is_shown"), [(9, False), (10, True)])
def test_the_average_revenue_is_hidden_like_any_number_of_too_few(with_revenue: int, is_shown: bool) -> None:
    revenue: list[float | None] = [float(10 * n) for n in range(1, with_revenue + 1)]
    rest = 40 - with_revenue
    card = card_of({"Overall": question([5] * 40), "Spend": numbers(revenue + [None] * rest, Role.REVENUE)})
    assert card.spend.is_defined == is_shown
    if is_shown:
        # R: t.test(seq(10, 100, 10))$conf.int is 33.34149 76.65851
        assert (card.spend.value, card.spend.base) == (55, 10)
        assert (card.spend.low, card.spend.high) == pytest.approx((33.34149, 76.65851), abs=1e-5)


def covered(dataset_changes: dict[str, int], given: dict[str, Given], view_changes: dict[str, object]) -> Scorecard:
    engine, dataset = in_memory(given)
    changed: Dataset = replace(dataset, **dataset_changes)  # type: ignore[arg-type]
    view: View = replace(first_view(dataset), **view_changes)  # type: ignore[arg-type]
    return scorecard(engine, changed, view, DEFAULT_POLICY)


def test_coverage_says_what_the_silent_could_change() -> None:
    found = covered({"customers": 1_000}, {"Overall": question([5] * 100 + [1] * 150)}, {}).coverage
    assert found is not None
    assert (found.answered, found.population, found.is_invited, found.from_column) == (250, 1_000, False, False)
    assert found.rate == wilson(250, 1_000)
    assert found.share == finite_wilson(100, 250, 1_000)
    assert (found.worst, found.best) == (0.1, 0.85)


def test_the_invited_are_the_population_before_the_customers_and_a_column_before_both() -> None:
    plain = {"Overall": question([5] * 100)}
    invited = covered({"customers": 1_000, "invited": 400}, plain, {}).coverage
    assert invited is not None
    assert (invited.population, invited.is_invited) == (400, True)
    column = covered({"customers": 1_000}, plain | {"Invited": numbers([3.0] * 100, Role.INVITED)}, {}).coverage
    assert column is not None
    assert (column.population, column.is_invited, column.from_column) == (300, True, True)


def test_typed_totals_are_not_used_for_a_part_of_the_data() -> None:
    given = {"Overall": question([5] * 100), "Region": segment(["North", "South"] * 50)}
    north = OneOf(column="s01", values=("North",))
    assert covered({"invited": 400}, given, {}).coverage is not None
    assert covered({"invited": 400}, given, {"filters": (north,)}).coverage is None
    assert covered({"invited": 99}, given, {}).coverage is None
    engine, dataset = in_memory(given, Scope(locked=(north,)))
    shared = scorecard(engine, replace(dataset, invited=400), first_view(dataset), DEFAULT_POLICY)
    assert (shared.headline["base"], shared.coverage) == (50, None)
