"""Segments: exact on small data, one request, and what is hidden stays hidden in the statistics too."""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csat_core.analyses.bands import proposed_cuts
from csat_core.analyses.crossing import crossed, laid_out
from csat_core.analyses.group_comparison import Mark
from csat_core.analyses.metric_bands import metric_bands
from csat_core.analyses.segments import ends, segments, separations
from csat_core.engine import ScopedEngine
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Role
from csat_core.model.derived import banded, customer_kinds
from csat_core.model.plan import Plan
from csat_core.model.policy import DEFAULT_POLICY, BasePolicy
from csat_core.model.predicate import OneOf
from csat_core.model.view import first_view
from csat_core.stats.contingency import REST, associate, holm, residuals
from csat_core.stats.proportions import Verdict, newcombe
from tests.conftest import Given, days, in_memory, numbers, question, segment, texts

SHOW_ALL = BasePolicy(shown_from=1, tested_from=1, plain_from=1)


def survey(groups: Sequence[tuple[str | None, int, int]]) -> dict[str, Given]:
    """Each level with how many of its answers are satisfied, and of how many."""
    positions = [5 if at < yes else 1 for _, yes, base in groups for at in range(base)]
    return {
        "Overall": question(positions),
        "Region": segment([level for level, _, base in groups for _ in range(base)]),
    }


def of(groups: Sequence[tuple[str | None, int, int]], *, roll_up: bool = False, policy: BasePolicy = DEFAULT_POLICY):
    engine, dataset = in_memory(survey(groups))
    return segments(engine, dataset, first_view(dataset), policy, dataset.column("s01"), roll_up=roll_up)


PLAIN = (("North", 60, 100), ("South", 30, 80), ("East", 45, 60), ("West", 9, 20))


def test_the_test_is_the_chi_square_of_level_by_satisfied() -> None:
    found = of(PLAIN)
    expected = associate([[60, 40], [30, 50], [45, 15], [9, 11]])
    assert found.association == expected
    assert (found.association.degrees_of_freedom, found.association.base) == (3, 260)
    assert found.total.value == 144 / 260


def test_levels_come_lowest_first_and_the_untested_behind_them() -> None:
    table = of(PLAIN).table
    assert table["level"].tolist() == ["South", "North", "East", "West"]
    assert table["share"].tolist() == [30 / 80, 60 / 100, 45 / 60, 9 / 20]
    assert table["caveats"].tolist()[3] == (Caveat.NOT_TESTED,)


def test_a_level_is_marked_by_its_residual_after_holm_and_judged_by_newcombe() -> None:
    found = of(PLAIN)
    by_hand = residuals([30, 60, 45, 9], [80, 100, 60, 20], [True, True, True, False])
    assert found.table["residual"].to_numpy() == pytest.approx(by_hand["residual"].to_numpy(), nan_ok=True)
    assert found.table["p_value_holm"].to_numpy() == pytest.approx(holm(by_hand["p_value"]), nan_ok=True)
    assert found.table["mark"].tolist() == [Mark.BELOW, Mark.NONE, Mark.ABOVE, Mark.NONE]
    south = newcombe(30, 80, 114, 180)
    assert found.table.loc[0, ["against_rest", "against_rest_low", "against_rest_high"]].tolist() == pytest.approx(
        [south.value, south.low, south.high]
    )
    assert (found.comparison.lowest, found.comparison.highest) == (0, 2)


def test_a_level_of_ten_to_twenty_nine_is_in_the_test_without_a_mark_or_a_pair() -> None:
    found = of(PLAIN)
    west = found.table.loc[3]
    assert found.association.base == 260
    assert math.isnan(west["residual"])
    assert (west["verdict"], west["mark"], west["hidden"]) == (Verdict.CANNOT_TELL, Mark.NONE, False)
    assert len(found.comparison.pairs) == 3
    assert 3 not in found.comparison.pairs[["first", "second"]].to_numpy()


def test_hidden_levels_are_one_row_of_the_test() -> None:
    # 6 are hidden, so the next smallest, 14, is too
    found = of([("A", 60, 100), ("B", 30, 80), ("C", 13, 14), ("D", 2, 6)])
    assert found.association == associate([[60, 40], [30, 50], [15, 5]])
    assert found.table["hidden"].tolist() == [False, False, True, True]
    assert found.table.loc[2:, ["base", "share", "residual", "against_rest"]].isna().all(axis=None)
    assert Caveat.POOLED_HIDDEN in found.caveats


