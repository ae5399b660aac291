"""The analysis plan on the page: as a document to read and print, and as a form."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from csat_core import words
from csat_core.errors import CsatError
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.formats import NumberFormat, percent, points
from csat_core.model.plan import UNPLANNED, Goal, MissingRule, QuestionPlan
from csat_core.model.policy import BasePolicy
from csat_core.store.plans import keep_plan
from pages.shared import loaders, render, visitors

TEXTS = {
    "purpose": ("What the survey is for", "Which decision will be taken with it?"),
    "population": ("Who it speaks for", "All customers of the web shop in the last 12 months"),
    "sources": ("Where the answers come from", "E-mail after each order; half of the closed cases"),
    "audience": ("Who reads the result", "The board, each quarter; team leads, each month"),
    "checks": ("What is checked before it is believed", "Double answers, response rate, changes of wording"),
}
MISSING = {
    MissingRule.LISTWISE: "A model uses the responses that answered all its questions.",
    MissingRule.PAIRWISE: "A model uses each pair of questions where both were answered.",
}
THRESHOLDS = {
    "shown_from": "Shown from answers",
    "tested_from": "Tested from answers",
    "plain_from": "Without a warning from answers",
}
ASKED = {
    "text": "As it was asked",
    "purpose": "What for",
    "owner": "Owner",
    "method": "How it is analysed",
    "against": "Against what",
}


def sentence(dataset: Dataset) -> str:
    """The plan in one sentence."""
    plan = dataset.plan
    if plan == UNPLANNED:
        return "Nothing is planned yet: pages begin with what they propose. Write down what the survey is for, and they follow."
    owners = {goal.owner for goal in (*plan.goals, *plan.questions) if goal.owner}
    counted = (
        (len(plan.goals), "goal", "goals"),
        (len(plan.questions), "question to answer", "questions to answer"),
        (len(owners), "owner", "owners"),
    )
    parts = [f"{number} {one if number == 1 else many}" for number, one, many in counted if number]
    if plan.target is not None:
        parts.append(f"a target of {percent(plan.target)} satisfied")
    return f"Planned: {', '.join(parts) or 'what is looked at and how'}. Every page begins with this plan."


def read(dataset: Dataset, policy: BasePolicy) -> None:
    """Nothing; the plan as a document. What is empty is left out."""
    plan = dataset.plan
    for field in ("purpose", "population", "sources", "audience"):
        _passage(TEXTS[field][0], getattr(plan, field))
    _passage("Goals", _owned(plan.goals))
    _passage("Questions to answer", _owned(plan.questions))
    chosen = [
        f"Main question: {dataset.first_question.title}",
        f"Drivers: {_listed(column.title for column in dataset.drivers) or 'none'}",
        f"Groups, most important first: {_listed(column.title for column in dataset.segments_of_interest[:8]) or 'none'}",
    ]
    _passage("What is looked at", "\n".join(chosen))
    judged = [
        f"Differences below {points(plan.smallest_difference)} do not matter; others are judged by their 95 % interval.",
        f"Numbers are hidden below {policy.shown_from} answers, tested from {policy.tested_from}, "
        f"and carry no warning from {policy.plain_from}.",
        f"Blank answers are in no base. {MISSING[plan.missing]}",
    ]
    if plan.target is not None:
        judged.insert(0, f"Target: {percent(plan.target)} satisfied.")
    _passage("How it is judged", "\n".join(judged))
    _passage(TEXTS["checks"][0], plan.checks)
    _questions(dataset)
    render.quiet("Laid out for paper: print this page from your browser.")


def _questions(dataset: Dataset) -> None:
    """How each survey question is used, and the same as a table to download."""
    named = {column.id: column.title for column in dataset.columns}
    asked = [each for each in dataset.plan.asked if each.column in named]
    if not asked:
        return
    st.subheader("Question by question", anchor=False)
    for each in asked:
        render.strong(named[each.column], f"plan-{each.column}")
        lines = [f"{label}: {getattr(each, key)}" for key, label in ASKED.items() if getattr(each, key)]
        render.quiet("\n".join(lines))
    table = pd.DataFrame(
        [{"question": named[each.column], **{key: getattr(each, key) for key in ASKED}} for each in asked]
    )
    render.download(table, "asked", "question-plan")


def _passage(title: str, text: str) -> None:
    if text.strip():
        st.subheader(title, anchor=False)
        render.quiet(text)


def _owned(goals: Iterable[Goal]) -> str:
    return "\n".join(f"{goal.text} ({goal.owner})" if goal.owner else goal.text for goal in goals)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def edit(dataset: Dataset, part: str) -> None:
    """Nothing; one part of the plan as a form, kept with the dataset when it is saved."""
    with st.form(f"plan-{part}-{dataset.id}-{dataset.version}", border=False, enter_to_submit=False):
        typed = PARTS[part][1](dataset)
        saved = st.form_submit_button("Save this part", type="primary")
    if not saved:
        return
    try:
        fields = _judgement(typed) if part == "how" else typed
        fields = {name: value() if callable(value) else value for name, value in fields.items()}
        keep_plan(visitors.writable(), dataset.id, replace(dataset.plan, **fields))
    except CsatError as error:
        st.error(words.literal(str(error), 300), icon=":material/error:")
        return
    st.toast("Saved. Every page begins with this plan.", icon=":material/check_circle:")
    st.rerun()


def _why(dataset: Dataset) -> dict[str, Any]:
    plan = dataset.plan
    left, right = st.columns(2, gap="large")
    return {
        field: (left if at % 2 == 0 else right).text_area(
            label, getattr(plan, field), placeholder=hint, max_chars=2_000, height=90
        )
        for at, (field, (label, hint)) in enumerate(TEXTS.items())
    }


def _goals_and_questions(dataset: Dataset) -> dict[str, Any]:
    plan = dataset.plan
    return {
        "goals": _goals("Goals", plan.goals, "such as: 80 % satisfied with delivery by June"),
        "questions": _goals("Questions to answer", plan.questions, "such as: what do app users miss?"),
    }


def _goals(label: str, goals: tuple[Goal, ...], hint: str) -> Callable[[], tuple[Goal, ...]]:
    """Texts with an owner each, edited in a small table that grows; read once they are saved."""
    edited = st.data_editor(
        loaders.made(_table, goals),
        num_rows="dynamic",
        hide_index=True,
        key=f"plan-{label}",
        column_config={
            "text": st.column_config.TextColumn(f"{label} ({hint})", width="large", max_chars=500),
            "owner": st.column_config.TextColumn("Owner", width="medium", max_chars=120),
        },
    )

    def read() -> tuple[Goal, ...]:
        kept = edited.fillna("").astype(str).to_dict("records")
        return tuple(Goal(text=row["text"].strip(), owner=row["owner"].strip()) for row in kept if row["text"].strip())

    return read


def _table(goals: tuple[Goal, ...]) -> pd.DataFrame:
    return pd.DataFrame([(goal.text, goal.owner) for goal in goals], columns=["text", "owner"], dtype=str)


def _what(dataset: Dataset) -> dict[str, Any]:
    plan = dataset.plan
    named = words.told_apart(dataset.columns)
    questions = [column.id for column in dataset.questions]
    outcome = st.selectbox(
        "Main question", questions, index=questions.index(dataset.first_question.id), format_func=named.__getitem__
    )
    left, right = st.columns(2, gap="large")
    drivers = left.multiselect(
        "Drivers",
        *_choices(dataset.with_role(Role.DRIVER), plan.drivers),
        format_func=named.__getitem__,
        placeholder="all",
    )
    segments = right.multiselect(
        "Groups, most important first",
        *_choices(dataset.segments_of_interest, plan.segments),
        format_func=named.__getitem__,
        placeholder="all",
    )
    return {"outcome": outcome, "drivers": tuple(drivers), "segments": tuple(segments)}


def _choices(columns: tuple[Column, ...], planned: tuple[str, ...]) -> tuple[list[str], list[str]]:
    there = [column.id for column in columns]
    return there, [column_id for column_id in planned if column_id in there]


def _how(dataset: Dataset) -> dict[str, Any]:
    """What was typed of how numbers are judged and written; it may make no sense yet."""
    plan, usual = dataset.plan, loaders.policy()
    first, second, third, fourth = st.columns(4, vertical_alignment="bottom")
    places = st.columns(len(THRESHOLDS))
    return {
        "target": _open(
            dataset, first, "Target, % satisfied", 0.0, 100.0,
            None if plan.target is None else 100 * plan.target, "none",
        ),
        "smallest": second.number_input(
            "Smallest difference that matters, points", 0.0, 50.0, 100 * plan.smallest_difference
        ),
        "digits": third.number_input("Decimals of percentages", 0, 3, plan.numbers.digits),
        "currency": fourth.text_input("Currency", plan.numbers.currency, max_chars=4),
        "thresholds": {
            name: _open(
                dataset, place, label, 1, 1_000_000, _own(plan.policy, usual, name), f"{getattr(usual, name)}, as everywhere"
            )
            for place, (name, label) in zip(places, THRESHOLDS.items(), strict=True)
        },
        "missing": st.radio(
            "Responses that lack an answer of a model",
            list(MissingRule),
            index=list(MissingRule).index(plan.missing),
            format_func=MISSING.__getitem__,
        ),
    }  # fmt: skip


def _own(policy: BasePolicy | None, usual: BasePolicy, name: str) -> int | None:
    """A threshold of the plan where it is not the one that holds everywhere."""
    value: int = getattr(policy or usual, name)
    return None if value == getattr(usual, name) else value


def _open(
    dataset: Dataset, place: DeltaGenerator, label: str, low: float, high: float, value: float | None, placeholder: str
) -> float | None:
    """A number that may be left open, or emptied again: a widget only allows that where it begins empty."""
    key = f"plan-{dataset.id}-{dataset.version}-{label}"
    st.session_state.setdefault(key, value)
    found: float | None = place.number_input(
        label, low, high, None, step=type(high)(1), key=key, placeholder=placeholder
    )
    return found


def _judgement(typed: dict[str, Any]) -> dict[str, Any]:
    """The fields of a plan that decide; raises a CsatError where what was typed makes no sense."""
    target, own = typed["target"], {name: value for name, value in typed["thresholds"].items() if value is not None}
    return {
        "target": None if target is None else target / 100,
        "smallest_difference": typed["smallest"] / 100,
        "numbers": NumberFormat(digits=int(typed["digits"]), currency=typed["currency"].strip()),
        "missing": typed["missing"],
        "policy": replace(loaders.policy(), **own) if own else None,
    }


def _asked(dataset: Dataset) -> dict[str, Any]:
    planned = {each.column: each for each in dataset.plan.asked}
    rows = [
        {
            "question": column.title,
            **{key: getattr(planned.get(column.id, QuestionPlan(column=column.id)), key) for key in ASKED},
        }
        for column in dataset.questions
    ]
    config: dict[str, Any] = {"question": st.column_config.TextColumn("Question", disabled=True, width="medium")}
    config |= {key: st.column_config.TextColumn(label, width="medium", max_chars=500) for key, label in ASKED.items()}
    edited = st.data_editor(
        pd.DataFrame(rows, dtype=str), hide_index=True, key="plan-asked", column_config=config
    ).fillna("")
    found = (
        QuestionPlan(column=column.id, **{key: str(row[key]).strip() for key in ASKED})
        for column, row in zip(dataset.questions, edited.to_dict("records"), strict=True)
    )
    return {"asked": tuple(each for each in found if any(getattr(each, key) for key in ASKED))}


PARTS: Mapping[str, tuple[str, Callable[[Dataset], dict[str, Any]]]] = {
    "why": ("Why", _why),
    "goals": ("Goals", _goals_and_questions),
    "what": ("What is looked at", _what),
    "how": ("How it is judged", _how),
    "asked": ("Question by question", _asked),
}
"""What is edited at a time: its name, and the form that gives its fields."""
