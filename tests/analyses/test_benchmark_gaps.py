"""Gaps between us and others: like with like, each with its interval, and what makes a comparison unfair."""

import math
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given as for_all
from hypothesis import settings as tried
from hypothesis import strategies as st
from scipy import stats

from csat_core.analyses.benchmarks import against_industry, compare, neighbours, ours, percentile, ranking, unlike
from csat_core.analyses.best_level import BestLevel, best_level
from csat_core.analyses.breakdown import breakdown
from csat_core.analyses.past import BASELINE, BEST_QUARTER, LAST_YEAR, Past, past
from csat_core.analyses.periods import baseline
from csat_core.analyses.scorecard import Scorecard, scorecard
from csat_core.model.benchmark import Benchmark, Metric
from csat_core.model.caveat import Caveat
from csat_core.model.period import Grain
from csat_core.model.policy import DEFAULT_POLICY
from csat_core.model.view import View, first_view
from csat_core.stats.proportions import Verdict, newcombe
from csat_core.store import benchmarks
from tests.analyses.test_degenerate_inputs import DEGENERATE
from tests.conftest import Given, days, in_memory, question, segment

NORTH = [5] * 30 + [4] * 12 + [3] * 9 + [2] * 6 + [1] * 3
SOUTH = [5] * 10 + [4] * 8 + [3] * 11 + [2] * 6 + [1] * 5


def card_of(
    positions: list[int | None], scale: str = "1-5", day: str | None = None, scheme: str | None = None
) -> Scorecard:
    given: dict[str, Given] = {"Overall": question(positions, scale, scheme=scheme)}
    if day:
        given["Day"] = days([day] * len(positions))
    engine, dataset = in_memory(given)
    return scorecard(engine, dataset, first_view(dataset), DEFAULT_POLICY)


def figure(**fields: Any) -> Benchmark:
    return Benchmark(**{"name": "Rival", "value": 0.7, "metric": Metric.CSAT, "scale": "1-5", "year": 2026} | fields)


def test_the_index_against_a_constant_is_the_t_interval_of_the_mean_on_0_to_100() -> None:
    card = card_of(list(NORTH + SOUTH), day="2026-03-01")
    found = compare(card, figure(value=74.4, metric=Metric.INDEX), DEFAULT_POLICY, 0.01)
    # scipy as the independent implementation: the same answers laid on 0 to 100, one sample against 74.4
    indexed = 25 * (np.array(NORTH + SOUTH) - 1)
    low, high = stats.ttest_1samp(indexed - 74.4, 0).confidence_interval(0.95)
    assert found.ours.value == pytest.approx(indexed.mean())
    assert (found.gap.value, found.gap.low, found.gap.high) == pytest.approx((indexed.mean() - 74.4, low, high))
    assert found.verdict is Verdict.CANNOT_TELL
    assert found.comparable


def test_a_share_against_one_with_a_base_has_newcombe_s_interval_and_without_one_ours() -> None:
    card = card_of(list(NORTH + SOUTH), day="2026-03-01")
    with_base = compare(card, figure(base=200), DEFAULT_POLICY, 0.01)
    assert with_base.gap == newcombe(60, 100, 0.7 * 200, 200)
    constant = compare(card, figure(), DEFAULT_POLICY, 0.01)
    assert (constant.gap.low, constant.gap.high) == pytest.approx((card.share.low - 0.7, card.share.high - 0.7))
    assert constant.gap.high - constant.gap.low < with_base.gap.high - with_base.gap.low
    assert Caveat.BENCHMARK_EXACT in constant.caveats
    assert Caveat.BENCHMARK_EXACT not in with_base.caveats


def test_a_mean_against_one_with_a_base_has_the_spread_of_ours_on_both_sides() -> None:
    card = card_of(list(NORTH + SOUTH), day="2026-03-01")
    found = compare(card, figure(value=3.5, metric=Metric.MEAN, base=50), DEFAULT_POLICY, 0.01)
    answers = np.array(NORTH + SOUTH)
    half = stats.t.ppf(0.975, 99) * answers.std(ddof=1) * math.sqrt(1 / 100 + 1 / 50)
    assert found.gap.high - found.gap.value == pytest.approx(half)
    assert Caveat.BENCHMARK_SPREAD_ASSUMED in found.caveats


def test_nps_is_compared_where_the_question_can_give_it() -> None:
    card = card_of([11] * 50 + [9] * 30 + [1] * 20, "0-10")
    found = compare(card, figure(value=0.1, metric=Metric.NPS, scale="0-10"), DEFAULT_POLICY, 0.01)
    assert (found.ours.value, found.gap.value) == pytest.approx((0.3, 0.2))
    other = compare(card_of([5] * 50, "1-5"), figure(value=0.1, metric=Metric.NPS), DEFAULT_POLICY, 0.01)
    assert not other.comparable
    assert math.isnan(other.gap.value)
    assert Caveat.BENCHMARK_OTHER_METRIC in other.caveats


