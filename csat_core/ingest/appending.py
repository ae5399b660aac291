"""Appending: a new export of a survey is recognised by its header and read under the mapping that was saved."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from csat_core.errors import CsatError
from csat_core.ingest.checks import Checked, NothingAcceptedError
from csat_core.ingest.detection import ColumnProfile, Staged
from csat_core.ingest.mapping import columns_of, from_json
from csat_core.ingest.marks import SETTLED
from csat_core.ingest.mending import waited
from csat_core.ingest.naming_roles import personal_in
from csat_core.ingest.plan import ColumnMapping, Mapping, Problem
from csat_core.ingest.reading import fold
from csat_core.ingest.recognition import scales_of
from csat_core.ingest.reshaping import WRONG_SHAPE
from csat_core.ingest.scales import is_tolerable
from csat_core.ingest.set_aside import BAD_DATE, DUPLICATE_ID, NOT_A_NUMBER, OFF_SCALE
from csat_core.ingest.there_already import problems_of_known
from csat_core.ingest.unasked import with_unasked_as_before
from csat_core.model.dataset import Dataset, Role
from csat_core.store import Store, appends, catalogue

ALIKE = 0.7
"""So many of the names of two headers together must be in both for one survey: questions come and go."""
SAME_ANSWERS = 0.3
"""Where so many rows of a file without response ids are of days that are there letter for letter, it overlaps."""
SAME_TEXT, SAME_TEXTS = 12, 2
"""So many rows whose comments have so many letters and are written by one person each are no chance."""
NEARLY = 0.6
"""From here on a header without what is needed is said to look like that of a dataset."""
REQUIRED = (Role.TIME, Role.RESPONSE_ID, Role.CUSTOMER)
MOSTLY = 0.5
"""Where so many rows of a file wait to be mended it is the file of those rows."""
NAMES_SHOWN = 5
FAULTS = {
    OFF_SCALE: ("answer off its scale", "answers off their scale"),
    NOT_A_NUMBER: ("cell that is no number", "cells that are no numbers"),
    BAD_DATE: ("date that cannot be read", "dates that cannot be read"),
    WRONG_SHAPE: ("row with too many or too few cells", "rows with too many or too few cells"),
    DUPLICATE_ID: ("row that repeats a response id", "rows that repeat a response id"),
}

Named = TypeVar("Named", ColumnProfile, ColumnMapping)
Key = tuple[str, int]
"""A folded column name, and which of the columns of this name it is."""


class OtherColumnsError(CsatError):
    """A file does not have the columns without which it cannot be added to a dataset."""

    def __init__(self, file: str, dataset: str, missing: Sequence[str]) -> None:
        super().__init__(
            f"'{file}' cannot be added to '{dataset}': it has no column {listed(missing)}; "
            "import it as a dataset of its own, under another name."
        )


class SeveralDatasetsError(CsatError):
    """A header that is that of several datasets."""

    def __init__(self, file: str, datasets: Sequence[str]) -> None:
        super().__init__(
            f"'{file}' has the columns of {listed(datasets)}; say where its answers belong with --dataset, "
            "or give a new name to begin a dataset."
        )


class SavedMappingError(CsatError):
    """The mapping that was saved with a dataset no longer fits its new export."""

    def __init__(self, file: str, dataset: str, found: str) -> None:
        super().__init__(
            f"'{file}' no longer fits the way '{dataset}' is read, as where a question got another scale: {found} Nothing "
            "is added; mend the file, or import it as a dataset of its own, under another name."
        )


class OverlapsError(CsatError):
    """Rows of a file without response ids are in the dataset already, as their comments tell."""


class NothingMendedError(CsatError):
    """Rows to mend came back, and every one of them would be set aside again."""

    def __init__(self, file: str, dataset: str, rows: int, problems: Sequence[Problem]) -> None:
        def said(*, with_codes: bool) -> str:
            codes = [f" ({problem.code})" if with_codes else "" for problem in problems]
            why = [f"{_why(problem)}{code}" for problem, code in zip(problems, codes, strict=True)]
            them = "Its one row waits" if rows == 1 else f"Its {rows:,} rows wait"
            return (
                f"Nothing in '{file}' was mended yet. {them} for '{dataset}' and would be set aside again: {'; '.join(why)}. "
                "Nothing was stored; correct the cells that are named, save the file and bring it again."
            )

        self.on_page = said(with_codes=False)
        super().__init__(said(with_codes=True))


class MappingIsSavedError(CsatError):
    """A column was given another role or scale than the dataset has."""

    def __init__(self, dataset: str, columns: Sequence[str]) -> None:
        super().__init__(
            f"'{dataset}' is read as it was when it began, and {listed(columns)} would be read otherwise; leave out "
            "--map and --scale, or give another --dataset name to begin a new one."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Continued:
    """The dataset to which a file adds, and how the file is read for that."""

    dataset: Dataset
    mapping: Mapping
    """Every column of the file; those of the dataset carry the ids they have there."""
    missing: tuple[str, ...]
    """Columns of the dataset that the file does not have."""
    added: tuple[str, ...]
    """Columns that no earlier file had; they are not used."""


def recognised(store: Store, staged: Staged) -> Continued | None:
    """The dataset of which the file is a new export, by its header; None where it is a survey not seen before.

    Raises SeveralDatasetsError where the header is that of several.
    """
    found = alike(store, staged)
    if len(found) > 1:
        raise SeveralDatasetsError(staged.file, [each.dataset.name for each in found])
    return found[0] if found else None


def alike(store: Store, staged: Staged) -> tuple[Continued, ...]:
    """The datasets whose header is most like that of the file; none where it is not like enough.

    The primary outcome, the time and the keys must be there, and seven in ten of all names.
    """
    ours = set(_keyed(staged.columns))
    shares: dict[float, list[Continued]] = {}
    for dataset in catalogue.datasets(store):
        saved = _saved(store, dataset)
        theirs = _keyed(saved.columns)
        share = len(ours & set(theirs)) / max(len(ours | set(theirs)), 1)
        needed = set(_needed(theirs, dataset))
        if needed and share >= ALIKE and needed <= ours:
            shares.setdefault(share, []).append(_continued(staged, dataset, saved))
    return tuple(shares[max(shares)]) if shares else ()


def nearly_alike(store: Store, staged: Staged) -> tuple[Problem, ...]:
    """A problem where the file would be a new export of a dataset if columns without which it cannot be were there."""
    ours = set(_keyed(staged.columns))
    found = []
    for dataset in catalogue.datasets(store):
        theirs = _keyed(_saved(store, dataset).columns)
        share = len(ours & set(theirs)) / max(len(ours | set(theirs)), 1)
        missing = [column.name for key, column in _needed(theirs, dataset).items() if key not in ours]
        if share >= NEARLY and missing:
            found.append((share, dataset.name, missing))
    if not found:
        return ()
    _, name, missing = max(found)
    message = (
        f"The columns are much like those of '{name}', but it needs {listed(missing)}, which this file does not have: a "
        "dataset of its own is begun. If it is the same survey, name the column as it was."
    )
    return (_problem("looks_like", None, staged.rows, message),)


def _needed(columns: dict[Key, ColumnMapping], dataset: Dataset) -> dict[Key, ColumnMapping]:
    """The columns without which a file cannot add to the dataset."""
    return {key: each for key, each in columns.items() if each.role in REQUIRED or each.id == dataset.outcome.id}


def unfinished_as_before(store: Store, target: Continued, staged: Staged) -> str | None:
    """`keep` or `drop` where the dataset began with the other choice for unfinished responses; None where nothing differs."""
    before, now = appends.first_detection(store, target.dataset.id), staged.detection
    if not before.get("unfinished") or not now.unfinished or before["unfinished_kept"] == now.unfinished_kept:
        return None
    return "keep" if before["unfinished_kept"] else "drop"


def continued(store: Store, staged: Staged, dataset: Dataset) -> Continued:
    """How the file is read to add to `dataset`; raises OtherColumnsError where it lacks what that takes."""
    return _continued(staged, dataset, _saved(store, dataset))


def _saved(store: Store, dataset: Dataset) -> Mapping:
    """The mapping under which the dataset began, every used column with its id there."""
    plain = appends.first_mapping(store, dataset.id)
    if not plain:
        return Mapping(columns=())
    mapping = from_json(plain)
    ids = {column.position: id for id, column in columns_of(mapping)}
    return replace(mapping, columns=tuple(replace(each, id=ids.get(each.position)) for each in mapping.columns))


def _continued(staged: Staged, dataset: Dataset, saved: Mapping) -> Continued:
    ours, theirs = _keyed(staged.columns), _keyed(saved.columns)
    used = {key: column for key, column in theirs.items() if column.role is not Role.IGNORE}
    missing = {key: column for key, column in used.items() if key not in ours}
    primary = dataset.outcome.id
    required = [c.name for c in missing.values() if c.role in REQUIRED or c.id == primary]
    if required or len(missing) == len(used):
        raise OtherColumnsError(staged.file, dataset.name, required or [column.name for column in used.values()])
    taken = [replace(column, position=ours[key].position) for key, column in used.items() if key in ours]
    others = [_unused(profile, theirs.get(key)) for key, profile in ours.items() if key not in used]
    return Continued(
        dataset=dataset,
        mapping=Mapping(
            columns=(*with_unasked_as_before(taken, ours.values()), *others),
            decimal=_decimal(staged, saved.decimal),
        ),
        missing=tuple(column.name for column in missing.values()),
        added=tuple(profile.name for key, profile in ours.items() if key not in theirs),
    )


def _decimal(staged: Staged, before: str) -> str:
    """The decimal mark of the file's numbers, or where none of them settles it the one of the first file."""
    found = staged.detection
    return found.decimal if any(said.startswith(SETTLED) for said in found.evidence) else before


