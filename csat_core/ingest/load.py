"""Load: a file is brought in from end to end, unattended: staged, mapped, checked and stored."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from csat_core.errors import CsatError
from csat_core.ingest.checked_beside import checked_for
from csat_core.ingest.checks import Checked
from csat_core.ingest.detection import ColumnProfile, Staged
from csat_core.ingest.file_names import name_from
from csat_core.ingest.formulas import formulas_in
from csat_core.ingest.further.append_refusals import NothingToReplaceByError
from csat_core.ingest.further.continued import (
    Continued,
    continued,
    read_as_before,
    recognised,
    require_as_saved,
)
from csat_core.ingest.further.overlaps import settled
from csat_core.ingest.further.there_already import is_nothing_new, with_newer
from csat_core.ingest.other_sheets import other_sheets_in
from csat_core.ingest.plan import Mapping, Problem
from csat_core.ingest.private import private_folder
from csat_core.ingest.proposal import mapping as mappings
from csat_core.ingest.proposal.privacy import protected
from csat_core.ingest.proposal.undecidable import NoRatingOnSheetError, NoUsableRatingError
from csat_core.ingest.reader import AS_FOUND, ROOM, Reading, stage
from csat_core.ingest.sandbox import Progress, one_child
from csat_core.ingest.storing import store_checked
from csat_core.model.dataset import Role
from csat_core.model.overlap import Overlap
from csat_core.model.sensitive import Sensitive
from csat_core.store import Store, catalogue, imports
from csat_core.store.catalogue import DatasetNameError, Details, require_free_name
from csat_core.store.copies import require_room

Overrides = Callable[[tuple[ColumnProfile, ...]], tuple[dict[str, str], dict[str, str]]]
"""Roles and scales by column, decided once the columns of the file are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person wishes of a file that comes in; left alone, everything is as it is found."""

    details: Details | None = None
    """Names the dataset; else its header says which it is."""
    begins: bool = False
    """Whether it begins a dataset, whatever its header says."""
    overrides: Overrides | None = None
    sensitive: Sensitive = Sensitive.DROP
    mask: bool = False
    """Whether addresses and numbers in comments are covered."""
    reading: Reading = AS_FOUND
    replaces: bool = False
    """Whether its answers take the place of those stored under the same response ids."""
    overlap: Overlap | None = None
    """What becomes of rows that seem to be there already."""


AS_IT_IS = Wish()


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did, or with `import_id` None would have done; it does nothing where a dataset has every response."""

    dataset: str
    dataset_id: int | None
    import_id: int | None
    appended: bool
    """Whether the responses went into a dataset that was there."""
    staged: Staged
    mapping: Mapping
    checked: Checked


def import_file(
    store: Store,
    path: Path,
    wish: Wish = AS_IT_IS,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
    together: str = "",
    **wishes: Any,
) -> Imported:
    """What was imported, unattended: detected, mapped as is wished, checked and stored.

    `together` is what it has in common with others that were brought with it; `wishes`
    are fields of `wish`. A name that a dataset has, or without one a header that
    one began with, adds to that dataset; everything else begins one. Raises a CsatError that says what to do where the file cannot be read, its meaning is
    open, it does not fit, or it is there already; then the store is as it was. A file of which every response is there
    already is not stored, unless it replaces those that stand otherwise in it. With `dry_run` nothing is stored, and
    what would stand against it is a problem.
    """
    wish = replace(wish, **wishes)
    if not dry_run:  # a disk that fills up in the middle loses nothing, but nothing more can be stored then
        require_room(store.path.parent, ROOM * path.stat().st_size)
    with private_folder() as folder, one_child():
        staged = stage(path, folder, reading=wish.reading, progress=progress)
        return import_staged(store, path, staged, wish, dry_run=dry_run, progress=progress, together=together)


