"""The Streamlit script: every visit of every page begins here, so page settings and checks live here and nowhere else."""

from functools import partial
from pathlib import Path

import streamlit as st

from csat_core.model.page_address import page_title
from pages.shared import shares, shell, signs, ways

HERE = Path(__file__).resolve().parent
ICON = ways.written(HERE / "static" / "icon.svg")


PAGES = {
    "overview": ("See", "see/overview.py", "insights"),
    "onepager": ("See", "see/onepager.py", "article"),
    "trends": ("See", "see/trends.py", "show_chart"),
    "journey": ("See", "see/journey.py", "route"),
    "segments": ("See", "see/segments.py", "groups"),
    "drivers": ("See", "see/drivers.py", "account_tree"),
    "benchmarks": ("Compare", "compare/benchmarks.py", "leaderboard"),
    "roi": ("Act", "act/roi.py", "payments"),
    "workshop": ("Act", "act/workshop.py", "co_present"),
    "share": ("Manage", "manage/share.py", "share"),
    "data": ("Manage", "manage/data.py", "database"),
    "plan": ("Manage", "manage/plan.py", "checklist"),
    "methods": ("Manage", "manage/methods.py", "functions"),
}
"""Every page by its address: the part of the sidebar it stands in, its script and icon."""


def sections(shown: tuple[str, ...]) -> ways.Sections:
    """The pages that are shown, by the part of the sidebar they stand in. The first answers to the bare address too."""
    found: ways.Sections = {}
    for address in shown:
        section, script, icon = PAGES[address]
        page = partial(st.Page, HERE / script, title=page_title(address), icon=f":material/{icon}:")
        in_section = found.setdefault(section, [])
        if address == shown[0]:
            in_section.append(page(url_path="home", default=True))
        in_section.append(page(url_path=address, visibility="hidden" if address == shown[0] else "visible"))
    return found


# first of all: without an icon of ours the browser would ask a foreign server for that of the page
st.set_page_config(page_title="CSAT", page_icon=ICON, layout="wide")
visitor = shell.door()
shown = visitor.pages or tuple(PAGES)
has_link = visitor.is_guest and not visitor.is_preview
is_bare = has_link or (visitor.is_guest and len(shown) == 1)
opened = st.navigation(ways.sections(sections, shown), expanded=True, position="hidden" if is_bare else "sidebar")
if "_go" in st.session_state:
    ways.go(st.session_state.pop("_go"))
st.set_page_config(page_title=f"{opened.title} · CSAT")
if visitor.share is not None and visitor.is_preview:
    shares.preview_bar(visitor.share)
shell.open_house(opened.url_path)
if not visitor.is_guest:
    signs.way_out()
if has_link and len(shown) > 1:
    ways.sidebar(opened)
opened.run()
