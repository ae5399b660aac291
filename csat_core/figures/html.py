"""Figures in a page of their own: each as data, and the program that draws them as text to be put beside it."""

from functools import cache
from pathlib import Path

import plotly.graph_objects as go
from plotly.io.json import to_json_plotly

from csat_core.figures.style import inked


def as_json(figure: go.Figure, theme: str) -> str:
    """The figure in the ink of `theme` as JSON that can stand inside a script element, whatever its words are."""
    drawn = inked(figure, theme)
    plain = drawn.to_plotly_json()
    plain["layout"].pop("template", None)
    plain["layout"]["autosize"] = True
    text: str = to_json_plotly({"data": plain["data"], "layout": plain["layout"]})
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


LIBRARY = Path(__file__).resolve().parent / "assets" / "plotly-cartesian.min.js"
"""plotly.js with lines, bars and heat maps alone, as its makers publish it: a third of what comes with the Python package.

A new Plotly brings a new one: `npm pack plotly.js-cartesian-dist-min@VERSION`, the version that `get_plotlyjs_version` says.
"""


@cache
def library() -> str:
    """The program that draws figures; it asks nobody for anything."""
    return LIBRARY.read_text("utf-8").replace("</script", "<\\/script")
