"""One of many against the rest: what holds although many were compared, the same for groups, stages, bands and levels."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportions_ztest

from csat_core.analyses.contrast import AGAINST, Yardstick, contrasted, highest, judged, laid_against, lowest
from csat_core.analyses.extremes import extremes
from csat_core.analyses.journey import journey
from csat_core.analyses.segments import segments
from csat_core.model.dataset import Role
from csat_core.model.policy import DEFAULT_POLICY
from csat_core.model.scale import numeric_scale
from csat_core.model.scheme import find_scheme
from csat_core.model.view import first_view
from csat_core.stats.proportions import Verdict, newcombe
from tests.conftest import in_memory, question, segment

BY = Yardstick(scale=numeric_scale(1, 5), scheme=find_scheme("top2-of-5"), policy=DEFAULT_POLICY, smallest=0.01)


def counts_of(groups: list[tuple[int, int]]) -> NDArray[np.int64]:
    """Of each group (satisfied, base) its answers by position: fives and ones."""
    return np.array([[base - satisfied, 0, 0, 0, satisfied] for satisfied, base in groups], dtype=np.int64)


def of(groups: list[tuple[int, int]], by: Yardstick = BY) -> pd.DataFrame:
    return contrasted(counts_of(groups), np.ones(len(groups), dtype=bool), by)


def test_it_is_the_pooled_z_of_statsmodels_under_holm() -> None:
    groups = [(40, 100), (75, 100), (70, 100), (30, 45), (66, 100)]
    p_values = [proportions_ztest([met, 281 - met], [own, 445 - own])[1] for met, own in groups]
    outside, expected = multipletests(p_values, method="holm")[:2]
    table = of(groups)
    assert table["p_value_holm"].tolist() == pytest.approx(list(expected))
    assert list(outside) == [True, True, False, False, False]
    assert table["verdict"].tolist() == [Verdict.DOWN, Verdict.UP, *[Verdict.CANNOT_TELL] * 3]
    assert (lowest(table), highest(table)) == (0, 1)
    first = newcombe(40, 100, 241, 345)
    assert table.loc[0, [*AGAINST]].tolist() == pytest.approx([first.value, first.low, first.high])


def test_among_many_groups_of_chance_hardly_ever_one_stands_out() -> None:
    draw = np.random.default_rng(20)
    named = 0
    for _ in range(60):
        table = of([(int(met), 60) for met in draw.binomial(np.full(50, 60), 0.7)])
        named += (lowest(table), highest(table)) != (None, None)
    # about 3 of 60 by Holm; each group judged alone would name one almost always
    assert named <= 9


@pytest.mark.parametrize("groups", [[(60, 60), (60, 60)], [(40, 60)], [(0, 40), (0, 40)], [(20, 29), (30, 31)]])
def test_nothing_stands_out_where_all_are_alike_or_alone_or_few(groups: list[tuple[int, int]]) -> None:
    table = of(groups)
    assert (lowest(table), highest(table)) == (None, None)
    assert not set(table["verdict"]) & {Verdict.UP, Verdict.DOWN}


def test_two_rows_that_make_up_the_whole_are_one_test_also_beside_other_tables() -> None:
    # p .03 alone: twice the same test would be .06 by Holm
    pair = [(60, 100), (74, 100)]
    alone = of(pair)
    assert alone["p_value"].tolist() == pytest.approx([proportions_ztest([60, 74], [100, 100])[1]] * 2)
    assert alone["p_value_holm"].tolist() == pytest.approx(alone["p_value"].tolist())
    assert alone["verdict"].tolist() == [Verdict.DOWN, Verdict.UP]
    parts = [laid_against(counts_of(pair), np.ones(2, dtype=bool), BY) for _ in range(2)]
    both = judged(parts, BY.smallest)
    assert both[1]["p_value_holm"].tolist() == pytest.approx((2 * alone["p_value"]).tolist())
    assert set(both[0]["verdict"]) == {Verdict.CANNOT_TELL}


def test_a_small_difference_that_does_not_hold_among_many_is_no_change_that_matters() -> None:
    wide = replace(BY, smallest=0.5)
    table = of([(60, 100), (74, 100), (70, 100)], wide)
    alone = newcombe(60, 100, 144, 200)
    assert alone.high < 0
    assert table["p_value_holm"][0] > 0.05
    assert table["verdict"][0] is Verdict.NO_CHANGE


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=6))
@settings(deadline=None, max_examples=30)
def test_a_verdict_of_up_or_down_needs_both_the_interval_and_holm(found: list[tuple[int, int]]) -> None:
    table = of([(min(met, base), base) for met, base in found])
    told = table[table["verdict"].isin([Verdict.UP, Verdict.DOWN])]
    assert (told["p_value_holm"] < 0.05).all()
    assert ((told["against_rest_low"] > 0) | (told["against_rest_high"] < 0)).all()
    assert table.loc[table["verdict"].isna(), [*AGAINST]].isna().all(axis=None)


def test_segments_the_journey_and_the_overview_say_the_same_of_the_same_groups() -> None:
    groups = {"Web": (50, 100), "Shop": (70, 100), "Phone": (90, 120), "Post": (8, 12), "Fax": (3, 5)}
    answers = [score for met, base in groups.values() for score in [5] * met + [1] * (base - met)]
    stages = [name for name, (_, base) in groups.items() for _ in range(base)]
    engine, dataset = in_memory({"Overall": question(answers), "Channel": segment(stages, Role.TOUCHPOINT)})
    key = (engine, dataset, first_view(dataset), DEFAULT_POLICY)
    by_segments = segments(*key, dataset.column("s01")).table.set_index("level")
    by_journey = journey(*key, dataset.column("s01")).table.set_index("stage")
    over_all = extremes(*key)
    by_overview = over_all.table.set_index("level")
    names = [*AGAINST, "p_value", "p_value_holm"]
    pd.testing.assert_frame_equal(
        by_segments.loc[list(groups), names], by_journey.loc[list(groups), names], check_names=False
    )
    pd.testing.assert_frame_equal(by_segments.loc[list(groups), names], by_overview.loc[list(groups), names])
    assert by_journey.loc[["Web", "Shop", "Phone"], "verdict"].tolist() == [
        Verdict.DOWN,
        Verdict.CANNOT_TELL,
        Verdict.UP,
    ]
    assert over_all.worst is not None
    assert over_all.worst.against_rest == newcombe(50, 100, 171, 237)
    assert (over_all.worst.level, over_all.best and over_all.best.level) == ("Web", "Phone")


def test_blanks_are_no_part_of_the_rest_anywhere_unless_they_are_hidden() -> None:
    for blank, rest in ((40, 136), (4, 140)):
        # with 4 blanks the next smallest level, Post, is hidden too: the hidden ones are one row of the rest
        answers = [5] * 50 + [1] * 50 + [5] * 90 + [1] * 30 + [5] * 8 + [1] * 8 + [1] * blank
        stages = ["Web"] * 100 + ["Phone"] * 120 + ["Post"] * 16 + [None] * blank
        engine, dataset = in_memory({"Overall": question(answers), "Channel": segment(stages, Role.TOUCHPOINT)})
        key = (engine, dataset, first_view(dataset), DEFAULT_POLICY)
        expected = newcombe(50, 100, 98, rest).value
        tables = (
            segments(*key, dataset.column("s01")).table,
            journey(*key, dataset.column("s01")).table,
            extremes(*key).table,
        )
        for table, name in zip(tables, ("level", "stage", "level"), strict=True):
            assert table.loc[table[name] == "Web", "against_rest"].item() == expected
            assert not set(table.loc[table[name].isna(), "verdict"]) & {Verdict.UP, Verdict.DOWN}