def test_small_groups_can_stand_together_as_a_row_of_their_own() -> None:
    found = of([("A", 60, 100), ("B", 30, 80), ("C", 13, 14), ("D", 2, 6)], roll_up=True)
    assert found.table["rolled"].tolist() == [0, 0, 2]
    other = found.table.loc[2]
    assert (other["base"], other["satisfied"], other["hidden"]) == (20, 15, False)
    assert found.association == associate([[60, 40], [30, 50], [15, 5]])


def test_small_groups_that_are_too_few_together_take_the_next_smallest_along() -> None:
    found = of([("A", 60, 100), ("B", 30, 80), ("C", 1, 3), ("D", 2, 3)], roll_up=True)
    assert found.table["rolled"].tolist() == [3, 0] or found.table["rolled"].tolist() == [0, 3]
    assert found.table.loc[found.table["rolled"] == 3, "base"].tolist() == [86]


def test_a_blank_level_is_shown_and_stays_out_of_the_test() -> None:
    found = of([("A", 60, 100), ("B", 30, 80), (None, 10, 50)])
    assert found.association == associate([[60, 40], [30, 50]])
    blank = found.table[found.table["level"].isna()].iloc[0]
    assert (blank["base"], math.isnan(blank["residual"])) == (50, True)
    assert found.total.base == 230
    assert Caveat.BLANK_LEFT_OUT in found.caveats


def test_a_hidden_blank_level_is_pooled_with_the_other_hidden_ones() -> None:
    found = of([("A", 60, 100), ("B", 30, 80), ("C", 3, 6), (None, 4, 12)])
    assert found.association.chi_square == pytest.approx(associate([[60, 40], [30, 50], [7, 11]]).chi_square)
    assert found.association.base == 198


levels = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6)


@given(levels, st.booleans())
@settings(deadline=None, max_examples=25)
def test_nothing_of_a_single_hidden_level_can_be_worked_out(found: list[tuple[int, int]], blank: bool) -> None:
    groups = [(None if blank and at == 0 else f"L{at}", min(pair), max(pair)) for at, pair in enumerate(found)]
    outcome = of(groups)
    table = outcome.table
    truth = {level: base for level, _, base in groups}
    hidden = [truth[level] for level in table.loc[table["hidden"].astype(bool), "level"] if truth[level] > 0]
    assert len(hidden) != 1 or not (~table["hidden"].astype(bool)).any()
    assert outcome.association.base in (
        sum(truth.values()),
        sum(b for level, b in truth.items() if level is not None),
    )


def test_more_than_26_levels_are_compared_with_everybody_else() -> None:
    found = of([(f"L{at:02}", 10 + at, 50) for at in range(30)])
    assert (found.comparison.pairs["second"] == REST).all()
    assert len(found.comparison.pairs) == 30
    assert Caveat.AGAINST_REST in found.caveats


def test_of_hundreds_the_lowest_the_highest_and_everybody_else_are_drawn() -> None:
    found = of([(f"L{at:03}", at, 100) for at in range(100)])
    drawn = ends(found)
    assert len(drawn) == 21
    assert drawn["level"].tolist()[:2] == ["L000", "L001"]
    assert drawn["level"].tolist()[-1] == "L099"
    between = drawn.loc[10]
    assert (between["rolled"], between["base"]) == (80, 8_000)
    assert between["share"] == pytest.approx(sum(range(10, 90)) / 8_000)
    assert len(ends(of(PLAIN))) == 4


def test_of_hundreds_with_few_answers_only_those_that_can_be_compared_are_drawn_one_by_one() -> None:
    found = of([(f"L{at:03}", at % 7, 7) for at in range(300)] + [("Big", 40, 100), ("Bigger", 90, 100)])
    drawn = ends(found)
    assert drawn["level"].tolist() == ["Big", "Bigger", None]
    assert (drawn["rolled"].iloc[2], drawn["base"].iloc[2]) == (300, 2_100)
    assert drawn["share"].iloc[2] == pytest.approx(sum(at % 7 for at in range(300)) / 2_100)


def test_steps_keep_their_order_and_have_a_trend() -> None:
    found = of([("Over 3 years", 30, 60), ("Under 1 year", 50, 60), ("1 to 3 years", 40, 60)])
    assert found.order == ("Under 1 year", "1 to 3 years", "Over 3 years")
    assert ends(found)["level"].tolist() == list(found.order)
    assert found.trend is not None
    # by hand: scores 1 2 3, covariance -20/180, variances 2/3 and 1/3 x 2/3
    assert found.trend.z == pytest.approx(math.sqrt(180) * (-20 / 180) / math.sqrt(2 / 3 * 2 / 9))
    assert of(PLAIN).trend is None
    assert of([("Under 1 year", 50, 60), ("1 year or more", 20, 60)]).trend is None


