"""What a file would bring, before it is stored: one sentence, the score it gives, and the rest folded away."""

from dataclasses import asdict
from functools import partial

import pandas as pd
import pyarrow.dataset as pads
import streamlit as st

from csat_core import words
from csat_core.analyses.scoring import measured
from csat_core.ingest.checks import CHANGED, Checked
from csat_core.ingest.child.conduct import FLAGS
from csat_core.ingest.further.continued import Continued
from csat_core.ingest.load import Imported
from csat_core.ingest.plan import Mapping
from csat_core.ingest.proposal.doubts import are_kept
from csat_core.ingest.scales.given_scales import near
from csat_core.model.dataset import Column, Role
from csat_core.model.formats import count, interval, percent
from csat_core.model.scheme import Scheme, find_scheme, fitting
from pages.shared import altered, columns, decisions, known_answers, mend, problems, render, visitors
from pages.shared.draft import Draft
from pages.shared.parts import part

SCORE_DOUBTS = ("assumed_scale", "missing_codes", "near_label")
"""Problems of the outcome that change its score; rows off its scale are in the sentence."""
KINDS = {"nps": "recommendation", "ces-5": "ease", "ces-7": "ease"}
MEASURES = {"nps": "promoters", "ces-5": "easy (CES)", "ces-7": "easy (CES)"}
"""What is asked and what is measured under the schemes of something else than satisfaction."""
WHY = {
    "off_scale": "with an answer off its scale",
    "not_a_number": "with a cell that is no number",
    "bad_date": "with a date that cannot be read",
    "wrong_shape": "with too many or too few cells",
    "duplicate_response_id": "repeating a response id",
    "preview": "previews or tests",
    "unfinished": "unfinished",
    "footer": "below the responses, as a total or a note",
}
"""Why rows are set aside, by the code of the problem that says so."""
CHANGES = (
    CHANGED,
    "nothing_new",
    "column_missing",
    "column_new",
    "new_levels",
    "rows_again",
    "looks_like",
    "other_sheets",
    "formulas",
)
"""Problems that say how a file differs from the earlier ones."""
NAMED = 4
"""Columns that are named in a sentence."""
MOST_POINTS = 11
"""A longer scale is called by its ends."""
MOST_TOLD = 15
MOST_ROWS = 1_000
"""Of the rows set aside, shown before they are stored."""


def told(draft: Draft, checked: Checked) -> None:
    """Nothing; the file in one sentence, and the score of its answers."""
    render.said(sentence(checked, draft.target.dataset.name if draft.target else None), key="proposal")
    if draft.target is not None:
        _changed_columns(draft.target)
    known_answers.asked(draft, checked)
    outcome = _outcome(checked)
    if outcome is None or outcome.scale is None or not checked.accepted:
        return
    scheme = _scheme(outcome)
    row = measured(checked.outcome_counts, outcome.scale, scheme).iloc[0]
    _score(outcome, scheme, row, is_added=draft.target is not None)
    _main_question(draft)
    for problem in checked.problems:  # what the score hangs on is said beside it
        if problem.column == outcome.name and problem.code in SCORE_DOUBTS:
            render.quiet(problem.on_page or problem.message)
            if problem.code == "assumed_scale":
                _other_way(draft, outcome.name)


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
    chosen = st.selectbox(
        f"Score from ({len(asked)} questions can give it)",
        list(asked),
        format_func=lambda position: words.literal(words.shortened(asked[position].label or asked[position].name, 80)),
        help="The others come in as well, and can be looked at on every page.",
        key=f"main-{draft.file_id}-{draft.round}",
    )
    if chosen is None or chosen == next(iter(asked)):
        return
    first = [f"#{chosen}", *(f"#{position}" for position in asked if position != chosen)]
    roles = dict.fromkeys(first, Role.OUTCOME.value) | {at: role for at, role in draft.roles.items() if at not in first}
    draft.take_over(visitors.writable(), roles, draft.scales)
    st.rerun()


