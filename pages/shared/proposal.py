"""What a file would bring, before it is stored: one sentence, the score it gives, and the rest folded away."""

import json
from dataclasses import asdict
from functools import partial

import pandas as pd
import pyarrow.dataset as pads
import streamlit as st

from csat_core import words
from csat_core.analyses.scoring import measured
from csat_core.ingest.checks import Checked
from csat_core.ingest.child.conduct import FLAGS
from csat_core.ingest.child.set_aside import STORED_ALREADY
from csat_core.ingest.further.continued import Continued
from csat_core.ingest.plan import Mapping, Problem
from csat_core.model.dataset import Column, Role
from csat_core.model.formats import count, interval, listed, percent
from csat_core.model.scheme import Scheme
from pages.shared import (
    altered,
    columns,
    decisions,
    file_words,
    known_answers,
    mend,
    money_doubt,
    problems,
    render,
    score_doubt,
    visitors,
)
from pages.shared.draft import Draft
from pages.shared.parts import part

MEASURES = {"nps": "promoters", "ces-5": "easy (CES)", "ces-7": "easy (CES)"}
"""What is measured under the schemes of something else than satisfaction."""
NAMED = 4
"""Columns that are named in a sentence."""
OF_ROWS_ASIDE = (*(code for code in file_words.WHY if code != "unfinished"), score_doubt.NEAR, STORED_ALREADY)
"""Problems of rows that are not added: they are said beside these."""
ABOVE = ("nothing_new", "other_sheets", "formulas")
"""Problems that are said above Import, or beside the list of sheets."""
MOST_LEVELS = 2
"""Columns with new levels that are told above Import."""
MOST_TOLD = 15
MOST_ROWS = 1_000
"""Of the rows set aside, shown before they are stored."""


def told(draft: Draft, checked: Checked) -> None:
    """Nothing; the file in one sentence, at most two lines below it, and what must be chosen."""
    render.said(file_words.sentence(checked, draft.target.dataset.name if draft.target else None), key="proposal")
    beneath(draft, checked)


def beneath(draft: Draft, checked: Checked) -> None:
    """Nothing; the score that the file gives and what it hangs on, and what must be chosen."""
    if draft.target is not None:
        _changed_columns(draft.target, checked)
    known_answers.asked(draft, checked)
    if checked.overlap is not None:  # which answers the score is of is open
        return
    outcome = file_words.outcome_of(checked)
    if outcome is None or outcome.scale is None or not checked.accepted:
        return
    scheme = file_words.scheme_of(outcome)
    row = measured(checked.outcome_counts, outcome.scale, scheme).iloc[0]
    _score(outcome, scheme, row, is_added=draft.target is not None)
    _main_question(draft)
    doubt = score_doubt.of(checked, outcome) if draft.target is None else None
    if doubt is not None:
        score_doubt.told(draft, doubt)
    score_doubt.drivers(draft)
    score_doubt.groups(draft, checked)
    money_doubt.told(draft, checked)


def _score(outcome: Column, scheme: Scheme, row: pd.Series, *, is_added: bool) -> None:
    """Nothing; the score that the answers give, and which of them it counts, in their own words."""
    assert outcome.scale is not None
    good = [
        words.shortened(label, 40) for label in outcome.scale.labels[scheme.bands(outcome.scale).satisfied_from - 1 :]
    ]
    which = (
        f"'{good[0]}'"
        if len(good) == 1
        else f"'{good[0]}' or '{good[1]}'"
        if len(good) == 2
        else f"'{good[0]}' or better"
    )
    gives = f"{'These alone give' if is_added else 'Gives'} {MEASURES.get(scheme.id, 'CSAT')}"
    render.quiet(
        f"{gives} {percent(row['share'])} (95 % interval {interval(row['low'], row['high'])}): {count(row['satisfied'])} of "
        f"{count(row['base'])} answered {which}.{_no_answers(outcome)}"
    )


def _no_answers(outcome: Column) -> str:
    """Which cells of the outcome are no answers, in a sentence; empty where all are."""
    kinds = (
        (outcome.dont_know, "don't know"),
        (outcome.not_applicable, "not applicable"),
        (outcome.blank, "blank"),
    )
    told = ", ".join(f"{count(many)} {kind}" for many, kind in kinds if many)
    return f" Not counted: {told}." if told else ""


def _main_question(draft: Draft) -> None:
    """The question that gives the score, to choose where several of the file can."""
    asked = {each.position: each for each in draft.decided().columns if each.role is Role.OUTCOME}
    if len(asked) < 2 or draft.target is not None:
        return
    names = words.apart([f"{each.name}: {each.label}" if each.label else each.name for each in asked.values()])
    chosen = st.selectbox(
        f"Score from ({len(asked)} questions can give it)",
        list(asked),
        format_func=dict(zip(asked, names, strict=True)).__getitem__,
        help="The others come in as well, and can be looked at on every page.",
        key=f"main-{draft.file_id}-{draft.round}",
    )
    if chosen is None or chosen == next(iter(asked)):
        return
    first = [f"#{chosen}", *(f"#{position}" for position in asked if position != chosen)]
    roles = dict.fromkeys(first, Role.OUTCOME.value) | {at: role for at, role in draft.roles.items() if at not in first}
    draft.take_over(visitors.writable(), roles, draft.scales)
    st.rerun()


