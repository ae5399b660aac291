"""One table of degenerate datasets for every analysis: nothing raises, undefined is NaN, few is hidden."""

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np
import pandas as pd
import pytest

from csat_core.analyses.benchmarks import against_industry, compare, ranking
from csat_core.analyses.best_level import best_level
from csat_core.analyses.breakdown import breakdown
from csat_core.analyses.crossing import crossed
from csat_core.analyses.drivers import drivers, uncertainty, usual_choice, with_uncertainty
from csat_core.analyses.extremes import extremes
from csat_core.analyses.journey import journey
from csat_core.analyses.metric_bands import metric_bands, metrics
from csat_core.analyses.news import news, seen
from csat_core.analyses.onepager import onepager
from csat_core.analyses.past import past
from csat_core.analyses.responses import responses
from csat_core.analyses.rises import biggest_rise
from csat_core.analyses.roi import risk_of
from csat_core.analyses.scorecard import scorecard
from csat_core.analyses.scoring import NUMBERS
from csat_core.analyses.segments import segments, separations
from csat_core.analyses.trend import Looked, trend
from csat_core.model.benchmark import Benchmark, Metric
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Role
from csat_core.model.event import Event
from csat_core.model.measure import Measure
from csat_core.model.period import Grain
from csat_core.model.plan import Plan
from csat_core.model.policy import DEFAULT_POLICY
from csat_core.model.view import first_view
from csat_core.stats.proportions import Verdict
from csat_core.store import benchmarks
from tests.conftest import Given, days, in_memory, numbers, question, segment, texts


def given(
    positions: list[int | None],
    levels: list[str | None],
    when: list[str | None] | None = None,
    scale: str = "1-5",
) -> dict[str, Given]:
    found = {
        "Overall": question(positions, scale),
        "Speed": question(positions, scale, Role.DRIVER),
        "Region": segment(levels),
        "Minutes to reply": numbers([5.0] * len(positions)),
        "Revenue": numbers([100.0] * len(positions), Role.REVENUE),
        "Comment": texts(["said"] * len(positions)),
    }
    return found | ({"Day": days(when)} if when is not None else {})