class Counting(ScopedEngine):
    """An engine that counts its requests."""

    asked = 0

    def counts(self, *args: object, **named: object) -> pa.Table:
        self.asked += 1
        return super().counts(*args, **named)  # type: ignore[arg-type]


def test_each_analysis_is_one_request() -> None:
    given = survey(PLAIN) | {
        "Channel": segment(["Web", "Shop"] * 130),
        "Minutes": numbers([float(at % 90) for at in range(260)]),
    }
    engine, dataset = in_memory(given)
    counting = Counting(engine._engine, engine.scope)
    view = first_view(dataset)
    for ask in (
        lambda: segments(counting, dataset, view, DEFAULT_POLICY, dataset.column("s01")),
        lambda: separations(counting, dataset, view, DEFAULT_POLICY, dataset.segments),
        lambda: crossed(counting, dataset, view, DEFAULT_POLICY, *dataset.segments),
    ):
        before = counting.asked
        ask()
        assert counting.asked == before + 1
    assert proposed_cuts(counting, dataset, view, dataset.column("n01")) == (3, 10, 60)
    assert counting.asked == before + 1


def test_the_dimension_that_tells_most_apart_comes_first() -> None:
    given = survey([("A", 60, 100), ("B", 20, 100)]) | {
        "Channel": segment(["Web", "Shop"] * 100),
        "Constant": segment(["x"] * 200),
        "Many": segment([str(at) for at in range(200)]),
    }
    engine, dataset = in_memory(given)
    ranking = separations(engine, dataset, first_view(dataset), DEFAULT_POLICY, dataset.segments)
    assert ranking["segment"].tolist() == ["s01", "s02", "s04"]
    first = ranking.loc[0]
    whole = associate([[60, 40], [20, 80]])
    assert (first["chi_square"], first["cramers_v_corrected"]) == (whole.chi_square, whole.cramers_v_corrected)
    # two dimensions could be tested: the stronger one's p counts twice
    assert first["p_value_bh"] == pytest.approx(2 * whole.p_value)
    assert np.isnan(ranking.loc[2, "p_value"])


def test_new_and_existing_customers_and_bands_of_a_number_are_dimensions() -> None:
    given = {
        "Overall": question([5] * 40 + [1] * 40),
        "Customer": texts([f"c{at % 40}" for at in range(80)], Role.CUSTOMER),
        "Day": days(["2026-01-01"] * 40 + ["2026-02-01"] * 40),
        "Minutes": numbers([float(at) for at in range(80)]),
    }
    engine, dataset = in_memory(given)
    kinds = customer_kinds(dataset)
    assert kinds is not None
    found = segments(engine, dataset, first_view(dataset), DEFAULT_POLICY, kinds)
    assert found.table[["level", "base", "share"]].to_numpy().tolist() == [["Existing", 40, 0], ["New", 40, 1]]
    bands = banded(dataset.column("n01"), (9.0, 39.0))
    found = segments(engine, dataset, first_view(dataset), DEFAULT_POLICY, bands)
    assert found.order == ("9 or less", "over 9 to 39", "over 39")
    assert ends(found)["base"].tolist() == [10, 30, 40]


@pytest.mark.parametrize(("name", "cuts"), [("Minutes", (3, 10, 60)), ("Age", (22, 46, 77))])
def test_a_number_is_cut_where_the_journey_cuts_it_too(name: str, cuts: tuple[float, ...]) -> None:
    engine, dataset = in_memory({"Overall": question([5] * 100), name: numbers([float(at) for at in range(100)])})
    key = (dataset, first_view(dataset))
    assert proposed_cuts(engine, *key, dataset.column("n01")) == cuts
    assert metric_bands(engine, *key, DEFAULT_POLICY, dataset.column("n01")).cuts == cuts


def test_a_number_that_nobody_has_is_cut_at_nought() -> None:
    engine, dataset = in_memory({"Overall": question([5] * 9), "Age": numbers([None] * 9)})
    assert proposed_cuts(engine, dataset, first_view(dataset), dataset.column("n01")) == (0.0,)


def crossing(cells: dict[tuple[str, str], tuple[int, int]], policy: BasePolicy = DEFAULT_POLICY):
    groups = [(pair, yes, base) for pair, (yes, base) in cells.items()]
    positions = [5 if at < yes else 1 for _, yes, base in groups for at in range(base)]
    given = {
        "Overall": question(positions),
        "Region": segment([pair[0] for pair, _, base in groups for _ in range(base)]),
        "Channel": segment([pair[1] for pair, _, base in groups for _ in range(base)]),
    }
    engine, dataset = in_memory(given)
    return crossed(engine, dataset, first_view(dataset), policy, *dataset.segments)


