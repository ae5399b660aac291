"""Ranked rows: marks, intervals, words beside them, and rows that are hidden."""

import math

import pandas as pd

from csat_core.figures.ranked import ROW, ranked
from csat_core.figures.style import DISSATISFIED

ROWS = pd.DataFrame(
    {
        "key": ["a", "b", "c"],
        "label": ["Returns", "<b>Delivery of everything that was ordered</b> and more words", "Tiny"],
        "value": [0.568, 0.75, math.nan],
        "low": [0.54, 0.73, math.nan],
        "high": [0.6, 0.77, math.nan],
        "base": [812.0, 3000.0, math.nan],
        "tone": ["below", "plain", "plain"],
        "note": ["below the rest", "", ""],
    }
)


def test_a_mark_carries_its_key_colour_and_shape() -> None:
    marks = ranked(ROWS).data[-1]
    assert list(marks.customdata) == ["a", "b", "c"]
    assert (marks.marker.color[0], marks.marker.symbol[0]) == (DISSATISFIED, "triangle-down")
    assert list(marks.y) == sorted(marks.y, reverse=True)


def test_values_stand_above_their_marks_and_a_hidden_row_says_why() -> None:
    texts = [annotation.text for annotation in ranked(ROWS).layout.annotations]
    assert [text for text in texts if "%" in text or "few" in text] == [
        "below the rest  <b>56.8 %</b>", "<b>75.0 %</b>", "<i>too few answers</i>"
    ]  # fmt: skip


def test_hover_has_interval_and_base() -> None:
    hover = ranked(ROWS).data[-1].hovertext
    assert hover[0] == "<b>Returns</b><br>56.8 %<br>95 % interval 54.0 % to 60.0 %<br>base 812<br>below the rest"
    assert hover[2] == "<b>Tiny</b><br>hidden: too few answers"


def test_labels_are_literal_and_cut() -> None:
    label = ranked(ROWS).layout.annotations[2].text
    assert label == "&lt;b&gt;Delivery of everything that was or…"


def test_the_reference_is_a_stroke_in_every_row_with_words_on_top() -> None:
    figure = ranked(ROWS, reference=0.72, reference_words="all answers")
    assert [x for x in figure.data[0].x if not math.isnan(x)] == [0.72] * 6
    assert figure.layout.annotations[0].text == "all answers"


def test_ticks_are_round_numbers_within_what_is_shown() -> None:
    assert list(ranked(ROWS, axis="share").layout.xaxis.ticktext) == ["60 %", "70 %"]


def test_the_height_is_fixed_by_the_rows_and_nothing_breaks_without_any() -> None:
    assert ranked(ROWS).layout.height == 3 * ROW + 12
    assert len(ranked(ROWS.iloc[:0]).data[-1].x) == 0
