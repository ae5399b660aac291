"""Files on their way in, from the command line: where they lie, what was typed about their columns, what came of it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from csat_core.cli.calls import Call, Document, Need
from csat_core.cli.choices import AssignmentError, split_assignment
from csat_core.errors import CsatError
from csat_core.model.dataset import Column
from csat_core.model.overlap import Overlap
from csat_core.model.sensitive import Sensitive
from csat_core.store.catalogue import Details, find_dataset

if TYPE_CHECKING:
    from csat_core.ingest.detection import ColumnProfile
    from csat_core.ingest.load import Imported, Wish
    from csat_core.ingest.plan import ColumnMapping


class FileMissingError(CsatError):
    """A file was named that is not there, or is none."""

    def __init__(self, path: Path) -> None:
        found = "is a folder" if path.is_dir() else "is no plain file" if path.exists() else "is not there"
        super().__init__(f"The file {path} {found}; give the path of a response file.")


def require(path: Path) -> Path:
    """The path of a file that is there; raises FileMissingError."""
    if not path.is_file():
        raise FileMissingError(path)
    return path


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What was typed about the files."""

    dataset: str | None
    roles: tuple[str, ...]
    """As `COLUMN=ROLE`."""
    scales: tuple[str, ...]
    """As `COLUMN=1-5`."""
    sheet: str | None
    sensitive: Sensitive
    mask: bool
    near: bool
    layout: str | None
    unfinished: str | None
    replaces: bool
    """Whether answers of known ids take the place of those stored."""
    overlap: Overlap | None
    dry_run: bool
    by_file: str | None
    """What the segment of the files' names is called that is wished."""


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
        "problems": [_without_page(dict(problem)) for problem in attachment.problems],
    }


def _pair(option: str, text: str, example: str) -> tuple[str, str]:
    column, equals, value = text.rpartition("=")
    if not equals or not column.strip() or not value.strip():
        raise AssignmentError(option, text, example)
    return column.strip(), value.strip()


def content(call: Call, name: str, most: int) -> bytes:
    """What a small file holds, or one byte more than `most`; raises FileMissingError."""
    path = require(call.folder / name)
    with path.open("rb") as file:
        return file.read(most + 1)


def wish_of(wishes: Wishes) -> "Wish":
    """What is wished of a file; what was typed of its columns is split beside them."""
    # Readers and checks: the other commands need not wait for them.
    from csat_core.ingest.load import Wish
    from csat_core.ingest.proposal.decisions import column_named
    from csat_core.ingest.reader import Reading
    from csat_core.ingest.scales.given_scales import near

    def overrides(columns: tuple["ColumnProfile", ...]) -> tuple[dict[str, str], dict[str, str]]:
        scales = _assigned("--scale", wishes.scales, columns, example="COLUMN=1-5")
        if wishes.near:
            typed = {column_named(name, columns).position: scale for name, scale in scales.items()}
            scales = {f"#{each.position}": near(typed.get(each.position, "")) for each in columns}
        return _assigned("--map", wishes.roles, columns, example="COLUMN=ROLE"), scales

    return Wish(
        details=None if wishes.dataset is None else Details(name=wishes.dataset),
        overrides=overrides,
        reading=Reading(sheet=wishes.sheet, layout=wishes.layout, unfinished=wishes.unfinished),
        sensitive=wishes.sensitive,
        mask=wishes.mask,
        replaces=wishes.replaces,
        overlap=wishes.overlap,
    )


def _assigned(
    option: str, typed: Sequence[str], columns: tuple["ColumnProfile", ...], *, example: str
) -> dict[str, str]:
    """What was typed, by the column it was typed for."""
    from csat_core.ingest.texts.reading import fold

    names = {fold(text) for column in columns for text in column.wording} | {
        f"#{column.position}" for column in columns
    }
    return dict(split_assignment(option, text, lambda name: fold(name) in names, example=example) for text in typed)


def _without_page(problem: Document) -> Document:
    """A problem as the command line says it."""
    return {key: value for key, value in problem.items() if key != "on_page"}


def document_of(imported: "Imported") -> Document:
    staged, checked = imported.staged, imported.checked
    kept = {column.position: column for column in checked.columns}
    profiles = {profile.position: profile for profile in staged.columns}
    ids = {} if imported.import_id is None else {"dataset_id": imported.dataset_id, "import_id": imported.import_id}
    return {
        "dataset": imported.dataset,
        "appended": imported.appended,
        **ids,
        "file": staged.file,
        "rows_read": checked.rows_read,
        "accepted": checked.accepted,
        "rejected": checked.rejected,
        "duplicates": checked.duplicates,
        "changed": checked.changed,
        "replaced": checked.replaced,
        "layout": staged.detection.layout,
        "encoding": staged.detection.encoding,
        "delimiter": staged.detection.delimiter,
        "sheet": staged.detection.sheet,
        "since": checked.since.isoformat() if checked.since else None,
        "until": checked.until.isoformat() if checked.until else None,
        "problems": [_without_page(asdict(problem)) for problem in checked.problems],
        "altered": [asdict(each) for each in checked.altered],
        "columns": [
            *(
                _column(column, checked.not_asked.get(column.id, 0))
                for column in (kept.get(each.position) or _ignored(each, profiles) for each in imported.mapping.columns)
            ),
            *(_column(column, checked.accepted) | UNASKED for column in checked.absent),
        ],
    }


def _ignored(column: "ColumnMapping", profiles: dict[int, "ColumnProfile"]) -> Column:
    """A column that is not kept, with how many of its cells are filled in the file."""
    profile = profiles[column.position]
    return Column(
        id="",
        name=column.name,
        label=column.label,
        role=column.role,
        position=column.position,
        answered=profile.filled,
        blank=profile.blank,
    )


UNASKED = {"answered": 0, "blank": 0, "not_applicable": 0, "dont_know": 0}
"""Cells of a question that a file does not have."""


def _column(column: Column, not_asked: int) -> Document:
    return {
        "id": column.id or None,
        "name": column.name,
        "label": column.label,
        "role": column.role.value,
        "scale": column.scale.name if column.scale else None,
        "scheme": column.scheme,
        "answered": column.answered,
        "blank": column.blank,
        "not_applicable": column.not_applicable,
        "dont_know": column.dont_know,
        "not_asked": not_asked,
    }