def test_combinations_are_compared_like_groups() -> None:
    found = crossing(
        {("N", "Web"): (60, 100), ("N", "Shop"): (50, 100), ("S", "Web"): (20, 100), ("S", "Shop"): (55, 100)}
    )
    assert found.association == associate([[50, 50], [60, 40], [55, 45], [20, 80]])
    row = found.table.loc[found.comparison.lowest]
    assert (row["s01"], row["s02"], row["share"], row["mark"]) == ("S", "Web", 0.2, Mark.BELOW)
    assert found.margins["s01"]["share"].tolist() == [110 / 200, 75 / 200]
    assert found.total.value == 185 / 400


def test_a_hidden_margin_cannot_be_added_up_from_its_cells() -> None:
    # the level E has 24 answers in all; Z's 8 are hidden and so E, the next smallest level, is hidden as well
    found = crossing({("N", "Web"): (60, 100), ("N", "Shop"): (50, 100), ("S", "Web"): (20, 100), ("S", "Shop"): (55, 100),
                      ("E", "Web"): (6, 12), ("E", "Shop"): (6, 12), ("Z", "Web"): (2, 4), ("Z", "Shop"): (2, 4)})  # fmt: skip
    margin = found.margins["s01"].set_index("level")["hidden"]
    assert margin.to_dict() == {"E": True, "N": False, "S": False, "Z": True}
    cells = found.table[found.table["s01"] == "E"]
    assert cells["hidden"].any()
    for column in ("s01", "s02"):
        for _, line in found.table.groupby(column):
            assert int(line["hidden"].sum()) != 1 or bool(line["hidden"].all())


def test_the_grid_has_every_cell_both_margins_and_the_total() -> None:
    found = crossing(
        {("N", "Web"): (60, 100), ("N", "Shop"): (50, 100), ("S", "Web"): (20, 100), ("E", "Shop"): (55, 100)}
    )
    grid = laid_out(found)
    assert len(grid) == 4 + 3 + 2 + 1
    assert sorted(grid.loc[grid["is_margin"], "place"].unique()) == [-1]
    total = grid[(grid["row_at"] == 3) & (grid["column_at"] == 2)].iloc[0]
    assert (total["base"], total["from_total"]) == (400, 0)
    worst = grid[grid["share"] == 0.2].iloc[0]
    assert worst["from_total"] == pytest.approx(0.2 - 185 / 400)
    assert found.table.loc[worst["place"], "share"] == 0.2


def test_a_large_grid_draws_the_levels_with_most_answers() -> None:
    found = crossing(
        {(f"R{at:02}", f"C{other}"): (5, 10 + at + other) for at in range(30) for other in range(10)}, SHOW_ALL
    )
    grid = laid_out(found)
    assert (grid["row_at"].max(), grid["column_at"].max()) == (25, 8)
    assert "R00" not in set(grid["row"])
    assert "C0" not in set(grid["column"])


def test_a_filter_that_leaves_one_level_leaves_nothing_to_compare() -> None:
    engine, dataset = in_memory(survey(PLAIN))
    view = replace(first_view(dataset), filters=(OneOf(column="s01", values=("North",)),))
    found = segments(engine, dataset, view, DEFAULT_POLICY, dataset.column("s01"))
    assert math.isnan(found.association.chi_square)
    assert found.caveats[0] is Caveat.ONE_GROUP
    assert found.comparison.lowest is None
    assert found.table["base"].tolist() == [100]


def test_groups_whose_answers_are_all_satisfied_are_two_groups_that_cannot_differ() -> None:
    for yes in (40, 0):
        found = of([("North", yes, 40), ("South", yes, 40)])
        assert found.caveats == (Caveat.ALL_ALIKE,)
        assert math.isnan(found.association.chi_square)


def test_a_planned_smallest_difference_decides_what_matters() -> None:
    engine, dataset = in_memory(survey(PLAIN))
    dataset = replace(dataset, plan=Plan(smallest_difference=0.5))
    found = segments(engine, dataset, first_view(dataset), DEFAULT_POLICY, dataset.column("s01"))
    assert found.table.loc[0, "verdict"] == Verdict.TOO_SMALL
    assert set(found.table["mark"]) == {Mark.NONE}
    assert (found.comparison.lowest, found.comparison.highest) == (None, None)
    assert isinstance(found.table, pd.DataFrame)
