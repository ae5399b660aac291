"""Workshop: what if we won customers over? To be played in a room, everybody on their own."""

import streamlit as st

from csat_core.analyses.roi import returns
from csat_core.exports.source import Shaped, Wishes
from csat_core.model.report_page import ReportPage
from csat_core.words import workshop as workshop_words
from pages.shared import options, render, shell, take, workshop


def main() -> None:
    shell.title("What if we won customers over?")
    context = shell.context_or_none()
    home = context.dataset if context else options.NOWHERE
    with st.container(key="workshop"):
        answer, numbers = render.answer(), render.huge("workshop")
        with render.choices("workshop"):
            preset = workshop.begin(home, workshop.presets(context))
            st.button("Reset", on_click=workshop.reset, args=(preset,), icon=":material/restart_alt:", width="content")
        scenario = workshop.played(preset)
        result = returns(scenario, preset.caveats)
        render.said(workshop_words.sentence(result), answer)
        for number in workshop_words.key_numbers(result):
            render.metric(numbers, number)
        workshop.sliders(preset)
        is_typed = scenario.before != preset.scenario.before
        said = (
            workshop_words.assumed(scenario.leaving, scenario.spend),
            workshop_words.about(result, preset.whose, is_typed=is_typed),
            workshop_words.beside(result, workshop.industry(preset)),
        )
        render.quiet("\n\n".join(filter(None, said)))
        workshop.typed(preset)
    if context is not None:
        shaped = Shaped(
            scenario=scenario,
            caveats=preset.caveats,
            whose=preset.whose,
            is_typed=is_typed,
            industry=workshop.industry(preset),
        )
        take.control(context, ReportPage.WORKSHOP, Wishes(shaped=shaped))


shell.show(main)