def dated(n: int) -> list[str | None]:
    return ["2026-01-05", "2026-02-10"] * (n // 2) + ["2026-02-11"] * (n % 2)


DEGENERATE: dict[str, tuple[dict[str, Given], int]] = {
    "empty": (given([], [], []), 0),
    "one row": (given([5], ["North"], ["2026-01-05"]), 1),
    "one row without an answer": (given([None], [None], [None]), 0),
    "one level": (given([1, 2, 3, 4, 5] * 8, ["North"] * 40, dated(40)), 40),
    "all satisfied": (given([5] * 40, ["North", "South"] * 20, dated(40)), 40),
    "all dissatisfied": (given([1] * 40, ["North", "South"] * 20, dated(40)), 40),
    "blanks only": (given([None] * 40, ["North", "South"] * 20, dated(40)), 0),
    "non-answers only": (given([-1, -2, -3, -4] * 10, [None] * 40, dated(40)), 0),
    "no dates": (given([1, 2, 3, 4, 5] * 8, ["North", "South"] * 20), 40),
    "dates all blank": (given([1, 2, 3, 4, 5] * 8, ["North", "South"] * 20, [None] * 40), 40),
    "blank levels only": (given([1, 2, 3, 4, 5] * 8, [None] * 40, dated(40)), 40),
    "no segments": (
        {"Overall": question([1, 2, 3, 4, 5] * 8), "Day": days(dated(40))},
        40,
    ),
    "the question alone": ({"Overall": question([4] * 12)}, 12),
    "nine answers": (given([4] * 9, ["North"] * 9, dated(9)), 9),
    "yes and no": (given([1, 2] * 20, ["North", "South"] * 20, dated(40), "No|Yes"), 40),
    "a long scale": (given([1, 41, 81, 101] * 10, ["North", "South"] * 20, dated(40), "0-100"), 40),
}
SHOWN_FROM = DEFAULT_POLICY.shown_from


def assert_hidden_and_undefined_are_nan(table: pd.DataFrame) -> None:
    """Every number of a hidden row is NaN, every base shown is at least the threshold."""
    hidden = table["hidden"].astype(bool)
    assert table.loc[hidden, list(NUMBERS)].isna().all(axis=None)
    assert (table.loc[~hidden, "base"] >= SHOWN_FROM).all()
    assert all((len(caveats) > 0) for caveats in table.loc[hidden, "caveats"])


@pytest.mark.parametrize("name", DEGENERATE)
def test_the_scorecard_withstands(asking: Callable, name: str) -> None:  # type: ignore[type-arg]
    columns, base = DEGENERATE[name]
    engine, dataset = asking(columns)
    card = scorecard(engine, dataset, first_view(dataset), DEFAULT_POLICY)
    assert card.headline["hidden"] == (base < SHOWN_FROM)
    assert card.share.is_defined == (base >= SHOWN_FROM)
    assert (card.share.base, card.share.low <= card.share.value <= card.share.high) == (
        (base, True) if base >= SHOWN_FROM else (0, False)
    )
    assert_hidden_and_undefined_are_nan(card.periods)
    assert_hidden_and_undefined_are_nan(card.schemes)
    assert np.nansum(card.distribution["count"]) == (base if base >= SHOWN_FROM else 0)
    assert (Caveat.EMPTY_BASE in card.caveats) == (base == 0)
    assert (Caveat.HIDDEN_SMALL_BASE in card.caveats) == (0 < base < SHOWN_FROM)
    assert (Caveat.NO_DATES in card.caveats) == (dataset.since is None)
    assert card.change is None
    assert card.coverage is None
    assert card.spend.is_defined == (base >= SHOWN_FROM and "Revenue" in columns)


@pytest.mark.parametrize("name", DEGENERATE)
@pytest.mark.parametrize("grain", [None, Grain.MONTH])
def test_the_breakdown_withstands(asking: Callable, name: str, grain: Grain | None) -> None:  # type: ignore[type-arg]
    columns, base = DEGENERATE[name]
    engine, dataset = asking(columns)
    for by in ((), dataset.segments):
        table = breakdown(engine, dataset, first_view(dataset), DEFAULT_POLICY, by, grain)
        assert list(table.columns) == [
            *(["period"] if grain else []), *(column.id for column in by), *NUMBERS, "hidden", "standing", "caveats",
        ]  # fmt: skip
        assert_hidden_and_undefined_are_nan(table)
        assert np.nansum(table["base"].astype(float)) <= base
        if not by and not grain:
            assert len(table) == 1
    if grain and dataset.since is None:
        assert table.empty


@pytest.mark.parametrize("name", DEGENERATE)
def test_the_extremes_withstand(asking: Callable, name: str) -> None:  # type: ignore[type-arg]
    columns, _ = DEGENERATE[name]
    engine, dataset = asking(columns)
    found = extremes(engine, dataset, first_view(dataset), DEFAULT_POLICY)
    assert_hidden_and_undefined_are_nan(found.table)
    assert found.best is None
    assert found.worst is None


@pytest.mark.parametrize("name", DEGENERATE)
def test_the_segments_withstand(asking: Callable, name: str) -> None:  # type: ignore[type-arg]
    columns, base = DEGENERATE[name]
    nobody = segment([None] * len(columns["Overall"].values))
    engine, dataset = asking(columns | {"Again": columns.get("Region", nobody), "Nobody": nobody})
    view = first_view(dataset)
    ranking = separations(engine, dataset, view, DEFAULT_POLICY, dataset.segments)
    # North and South answered alike where they can be compared at all, but for yes and no: there they tell all
    assert set(ranking["cramers_v_corrected"].dropna().round(6)) <= {1.0 if name == "yes and no" else 0.0}
    for dimension in dataset.segments:
        for found in (
            segments(engine, dataset, view, DEFAULT_POLICY, dimension),
            segments(engine, dataset, view, DEFAULT_POLICY, dimension, roll_up=True),
            crossed(engine, dataset, view, DEFAULT_POLICY, *dataset.segments[:2]),
        ):
            assert found.total.is_defined == (base >= SHOWN_FROM)
            # no group here has both the answers for a test and a rest to be tested against
            assert (found.comparison.lowest, found.comparison.highest) == (None, None)
            shown = found.table[~found.table["hidden"].astype(bool)]
            assert shown["base"].astype(float).ge(SHOWN_FROM).all()


@pytest.mark.parametrize("name", DEGENERATE)
def test_the_return_withstands(asking: Callable, name: str) -> None:  # type: ignore[type-arg]
    columns, base = DEGENERATE[name]
    engine, dataset = asking(columns)
    card = scorecard(engine, dataset, first_view(dataset), DEFAULT_POLICY)
    found = risk_of(card)
    if base < SHOWN_FROM:
        assert found is None
        return
    assert found is not None
    assert found.before.customers.total == base
    assert found.before.csat == pytest.approx(card.share.value)
    assert math.isnan(found.before.at_risk) == ("Revenue" not in columns)
    assert (Caveat.NO_SPEND in found.caveats) == ("Revenue" not in columns)
    assert math.isnan(found.saved)
    assert math.isnan(found.value_of_a_point)
    assert found.after is None
    assert (Caveat.BINARY_RATE in found.caveats) == (name == "yes and no")


@pytest.mark.parametrize("name", DEGENERATE)
def test_the_one_pager_withstands(asking: Callable, name: str) -> None:  # type: ignore[type-arg]
    columns, base = DEGENERATE[name]
    engine, dataset = asking(columns)
    dataset = replace(dataset, plan=Plan(target=0.5))
    found = onepager(engine, dataset, first_view(dataset), DEFAULT_POLICY)
    is_shown = base >= SHOWN_FROM
    assert (found.aim is not None, found.risk is not None) == (is_shown, is_shown)
    # Speed is the outcome over again, or says nothing: no driver, no group and no period is beyond chance
    assert (found.first, found.best, found.worst, found.rise) == (None, None, None, None)
    if found.aim is not None:
        assert found.aim.distance.value == pytest.approx(found.card.share.value - 0.5)
        assert (found.aim.verdict is Verdict.CANNOT_TELL) == (
            base < DEFAULT_POLICY.tested_from or abs(found.aim.distance.value) < 0.2
        )


@pytest.mark.parametrize("name", DEGENERATE)
def test_the_pages_of_responses_withstand(asking: Callable, name: str) -> None:  # type: ignore[type-arg]
    columns, _ = DEGENERATE[name]
    engine, dataset = asking(columns)
    found = responses(engine, dataset, first_view(dataset), limit=1_000)
    assert len(found) == dataset.responses
    assert list(found.columns) == ["response_no", *(column.id for column in dataset.columns)]


@pytest.mark.parametrize("name", DEGENERATE)
@pytest.mark.parametrize("measure", [Measure.SHARE, Measure.NET, Measure.INDEX])
@pytest.mark.parametrize("rolling", [False, True])
def test_the_trend_withstands(name: str, measure: Measure, rolling: bool) -> None:
    columns, base = DEGENERATE[name]
    engine, dataset = in_memory(columns)
    dataset = replace(dataset, events=(Event(day=date(2026, 2, 1), name="Release"),))
    by = dataset.segments[0].id if dataset.segments else None
    looked = Looked(measure=measure, rolling=rolling, by=by)
    found = trend(engine, dataset, first_view(dataset), DEFAULT_POLICY, looked)
    assert_hidden_and_undefined_are_nan(found.periods)
    assert found.periods["limit_low"].isna().all()
    assert found.signal is None
    assert found.last_year is None
    assert (Caveat.NO_DATES in found.caveats) == (dataset.since is None)
    assert found.strongest is None
    assert sum(level.base for level in found.levels) <= base
    for level in found.levels:
        assert_hidden_and_undefined_are_nan(level.rows)


@pytest.mark.parametrize("name", DEGENERATE)
def test_the_journey_withstands(name: str) -> None:
    columns, base = DEGENERATE[name]
    engine, dataset = in_memory(columns)
    for stages in dataset.segments:
        found = journey(engine, dataset, first_view(dataset), DEFAULT_POLICY, stages)
        assert found.overall["hidden"] == (base < SHOWN_FROM)
        assert_hidden_and_undefined_are_nan(found.table)
        # no stage here has both the answers for a test and others to be tested against
        assert (found.weakest, found.strongest) == (None, None)
        assert len(found.changes) == len(found.table)


@pytest.mark.parametrize("name", DEGENERATE)
def test_the_bands_of_a_number_withstand(name: str) -> None:
    columns, base = DEGENERATE[name]
    engine, dataset = in_memory(columns)
    for metric in metrics(dataset):
        for cuts in ((), (5.0,), (1.0, 2.0)):
            found = metric_bands(engine, dataset, first_view(dataset), DEFAULT_POLICY, metric, cuts)
            assert_hidden_and_undefined_are_nan(found.table)
            assert not found.spread.is_defined
            assert math.isnan(found.trend.p_value)
            assert all(not met.difference.is_defined for met in found.met)
            assert np.nansum(found.table["base"].astype(float)) == (base if base >= SHOWN_FROM else 0)


@pytest.mark.parametrize("name", DEGENERATE)
@pytest.mark.parametrize("is_binary", [False, True])
def test_the_drivers_withstand(name: str, is_binary: bool) -> None:
    columns, base = DEGENERATE[name]
    engine, dataset = in_memory(columns)
    view = first_view(dataset)
    choice = replace(usual_choice(dataset, view), is_binary=is_binary)
    found = drivers(engine, dataset, view, DEFAULT_POLICY, choice)
    found = with_uncertainty(found, uncertainty(engine, dataset, view, found))
    # the only driver repeats the outcome, or nothing can be said of it: either way it explains nothing
    assert math.isnan(found.r_squared)
    assert found.together == ()
    assert found.table["importance"].isna().all()
    assert found.table["gain_satisfied"].isna().all()
    shown = found.table[~found.table["hidden"].astype(bool)]
    assert shown["base"].astype(float).between(SHOWN_FROM, base).all()


@pytest.mark.parametrize("name", DEGENERATE)
def test_the_benchmarks_withstand(name: str) -> None:
    columns, base = DEGENERATE[name]
    engine, dataset = in_memory(columns)
    view = first_view(dataset)
    card = scorecard(engine, dataset, view, DEFAULT_POLICY)
    rival = Benchmark(name="Rival", value=0.7, metric=Metric.CSAT, scale="1-5", year=2026, base=100)
    national = benchmarks.national()
    for gap in (
        compare(card, rival, DEFAULT_POLICY, 0.01),
        against_industry(card, national, DEFAULT_POLICY, 0.01, is_national=True),
    ):
        assert gap.ours.is_defined == (base >= SHOWN_FROM)
        assert gap.gap.is_defined == (gap.comparable and base >= SHOWN_FROM)
        assert (gap.verdict is None) == (base < DEFAULT_POLICY.tested_from or not gap.comparable)
    # a question with two answers has no mean index to rank
    is_ranked = base >= SHOWN_FROM and name != "yes and no"
    assert ranking(card, benchmarks.industries(), "Ours").percentile.is_defined == is_ranked
    before = past(engine, dataset, view, card, DEFAULT_POLICY)
    assert (before.current, before.share.is_defined, before.found) == (None, False, ())
    for column in dataset.segments:
        levels = breakdown(engine, dataset, view, DEFAULT_POLICY, (column,))
        assert best_level(card, levels, column, DEFAULT_POLICY, 0.01) is None


@pytest.mark.parametrize("name", DEGENERATE)
def test_rises_and_news_withstand(name: str) -> None:
    columns, base = DEGENERATE[name]
    engine, dataset = in_memory(columns)
    card = scorecard(engine, dataset, first_view(dataset), DEFAULT_POLICY)
    assert biggest_rise(card, DEFAULT_POLICY, 0.01) is None
    look = seen(card, datetime(2026, 3, 1, tzinfo=UTC))
    assert (look is None) == (base < SHOWN_FROM)
    if look is not None:
        assert look.base == base
        assert news(look, look, DEFAULT_POLICY, 0.01) is None
