"""Appending: what a new export of a survey gives under the saved mapping, and what changed since the earlier files."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from csat_core.errors import CsatError
from csat_core.ingest.append_refusals import (
    NothingMendedError,
    OverlapsError,
    SavedMappingError,
    listed,
    without_advice,
)
from csat_core.ingest.checks import Checked, NothingAcceptedError
from csat_core.ingest.continued import Continued
from csat_core.ingest.detection import Staged
from csat_core.ingest.mending import waited
from csat_core.ingest.plan import Problem
from csat_core.ingest.scales import is_tolerable
from csat_core.ingest.set_aside import BAD_DATE, NOT_A_NUMBER, OFF_SCALE
from csat_core.ingest.there_already import problems_of_known
from csat_core.model.dataset import Dataset, Role
from csat_core.store import Store, appends

SAME_ANSWERS = 0.3
"""Where so many rows of a file without response ids are of days that are there letter for letter, it overlaps."""
SAME_TEXT, SAME_TEXTS = 12, 2
"""So many rows whose comments have so many letters and are written by one person each are no chance."""
MOSTLY = 0.5
"""Where so many rows of a file wait to be mended it is the file of those rows."""


def judged(store: Store, target: Continued, staged: Staged, checked: Checked) -> Checked:
    """What was checked, with what changed since the earlier files said as problems.

    Raises SavedMappingError where more cells than a few do not fit the saved mapping, but for rows that wait to be mended, or where the answers of a file
    without response ids are there already.
    """
    unfit = [problem for problem in checked.problems if problem.code in (OFF_SCALE, NOT_A_NUMBER, BAD_DATE)]
    known = waited(store, target.dataset, checked.rejected_path) if unfit else {}
    for problem in unfit:
        # rows that came back from mending as bad as they were say nothing against the saved mapping
        new = problem.count - known.get((problem.column or "", problem.code), 0)
        if not is_tolerable(new / checked.rows_read, checked.rows_read):
            raise SavedMappingError(staged.file, target.dataset.name, without_advice(problem.message))
    problems = [*_drift(target, checked.rows_read), *_new_levels(target.dataset, checked)]
    has_ids = any(column.role is Role.RESPONSE_ID for column in target.mapping.used)
    if not has_ids:
        problems += _again_by_texts(store, target, staged, checked)
    if not has_ids and checked.since is not None:
        same = appends.rows_of_same_days(store, target.dataset, checked.accepted_path)
        if same >= SAME_ANSWERS * checked.accepted > 0:
            found = (
                f"{same:,} of {checked.accepted:,} rows are of days that it has already, letter for letter, and no "
                "response id tells which answers are new; leave out the days that are there."
            )
            raise SavedMappingError(staged.file, target.dataset.name, found)
        if same:
            message = f"{same:,} rows are of days that look the same in the dataset already; without a response id they are added."
            problems.append(_problem("rows_again", None, same, message))
    if has_ids:
        problems = [*problems_of_known(store, target.dataset, checked), *problems]
    held = {column.id for column in checked.columns}
    absent = tuple(question for question in target.dataset.questions if question.id not in held)
    return replace(checked, problems=(*_as_settled(checked.problems), *problems), absent=absent)


def _again_by_texts(store: Store, target: Continued, staged: Staged, checked: Checked) -> list[Problem]:
    """A problem where a comment tells that a row of a file without response ids may be there already; raises OverlapsError where several do."""
    found = appends.rows_told_by_texts(store, target.dataset, checked.accepted_path, SAME_TEXT)
    if found is None:
        return []
    if found.count < SAME_TEXTS:
        message = "1 row looks the same in the dataset already, with its comment; without a response id it is added."
        return [_problem("rows_again", None, found.count, message)]
    days = "" if found.since is None else f", from {found.since} to {found.until}"
    raise OverlapsError(
        f"'{staged.file}' overlaps with what '{target.dataset.name}' has: {found.count:,} of its {checked.accepted:,} rows are "
        f"there already, letter for letter and with the same comments{days}, and no response id tells the others apart. Nothing is "
        "added; leave those rows out, or export only the answers that are new."
    )


def _as_settled(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems without what can no longer be chosen: the scale of a dataset is that of its first file, and so on."""
    for problem in problems:
        if problem.code == OFF_SCALE:
            yield replace(problem, message=without_advice(problem.message), on_page=None)
        elif problem.code == "personal_data":
            yield replace(problem, message=problem.on_page or problem.message)
        elif problem.code == "personal_in_comments":
            kept = problem.message.partition("; --")[0]
            yield replace(problem, message=f"{kept}; they are kept as they stand, as the dataset began.", on_page=None)
        elif problem.code != "assumed_scale":
            yield problem


def refused(store: Store, target: Continued, staged: Staged, error: NothingAcceptedError) -> CsatError:
    """Why a file of which no row can be kept is not added: nothing in it was mended, or it is read otherwise than before."""
    again = sum(waited(store, target.dataset, error.rejected_path).values())
    if MOSTLY * error.rows <= again:
        return NothingMendedError(staged.file, target.dataset.name, error.rows, error.problems)
    return SavedMappingError(staged.file, target.dataset.name, without_advice(str(error)))


def _drift(target: Continued, rows: int) -> list[Problem]:
    """One problem for each column that is gone or new."""
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
    return gone + new


def _new_levels(dataset: Dataset, checked: Checked) -> list[Problem]:
    """One problem for each segment with levels that it did not have before."""
    known = {column.id: set(column.levels) for column in dataset.segments}
    problems = []
    for column in checked.columns:
        new = [level for level in column.levels if level not in known.get(column.id, column.levels)]
        if new:
            noun = "a level" if len(new) == 1 else f"{len(new)} levels"
            message = f"'{column.name}' has {noun} that it did not have before: {listed(new)}."
            problems.append(_problem("new_levels", column.name, len(new), message))
    return problems


def _problem(code: str, column: str | None, count: int, message: str) -> Problem:
    return Problem(code=code, column=column, count=count, example_row=None, message=message)
