"""Drivers: marks where the numbers are, intervals of both axes, labels that cover nothing."""

from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from csat_core.figures.drivers import LOOKS, importance, quadrants
from csat_core.figures.placing import Box, Spot, placed

WORDS = {"work_on": "Work on", "keep_up": "Keep up", "watch": "Watch", "no_hurry": "No hurry"}


def table(**changes: Any) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "driver": ["q02", "q03"],
            "label": ["Speed", "<b>Price</b>"],
            "quadrant": ["work_on", "no_hurry"],
            "quadrant_is_sure": [True, False],
            "share_of_r_squared": [0.7, 0.3],
            "share_of_r_squared_low": [0.6, 0.2],
            "share_of_r_squared_high": [0.8, 0.4],
            "performance": [0.4, 0.6],
            "performance_low": [0.35, 0.55],
            "performance_high": [0.45, 0.65],
            "base": [600.0, 598.0],
        }
    )
    return frame.assign(**changes)


def test_a_driver_stands_at_its_performance_and_importance() -> None:
    figure = quadrants(table(), (0.5, 0.5), WORDS)
    marks = next(trace for trace in figure.data if trace.mode == "markers")
    assert (list(marks.x), list(marks.y)) == ([40.0, 60.0], [70.0, 30.0])
    assert list(marks.customdata) == ["q02", "q03"]
    assert list(marks.marker.symbol) == [LOOKS["work_on"][1], LOOKS["no_hurry"][1]]
    assert figure.layout.height == 500


def test_the_intervals_of_both_axes_are_drawn() -> None:
    bars = [trace for trace in quadrants(table(), (0.5, 0.5), WORDS).data if trace.mode == "lines"]
    assert [(list(bar.x), list(bar.y)) for bar in bars[:2]] == [
        ([35.0, 45.0], [70.0, 70.0]),
        ([40.0, 40.0], [60.0, 80.0]),
    ]


def test_quadrants_meet_at_the_average() -> None:
    shapes = quadrants(table(), (0.5, 0.55), WORDS).layout.shapes
    assert {(shape.x0, shape.y0) for shape in shapes} == {(0, 50.0), (55.00000000000001, 0)}


def test_text_from_a_file_stays_text_and_the_hover_says_base_and_intervals() -> None:
    figure = quadrants(table(), (0.5, 0.5), WORDS)
    texts = [note.text for note in figure.layout.annotations]
    assert texts == [*(f"<i>{word}</i>" for word in WORDS.values()), "Speed", "&lt;b&gt;Price&lt;/b&gt;"]
    hover = next(trace for trace in figure.data if trace.mode == "markers").hovertext[1]
    assert hover == (
        "<b>&lt;b&gt;Price&lt;/b&gt;</b><br>No hurry, perhaps<br>importance 30.0 % of what the drivers explain"
        "<br>95 % interval 20.0 to 40.0 %<br>60.0 % satisfied with it<br>95 % interval 55.0 to 65.0 %<br>base 598"
    )


def test_without_intervals_the_marks_are_drawn_all_the_same() -> None:
    nothing = {f"share_of_r_squared_{end}": np.nan for end in ("low", "high")}
    figure = quadrants(table(**nothing), (0.5, 0.5), WORDS)
    assert np.isfinite(figure.layout.yaxis.range).all()
    assert "interval 20" not in str(figure.data[-1].hovertext)


def test_importance_begins_at_nought() -> None:
    rows = pd.DataFrame(
        {
            "key": ["q02"], "label": ["Speed"], "value": [0.7], "low": [0.6], "high": [0.8], "base": [600.0],
            "tone": ["ours"], "note": ["must-have"],
        }
    )  # fmt: skip
    figure = importance(rows)
    assert figure.layout.xaxis.range[0] <= 0
    assert [note.text for note in figure.layout.annotations] == ["Speed", "must-have", "<b>70.0 %</b>"]


AREA = Box(left=0, right=700, bottom=0, top=440)


def boxes(marks: list[Spot], widths: list[float]) -> list[Box]:
    spots = placed(marks, widths, 18, AREA, [], [])
    return [
        Box(left=m.x + s.x - w / 2, right=m.x + s.x + w / 2, bottom=m.y + s.y - 9, top=m.y + s.y + 9)
        for m, s, w in zip(marks, spots, widths, strict=True)
    ]


def test_fourteen_crowded_labels_cover_neither_one_another_nor_a_mark() -> None:
    random = np.random.default_rng(5)
    marks = [
        Spot(x=float(x), y=float(y))
        for x, y in zip(random.normal(350, 90, 14), random.normal(160, 40, 14), strict=True)
    ]
    found = boxes(marks, [120.0] * 14)
    assert not any(a.overlaps(b) for a, b in combinations(found, 2))
    assert not any(box.leaves(AREA) for box in found)
    inside = [(m, box) for m in marks for box in found if box.left < m.x < box.right and box.bottom < m.y < box.top]
    assert inside == []


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(20, 680), st.integers(20, 420)), min_size=1, max_size=6, unique=True))
def test_a_few_labels_always_find_room(places: list[tuple[int, int]]) -> None:
    found = boxes([Spot(x=float(x), y=float(y)) for x, y in places], [90.0] * len(places))
    assert not any(a.overlaps(b) for a, b in combinations(found, 2))
    assert not any(box.leaves(AREA) for box in found)
