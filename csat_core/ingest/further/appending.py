"""Appending: what a new export of a survey gives under the saved mapping, and what changed since the earlier files."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from csat_core.errors import CsatError
from csat_core.ingest.checks import Checked, NothingAcceptedError
from csat_core.ingest.child.repeated_money import EACH_TIME, ONCE
from csat_core.ingest.child.repeated_money import MOSTLY as THEIRS
from csat_core.ingest.child.set_aside import BAD_DATE, NOT_A_NUMBER, OFF_SCALE
from csat_core.ingest.detection import Staged
from csat_core.ingest.further.append_refusals import (
    NothingMendedError,
    OtherUnitError,
    SavedMappingError,
    without_advice,
)
from csat_core.ingest.further.continued import Continued
from csat_core.ingest.further.mending import waited
from csat_core.ingest.further.new_levels import new_levels
from csat_core.ingest.further.other_answers import answered_otherwise
from csat_core.ingest.further.other_responses import changed_in, other_responses
from csat_core.ingest.further.overlaps import with_overlap
from csat_core.ingest.further.there_already import is_nothing_new, problems_of_known, with_late
from csat_core.ingest.joins.join_findings import unjoined
from csat_core.ingest.plan import PER_ANSWER, Mapping, Problem
from csat_core.ingest.proposal.neighbours import scales_of
from csat_core.ingest.proposal.units_of_numbers import other_unit
from csat_core.ingest.scales.answers import is_tolerable
from csat_core.ingest.texts.reading import fold
from csat_core.model.dataset import Dataset, Role
from csat_core.model.overlap import Overlap
from csat_core.store import Store, imports
from csat_core.store.earlier_answers import earlier_answers
from csat_core.store.money_once import same_as_before
from csat_core.store.replacements import Newer

MOSTLY = 0.5
"""Where so many rows of a file wait to be mended it is the file of those rows."""


def require_same_units(staged: Staged, mapping: Mapping, dataset: str) -> None:
    """Nothing; raises OtherUnitError where a column of numbers has another unit than in the dataset."""
    found = other_unit(mapping.columns, {profile.position: profile for profile in staged.columns})
    if found:
        raise OtherUnitError(staged.file, dataset, *found)


def judged(
    store: Store, target: Continued, staged: Staged, checked: Checked, overlap: Overlap | None = None
) -> Checked:
    """What was checked, with what changed since the earlier files said as problems.

    Raises SavedMappingError where more cells than a few do not fit the saved mapping, but for rows that wait to be mended. `overlap` is
    what was decided about rows without response ids that the dataset has.
    """
    unfit = [problem for problem in checked.problems if problem.code in (OFF_SCALE, NOT_A_NUMBER, BAD_DATE)]
    known = waited(store, target.dataset, checked.rejected_path, staged.detection.mended).cells if unfit else {}
    for problem in unfit:
        # rows that came back from mending as bad as they were say nothing against the saved mapping
        new = problem.count - known.get((problem.column or "", problem.code), 0)
        if not is_tolerable(new / checked.rows_read, checked.rows_read):
            wider = _with_middle(target, staged, problem.column) if problem.code == OFF_SCALE else None
            raise SavedMappingError(
                staged.file, target.dataset.name, without_advice(problem.message), wider, problem.code
            )
    problems = [
        *_drift(target, checked.rows_read),
        *new_levels(target.dataset, checked),
        *answered_otherwise(store, target.dataset, checked),
    ]
    problems += _answered_before(store, target.dataset, checked)
    problems += _money_once(store, target, checked)
    has_ids = any(column.role is Role.RESPONSE_ID for column in target.mapping.used)
    changed = changed_in(store, target.dataset, checked) if has_ids else None
    if changed is not None and overlap is not Overlap.SKIP:
        checked = replace(checked, overlap=other_responses(target.dataset, checked, changed))
        late = None if checked.overlap else changed_in(store, target.dataset, checked, Newer.LATE)
        if late is not None:
            checked = with_late(checked, target.dataset, late)
            changed = changed_in(store, target.dataset, checked, Newer.OTHERS)
    if has_ids or is_nothing_new(checked):
        problems = [*problems_of_known(target.dataset, checked, changed), *problems]
    problems += unjoined(target.dataset, imports.imports(store, target.dataset.id), checked.accepted)
    held = {column.id for column in checked.columns}
    absent = tuple(question for question in target.dataset.questions if question.id not in held)
    told = replace(checked, problems=(*_as_settled(checked.problems), *problems), absent=absent)
    return told if has_ids or overlap is Overlap.SKIP else with_overlap(store, target, told, overlap)


def _with_middle(target: Continued, staged: Staged, name: str | None) -> tuple[str, str] | None:
    """The column and its scale by this file, where that is the saved one and an answer in its middle; None elsewhere."""
    saved = next((each for each in target.mapping.used if each.name == name and each.scale), None)
    profile = next((each for each in staged.columns if saved and each.position == saved.position), None)
    found = scales_of((profile,)).get(profile.position) if profile else None
    if saved is None or saved.scale is None or found is None:
        return None
    labels, half = found.scale.labels, len(saved.scale.labels) // 2
    without = [fold(label) for label in (*labels[:half], *labels[half + 1 :])]
    fits = len(labels) == 2 * half + 1 and without == [fold(label) for label in saved.scale.labels]
    return (saved.name, found.scale.name) if fits else None


def _as_settled(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems without what can no longer be chosen: the scale of a dataset is that of its first file, and so on."""
    for problem in problems:
        if problem.code == OFF_SCALE:
            yield replace(problem, message=without_advice(problem.message), on_page=None)
        elif problem.code in ("personal_data", "personal_covered", ONCE, EACH_TIME):
            yield replace(problem, message=problem.on_page or problem.message)
        elif problem.code == "personal_in_comments":
            kept = problem.message.partition("; --")[0]
            yield replace(problem, message=f"{kept}; they are kept as they stand, as the dataset began.", on_page=None)
        elif problem.code not in (
            "assumed_scale",
            "too_many_texts",
            "perhaps_response_id",
            "perhaps_counted",
            "perhaps_groups",
            "perhaps_customer",
            "perhaps_weight",
            "perhaps_no_survey",
        ):
            yield problem


