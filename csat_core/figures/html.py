"""Figures in a page of their own: each as data, and the program that draws them as text to be put beside it."""

from functools import cache

import plotly.graph_objects as go
from plotly.io.json import to_json_plotly
from plotly.offline import get_plotlyjs

from csat_core.figures.style import inked


def as_json(figure: go.Figure, theme: str) -> str:
    """The figure in the ink of `theme` as JSON that can stand inside a script element, whatever its words are."""
    drawn = inked(figure, theme)
    plain = drawn.to_plotly_json()
    plain["layout"].pop("template", None)
    plain["layout"]["autosize"] = True
    text: str = to_json_plotly({"data": plain["data"], "layout": plain["layout"]})
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


@cache
def library() -> str:
    """The program that draws figures; it asks nobody for anything."""
    text: str = get_plotlyjs()
    return text.replace("</script", "<\\/script")
