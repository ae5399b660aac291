"""Files on their way in, from the command line: where they lie, what was typed about their columns, what came of it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from csat_core.cli.calls import Call, Document
from csat_core.cli.choices import split_assignment
from csat_core.errors import CsatError
from csat_core.model.dataset import Column
from csat_core.model.overlap import Overlap
from csat_core.model.sensitive import Sensitive
from csat_core.store.catalogue import Details

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


def content(call: Call, name: str, most: int) -> bytes:
    """What a small file holds, or one byte more than `most`; raises FileMissingError."""
    path = require(call.folder / name)
    with path.open("rb") as file:
        return file.read(most + 1)


def wish_of(wishes: Wishes) -> "Wish":
    """What is wished of a file; what was typed of its columns is split beside them."""
    # Readers and checks: the other commands need not wait for them.
    from csat_core.ingest.load import Wish
    from csat_core.ingest.proposal.typed_choices import column_named
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


def without_page(problem: Document) -> Document:
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
        "problems": [without_page(asdict(problem)) for problem in checked.problems],
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
