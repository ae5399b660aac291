"""Bands of a number: cut where it is usual, chosen or quartering; first against last; what customers expect."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csat_core.analyses.metric_bands import metric_bands, metrics
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Role
from csat_core.model.derived import InvalidCutsError
from csat_core.model.plan import Plan
from csat_core.model.policy import DEFAULT_POLICY, BasePolicy
from csat_core.model.view import first_view
from csat_core.stats.proportions import Verdict, newcombe
from tests.analyses.test_degenerate_inputs import DEGENERATE, assert_hidden_and_undefined_are_nan
from tests.conftest import Given, in_memory, numbers, question

WAITS = [3.0] * 100 + [4.0] * 40 + [10.0] * 60 + [60.0] * 100 + [60.5] * 50
ANSWERS = [5] * 90 + [1] * 10 + [5] * 32 + [1] * 8 + [5] * 48 + [1] * 12 + [5] * 60 + [1] * 40 + [5] * 20 + [1] * 30
"""90 of 100 at 3 or less, 80 of 100 over 3 to 10 (32 of 40 within five), 60 of 100 over 10 to 60, 20 of 50 over 60."""


def waited(
    waits: list[float | None] = WAITS,
    answers: list[int | None] = ANSWERS,
    name: str = "Minutes to reply",  # type: ignore[assignment]
) -> dict[str, Given]:
    return {"Overall": question(answers), name: numbers(waits)}


def found(
    columns: dict[str, Given],
    cuts: tuple[float, ...] = (),
    policy: BasePolicy = DEFAULT_POLICY,
    plan: Plan | None = None,
):  # type: ignore[no-untyped-def]
    engine, dataset = in_memory(columns)
    if plan:
        dataset = replace(dataset, plan=plan)
    return metric_bands(engine, dataset, first_view(dataset), policy, dataset.column("n01"), cuts)


def test_minutes_are_cut_where_it_is_usual_and_a_cut_belongs_below() -> None:
    bands = found(waited())
    assert bands.cuts == (3, 10, 60)
    assert list(bands.table["band"]) == ["3 or less", "over 3 to 10", "over 10 to 60", "over 60"]
    assert list(bands.table["share"]) == [0.9, 0.8, 0.6, 0.4]
    assert list(bands.table["part"]) == pytest.approx([100 / 350, 100 / 350, 100 / 350, 50 / 350])


def test_the_last_band_is_compared_with_the_first() -> None:
    bands = found(waited())
    assert (bands.first, bands.last) == (0, 3)
    assert bands.spread == newcombe(20, 50, 90, 100)
    assert bands.verdict is Verdict.DOWN
    assert bands.trend.z < 0
    assert bands.trend.z**2 == pytest.approx(trend_by_hand(), rel=1e-12)


def trend_by_hand() -> float:
    """N r^2 of the score of the band with satisfied, answer by answer."""
    bands = np.repeat([1, 2, 3, 4], [100, 100, 100, 50])
    satisfied = np.array(ANSWERS) >= 4
    return float(len(bands) * np.corrcoef(bands, satisfied)[0, 1] ** 2)


def test_the_plainest_expectation_comes_first_with_the_score_on_both_sides_of_it() -> None:
    met = found(waited()).met
    assert [each.expectation.limit for each in met] == [5, 3, 60, 1_440]
    assert (met[0].within.value, met[0].within.base) == (140 / 350, 350)
    assert (met[0].inside.value, met[0].beyond.value) == (122 / 140, 128 / 210)
    assert met[0].difference == newcombe(122, 140, 128, 210)
    assert met[0].verdict is Verdict.UP
    # nobody waited a day: there is no other side
    assert not met[3].beyond.is_defined
    assert not met[3].difference.is_defined


def test_an_expectation_that_would_give_a_small_group_away_is_not_said() -> None:
    bands = found(waited([3.0] * 100 + [4.0] * 5 + [20.0] * 100, [5] * 205))
    # five answers lie between three and five minutes
    assert not any(each.within.is_defined for each in bands.met)


def test_contacts_are_expected_to_be_one_or_two() -> None:
    bands = found(waited([1.0] * 40 + [2.0] * 40 + [3.0] * 40, [5] * 80 + [1] * 40, "Contacts per case"))
    assert list(bands.table["band"]) == ["1 or less", "over 1 to 2", "over 2"]
    assert (bands.met[0].inside.value, bands.met[0].beyond.value) == (1, 0)


def test_chosen_cuts_are_followed_and_impossible_ones_refused() -> None:
    bands = found(waited(), (4.0, 60.0))
    assert list(bands.table["base"]) == [140, 160, 50]
    with pytest.raises(InvalidCutsError):
        found(waited(), (60.0, 4.0))


def test_an_unknown_number_is_cut_into_about_quarters_at_round_places() -> None:
    rng = np.random.default_rng(5)
    bands = found(waited([float(value) for value in rng.normal(1_000, 200, 2_000)], [4] * 2_000, "Distance"))
    assert len(bands.cuts) == 3
    assert list(bands.table["part"]) == pytest.approx([0.25] * 4, abs=0.1)
    assert all(cut == round(cut, -1) for cut in bands.cuts)


def test_an_unknown_number_that_is_always_the_same_is_one_band() -> None:
    bands = found(waited([500.0] * 40, [5, 1] * 20, "Spend"))
    assert list(bands.table["band"]) == ["500 or less"]
    assert (bands.first, bands.spread.is_defined, bands.verdict) == (None, False, Verdict.CANNOT_TELL)


def test_answers_without_a_number_stand_last_and_outside_of_the_parts() -> None:
    bands = found(waited([*WAITS, *[None] * 50], [*ANSWERS, *[1] * 50]))
    assert list(bands.table["band"])[-1] is None
    assert bands.table["part"].sum() == pytest.approx(1)
    assert bands.last == 3
    assert bands.met[0].within.base == 350


def test_a_small_band_is_hidden_with_the_next_smallest_and_out_of_the_trend() -> None:
    bands = found(waited([3.0] * 100 + [10.0] * 40 + [60.0] * 100 + [61.0] * 5, [5] * 245))
    assert list(bands.table["hidden"]) == [False, True, False, True]
    assert Caveat.HIDDEN_SMALL_BASE in bands.caveats
    assert bands.trend.base == 200


def test_metrics_with_expectations_come_first() -> None:
    columns = {
        "Overall": question([5] * 12), "Age": numbers([1.0] * 12), "Delay in minutes": numbers([1.0] * 12),
        "Minutes to reply": numbers([1.0] * 12), "Spend": numbers([1.0] * 12, Role.REVENUE),
    }  # fmt: skip
    _, dataset = in_memory(columns)
    assert [column.name for column in metrics(dataset)] == ["Minutes to reply", "Delay in minutes", "Age"]


@given(
    st.lists(st.tuples(st.floats(-5, 100) | st.none(), st.sampled_from([-1, 1, 2, 4, 5])), max_size=150),
    st.sampled_from(["Minutes to reply", "Age"]),
)
@settings(deadline=None, max_examples=40)
def test_bands_hold_every_answer_once(rows: list[tuple[float | None, int]], name: str) -> None:
    everything = BasePolicy(shown_from=1, tested_from=1, plain_from=1)
    bands = found(waited([row[0] for row in rows], [row[1] for row in rows], name), policy=everything)
    shown = bands.table[bands.table["base"] > 0]
    assert shown["base"].sum() == sum(answer > 0 for _, answer in rows)
    for number, answer in rows:
        if number is not None and answer > 0:
            place = int(np.searchsorted(bands.cuts, number))
            assert bands.bands.levels[place] in set(shown["band"])


@pytest.mark.parametrize("name", DEGENERATE)
def test_the_bands_withstand(asking: Callable, name: str) -> None:  # type: ignore[type-arg]
    columns, base = DEGENERATE[name]
    engine, dataset = asking(columns | {"Minutes to reply": numbers([7.0] * len(columns["Overall"].values))})
    metric = dataset.with_role(Role.METRIC)[0]
    bands = metric_bands(engine, dataset, first_view(dataset), DEFAULT_POLICY, metric)
    assert_hidden_and_undefined_are_nan(bands.table)
    assert (bands.first, bands.last) == (None, None)
    assert not bands.spread.is_defined
    assert np.nansum(bands.table["base"].astype(float)) == (base if base >= DEFAULT_POLICY.shown_from else 0)
    assert not any(each.difference.is_defined for each in bands.met)


def test_answers_without_a_number_are_shown_and_neither_compared_nor_in_the_rest() -> None:
    waits: list[float | None] = [2.0] * 60 + [8.0] * 60 + [None] * 60
    bands = found(waited(waits, [5] * 50 + [1] * 10 + [5] * 30 + [1] * 30 + [1] * 60))
    assert bands.table["band"].tolist() == ["3 or less", "over 3 to 10", None]
    assert bands.table["base"].tolist() == [60, 60, 60]
    assert bands.table["against_rest"].tolist() == pytest.approx([20 / 60, -20 / 60, np.nan], nan_ok=True)
    assert Caveat.BLANK_LEFT_OUT in bands.caveats