@pytest.mark.parametrize(
    ("fields", "comparable", "caveat"),
    [
        ({"scale": "1-7"}, False, Caveat.BENCHMARK_OTHER_SCALE),
        ({"scale": "0-4"}, True, None),
        ({"metric": Metric.MEAN, "value": 2.0, "scale": "0-4"}, False, Caveat.BENCHMARK_OTHER_SCALE),
        ({"metric": Metric.INDEX, "value": 70, "scale": "1-10"}, True, Caveat.BENCHMARK_OTHER_LENGTH),
        ({"scale": None}, True, Caveat.BENCHMARK_SCALE_UNKNOWN),
        ({"year": None}, True, Caveat.BENCHMARK_YEAR_UNKNOWN),
        ({"year": 2024}, True, None),
        ({"year": 2023}, True, Caveat.BENCHMARK_YEARS_APART),
        ({"year": 2029}, True, Caveat.BENCHMARK_YEARS_APART),
        ({"base": 29}, True, Caveat.BENCHMARK_SMALL_BASE),
    ],
)
def test_what_stands_in_the_way_of_a_fair_comparison_is_said(
    fields: dict[str, Any], comparable: bool, caveat: Caveat | None
) -> None:
    card = card_of(list(NORTH + SOUTH), day="2026-03-01")
    found = compare(card, figure(**fields), DEFAULT_POLICY, 0.01)
    assert found.comparable is comparable
    assert math.isnan(found.gap.value) is not comparable
    guarded = set(found.caveats) - {Caveat.BENCHMARK_EXACT}
    assert guarded == ({caveat} if caveat else set())


def test_a_rule_of_one_s_own_is_said_beside_a_share() -> None:
    card = card_of(list(NORTH + SOUTH), day="2026-03-01", scheme="strict-5")
    assert Caveat.BENCHMARK_OTHER_RULE in compare(card, figure(), DEFAULT_POLICY, 0.01).caveats


def test_the_index_of_two_answers_is_a_share_and_not_compared_with_an_average() -> None:
    card = card_of([1] * 40 + [2] * 60, "No|Yes")
    found = against_industry(card, benchmarks.national(), DEFAULT_POLICY, 0.01, is_national=True)
    assert (found.comparable, math.isnan(found.gap.value)) == (False, True)
    assert Caveat.BENCHMARK_TWO_ANSWERS in found.caveats
    assert not ranking(card, benchmarks.industries(), "Us").table["is_ours"].any()
    assert compare(card, figure(metric=Metric.INDEX, value=70, scale="No|Yes"), DEFAULT_POLICY, 0.01).comparable


@pytest.mark.parametrize(("answers", "judged"), [(29, False), (30, True)])
def test_few_answers_are_compared_but_not_judged(answers: int, judged: bool) -> None:
    found = compare(card_of([1] * answers), figure(base=500), DEFAULT_POLICY, 0.01)
    assert found.gap.value == pytest.approx(-0.7)
    assert (found.verdict is Verdict.DOWN) == judged
    assert (found.verdict is None) != judged


def test_the_smallest_difference_of_interest_is_a_share_of_the_whole_scale() -> None:
    card = card_of([4] * 5000 + [5] * 100)
    index = ours(card, Metric.INDEX).value
    for metric, value, unit in ((Metric.INDEX, index - 0.5, 100), (Metric.MEAN, 4 + 100 / 5100 - 0.02, 4)):
        found = compare(card, figure(metric=metric, value=value), DEFAULT_POLICY, 0.01)
        assert found.verdict is Verdict.TOO_SMALL
        assert 0 < found.gap.low < found.gap.high < 0.01 * unit


def test_an_industry_is_compared_by_the_index_and_the_national_score_says_that_it_stands_in() -> None:
    card = card_of(list(NORTH + SOUTH), day="2026-03-01")
    found = against_industry(card, benchmarks.national(), DEFAULT_POLICY, 0.01, is_national=True)
    assert found.gap.value == pytest.approx(ours(card, Metric.INDEX).value - 74.4)
    assert found.caveats == (
        Caveat.BENCHMARK_YEARS_APART, Caveat.BENCHMARK_EXACT, Caveat.BENCHMARK_THREE_QUESTIONS, Caveat.BENCHMARK_NATIONAL,
    )  # fmt: skip


