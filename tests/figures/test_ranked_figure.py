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


def test_values_stand_on_the_line_of_their_marks_and_a_hidden_row_says_why() -> None:
    figure = ranked(ROWS)
    values = [note for note in figure.layout.annotations if "%" in note.text or "few" in note.text]
    assert [note.text for note in values] == ["<b>56.8 %</b>", "<b>75.0 %</b>", "<i>too few answers</i>"]
    assert [note.y for note in values] == list(figure.data[-1].y)
    assert list(figure.layout.yaxis.tickvals) == list(figure.data[-1].y)[:2]


def test_words_stand_at_least_twice_as_near_to_their_own_mark_as_to_the_next() -> None:
    figure = ranked(ROWS)
    marks = list(figure.data[-1].y)
    names = [note.y for note in figure.layout.annotations if note.x == 0]
    own = [name - mark for name, mark in zip(names, marks, strict=True)]
    others = [mark - name for name, mark in zip(names[1:], marks[:-1], strict=True)]
    assert min(own) * ROW > 16
    assert min(others) >= 2 * max(own)
    notes = [note.y for note in figure.layout.annotations if note.text == "below the rest"]
    assert notes == names[:1]


def test_the_room_for_values_grows_with_the_longest_of_them() -> None:
    assert ranked(ROWS).layout.margin.r < ranked(ROWS, write=lambda value: f"{value:.20f}").layout.margin.r


def test_hover_has_interval_and_base() -> None:
    hover = ranked(ROWS).data[-1].hovertext
    assert hover[0] == "<b>Returns</b><br>56.8 %<br>95 % interval 54.0 % to 60.0 %<br>base 812<br>below the rest"
    assert hover[2] == "<b>Tiny</b><br>hidden: too few answers"


def test_labels_are_literal_and_cut() -> None:
    names = [note.text for note in ranked(ROWS).layout.annotations if note.x == 0]
    assert names[1] == "&lt;b&gt;Delivery of everything that was or…"


def test_the_reference_is_a_stroke_in_every_row_with_words_on_top() -> None:
    figure = ranked(ROWS, reference=0.72, reference_words="all answers")
    assert [x for x in figure.data[0].x if not math.isnan(x)] == [0.72] * 6
    assert figure.layout.annotations[0].text == "all answers"


def test_ticks_are_round_numbers_within_what_is_shown() -> None:
    assert list(ranked(ROWS, axis="share").layout.xaxis.ticktext) == ["60 %", "70 %"]


def test_the_height_is_fixed_by_the_rows_and_nothing_breaks_without_any() -> None:
    assert ranked(ROWS).layout.height == 3 * ROW + 12
    assert len(ranked(ROWS.iloc[:0]).data[-1].x) == 0