def import_staged(
    store: Store,
    path: Path,
    staged: Staged,
    wish: Wish,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
    together: str = "",
) -> Imported:
    """What was imported of a file that is read already, or of a `dry_run` what would be; see `import_file`.

    It is read once more where its dataset was begun in another way.
    """
    hurdles = _stored(store, staged)
    _stop(hurdles, dry_run)
    target = None if hurdles or wish.begins else target_of(store, staged, wish.details)
    again = read_as_before(store, target, staged, wish.reading) if target else wish.reading
    if again != wish.reading:
        folder = Path(tempfile.mkdtemp(dir=staged.folder))
        staged = stage(path, folder, name=staged.file, reading=again, progress=progress)
        target = target_of(store, staged, wish.details)
    if wish.replaces and target is not None and not target.dataset.with_role(Role.RESPONSE_ID):
        raise NothingToReplaceByError(staged.file, target.dataset.name)
    details = _details(wish.details, target, staged.file)
    if target is None:
        hurdles += _taken(store, details.name)
        _stop(hurdles, dry_run)
    mapping = _mapping(staged, target, wish.overrides)
    if target is None:
        mapping = protected(mapping, wish.sensitive, mask=wish.mask)
    checked = checked_for(store, staged, target, mapping, progress, wish.overlap)
    if wish.replaces and target is not None:
        checked = with_newer(checked)
    checked = settled(checked, staged, details.name, dry_run=dry_run)
    into = target.dataset.id if target else None
    skipped = dry_run or (target is not None and is_nothing_new(checked))
    ids = None if skipped else store_checked(store, staged, mapping, checked, details, into, progress, together)
    checked = replace(checked, problems=checked.problems + tuple(map(_as_problem, hurdles)))
    dataset_id, import_id = ids or (into, None)
    return Imported(
        dataset=details.name,
        dataset_id=dataset_id,
        import_id=import_id,
        appended=target is not None,
        staged=staged,
        mapping=mapping,
        checked=checked,
    )


def target_of(store: Store, staged: Staged, details: Details | None) -> Continued | None:
    """The dataset to which the file adds: the one that was named, else the one whose header it has.

    Raises what `recognised` and `continued` raise.
    """
    if details is None:
        return recognised(store, staged)
    named = next((each for each in catalogue.datasets(store) if each.name.casefold() == details.name.casefold()), None)
    return continued(store, staged, named) if named else None


def _details(given: Details | None, target: Continued | None, file: str) -> Details:
    return Details(name=target.dataset.name) if target else given or Details(name=name_from(file))


def _mapping(staged: Staged, target: Continued | None, overrides: Overrides | None) -> Mapping:
    """The mapping saved with the dataset, else the proposal with `overrides` on top."""
    roles, scales = overrides(staged.columns) if overrides else ({}, {})
    before = target.mapping if target else mappings.proposed_for(staged)
    try:
        decided = mappings.decide(before, staged.columns, roles=roles, scales=scales)
    except NoUsableRatingError as error:
        said = (*formulas_in(staged.detection), *other_sheets_in(staged.detection))
        if not said:
            raise
        raise NoRatingOnSheetError(error, " ".join(problem.message for problem in said)) from error
    if target is None:
        return decided
    require_as_saved(target, decided)
    # misspelt answers may be read as the nearest label all the same
    texts = {column.position: column.positions for column in decided.columns}
    timed = {column.position: (column.date_order, column.question) for column in decided.columns}
    read = []
    for each in target.mapping.columns:
        order, question = timed[each.position] if each.role is Role.TIME else (each.date_order, each.question)
        read.append(replace(each, positions=texts[each.position], date_order=order, question=question))
    return replace(target.mapping, columns=tuple(read))


def _stop(hurdles: list[CsatError], dry_run: bool) -> None:
    if hurdles and not dry_run:
        raise hurdles[0]


def _stored(store: Store, staged: Staged) -> list[CsatError]:
    """What stands against storing a file that is in the store."""
    try:
        imports.require_new_file(store, staged.file, staged.hash, staged.detection.sheet)
    except imports.AlreadyImportedError as error:
        return [error]
    return []


def _taken(store: Store, name: str) -> list[CsatError]:
    """What stands against a new dataset of this name."""
    try:
        with store.cursor() as cursor:
            require_free_name(cursor, name)
    except DatasetNameError as error:
        return [error]
    return []


def _as_problem(hurdle: CsatError) -> Problem:
    """A hurdle as a dry run says it: nothing is to be stored, so that it stops nothing."""
    code = "already_imported" if isinstance(hurdle, imports.AlreadyImportedError) else "name_taken"
    return Problem(code=code, count=1, message=str(hurdle), on_page=hurdle.on_page)
