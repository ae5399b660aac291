"""The pictures of the groups, and the dissatisfied answers behind one of them."""

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from csat_core import words
from csat_core.analyses.crossing import Crossing, laid_out
from csat_core.analyses.segments import Segments, ends
from csat_core.figures import segments as figures
from csat_core.figures.style import Figure, inked, sealed
from csat_core.model.predicate import OneOf, Predicate
from csat_core.words import segments as segment_words
from pages.shared import loaders, options, render, segments
from pages.shared.kept import beside
from pages.shared.segments import Asked
from pages.shared.shell import Context

NOBODY = "none"


def levels(asked: Asked, found: Segments) -> Hashable | None:
    """The group a person has clicked on, by its place in the table; the groups ranked with their intervals."""
    measure = words.measure(found.scheme)
    st.subheader(beside(found.table, "title", lambda: segment_words.title(found)), anchor=False)
    chosen = render.mark(
        render.chart(
            loaders.made(_figure, asked, render.theme()),
            f"levels-{found.dimension.id}",
            f"{measure} of each group with its 95 % interval, lowest first",
        )
    )
    render.quiet(
        "Mark: share satisfied; bar: 95 % interval; dashed: all answers. ▲ above and ▼ below the rest beyond chance. "
        "The axis is zoomed.",
    )
    drawn = loaders.made(_drawn, asked)
    row = drawn.iloc[int(chosen)] if chosen is not None and int(chosen) < len(drawn) else None
    if row is None or row["hidden"] or row["rolled"]:
        return None
    same = found.table["level"].isna() if row["level"] is None else found.table["level"] == row["level"]
    place: Hashable = next(iter(found.table.index[same & (found.table["rolled"] == 0)]))
    return place


def _drawn(asked: Asked) -> pd.DataFrame:
    """What is drawn of the groups, or of the grid, a row each."""
    found = segments.found_for(asked)
    return laid_out(found) if isinstance(found, Crossing) else ends(found)


def _figure(asked: Asked, theme: str | None) -> Figure:
    found, drawn = segments.found_for(asked), loaders.made(_drawn, asked)
    measure = words.measure(found.scheme)
    is_grid = isinstance(found, Crossing)
    return sealed(
        inked(figures.grid(drawn, measure) if is_grid else figures.levels(drawn, found.total, measure), theme)
    )


def grid(asked: Asked, found: Crossing) -> Hashable | None:
    """The combination a person has clicked on, by its place in the table; the grid of both dimensions."""
    measure = words.measure(found.scheme)
    st.subheader(segment_words.grid_title(found), anchor=False)
    chosen = render.mark(
        render.chart(
            loaders.made(_figure, asked, render.theme()),
            f"grid-{found.first.id}-{found.second.id}",
            f"{measure} in percent in every combination of two dimensions",
        )
    )
    render.quiet(
        "In the cells: percent satisfied. Blue above all answers, orange below; ▲ and ▼ beyond chance; "
        "hatched: too few answers to show.",
    )
    place = int(chosen) if chosen is not None else -1
    return place if 0 <= place < len(found.table) and not found.table["hidden"][place] else None


def behind(context: Context, asked: Asked, clicked: Hashable | None) -> None:
    """Nothing; the dissatisfied answers of a group that was clicked on or chosen by name, searchable."""
    found = segments.found_for(asked)
    shown, by_text = loaders.made(_named, asked)
    if not shown or not context.scope.rows:
        return
    if clicked is not None and st.session_state.get("segments-clicked") != (asked, clicked):
        st.session_state["segments-clicked"] = (asked, clicked)
        options.adopt(context.dataset, {"level": [_text(found, int(str(clicked)))]})
    chosen = options.choose(
        context.dataset,
        "level",
        "The dissatisfied answers of",
        [NOBODY, *by_text],
        default=NOBODY,
        words=lambda text: "choose a group, or click a mark" if text == NOBODY else shown[by_text[text]],
    )
    if chosen != NOBODY:
        at = by_text[chosen]
        unhappy, said = _unhappy(found)
        render.responses(context, "segments", f"{shown[at]}: {said}", (*_here(found, int(at)), unhappy))


def _named(asked: Asked) -> tuple[dict[str, str], dict[str, str]]:
    """The groups that are shown: their names by their places in the table, and their places by what a link calls them."""
    found = segments.found_for(asked)
    table = found.comparison.table
    there = ~table["hidden"].astype(bool)
    if isinstance(found, Segments):
        there &= table["rolled"] == 0
    names = {str(at): segment_words.group_name(found, at) for at in table.index[there]}
    return _apart(names), {_text(found, int(at)): at for at in names}


def _apart(names: dict[str, str]) -> dict[str, str]:
    """The names on one line each, numbered where two read the same: the browser sends words back."""
    short = {at: words.shortened(name, 60) for at, name in names.items()}
    alike = Counter(short.values())
    return {at: name if alike[name] == 1 else f"{name} ({int(at) + 1})" for at, name in short.items()}


def _text(found: Segments | Crossing, place: int) -> str:
    """A group in a link: its levels, told apart from the choice of none."""
    return " × ".join("~" if level is None else f"={level}" for level in _levels(found, place).values())


def _levels(found: Segments | Crossing, place: int) -> dict[str, str | None]:
    row: Mapping[Hashable, Any] = found.comparison.table.loc[place].to_dict()
    if isinstance(found, Crossing):
        return {column.id: row[column.id] for column in (found.first, found.second)}
    return {found.dimension.id: row["level"]}


def _here(found: Segments | Crossing, place: int) -> tuple[Predicate, ...]:
    return tuple(OneOf(column=column, values=(level,)) for column, level in _levels(found, place).items())


def _unhappy(found: Segments | Crossing) -> tuple[OneOf, str]:
    """The answers counted as dissatisfied; all that are not satisfied where the scheme names no dissatisfied ones."""
    assert found.question.scale is not None
    bands = found.scheme.bands(found.question.scale)
    last = bands.dissatisfied_to or bands.satisfied_from - 1
    said = "the dissatisfied answers" if bands.dissatisfied_to else "the answers that are not satisfied"
    return OneOf(column=found.question.id, values=tuple(range(1, last + 1))), said
