"""Files brought in from the command line: what became of each, of several whatever became of the others."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from csat_core.cli.calls import Call, Document, Need, PartlyDoneError, Progress
from csat_core.cli.files import Wishes, document_of, require, wish_of
from csat_core.errors import CsatError
from csat_core.store import StoreLockedError, catalogue, imports
from csat_core.store.imports import AlreadyImportedError

if TYPE_CHECKING:
    from csat_core.ingest.load import Imported, Wish

IMPORTED, NOTHING_NEW, ALREADY_HERE, REFUSED = "imported", "nothing_new", "already_here", "refused"
MOST_NAMED = 10


class SomeNotImportedError(PartlyDoneError):
    """Of several files some were refused; the others are in."""

    def __init__(self, imports: Sequence[Document], notes: Document) -> None:
        refused = [each["file"] for each in imports if each["outcome"] == REFUSED]
        named = ", ".join(refused[:MOST_NAMED])
        more = f" and {len(refused) - MOST_NAMED} more" if len(refused) > MOST_NAMED else ""
        were = "was" if len(refused) == 1 else "were"
        said = f"{len(refused)} of {len(imports)} files {were} not imported: {named}{more}"
        super().__init__(f"{said}; what is said of each tells why.", {"imports": list(imports), **notes})


@dataclass(slots=True)
class _Came:
    """What came in so far, or would."""

    files: list["Imported"] = field(default_factory=list)
    into: dict[int, None] = field(default_factory=dict)
    """The datasets that hold the files, those that were here already among them."""


def import_files(call: Call, names: Sequence[str], wishes: Wishes) -> Document:
    """What came of importing the files: the document of the one file, `imports` with one for each of several.

    Each of several is brought in by itself, whatever becomes of the others: its `outcome` is `imported`,
    `nothing_new` or `already_here`, none of which is a failure, or `refused`. `notes`, where there are any, are of files
    whose answers nothing tells apart. Raises SomeNotImportedError at the end.
    """
    from csat_core.ingest.load import import_file

    paths = [call.folder / name for name in names]
    if len(paths) == 1:
        path, need = require(paths[0]), Need.TRIAL if wishes.dry_run else Need.WRITE
        done = import_file(call.open(need), path, wish_of(wishes), dry_run=wishes.dry_run, progress=call.progress)
        came = _Came(into={} if done.dataset_id is None else {done.dataset_id: None})
        return document_of(done) | _with_segments(call, came, wishes)
    came = _Came()
    documents = list((_rehearsed if wishes.dry_run else _brought)(call, paths, wish_of(wishes), came))
    notes = _with_segments(call, came, wishes) or _untold(call, came)
    if any(each["outcome"] == REFUSED for each in documents):
        raise SomeNotImportedError(documents, notes)
    return {"imports": documents, **notes}


def _brought(call: Call, paths: Sequence[Path], wish: "Wish", came: _Came) -> Iterator[Document]:
    """What became of each of several files; those that are in are added to `came`. A store that another process holds stops them all."""
    from csat_core.ingest.load import import_file

    together = secrets.token_hex(8)
    for path in paths:
        try:
            progress = _telling(call, require(path))
            done = import_file(call.open(Need.WRITE), path, wish, progress=progress, together=together)
        except StoreLockedError:
            raise
        except AlreadyImportedError as known:
            came.into[known.dataset_id] = None
            yield _already(path, known.since)
        except CsatError as reason:
            yield _refused(path, reason)
        else:
            if done.import_id is not None:
                came.files.append(done)
            if done.dataset_id is not None:
                came.into[done.dataset_id] = None
            yield {"outcome": NOTHING_NEW if done.import_id is None else IMPORTED, **document_of(done)}


def _rehearsed(call: Call, paths: Sequence[Path], wish: "Wish", came: _Came) -> Iterator[Document]:
    """What would become of each of several files, once those before it were in; those that come in are added to `came`."""
    from csat_core.ingest.private import private_folder
    from csat_core.ingest.reader import stage
    from csat_core.ingest.together import State, rehearsal

    with private_folder() as folder, rehearsal(call.open(Need.TRIAL)) as files:
        for at, path in enumerate(paths):
            own, progress = folder / str(at), _telling(call, path)
            own.mkdir()
            try:
                require(path)
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
                    came.files.append(found.done)
                yield {"outcome": IMPORTED if found.state is State.IN else NOTHING_NEW, **document_of(found.done)}


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


def _untold(call: Call, came: _Came) -> Document:
    """`notes`, a sentence each, where files whose names tell them apart hold nothing that does; else nothing."""
    from csat_core.ingest.whose_answers import coming, untold

    records = imports.imports(call.open(Need.TRIAL))
    found = untold((coming(each, each.dataset) for each in came.files), records)
    way = 'to compare them, say --by-file "Shop" with the same files, which makes a segment of their names'
    return {"notes": [f"{each.sentence}: {way}." for each in found]} if found else {}


def _with_segments(call: Call, came: _Came, wishes: Wishes) -> Document:
    """`notes` and `by_file`, where datasets got a segment of the names of their files; else nothing."""
    from csat_core.ingest.whose_answers import with_names_as_segment

    if wishes.by_file is None or wishes.dry_run:
        return {}
    store, found = call.open(Need.WRITE), []
    for dataset_id in came.into:
        import_id = with_names_as_segment(store, dataset_id, wishes.by_file)
        if import_id is not None:
            dataset = catalogue.dataset(store, dataset_id)
            found.append({"dataset": dataset.name, "dataset_id": dataset_id, "import_id": import_id})
    said = f"has the segment '{wishes.by_file}' now, of the names of its files"
    notes = [f"'{each['dataset']}' {said}, import {each['import_id']}." for each in found]
    return {"by_file": found, "notes": notes} if found else {}
