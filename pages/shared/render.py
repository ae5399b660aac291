"""Rendering: text from files letter by letter, charts with their words, tables with a safe download."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

import pandas as pd
import pyarrow as pa
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from csat_core import words
from csat_core.analyses.responses import MOST_TAKEN
from csat_core.exports.csv import to_csv
from csat_core.figures.style import CONFIG, Figure, SealedFigure, inked
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Role
from csat_core.model.formats import chosen, money, probability, use
from csat_core.model.predicate import Predicate
from csat_core.words.headings import (
    SCORES,
    Apart,
    Day,
    Decimal,
    Fine,
    Heading,
    Measured,
    Money,
    Points,
    Probability,
    Share,
    Tenth,
    Text,
    Whole,
    Year,
)
from csat_core.words.overview import Number
from pages.shared import loaders, visitors, ways
from pages.shared.kept import beside
from pages.shared.response_columns import in_order, named
from pages.shared.shell import Context

PAGE = 50
BEHIND = "The responses behind it"
MIMES = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}

Height = int | Literal["auto", "content", "stretch"]


_number = st.column_config.NumberColumn
_FORMATS: dict[type, str] = {
    Whole: "localized",
    Year: "%d",
    Decimal: "%.2f",
    Fine: "%.3f",
    Tenth: "%.1f",
    Apart: "%+.1f",
}
SCORE_COLUMNS = SCORES


def together(text: str) -> str:
    """The text with every number kept on one line with its percent sign, and no sign in it that turns the writing around."""
    return words.straight(text).replace(" %", "\u00a0%")


def answer(key: str = "headline") -> DeltaGenerator:
    """The place of an answer: the text that comes first in it stands in large type, small print may follow."""
    return st.container(key=f"said-{key}")


def said(text: str, place: DeltaGenerator | None = None, *, key: str = "headline") -> None:
    """Nothing; the answer of the page, in `place` or one of its own. Nothing in it is read as Markdown or HTML."""
    (place or answer(key)).text(together(text))


def quiet(text: str) -> None:
    """Nothing; small print."""
    st.text(together(text))


def legend(text: str, follow: str = "") -> None:
    """Nothing; how a chart is read, and what a click on it shows those who may see single answers."""
    said = text if visitors.now().is_guest else f"{text} {follow}".strip()
    if said:
        quiet(said)


def title(text: str) -> None:
    """Nothing; what the chart that comes next shows: a text right above a chart is its title."""
    st.text(together(text))


def strong(text: str, key: str) -> None:
    """Nothing; the title of a part, which may hold text from a file."""
    with st.container(key=f"strong-{key}"):
        st.text(together(text))


def items(key: str) -> DeltaGenerator:
    """Things with a title and a text each, in turn: titles stand out, texts are small print."""
    return st.container(key=f"items-{key}", gap="xsmall")


def huge(key: str) -> DeltaGenerator:
    """A row of metrics to be read from the back of the room, side by side on a phone too."""
    return st.container(key=f"huge-{key}", horizontal=True, gap="small")


def numbers(key: str) -> DeltaGenerator:
    """A row in which metrics stand side by side, two and two on a phone."""
    return st.container(key=f"numbers-{key}", horizontal=True, gap="small")


def metric(place: DeltaGenerator, number: Number, line: list[float] | None = None) -> None:
    """Nothing; a number in its place, over a small line where there is one."""
    place.metric(
        number.label,
        number.value,
        delta=number.small,
        delta_arrow="off",
        delta_color="off",
        chart_data=line,
        help=number.help or None,
    )


def choices(key: str) -> DeltaGenerator:
    """A row for what a page asks, wrapping where it is narrow."""
    return st.container(key=f"choices-{key}", horizontal=True, vertical_alignment="bottom", gap="small")


def caveats(found: Iterable[Caveat]) -> None:
    """Nothing; each caveat as a sentence."""
    sentences = [caveat.words for caveat in dict.fromkeys(found)]
    if sentences:
        quiet("  ".join(sentences))


def theme() -> str | None:
    """`light` or `dark`, as the person sees the page."""
    return st.context.theme.type


def chart(figure: Figure, key: str, alt: str) -> list[dict[str, object]]:
    """The marks a person has chosen on the chart; each carries `customdata`. A guest cannot follow any."""
    if visitors.now().is_guest:
        picture(figure, key, alt)
        return []
    state = st.plotly_chart(figure, key=key, on_select="rerun", selection_mode="points", config=CONFIG, alt=alt)
    return list(state.selection.points)


def mark(chosen: list[dict[str, object]]) -> str | None:
    """The key (`customdata`) of the first mark a person has chosen; None where there is none."""
    key = chosen[0].get("customdata") if chosen else None
    key = key[0] if isinstance(key, list) and key else key
    return None if key is None else str(key)


def picture(figure: Figure, key: str, alt: str) -> None:
    """Nothing; a chart without marks to follow."""
    ready = figure if isinstance(figure, SealedFigure) else inked(figure, theme())
    st.plotly_chart(ready, key=key, config=CONFIG, alt=alt)


def table(
    frame: pd.DataFrame, key: str, name: str, *, columns: Mapping[str, object], alt: str = "", height: Height = "auto"
) -> None:
    """Nothing; the table and a button that downloads it as CSV. `columns` says which are shown, how and under what name."""
    config = {column: _shown(heading) for column, heading in columns.items()}
    kinds = tuple((column, type(heading)) for column, heading in columns.items())
    st.dataframe(
        beside(frame, kinds, lambda: _sent(frame, kinds)),
        hide_index=True,
        column_config=config,
        key=f"table-{key}",
        alt=alt or name,
        placeholder="–",
        height=height,
    )
    download(lambda: frame[list(columns)], key, name)


def _shown(heading: object) -> Any:
    """What the browser is told of a column under a heading; anything else is told already."""
    if not isinstance(heading, Heading):
        return heading
    help = heading.help or None
    match heading:
        case Share():
            return _number(str(heading), format=f"%.{chosen().digits}f %%", width=92, help=help)
        case Points():
            return _number(str(heading), format=f"%+.{chosen().digits}f", width=92, help=help)
        case Money() | Probability() | Measured():
            return st.column_config.TextColumn(str(heading), alignment="right", help=help)
        case Day():
            return st.column_config.DateColumn(str(heading), format="D MMM YYYY", help=help)
        case Text():
            return st.column_config.Column(str(heading), help=help) if help else str(heading)
        case _:
            return _number(str(heading), format=_FORMATS[type(heading)], help=help)


def _sent(frame: pd.DataFrame, kinds: tuple[tuple[str, type], ...]) -> pa.Table:
    """The columns of a table as the browser gets them."""
    shown = frame[[column for column, _ in kinds]].copy()
    for column, kind in kinds:
        if shown[column].dtype.kind not in "biufcmM":  # texts, of which some come from a file
            shown[column] = shown[column].map(lambda cell: words.straight(cell) if isinstance(cell, str) else cell)
        if kind in (Share, Points):
            shown[column] = 100 * shown[column].astype(float)
        elif kind is Whole:
            shown[column] = shown[column].round()
        elif kind is Money:
            shown[column] = [money(amount) for amount in shown[column]]
        elif kind is Probability:
            shown[column] = [probability(p_value) for p_value in shown[column]]
        elif kind is Measured:
            shown[column] = [amount.written for amount in shown[column]]
    return pa.Table.from_pandas(shown)


def download(
    frame: pd.DataFrame | Callable[[], pd.DataFrame], key: str, name: str, label: str = "Download table (CSV)"
) -> None:
    """Nothing; a button that downloads `frame` as CSV with formulas guarded; given a function, once it is pressed.

    Guests get none: what they see cannot be taken away as a file.
    """
    csv_file(lambda: to_csv(frame() if callable(frame) else frame), key, name, label)


def csv_file(content: Callable[[], bytes], key: str, name: str, label: str, help: str | None = None) -> None:
    """Nothing; a button that downloads the CSV that `content` gives once it is pressed; none for guests."""
    file(content, key, f"{name}.csv", label, help)


def file(content: Callable[[], bytes], key: str, name: str, label: str, help: str | None = None) -> None:
    """Nothing; a button that downloads the CSV or XLSX that `content` gives once it is pressed; none for guests."""
    if visitors.now().is_guest:
        return
    st.download_button(
        label,
        content,
        help=help,
        file_name=name,
        mime=MIMES[name.rpartition(".")[2]],
        key=f"download-{key}",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )


def computed(key: str, body: Callable[[], None]) -> None:
    """Nothing; "how this is computed", folded away."""

    def whole() -> None:
        body()
        ways.link("methods", "All methods", ":material/functions:")

    folded("How this is computed", f"computed-{key}", whole)


def numbers_behind(key: str, tables: Callable[[], None], how: Callable[[], None]) -> None:
    """Nothing; the numbers behind the pictures and how they are computed, in one part that is folded away."""

    def whole() -> None:
        tables()
        strong("How this is computed", f"computed-{key}")
        how()
        ways.link("methods", "All methods", ":material/functions:")

    folded("The numbers, and how they are computed", f"behind-{key}", whole, icon=":material/table_chart:")


def folded(label: str, key: str, body: Callable[[], None], *, icon: str | None = None, expanded: bool = False) -> None:
    """Nothing; a part of the page that is hardly more than its heading until it is unfolded: only then `body` draws it.

    What is chosen within it draws that part alone anew.
    """
    fold = st.expander(label, key=key, icon=icon, expanded=expanded, on_change="rerun")
    if not fold.open:
        return  # a part that is drawn by itself remembers where it stands, which costs as much as five lines of text
    numbers = chosen()

    def part() -> None:
        visitors.check()
        use(numbers)  # the part may be drawn by itself, in a thread that nobody has told
        body()

    with fold:
        st.fragment(part)()


def popped(
    label: str,
    key: str,
    body: Callable[[], None],
    *,
    icon: str,
    width: Literal["content", "stretch"] = "content",
) -> None:
    """Nothing; a part behind a button, drawn once it is opened: every element costs each rerun of the page."""
    popover = st.popover(label, icon=icon, width=width, key=key, on_change="rerun")
    if popover.open:
        with popover:
            body()


def may_take(context: Context) -> bool:
    """Whether the reader may take files away."""
    return context.scope.rows


def behind(
    context: Context, key: str, body: Callable[[], None], *, label: str = BEHIND, expanded: bool = False
) -> None:
    """Nothing; the responses behind a number, folded away, for those who may read single ones."""
    if context.scope.rows:
        folded(label, f"{key}-responses", body, icon=":material/forum:", expanded=expanded)


def responses(
    context: Context, key: str, title: str, also: tuple[Predicate, ...] = (), total: int | None = None
) -> None:
    """Nothing; the answers behind a number, with search in the comments, page by page, and all of them to take away.

    `total` is how many there are, where the page knows; they are counted otherwise.
    """
    dataset, view = context.dataset, context.view
    strong(title, f"responses-{key}")
    has_comments = bool(dataset.with_role(Role.COMMENT))
    search = ""
    if has_comments:
        search = st.text_input(
            "Search the comments", key=f"search-{key}", type="search", placeholder="a word, such as wait"
        )
    starts = st.session_state.setdefault(f"pages-{key}", {})
    where = (view, also, search)
    if starts.get("where") != where:
        starts.update(where=where, after=[None])
    chosen = (context.scope, view, also, search)
    page = loaders.responses(*chosen, starts["after"][-1], PAGE)
    first = (len(starts["after"]) - 1) * PAGE
    if len(page) < PAGE:
        total = first + len(page)
    elif total is None or search:
        total = loaders.responses_count(*chosen)
    if page.empty:
        st.info(
            "No more responses here." if len(starts["after"]) > 1 else "No response fits.", icon=":material/search_off:"
        )
    else:
        _response_table(context, page, key)
    if len(page):
        quiet(f"{first + 1:,}\u2013{first + len(page):,} of {total:,}")
    _turn(starts["after"], page, total, key)
    if len(page):
        many = f"all {total:,}" if total <= MOST_TAKEN else f"the first {MOST_TAKEN:,} of {total:,}"
        label = f"Download {many} responses (CSV)" if total != 1 else "Download the response (CSV)"
        download(lambda: named(dataset, loaders.all_responses(*chosen)), f"rows-{key}", "responses", label)


def _turn(after: list[int | None], page: pd.DataFrame, total: int, key: str) -> None:
    """Nothing; the buttons that turn the pages of responses."""
    row = st.container(horizontal=True)
    if len(after) > 1:
        row.button("Back", key=f"back-{key}", on_click=after.__delitem__, args=(-1,))
    if len(after) * PAGE < total and len(page) == PAGE:
        row.button("Next", key=f"next-{key}", on_click=after.append, args=(int(page["response_no"].iloc[-1]),))


def _response_table(context: Context, page: pd.DataFrame, key: str) -> None:
    """Shows a page of responses under the names people gave the columns."""
    dataset = context.dataset
    columns = in_order(dataset)
    config = {
        column.id: st.column_config.Column(
            words.shortened(column.title, 40), width="large" if column.role is Role.COMMENT else None
        )
        for column in columns
    }
    if "day" in config:
        config["day"] = st.column_config.DateColumn(
            words.shortened(dataset.column("day").title, 40), format="D MMM YYYY"
        )
    st.dataframe(
        beside(page, "responses", lambda: pa.Table.from_pandas(page[[column.id for column in columns]])),
        hide_index=True,
        column_config=config,
        key=f"rows-{key}",
        alt="Responses",
        height=420,
        placeholder="",
    )
