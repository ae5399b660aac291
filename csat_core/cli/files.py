"""Files on their way in, from the command line: where they lie, what was typed about their columns, what came of it."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from csat_core.cli.calls import Call, Document, Need, PartlyDoneError, Progress
from csat_core.cli.choices import AssignmentError, split_assignment
from csat_core.errors import CsatError
from csat_core.model.dataset import Column
from csat_core.model.overlap import Overlap
from csat_core.model.sensitive import Sensitive
from csat_core.store import StoreLockedError
from csat_core.store.catalogue import Details, find_dataset
from csat_core.store.imports import AlreadyImportedError

if TYPE_CHECKING:
    from csat_core.ingest.detection import ColumnProfile
    from csat_core.ingest.load import Imported, Wish
    from csat_core.ingest.plan import ColumnMapping

IMPORTED, NOTHING_NEW, ALREADY_HERE, REFUSED = "imported", "nothing_new", "already_here", "refused"
MOST_NAMED = 10


class FileMissingError(CsatError):
    """A file was named that is not there, or is none."""

    def __init__(self, path: Path) -> None:
        found = "is a folder" if path.is_dir() else "is no plain file" if path.exists() else "is not there"
        super().__init__(f"The file {path} {found}; give the path of a response file.")


class SomeNotImportedError(PartlyDoneError):
    """Of several files some were refused; the others are in."""

    def __init__(self, imports: Sequence[Document], notes: Document) -> None:
        refused = [each["file"] for each in imports if each["outcome"] == REFUSED]
        named = ", ".join(refused[:MOST_NAMED])
        more = f" and {len(refused) - MOST_NAMED} more" if len(refused) > MOST_NAMED else ""
        were = "was" if len(refused) == 1 else "were"
        said = f"{len(refused)} of {len(imports)} files {were} not imported: {named}{more}"
        super().__init__(f"{said}; what is said of each tells why.", {"imports": list(imports), **notes})


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


def import_files(call: Call, names: Sequence[str], wishes: Wishes) -> Document:
    """What came of importing the files: the document of the one file, `imports` with one for each of several.

    Each of several is brought in by itself, whatever becomes of the others: its `outcome` is `imported`,
    `nothing_new` or `already_here`, none of which is a failure, or `refused`. `notes`, where there are any, are of files
    whose answers nothing tells apart. Raises SomeNotImportedError at the end.
    """
    from csat_core.ingest.load import import_file

    paths = [call.folder / name for name in names]
    if len(paths) == 1:
        _require(paths[0])
        store = call.open(Need.TRIAL if wishes.dry_run else Need.WRITE)
        done = import_file(store, paths[0], _wish(wishes), dry_run=wishes.dry_run, progress=call.progress)
        return _document(done)
    came: list[Imported] = []
    documents = list((_rehearsed if wishes.dry_run else _brought)(call, paths, _wish(wishes), came))
    notes = _notes(came)
    if any(each["outcome"] == REFUSED for each in documents):
        raise SomeNotImportedError(documents, notes)
    return {"imports": documents, **notes}


def _brought(call: Call, paths: Sequence[Path], wish: "Wish", came: list["Imported"]) -> Iterator[Document]:
    """What became of each of several files; those that are in are added to `came`. A store that another process holds stops them all."""
    from csat_core.ingest.load import import_file

    together = secrets.token_hex(8)
    for path in paths:
        try:
            _require(path)
            progress = _telling(call, path)
            done = import_file(call.open(Need.WRITE), path, wish, progress=progress, together=together)
        except StoreLockedError:
            raise
        except AlreadyImportedError as known:
            yield _already(path, known.since)
        except CsatError as reason:
            yield _refused(path, reason)
        else:
            if done.import_id is not None:
                came.append(done)
            yield {"outcome": NOTHING_NEW if done.import_id is None else IMPORTED, **_document(done)}


def _rehearsed(call: Call, paths: Sequence[Path], wish: "Wish", came: list["Imported"]) -> Iterator[Document]:
    """What would become of each of several files, once those before it were in; those that come in are added to `came`."""
    from csat_core.ingest.private import private_folder
    from csat_core.ingest.reader import stage
    from csat_core.ingest.together import State, rehearsal

    with private_folder() as folder, rehearsal(call.open(Need.TRIAL)) as files:
        for at, path in enumerate(paths):
            own, progress = folder / str(at), _telling(call, path)
            own.mkdir()
            try:
                _require(path)
                staged = stage(path, own, reading=wish.reading, progress=progress)
            except CsatError as reason:
                yield _refused(path, reason)
                continue
            found = files.outlook(path, staged, wish, progress)
            if found.state is State.HERE:
                yield _already(path, found.why)
            elif found.state is State.REFUSED or found.done is None:
                yield {"file": _named(path), "outcome": REFUSED, "message": found.why}
            else:
                if found.state is State.IN:
                    came.append(found.done)
                yield {"outcome": IMPORTED if found.state is State.IN else NOTHING_NEW, **_document(found.done)}


def _require(path: Path) -> None:
    if not path.is_file():
        raise FileMissingError(path)


def _telling(call: Call, path: Path) -> Progress:
    """Progress that says of which file it is."""

    def told(share: float | None, text: str) -> None:
        call.progress(share, f"{_named(path)}: {text}")

    return told


def _named(path: Path) -> str:
    from csat_core.ingest.refusals import shown

    return shown(path.name, 120)


def _already(path: Path, why: str) -> Document:
    return {"file": _named(path), "outcome": ALREADY_HERE, "message": f"'{_named(path)}' is here already: {why}."}


def _refused(path: Path, reason: CsatError) -> Document:
    return {"file": _named(path), "outcome": REFUSED, "message": str(reason)}


def _notes(came: Sequence["Imported"]) -> Document:
    """`notes`, a sentence each, where files whose names tell them apart hold nothing that does; else nothing."""
    from csat_core.ingest.whose_answers import coming, untold

    found = untold(coming(each, each.dataset) for each in came)
    stored = next((each.import_id for each in came if each.import_id is not None), None)
    way = "" if stored is None else f" To take these files back: undo {stored} --together."
    return {"notes": [sentence + way for sentence in found]} if found else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinWishes:
    """What was typed about a second file."""

    key: str
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

    path = call.folder / name
    if not path.is_file():
        raise FileMissingError(path)
    store = call.open(Need.READ)
    wish = Wish(
        key=wishes.key,
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
        "key": attachment.key.name,
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
    path = call.folder / name
    if not path.is_file():
        raise FileMissingError(path)
    with path.open("rb") as file:
        return file.read(most + 1)


def _wish(wishes: Wishes) -> "Wish":
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


def _document(imported: "Imported") -> Document:
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
