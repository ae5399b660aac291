"""Joining: a second file (orders, churn, agents, minutes) is attached to a dataset by a key, one value a response."""

from collections.abc import Mapping as Named
from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path

from csat_core.errors import CsatError
from csat_core.ingest import sandbox
from csat_core.ingest.child.convert import REJECTED
from csat_core.ingest.child.gather import GATHERED
from csat_core.ingest.detection import Staged
from csat_core.ingest.formulas import formulas_in
from csat_core.ingest.joins.attachment import Attachment
from csat_core.ingest.joins.join_findings import (
    LatestUnknownError,
    alike_problems,
    continued_problems,
    joined_problems,
    nearly,
)
from csat_core.ingest.joins.join_keys import KeyPart, NoKeyError, addresses_in, found_keys, further_keys, named
from csat_core.ingest.joins.join_plan import Wish, columns_there, planned
from csat_core.ingest.joins.join_units import require_same_units
from csat_core.ingest.joins.left_out_keys import KeyLeftOutError, left_out_as, likely_left_out
from csat_core.ingest.other_sheets import other_sheets_in
from csat_core.ingest.plan import columns_of, from_json, to_json
from csat_core.ingest.private import private_folder
from csat_core.ingest.proposal.mapping import with_proposal
from csat_core.ingest.proposal.privacy import covered
from csat_core.ingest.proposal.units_of_numbers import currency_of
from csat_core.ingest.reader import ROOM, Reading, stage
from csat_core.model.alike import IGNORED
from csat_core.model.dataset import ColumnNotFoundError, Dataset, Role
from csat_core.store import Store, appends, imports, joins, settings
from csat_core.store.catalogue import Details
from csat_core.store.copies import require_room
from csat_core.store.plans import CURRENCY

EXAMPLES = 3
JOINING = "Attaching the columns"
NO_SPELLINGS = joins.Spellings(keys=0, exact=0, alike=0)


class KeyRepeatsError(CsatError):
    """Several rows have one key, and nothing says which value stands for them."""

    def __init__(
        self, file: str, keys: Sequence[str], counts: Named[str, int], columns: Sequence[str], further: Sequence[str]
    ) -> None:
        options = " ".join(f'--take "{column}=sum|mean|latest"' for column in columns[:EXAMPLES])
        more = f', or what else is in the key: --key "{further[0]}"' if further else ""
        self.counts = counts
        super().__init__(
            f"{named(keys)} repeats in '{file}': {counts['rows']:,} rows have {counts['keys']:,} keys, one of them "
            f"{counts['most']:,} times, and joining them row by row would multiply answers; say how many values become "
            f"one, such as {options}{more}."
        )


class NothingMatchedError(CsatError):
    """No response has a key of the file."""

    would_alike: bool
    """Whether some would have one if it did not matter how keys are written."""

    def __init__(
        self,
        file: str,
        dataset: Dataset,
        keys: Sequence[KeyPart],
        found: joins.Spellings,
        left_out: KeyLeftOutError | None,
    ) -> None:
        ours, theirs = (
            named([each.name for each in both]) for both in zip(*((p.ours, p.theirs) for p in keys), strict=True)
        )
        said = f"Not one {ours} of the responses of '{dataset.name}' stands under {theirs} in '{file}', so nothing was joined"
        self.would_alike = bool(found.alike)
        if found.alike:
            self.on_page = f"{said}; {nearly(found)}."
            super().__init__(f"{said}; {nearly(found)}: say --alike.")
            return
        said = f"{said}, and none would if {IGNORED} were ignored"
        if left_out is not None:
            self.on_page = f"{said}. {left_out.on_page}"
            super().__init__(f"{said}. {left_out}")
            return
        super().__init__(f"{said}; look at whether these are the columns that belong together.")


def attach(
    store: Store,
    dataset: Dataset,
    path: Path,
    folder: Path,
    wish: Wish,
    *,
    name: str | None = None,
    progress: sandbox.Progress | None = None,
) -> Attachment:
    """The file at `path` as it would be joined; nothing is stored, and `folder` holds what `join` needs.

    Raises an ImportFileError where it cannot be read, and a CsatError that says what to do where key, takes or roles
    do not fit, the key repeats and no take says how its values become one, the latest is wished where no date tells it, or
    nothing matches.
    """
    keys = tuple(name for key in wish.keys for name in (*key.rpartition("=")[::2], key) if name)
    staged = stage(path, folder, name=name, reading=Reading(sheet=wish.sheet, keys=keys), progress=progress)
    imports.require_new_file(store, staged.file, staged.hash, staged.detection.sheet, beside=dataset.id)
    return attached(store, dataset, staged, wish, progress)


