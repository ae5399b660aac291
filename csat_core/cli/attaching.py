"""A second file attached to a dataset from the command line."""

from dataclasses import dataclass

from csat_core.cli.calls import Call, Document, Need
from csat_core.cli.choices import AssignmentError
from csat_core.cli.files import require, without_page
from csat_core.store.catalogue import find_dataset


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinWishes:
    """What was typed about a second file."""

    keys: tuple[str, ...]
    takes: tuple[str, ...]
    """As `COLUMN=sum`."""
    roles: tuple[str, ...]
    """As `COLUMN=ROLE`."""
    sheet: str | None
    alike: bool
    dry_run: bool


def join_file(call: Call, named: str, name: str, wishes: JoinWishes) -> Document:
    """What came of attaching a second file to a dataset."""
    from csat_core.ingest.joins import joining
    from csat_core.ingest.joins.join_plan import Wish

    path = require(call.folder / name)
    store = call.open(Need.READ)
    wish = Wish(
        keys=wishes.keys,
        takes=tuple(_pair("--take", text, "COLUMN=sum") for text in wishes.takes),
        roles=tuple(_pair("--map", text, "COLUMN=ROLE") for text in wishes.roles),
        sheet=wishes.sheet,
        alike=wishes.alike,
    )
    dataset = find_dataset(store, named)
    attachment, import_id = joining.join_file(
        store, dataset, path, wish, dry_run=wishes.dry_run, progress=call.progress
    )
    match, counts, takes = attachment.match, attachment.counts, dict(attachment.takes)
    return {
        "dataset": dataset.name,
        "dataset_id": dataset.id,
        **({} if import_id is None else {"import_id": import_id}),
        "file": attachment.staged.file,
        "key": attachment.key,
        "rows_read": attachment.staged.rows,
        "rejected": counts["rejected"],
        "keys": counts["keys"],
        "repeated_keys": counts["repeated"],
        "most_rows_of_a_key": counts["most"],
        "without_key": counts["without_key"],
        "matched": match.matched,
        "unmatched": match.unmatched,
        "unused_keys": match.unused,
        "answered_again": match.answered_again,
        "fan_out": match.fan_out,
        "added": [
            {"id": each.column.id, "name": each.column.name, "role": each.column.role.value, "take": takes[each.source]}
            for each in attachment.columns
        ],
        "problems": [without_page(dict(problem)) for problem in attachment.problems],
    }


def _pair(option: str, text: str, example: str) -> tuple[str, str]:
    column, equals, value = text.rpartition("=")
    if not equals or not column.strip() or not value.strip():
        raise AssignmentError(option, text, example)
    return column.strip(), value.strip()
