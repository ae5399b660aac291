"""Methods: how is every number on screen computed?"""

from dataclasses import asdict

import pandas as pd
import streamlit as st

from csat_core.errors import CsatError
from csat_core.model.caveat import Caveat
from csat_core.model.definitions import DEFINITIONS, About
from csat_core.model.policy import BasePolicy
from csat_core.model.scheme import SCHEMES, find_scheme
from csat_core.store import settings
from pages.shared import loaders, render, shell
from pages.shared.kept import beside
from pages.shared.shell import Context

NAMES = {"about": "About", "name": "Name", "words": "What it is", "formula": "Formula", "source": "Source"}


def main() -> None:
    st.title("How is every number computed?", anchor=False)
    render.said(
        "Every number is arithmetic on counts of answers: a scheme says who is satisfied, and small groups are hidden."
    )
    context = shell.context_or_none()
    if context is not None:
        _in_force(context)
    st.subheader("The numbers", anchor=False)
    _definitions()
    st.subheader("Scoring schemes", anchor=False)
    st.caption(
        "Identical answers give different scores under different rules, so the rule is a choice and stands beside every score."
    )
    _listed(
        loaders.made(_schemes, tuple(loaders.own_schemes().items())),
        "schemes",
        {
            "id": "Id",
            "name": "Name",
            "points": "Points",
            "satisfied": "Satisfied",
            "dissatisfied": "Dissatisfied",
            "source": "Source",
        },
    )
    _policy()
    render.folded("What the notes mean", "notes", _notes, icon=":material/sticky_note_2:")


def _notes() -> None:
    """Every caveat in words, and as it is called in documents for machines."""
    _listed(loaders.made(_caveats), "notes", {"words": "Note", "code": "Code"})


def _caveats() -> pd.DataFrame:
    return pd.DataFrame([{"code": caveat.value, "words": caveat.words} for caveat in Caveat])


def _definitions() -> None:
    """Each number with its formula and source; the texts are the product's own."""
    places = st.columns(2, gap="large")
    parts = list(About)
    for place, shown in zip(places, (parts[:2], parts[2:]), strict=True):
        # one element: each costs a rerun of the page as much as another
        place.markdown("\n\n".join(loaders.made(_part, about) for about in shown))
    render.download(lambda: loaders.made(_table), "definitions", "definitions", "Download definitions (CSV)")


def _table() -> pd.DataFrame:
    return pd.DataFrame([asdict(definition) for definition in DEFINITIONS]).rename(columns=NAMES)


def _part(about: About) -> str:
    said = (
        f"**{each.name}.** {each.words}  \n`{each.formula}`  \n*{each.source}*"
        for each in DEFINITIONS
        if each.about is about
    )
    return "\n\n".join((f"##### {about}", *said))


def _listed(frame: pd.DataFrame, key: str, names: dict[str, str]) -> None:
    wide = {"words", "formula"}
    columns: dict[str, object] = {
        name: st.column_config.TextColumn(label, width="large" if name in wide else None)
        for name, label in names.items()
    }
    render.table(frame, key, key, columns=columns, height="content")


def _in_force(context: Context) -> None:
    """The rule in force for the question in view, answer by answer."""
    card = loaders.scorecard(context.scope, context.view, context.policy)
    st.subheader(f"In force now: {card.scheme.id}", anchor=False)
    said = beside(card.distribution, "bands", lambda: _bands(card.distribution))
    render.quiet(f"'{card.question.title}' in '{context.dataset.name}'. {said}. Source: {card.scheme.source}.")


def _bands(distribution: pd.DataFrame) -> str:
    bands = distribution.groupby("band", sort=False)["label"].agg(lambda labels: _span(list(labels)))
    return "; ".join(f"{band}: {labels}" for band, labels in bands.items())


def _span(labels: list[str]) -> str:
    return (
        labels[0] if len(labels) == 1 else f"{labels[0]} to {labels[-1]}" if len(labels) > 2 else " and ".join(labels)
    )


def _schemes(own: tuple[tuple[str, str], ...]) -> pd.DataFrame:
    """Every scheme; `own` are those kept here with their names."""
    named = dict(own)
    return pd.DataFrame(
        [
            {
                "id": scheme.id,
                "name": named.get(scheme.id, scheme.name),
                "points": str(scheme.points or "any"),
                "satisfied": _answers(
                    scheme.satisfied_from, scheme.points, "highest answer" if scheme.id == "top1" else "index from 80"
                ),
                "dissatisfied": _answers(
                    1, scheme.dissatisfied_to, "not defined" if scheme.id == "top1" else "index below 40"
                )
                if scheme.points
                else ("not defined" if scheme.id == "top1" else "index below 40"),
                "source": scheme.source,
            }
            for scheme in (*SCHEMES, *map(find_scheme, named))
        ]
    )


def _answers(first: int | None, last: int | None, otherwise: str) -> str:
    """Positions on the scale, the lowest answer being the 1st."""
    if first is None or last is None:
        return otherwise
    return f"answer {first}" if first == last else f"answers {first} to {last}"


def _policy() -> None:
    """The base policy, editable; it governs charts, tables, hovers and exports alike."""
    st.subheader("How many answers a number needs", anchor=False)
    policy = loaders.policy()
    render.quiet(
        f"Below {policy.shown_from} answers every number is hidden, and so is the next smallest group, so that nothing can be worked out by "
        f"subtraction. Below {policy.tested_from} it is shown but not tested; below {policy.plain_from} it is tested and flagged.",
    )
    render.popped("Change the thresholds", "thresholds", lambda: _thresholds(policy), icon=":material/tune:")


def _thresholds(policy: BasePolicy) -> None:
    """Nothing; the form that changes them, for every dataset without its own."""
    with st.form("policy", border=False, enter_to_submit=False):
        shown = st.number_input("Shown from", 1, 1_000_000, policy.shown_from)
        tested = st.number_input("Tested from", 1, 1_000_000, policy.tested_from)
        plain = st.number_input("Without a flag from", 1, 1_000_000, policy.plain_from)
        if st.form_submit_button("Save", type="primary"):
            try:
                settings.keep_policy(
                    loaders.store(), BasePolicy(shown_from=shown, tested_from=tested, plain_from=plain)
                )
            except CsatError as error:
                st.text(str(error))
            else:
                st.rerun()


shell.show(main)