def test_the_unlike_comparison_is_never_comparable_and_says_so() -> None:
    found = unlike(card_of(list(NORTH + SOUTH)), benchmarks.national())
    assert found.gap.value == pytest.approx(60 - 74.4)
    assert (found.comparable, found.verdict, found.caveats) == (False, None, (Caveat.BENCHMARK_SHARE_AGAINST_INDEX,))


def test_the_percentile_is_the_published_one() -> None:
    # docs.scipy.org, scipy.stats.percentileofscore: percentileofscore([1, 2, 3, 3, 4], 3, kind="mean") is 60.0
    assert percentile(3, np.array([1, 2, 3, 3, 4])) == 0.6
    values = np.array([each.value for each in benchmarks.industries()])
    for value in (0, 64, 70, 74.4, 78, 90):
        assert 100 * percentile(value, values) == pytest.approx(stats.percentileofscore(values, value, kind="mean"))
    assert math.isnan(percentile(3, np.array([])))


def test_we_stand_among_the_industries_by_our_index() -> None:
    found = ranking(card_of([4] * 40), benchmarks.industries(), "Us")
    # an index of 75: better than those of 74 and less, level with Airlines
    us = found.table[found.table["is_ours"]].iloc[0]
    values = [each.value for each in benchmarks.industries()]
    assert us["value"] == 75
    assert us["rank"] == 1 + sum(value > 75 for value in values)
    assert found.percentile.value == (sum(value < 75 for value in values) + 0.5) / 48
    assert len(found.table) == 49
    assert found.table["value"].is_monotonic_decreasing
    near = neighbours(found.table, ("Breweries",), around=2)
    assert len(near) == 6
    assert near["name"].iloc[0] == "Breweries"


def test_the_best_level_is_compared_with_everybody_else() -> None:
    given = {
        "Overall": question(NORTH + SOUTH + [5] * 20, "1-5"),
        "Region": segment(["North"] * 60 + ["South"] * 40 + ["Tiny"] * 20),
    }
    found, _ = best_of(given)
    assert found is not None
    # Tiny is all satisfied, but has no base for a test
    assert found.level == "North"
    assert found.gap.gap == newcombe(38, 60, 42, 60)
    assert found.table["level"].to_list() == ["North", "Tiny", "South"]
    south = found.table.iloc[2]
    assert south["gap"] == pytest.approx(18 / 40 - 42 / 60)
    assert math.isnan(found.table["gap"].iloc[0])
    assert math.isnan(found.table["gap"].iloc[1])


def test_a_blank_group_is_neither_the_best_nor_in_the_rest() -> None:
    given = {
        "Overall": question(NORTH + SOUTH + [5] * 50, "1-5"),
        "Region": segment([*["North"] * 60, *["South"] * 40, *[None] * 50]),
    }
    found, _ = best_of(given)
    assert found is not None
    assert (found.level, found.gap.gap) == ("North", newcombe(18, 40, 42, 60))
    blank = found.table[found.table["level"].isna()].iloc[0]
    assert (blank["base"], blank["share"]) == (50, 1.0)
    assert blank[["gap", "verdict"]].isna().all()


def best_of(given: dict[str, Given]) -> tuple[BestLevel | None, View]:
    engine, dataset = in_memory(given)
    view = first_view(dataset)
    card = scorecard(engine, dataset, view, DEFAULT_POLICY)
    levels = breakdown(engine, dataset, view, DEFAULT_POLICY, (dataset.segments[0],))
    return best_level(card, levels, dataset.segments[0], DEFAULT_POLICY, 0.01), view


def past_of(given: dict[str, Given], **changes: Any) -> Past:
    engine, dataset = in_memory(given)
    view = replace(first_view(dataset), grain=Grain.MONTH, **changes)
    return past(engine, dataset, view, scorecard(engine, dataset, view, DEFAULT_POLICY), DEFAULT_POLICY)


def two_years() -> dict[str, Given]:
    """From January 2025 on: 50 of 100, from March 2025 60 of 100 a month; in January 2026 80 of 100."""
    when, answers = [], []
    for at in range(13):
        satisfied = 80 if at == 12 else 50 if at < 2 else 60
        year, month = divmod(at, 12)
        when += [date(2025 + year, month + 1, 1 if at == 0 else 2)] * 99 + [
            Grain.MONTH.end(date(2025 + year, month + 1, 1))
        ]
        answers += [5] * satisfied + [1] * (100 - satisfied)
    return {"Overall": question(answers), "Day": days(when)}


