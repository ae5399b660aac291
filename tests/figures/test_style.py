"""The shared look: text from files is shown letter by letter, and figures are drawn without Plotly Express."""

import json
import subprocess
import sys
from html import unescape

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plotly.io import to_json

from csat_core.figures.style import (
    GROUND,
    INK,
    ON_DARK,
    ON_PAPER,
    PAPER,
    SATISFIED,
    base_figure,
    inked,
    literal,
    sealed,
)

LOADED = """
import json, sys
import csat_core.figures.distribution, csat_core.figures.risk, csat_core.figures.trend
print(json.dumps([name for name in sys.modules if name.startswith("plotly")]))
"""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Good", "Good"),
        ("\u202eabc\u2066 \u05d0", "\ufffdabc\ufffd \u05d0"),
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("&lt;", "&amp;lt;"),
        ("two\nlines\tand  spaces", "two lines and spaces"),
        ('it\'s "quoted"', 'it\'s "quoted"'),
    ],
)
def test_the_small_html_of_plotly_is_switched_off(text: str, shown: str) -> None:
    assert literal(text) == shown


@pytest.mark.parametrize(("length", "shown"), [(60, "a" * 60), (61, "a" * 59 + "…")])
def test_a_long_text_is_cut_at_sixty_letters(length: int, shown: str) -> None:
    assert literal("a" * length) == shown


def test_a_text_is_cut_before_it_is_escaped() -> None:
    assert literal("<" * 10, 5) == "&lt;&lt;&lt;&lt;…"


@given(st.text(max_size=100), st.integers(2, 60))
def test_no_tag_survives_and_no_text_grows(text: str, most: int) -> None:
    shown = literal(text, most)
    assert "<" not in shown
    assert ">" not in shown
    assert len(unescape(shown)) <= most


@pytest.mark.parametrize(("theme", "ink"), [("light", "light"), ("dark", "dark"), (None, "light")])
def test_text_takes_the_ink_of_the_theme(theme: str | None, ink: str) -> None:
    figure = inked(go.Figure(base_figure(300)), theme)
    assert figure.layout.font.color == INK[ink]
    assert figure.layout.xaxis.tickfont.color == INK[ink]
    assert figure.layout.yaxis.title.font.color == INK[ink]
    assert figure.layout.hoverlabel.bgcolor == PAPER[ink]


def test_a_figure_has_a_fixed_height_and_no_legend() -> None:
    layout = base_figure(300).layout
    assert (layout.height, layout.showlegend) == (300, False)


def test_plotly_express_is_never_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    loaded = json.loads(done.stdout)
    assert "plotly.graph_objects" in loaded
    assert "plotly.express" not in loaded


def test_a_sealed_figure_sends_the_looks_of_its_own_marks_only() -> None:
    figure = base_figure(300)
    figure.update_layout(template="plotly").add_bar(x=[1, 2], y=[3, 4])
    sent, plain = (json.loads(to_json(each, validate=False)) for each in (sealed(figure), figure))
    assert list(sent["layout"]["template"]["data"]) == ["bar"]
    assert sent["data"] == plain["data"]
    assert sent["layout"]["template"]["layout"] == plain["layout"]["template"]["layout"]
    assert {name: part for name, part in sent["layout"].items() if name != "template"} == {
        name: part for name, part in plain["layout"].items() if name != "template"
    }


def test_a_sealed_figure_is_worked_out_once() -> None:
    figure = sealed(base_figure(300))
    assert figure.to_dict() is figure.to_dict()


def test_marks_are_brighter_on_dark_paper_and_their_numbers_are_kept() -> None:
    figure = go.Figure(base_figure(300))
    figure.add_bar(x=[1, 2], y=[3.0, 4.5], marker={"color": [SATISFIED, "rgba(1,2,3,0.5)"]})
    dark = inked(figure, "dark")
    assert list(dark.data[0].marker.color) == [ON_DARK[SATISFIED], "rgba(1,2,3,0.5)"]
    assert list(dark.data[0].y) == [3.0, 4.5]
    assert inked(figure, "light").data[0].marker.color[0] == SATISFIED


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_note_that_lines_run_behind_stands_on_paper(theme: str) -> None:
    figure = go.Figure(base_figure(300)).add_annotation(text="x", name=ON_PAPER).add_annotation(text="y")
    assert [note.bgcolor for note in inked(figure, theme).layout.annotations] == [GROUND[theme], None]