def _other_way(draft: Draft, outcome: str) -> None:
    """A button that reads the outcome on the other scale that is likely, where there is one."""
    column = next((each for each in draft.decided().columns if each.name == outcome), None)
    if column is None or column.rival is None or draft.target is not None:
        return
    worst, *_, best = (words.literal(words.shortened(each, 40)) for each in (column.rival.split("|") * 2))
    as_words = f"Read '{worst}' as the worst and '{best}' as the best"
    label = as_words if "|" in column.rival else f"Read it as {worst}"
    if st.button(label, key=f"other-way-{draft.file_id}"):
        scales = {**draft.scales, f"#{column.position}": column.rival}
        draft.take_over(visitors.writable(), draft.roles, scales)
        st.rerun()


def _changed_columns(target: Continued) -> None:
    """Nothing; which columns of the dataset the file lacks, and which of its own are not used."""
    lacks, has = (
        ", ".join(f"'{words.shortened(name, 30)}'" for name in names[:NAMED])
        + (" and others" if len(names) > NAMED else "")
        for names in (target.missing, target.added)
    )
    told = [
        f"The new answers are blank in {lacks}, which this file does not have." if lacks else "",
        f"{has} {'is' if len(target.added) == 1 else 'are'} not used: the earlier answers lack {'it' if len(target.added) == 1 else 'them'}." if has else "",
    ]  # fmt: skip
    if lacks or has:
        render.quiet(" ".join(filter(None, told)))


def sentence(checked: Checked, added_to: str | None = None) -> str:
    """The file in one sentence: answers, outcome, drivers, segments, period, rows set aside.

    Of a file that adds to a dataset how many answers are new, and how many are there.
    """
    if added_to is not None:
        noun = "new answer" if checked.accepted == 1 else "new answers"
        new = f"{count(checked.accepted) if checked.accepted else 'No'} {noun} for '{words.shortened(added_to, 60)}'"
        # the period is that of the new ones
        parts = [new, words.span(checked.since, checked.until)] if checked.accepted else [new]
        changed = f" ({count(checked.changed)} with other values in this file)" if checked.changed else ""
        if checked.replaced:
            takes = "takes the place of one" if checked.replaced == 1 else "take the place of those"
            parts.append(f"{count(checked.replaced)} {takes} that {'is' if checked.replaced == 1 else 'are'} stored")
        there = f"{count(checked.duplicates)} {'is' if checked.duplicates == 1 else 'are'} there already{changed}, "
        return f"{', '.join(parts)}; {there if checked.duplicates else ''}{_rows(checked.rejected)} set aside{_why(checked)}."
    outcome = _outcome(checked)
    assert outcome is not None
    assert outcome.scale is not None
    roles = [column.role for column in checked.columns]
    drivers = roles.count(Role.DRIVER)
    segments = sum(column.role.storage == "segment" and column.divides for column in checked.columns)
    points = "two-answer" if outcome.scale.points == 2 else f"{outcome.scale.points}-point"
    if outcome.scale.points > MOST_POINTS:
        points = outcome.scale.name
    parts = [
        f"{count(outcome.answered)} answers",
        f"{points} {KINDS.get(_scheme(outcome).id, 'satisfaction')} from '{words.shortened(_asked(outcome), 60)}'",
        f"{drivers} {'driver' if drivers == 1 else 'drivers'}",
        f"{segments} {'segment' if segments == 1 else 'segments'}",
        words.span(checked.since, checked.until),
    ]
    return f"{', '.join(parts)}; {_rows(checked.rejected + checked.duplicates)} set aside{_why(checked)}."


def _asked(outcome: Column) -> str:
    """The question as it was put where the file has its text, else the name of the column."""
    return outcome.label if outcome.label.rstrip().endswith(("?", "？", ";")) else outcome.title


def _why(checked: Checked) -> str:
    """Why rows are set aside, in brackets, with how many where there are several reasons; empty where none is."""
    many: dict[str, int] = {}  # of rows with several such cells each of them
    for problem in checked.problems:
        if problem.code in WHY and not are_kept(problem):
            many[WHY[problem.code]] = many.get(WHY[problem.code], 0) + problem.count
    if not many:
        return ""
    told = [why if len(many) == 1 else f"{count(rows)} {why}" for why, rows in many.items()]
    several = "; some for more than one reason" if sum(many.values()) > checked.rejected + checked.duplicates else ""
    return f" ({', '.join(told)}{several})"


