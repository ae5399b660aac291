"""The scorecard: every number of a small dataset by hand, the laws it keeps, and its boundaries."""

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
from csat_core.model.dataset import Dataset, Role
from csat_core.model.period import Grain
from csat_core.model.policy import DEFAULT_POLICY, BasePolicy, Standing
from csat_core.model.predicate import OneOf
from csat_core.model.scale import numeric_scale
from csat_core.model.scheme import fitting
from csat_core.model.scope import Scope
from csat_core.model.view import View, first_view
from csat_core.stats.proportions import Verdict, finite_wilson, newcombe, wilson
from tests.conftest import Given, days, in_memory, numbers, question, segment


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


def monthly(counts: dict[str, tuple[int, int]], blanks: int = 0) -> dict[str, Given]:
    """So many satisfied of so many answers on each day."""
    positions: list[int | None] = []
    when: list[date | str | None] = []
    for day, (satisfied, base) in counts.items():
        positions += [5] * satisfied + [1] * (base - satisfied) + [None] * blanks
        when += [day] * (base + blanks)
    return {"Overall": question(positions), "Day": days(when)}


def test_the_change_is_the_last_complete_period_against_the_one_before() -> None:
    card = card_of(
        monthly({"2026-01-31": (60, 100), "2026-02-28": (50, 100), "2026-03-31": (80, 100)}), grain=Grain.MONTH
    )
    assert card.change is not None
    assert (card.change.current.label, card.change.previous.label) == ("2026-03", "2026-02")
    assert card.change.difference == newcombe(80, 100, 50, 100)
    assert card.change.verdict is Verdict.UP
    assert card.periods["partial"].tolist() == [False, False, False]
    assert (card.since, card.until) == (date(2026, 1, 31), date(2026, 3, 31))


def test_the_change_skips_a_partial_period_at_the_end() -> None:
    card = card_of(
        monthly({"2026-01-31": (60, 100), "2026-02-28": (50, 100), "2026-03-30": (80, 100)}), grain=Grain.MONTH
    )
    assert card.change is not None
    assert (card.change.current.label, card.change.previous.label) == ("2026-02", "2026-01")
    assert card.change.difference == newcombe(50, 100, 60, 100)
    assert card.periods["partial"].tolist() == [False, False, True]


def test_the_change_skips_periods_that_are_empty_or_too_small_to_test() -> None:
    counts = {"2026-01-31": (60, 100), "2026-03-31": (29, 29), "2026-04-30": (90, 100), "2026-06-30": (0, 0)}
    card = card_of(monthly(counts, blanks=1), grain=Grain.MONTH)
    assert card.periods["label"].tolist() == [f"2026-0{n}" for n in range(1, 7)]
    assert card.periods["hidden"].tolist() == [False, True, False, False, True, True]
    assert card.change is not None
    assert (card.change.current.label, card.change.previous.label) == ("2026-04", "2026-01")


@pytest.mark.parametrize(("base", "is_compared"), [(29, False), (30, True)])
def test_a_period_is_compared_from_thirty_answers(base: int, is_compared: bool) -> None:
    card = card_of(monthly({"2026-01-31": (20, 40), "2026-02-28": (base, base)}), grain=Grain.MONTH)
    assert (card.change is not None) == is_compared
    assert (Caveat.NO_COMPLETE_PREVIOUS_PERIOD in card.caveats) == (not is_compared)


def test_a_filter_does_not_make_a_finished_period_partial() -> None:
    given = monthly({"2026-01-31": (20, 40), "2026-02-20": (30, 40), "2026-03-31": (0, 1)})
    given["Region"] = segment(["North"] * 80 + ["South"])
    card = card_of(given, grain=Grain.MONTH, filters=(OneOf(column="s01", values=("North",)),))
    assert card.periods["label"].tolist() == ["2026-01", "2026-02"]
    assert card.periods["partial"].tolist() == [False, False]
    assert card.change is not None
    assert card.change.difference == newcombe(30, 40, 20, 40)


