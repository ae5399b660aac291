"""What a file gives beside the datasets that are there: as a new one, or as an addition to one of them."""

from dataclasses import replace
from functools import partial

from csat_core.ingest.checks import NOTHING_KNOWN, Checked, Known, NothingAcceptedError, check
from csat_core.ingest.detection import Staged
from csat_core.ingest.further.appending import judged, refused, require_same_units
from csat_core.ingest.further.continued import Continued, nearly_alike
from csat_core.ingest.further.other_responses import as_problem, ids_left_out, without_ids, written_otherwise
from csat_core.ingest.further.personal_now import require_plain_keys
from csat_core.ingest.further.waiting_ids import write_waiting
from csat_core.ingest.plan import Mapping, columns_of
from csat_core.ingest.sandbox import Progress
from csat_core.model.dataset import Role
from csat_core.model.overlap import Overlap
from csat_core.store import Store, appends, settings
from csat_core.store.overlaps import write_known_rows
from csat_core.store.stoppable import watched

COMPARING = "Comparing with the answers that are there"
MOST_MENDED = 100_000
"""Rows of a file that may be one of mended rows; a larger one is a new export."""


def checked_for(
    store: Store,
    staged: Staged,
    target: Continued | None,
    mapping: Mapping,
    progress: Progress | None = None,
    overlap: Overlap | None = None,
) -> Checked:
    """What importing `staged` under `mapping` gives, as a new dataset or as an addition to that of `target`.

    `overlap` is what was decided about rows that a dataset without response ids seems to have, or about other responses
    under its response ids. Raises what `check` and `judged`
    raise.
    """
    pepper = settings.pepper(store) if any(column.protect == "hash" for column in mapping.columns) else ""
    if target is None:
        checked = check(staged, mapping, progress, pepper=pepper)
        return replace(checked, problems=checked.problems + nearly_alike(store, staged))
    require_plain_keys(staged, mapping, target.dataset.name)
    require_same_units(staged, mapping, target.dataset.name)
    with watched(partial(progress, None, COMPARING) if progress else None):
        known = _known(store, staged, target, mapping, overlap)
        try:
            checked = check(staged, mapping, progress, known, pepper)
            respelled = written_otherwise(store, target.dataset, checked) if known.ids else None
            if respelled is not None and known.ids:
                appends.write_known_ids(store, target.dataset, known.ids, also=respelled.ids)
                checked = check(staged, mapping, progress, known, pepper)
                (key,) = target.dataset.with_role(Role.RESPONSE_ID)
                checked = replace(checked, problems=(*checked.problems, as_problem(respelled, key.name)))
        except NothingAcceptedError as error:
            raise refused(store, target, staged, error) from error
        found = judged(store, target, staged, checked, overlap)
        if found.overlap is None or found.overlap.key is None or overlap is not Overlap.ADD:
            return found
        anew = replace(target, mapping=without_ids(mapping))
        again = judged(store, anew, staged, check(staged, anew.mapping, progress, pepper=pepper), overlap)
        return replace(again, problems=(ids_left_out(found.overlap.key, again.accepted), *again.problems))


def _known(store: Store, staged: Staged, target: Continued, mapping: Mapping, overlap: Overlap | None) -> Known:
    """What the dataset has already, written out for the child that reads the file."""
    if any(column.role is Role.RESPONSE_ID for column in mapping.used):
        ids, waiting = staged.folder / "known.parquet", staged.folder / "waiting.parquet"
        appends.write_known_ids(store, target.dataset, ids)
        is_small = staged.rows <= MOST_MENDED
        return Known(
            ids=ids, waiting=waiting if is_small and write_waiting(store, target.dataset, mapping, waiting) else None
        )
    if overlap is not Overlap.SKIP:
        return NOTHING_KNOWN
    rows = staged.folder / "known_rows.parquet"
    held = {id for id, _ in columns_of(mapping)}
    return Known(rows=rows, parts=tuple(write_known_rows(store, target.dataset, held, rows)))
