"""The pictures of groups, through their data."""

import numpy as np
import pandas as pd

from csat_core.figures.segments import grid, level_name, levels
from csat_core.model.caveat import Caveat
from csat_core.model.estimate import Estimate
from csat_core.stats.proportions import wilson


def table(**columns: list[object]) -> pd.DataFrame:
    base: dict[str, list[object]] = {
        "level": ["<b>A</b>", "B", None, None], "rolled": [0, 0, 0, 3], "share": [0.4, 0.7, np.nan, 0.6],
        "low": [0.3, 0.6, np.nan, 0.5], "high": [0.5, 0.8, np.nan, 0.7], "base": [100, 200, np.nan, 50],
        "mark": ["below", "above", "none", "none"], "hidden": [False, False, True, False],
        "caveats": [(), (), (Caveat.HIDDEN_SMALL_BASE,), ()],
    }  # fmt: skip
    return pd.DataFrame(base | columns)


TOTAL: Estimate = wilson(60, 100)


def test_groups_beyond_noise_have_a_triangle_and_say_so() -> None:
    figure = levels(table(), TOTAL, "CSAT")
    marks = figure.data[-1]
    assert list(marks.marker.symbol) == ["triangle-down", "triangle-up", "circle", "circle"]
    assert list(marks.customdata) == ["0", "1", "2", "3"]
    words = [note.text for note in figure.layout.annotations]
    assert "&lt;b&gt;A&lt;/b&gt;" in words
    assert "below the rest" in words
    assert "<i>too few answers</i>" in words
    assert "all 60.0 %" in words


def test_a_group_without_a_name_has_one() -> None:
    assert level_name(None) == "(blank)"
    assert level_name(None, 1_200) == "Other (1,200 groups)"


def cells() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "row_at": [0, 0, 0, 1, 1, 1], "column_at": [0, 1, 2, 0, 1, 2],
            "row": ["<i>N</i>", "<i>N</i>", "<i>N</i>", None, None, None], "column": ["Web", None, None, "Web", None, None],
            "is_margin": [False, False, True, True, True, True], "place": [0, 1, -1, -1, -1, -1],
            "share": [0.5, np.nan, 0.6, 0.55, np.nan, 0.6], "low": [0.4] * 6, "high": [0.7] * 6, "base": [100.0] * 6,
            "hidden": [False, True, False, False, True, False], "mark": ["below", "none", "none", "none", "none", "none"],
            "from_total": [-0.1, np.nan, 0.0, -0.05, np.nan, 0.0],
        }
    )  # fmt: skip


def test_cells_hold_whole_percents_marks_and_what_is_hidden() -> None:
    figure = grid(cells(), "CSAT")
    numbers = figure.data[-1]
    assert [note.text for note in figure.layout.annotations[:6]] == [
        "<b>▼50</b>",
        "<i>few</i>",
        "60",
        "55",
        "<i>few</i>",
        "60",
    ]
    assert list(numbers.customdata) == ["0", "1", "-1", "-1", "-1", "-1"]
    assert numbers.hovertext[0] == (
        "<b>&lt;i&gt;N&lt;/i&gt; × Web</b><br>CSAT 50.0 %, −10.0 points from the total<br>"
        "95 % interval 40.0 to 70.0 %<br>base 100<br>below the rest"
    )
    assert numbers.hovertext[1] == "<b>&lt;i&gt;N&lt;/i&gt; × (blank)</b><br>hidden: too few answers"
    assert numbers.hovertext[5].startswith("<b>All</b>")


def test_the_colour_says_the_distance_from_the_total_and_hidden_cells_are_hatched() -> None:
    figure = grid(cells(), "CSAT")
    colours = figure.data[0].z
    # from the bottom: the cells of All, the line of its name, the cells of N, the line of its name
    assert np.allclose(colours[2], [-1, np.nan, 0], equal_nan=True)
    assert np.isnan(colours[1]).all()
    hatched = figure.data[1]
    assert list(hatched.x) == [1, 1]
    assert hatched.marker.pattern.shape == "/"
