"""Workshop: what if we won customers over? To be played in a room, everybody on their own."""

import streamlit as st

from csat_core.analyses.benchmarks import unlike_share
from csat_core.analyses.roi import Return, returns
from csat_core.stats.proportions import wilson
from csat_core.store import benchmarks
from csat_core.words import workshop as workshop_words
from pages.shared import options, render, shell, workshop


def main() -> None:
    st.title("What if we won customers over?", anchor=False)
    context = shell.context_or_none()
    home = context.dataset if context else options.NOWHERE
    with st.container(key="workshop"):
        answer, numbers = st.container(), render.huge("workshop")
        with render.choices("workshop"):
            preset = workshop.begin(home, workshop.presets(context))
            st.button("Reset", on_click=workshop.reset, args=(preset,), icon=":material/restart_alt:", width="content")
        scenario = workshop.played(preset)
        result = returns(scenario, preset.caveats)
        with answer:
            render.said(workshop_words.sentence(result))
        for number in workshop_words.key_numbers(result):
            render.metric(numbers, number)
        workshop.sliders(preset)
        is_typed = scenario.before != preset.scenario.before
        said = (
            workshop_words.assumed(scenario.leaving, scenario.spend),
            workshop_words.about(result, preset.whose, is_typed=is_typed),
            _beside(result, workshop.industry(preset)),
        )
        render.quiet("\n\n".join(filter(None, said)))
        workshop.typed(preset)


def _beside(result: Return, industry: str) -> str:
    """CSAT beside the index of the industry, with what is wrong about it."""
    customers = (result.after or result.before).customers
    theirs = benchmarks.industry_of(industry or None)
    share = wilson(round(customers.satisfied), round(customers.total))
    name = "the national score" if theirs == benchmarks.national() else theirs.name
    return workshop_words.against(result, unlike_share(share, theirs), name)


shell.show(main)
