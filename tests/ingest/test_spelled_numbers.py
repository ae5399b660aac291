"""Numbers written otherwise than in digits, and answers as shares of the best one."""

from pathlib import Path

import pytest

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.mapping import decide, propose
from csat_core.ingest.scales.spelled_numbers import spelled_number
from tests.ingest.brought import Brought
from tests.ingest.handmade import profiles


def beside(name: str, cells: list[str]) -> ColumnMapping:
    """How a column is read beside a plain outcome."""
    rows = (cells * (200 // len(cells) + 1))[:200]
    columns = propose(profiles({name: rows, "Overall satisfaction": [*"12345"] * 40}), ".").columns
    return next(each for each in columns if each.name == name)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3½", "3.5"), ("½", "0.5"), ("3 ½", "3.5"), ("4 1/2", "4.5"), ("2¼", "2.25"), ("4½ stars", "4.5 stars"),
        ("4½/5", "4.5/5"), ("③", "3"), ("４", "4"), ("4️⃣", "4"), ("5⭐", "5"), ("5 ★", "5"), ("3-star", "3 star"), ("4-sterne", "4 sterne"), ("★★★½", "3.5"), ("四", "4"),
        ("4.", "4"), ("(4)", "4"), ("4)", "4"), ("4", None), ("4/5", None), ("1/2", None), ("1 1/2 hours", None),
        ("Route 4", None), ("4a", None), ("四月", None), ("½ pint", None), ("", None), ("five", "5"), ("four stars", "4 stars"), ("zwei von fünf", "2 von 5"), ("five o clock", None),
    ],
)  # fmt: skip
def test_a_number_is_read_however_it_is_written(text, number):
    assert spelled_number(text) == number


@pytest.mark.parametrize(
    ("name", "cells", "scale"),
    [
        ("Rating", ["1", "1½", "2", "2½", "3", "3½", "4", "4½", "5"], "0.5-5"),
        ("Stars", ["★★★½", "★★★★", "★", "★★", "★★★★★", "★★½"], "0.5-5"),
        ("Stars", ["★★★", "★★★★", "★", "★★", "★★★★★"], "★|★★|★★★|★★★★|★★★★★"),
        ("Quality", ["ONE", "TWO", "THREE", "FOUR", "FIVE"], "1-5"),
        ("Children", ["one", "two", "three", "four", "five"], None),
        ("Quality", ["①", "②", "③", "④", "⑤"], "1-5"),
        ("Quality", ["１", "２", "３", "４", "５"], "1-5"),
        ("Rating", ["0.2", "0.4", "0.6", "0.8", "1.0"], "0.2|0.4|0.6|0.8|1.0"),
        ("Rating", ["0,2", "0,4", "0,6", "0,8", "1"], "0,2|0,4|0,6|0,8|1"),
        ("Rating", ["0", "0.25", "0.5", "0.75", "1"], "0|0.25|0.5|0.75|1"),
        ("Rating", ["0 %", "100 %"], "0 %|100 %"),
        ("Rating", ["20 %", "40 %", "60 %", "80 %", "100 %"], "20 %|40 %|60 %|80 %|100 %"),
        ("Rating", ["0 %", "15 %", "30 %", "65 %", "80 %", "100 %"], "0-100"),
        ("Service satisfaction", ["0.37", "0.52", "0.71", "0.11", "0.99", "0.8"], "0-100"),
        ("Rating", ["++", "+", "0", "-", "--"], "--|-|0|+|++"),
        ("Rating", ["+", "-"], "-|+"),
        ("Rating", ["-3", "-2", "-1", "0", "1", "2", "3"], "-3..3"),
        ("Rating", ["-1", "0", "1"], "-1..1"),
        ("Rating", ["7.5", "8", "8.5", "9.5", "10", "4"], "0.5-10"),
        ("Rating", ["8.3", "9.2", "7.1", "10", "6.7"], "0-10:0.1"),
        ("Rating", ["1 Very dissatisfied", "2 Dissatisfied", "3 Neutral", "4 Satisfied", "5 Very satisfied"], "1 Very dissatisfied|2 Dissatisfied|3 Neutral|4 Satisfied|5 Very satisfied"),
        ("Ease", ["Very difficult 1", "2", "3", "4", "Very easy 5"], "Very difficult 1|2|3|4|Very easy 5"),
        ("Store rating", ["Store 1", "Store 2", "Store 3"], None),
        ("Delivery", ["Very slow", "Slow", "Average", "Fast", "Very fast"], "Very slow|Slow|Average|Fast|Very fast"),
        ("物流", ["很慢", "慢", "一般", "快", "很快"], "很慢|慢|一般|快|很快"),
        ("Risk score", ["0.37", "0.52", "0.71", "0.11", "0.99", "0.8"], None),
        ("Discount", ["20 %", "40 %", "60 %", "80 %", "100 %"], None),
        ("Blood group", ["+", "-"], None),
        ("Share of wallet", ["0", "0.25", "0.5", "0.75", "1"], None),
    ],
)  # fmt: skip
def test_levels_are_read_where_the_name_rates(name, cells, scale):
    found = beside(name, cells)
    assert (found.scale and found.scale.name) == scale


@pytest.mark.parametrize(
    ("cells", "ways"),
    [
        (["-1", "0", "1"], ("-1..1", "0-1,-1=dk")),
        (["0", "0.2", "0.4", "0.6", "0.8", "1"], ("0|0.2|0.4|0.6|0.8|1", "0.2|0.4|0.6|0.8|1,0=na")),
    ],
)
def test_what_a_0_or_a_minus_means_is_asked_of_an_outcome_and_each_answer_settles_it(cells, ways):
    columns = profiles({"CSAT": cells * 40, "Region": ["N", "S"] * (20 * len(cells))})
    proposed = propose(columns, ".")
    assert proposed.columns[0].ways == ways
    assert f'--scale "CSAT={ways[1]}"' in proposed.open_questions[0]
    for way in ways:
        assert decide(proposed, columns, roles={}, scales={"CSAT": way}).open_questions == ()


def test_a_score_in_fractions_that_is_left_as_a_number_is_said():
    columns = profiles({"CSAT": ["1.25", "2.75", "3.4", "4.8"] * 20, "Ease of use": [*"12345"] * 16})
    (doubt,) = doubts_of(columns, propose(columns, "."))
    assert (doubt.code, doubt.column) == ("unused_outcome", "CSAT")


def test_such_cells_are_stored_as_the_answers_they_are(tmp_path: Path) -> None:
    cells = {
        "Overall rating": ["1", "1½", "4 1/2", "5", "３"],
        "Speed rating": ["0.2", "0.4", "0.6", "0.80", "1.0"],
        "Warmth rating": ["--", "-", "0", "+", "++"],
        "Help rating": ["0 %", "100 %", "100%", "0%", "100 %"],
        "Food satisfaction": ["0.07", "0.5", "1", "0.25", "0.93"],
    }
    lines = [";".join(cells), *[";".join(row) for row in zip(*cells.values(), strict=True)] * 10]
    found = Brought(tmp_path, "\n".join(lines))
    assert found.codes() == {}
    stored = {name: found.cells(name).tolist()[:5] for name in cells}
    assert stored == {
        "Overall rating": [2, 3, 9, 10, 6],
        "Speed rating": [1, 2, 3, 4, 5],
        "Warmth rating": [1, 2, 3, 4, 5],
        "Help rating": [1, 2, 2, 1, 2],
        "Food satisfaction": [8, 51, 101, 26, 94],
    }
