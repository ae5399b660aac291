"""What a link shows of the demo data: every analysis of every page, under every filter, without a small group in it."""

import math
import shutil
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from csat_core import words
from csat_core.analyses import sharing
from csat_core.analyses.answers import with_question
from csat_core.analyses.bands import proposed_cuts
from csat_core.analyses.benchmarks import Gap
from csat_core.analyses.best_level import best_level
from csat_core.analyses.breakdown import breakdown
from csat_core.analyses.crossing import crossed
from csat_core.analyses.drivers import DriverChoice, drivers, uncertainty, usual_choice, with_uncertainty
from csat_core.analyses.extremes import extremes
from csat_core.analyses.journey import journey, stage_columns
from csat_core.analyses.mentions import mentions
from csat_core.analyses.metric_bands import metric_bands, metrics
from csat_core.analyses.onepager import onepager
from csat_core.analyses.past import past
from csat_core.analyses.responses import count_of, responses
from csat_core.analyses.rises import biggest_rise
from csat_core.analyses.scorecard import scorecard
from csat_core.analyses.segments import segments
from csat_core.analyses.trend import Looked, trend
from csat_core.engine import POOLED, DuckEngine, ScopedEngine
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Dataset, Role
from csat_core.model.derived import banded, customer_kinds
from csat_core.model.estimate import UNDEFINED, Estimate
from csat_core.model.period import Grain
from csat_core.model.plan import Goal, Plan, QuestionPlan
from csat_core.model.policy import DEFAULT_POLICY as POLICY
from csat_core.model.predicate import Between, OneOf
from csat_core.model.scope import OutOfScopeError, Scope
from csat_core.model.view import View, first_view
from csat_core.store import Store, benchmarks, catalogue, open_store
from csat_core.words import overview, trends
from csat_core.words import past as past_words

FREE = ("Region", "Channel")


