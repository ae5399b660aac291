"""The Streamlit script: every visit of every page begins here, so page settings and checks live here and nowhere else."""

from pathlib import Path

import streamlit as st

from csat_core.service import doors
from pages.shared import shell, ways

HERE = Path(__file__).resolve().parent
ICON = ways.written(HERE / "static" / "icon.svg")


def sections() -> ways.Sections:
    """The pages, by the part of the sidebar they stand in."""

    def page(script: str, title: str, icon: str, **more: str | bool) -> st.Page:
        address = {"url_path": title.lower()} | more
        return st.Page(HERE / script, title=title, icon=f":material/{icon}:", **address)

    return {
        "See": [
            page("see/overview.py", "Overview", "insights", url_path="home", default=True),
            page("see/overview.py", "Overview", "insights", visibility="hidden"),
            page("see/onepager.py", "One-pager", "article", url_path="onepager"),
            page("see/trends.py", "Trends", "show_chart"),
            page("see/journey.py", "Journey", "route"),
            page("see/segments.py", "Segments", "groups"),
            page("see/drivers.py", "Drivers", "account_tree"),
        ],
        "Compare": [page("compare/benchmarks.py", "Benchmarks", "leaderboard")],
        "Act": [page("act/roi.py", "ROI", "payments"), page("act/workshop.py", "Workshop", "co_present")],
        "Manage": [
            page("manage/data.py", "Data", "database"),
            page("manage/plan.py", "Plan", "checklist"),
            page("manage/methods.py", "Methods", "functions"),
        ],
    }


# first of all: without an icon of ours the browser would ask a foreign server for that of the page
st.set_page_config(page_title="CSAT", page_icon=ICON, layout="wide")
if doors.who(st.context.cookies) is None:  # signed out, or too long ago, while this page was open
    st.title("Please sign in", anchor=False)
    st.link_button("Sign in", "/signin", type="primary")
    st.stop()
opened = st.navigation(ways.sections(sections), expanded=True)
st.set_page_config(page_title=f"{opened.title} · CSAT")
shell.open_house()
opened.run()