def attached(
    store: Store, dataset: Dataset, staged: Staged, wish: Wish, progress: sandbox.Progress | None = None
) -> Attachment:
    """As `attach`, for a file that was staged."""
    saved = from_json(appends.first_mapping(store, dataset.id))
    records = imports.imports(store, dataset.id)
    staged = with_proposal(staged)
    try:
        parts = found_keys(dataset, staged, wish.keys)
    except (ColumnNotFoundError, NoKeyError):
        left_out = left_out_as(wish.keys, saved)
        if left_out is None:
            raise
        raise KeyLeftOutError(left_out, records) from None
    addresses = addresses_in(staged)
    wish = replace(wish, alike=wish.alike or any(part.theirs.position in addresses for part in parts))
    keys, theirs = [part.ours.id for part in parts], [part.theirs.name for part in parts]
    protect = {id: column.protect for id, column in columns_of(saved) if id in keys}
    there = columns_there(dataset, records, keys)
    mapping, takes = planned(dataset, staged, parts, wish, protect, there)
    ids = {column.position: id for id, column in columns_of(mapping)}
    by_id = {id: takes.get(column.position, "latest") for id, column in columns_of(mapping)}
    by_id = {id: take for id, take in by_id.items() if id[0] in "ns"}
    request = {
        "folder": str(staged.folder),
        "mapping": to_json(covered(mapping, staged.columns)),
        "header": [column.name for column in staged.columns],
        "keys": [ids[part.theirs.position] for part in parts],
        "takes": by_id,
        "alike": wish.alike,
        "pepper": settings.pepper(store) if "hash" in protect.values() else "",
    }
    answer = sandbox.run("gather", request, progress=progress)
    counts = answer["counts"]
    if counts["repeated"] and not wish.takes:
        names = [column.name for id, column in columns_of(mapping) if id in by_id]
        raise KeyRepeatsError(staged.file, theirs, counts, names, further_keys(dataset, staged, parts))
    columns = dict(columns_of(mapping))
    open_latest = [(columns[id], n) for id, n in answer["open_latest"].items()]
    dates = [column for column in mapping.used if column.role is Role.TIME]
    # all that stands under a day is of that day
    if open_latest and (not dates or any(part.is_day for part in parts)):
        raise LatestUnknownError(staged.file, open_latest)
    gathered = staged.folder / GATHERED
    match = joins.match(store, dataset, keys, gathered, by_alike=wish.alike)
    spelled = joins.spellings(store, dataset, keys, gathered) if match.unmatched and not wish.alike else None
    if not match.matched:
        likely = likely_left_out(saved, staged)
        why = None if likely is None else KeyLeftOutError(likely, records)
        raise NothingMatchedError(staged.file, dataset, parts, spelled or NO_SPELLINGS, why)
    taken = [(columns[id], how) for id, how in by_id.items()]
    found = joined_problems(dataset, staged, parts, taken, open_latest, counts, records, answer["days"])
    found = (*alike_problems(parts, counts, spelled, is_alike=wish.alike), *found)
    said = (*found, *other_sheets_in(staged.detection), *formulas_in(staged.detection))
    attachment = Attachment(
        dataset=dataset, keys=tuple(part.ours for part in parts), staged=staged, mapping=mapping, takes=tuple(by_id.items()), counts=counts,
        problems=(*answer["problems"], *map(asdict, said)), match=match, by_alike=wish.alike,
        there=there,
    )  # fmt: skip
    further = [each for each in attachment.columns if each.continues]
    require_same_units(store, records, staged, [columns[each.source] for each in further])
    given = [joins.without_value(store, dataset, keys, each, gathered, by_alike=wish.alike) for each in further]
    goes_on = continued_problems(further, given, match.matched, records)
    return replace(attachment, problems=(*attachment.problems, *map(asdict, goes_on)))


def join(store: Store, attachment: Attachment, progress: sandbox.Progress | None = None) -> int:
    """The id of the import that attached the file; raises what `store_join` and `progress` raise, storing nothing."""
    watch = partial(progress, None, JOINING) if progress else None
    staged, dataset = attachment.staged, attachment.dataset
    rejected = staged.folder / REJECTED
    table = ROOM * ((staged.folder / GATHERED).stat().st_size + rejected.stat().st_size)
    require_room(store.path.parent, table)
    new = imports.NewImport(
        details=Details(name=dataset.name), columns=(), file=staged.file, hash=staged.hash, rows_read=staged.rows,
        accepted=0, rejected=attachment.counts["rejected"], duplicates=0, since=None, until=None,
        detection=asdict(staged.detection) | {CURRENCY: currency_of(attachment.mapping)}, mapping=to_json(attachment.mapping),
        problems=[dict(problem) for problem in attachment.problems],
    )  # fmt: skip
    return joins.store_join(
        store, dataset.id, [column.id for column in attachment.keys], attachment.columns, new, staged.folder / GATHERED, rejected, watch,
        by_alike=attachment.by_alike,
    )  # fmt: skip


def join_file(
    store: Store, dataset: Dataset, path: Path, wish: Wish, *, dry_run: bool, progress: sandbox.Progress | None = None
) -> tuple[Attachment, int | None]:
    """What was joined, unattended, with the id of the import; None for a `dry_run`. Raises what `attach` raises."""
    with private_folder() as folder:
        attachment = attach(store, dataset, path, folder, wish, progress=progress)
        return attachment, None if dry_run else join(store, attachment, progress)
