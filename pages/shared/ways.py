"""Ways: the pages of the product, and the links from one to another, which take the view along."""

from base64 import b64encode
from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit as st

from pages.shared import options

Sections = dict[str, list[st.Page]]


@cache
def written(icon: Path) -> str:
    """A picture as an address that holds all of it, so that no visit reads the file again."""
    return f"data:image/svg+xml;base64,{b64encode(icon.read_bytes()).decode()}"


def sections(make: Callable[[], Sections]) -> Sections:
    """The pages by the part of the sidebar they stand in, made once a session: making one asks the disk."""
    if "_sections" not in st.session_state:
        st.session_state["_sections"] = make()
    found: Sections = st.session_state["_sections"]
    return found


def _page(name: str) -> st.Page:
    """The page that `name` is the address of; the page of the root answers to `home`."""
    return next(
        page
        for section in st.session_state["_sections"].values()
        for page in section
        if (page.url_path or "home") == name
    )


def link(to: str, label: str, icon: str | None = None, **chosen: str) -> None:
    """Nothing; a link to the page at that address, under the same view; `chosen` are options of that page.

    Where `icon` is None the link is a heading: it has an arrow behind it.
    """
    view = {name: values for name, values in st.session_state.get("_url", {}).items() if name not in options.NAMES}
    _draw(to, label, icon, view | {name: [value] for name, value in chosen.items()})


def to_dataset(dataset_id: int, label: str) -> None:
    """Nothing; a link to another dataset, under the view it begins with."""
    _draw("home", label, None, {"dataset": [str(dataset_id)]})


def _draw(to: str, label: str, icon: str | None, params: dict[str, list[str]]) -> None:
    icon, side = (icon, "left") if icon else (":material/arrow_forward:", "right")
    st.page_link(_page(to), label=label, icon=icon, icon_position=side, query_params=params)