@pytest.fixture(scope="module")
def store(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = open_store(shutil.copy(demo_file, tmp_path_factory.mktemp("sharing") / "demo.duckdb"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def whole(store: Store) -> Dataset:
    return catalogue.find_dataset(store, "Demo")


def scope_of(whole: Dataset, **changes: Any) -> Scope:
    view = first_view(whole)
    free = tuple(OneOf(column=column.id, values=column.levels) for name in FREE for column in [whole.find(name)])
    given: dict[str, Any] = {
        "datasets": frozenset({whole.id}), "rows": False, "shown_from": POLICY.shown_from, "grain": view.grain,
        "questions": frozenset({view.question}), "drivers": frozenset(column.id for column in whole.drivers),
        "groups": sharing.groups_of(whole), "free": free,
    }  # fmt: skip
    return Scope(**given | changes)


@pytest.fixture(scope="module")
def engine(store: Store, whole: Dataset) -> ScopedEngine:
    return DuckEngine(store).within(scope_of(whole))


@pytest.fixture(scope="module")
def shown(engine: ScopedEngine, whole: Dataset) -> Dataset:
    return sharing.narrowed(engine, whole)


def test_readers_know_no_texts_no_agents_and_only_the_shared_questions(whole: Dataset, shown: Dataset) -> None:
    names = {column.name: column.role for column in shown.columns}
    assert names == {
        "Overall satisfaction": Role.OUTCOME, "Survey date": Role.TIME, "Invited": Role.INVITED,
        **{driver.name: Role.DRIVER for driver in whole.drivers}, "Channel": Role.SEGMENT, "Region": Role.SEGMENT,
        "Product": Role.SEGMENT, "Touchpoint": Role.TOUCHPOINT, "Tenure": Role.SEGMENT, "Minutes to reply": Role.METRIC,
        "Yearly revenue (once a customer)": Role.REVENUE, "Customer ID": Role.CUSTOMER,
    }  # fmt: skip
    assert (shown.answers, shown.responses) == (12_071, 30_000)
    assert (shown.since, shown.until) == (whole.since, whole.until)
    assert shown.outcome.answered == whole.outcome.answered
    assert shown.column("s02").levels == ("South", "Northeast", "Midwest", POOLED)
    assert shown.column("s04").levels == whole.column("s04").levels
    assert all(not event.note and not event.word for event in shown.events)
    assert len(shown.events) == len(whole.events)


def test_goals_and_owners_are_told_on_the_one_pager_alone_and_nothing_else_of_the_plan(
    store: Store, whole: Dataset
) -> None:
    plan = Plan(
        goals=(Goal(text="75 % by summer", owner="Ann"),), purpose="secret", outcome="q02", target=0.75, drivers=("q03", "t02"),
        asked=(QuestionPlan(column="q03", text="secret", owner="Bob"), QuestionPlan(column="t02", owner="Eve")),
    )  # fmt: skip
    planned = replace(whole, plan=plan, owner="Ann")
    for page, goals, asked in (
        ("onepager", plan.goals, (QuestionPlan(column="q03", owner="Bob"),)),
        ("overview", (), ()),
    ):
        scope = scope_of(whole, pages=frozenset({page}), groups=frozenset(), free=())
        shown = sharing.narrowed(DuckEngine(store).within(scope), planned)
        assert shown.plan == Plan(goals=goals, asked=asked, drivers=("q03",))
        assert shown.owner is None
        # the target is one of the main question
        main = sharing.narrowed(DuckEngine(store).within(scope), replace(planned, plan=replace(plan, outcome="q01")))
        assert (main.plan.target, main.plan.outcome) == (0.75, "q01")


def test_a_locked_view_narrows_what_readers_know(store: Store, whole: Dataset) -> None:
    locked = (
        OneOf(column="s02", values=("South",)),
        Between(column="day", low=date(2025, 3, 10), high=date(2025, 8, 20)),
    )
    scope = scope_of(whole, locked=locked, free=(), drivers=frozenset(), groups=frozenset({"s03"}), grain=Grain.MONTH)
    shown = sharing.narrowed(DuckEngine(store).within(scope), whole)
    assert (shown.since, shown.until) == (date(2025, 3, 1), date(2025, 8, 20))  # from 10 March: that month is not whole
    assert {column.role for column in shown.columns} == {
        Role.OUTCOME, Role.TIME, Role.SEGMENT, Role.REVENUE, Role.INVITED,
    }  # fmt: skip
    assert shown.responses < whole.responses / 3
    tiny = replace(scope, locked=(OneOf(column="s02", values=("Puerto Rico",)),))
    with pytest.raises(OutOfScopeError):
        sharing.narrowed(DuckEngine(store).within(tiny), whole)


def test_where_every_period_is_too_small_nothing_says_that_there_are_no_dates(store: Store, whole: Dataset) -> None:
    engine = DuckEngine(store).within(
        scope_of(whole, locked=(OneOf(column="s02", values=("South",)),), free=(), grain=Grain.DAY, shown_from=100)
    )
    shown, view = sharing.narrowed(engine, whole), replace(first_view(whole), grain=Grain.DAY)
    assert (shown.has_days, shown.is_dated, shown.responses > 100) == (False, True, True)
    card = scorecard(engine, shown, view, POLICY)
    no_gap = Gap(
        benchmark=benchmarks.national(), ours=UNDEFINED, gap=UNDEFINED, verdict=None, comparable=False, caveats=()
    )
    change = overview.key_numbers(card, None, no_gap)[1]
    assert (change.label, change.value, change.small) == ("Change", "–", "periods are not shown")
    assert words.period_words(shown, view) == "dates not shown"
    found = trend(engine, shown, view, POLICY)
    why = {
        trends.undated(shown),
        trends.sentence(found),
        past_words.nothing(card, past(engine, shown, view, card, POLICY)),
    }
    assert why == {Caveat.DATES_WITHHELD.words}
    of_stages = journey(engine, shown, view, POLICY, stage_columns(shown)[0])
    for each in (card, found, of_stages):
        assert Caveat.DATES_WITHHELD in each.caveats
        assert not {Caveat.NO_DATES, Caveat.NO_COMPLETE_PREVIOUS_PERIOD} & {*each.caveats}


def test_without_a_guard_a_dataset_is_as_it_is(store: Store, whole: Dataset) -> None:
    assert sharing.narrowed(DuckEngine(store).within(), whole) is whole


def test_levels_are_offered_where_every_combination_is_large_enough(engine: ScopedEngine, whole: Dataset) -> None:
    regions, channels = sharing.offered(engine, whole)
    # West stands back with the two small regions: what is left beside all that are offered must be large as well
    assert regions.values == ("South", "Northeast", "Midwest")
    assert channels.values == whole.find("Channel").levels


def bases(found: Any) -> Iterator[tuple[str, float]]:
    """Every base in a result, however deep."""
    if isinstance(found, Estimate):
        yield "estimate", found.base
    elif isinstance(found, pd.DataFrame):
        for name in ("base", "n", "answered"):
            if name in found:
                yield from ((name, float(n)) for n in found[name].astype(float) if not math.isnan(n))
    elif isinstance(found, pd.Series):
        yield from ((str(name), float(n)) for name, n in found.items() if name == "base")
    elif is_dataclass(found) and not isinstance(found, type):
        for field in fields(found):
            yield from bases(getattr(found, field.name))
    elif isinstance(found, dict):
        for each in found.values():
            yield from bases(each)
    elif isinstance(found, tuple):
        for each in found:
            yield from bases(each)


def everything(engine: ScopedEngine, shown: Dataset, view: View) -> Iterator[tuple[str, Any]]:
    """What the pages show of one view; what only works with the numbers of others is left to their tests."""
    card = scorecard(engine, shown, view, POLICY)
    yield "scorecard", card
    yield "rise", biggest_rise(card, POLICY, 0.01)
    yield "past", past(engine, shown, view, card, POLICY)
    for by in (None, "s03", "s01"):
        yield f"trend by {by}", trend(engine, shown, view, POLICY, Looked(by=by))
    for stages in stage_columns(shown)[:2]:
        yield f"journey along {stages.name}", journey(engine, shown, view, POLICY, stages)
    for metric in metrics(shown):
        yield "bands", metric_bands(engine, shown, view, POLICY, metric)
    tables = with_question(engine, shown, view)
    yield "extremes", extremes(engine, shown, view, POLICY, tables)
    for column in shown.segments:
        levels = breakdown(engine, shown, view, POLICY, (column,))
        yield f"levels of {column.name}", levels
        yield f"best of {column.name}", best_level(card, levels, column, POLICY, 0.01)
    kinds = customer_kinds(shown)
    assert kinds is not None
    for column in (shown.column("s03"), kinds):
        yield "segments", segments(engine, shown, view, POLICY, column)
    for first, second in (("s03", "s06"), ("s02", "s04")):
        yield "crossing", crossed(engine, shown, view, POLICY, shown.column(first), shown.column(second))
    yield "onepager", onepager(engine, shown, view, POLICY)
    yield "drivers", drivers(engine, shown, view, POLICY, usual_choice(shown, view), tables)


def views(offered: tuple[OneOf, ...], shown: Dataset) -> Iterator[View]:
    """Without a filter, with one, and with two."""
    regions, channels = ((OneOf(column=each.column, values=each.values[-1:]),) for each in offered)
    for filters in ((), channels, regions + channels):
        yield replace(first_view(shown), filters=filters)


def test_no_table_of_any_page_holds_a_small_group_under_any_filter(
    engine: ScopedEngine, whole: Dataset, shown: Dataset
) -> None:
    seen = 0
    for view in views(sharing.offered(engine, whole), shown):
        for what, found in everything(engine, shown, view):
            small = [each for each in bases(found) if 0 < each[1] < POLICY.shown_from]
            assert not small, (what, view.filters, small)
            seen += sum(1 for _ in bases(found))
    assert seen > 1_000


def test_a_link_says_of_large_groups_what_the_pages_say(
    engine: ScopedEngine, store: Store, whole: Dataset, shown: Dataset
) -> None:
    """Nothing is too small in time, and the sums of money are over everybody."""
    view, plain = first_view(shown), DuckEngine(store).within()
    ours, theirs = scorecard(engine, shown, view, POLICY), scorecard(plain, whole, first_view(whole), POLICY)
    pd.testing.assert_series_equal(ours.headline, theirs.headline)
    names = ["start", "end", "partial", "base", "share", "low", "high"]
    pd.testing.assert_frame_equal(ours.periods[names], theirs.periods[names])
    assert (ours.change, ours.spend, ours.non_answers) == (theirs.change, theirs.spend, theirs.non_answers)
    assert (ours.since, ours.until) == (theirs.since, theirs.until)
    one, other = (
        segments(its, data, view, POLICY, data.column("s02")).table.set_index("level")["base"]
        for its, data in ((engine, shown), (plain, whole))
    )
    large = ["South", "Northeast", "Midwest"]
    assert one[large].tolist() == other[large].tolist()
    assert one[POOLED] == theirs.headline["base"] - other[large].sum()
    found, same = (
        journey(its, data, view, POLICY, data.column("s04")) for its, data in ((engine, shown), (plain, whole))
    )
    assert found.table["stage"].tolist() == same.table["stage"].tolist()
    assert found.table["share"].tolist() == same.table["share"].tolist()
    assert trend(engine, shown, view, POLICY).events == ()


@pytest.mark.parametrize("day", [10, 1])
def test_a_locked_beginning_within_a_period_leaves_that_period_partial(store: Store, whole: Dataset, day: int) -> None:
    assert whole.since is not None
    since = date(whole.since.year + 1, 1, day)
    view = replace(first_view(whole), since=since, grain=Grain.MONTH)
    engine = DuckEngine(store).within(scope_of(whole, locked=view.where, grain=Grain.MONTH))
    shown = sharing.narrowed(engine, whole)
    ours, theirs = scorecard(engine, shown, view, POLICY), scorecard(DuckEngine(store).within(), whole, view, POLICY)
    assert ours.periods["partial"].tolist() == theirs.periods["partial"].tolist()
    assert bool(ours.periods["partial"].iloc[0]) is (day > 1)


def test_the_intervals_of_the_drivers_are_those_of_the_page(
    engine: ScopedEngine, store: Store, whole: Dataset, shown: Dataset
) -> None:
    tables = []
    for its, data in ((engine, shown), (DuckEngine(store).within(), whole)):
        view = first_view(data)
        found = drivers(its, data, view, POLICY, DriverChoice(drivers=("q02", "q03", "q05")))
        tables.append(with_uncertainty(found, uncertainty(its, data, view, found)).table.drop(columns="caveats"))
    pd.testing.assert_frame_equal(*tables)


def test_what_takes_single_days_words_or_answers_is_refused(engine: ScopedEngine, whole: Dataset) -> None:
    view, minutes = first_view(whole), whole.find("Minutes to reply")
    event = trend(unguarded(engine), whole, view, POLICY).events[0]
    refused: list[Callable[[], Any]] = [
        lambda: trend(engine, whole, view, POLICY, Looked(rolling=True)),
        lambda: trend(engine, whole, view, POLICY, Looked(by=whole.find("Agent").id)),
        lambda: mentions(engine, whole, view, replace(event, event=replace(event.event, word="slow")), POLICY),
        lambda: responses(engine, whole, view),
        lambda: count_of(engine, whole, view, search="slow"),
        lambda: metric_bands(engine, whole, view, POLICY, minutes, (7.0,)),
        lambda: segments(engine, whole, view, POLICY, banded(minutes, (7.0,))),
        lambda: scorecard(engine, whole, replace(view, question="q02"), POLICY),
        lambda: scorecard(engine, whole, replace(view, since=date(2026, 1, 1)), POLICY),
        lambda: scorecard(engine, whole, replace(view, filters=(OneOf(column="s03", values=("Plants",)),)), POLICY),
        lambda: with_question(engine, whole, view),
    ]
    for ask in refused:
        with pytest.raises(OutOfScopeError):
            ask()
    assert proposed_cuts(engine, whole, view, minutes) == (3, 5, 10, 60, 1440)
    assert metric_bands(engine, whole, view, POLICY, minutes, (3.0, 10.0, 60.0)).cuts == (3, 10, 60)


def unguarded(engine: ScopedEngine) -> ScopedEngine:
    """The same data without a guard."""
    return ScopedEngine(engine._engine, Scope())