def refused(store: Store, target: Continued, staged: Staged, error: NothingAcceptedError) -> CsatError:
    """Why a file of which no row can be kept is not added: nothing in it was mended, or it is read otherwise than before."""
    again = waited(store, target.dataset, error.rejected_path, staged.detection.mended).rows
    if MOSTLY * error.rows <= again:
        return NothingMendedError(staged.file, target.dataset.name, error.rows, error.problems)
    code = max(error.problems, key=lambda problem: problem.count).code if error.problems else None
    return SavedMappingError(staged.file, target.dataset.name, without_advice(str(error)), code=code)


def _drift(target: Continued, rows: int) -> list[Problem]:
    """One problem for each column that is gone, new, or of another time zone."""
    gone = [
        _problem("column_missing", name, rows, f"The file has no column '{name}' any more: its answers are missing.")
        for name in target.missing
    ]
    new = [
        _problem(
            "column_new", name, rows, f"'{name}' is a new column; it is not used, because earlier answers lack it."
        )
        for name in target.added
    ]
    varied = [
        _problem(
            "column_varies", name, rows, f"'{name}' held one value in the first file and was left out; this file has another. To compare "
            "them, undo the first import and bring the files in anew with it used as a segment.",
        )
        for name in target.varied
    ]  # fmt: skip
    zones = [
        _problem(
            "zone_changed", now, rows, f"The days in '{now}' were those of '{before}' in earlier files. Each is kept as it is written, so "
            "that answers around midnight may stand a day earlier or later than they would have.",
        )
        for before, now in target.zones
    ]  # fmt: skip
    return gone + new + varied + zones


def _answered_before(store: Store, dataset: Dataset, checked: Checked) -> list[Problem]:
    """A problem where customers of the file have answers in the dataset; a survey that asks again is told from one answered twice."""
    rows = checked.accepted_rows
    found = earlier_answers(store, dataset, rows, checked.since, checked.until) if checked.accepted else None
    if found is None:
        return []
    name = next(column.name for column in dataset.columns if column.id == found.column)
    who = f"{found.before:,} of {found.customers:,} customers in '{name}' answered in an earlier file too"
    if found.same_days:
        when = f", {found.same_days:,} of them within the days of this file, so perhaps the same survey twice"
    elif checked.since is not None:
        when = ", none of them within the days of this file, as where a survey asks again"
    else:
        when = ""
    return [_problem("answered_before", name, found.before, f"{who}{when}. Such responses are kept.")]


def _money_once(store: Store, target: Continued, checked: Checked) -> list[Problem]:
    """A problem where customers of the file come with the money that they had before, so that it counts once from now on."""
    money = next((column for column in target.mapping.used if column.role is Role.REVENUE), None)
    if money is None or money.counted or not checked.accepted or any(each.code == ONCE for each in checked.problems):
        return []
    several, alike = same_as_before(store, target.dataset, checked.accepted_rows)
    if not alike or alike < THEIRS * several:
        return []
    who = "1 customer has" if alike == 1 else f"{alike:,} customers have"
    said = f"{who} the same '{money.name}' as in an earlier file, so it counts once for a customer from now on: the answers of one share it."
    way = f'Where it is of each answer, undo the imports and begin anew with --map "{money.name}={Role.REVENUE}:{PER_ANSWER}".'
    return [replace(_problem(ONCE, money.name, alike, f"{said} {way}"), on_page=said)]


def _problem(code: str, column: str | None, count: int, message: str) -> Problem:
    return Problem(code=code, column=column, count=count, message=message)
