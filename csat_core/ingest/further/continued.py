"""Continued surveys: a new export is recognised by its header, and read under the mapping its dataset began with."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from csat_core.ingest.detection import ColumnProfile, Staged
from csat_core.ingest.further.append_refusals import (
    MappingIsSavedError,
    OtherColumnsError,
    ResemblesError,
    SeveralDatasetsError,
)
from csat_core.ingest.further.personal_now import as_personal_now
from csat_core.ingest.layouts.shape import TICKS
from csat_core.ingest.plan import ColumnMapping, Mapping, Problem, columns_of, from_json
from csat_core.ingest.proposal.date_orders import date_orders, has_order, how_written, order_question
from csat_core.ingest.proposal.naming_roles import personal_in
from csat_core.ingest.proposal.neighbours import scales_of
from csat_core.ingest.proposal.number_marks import with_marks_as_before
from csat_core.ingest.proposal.roles import ONE_VALUE, one_value
from csat_core.ingest.reader import Reading
from csat_core.ingest.scales.labelled_codes import codes_of_labels
from csat_core.ingest.scales.spelled_numbers import positions_of
from csat_core.ingest.texts.marks import SETTLED
from csat_core.ingest.texts.packed_dates import TURNED, holds_late_days
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.zones import without_zone
from csat_core.ingest.unasked import with_unasked_as_before
from csat_core.model.dataset import Dataset, Role
from csat_core.model.formats import listed
from csat_core.store import Store, appends, catalogue

ALIKE = 0.7
"""So many of the names of two headers together must be in both for one survey: questions come and go."""
NEARLY = 0.5
"""From here on, with all that is needed, it is asked whether it is the same survey; without, that it looks so is said."""
REQUIRED = (Role.TIME, Role.RESPONSE_ID, Role.CUSTOMER)

Named = TypeVar("Named", ColumnProfile, ColumnMapping)
Key = tuple[str, int]
"""A folded column name, and which of the columns of this name it is."""


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
        theirs = _keyed(saved.columns)
        ours = set(_as_before(staged.columns, theirs))
        share = _share(ours, set(theirs))
        needed = set(_needed(theirs, dataset))
        if needed and share >= NEARLY and needed <= ours:
            shares.setdefault(share, []).append(_continued(staged, dataset, saved))
    return tuple(shares[max(shares)]) if shares else ()


def nearly_alike(store: Store, staged: Staged) -> tuple[Problem, ...]:
    """A problem where the file begins a dataset though its header is much like that of one; none where it is not."""
    found = []
    for dataset in catalogue.datasets(store):
        theirs = _keyed(_saved(store, dataset).columns)
        ours = set(_as_before(staged.columns, theirs))
        share = _share(ours, set(theirs))
        missing = [column.name for key, column in _needed(theirs, dataset).items() if key not in ours]
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


def _share(ours: set[Key], theirs: set[Key]) -> float:
    """How many of the names of two headers together both have (0-1)."""
    return len(ours & theirs) / max(len(ours | theirs), 1)


def _needed(columns: dict[Key, ColumnMapping], dataset: Dataset) -> dict[Key, ColumnMapping]:
    """The columns without which a file cannot add to the dataset."""
    return {key: each for key, each in columns.items() if each.role in REQUIRED or each.id == dataset.outcome.id}


def read_as_before(store: Store, target: Continued, staged: Staged, reading: Reading) -> Reading:
    """`reading` with what was decided or seen when the dataset began: what becomes of unfinished responses, where nothing is
    wished, and which columns are ticked or left blank, where these hold a sign at most now."""
    before, now = appends.first_detection(store, target.dataset.id), staged.detection
    if reading.unfinished is None and before.get("unfinished") and now.unfinished:
        was_kept = before["unfinished_kept"]
        if was_kept != now.unfinished_kept:
            reading = replace(reading, unfinished="keep" if was_kept else "drop")
    known = {_bare(name) for name in before.get("ticked", ())} - {_bare(name) for name in now.ticked}
    signs = (each for each in staged.columns if TICKS.issuperset(fold(text) for text, _ in each.top))
    return replace(reading, ticked=tuple(each.name for each in signs if _bare(each.name) in known))


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
    theirs = _keyed(saved.columns)
    ours = _as_before(staged.columns, theirs)
    used = {key: column for key, column in theirs.items() if column.role is not Role.IGNORE}
    missing = {key: column for key, column in used.items() if key not in ours}
    primary = dataset.outcome.id
    names = ours.keys() | theirs.keys()
    required = [c.name for c in missing.values() if c.role in REQUIRED or c.id == primary]
    if required or len(missing) == len(used):
        raise OtherColumnsError(staged.file, dataset.name, required or [column.name for column in used.values()])
    there = {key: column for key, column in used.items() if key in ours}
    moved = {key: ours[key].name for key, c in there.items() if _bare(c.name) != _bare(ours[key].name)}
    placed = [
        (replace(c, position=ours[key].position, name=moved.get(key, c.name)), ours[key]) for key, c in there.items()
    ]
    taken = [
        as_personal_now(coded_as_now(dated_as_now(column, profile), profile), profile, dataset)
        for column, profile in placed
    ]
    decimal = _decimal(staged, saved.decimal)
    taken = list(with_marks_as_before(taken, ours.values(), saved.decimal, decimal))
    others = [_unused(profile, theirs.get(key)) for key, profile in ours.items() if key not in used]
    return Continued(
        dataset=dataset,
        mapping=Mapping(
            columns=(*with_unasked_as_before(taken, ours.values()), *others),
            decimal=decimal,
        ),
        missing=tuple(column.name for column in missing.values()),
        added=tuple(profile.name for key, profile in ours.items() if key not in theirs),
        varied=tuple(profile.name for key, profile in ours.items() if key in theirs and _varies(profile, theirs[key])),
        zones=tuple((there[key].name, name) for key, name in moved.items()),
        shared=len(ours.keys() & theirs.keys()),
        is_sure=len(ours.keys() & theirs.keys()) >= ALIKE * len(names),
    )


def coded_as_now(column: ColumnMapping, profile: ColumnProfile) -> ColumnMapping:
    """The column; on a scale of numbers the labels that this file has for its codes are answers as the codes are."""
    if column.scale is None or column.positions:
        return column
    return replace(column, positions=positions_of(codes_of_labels(profile.described), column.scale))


def _varies(profile: ColumnProfile, saved: ColumnMapping) -> bool:
    """Whether a column that was left out for its one value holds another."""
    was_one = saved.role is Role.IGNORE and saved.reason.startswith(f"{ONE_VALUE}, '")
    return was_one and bool(profile.filled) and saved.reason != one_value(profile)


def dated_as_now(column: ColumnMapping, profile: ColumnProfile) -> ColumnMapping:
    """The column; its dates in the order of this file where they cannot be read as before, asked about where that is open."""
    orders = date_orders(profile) if column.role is Role.TIME else ()
    if column.date_order == TURNED:
        return replace(column, date_order=orders[0]) if orders and holds_late_days(profile) else column
    is_plain = orders == ("ymd",) and not has_order(profile)
    if not orders or column.date_order in orders or is_plain:
        return column
    question = order_question(profile, orders) if len(orders) > 1 else None
    reason = f"The dates of this file are written otherwise than before: {how_written(profile, orders[0])}."
    return replace(column, date_order=orders[0], reason=reason, question=question)


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
        name = _bare(column.name)
        seen[name] += 1
        result[name, seen[name]] = column
    return result


def _bare(name: str) -> str:
    """What makes a name that of another column."""
    return "".join(filter(str.isalnum, fold(name))) or fold(name)


def _as_before(columns: Iterable[ColumnProfile], theirs: dict[Key, ColumnMapping]) -> dict[Key, ColumnProfile]:
    """The columns of a file by the names they have in `theirs`, where days may have stated another time zone."""
    ours = _keyed(columns)
    gone = {_bare(without_zone(column.name)): key for key, column in theirs.items() if key not in ours}
    result = {}
    for key, profile in ours.items():
        is_day = any(count for _, count in profile.dates)
        before = gone.get(_bare(without_zone(profile.name)), key) if is_day and key not in theirs else key
        result[key if before in result else before] = profile
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
        if wished[column.position].role is not column.role or wished[column.position].scale != column.scale
    ]
    if others:
        raise MappingIsSavedError(target.dataset.name, others)
