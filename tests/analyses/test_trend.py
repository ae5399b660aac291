"""Trend: comparisons worked out by hand, windows around events, breaks that nothing crosses, levels and money."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csat_core.analyses.daily import daily
from csat_core.analyses.happenings import Missing
from csat_core.analyses.mentions import mentions
from csat_core.analyses.scorecard import scorecard
from csat_core.analyses.trend import Looked, Trend, trend
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Dataset, Role
from csat_core.model.event import Event, EventKind
from csat_core.model.measure import Measure
from csat_core.model.period import Grain, window
from csat_core.model.policy import DEFAULT_POLICY
from csat_core.model.view import View, first_view
from csat_core.stats.control import Signal, control_chart
from csat_core.stats.means import welch
from csat_core.stats.proportions import Verdict, newcombe
from tests.conftest import Given, days, in_memory, numbers, question, segment, texts

Round = tuple[str, int, int]
"""A day, how many answered, how many of them are satisfied (5, the others 1)."""


def survey(rounds: Sequence[Round], **more: Given) -> dict[str, Given]:
    """Answers of some days."""
    positions = [at for _, base, satisfied in rounds for at in [5] * satisfied + [1] * (base - satisfied)]
    when = [day for day, base, _ in rounds for _ in range(base)]
    return {"Overall": question(positions), "Day": days(when), **more}


def seen(
    given: dict[str, Given], events: Sequence[Event] = (), grain: Grain = Grain.MONTH, **looked: object
) -> tuple[Trend, Dataset, View]:
    """The trend of a dataset with these events."""
    engine, dataset = in_memory(given)
    dataset = replace(dataset, events=tuple(replace(event, id=at) for at, event in enumerate(events)))
    view = replace(first_view(dataset), grain=grain)
    return trend(engine, dataset, view, DEFAULT_POLICY, Looked(**looked)), dataset, view  # type: ignore[arg-type]


def at(day: str, name: str = "Release", kind: EventKind = EventKind.RELEASE, until: str | None = None) -> Event:
    return Event(day=date.fromisoformat(day), name=name, kind=kind, until=date.fromisoformat(until) if until else None)


TWO_YEARS: list[Round] = [
    (f"{2025 + m // 12}-{1 + m % 12:02d}-{31 if m == 23 else 15}", 100, 80 if m == 23 else 60) for m in range(24)
]
"""100 answers a month, 60 satisfied; 80 in the last."""


def test_the_latest_period_is_held_against_the_one_before_and_the_same_a_year_before() -> None:
    found, _, _ = seen(survey(TWO_YEARS))
    assert found.latest is not None
    assert found.latest["label"] == "2026-12"
    for comparison, label in ((found.previous, "2026-11"), (found.last_year, "2025-12")):
        assert comparison is not None
        assert comparison.previous.label == label
        assert comparison.difference == newcombe(80, 100, 60, 100)
        assert comparison.verdict is Verdict.UP


def test_the_baseline_is_the_first_thirty_days_from_the_first_of_a_month() -> None:
    found, _, _ = seen(survey([("2024-12-20", 50, 0), *TWO_YEARS]))
    assert found.baseline is not None
    assert (found.baseline.window.start, found.baseline.window.days) == (date(2025, 1, 1), 30)
    assert found.baseline.value == 0.6
    assert found.baseline.comparison is not None
    assert found.baseline.comparison.difference == newcombe(80, 100, 60, 100)


def test_the_limits_are_laneys_over_complete_periods_with_enough_answers_only() -> None:
    rounds = [*TWO_YEARS[:-1], ("2026-12-15", 20, 20), ("2027-01-03", 200, 0)]
    found, _, _ = seen(survey(rounds))
    chart = control_chart([60] * 23, [100] * 23)
    assert chart is not None
    rows = found.periods
    assert list(rows["limit_low"][:23]) == pytest.approx(list(chart.low))
    assert rows["limit_low"][23:].isna().all()
    assert rows["partial"].iloc[-1]
    assert list(rows["signal"][23:]) == [None, None]


def test_an_unusual_month_is_a_signal() -> None:
    found, _, _ = seen(survey(TWO_YEARS))
    assert found.signal is Signal.ABOVE
    assert found.has_limits


def test_means_have_welchs_interval_and_no_limits() -> None:
    found, _, _ = seen(survey(TWO_YEARS), measure=Measure.MEAN)
    assert found.previous is not None
    assert found.previous.difference == welch([20, 0, 0, 0, 80], [40, 0, 0, 0, 60], [1, 2, 3, 4, 5])
    assert Caveat.NO_LIMITS in found.caveats
    index, _, _ = seen(survey(TWO_YEARS), measure=Measure.INDEX)
    assert index.previous is not None
    assert index.previous.difference.low == pytest.approx(25 * found.previous.difference.low)


def test_a_net_score_has_the_margins_of_both_periods_added_as_variances() -> None:
    found, _, _ = seen(survey(TWO_YEARS), measure=Measure.NET)
    assert found.previous is not None
    difference = found.previous.difference
    # net 0.6 and 0.2; variance of each (p + d - (p - d)^2) / n with p + d = 1
    half = 1.959963984540054 * ((1 - 0.36) / 100 + (1 - 0.04) / 100) ** 0.5
    assert (difference.value, difference.low, difference.high) == pytest.approx((0.4, 0.4 - half, 0.4 + half))


def test_rolling_windows_end_on_each_day_and_only_those_apart_are_compared() -> None:
    start = date(2026, 1, 1)
    rounds = [((start + timedelta(days=d)).isoformat(), 2, 1 if d < 60 else 2) for d in range(90)]
    found, _, _ = seen(survey(rounds), rolling=True)
    assert len(found.periods) == 61
    assert found.periods["label"].iloc[-1] == "2026-03-02/2026-03-31"
    assert found.previous is not None
    assert (found.previous.previous.label, found.previous.difference.value) == ("2026-01-31/2026-03-01", 0.5)
    assert found.previous.current.start > found.previous.previous.end
    assert Caveat.ROLLING_OVERLAPS in found.caveats


def test_less_than_thirty_days_have_no_rolling_window() -> None:
    found, _, _ = seen(survey([("2026-01-01", 50, 20), ("2026-01-29", 50, 20)]), rolling=True)
    assert found.periods.empty
    assert found.latest is None


DAILY = [((date(2026, 1, 1) + timedelta(days=d)).isoformat(), 4, 3 if d < 100 else 1) for d in range(200)]
"""4 answers a day for 200 days; 3 satisfied until 10 April, then 1. The 100th day is 11 April."""


def test_an_event_is_judged_by_seven_weeks_on_either_side() -> None:
    found, _, _ = seen(survey(DAILY), [at("2026-04-11")])
    (effect,) = found.events
    assert effect.before_window == window(date(2026, 2, 21), date(2026, 4, 10))
    assert effect.after_window == window(date(2026, 4, 11), date(2026, 5, 29))
    assert effect.comparison is not None
    assert effect.comparison.difference == newcombe(49, 196, 147, 196)
    assert found.strongest is effect


@pytest.mark.parametrize(
    ("day", "missing", "is_in_view"),
    [
        ("2025-12-31", Missing.BEFORE_VIEW, False),
        ("2026-01-01", Missing.NOTHING_BEFORE, True),
        ("2026-01-02", None, True),
        ("2026-07-19", None, True),
        ("2026-07-20", Missing.AFTER_VIEW, False),
    ],
)
def test_an_event_without_days_on_both_sides_says_which_are_missing(
    day: str, missing: Missing | None, is_in_view: bool
) -> None:
    (effect,) = seen(survey(DAILY), [at(day)])[0].events
    assert (effect.missing, effect.is_in_view, effect.before_window is None) == (
        missing,
        is_in_view,
        missing is not None,
    )


def test_windows_end_at_the_neighbouring_event_and_stay_symmetric() -> None:
    found, _, _ = seen(survey(DAILY), [at("2026-04-01", "One"), at("2026-04-11", "Two"), at("2026-04-30", "Three")])
    two = found.events[1]
    assert two.before_window == window(date(2026, 4, 1), date(2026, 4, 10))
    assert two.after_window == window(date(2026, 4, 11), date(2026, 4, 20))


def test_what_ended_again_is_judged_by_as_many_days_as_it_lasted_and_its_end_is_a_neighbour() -> None:
    outage = at("2026-04-11", "Outage", EventKind.OUTAGE, until="2026-04-25")
    found, _, _ = seen(survey(DAILY), [outage, at("2026-05-20")])
    assert found.events[0].after_window == window(date(2026, 4, 11), date(2026, 4, 25))
    assert found.events[1].before_window is not None
    assert found.events[1].before_window.start >= date(2026, 4, 26)


def test_where_seven_weeks_hold_too_few_answers_all_days_up_to_the_neighbours_are_taken() -> None:
    found, _, _ = seen(survey([("2026-01-10", 100, 60), ("2026-09-30", 100, 70)]), [at("2026-06-01")])
    (effect,) = found.events
    assert effect.before_window == window(date(2026, 1, 10), date(2026, 5, 31))
    assert effect.after_window == window(date(2026, 6, 1), date(2026, 9, 30))
    assert effect.comparison is not None
    assert effect.comparison.difference == newcombe(70, 100, 60, 100)


@pytest.mark.parametrize(
    ("base", "is_hidden", "is_compared"), [(9, True, False), (29, False, False), (30, False, True)]
)
def test_few_answers_around_an_event_are_hidden_or_not_tested(base: int, is_hidden: bool, is_compared: bool) -> None:
    found, _, _ = seen(survey([("2026-01-10", 100, 60), ("2026-02-10", base, base)]), [at("2026-02-01")])
    (effect,) = found.events
    assert effect.after is not None
    assert bool(effect.after["hidden"]) == is_hidden
    assert (effect.comparison is not None) == is_compared
    assert (found.money[0] is not None) == is_compared


@pytest.mark.parametrize("day", ["2025-12-31", "2026-01-01", "2027-01-01"])
def test_an_event_outside_of_the_data_is_kept_without_a_comparison(day: str) -> None:
    found, _, _ = seen(survey(DAILY), [at(day)])
    assert found.events[0].comparison is None
    assert found.events[0].before is None


def test_nothing_is_compared_across_a_change_of_the_wording() -> None:
    wording = at("2026-12-01", "New scale", EventKind.WORDING)
    found, dataset, view = seen(survey(TWO_YEARS), [wording])
    assert (found.previous, found.last_year) == (None, None)
    assert found.baseline is not None
    assert found.baseline.comparison is None
    assert Caveat.BROKEN_TREND in found.caveats
    assert found.events[0].comparison is None
    assert list(found.periods["stretch"]) == [0] * 23 + [1]
    engine, _ = in_memory(survey(TWO_YEARS))
    card = scorecard(engine, dataset, view, DEFAULT_POLICY)
    assert card.change is None
    assert Caveat.BROKEN_TREND in card.caveats


def test_a_period_within_which_the_wording_changed_is_not_judged() -> None:
    found, _, _ = seen(survey(TWO_YEARS), [at("2026-12-10", "New scale", EventKind.WORDING)])
    assert list(found.periods["mixed"]) == [False] * 23 + [True]
    assert found.latest is not None
    assert found.latest["label"] == "2026-11"


def test_limits_are_those_of_each_stretch() -> None:
    rounds = [(day, base, 90 if n >= 12 else 60) for n, (day, base, _) in enumerate(TWO_YEARS)]
    found, _, _ = seen(survey(rounds), [at("2026-01-01", "New scale", EventKind.WORDING)])
    assert set(found.periods["center"][:12]) == {0.6}
    assert set(found.periods["center"][12:]) == {0.9}
    assert set(found.periods["signal"]) == {None}


def by_channel() -> dict[str, Given]:
    """App falls from 80 to 40 % on the 100th day, Web stays at 75 %; two stray answers of a third level."""
    rows = []
    for d in range(200):
        day = (date(2026, 1, 1) + timedelta(days=d)).isoformat()
        rows += [(day, "App", 5 if n < (4 if d < 100 else 2) else 1) for n in range(5)]
        rows += [(day, "Web", 5 if n < 3 else 1) for n in range(4)]
    rows += [("2026-01-05", "Fax", 5)] * 2
    return {
        "Overall": question([row[2] for row in rows]),
        "Day": days([row[0] for row in rows]),
        "Channel": segment([row[1] for row in rows]),
        "Spend": numbers([100.0] * len(rows), Role.REVENUE),
        "Comment": texts(["the app is slow" if row[1:] == ("App", 1) else None for row in rows]),
    }


def test_the_level_that_moved_with_an_event_is_found_and_the_small_one_is_left_out() -> None:
    found, _, _ = seen(by_channel(), [at("2026-04-11")], by="s01")
    assert [level.level for level in found.levels] == ["App", "Web"]
    assert found.levels_left == 1
    moved = found.strongest_level
    assert moved is not None
    assert moved.level == "App"
    assert moved.strongest is not None
    assert moved.strongest.comparison is not None
    assert moved.strongest.comparison.difference == newcombe(98, 245, 196, 245)
    assert found.levels[1].told == ()


def test_a_level_hidden_in_a_period_takes_another_with_it() -> None:
    rows = (
        [("2026-01-10", "A")] * 50 + [("2026-01-10", "B")] * 5 + [("2026-02-10", "A")] * 50 + [("2026-02-28", "B")] * 50
    )
    given = {
        "Overall": question([5] * len(rows)), "Day": days([day for day, _ in rows]),
        "Group": segment([level for _, level in rows]),
    }  # fmt: skip
    found, _, _ = seen(given, by="s01")
    hidden = {level.level: list(level.rows["hidden"]) for level in found.levels}
    assert hidden["B"][0]
    assert hidden["A"][0]


def test_money_is_worked_out_on_those_who_answered_before() -> None:
    found, _, _ = seen(by_channel(), [at("2026-04-11")])
    (worked,) = found.money
    assert worked is not None
    # before 441 answers, 343 satisfied; after 441, 245: 92 % of the dissatisfied leave, $100 each
    assert worked.before.at_risk == pytest.approx(98 * 0.92 * 100)
    assert worked.saved == pytest.approx((98 - 196) * 0.92 * 100)


def test_mentions_count_the_dissatisfied_whose_comments_hold_the_word() -> None:
    event = replace(at("2026-04-11"), word="THE APP")
    found, dataset, view = seen(by_channel(), [event])
    engine, _ = in_memory(by_channel())
    spoken = mentions(engine, dataset, view, found.events[0], DEFAULT_POLICY)
    assert spoken is not None
    assert (spoken.before, spoken.before_of, spoken.after, spoken.after_of) == (49, 98, 147, 196)
    nothing = replace(found.events[0], event=replace(event, word=" "))
    assert mentions(engine, dataset, view, nothing, DEFAULT_POLICY) is None


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 5)), min_size=1, max_size=60),
    st.integers(0, 41),
    st.integers(0, 41),
)
def test_a_window_holds_what_a_filter_by_days_would(answers: list[tuple[int, int]], a: int, b: int) -> None:
    start = date(2026, 1, 1)
    frame = pd.DataFrame(
        {"day": [start + timedelta(days=d) for d, _ in answers], "q01": [p for _, p in answers], "n": 1}
    )
    _, dataset = in_memory(survey([("2026-01-01", 1, 1)]))
    first, last = (start + timedelta(days=d) for d in sorted((a, b)))
    inside = frame[(frame["day"] >= first) & (frame["day"] <= last)]
    expected = [int((inside["q01"] == position).sum()) for position in range(1, 6)]
    assert list(daily(frame, dataset.outcome).during(window(first, last))) == expected


def test_every_measure_of_one_request_agrees_with_the_scorecard() -> None:
    found, dataset, view = seen(survey(TWO_YEARS))
    engine, _ = in_memory(survey(TWO_YEARS))
    card = scorecard(engine, dataset, view, DEFAULT_POLICY)
    assert np.array_equal(found.periods["share"], card.periods["share"])
    assert card.change == found.previous


FAR_APART: list[Round] = [("1900-01-01", 30, 20), ("2026-01-02", 30, 20), ("2099-12-31", 30, 20)]


@pytest.mark.parametrize(
    ("grain", "until", "drawn", "rows"),
    [
        (Grain.DAY, "2099-12-31", Grain.QUARTER, 800),
        (Grain.MONTH, "2099-12-31", Grain.QUARTER, 800),
        (Grain.YEAR, "2099-12-31", Grain.YEAR, 200),
        (Grain.DAY, "1904-02-09", Grain.DAY, 1_500),
        (Grain.DAY, "1904-02-10", Grain.WEEK, 215),
    ],
)
def test_days_in_another_century_do_not_make_thousands_of_periods(
    grain: Grain, until: str, drawn: Grain, rows: int
) -> None:
    rounds = [("1900-01-01", 30, 20), (until, 30, 20)]
    found, dataset, view = seen(survey(rounds), grain=grain)
    card = scorecard(in_memory(survey(rounds))[0], dataset, view, DEFAULT_POLICY)
    assert [len(found.periods), len(card.periods)] == [rows, rows]
    assert found.periods["label"].iloc[-1] == drawn.label(drawn.start(date.fromisoformat(until)))
    assert card.periods.attrs["grain"] is drawn
    for caveats in (found.caveats, card.caveats):
        assert (Caveat.LONGER_PERIODS in caveats) == (drawn is not grain)


def test_only_the_last_windows_are_drawn_where_there_would_be_too_many() -> None:
    found, _, _ = seen(survey(FAR_APART), rolling=True)
    assert len(found.periods) == 1_500
    assert found.periods["end"].iloc[-1] == date(2099, 12, 31)
    assert Caveat.LAST_WINDOWS in found.caveats
    assert Caveat.LAST_WINDOWS not in seen(survey(TWO_YEARS), rolling=True)[0].caveats


def test_a_chosen_period_brings_short_periods_back() -> None:
    engine, dataset = in_memory(survey(FAR_APART))
    view = replace(first_view(dataset), grain=Grain.DAY, since=date(2026, 1, 1), until=date(2026, 1, 31))
    found = trend(engine, dataset, view, DEFAULT_POLICY)
    assert list(found.periods["label"]) == ["2026-01-02"]
    assert Caveat.LONGER_PERIODS not in found.caveats
