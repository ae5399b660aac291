"""What happened, drawn on a time axis: thin lines with short names that never lie on each other."""

from collections.abc import Sequence
from datetime import date

import plotly.graph_objects as go

from csat_core.figures.style import NEUTRAL, literal
from csat_core.model.event import Event

MOST_LETTERS = 24
MOST_NAMED = 6
"""Events whose names find room; more are numbered."""
LETTER = 0.021
"""How much of the axis a letter takes on a phone, where the names must fit too."""
ROWS = 3
ROW_HEIGHT = 17


def numbered(events: Sequence[Event], first: date, last: date) -> dict[int, Event]:
    """The events within the axis by the number each has in the figure, from 1, in order of their days."""
    inside = sorted((event for event in events if first <= event.day <= last), key=lambda event: event.day)
    return dict(enumerate(inside, 1))


def numbers_drawn(events: Sequence[Event], span: tuple[date, date]) -> dict[Event, int]:
    """The number that each event carries in place of its name; empty where there is room for the names."""
    inside = numbered(events, *span)
    is_named = len(inside) <= MOST_NAMED and _rows(inside, _names(inside), span) is not None
    return {} if is_named else {event: number for number, event in inside.items()}


def _names(inside: dict[int, Event]) -> dict[int, str]:
    return {number: literal(event.name, MOST_LETTERS) for number, event in inside.items()}


def draw_events(
    figure: go.Figure, events: Sequence[Event], span: tuple[date, date], top: int, *, named: bool = True
) -> None:
    """Nothing; every event within `span` is a thin vertical line, named above the plot, in rows that make room.

    Where there are many, or names do not fit, the lines carry numbers; the margin `top` grows by the rows used.
    """
    inside = numbered(events, *span)
    texts = {n: str(n) for n in inside} if numbers_drawn(events, span) else _names(inside)
    rows = _rows(inside, texts, span) or dict.fromkeys(inside, 0)
    length = max(1, (span[1] - span[0]).days)
    for number, event in inside.items():
        figure.add_vline(
            x=event.day.isoformat(),
            line={"color": NEUTRAL, "width": 1, "dash": "dashdot" if event.is_break else "dot"},
            layer="below",
        )
        if not named:
            continue
        is_late = (event.day - span[0]).days / length > 0.6
        figure.add_annotation(
            x=event.day.isoformat(),
            y=1,
            yref="paper",
            yanchor="bottom",
            yshift=2 + ROW_HEIGHT * rows[number],
            xanchor="right" if is_late else "left",
            text=texts[number],
            hovertext=f"{literal(event.name)}, {event.day.day} {event.day:%b %Y}",
            showarrow=False,
            font={"size": 12},
        )
    if inside and named:
        figure.update_layout(margin={"t": top + ROW_HEIGHT * (1 + max(rows.values()))})


def _rows(inside: dict[int, Event], texts: dict[int, str], span: tuple[date, date]) -> dict[int, int] | None:
    """The row of each name, so that no two overlap; None where ROWS rows are not enough."""
    length = max(1, (span[1] - span[0]).days)
    taken: list[list[tuple[float, float]]] = [[] for _ in range(ROWS)]
    found = {}
    for number, event in inside.items():
        at, width = (event.day - span[0]).days / length, LETTER * (len(texts[number]) + 1)
        low, high = (at - width, at) if at > 0.6 else (at, at + width)
        row = next(
            (row for row in range(ROWS) if all(high <= left or low >= right for left, right in taken[row])), None
        )
        if row is None:
            return None
        taken[row].append((low, high))
        found[number] = row
    return found