def _keyed(columns: Iterable[Named]) -> dict[Key, Named]:
    """The columns by name; equal names are told apart by their order in the file."""
    seen: Counter[str] = Counter()
    result = {}
    for column in sorted(columns, key=lambda column: column.position):
        # `E-mail` and `email`, `Score ` and `SCORE` are one name
        name = "".join(filter(str.isalnum, fold(column.name))) or fold(column.name)
        seen[name] += 1
        result[name, seen[name]] = column
    return result


def _unused(profile: ColumnProfile, saved: ColumnMapping | None) -> ColumnMapping:
    plain = ColumnMapping(
        position=profile.position, name=profile.name, role=Role.IGNORE, reason="No earlier file of this dataset had it."
    )
    if saved is None:
        return replace(plain, personal=personal_in(profile, scales_of((profile,)).get(profile.position)))
    return replace(plain, reason=saved.reason, personal=saved.personal)


def require_as_saved(target: Continued, decided: Mapping) -> None:
    """Nothing; raises MappingIsSavedError where a person decided otherwise than the dataset is read."""
    wished = {column.position: column for column in decided.columns}
    others = [
        column.name
        for column in target.mapping.columns
        if (wished[column.position].role, wished[column.position].date_order) != (column.role, column.date_order)
        or wished[column.position].scale != column.scale
    ]
    if others:
        raise MappingIsSavedError(target.dataset.name, others)


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


def _why(problem: Problem) -> str:
    """How many rows are set aside for a problem, and where the first stands."""
    one, many = FAULTS.get(problem.code, ("row", "rows"))
    where = f" in '{problem.column}'" if problem.column else ""
    first = (
        ""
        if problem.example_row is None
        else f", {'row' if problem.count == 1 else 'the first in row'} {problem.example_row:,}"
    )
    return f"{problem.count:,} {one if problem.count == 1 else many}{where}{first}"


def without_advice(message: str) -> str:
    """What was found, without the advice for a column whose scale can still be chosen."""
    return message.partition("; a code that")[0].rstrip(".") + "."


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


def listed(names: Sequence[str]) -> str:
    """The names in quotation marks, the first few of many."""
    more = f" and {len(names) - NAMES_SHOWN} more" if len(names) > NAMES_SHOWN else ""
    return ", ".join(f"'{name}'" for name in names[:NAMES_SHOWN]) + more
