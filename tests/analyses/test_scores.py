"""The scorecard: every number of a small dataset by hand, the laws it keeps, and its thresholds."""

import math
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csat_core.analyses.scorecard import Scorecard, scorecard
from csat_core.analyses.scoring import governed, measured
from csat_core.model.caveat import Caveat
from csat_core.model.period import Grain
from csat_core.model.policy import DEFAULT_POLICY, BasePolicy, Standing
from csat_core.model.scale import numeric_scale
from csat_core.model.scheme import fitting
from csat_core.model.scope import Scope
from csat_core.model.view import first_view
from csat_core.stats.proportions import wilson
from tests.conftest import Given, days, in_memory, question


def card_of(given: dict[str, Given], scope: Scope | None = None, **changes: object) -> Scorecard:
    """The scorecard of these columns; `changes` to the first view."""
    engine, dataset = in_memory(given, scope) if scope else in_memory(given)
    return scorecard(engine, dataset, replace(first_view(dataset), **changes), DEFAULT_POLICY)  # type: ignore[arg-type]


# 40 answers: 4 ones, 6 twos, 5 threes, 10 fours, 15 fives; two non-answers of each of the four kinds
POSITIONS = [1] * 4 + [2] * 6 + [3] * 5 + [4] * 10 + [5] * 15 + [-1, -2, -3, -4] * 2


def test_every_number_of_the_headline_by_hand() -> None:
    row = card_of({"Overall": question(POSITIONS)}).headline
    mean = (4 * 1 + 6 * 2 + 5 * 3 + 10 * 4 + 15 * 5) / 40
    counts = (row["base"], row["satisfied"], row["neutral"], row["dissatisfied"])
    assert counts == (40, 25, 5, 10)
    assert (row["share"], row["dsat"], row["top_box"], row["net"]) == pytest.approx((0.625, 0.25, 0.375, 0.375))
    assert (row["mean"], row["index"]) == pytest.approx((mean, 100 * (mean - 1) / 4))
    assert (row["low"], row["high"]) == pytest.approx((wilson(25, 40).low, wilson(25, 40).high))
    margin = 1.959963984540054 * math.sqrt((0.625 + 0.25 - 0.375**2) / 40)
    assert (row["net_low"], row["net_high"]) == pytest.approx((0.375 - margin, 0.375 + margin))
    assert (row["hidden"], row["standing"], row["caveats"]) == (False, Standing.FLAGGED, (Caveat.SMALL_BASE,))


def test_the_mean_is_in_the_raw_units_of_the_scale() -> None:
    row = card_of({"Overall": question(POSITIONS, scale="-2..2")}).headline
    assert row["mean"] == pytest.approx(((4 * -2) + (6 * -1) + 10 * 1 + 15 * 2) / 40)
    assert row["index"] == pytest.approx(100 * (row["mean"] + 2) / 4)


def test_non_answers_are_counted_apart_and_in_no_base() -> None:
    found = card_of({"Overall": question(POSITIONS)}).non_answers
    assert (found.blank, found.not_applicable, found.dont_know, found.not_asked) == (2, 2, 2, 2)
    found = card_of({"Overall": question([-2] * 3 + [5] * 10)}).non_answers
    assert (found.blank, found.not_applicable, found.dont_know, found.not_asked) == (0, 3, 0, 0)


def test_the_distribution_has_every_answer_of_the_scale_with_its_band() -> None:
    table = card_of({"Overall": question(POSITIONS)}).distribution
    assert table["count"].tolist() == [4, 6, 5, 10, 15]
    assert table["share"].tolist() == pytest.approx([0.1, 0.15, 0.125, 0.25, 0.375])
    assert table["band"].tolist() == ["dissatisfied", "dissatisfied", "neutral", "satisfied", "satisfied"]
    assert table["low"].tolist() == pytest.approx([wilson(n, 40).low for n in (4, 6, 5, 10, 15)])


def test_the_same_answers_under_every_scheme_that_fits() -> None:
    card = card_of({"Overall": question(POSITIONS)})
    shares = dict(zip(card.schemes["scheme"], card.schemes["share"], strict=True))
    assert shares == {"top2-of-5": 0.625, "strict-5": 0.625, "ces-5": 0.625, "top1": 0.375}
    dsat = dict(zip(card.schemes["scheme"], card.schemes["dsat"], strict=True))
    assert (dsat["top2-of-5"], dsat["strict-5"]) == (0.25, 0.375)
    assert math.isnan(dsat["top1"])


def test_the_net_promoter_score_is_promoters_minus_detractors() -> None:
    # R: NPS::nps(c(rep(10, 5), rep(9, 4), rep(8, 3), rep(6, 4), rep(0, 4))) = .45 - .40
    answers = [11] * 5 + [10] * 4 + [9] * 3 + [7] * 4 + [1] * 4
    row = card_of({"Likely": question(answers, scale="0-10")}, scheme="nps").headline
    assert (row["base"], row["satisfied"], row["neutral"], row["dissatisfied"]) == (20, 9, 3, 8)
    assert row["net"] == pytest.approx(0.05)


def test_a_scheme_without_a_dissatisfied_band_leaves_it_undefined() -> None:
    card = card_of({"Overall": question(POSITIONS)}, scheme="top1")
    assert (card.headline["satisfied"], card.headline["share"]) == (15, 0.375)
    assert np.isnan([card.headline[name] for name in ("dissatisfied", "neutral", "dsat", "net", "net_low")]).all()
    assert Caveat.NO_DISSATISFIED_BAND in card.caveats


