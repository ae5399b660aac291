"""Rounds: the last of several stands for the customers, and no small one is given away."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from csat_core.analyses import answers
from csat_core.analyses.daily import daily
from csat_core.analyses.periods import rules_of
from csat_core.analyses.roi import customers_now, customers_of, risk_of
from csat_core.analyses.rounds import last_round
from csat_core.analyses.scorecard import Scorecard, scorecard
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Role
from csat_core.model.period import ROUNDS_APART, Grain
from csat_core.model.policy import DEFAULT_POLICY
from csat_core.model.view import first_view
from tests.conftest import days, in_memory, numbers, question

BEFORE = [1] * 20 + [3] * 20 + [5] * 60
AFTER = [1] * 10 + [3] * 20 + [5] * 70
FIRST = date(2026, 3, 1)


def card_of(*rounds: tuple[list[int], date], since: date | None = None) -> Scorecard:
    """The scorecard of answers given in rounds, each on one day; $400 a year in the first, $500 in the others."""
    positions = [at for answers, _ in rounds for at in answers]
    when: list[date | str | None] = [day for answers, day in rounds for _ in answers]
    spend = [400.0 if day == rounds[0][1] else 500.0 for answers, day in rounds for _ in answers]
    given = {"Overall": question(positions), "Day": days(when), "Spend": numbers(spend, Role.REVENUE)}
    engine, dataset = in_memory(given)
    return scorecard(engine, dataset, replace(first_view(dataset), since=since), DEFAULT_POLICY)


def test_the_last_round_stands_for_the_customers_with_its_own_revenue() -> None:
    second = date(2026, 9, 30)
    card = card_of((BEFORE, FIRST), (AFTER, second))
    assert card.last_round is not None
    assert (card.last_round.of, card.last_round.window.start, card.last_round.window.end) == (2, second, second)
    found = customers_now(card)
    assert found is not None
    assert (found[0].counts, found[1]) == ((10, 20, 70), (Caveat.LAST_ROUND,))
    whole = customers_of(card)
    assert whole is not None
    assert (whole[0].counts, whole[1]) == ((30, 40, 130), (Caveat.SEVERAL_ROUNDS,))
    risk = risk_of(card)
    assert risk is not None
    # 10 x 0.92 + 20 x 0.80 = 25.2 leave, x $500
    assert (risk.before.lost, risk.before.at_risk) == pytest.approx((25.2, 12_600))


@pytest.mark.parametrize(("empty", "rounds"), [(ROUNDS_APART - 1, None), (ROUNDS_APART, 2)])
def test_rounds_lie_so_many_days_without_an_answer_apart(empty: int, rounds: int | None) -> None:
    card = card_of((BEFORE, FIRST), (AFTER, FIRST + timedelta(days=empty + 1)))
    assert (card.last_round.of if card.last_round else None) == rounds


@pytest.mark.parametrize(("third", "rounds"), [(date(2026, 7, 1), None), (date(2026, 10, 1), 2)])
def test_where_time_is_told_by_the_quarter_neighbouring_ones_are_one_round(third: date, rounds: int | None) -> None:
    given = {"Overall": question([5] * 60), "Day": days(["2026-01-01"] * 20 + ["2026-04-01"] * 20 + [third] * 20)}
    engine, dataset = in_memory(given)
    view, table = first_view(dataset), answers.counted(engine, first_view(dataset), ("day",))
    found = last_round(
        daily(table, dataset.outcome), table, dataset, rules_of(dataset, view, DEFAULT_POLICY), Grain.QUARTER
    )
    assert (found.of if found else None) == rounds
    if found:
        assert (found.window.start, found.window.end) == (third, date(2026, 12, 31))


@pytest.mark.parametrize("few", [(BEFORE, AFTER[:9]), (BEFORE[:9], AFTER)])
def test_a_round_with_too_few_answers_is_not_given_away_by_leaving_it_out(few: tuple[list[int], list[int]]) -> None:
    card = card_of((few[0], FIRST), (few[1], date(2026, 9, 1)))
    assert card.last_round is None
    assert customers_now(card) == customers_of(card)


def test_a_period_that_holds_one_round_has_no_last_one() -> None:
    card = card_of((BEFORE, FIRST), (AFTER, date(2026, 9, 1)), since=date(2026, 8, 1))
    assert card.last_round is None
    found = customers_of(card)
    assert found is not None
    assert (found[0].counts, found[1]) == ((10, 20, 70), ())
