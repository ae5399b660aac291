"""Files brought together: what each would do once those before it are in, found out before anything is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

from csat_core.errors import CsatError
from csat_core.ingest.further.append_refusals import UnsettledError
from csat_core.ingest.further.continued import ALIKE, NEARLY, kinship
from csat_core.ingest.load import Imported, import_file
from csat_core.ingest.plan import Mapping, Problem
from csat_core.ingest.reader import AS_FOUND, Reading
from csat_core.ingest.sandbox import Progress
from csat_core.model.sensitive import Sensitive
from csat_core.store import Store
from csat_core.store.catalogue import Details
from csat_core.store.imports import AlreadyImportedError

HALF_ALIKE = (
    "Many of its columns are those of '{file}', and many are not: it may be the same survey. Drop it by itself afterwards: then it "
    "is asked."
)
SAME_NAME = "There is a dataset '{dataset}' with other columns. Drop this file by itself and give its own another name."


class State(StrEnum):
    """What becomes of a file."""

    IN = "in"
    NOTHING_NEW = "nothing_new"
    """Its dataset has all of it."""
    HERE = "here"
    """The very file is in the store, or came twice."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What importing a file by itself would do now."""

    file: str
    done: Imported | None = None
    error: CsatError | None = None
    """Why it cannot be imported; with it there is nothing done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A file of those that come together, and where its answers go."""

    file: str
    hash: str
    sheet: str | None
    """Of a workbook the one that is read: each is a file."""
    dataset: str
    mapping: Mapping
    is_new: bool
    """Whether it begins its dataset."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What becomes of a file of several."""

    file: str
    state: State
    done: Imported | None = None
    """What importing it by itself would do: of a file that goes `beside` another, as if it began a dataset."""
    dataset: str = ""
    """Where its answers go."""
    beside: str = ""
    """The file before it whose new dataset it adds to."""
    why: str = ""
    """Why it cannot be imported, as a page says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """Where the answers of the first file go, which was asked: that counts for those with the same columns, too."""

    header: tuple[str, ...]
    """The names of its columns."""
    dataset: str
    """One that is in the store, or the one that the first file begins."""


def tried(
    store: Store,
    path: Path,
    *,
    name: str,
    sensitive: Sensitive = Sensitive.DROP,
    mask: bool = False,
    reading: Reading = AS_FOUND,
    progress: Progress | None = None,
    answered: Answered | None = None,
) -> Tried:
    """What importing the file by itself would do now; nothing is stored, and nothing of the file stays.

    `answered` is where its answers go if it has the columns of the file that this was asked about.
    """
    look = partial(
        import_file,
        store,
        path,
        name=name,
        sensitive=sensitive,
        mask=mask,
        reading=reading,
        dry_run=True,
        progress=progress,
    )
    try:
        try:
            done = look()
        except UnsettledError as error:
            if answered is None or error.header != answered.header:
                raise
            done = look(details=Details(name=answered.dataset))
        else:
            if answered is not None and done.appended and done.staged.header == answered.header:
                is_there = done.dataset.casefold() == answered.dataset.casefold()
                done = done if is_there else look(details=Details(name=answered.dataset))
    except CsatError as error:
        return Tried(file=f"{name}, sheet {reading.sheet}" if reading.sheet else name, error=error)
    return Tried(file=done.staged.called, done=done)


def outlooks(first: Begun, others: Sequence[Tried]) -> tuple[Outlook, ...]:
    """What becomes of the files that come after the first, in their order."""
    begun, found = [first], []
    for each in others:
        outlook = _outlook(begun, each)
        found.append(outlook)
        if each.done is not None and outlook.state is State.IN:
            done = each.done
            begun.append(
                Begun(
                    file=each.file,
                    hash=done.staged.hash,
                    sheet=done.staged.detection.sheet,
                    dataset=outlook.dataset,
                    mapping=done.mapping,
                    is_new=not done.appended and not outlook.beside,
                )
            )
    return tuple(found)


def _outlook(begun: Sequence[Begun], tried: Tried) -> Outlook:
    done = tried.done
    if done is None:
        state = State.HERE if isinstance(tried.error, AlreadyImportedError) else State.REFUSED
        said = (tried.error.on_page or str(tried.error)) if tried.error else ""
        return Outlook(file=tried.file, state=state, why=said)
    problems = {problem.code: problem for problem in done.checked.problems}
    same = done.staged.hash, done.staged.detection.sheet
    twin = next((each for each in begun if (each.hash, each.sheet) == same), None)
    if twin is not None:
        return Outlook(file=tried.file, state=State.HERE, why=f"It is the same as '{twin.file}'.")
    if "already_imported" in problems:
        return Outlook(file=tried.file, state=State.HERE, why=_said(problems["already_imported"]))
    if done.appended:
        return _known(tried.file, done, problems)
    return _unknown(begun, tried.file, done, problems)


def _known(file: str, done: Imported, problems: dict[str, Problem]) -> Outlook:
    """Of a file that adds to a dataset that is in the store."""
    if "overlaps" in problems:
        return Outlook(file=file, state=State.REFUSED, why=_said(problems["overlaps"]))
    state = State.NOTHING_NEW if "nothing_new" in problems else State.IN
    return Outlook(file=file, state=state, done=done, dataset=done.dataset)


def _unknown(begun: Sequence[Begun], file: str, done: Imported, problems: dict[str, Problem]) -> Outlook:
    """Of a file that begins a dataset, or adds to one that a file before it begins."""
    kin = max((each for each in begun if each.is_new), key=lambda each: _alike(each, done), default=None)
    share = _alike(kin, done) if kin is not None else 0.0
    if kin is not None and share >= ALIKE:
        return Outlook(file=file, state=State.IN, done=done, dataset=kin.dataset, beside=kin.file)
    if kin is not None and share >= NEARLY:
        return Outlook(file=file, state=State.REFUSED, why=HALF_ALIKE.format(file=kin.file))
    if "name_taken" in problems or any(each.dataset.casefold() == done.dataset.casefold() for each in begun):
        return Outlook(file=file, state=State.REFUSED, why=SAME_NAME.format(dataset=done.dataset))
    return Outlook(file=file, state=State.IN, done=done, dataset=done.dataset)


def _alike(begun: Begun, done: Imported) -> float:
    return kinship(begun.mapping, done.staged.columns)


def _said(problem: Problem) -> str:
    return problem.on_page or problem.message