answers = st.lists(st.sampled_from([-4, -3, -2, -1, 1, 2, 3, 4, 5]), max_size=60)


@given(
    st.integers(2, 101).flatmap(lambda n: st.tuples(st.just(n), st.lists(st.integers(0, 90), min_size=n, max_size=n)))
)
@settings(deadline=None)
def test_the_bands_partition_the_base(case: tuple[int, list[int]]) -> None:
    points, counts = case
    for scheme in fitting(numeric_scale(1, points)):
        (row,) = measured(np.array([counts]), numeric_scale(1, points), scheme).to_dict("records")
        assert row["base"] == sum(counts)
        if scheme.id != "top1":
            assert row["satisfied"] + row["neutral"] + row["dissatisfied"] == row["base"]
        assert 0 <= row["satisfied"] <= row["base"]
        if row["base"]:
            assert row["low"] <= row["share"] <= row["high"]
            assert -1e-9 <= row["index"] <= 100 + 1e-9
        else:
            assert np.isnan([row["share"], row["low"], row["mean"], row["index"]]).all()


@given(answers, st.integers(0, 1_000))
@settings(deadline=None, max_examples=20)
def test_the_order_of_the_rows_never_matters(positions: list[int], seed: int) -> None:
    random = np.random.default_rng(seed)
    order = random.permutation(len(positions))
    dates = [date(2026, 1, 1) + timedelta(days=int(n)) for n in random.integers(0, 90, len(positions))]
    shuffled = [positions[n] for n in order], [dates[n] for n in order]
    one, other = (card_of({"Overall": question(p), "Day": days(d)}) for p, d in ((positions, dates), shuffled))
    assert one.headline.equals(other.headline)
    assert one.periods.equals(other.periods)
    assert one.distribution.equals(other.distribution)
    assert (one.non_answers, one.change, one.caveats) == (other.non_answers, other.change, other.caveats)


@given(answers)
@settings(deadline=None, max_examples=10)
def test_the_periods_together_hold_every_dated_answer(positions: list[int]) -> None:
    dates = [None if n % 7 == 3 else date(2026, 1, 1) + timedelta(days=5 * n) for n in range(len(positions))]
    engine, dataset = in_memory({"Overall": question(positions), "Day": days(dates)})
    show_all = BasePolicy(shown_from=1, tested_from=1, plain_from=1)
    for grain in Grain:
        card = scorecard(engine, dataset, replace(first_view(dataset), grain=grain), show_all)
        expected = Counter(grain.start(day) for day, at in zip(dates, positions, strict=True) if day and at > 0)
        found = dict(zip(card.periods["start"], card.periods["base"], strict=True))
        assert {start: n for start, n in found.items() if n > 0} == expected
        assert list(found) == sorted(found)


@pytest.mark.parametrize(
    ("base", "standing", "caveats"),
    [
        (0, Standing.HIDDEN, (Caveat.EMPTY_BASE,)),
        (9, Standing.HIDDEN, (Caveat.HIDDEN_SMALL_BASE,)),
        (10, Standing.SHOWN, (Caveat.NOT_TESTED,)),
        (29, Standing.SHOWN, (Caveat.NOT_TESTED,)),
        (30, Standing.FLAGGED, (Caveat.SMALL_BASE,)),
        (99, Standing.FLAGGED, (Caveat.SMALL_BASE,)),
        (100, Standing.PLAIN, ()),
    ],
)
def test_the_base_policy_is_applied_at_its_thresholds(
    base: int, standing: Standing, caveats: tuple[Caveat, ...]
) -> None:
    card = card_of({"Overall": question([5] * base + [None] * 3)})
    assert (card.headline["standing"], card.headline["caveats"]) == (standing, caveats)
    assert card.headline["hidden"] == (base < 10)
    assert card.share.is_defined == (base >= 10)
    assert math.isnan(card.headline["base"]) == (base < 10)
    assert card.distribution["count"].isna().all() == (base < 10)


def test_one_hidden_row_takes_the_next_smallest_with_it_and_says_why() -> None:
    counts = np.array([[9, 0], [40, 20], [0, 30], [50, 0], [0, 0]])
    scale = numeric_scale(0, 1)
    table = governed(measured(counts, scale, fitting(scale)[0]), DEFAULT_POLICY)
    assert table["hidden"].tolist() == [True, False, True, False, True]
    assert [caveat for (caveat,) in table["caveats"]] == [
        Caveat.HIDDEN_SMALL_BASE,
        Caveat.SMALL_BASE,
        Caveat.HIDDEN_COMPLEMENTARY,
        Caveat.SMALL_BASE,
        Caveat.EMPTY_BASE,
    ]
    assert table["base"].tolist()[1::2] == [60, 50]
    assert table["share"].isna().tolist() == [True, False, True, False, True]


def test_equal_answers_have_a_mean_without_an_interval_and_a_caveat() -> None:
    engine, dataset = in_memory({"Overall": question([5] * 40)})
    card = scorecard(engine, dataset, first_view(dataset), DEFAULT_POLICY)
    assert (card.headline["mean"], card.headline["index"]) == (5, 100)
    assert card.headline[["mean_low", "mean_high", "index_low"]].isna().all()
    assert Caveat.NO_SPREAD in card.caveats
    engine, dataset = in_memory({"Overall": question([5] * 40 + [4])})
    assert Caveat.NO_SPREAD not in scorecard(engine, dataset, first_view(dataset), DEFAULT_POLICY).caveats