def stored(done: Imported) -> str:
    """What an import did, in one sentence."""
    checked, how = done.checked, "added to" if done.appended else "as"
    outcome, aside = _outcome(checked), checked.rejected + (0 if done.appended else checked.duplicates)
    answers = checked.accepted if done.appended or outcome is None else outcome.answered
    rows = f"; {_rows(aside)} set aside{_why(checked)}" if aside else ""
    said = (
        f"{words.shortened(done.staged.file)}: {count(answers)} answers {how} '{words.shortened(done.dataset)}'{rows}."
    )
    is_assumed = any(
        problem.code == "assumed_scale" and problem.column == outcome.name for problem in checked.problems if outcome
    )
    if is_assumed and outcome and outcome.scale:
        said += f" The scale {outcome.scale.name} is assumed: its import says why."
    changes = [problem.on_page or problem.message for problem in checked.problems if problem.code in CHANGES]
    return " ".join([said, *changes])


def _rows(rows: int) -> str:
    return f"{count(rows) if rows else 'no'} {'row' if rows in (0, 1) else 'rows'}"


def _outcome(checked: Checked) -> Column | None:
    return next((column for column in checked.columns if column.role is Role.OUTCOME), None)


def _scheme(outcome: Column) -> Scheme:
    """The scheme that the outcome would begin with."""
    assert outcome.scale is not None
    return find_scheme(outcome.scheme) if outcome.scheme else fitting(outcome.scale)[0]


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
    label = f"{_rows(aside).capitalize()} {'set aside' if draft.target is None else 'not added'}: which and why"
    part(label, "aside", ":material/rule:", partial(_rows_aside, draft, checked, aside))


def _rows_aside(draft: Draft, checked: Checked, aside: int) -> None:
    rows = pads.dataset(str(checked.rejected_path), format="parquet").head(MOST_ROWS).to_pandas()
    if aside > MOST_ROWS:
        render.quiet(f"The first {count(MOST_ROWS)} of them; all are kept with the import.")
    text = st.column_config.TextColumn
    with st.container(key="wide-aside"):
        render.table(
            rows,
            "aside",
            "rows-set-aside",
            columns={
                "row": st.column_config.NumberColumn("Row", format="localized", width=64),
                "column": text("Column", width=170),
                "value": text("Cell", width=150),
                "reason": text("Why", width=360),
                "raw": text("The row as it came", width="large"),
            },
        )
    with st.container(key="narrow-aside"):
        render.quiet("\n\n".join(_told(rows.head(MOST_TOLD), aside)))
    _misspelt(draft, checked)
    mend.of_draft(draft, checked)


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


def _misspelt(draft: Draft, checked: Checked) -> None:
    """A button that reads answers which look misspelt as the labels they are nearest to, where there are any."""
    found = {problem.column: problem.count for problem in checked.problems if problem.code == "near_label"}
    if not found or draft.target is not None:
        return
    rows = count(sum(found.values()))
    if st.button(f"Read misspelt answers as the nearest answer ({rows})", key=f"near-{draft.file_id}"):
        named = [column for column in draft.decided().columns if column.name in found]
        wished = {f"#{each.position}": near(draft.scales.get(f"#{each.position}", "")) for each in named}
        draft.take_over(visitors.writable(), draft.roles, draft.scales | wished)
        st.rerun()


def _problems(draft: Draft, mapping: Mapping, checked: Checked) -> None:
    """What a person should know, in sentences; many of one kind are told together."""
    if not checked.problems:
        return
    outcome = _outcome(checked)
    record = [asdict(problem) for problem in checked.problems]
    said = problems.told(record, outcome.name if outcome else None)
    label = f"{problems.label(record)} before it is stored"

    def all_of_them() -> None:
        render.quiet("\n\n".join(said))
        if any(problem.code in FLAGS for problem in checked.problems):
            altered.flagged(draft, mapping)

    part(label, "problems", ":material/info:", all_of_them)
