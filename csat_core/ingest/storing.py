"""Storing: what was checked becomes a dataset, or goes into one, in one transaction."""

from dataclasses import asdict
from functools import partial

from csat_core.ingest.checks import Checked
from csat_core.ingest.child.again import AGAIN
from csat_core.ingest.child.repeated_money import ONCE
from csat_core.ingest.detection import Staged
from csat_core.ingest.file_names import whose
from csat_core.ingest.plan import Mapping, columns_of, to_json
from csat_core.ingest.proposal.units_of_numbers import currency_of
from csat_core.ingest.reader import ROOM
from csat_core.ingest.sandbox import Progress, let_go
from csat_core.model.formats import USUAL, NumberFormat
from csat_core.model.plan import Plan
from csat_core.store import Store, appends, imports
from csat_core.store.catalogue import Details
from csat_core.store.copies import require_room
from csat_core.store.incoming import size_of
from csat_core.store.plans import CURRENCY

STORING = "Storing the rows"


def store_checked(
    store: Store,
    staged: Staged,
    mapping: Mapping,
    checked: Checked,
    details: Details,
    into: int | None = None,
    progress: Progress | None = None,
    together: str = "",
) -> tuple[int, int]:
    """The ids (dataset, import) of the new dataset, or of the one `into` which the responses went.

    `together` is what files that were brought together have in common.
    Raises AlreadyImportedError, DatasetNameError, ChangedMeanwhileError, StoreFullError and whatever `progress` raises,
    storing nothing.
    """
    let_go()
    watch = partial(progress, None, STORING) if progress else None
    converted = (checked.accepted_rows, checked.rejected_path)
    require_room(store.path.parent, ROOM * sum(map(size_of, converted)))
    currency = currency_of(mapping)
    more = {
        **({CURRENCY: currency} if currency else {}),
        **({"replaced": checked.replaced} if checked.replaced else {}),
        **({"together": together} if together else {}),
    }
    newer = checked.rejected_path.parent / AGAIN if checked.replaced else None
    new = imports.NewImport(
        details=details,
        columns=checked.columns,
        file=staged.file,
        hash=staged.hash,
        rows_read=checked.rows_read,
        accepted=checked.accepted,
        rejected=checked.rejected,
        duplicates=checked.duplicates,
        since=checked.since,
        until=checked.until,
        detection={**asdict(staged.detection), "altered": [each.counted() for each in checked.altered]} | more,
        mapping=to_json(mapping),
        problems=[asdict(problem) for problem in checked.problems],
        whose=whose(staged.called),
        money_once=any(problem.code == ONCE for problem in checked.problems),
        plan=Plan(
            cuts=tuple((id, column.cuts) for id, column in columns_of(mapping) if column.cuts),
            numbers=NumberFormat(currency=currency) if currency else USUAL,
        ),
    )
    if into is not None:
        return into, appends.append_import(store, into, new, *converted, watch, newer=newer, which=checked.takes)
    return imports.store_import(store, new, *converted, watch)
