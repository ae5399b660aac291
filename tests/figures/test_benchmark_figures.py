"""The ranked industries and benchmarks: ours marked, theirs a line, every text letter for letter."""

import pandas as pd
import pytest

from csat_core.figures.benchmarks import gap_rows, industry_rows
from csat_core.figures.ranked import ranked
from csat_core.model.benchmark import Metric

NAN = float("nan")


def industries() -> pd.DataFrame:
    rows = [
        (1, "Banks", 78.0, NAN, NAN, NAN, False),
        (2, "<b>Us</b>", 75.0, 74.0, 76.0, 400.0, True),
        (3, "Gas", 73.0, NAN, NAN, NAN, False),
    ]
    return pd.DataFrame(rows, columns=["rank", "name", "value", "low", "high", "base", "is_ours"])


def test_ours_is_a_diamond_with_its_interval_among_the_industries() -> None:
    figure = industry_rows(industries(), "Banks", 78.0)
    marks = figure.data[-1]
    assert list(marks.x) == [78, 75, 73]
    assert list(marks.marker.symbol) == ["circle", "diamond", "circle"]
    assert list(marks.customdata) == ["Banks", "<b>Us</b>", "Gas"]
    assert marks.hovertext[
        1
    ] == "<b>2  &lt;b&gt;Us&lt;/b&gt;</b><br>75.0<br>95 % interval 74.0 to 76.0<br>base 400<br>us".replace("  ", " ")
    words = [note.text for note in figure.layout.annotations]
    assert words[0] == "Banks 78.0"
    assert "2 &lt;b&gt;Us&lt;/b&gt;" in words


def test_the_line_is_ours_unless_another_is_named() -> None:
    rows = [("us", "Us", 0.6, 0.5, 0.7, 100.0, "ours", ""), ("a", "A", 0.7, NAN, NAN, NAN, "above", "")]
    table = pd.DataFrame(rows, columns=["key", "label", "value", "low", "high", "base", "tone", "note"])
    assert gap_rows(table, Metric.CSAT).layout.annotations[0].text == "us 60.0 %"
    assert gap_rows(table, Metric.CSAT, 0.7, "the best").layout.annotations[0].text == "the best 70.0 %"
    assert len(gap_rows(table[1:], Metric.CSAT).layout.annotations) == 2


@pytest.mark.parametrize(("reference", "side"), [(0.5, "left"), (0.7, "center"), (0.9, "right")])
def test_the_words_of_a_line_stay_within_the_picture(reference: float, side: str) -> None:
    rows = [("a", "A", 0.5, NAN, NAN, NAN, "plain", ""), ("b", "B", 0.9, NAN, NAN, NAN, "plain", "")]
    table = pd.DataFrame(rows, columns=["key", "label", "value", "low", "high", "base", "tone", "note"])
    assert ranked(table, reference=reference, reference_words="mean").layout.annotations[0].xanchor == side
