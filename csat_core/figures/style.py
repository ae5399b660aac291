"""The look that all figures share: colours with a meaning, quiet axes, one way to write a hover."""

from html import escape
from typing import Any

import numpy as np
import plotly.graph_objects as go
from orjson import Fragment
from plotly.io.json import to_json_plotly

from csat_core.model.formats import TURNING

Figure = go.Figure

SATISFIED, NEUTRAL, DISSATISFIED = "#2B6CB0", "#8B857A", "#C8620F"
"""Blue, grey and orange stay apart for every kind of colour vision, on light and on dark paper."""

BAND_COLOURS = {"satisfied": SATISFIED, "neutral": NEUTRAL, "dissatisfied": DISSATISFIED}
INTERVAL = "rgba(43,108,176,0.18)"
QUIET = "rgba(128,134,142,0.28)"

ON_DARK = {
    SATISFIED: "#6AA5E3",
    NEUTRAL: "#8E98A4",
    DISSATISFIED: "#EE9A4D",
    INTERVAL: "rgba(106,165,227,0.32)",
    "#ffffff": "#14181d",
}
"""What stands for each colour on dark paper, where the colours of light paper sink into the ground; so does white within bars."""

ON_PAPER = "on paper"
"""The name of an annotation that is laid on paper, so that lines behind it leave it readable."""

GROUND = {"light": "rgba(250,247,241,0.8)", "dark": "rgba(20,26,34,0.8)"}

INK = {"light": "#3F3A32", "dark": "#D3D9E0"}
PAPER = {"light": "#FFFFFF", "dark": "#1E2630"}
"""Text on light and on dark paper, 4.5 to 1 and better against both."""


CONFIG: dict[str, Any] = {"displayModeBar": False, "responsive": True}


def literal(text: str, most: int = 60) -> str:
    """Text from a file as Plotly shows it letter for letter: its small HTML is switched off, long text is cut.

    What would turn the direction of writing around, that of the words beside it too, shows as a sign that stands for it.
    """
    cut = text if len(text) <= most else text[: most - 1] + "…"
    return escape(" ".join(TURNING.sub("\ufffd", cut).split()), quote=False)


def base_figure(height: int, *, left: int = 8, right: int = 16, top: int = 8, bottom: int = 8) -> go.Figure:
    """An empty figure with the shared layout; a fixed height, so that nothing jumps while it loads."""
    return go.Figure(
        layout=go.Layout(
            height=height,
            margin={"l": left, "r": right, "t": top, "b": bottom},
            showlegend=False,
            hovermode="closest",
            bargap=0.3,
            paper_bgcolor="rgba(0,0,0,0)",
            plot_bgcolor="rgba(0,0,0,0)",
            hoverlabel={"align": "left"},
            xaxis={"automargin": True, "zeroline": False, "fixedrange": True},
            yaxis={"automargin": True, "zeroline": False, "fixedrange": True, "gridcolor": QUIET},
            uirevision="keep",
            separators=".,",
        )
    )


def inked(figure: go.Figure, theme: str | None) -> go.Figure:
    """The figure with its text in the ink and its marks in the colours of `theme`, `light` or `dark`."""
    theme = "dark" if theme == "dark" else "light"
    if theme == "dark":
        plain = figure.to_plotly_json()
        figure = go.Figure(data=_on_dark(plain["data"]), layout=_on_dark(plain["layout"]))
    ink, paper = INK[theme], PAPER[theme]
    figure.update_annotations({"bgcolor": GROUND[theme], "borderpad": 1}, {"name": ON_PAPER})
    figure.update_layout(
        font={"color": ink, "size": 13}, hoverlabel={"bgcolor": paper, "font": {"color": ink, "size": 13}}
    )
    figure.update_xaxes(tickfont={"color": ink}, title={"font": {"color": ink, "size": 13}})
    return figure.update_yaxes(tickfont={"color": ink}, title={"font": {"color": ink, "size": 13}})


def _on_dark(part: Any) -> Any:
    """A part of a plain figure in the colours of dark paper; its template holds none of them."""
    if isinstance(part, dict):
        return {name: value if name == "template" else _on_dark(value) for name, value in part.items()}
    if isinstance(part, (list, tuple)):
        return [_on_dark(each) for each in part]
    return ON_DARK.get(part, part) if isinstance(part, str) else part


class SealedFigure(go.Figure):  # type: ignore[misc]  # Plotly comes without types
    """A figure that nobody changes any more: its plain form is worked out once, however often it is sent."""

    _plain: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """The plain form, the same object every time, its parts written as JSON already."""
        if not hasattr(self, "_plain"):
            plain = _pruned(super().to_dict())
            self._plain = {"data": [_written(trace) for trace in plain["data"]], "layout": _written(plain["layout"])}
        return self._plain


def _written(part: dict[str, Any]) -> dict[str, Any]:
    """`part` with everything in it that has parts of its own as the JSON it is sent as."""
    return {
        name: Fragment(to_json_plotly(value)) if isinstance(value, (dict, list, tuple, np.ndarray)) else value
        for name, value in part.items()
    }


def _pruned(plain: dict[str, Any]) -> dict[str, Any]:
    """`plain` without the looks of kinds of marks that it does not have: most of what would be sent."""
    template = plain["layout"].get("template", {})
    used = {mark["type"] for mark in plain["data"]}
    looks = {kind: look for kind, look in template.get("data", {}).items() if kind in used}
    return plain | {"layout": plain["layout"] | {"template": template | {"data": looks}}}


def sealed(figure: go.Figure) -> SealedFigure:
    """The same figure, no longer to be changed; for figures that are kept and sent many times."""
    return SealedFigure(figure)
