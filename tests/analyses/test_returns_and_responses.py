"""What is at risk among the respondents, and the single responses behind a number."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csat_core.analyses.responses import all_responses, answered_only, count_of, responses
from csat_core.analyses.roi import customers_of, returns, risk_of
from csat_core.analyses.scorecard import scorecard
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Role
from csat_core.model.policy import DEFAULT_POLICY
from csat_core.model.predicate import OneOf
from csat_core.model.scenario import Customers, LeavingRates, Scenario
from csat_core.model.view import first_view
from csat_core.store import Store
from tests.conftest import asked, in_memory, make_dataset, numbers, question, segment, texts


def test_a_page_of_responses_speaks_in_the_words_of_the_scale(store: Store) -> None:
    dataset = make_dataset(
        store,
        {
            "Overall": question([3, 1, -1, -2, -3, -4], scale="Bad|Fair|Good"),
            "Comment": texts(["100 % fine", None, "No", "no_way", "nO", ""]),
            "Ticket": texts([f"T{n}" for n in range(6)], Role.RESPONSE_ID),
            "Region": segment(["North", "South"] * 3),
        },
    )
    engine, view = asked(store), first_view(dataset)
    page = responses(engine, dataset, view, limit=4)
    assert page["q01"].tolist() == ["Good", "Bad", "", "not applicable"]
    assert list(page.columns) == ["response_no", "q01", "t01", "t02", "s01"]
    assert page["t02"].tolist() == ["T0", "T1", "T2", "T3"]
    following = responses(engine, dataset, view, after=int(page["response_no"].iloc[-1]), limit=4)
    assert following["q01"].tolist() == ["don't know", "not asked"]
    assert responses(engine, dataset, view, search="NO")["response_no"].tolist() == [3, 4, 5]
    assert responses(engine, dataset, view, search="%")["response_no"].tolist() == [1]
    assert responses(engine, dataset, view, search="_")["response_no"].tolist() == [4]
    only = responses(engine, dataset, view, also=(answered_only(dataset.outcome),))
    assert only["response_no"].tolist() == [1, 2]
    assert count_of(engine, dataset, view, also=(answered_only(dataset.outcome),)) == 2
    assert count_of(engine, dataset, view, search="NO") == 3
    south = replace(view, filters=(OneOf(column="s01", values=("South",)),))
    assert responses(engine, dataset, south, search="no")["response_no"].tolist() == [4]


@pytest.mark.parametrize(("most", "taken"), [(3, 3), (7, 7), (8, 7)])
def test_all_responses_are_taken_in_pages_up_to_the_limit(
    monkeypatch: pytest.MonkeyPatch, most: int, taken: int
) -> None:
    monkeypatch.setattr("csat_core.analyses.responses.AT_ONCE", 2)
    engine, dataset = in_memory({"Overall": question([1, 2, 3, 4, 5, 1, 2])})
    found = all_responses(engine, dataset, first_view(dataset), most=most)
    assert found["q01"].tolist() == ["1", "2", "3", "4", "5", "1", "2"][:taken]
    assert found["response_no"].tolist() == list(range(1, taken + 1))


def test_flags_are_shown_as_the_file_has_them() -> None:
    given = {
        "Overall": question([1, 2, 3]),
        "Churned": numbers([1, 0, None], Role.CHURNED),
        "Invited": numbers([1, 0, 1], Role.INVITED),
    }
    engine, dataset = in_memory(given)
    columns = tuple(replace(each, levels=("No", "Yes")) if each.name == "Churned" else each for each in dataset.columns)
    page = responses(engine, replace(dataset, columns=columns), first_view(dataset))
    assert [None if value != value else value for value in page["n01"]] == ["Yes", "No", None]
    assert [str(value) for value in page["n02"]] == ["1", "0", "1"]


def test_the_respondents_are_the_customers_at_risk() -> None:
    given = {
        "Overall": question([1] * 10 + [3] * 20 + [5] * 70),
        "Revenue": numbers([200.0] * 50 + [400.0] * 50, Role.REVENUE),
    }
    engine, dataset = in_memory(given)
    card = scorecard(engine, dataset, first_view(dataset), DEFAULT_POLICY)
    found = risk_of(card)
    assert found is not None
    assert found.before.customers == Customers(dissatisfied=10, neutral=20, satisfied=70)
    assert found.before.lost == pytest.approx(10 * 0.92 + 20 * 0.80)
    assert found.before.at_risk == pytest.approx(25.2 * 300)
    assert found.caveats == (Caveat.GUIDE_RATES,)
    typed = risk_of(card, spend=1_000, leaving=LeavingRates(dissatisfied=0.5, neutral=0.1, satisfied=0.01))
    assert typed is not None
    assert typed.before.at_risk == pytest.approx((5 + 2 + 0.7) * 1_000)
    assert typed.caveats == ()


@pytest.mark.parametrize(
    ("positions", "scale", "scheme", "customers", "caveats"),
    [
        ([1] * 4 + [2] * 16, "No|Yes", "binary", (4, 0, 16), (Caveat.BINARY_RATE,)),
        ([1] * 4 + [9] * 6 + [11] * 10, "0-10", "nps", (4, 6, 10), (Caveat.NPS_BANDS,)),
        ([1] * 4 + [3] * 6 + [5] * 10, "1-5", "top1", (10, 0, 10), (Caveat.NO_DISSATISFIED_BAND, Caveat.BINARY_RATE)),
        ([1] * 4 + [3] * 6 + [5] * 10, "1-5", "top2-of-5", (4, 6, 10), ()),
    ],
)
def test_the_bands_of_a_scheme_become_customers(
    positions: list[int], scale: str, scheme: str, customers: tuple[int, int, int], caveats: tuple[Caveat, ...]
) -> None:
    engine, dataset = in_memory({"Overall": question(positions, scale)})
    card = scorecard(engine, dataset, replace(first_view(dataset), scheme=scheme), DEFAULT_POLICY)
    found = customers_of(card)
    assert found is not None
    assert found[0].counts == customers
    assert found[1] == caveats


def test_an_average_revenue_below_zero_is_no_spend() -> None:
    given = {"Overall": question([1] * 20), "Revenue": numbers([-50.0] * 20, Role.REVENUE)}
    engine, dataset = in_memory(given)
    found = risk_of(scorecard(engine, dataset, first_view(dataset), DEFAULT_POLICY))
    assert found is not None
    assert math.isnan(found.before.at_risk)
    assert Caveat.NO_SPEND in found.caveats


@given(st.tuples(*[st.integers(0, 500)] * 3), st.tuples(*[st.floats(0, 1)] * 3), st.floats(0, 1e5), st.floats(0.1, 50))
def test_risk_is_linear_in_customers_and_in_spend(
    bands: tuple[int, int, int], rates: tuple[float, float, float], spend: float, factor: float
) -> None:
    before = Customers(dissatisfied=bands[0], neutral=bands[1], satisfied=bands[2])
    leaving = LeavingRates(dissatisfied=rates[0], neutral=rates[1], satisfied=rates[2])
    scenario = Scenario(
        before=before, after=before.moved(dissatisfied_to_satisfied=bands[0] / 2), leaving=leaving, spend=spend
    )
    one, scaled = returns(scenario), returns(scenario.scaled(factor))
    assert scaled.before.lost == pytest.approx(factor * one.before.lost)
    assert scaled.saved == pytest.approx(factor * one.saved, abs=1e-6)
    assert one.saved == pytest.approx(bands[0] / 2 * (rates[0] - rates[2]) * spend, abs=1e-4)
    assert one.before.lost == pytest.approx(sum(n * rate for n, rate in zip(bands, rates, strict=True)))
    if bands[0] == 0:
        assert math.isnan(one.value_of_a_point)


def test_without_a_spend_there_are_customers_but_no_money() -> None:
    before = Customers(dissatisfied=10, neutral=10, satisfied=80)
    found = returns(Scenario(before=before, after=before.moved(dissatisfied_to_neutral=5), spend=None))
    assert (found.before.lost, found.saved_customers) == pytest.approx((17.2, 0.6))
    assert math.isnan(found.saved)
    assert math.isnan(found.before.at_risk)
    assert math.isnan(found.value_of_a_point)
    assert Caveat.NO_SPEND in found.caveats


def test_without_a_change_of_the_score_a_point_has_no_value() -> None:
    before = Customers(dissatisfied=10, neutral=10, satisfied=80)
    found = returns(Scenario(before=before, after=before.moved(dissatisfied_to_neutral=5), spend=100))
    assert found.saved == pytest.approx(60)
    assert math.isnan(found.value_of_a_point)