def test_the_last_complete_period_is_set_beside_a_year_before_the_best_quarter_and_the_baseline() -> None:
    found = past_of(two_years())
    assert found.current is not None
    assert found.current.label == "2026-01"
    assert found.share.value == 0.8
    rows = {each.kind: (each.since, each.until, each.theirs.value, each.theirs.base) for each in found.found}
    assert rows == {
        LAST_YEAR: (date(2025, 1, 1), date(2025, 1, 31), 0.5, 100),
        BEST_QUARTER: (date(2025, 4, 1), date(2025, 6, 30), 0.6, 300),
        BASELINE: (date(2025, 1, 1), date(2025, 1, 30), 50 / 99, 99),
    }
    assert found.found[0].gap.gap == newcombe(80, 100, 50, 100)
    assert [each.gap.verdict for each in found.found] == [Verdict.UP] * 3


def test_the_past_may_lie_before_the_chosen_dates_and_never_after_them() -> None:
    found = past_of(two_years(), since=date(2025, 12, 1), until=date(2025, 12, 31))
    assert found.current is not None
    assert found.current.label == "2025-12"
    assert [each.kind for each in found.found] == [BEST_QUARTER, BASELINE]
    assert all(each.until < date(2025, 12, 1) for each in found.found)


@pytest.mark.parametrize(
    ("first", "since", "until"),
    [
        (date(2024, 11, 1), date(2024, 11, 1), date(2024, 11, 30)),
        (date(2024, 11, 2), date(2024, 12, 1), date(2024, 12, 30)),
        (date(2024, 12, 31), date(2025, 1, 1), date(2025, 1, 30)),
    ],
)
def test_a_baseline_is_thirty_days_from_the_first_of_a_month(first: date, since: date, until: date) -> None:
    assert (baseline(first).start, baseline(first).end) == (since, until)


@tried(max_examples=30, deadline=None)
@for_all(st.lists(st.integers(1, 5), min_size=10, max_size=60), st.floats(0, 100))
def test_a_gap_lies_within_its_interval_and_moves_one_to_one_with_the_benchmark(
    answers: list[int], value: float
) -> None:
    card = card_of(list(answers))
    at, nought = (compare(card, figure(metric=Metric.INDEX, value=v), DEFAULT_POLICY, 0.01).gap for v in (value, 0.0))
    if len(set(answers)) == 1:
        assert math.isnan(at.low)
        return
    assert at.low <= at.value <= at.high
    assert at.value == pytest.approx(nought.value - value)
    assert at.high - at.low == pytest.approx(nought.high - nought.low)


@tried(max_examples=30, deadline=None)
@for_all(st.lists(st.floats(0, 100), min_size=1, max_size=30), st.floats(0, 100))
def test_what_is_below_and_what_is_above_add_up(values: list[float], value: float) -> None:
    among = np.array(values)
    assert percentile(value, among) + percentile(-value, -among) == pytest.approx(1)


@pytest.mark.parametrize("name", DEGENERATE)
@pytest.mark.parametrize("metric", list(Metric))
def test_degenerate_answers_raise_nothing_and_hide_what_is_too_few(name: str, metric: Metric) -> None:
    given, base = DEGENERATE[name]
    engine, dataset = in_memory(given)
    view = first_view(dataset)
    card = scorecard(engine, dataset, view, DEFAULT_POLICY)
    value = {Metric.CSAT: 0.5, Metric.NPS: 0.1, Metric.INDEX: 74.4, Metric.MEAN: 1.0}[metric]
    scale = card.question.scale
    assert scale is not None
    found = compare(card, figure(metric=metric, value=value, scale=scale.name), DEFAULT_POLICY, 0.01)
    defined = base >= DEFAULT_POLICY.shown_from and (metric is not Metric.NPS or scale.points == 11)
    assert found.gap.is_defined is defined
    assert math.isnan(found.ours.value) is not defined
    table = ranking(card, benchmarks.industries(), "Us")
    has_index = base >= DEFAULT_POLICY.shown_from and scale.points > 2
    assert table.table["is_ours"].sum() == has_index
    assert math.isnan(table.percentile.value) is not has_index
    assert past(engine, dataset, view, card, DEFAULT_POLICY).found == ()
    for segment_ in dataset.segments:
        levels = breakdown(engine, dataset, view, DEFAULT_POLICY, (segment_,))
        assert best_level(card, levels, segment_, DEFAULT_POLICY, 0.01) is None


def test_equal_answers_give_a_gap_without_an_interval_and_without_a_verdict() -> None:
    gap = compare(card_of([5] * 40), figure(metric=Metric.INDEX, value=74.4), DEFAULT_POLICY, 0.01)
    assert gap.gap.value == pytest.approx(25.6)
    assert math.isnan(gap.gap.low)
    assert gap.verdict is Verdict.CANNOT_TELL
    assert Caveat.NO_SPREAD in gap.caveats
