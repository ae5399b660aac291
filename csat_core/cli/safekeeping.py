"""Backups, restores and erasures as documents."""

from csat_core.cli.calls import Call, Document, Need
from csat_core.store import backups, erasures, restores
from csat_core.store.catalogue import find_dataset


def backed_up(call: Call, out: str, *, force: bool) -> Document:
    """The backup that was made at `out`, seen from where the caller stands."""
    store = call.open(Need.READ)
    call.progress(None, "Copying the store")
    made = backups.back_up(store, call.folder / out, replace=force)
    return {
        "file": str(made.path),
        "datasets": made.contents.datasets,
        "answers": made.contents.answers,
        "bytes": made.bytes,
        "schema_version": made.contents.schema_version,
        "created": made.created_at.isoformat(timespec="seconds"),
    }


def restored(call: Call, file: str) -> Document:
    """What the store at the place of the call's database is now, and where the replaced one is kept."""
    done = restores.restore(call.database, call.folder / file)
    return {
        "restored": str(call.database),
        "datasets": done.contents.datasets,
        "answers": done.contents.answers,
        "kept": str(done.kept) if done.kept else None,
        "erasures_lost": done.erasures_lost,
        "links_revoked": done.links.revoked,
        "links_lost": done.links.lost,
        "links_unchecked": done.links.unchecked,
    }


def erased(call: Call, named: str, customer: str, *, dry_run: bool) -> Document:
    """What was removed of a customer, and which copies hold it still. The id itself is not in the document."""
    store = call.open(Need.READ)
    dataset = find_dataset(store, named)
    done = erasures.erase(store, dataset.id, customer, dry_run=dry_run)
    return {
        "dataset": dataset.name,
        "dataset_id": dataset.id,
        "dry_run": dry_run,
        "removed": done.responses,
        "removed_set_aside": done.set_aside,
        "responses_left": done.left,
        "overwritten": done.is_overwritten,
        "backups": [str(path) for path in done.backups],
    }