def _changed_columns(target: Continued, checked: Checked) -> None:
    """Nothing; which columns of the dataset the file lacks, which of its own are not used, and groups that are new."""
    lacks, has = (
        listed([words.shortened(name, 30) for name in names], NAMED) for names in (target.missing, target.added)
    )
    told = [
        f"The new answers are blank in {lacks}, which this file does not have." if lacks else "",
        f"{has} {'is' if len(target.added) == 1 else 'are'} not used: the earlier answers lack {'it' if len(target.added) == 1 else 'them'}." if has else "",
    ]  # fmt: skip
    for said in (" ".join(filter(None, told)), *(problem.message for problem in _new_levels(checked))):
        if said:
            render.quiet(said)


def _new_levels(checked: Checked) -> list[Problem]:
    """The problems of levels that are told above Import: of more than one or two columns they are listed below it."""
    found = [problem for problem in checked.problems if problem.code == "new_levels"]
    return found if len(found) <= MOST_LEVELS else []


def folds(draft: Draft, mapping: Mapping, checked: Checked) -> None:
    """Nothing; what can be looked at and changed before the file is stored."""
    if draft.target is None:
        decisions.personal(draft, mapping)
        columns.table(draft, mapping, checked)
    _set_aside(draft, checked)
    altered.told(draft, mapping, checked.altered)
    _problems(draft, mapping, checked)
    decisions.detected(draft)


def _set_aside(draft: Draft, checked: Checked) -> None:
    """The rows that would not come in, each with its reason."""
    aside = checked.rejected + checked.duplicates
    if not aside:
        return
    become = "not added" if checked.overlap is None else "to choose about or not added"
    become = "set aside" if draft.target is None else become
    label = f"{file_words.rows(aside).capitalize()} {become}: which and why"
    part(label, "aside", ":material/rule:", partial(_rows_aside, draft, checked, aside))


def _rows_aside(draft: Draft, checked: Checked, aside: int) -> None:
    outcome = file_words.outcome_of(checked)
    why = [asdict(problem) for problem in checked.problems if problem.code in OF_ROWS_ASIDE]
    render.quiet("\n\n".join(problems.told(why, outcome.name if outcome else None)))
    rows = pads.dataset(str(checked.rejected_path), format="parquet").head(MOST_ROWS).to_pandas()
    if aside > MOST_ROWS:
        render.quiet(f"The first {count(MOST_ROWS)} of them; all are kept with the import.")
    text = st.column_config.TextColumn
    rows["raw"] = rows["raw"].map(_as_it_came)
    with st.container(key="wide-aside"):
        render.table(
            rows,
            "aside",
            "rows-set-aside",
            columns={
                "row": st.column_config.NumberColumn("Row", format="localized", width=64),
                "column": text("Column", width=220),
                "value": text("Cell", width=110),
                "reason": text("Why", width=360),
                "raw": text("The row as it came", width=600),
            },
        )
    with st.container(key="narrow-aside"):
        render.quiet("\n\n".join(_told(rows.head(MOST_TOLD), aside)))
    misspelt = {each.column or "": each.count for each in checked.problems if each.code == score_doubt.NEAR}
    score_doubt.misspelt(draft, misspelt, "aside")
    mend.of_draft(draft, checked)


def _as_it_came(raw: str | None) -> str:
    """The cells of a row one after the other, as a person reads them: kept they are as JSON, under their names or bare."""
    try:
        cells = json.loads(raw or "", object_pairs_hook=list)  # two columns may have one name
    except ValueError:
        return raw or ""
    if not isinstance(cells, list):
        return raw or ""
    under_names = (": ".join(map(_cell, cell)) if isinstance(cell, tuple) else _cell(cell) for cell in cells)
    return " · ".join(filter(None, under_names))


def _cell(cell: object) -> str:
    return "" if cell is None else str(cell)


def _told(rows: pd.DataFrame, aside: int) -> list[str]:
    """Each row in a sentence, as a phone has no room for the table; how many there are beyond them last."""
    told = []
    for row in rows.astype(object).where(rows.notna(), None).to_dict("records"):
        cell = "" if row["value"] is None else f" is '{words.shortened(str(row['value']), 40)}'"
        where = f"'{words.shortened(str(row['column']), 40)}'{cell}. " if row["column"] else ""
        reason = str(row["reason"])
        told.append(f"Row {count(row['row'])}: {where}{reason[:1].upper()}{reason[1:].rstrip('.')}.")
    more = aside - rows["row"].nunique()
    return [*told, f"And {count(more)} more."] if more else told


def _problems(draft: Draft, mapping: Mapping, checked: Checked) -> None:
    """What a person should know that is not said elsewhere, in sentences; many of one kind are told together."""
    outcome = file_words.outcome_of(checked)
    left = _not_said(draft, checked, outcome)
    if not left:
        return
    record = [asdict(problem) for problem in left]
    said = problems.told(record, outcome.name if outcome else None)
    label = f"{problems.label(record)} before it is stored"

    def all_of_them() -> None:
        render.quiet("\n\n".join(said))
        if any(problem.code in FLAGS for problem in checked.problems):
            altered.flagged(draft, mapping, checked)

    part(label, "problems", ":material/info:", all_of_them)


def _not_said(draft: Draft, checked: Checked, outcome: Column | None) -> list[Problem]:
    """The problems that stand neither above Import nor beside the rows set aside."""
    said = {*ABOVE, *(OF_ROWS_ASIDE if checked.rejected + checked.duplicates else ())}
    if draft.target is not None and max(len(draft.target.missing), len(draft.target.added)) <= NAMED:
        said |= {"column_missing", "column_new"}
    if draft.target is not None and _new_levels(checked):
        said.add("new_levels")
    if draft.target is None:
        said |= {*money_doubt.WAYS, *decisions.SAID}
    doubt = score_doubt.of(checked, outcome) if outcome is not None and draft.target is None else None
    return [problem for problem in checked.problems if problem.code not in said and problem is not doubt]
