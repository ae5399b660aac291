"""The distribution: each answer a bar of its own, with the base and the interval in the hover."""

import numpy as np
import pandas as pd
import pytest

from csat_core.figures.distribution import MOST_BARS, distribution
from csat_core.figures.style import DISSATISFIED, NEUTRAL, SATISFIED


def answers(counts: list[float], labels: list[str] | None = None) -> pd.DataFrame:
    """A table of answers on a scale of that many points: the two highest satisfied, the middle one neutral."""
    points = len(counts)
    base = sum(counts)
    bands = ["dissatisfied"] * (points - 3) + ["neutral", "satisfied", "satisfied"]
    return pd.DataFrame(
        {
            "position": range(1, points + 1),
            "value": [float(at) for at in range(1, points + 1)],
            "label": labels or [str(at) for at in range(1, points + 1)],
            "band": bands,
            "count": counts,
            "share": [count / base for count in counts],
            "low": 0.1,
            "high": 0.3,
        }
    )


def test_a_bar_is_as_long_as_the_share_of_its_answer() -> None:
    (bar,) = distribution(answers([100, 100, 200, 300, 300])).data
    assert list(bar.x) == pytest.approx([10, 10, 20, 30, 30])
    assert list(bar.y) == [1, 2, 3, 4, 5]
    assert list(bar.text) == ["10.0 %", "10.0 %", "20.0 %", "30.0 %", "30.0 %"]


def test_a_bar_has_the_colour_of_what_the_scheme_makes_of_its_answer() -> None:
    (bar,) = distribution(answers([1, 1, 1, 1, 1])).data
    assert list(bar.marker.color) == [DISSATISFIED, DISSATISFIED, NEUTRAL, SATISFIED, SATISFIED]


def test_a_bar_carries_its_position_for_whoever_follows_it() -> None:
    (bar,) = distribution(answers([1, 1, 1, 1, 1])).data
    assert list(bar.customdata) == [1, 2, 3, 4, 5]


def test_the_hover_holds_the_base_and_the_interval_and_the_band_in_words() -> None:
    (bar,) = distribution(answers([1_000, 0, 0, 0, 4_000])).data
    assert bar.hoverinfo == "text"
    assert bar.hovertext[0] == (
        "<b>1</b>, counted as dissatisfied<br>20.0 % of answers<br>95 % interval 10.0 to 30.0 %<br>1,000 answers"
    )


def test_answers_are_named_from_worst_to_best_upwards() -> None:
    figure = distribution(answers([1, 1, 1], ["Bad", "Fair", "Good"]))
    assert list(figure.layout.yaxis.tickvals) == [1, 2, 3]
    assert list(figure.layout.yaxis.ticktext) == ["Bad", "Fair", "Good"]
    assert figure.layout.yaxis.autorange != "reversed"


def test_two_long_answers_that_begin_alike_keep_their_own_bars() -> None:
    stem = "The people at the counter were, on the whole, "
    figure = distribution(answers([1, 2, 3], [stem + "rude", stem + "fine", stem + "kind"]))
    assert len(set(figure.layout.yaxis.ticktext)) == 1
    assert len(set(figure.data[0].y)) == 3


def test_the_words_of_an_answer_are_shown_letter_by_letter() -> None:
    figure = distribution(answers([1, 1, 1], ["<b>bad</b>", "a & b", "<a href='http://e.invalid'>x</a>"]))
    assert figure.layout.yaxis.ticktext[0] == "&lt;b&gt;bad&lt;/b&gt;"
    assert figure.layout.yaxis.ticktext[1] == "a &amp; b"
    assert "<a" not in figure.data[0].hovertext[2]


def test_hidden_answers_have_neither_a_bar_nor_a_number() -> None:
    table = answers([1, 1, 1, 1, 1])
    table[["count", "share", "low", "high"]] = np.nan
    (bar,) = distribution(table).data
    assert np.isnan(np.asarray(bar.x, dtype=float)).all()
    assert set(bar.text) == {"–"}
    assert bar.hovertext[4] == "<b>5</b>, counted as satisfied<br>– of answers<br>95 % interval –<br>– answers"


@pytest.mark.parametrize(("points", "orientation"), [(MOST_BARS, "h"), (MOST_BARS + 1, None)])
def test_a_scale_of_more_than_twelve_answers_is_drawn_as_a_histogram(points: int, orientation: str | None) -> None:
    (bar,) = distribution(answers([1.0] * points)).data
    assert bar.orientation == orientation
    lengths, places = (bar.x, bar.y) if orientation == "h" else (bar.y, bar.x)
    assert list(lengths) == pytest.approx([100 / points] * points)
    assert list(places) == list(range(1, points + 1))
