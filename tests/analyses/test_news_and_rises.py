"""What changed since the last look, and which period rose beyond chance."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given as for_all
from hypothesis import settings as tried
from hypothesis import strategies as st

from csat_core.analyses.extremes import extremes
from csat_core.analyses.news import news, seen
from csat_core.analyses.rises import biggest_rise
from csat_core.analyses.scorecard import Scorecard, scorecard
from csat_core.model.dataset import Role
from csat_core.model.look import Seen
from csat_core.model.period import Grain
from csat_core.model.policy import DEFAULT_POLICY
from csat_core.model.view import first_view
from csat_core.stats.proportions import Verdict, newcombe
from tests.conftest import days, in_memory, question, segment

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)


def looked(base: int, satisfied: int, **changes: str) -> Seen:
    return replace(Seen(question="q01", scheme="top2-of-5", base=base, satisfied=satisfied, at=NOW), **changes)


def test_the_new_answers_are_judged_against_those_before() -> None:
    found = news(looked(1000, 724), looked(1412, 1015), DEFAULT_POLICY, 0.01)
    assert found is not None
    assert (found.new, found.then, found.now) == (412, 0.724, 1015 / 1412)
    assert found.difference == newcombe(291, 412, 724, 1000)
    assert found.verdict is Verdict.CANNOT_TELL


@pytest.mark.parametrize(
    ("before", "now", "new"),
    [
        (looked(100, 60), looked(90, 55), -10),
        (looked(100, 60), looked(129, 80), 29),
        (looked(100, 60), looked(140, 110), 40),
        (looked(100, 60), looked(100, 70), 0),
    ],
    ids=["taken back", "too few new", "old answers changed", "answers changed alone"],
)
def test_what_cannot_be_judged_is_told_without_a_verdict(before: Seen, now: Seen, new: int) -> None:
    found = news(before, now, DEFAULT_POLICY, 0.01)
    assert found is not None
    assert (found.new, found.verdict) == (new, None)


@pytest.mark.parametrize(
    "before", [None, looked(100, 60), looked(90, 50, question="q02"), looked(90, 50, scheme="top1")]
)
def test_nothing_new_and_another_question_are_no_news(before: Seen | None) -> None:
    assert news(before, looked(100, 60), DEFAULT_POLICY, 0.01) is None


@pytest.mark.parametrize(("answers", "is_seen"), [(9, False), (10, True)])
def test_a_hidden_score_is_not_kept(answers: int, is_seen: bool) -> None:
    engine, dataset = in_memory({"Overall": question([5] * answers)})
    found = seen(scorecard(engine, dataset, first_view(dataset), DEFAULT_POLICY), NOW)
    assert (found is not None) == is_seen


def by_month(*satisfied: int, base: int = 100) -> Scorecard:
    positions, when = [], []
    for month, count in enumerate(satisfied, 1):
        positions += [5] * count + [1] * (base - count)
        when += [f"2026-{month:02d}-10"] * base
    when[-1] = f"2026-{len(satisfied):02d}-{Grain.MONTH.end(NOW.date().replace(month=len(satisfied), day=1)).day}"
    engine, dataset = in_memory({"Overall": question(positions), "Day": days(when)})
    view = replace(first_view(dataset), grain=Grain.MONTH)
    return scorecard(engine, dataset, view, DEFAULT_POLICY)


def test_the_biggest_rise_is_between_two_neighbouring_periods() -> None:
    found = biggest_rise(by_month(50, 80, 60, 70), DEFAULT_POLICY, 0.01)
    assert found is not None
    assert (found.change.current.label, found.change.previous.label, found.among) == ("2026-02", "2026-01", 3)
    assert found.change.difference == newcombe(80, 100, 50, 100)


def test_a_rise_among_many_must_stand_out_from_all_of_them() -> None:
    # alone 60 against 46 of 100 has p = 0.048; Holm asks for less than 0.05 / 3
    assert biggest_rise(by_month(46, 60), DEFAULT_POLICY, 0.01) is not None
    assert biggest_rise(by_month(46, 60, 60, 60), DEFAULT_POLICY, 0.01) is None


@pytest.mark.parametrize(
    ("satisfied", "base"),
    [((), 100), ((50,), 100), ((0, 0), 100), ((100, 100), 100), ((80, 50), 100), ((5, 25), 29)],
    ids=["empty", "one period", "nobody", "everybody", "a fall", "too few"],
)
def test_no_rise_is_found_where_there_is_none(satisfied: tuple[int, ...], base: int) -> None:
    if not satisfied:
        engine, dataset = in_memory({"Overall": question([])})
        card = scorecard(engine, dataset, first_view(dataset), DEFAULT_POLICY)
    else:
        card = by_month(*satisfied, base=base)
    assert biggest_rise(card, DEFAULT_POLICY, 0.01) is None


@tried(max_examples=12, deadline=None)
@for_all(st.lists(st.integers(0, 100), min_size=2, max_size=8))
def test_a_rise_is_always_one_beyond_noise(satisfied: list[int]) -> None:
    found = biggest_rise(by_month(*satisfied), DEFAULT_POLICY, 0.01)
    rises = [now - before for before, now in pairwise(satisfied)]
    if found is None:
        assert max(rises) < 40
    else:
        assert found.change.difference.low > 0
        assert round(100 * found.change.difference.value) in rises


def test_the_weakest_stage_is_told_though_another_group_is_worse() -> None:
    given = {
        "Overall": question([5] * 50 + [1] * 50 + [5] * 90 + [1] * 10 + [1] * 40),
        "Stage": segment(["Return"] * 100 + ["Order"] * 100 + [None] * 40, Role.TOUCHPOINT),
        "Channel": segment(["Web"] * 200 + ["Phone"] * 40),
    }
    engine, dataset = in_memory(given)
    found = extremes(engine, dataset, first_view(dataset), DEFAULT_POLICY)
    assert found.worst is not None
    assert found.worst.level in ("Phone", None)
    best, worst = found.among(Role.TOUCHPOINT)
    assert best is not None
    assert best.level == "Order"
    assert worst is not None
    assert worst.segment.name == "Stage"
    assert found.among(Role.AGENT) == (None, None)
