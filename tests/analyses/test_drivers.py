"""Drivers: association, importance, kinds and gains, against scipy and statsmodels on the single responses."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from csat_core.analyses import drivers as module
from csat_core.analyses.drivers import (
    Drivers,
    candidates,
    drivers,
    uncertainty,
    usual_choice,
    with_uncertainty,
)
from csat_core.analyses.priorities import IMPORTANCE, Quadrant, by_gain, first_things
from csat_core.engine import ScopedEngine
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Role
from csat_core.model.plan import MissingRule, Plan
from csat_core.model.policy import DEFAULT_POLICY
from csat_core.model.scale import Scale
from csat_core.model.view import first_view
from csat_core.stats.asymmetry import Kind
from csat_core.stats.importance import Method
from tests.conftest import Given, in_memory, numbers, question, segment


def rated(positions: Sequence[int | None], scale: str | Scale = "1-5") -> Given:
    return question(positions, scale, Role.DRIVER)


def responses(n: int = 600, seed: int = 7) -> dict[str, list[int]]:
    """An outcome and three ratings: Speed pulls most, Price less, Colour not at all; all 1 to 5."""
    random = np.random.default_rng(seed)
    speed, price, colour = (random.integers(1, 6, n) for _ in range(3))
    felt = 0.6 * speed + 0.3 * price + random.normal(0, 1, n)
    overall = np.clip(np.round(felt), 1, 5).astype(int)
    return {"Overall": overall.tolist(), "Speed": speed.tolist(), "Price": price.tolist(), "Colour": colour.tolist()}


def survey(found: Mapping[str, Sequence[int | None]], **more: Given) -> dict[str, Given]:
    first, *rest = found
    return {first: question(found[first])} | {name: rated(found[name]) for name in rest} | more


def asked(given: Mapping[str, Given], scheme: str | None = None, plan: Plan | None = None, **changes: Any) -> Drivers:
    """What is found among these columns, intervals included."""
    engine, dataset = in_memory(given)
    dataset = replace(dataset, plan=plan) if plan else dataset
    view = first_view(dataset)
    view = replace(view, scheme=scheme) if scheme else view
    found = drivers(engine, dataset, view, DEFAULT_POLICY, replace(usual_choice(dataset, view), **changes))
    return with_uncertainty(found, uncertainty(engine, dataset, view, found))


def row(found: Drivers, at: int) -> Any:
    return found.table.iloc[at]


def test_each_driver_is_correlated_on_the_responses_that_answered_both() -> None:
    data = responses()
    blanked: list[int | None] = [None if at % 7 == 0 else value for at, value in enumerate(data["Speed"])]
    found = asked(survey({**data, "Speed": blanked}))
    pairs = [(x, y) for x, y in zip(blanked, data["Overall"], strict=True) if x is not None]
    x, y = np.array(pairs).T
    speed = row(found, 0)
    assert speed["base"] == len(pairs) == 514
    assert speed["pearson"] == pytest.approx(stats.pearsonr(x, y).statistic)
    assert (speed["pearson_low"], speed["pearson_high"]) == pytest.approx(
        tuple(stats.pearsonr(x, y).confidence_interval())
    )
    assert speed["spearman"] == pytest.approx(stats.spearmanr(x, y).statistic)
    assert speed["kendall"] == pytest.approx(stats.kendalltau(x, y).statistic)
    table = np.array([[np.sum((x == i) & (y == j)) for j in range(1, 6)] for i in range(1, 6)])
    chi = stats.chi2_contingency(table, correction=False)
    assert (speed["chi_square"], speed["p_value"]) == pytest.approx((chi.statistic, chi.pvalue))
    assert speed["cramers_v"] == pytest.approx(stats.contingency.association(table, correction=False))
    assert speed["performance"] == np.mean(x >= 4)


def test_the_model_is_the_regression_on_the_responses_that_answered_everything() -> None:
    data = responses()
    blanked: list[int | None] = [None if at % 7 == 0 else value for at, value in enumerate(data["Price"])]
    found = asked(survey({**data, "Price": blanked}))
    kept = np.array([at % 7 != 0 for at in range(600)])
    x = np.column_stack([data[name] for name in ("Speed", "Price", "Colour")])[kept]
    fit = sm.OLS(np.array(data["Overall"])[kept], sm.add_constant(x)).fit()
    assert found.base == kept.sum()
    assert found.r_squared == pytest.approx(fit.rsquared, abs=1e-12)
    assert found.table["importance"].sum() == pytest.approx(fit.rsquared, abs=1e-12)
    assert found.table["share_of_r_squared"].sum() == pytest.approx(1)
    assert found.method is Method.LMG
    assert list(found.table["importance"].rank()) == [3, 2, 1]


def test_penalty_reward_and_gain_are_those_of_a_regression_of_each_band() -> None:
    data = responses()
    found = asked(survey(data, Spend=numbers([500.0] * 600, Role.REVENUE)))
    x = np.column_stack([f(np.array(data[n])) for n in ("Speed", "Price", "Colour") for f in (low, high)]).astype(float)
    overall = np.array(data["Overall"])
    fits = [sm.OLS(band.astype(float), sm.add_constant(x)).fit().params for band in (low(overall), overall == 3)]
    fits.append(sm.OLS(high(overall).astype(float), sm.add_constant(x)).fit().params)
    speed = row(found, 0)
    assert (speed["penalty"], speed["reward"]) == pytest.approx(tuple(fits[2][1:3]))
    gains = [-fit[1] * x[:, 0].mean() for fit in fits]
    assert [speed[f"gain_{band}"] for band in ("dissatisfied", "neutral", "satisfied")] == pytest.approx(gains)
    assert sum(gains) == pytest.approx(0)
    kept = -600 * (0.92 * gains[0] + 0.80 * gains[1])
    assert (speed["customers_kept"], speed["money_kept"]) == pytest.approx((kept, 500 * kept))
    assert Caveat.GUIDE_RATES in found.caveats


def low(values: np.ndarray) -> np.ndarray:
    return values <= 2


def high(values: np.ndarray) -> np.ndarray:
    return values >= 4


def test_without_revenue_customers_are_kept_and_money_is_unknown() -> None:
    speed = row(asked(survey(responses())), 0)
    assert speed["customers_kept"] > 0
    assert math.isnan(speed["money_kept"])


def test_traps_stay_outside_the_model_each_with_its_reason() -> None:
    data = responses()
    n = len(data["Overall"])
    recode = [1 if value <= 2 else 2 for value in data["Overall"]]
    given = survey(
        data,
        Same=rated([4] * n),
        Rare=rated([5 if at % 12 == 0 else None for at in range(n)]),
        Echo=rated(recode, "0-1"),
    )
    found = asked(given)
    assert [row(found, at)["caveats"][-1:] for at in (3, 4, 5)] == [
        (Caveat.CONSTANT_DRIVER,), (Caveat.MOSTLY_BLANK,), (Caveat.LEAKING,)
    ]  # fmt: skip
    assert found.table.loc[3:, list(IMPORTANCE)].isna().all(axis=None)
    assert found.base == n
    assert found.table["importance"].sum() == pytest.approx(found.r_squared)
    assert math.isnan(row(found, 3)["pearson"])


def test_a_driver_that_says_the_outcome_once_more_leaks() -> None:
    data = responses()
    again = [min(5, max(1, value + (at % 40 == 0))) for at, value in enumerate(data["Overall"])]
    found = asked(survey(data, Again=rated(again)))
    assert Caveat.LEAKING in row(found, 3)["caveats"]
    assert row(found, 3)["pearson"] > 0.95


def test_drivers_that_move_together_are_named_as_a_pair() -> None:
    data = responses()
    twin = [min(5, value + (at % 4 == 0)) for at, value in enumerate(data["Speed"])]
    found = asked(survey(data, Twin=rated(twin)))
    (pair,) = found.together
    assert (pair.first.name, pair.second.name) == ("Speed", "Twin")
    assert pair.correlation == pytest.approx(np.corrcoef(data["Speed"], twin)[0, 1])
    assert [Caveat.MOVES_TOGETHER in caveats for caveats in found.table["caveats"]] == [True, False, False, True]


def test_drivers_that_determine_one_another_are_refused_by_name() -> None:
    data = responses()
    found = asked(survey(data, Copy=rated(data["Price"])))
    assert found.refused is not None
    assert found.refused.startswith("Price, Copy: their answers determine one another")
    assert Caveat.COLLINEAR in found.caveats
    assert math.isnan(found.r_squared)
    assert found.table["importance"].isna().all()
    assert found.table["pearson"].notna().all()


def test_complete_responses_that_are_few_are_said_and_pairs_use_every_answer() -> None:
    data = responses()
    rated_by = {"Speed": (0, 1, 2), "Price": (1, 3)}
    holes = {
        name: [value if at % 4 in kept and at > 3 else None for at, value in enumerate(data[name])]
        for name, kept in rated_by.items()
    }
    given = survey({**data, **holes})
    listwise, pairwise = asked(given), asked(given, missing=MissingRule.PAIRWISE)
    assert (listwise.base, Caveat.LISTWISE_LOSES in listwise.caveats) == (149, True)
    assert (pairwise.base, Caveat.PAIRWISE in pairwise.caveats) == (149, True)
    assert pairwise.r_squared != listwise.r_squared
    assert pairwise.table["importance_low"].isna().all()


def test_the_plan_s_drivers_and_missing_rule_are_the_usual_choice() -> None:
    _, dataset = in_memory(survey(responses()))
    dataset = replace(dataset, plan=Plan(drivers=("q03",), missing=MissingRule.PAIRWISE))
    choice = usual_choice(dataset, first_view(dataset))
    assert (choice.drivers, choice.missing) == (("q03",), MissingRule.PAIRWISE)


def test_a_segment_is_looked_at_for_association_alone_small_levels_pooled() -> None:
    data = responses()
    levels = ["North" if at % 2 else "South" for at in range(585)] + ["A"] * 7 + ["B"] * 8
    given = survey(data, Region=segment(levels))
    engine, dataset = in_memory(given)
    view = first_view(dataset)
    assert [column.name for column in candidates(dataset, view)] == ["Speed", "Price", "Colour", "Region"]
    found = drivers(engine, dataset, view, DEFAULT_POLICY, replace(usual_choice(dataset, view), drivers=("q02", "s01")))
    names = ["pool" if level in "AB" else level for level in levels]
    table = [
        [sum(v == j for v, name in zip(data["Overall"], names, strict=True) if name == level) for j in range(1, 6)]
        for level in ("North", "South", "pool")
    ]
    region = row(found, 1)
    assert region["chi_square"] == pytest.approx(stats.chi2_contingency(table, correction=False).statistic)
    assert region["degrees_of_freedom"] == 8
    assert region["caveats"] == (Caveat.ASSOCIATION_ONLY,)
    assert math.isnan(region["importance"])
    assert math.isnan(region["pearson"])


def test_a_scale_that_falls_is_turned_round_so_that_a_plus_means_better() -> None:
    data = responses()
    falling = Scale(values=(5, 4, 3, 2, 1), labels=("awful", "bad", "fair", "good", "great"))
    given = survey(data) | {"Overall": question(data["Overall"], falling), "Speed": rated(data["Speed"], falling)}
    assert row(asked(given), 0)["pearson"] == pytest.approx(row(asked(survey(data)), 0)["pearson"])


def test_answers_count_as_their_numbers_not_as_their_positions() -> None:
    data = responses()
    uneven = Scale(values=(0, 1, 2, 5, 20), labels=("a", "b", "c", "d", "e"))
    given = survey(data) | {"Speed": rated(data["Speed"], uneven)}
    values = np.array(uneven.values)[np.array(data["Speed"]) - 1]
    found = asked(given)
    assert row(found, 0)["pearson"] == pytest.approx(np.corrcoef(values, data["Overall"])[0, 1])
    x = np.column_stack([values, data["Price"], data["Colour"]])
    assert found.r_squared == pytest.approx(sm.OLS(data["Overall"], sm.add_constant(x)).fit().rsquared)
    assert (found.table["importance_low"] <= found.table["importance"]).all()


def test_a_long_scale_has_no_chi_square() -> None:
    data = responses()
    long = [1 + (13 * at) % 101 for at in range(600)]
    found = asked(survey(data, Long=rated(long, "0-100")))
    assert Caveat.MANY_ANSWERS in row(found, 3)["caveats"]
    assert math.isnan(row(found, 3)["chi_square"])
    assert not math.isnan(row(found, 3)["pearson"])


def test_satisfied_or_not_is_a_regression_of_noughts_and_ones_with_the_logistic_one_beside() -> None:
    data = responses()
    found = asked(survey(data), is_binary=True)
    happy = (np.array(data["Overall"]) >= 4).astype(float)
    x = np.column_stack([data[name] for name in ("Speed", "Price", "Colour")])
    assert found.r_squared == pytest.approx(sm.OLS(happy, sm.add_constant(x)).fit().rsquared)
    assert row(found, 0)["pearson"] == pytest.approx(np.corrcoef(x[:, 0], happy)[0, 1])
    assert found.logistic is not None
    assert found.table["logistic_importance"].sum() == pytest.approx(found.logistic.r_squared)
    assert found.table["logistic_share"].sum() == pytest.approx(1)
    assert asked(survey(data)).logistic is None


def test_another_scheme_moves_the_bands() -> None:
    data = responses()
    usual, strict = asked(survey(data)), asked(survey(data), scheme="strict-5")
    assert usual.customers.neutral > 0 == strict.customers.neutral
    assert usual.r_squared == strict.r_squared
    assert row(usual, 0)["gain_dissatisfied"] != row(strict, 0)["gain_dissatisfied"]


def test_intervals_hold_the_importance_and_are_the_same_every_time() -> None:
    given = survey(responses())
    first, again = asked(given).table, asked(given).table
    assert (first["importance_low"] < first["importance"]).all()
    assert (first["importance"] < first["importance_high"]).all()
    assert first["importance_low"].equals(again["importance_low"])


def test_a_sample_is_said_and_its_intervals_are_as_wide_as_those_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    given = survey(responses(4_000))
    whole = asked(given)
    monkeypatch.setattr(module, "SAMPLE", 1_000)
    sampled = asked(given)
    assert not whole.is_sample
    assert sampled.is_sample
    assert Caveat.SAMPLED in sampled.caveats
    assert (sampled.table["importance"] == whole.table["importance"]).all()
    wide, narrow = (f.table["importance_high"] - f.table["importance_low"] for f in (sampled, whole))
    assert (wide / narrow).to_numpy()[:2] == pytest.approx([1, 1], abs=0.35)


def test_low_answers_that_go_with_more_satisfaction_than_middle_ones_have_no_kind() -> None:
    speed = [1, 3, 5] * 200
    random = np.random.default_rng(3)
    chance = {1: 0.8, 3: 0.3, 5: 0.9}
    overall = [5 if random.random() < chance[value] else 1 for value in speed]
    bent = row(asked(survey({"Overall": overall, "Speed": speed})), 0)
    assert bent["penalty_low"] > 0
    assert (bent["kind"], Caveat.BENT in bent["caveats"]) == (Kind.CANNOT_TELL, True)


def test_a_driver_of_two_answers_has_no_kind_and_no_gain() -> None:
    data = responses()
    two = [1 + (value + at) % 2 for at, value in enumerate(data["Overall"])]
    two = [1 + at % 2 if at % 3 else value for at, value in enumerate(two)]
    found = asked(survey(data, Yes=rated(two, "No|Yes")))
    yes = row(found, 3)
    assert (yes["kind"], Caveat.NO_MIDDLE in yes["caveats"]) == (Kind.CANNOT_TELL, True)
    assert math.isnan(yes["gain_satisfied"])
    assert yes["importance"] > 0


def test_what_to_do_first_is_the_gain_beyond_noise_most_first() -> None:
    found = first_things(asked(survey(responses())).table)
    assert list(found["driver"]) == ["q02", "q03"]
    assert (found["gain_satisfied_low"] > 0).all()


def test_a_driver_whose_low_ratings_go_with_more_satisfaction_keeps_nobody() -> None:
    data = responses()
    data["Colour"] = [6 - value for value in data["Speed"]]
    data["Speed"] = np.random.default_rng(3).integers(1, 6, len(data["Price"])).tolist()
    colour = row(asked(survey(data, Spend=numbers([500.0] * 600, Role.REVENUE))), 2)
    assert colour["gain_satisfied"] < 0
    assert math.isnan(colour["customers_kept"])
    assert math.isnan(colour["money_kept"])


def test_equal_gains_are_put_in_order_by_what_they_keep_then_by_importance() -> None:
    table = pd.DataFrame(
        {
            "driver": ["q02", "q03", "q04", "q05", "q06"],
            "gain_satisfied": [0.1, 0.1, 0.1, math.nan, -0.1],
            "customers_kept": [5.0, 9.0, 5.0, math.nan, math.nan],
            "importance": [0.2, 0.1, 0.3, 0.4, 0.1],
        }
    )
    assert list(by_gain(table)["driver"]) == ["q03", "q04", "q02", "q06", "q05"]


def test_a_quadrant_is_above_or_below_the_average_of_the_drivers() -> None:
    data = responses()
    data["Speed"] = [max(1, value - 1) for value in data["Speed"]]
    found = asked(survey(data))
    assert list(found.table["quadrant"]) == [Quadrant.WORK_ON, Quadrant.NO_HURRY, Quadrant.NO_HURRY]


class CountingEngine:
    """Counts the requests; the tables of pairs are one."""

    def __init__(self, engine: ScopedEngine) -> None:
        self._engine, self.asked = engine, 0
        self.scope = engine.scope

    def __getattr__(self, name: str) -> Any:
        self.asked += 1
        return getattr(self._engine, name)


@pytest.mark.parametrize(("missing", "requests"), [(MissingRule.LISTWISE, 3), (MissingRule.PAIRWISE, 2)])
def test_three_requests_are_enough(missing: MissingRule, requests: int) -> None:
    engine, dataset = in_memory(survey(responses(), Spend=numbers([1.0] * 600, Role.REVENUE)))
    counting: Any = CountingEngine(engine)
    view = first_view(dataset)
    found = drivers(counting, dataset, view, DEFAULT_POLICY, replace(usual_choice(dataset, view), missing=missing))
    with_uncertainty(found, uncertainty(counting, dataset, view, found))
    assert counting.asked == requests


DEGENERATE: dict[str, dict[str, Given]] = {
    "empty": survey({"Overall": [], "Speed": []}),
    "one row": survey({"Overall": [5], "Speed": [4]}),
    "one answer each": survey({"Overall": [5] * 40, "Speed": [4] * 40}),
    "all satisfied": survey({"Overall": [5] * 40, "Speed": [1, 5] * 20}),
    "one level": survey({"Overall": [1, 5] * 20, "Speed": [3] * 40}),
    "blanks only": survey({"Overall": [None] * 40, "Speed": [None] * 40}),
    "never together": survey({"Overall": [5, None] * 20, "Speed": [None, 4] * 20}),
    "few": survey({"Overall": [1, 5, 3] * 5, "Speed": [1, 4, 2] * 5, "Price": [5, 5, 1] * 5}),
    "no drivers": survey({"Overall": [1, 5] * 20}),
    "two answers": {"Overall": question([1, 2] * 20, "No|Yes"), "Speed": rated([1, 2, 2, 2] * 10, "No|Yes")},
}


@pytest.mark.parametrize("is_binary", [False, True])
@pytest.mark.parametrize("missing", list(MissingRule))
@pytest.mark.parametrize("name", DEGENERATE)
def test_nothing_raises_and_what_is_undefined_is_nan(name: str, missing: MissingRule, is_binary: bool) -> None:
    found = asked(DEGENERATE[name], missing=missing, is_binary=is_binary)
    if name == "two answers":
        assert found.r_squared == pytest.approx(1 / 3)
        return
    assert math.isnan(found.r_squared)
    assert found.base == 0
    assert found.table.empty == (name == "no drivers")
    assert not len(found.table) or found.table["importance"].isna().all()


def test_a_driver_with_few_answers_is_hidden_whole() -> None:
    hidden = row(asked(survey({"Overall": [1, 5, 3] * 3, "Speed": [1, 4, 2] * 3})), 0)
    assert hidden["hidden"]
    assert math.isnan(hidden["base"])
    assert math.isnan(hidden["pearson"])
    assert Caveat.HIDDEN_SMALL_BASE in hidden["caveats"]


@settings(max_examples=25, deadline=None)
@given(answers=st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(1, 5)), min_size=30, max_size=60))
def test_importances_are_never_negative_and_sum_to_r_squared(answers: list[tuple[int, int, int]]) -> None:
    overall, speed, price = (list(column) for column in zip(*answers, strict=True))
    found = asked(survey({"Overall": overall, "Speed": speed, "Price": price}))
    known = found.table["importance"].dropna()
    if len(known):
        assert known.sum() == pytest.approx(found.r_squared)
        assert (known >= -1e-12).all()
        assert found.table["gain_satisfied"].abs().max() <= 1 or found.table["gain_satisfied"].isna().all()
