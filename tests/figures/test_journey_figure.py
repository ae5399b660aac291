"""The journey as a figure: rows in order, marks with a shape and a word, hidden rows said, nothing computed."""

import numpy as np
import pytest

from csat_core.analyses.journey import journey
from csat_core.analyses.metric_bands import metric_bands
from csat_core.figures.journey import bands, stages
from csat_core.figures.style import DISSATISFIED, NEUTRAL, SATISFIED
from csat_core.model.dataset import Role
from csat_core.model.policy import DEFAULT_POLICY
from csat_core.model.view import first_view
from tests.conftest import in_memory, numbers, question, segment

LEVELS = ["<b>Browse</b>"] * 100 + ["Buy"] * 100 + ["Return"] * 50 + [None] * 40
ANSWERS = [5] * 80 + [1] * 20 + [4] * 70 + [2] * 30 + [4] * 20 + [1] * 30 + [5] * 28 + [1] * 12


def drawn(levels: list[str | None], answers: list[int]):  # type: ignore[no-untyped-def]
    engine, dataset = in_memory({"Overall": question(answers), "At": segment(levels, Role.TOUCHPOINT)})
    found = journey(engine, dataset, first_view(dataset), DEFAULT_POLICY, dataset.column("s01"))
    return stages(found), found


def marks(figure):  # type: ignore[no-untyped-def]
    (trace,) = (trace for trace in figure.data if trace.mode == "markers")
    return trace


def test_stages_go_from_the_top_down_with_their_shares_and_keys() -> None:
    figure, _ = drawn(LEVELS, ANSWERS)
    trace = marks(figure)
    assert list(trace.customdata) == ["<b>Browse</b>", "Buy", "Return", ""]
    assert list(trace.x) == pytest.approx([0.8, 0.7, 0.4, 0.7])
    assert list(np.diff(trace.y)) == pytest.approx([-1, -1, -1])


def test_pain_and_high_points_have_colour_shape_word_and_reason() -> None:
    figure, found = drawn(LEVELS, ANSWERS)
    trace = marks(figure)
    assert list(trace.marker.color) == [SATISFIED, NEUTRAL, DISSATISFIED, NEUTRAL]
    assert list(trace.marker.symbol) == ["triangle-up", "circle", "triangle-down", "circle"]
    said = [note.text for note in figure.layout.annotations]
    assert "pain point −35.0 points" in said
    assert found.table["against_rest"].iloc[2] == pytest.approx(0.4 - 150 / 200)
    assert "all 68.3 %" in said


def test_a_hidden_stage_keeps_its_row_and_says_why() -> None:
    figure, _ = drawn(["a"] * 40 + ["b"] * 35 + ["c"] * 12 + ["d"] * 5, [5] * 92)
    assert list(np.isnan(marks(figure).x)) == [False, False, True, True]
    said = [note.text for note in figure.layout.annotations]
    # c has twelve answers, and is hidden so that those of d cannot be worked out
    assert [said.count(f"<i>{why}</i>") for why in ("not shown", "too few answers")] == [1, 1]
    assert marks(figure).hovertext[2] == "<b>c</b><br>not shown, so that a smaller group cannot be worked out from it"


def test_names_of_a_file_are_no_tags() -> None:
    figure, _ = drawn(LEVELS, ANSWERS)
    texts = [note.text for note in figure.layout.annotations]
    assert "&lt;b&gt;Browse&lt;/b&gt;" in texts
    assert marks(figure).hovertext[0].startswith("<b>&lt;b&gt;Browse&lt;/b&gt;</b>")


def test_bands_say_their_part_of_the_answers_and_leave_the_unknown_out() -> None:
    given = {"Overall": question([5] * 60 + [1] * 40 + [5] * 40), "Minutes to reply": numbers([2.0] * 50 + [20.0] * 50 + [None] * 40)}  # fmt: skip
    engine, dataset = in_memory(given)
    figure = bands(metric_bands(engine, dataset, first_view(dataset), DEFAULT_POLICY, dataset.column("n01")))
    assert list(marks(figure).customdata) == ["3 or less", "over 10 to 60"]
    assert "50 % of answers" in [note.text for note in figure.layout.annotations]
