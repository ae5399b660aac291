"""Continued surveys: a new export is recognised by its header, and read under the mapping its dataset began with."""

from dataclasses import dataclass, replace

from csat_core.ingest.detection import Staged
from csat_core.ingest.further.append_refusals import (
    MappingIsSavedError,
    OtherColumnsError,
    ResemblesError,
    SeveralDatasetsError,
)
from csat_core.ingest.further.as_now import coded_as_now, dated_as_now, decimal_now, unused, varies
from csat_core.ingest.further.headers import (
    ALIKE,
    NEARLY,
    REQUIRED,
    bare_name,
    keyed,
    named_as_before,
    needed_in,
    share_of,
)
from csat_core.ingest.further.personal_now import as_personal_now
from csat_core.ingest.layouts.shape import TICKS
from csat_core.ingest.plan import Mapping, Problem, columns_of, from_json
from csat_core.ingest.proposal.number_marks import with_marks_as_before
from csat_core.ingest.reader import Reading
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.unasked import with_unasked_as_before
from csat_core.model.dataset import Dataset, Role
from csat_core.model.formats import listed
from csat_core.store import Store, appends, catalogue


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
    varied: tuple[str, ...]
    """Columns that were left out because they held one value, and hold another one now."""
    zones: tuple[tuple[str, str], ...]
    """Columns of days that state another time zone than before: as they were called, and as they are."""
    shared: int
    """How many names the headers have in common."""
    is_sure: bool
    """Whether the headers are alike enough to say that it is the same survey."""


def recognised(store: Store, staged: Staged) -> Continued | None:
    """The dataset of which the file is a new export, by its header; None where it is a survey not seen before.

    Raises SeveralDatasetsError where the header is that of several, ResemblesError where it may be that of one.
    """
    found = alike(store, staged)
    if len(found) > 1:
        raise SeveralDatasetsError(staged.file, [each.dataset.name for each in found], staged.header)
    for each in found:
        if not each.is_sure:
            raise ResemblesError(staged.file, each.dataset.name, staged.header, each.shared, each.missing, each.added)
    return found[0] if found else None


def alike(store: Store, staged: Staged) -> tuple[Continued, ...]:
    """The datasets whose header is most like that of the file; none where it is not like enough.

    The primary outcome, the time and the keys must be there, and seven in ten of all names to be sure, else half of them.
    """
    shares: dict[float, list[Continued]] = {}
    for dataset in catalogue.datasets(store):
        saved = _saved(store, dataset)
        theirs = keyed(saved.columns)
        ours = set(named_as_before(staged.columns, theirs))
        share = share_of(ours, set(theirs))
        needed = set(needed_in(theirs, dataset))
        if needed and share >= NEARLY and needed <= ours:
            shares.setdefault(share, []).append(_continued(staged, dataset, saved))
    return tuple(shares[max(shares)]) if shares else ()


def nearly_alike(store: Store, staged: Staged) -> tuple[Problem, ...]:
    """A problem where the file begins a dataset though its header is much like that of one; none where it is not."""
    found = []
    for dataset in catalogue.datasets(store):
        theirs = keyed(_saved(store, dataset).columns)
        ours = set(named_as_before(staged.columns, theirs))
        share = share_of(ours, set(theirs))
        missing = [column.name for key, column in needed_in(theirs, dataset).items() if key not in ours]
        if share >= NEARLY and (missing or share < ALIKE):  # or a person wishes a dataset of its own
            found.append((share, dataset.name, missing))
    if not found:
        return ()
    _, name, missing = max(found)
    own = "a dataset of its own is begun"
    message = (
        f"The columns are much like those of '{name}', but it needs {listed(missing)}, which this file does not have: {own}. "
        "If it is the same survey, name the column as it was."
    )
    on_page = None
    if not missing:
        # on the page the choice stands above, and is made by the time that this is read of a dataset
        on_page = f"The columns are much like those of '{name}', though some are missing or have other names: {own}."
        message = f'{on_page} If it is the same survey, say --dataset "{name}" to add it there.'
    return (Problem(code="looks_like", count=staged.rows, message=message, on_page=on_page),)


def read_as_before(store: Store, target: Continued, staged: Staged, reading: Reading) -> Reading:
    """`reading` with what was decided or seen when the dataset began: what becomes of unfinished responses, where nothing is
    wished, and which columns are ticked or left blank, where these hold a sign at most now."""
    before, now = appends.first_detection(store, target.dataset.id), staged.detection
    if reading.unfinished is None and before.get("unfinished") and now.unfinished:
        was_kept = before["unfinished_kept"]
        if was_kept != now.unfinished_kept:
            reading = replace(reading, unfinished="keep" if was_kept else "drop")
    known = {bare_name(name) for name in before.get("ticked", ())} - {bare_name(name) for name in now.ticked}
    signs = (each for each in staged.columns if TICKS.issuperset(fold(text) for text, _ in each.top))
    return replace(reading, ticked=tuple(each.name for each in signs if bare_name(each.name) in known))


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
    theirs = keyed(saved.columns)
    ours = named_as_before(staged.columns, theirs)
    used = {key: column for key, column in theirs.items() if column.role is not Role.IGNORE}
    missing = {key: column for key, column in used.items() if key not in ours}
    primary = dataset.outcome.id
    names = ours.keys() | theirs.keys()
    required = [c.name for c in missing.values() if c.role in REQUIRED or c.id == primary]
    if required or len(missing) == len(used):
        raise OtherColumnsError(staged.file, dataset.name, required or [column.name for column in used.values()])
    there = {key: column for key, column in used.items() if key in ours}
    moved = {key: ours[key].name for key, c in there.items() if bare_name(c.name) != bare_name(ours[key].name)}
    placed = [
        (replace(c, position=ours[key].position, name=moved.get(key, c.name)), ours[key]) for key, c in there.items()
    ]
    taken = [
        as_personal_now(coded_as_now(dated_as_now(column, profile), profile), profile, dataset)
        for column, profile in placed
    ]
    decimal = decimal_now(staged, saved.decimal)
    taken = list(with_marks_as_before(taken, ours.values(), saved.decimal, decimal))
    others = [unused(profile, theirs.get(key)) for key, profile in ours.items() if key not in used]
    return Continued(
        dataset=dataset,
        mapping=Mapping(
            columns=(*with_unasked_as_before(taken, ours.values()), *others),
            decimal=decimal,
        ),
        missing=tuple(column.name for column in missing.values()),
        added=tuple(profile.name for key, profile in ours.items() if key not in theirs),
        varied=tuple(profile.name for key, profile in ours.items() if key in theirs and varies(profile, theirs[key])),
        zones=tuple((there[key].name, name) for key, name in moved.items()),
        shared=len(ours.keys() & theirs.keys()),
        is_sure=len(ours.keys() & theirs.keys()) >= ALIKE * len(names),
    )


def require_as_saved(target: Continued, decided: Mapping) -> None:
    """Nothing; raises MappingIsSavedError where a person decided otherwise than the dataset is read."""
    wished = {column.position: column for column in decided.columns}
    others = [
        column.name
        for column in target.mapping.columns
        if wished[column.position].role is not column.role or wished[column.position].scale != column.scale
    ]
    if others:
        raise MappingIsSavedError(target.dataset.name, others)
