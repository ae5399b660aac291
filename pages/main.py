"""The Streamlit script: every visit of every page begins here, so page settings and checks live here and nowhere else."""

from pathlib import Path

import streamlit as st

from pages.shared import shell

HERE = Path(__file__).resolve().parent

st.set_page_config(page_title="CSAT", page_icon=str(HERE / "static" / "icon.png"), layout="wide")

page = st.navigation(
    {
        "See": [
            st.Page(
                HERE / "see/overview.py", title="Overview", icon=":material/insights:", url_path="home", default=True
            ),
            st.Page(HERE / "see/overview.py", title="Overview", url_path="overview", visibility="hidden"),
            st.Page(HERE / "see/trends.py", title="Trends", icon=":material/show_chart:", url_path="trends"),
            st.Page(HERE / "see/journey.py", title="Journey", icon=":material/route:", url_path="journey"),
            st.Page(HERE / "see/segments.py", title="Segments", icon=":material/groups:", url_path="segments"),
            st.Page(HERE / "see/drivers.py", title="Drivers", icon=":material/account_tree:", url_path="drivers"),
        ],
        "Compare": [
            st.Page(
                HERE / "compare/benchmarks.py", title="Benchmarks", icon=":material/leaderboard:", url_path="benchmarks"
            )
        ],
        "Act": [st.Page(HERE / "act/roi.py", title="ROI", icon=":material/payments:", url_path="roi")],
        "Manage": [
            st.Page(HERE / "manage/data.py", title="Data", icon=":material/database:", url_path="data"),
            st.Page(HERE / "manage/plan.py", title="Plan", icon=":material/checklist:", url_path="plan"),
            st.Page(HERE / "manage/methods.py", title="Methods", icon=":material/functions:", url_path="methods"),
        ],
    },
    expanded=True,
)
st.set_page_config(page_title=f"{page.title} · CSAT")
shell.open_house()
page.run()