@pytest.mark.parametrize(
    ("since", "until", "base", "partial"),
    [
        (None, None, 90, [False, False, False]),
        ("2026-01-01", "2026-03-31", 90, [False, False, False]),
        ("2026-01-05", "2026-03-31", 90, [False, False, False]),
        ("2026-01-06", "2026-03-31", 60, [False, False]),
        ("2026-02-01", "2026-03-31", 60, [False, False]),
        ("2026-02-10", None, 60, [True, False]),
        ("2026-02-11", None, 30, [False]),
        (None, "2026-03-31", 90, [False, False, False]),
        (None, "2026-03-30", 60, [False, False]),
        (None, "2026-02-10", 60, [False, True]),
        (None, "2026-02-09", 30, [False]),
    ],
)
def test_a_chosen_period_holds_its_first_and_its_last_day(
    since: str | None, until: str | None, base: int, partial: list[bool]
) -> None:
    given = monthly({"2026-01-05": (20, 30), "2026-02-10": (20, 30), "2026-03-31": (20, 30)})
    chosen = {name: date.fromisoformat(day) if day else None for name, day in (("since", since), ("until", until))}
    card = card_of(given, grain=Grain.MONTH, **chosen)
    assert card.headline["base"] == base
    assert card.periods["partial"].tolist() == partial


def test_a_weighted_file_says_that_its_weights_are_not_applied() -> None:
    card = card_of({"Overall": question([5] * 20), "Weight": numbers([2.0] * 20, Role.WEIGHT)})
    assert Caveat.UNWEIGHTED in card.caveats
    assert Caveat.NO_DATES in card.caveats


@pytest.mark.parametrize(("with_revenue", "is_shown"), [(9, False), (10, True)])
def test_the_average_revenue_is_hidden_like_any_number_of_too_few(with_revenue: int, is_shown: bool) -> None:
    revenue: list[float | None] = [float(10 * n) for n in range(1, with_revenue + 1)]
    rest = 40 - with_revenue
    card = card_of({"Overall": question([5] * 40), "Spend": numbers(revenue + [None] * rest, Role.REVENUE)})
    assert card.spend.is_defined == is_shown
    if is_shown:
        # R: t.test(seq(10, 100, 10))$conf.int is 33.34149 76.65851
        assert (card.spend.value, card.spend.base) == (55, 10)
        assert (card.spend.low, card.spend.high) == pytest.approx((33.34149, 76.65851), abs=1e-5)


def covered(dataset_changes: dict[str, int], given: dict[str, Given], view_changes: dict[str, object]) -> Scorecard:
    engine, dataset = in_memory(given)
    changed: Dataset = replace(dataset, **dataset_changes)  # type: ignore[arg-type]
    view: View = replace(first_view(dataset), **view_changes)  # type: ignore[arg-type]
    return scorecard(engine, changed, view, DEFAULT_POLICY)


def test_coverage_says_what_the_silent_could_change() -> None:
    found = covered({"customers": 1_000}, {"Overall": question([5] * 100 + [1] * 150)}, {}).coverage
    assert found is not None
    assert (found.answered, found.population, found.is_invited, found.from_column) == (250, 1_000, False, False)
    assert found.rate == wilson(250, 1_000)
    assert found.share == finite_wilson(100, 250, 1_000)
    assert (found.worst, found.best) == (0.1, 0.85)


def test_the_invited_are_the_population_before_the_customers_and_a_column_before_both() -> None:
    plain = {"Overall": question([5] * 100)}
    invited = covered({"customers": 1_000, "invited": 400}, plain, {}).coverage
    assert invited is not None
    assert (invited.population, invited.is_invited) == (400, True)
    column = covered({"customers": 1_000}, plain | {"Invited": numbers([3.0] * 100, Role.INVITED)}, {}).coverage
    assert column is not None
    assert (column.population, column.is_invited, column.from_column) == (300, True, True)


def test_typed_totals_are_not_used_for_a_part_of_the_data() -> None:
    given = {"Overall": question([5] * 100), "Region": segment(["North", "South"] * 50)}
    north = OneOf(column="s01", values=("North",))
    assert covered({"invited": 400}, given, {}).coverage is not None
    assert covered({"invited": 400}, given, {"filters": (north,)}).coverage is None
    assert covered({"invited": 99}, given, {}).coverage is None
    engine, dataset = in_memory(given, Scope(locked=(north,)))
    shared = scorecard(engine, replace(dataset, invited=400), first_view(dataset), DEFAULT_POLICY)
    assert (shared.headline["base"], shared.coverage) == (50, None)
