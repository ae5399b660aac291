"""Ways: the pages of the product, and the links from one to another, which take the view along."""

from base64 import b64encode
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Literal

import streamlit as st

from pages.shared import options

Sections = dict[str, list[st.Page]]


@cache
def written(icon: Path) -> str:
    """A picture as an address that holds all of it, so that no visit reads the file again."""
    return f"data:image/svg+xml;base64,{b64encode(icon.read_bytes()).decode()}"


def sections(make: Callable[[tuple[str, ...]], Sections], shown: tuple[str, ...]) -> Sections:
    """The pages `shown` by the part of the sidebar they stand in, made once a session: making one asks the disk."""
    if st.session_state.get("_shown") != shown:
        st.session_state["_shown"], st.session_state["_sections"] = shown, make(shown)
    found: Sections = st.session_state["_sections"]
    return found


def _page(name: str) -> st.Page | None:
    """The page that `name` is the address of, None where it is not shown; the page of the root answers to `home`."""
    pages = [page for section in st.session_state["_sections"].values() for page in section]
    return next((page for page in pages if (page.url_path or "home") == name), None)


def sidebar(opened: st.Page) -> None:
    """Nothing; the sidebar leads to every page that was shared, each address with the secret of its link and what is chosen.

    So a page opens in a tab of its own too. Streamlit's own navigation has bare addresses, at which nobody knows a visitor.
    The first page stands there by the bare address while that is open, which marks it as open; elsewhere by its own, for the
    browser takes a bare address for the one it is at.
    """
    at_root, view = not opened.url_path, _view()
    with st.sidebar.container(key="ways", gap="xxsmall"):
        for section, pages in st.session_state["_sections"].items():
            st.caption(section)
            for page in pages:
                if page.visibility != "hidden" if at_root else page.url_path:
                    st.page_link(page, query_params=view, width="stretch")


def is_shown(address: str) -> bool:
    """Whether there is a page at that address, for the one who looks."""
    return _page(address) is not None


def go(to: str) -> None:
    """Nothing; the page at that address is the next one, where it is shown."""
    page = _page(to)
    if page is not None:
        st.switch_page(page)


def link(to: str, label: str, icon: str | None = None, **chosen: str) -> None:
    """Nothing; a link to the page at that address, under the same view; `chosen` are options of that page.

    To a page that a reader is not shown there is no link, only its heading where it is one. Where `icon` is None the link is a heading: it has an arrow behind it.
    """
    _draw(to, label, icon, _view() | {name: [value] for name, value in chosen.items()})


def _view() -> dict[str, list[str]]:
    """What the address says of the view, without the options of the page."""
    return {name: values for name, values in st.session_state.get("_url", {}).items() if name not in options.NAMES}


def to_dataset(dataset_id: int, label: str) -> None:
    """Nothing; a link to another dataset, under the view it begins with."""
    _draw("home", label, None, {"dataset": [str(dataset_id)]})


def _draw(to: str, label: str, icon: str | None, params: dict[str, list[str]]) -> None:
    page = _page(to)
    if page is None:
        if icon is None:
            st.markdown(f"**{label}**")
        return
    side: Literal["left", "right"] = "left" if icon else "right"
    st.page_link(page, label=label, icon=icon or ":material/arrow_forward:", icon_position=side, query_params=params)
