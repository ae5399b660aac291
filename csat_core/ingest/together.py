"""Files brought together: each is imported into a trial of the store first, so that what is said of it is what will be."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path

from csat_core.errors import CsatError
from csat_core.ingest.checked_beside import COMPARING
from csat_core.ingest.checks import UnsettledMappingError
from csat_core.ingest.detection import Staged
from csat_core.ingest.further.append_refusals import UnsettledError
from csat_core.ingest.further.continued import Continued, alike
from csat_core.ingest.further.there_already import is_nothing_new
from csat_core.ingest.load import Imported, Wish, import_staged, target_of
from csat_core.ingest.private import private_folder
from csat_core.ingest.sandbox import Progress
from csat_core.ingest.storing import store_checked
from csat_core.store import Store, catalogue
from csat_core.store.catalogue import Details
from csat_core.store.imports import AlreadyImportedError, require_new_file
from csat_core.store.trials import Trial, trial

HURDLES = ("name_taken", "overlaps")
"""Problems of a dry run for which a file cannot be stored as it is."""


class State(StrEnum):
    """What becomes of a file."""

    IN = "in"
    NOTHING_NEW = "nothing_new"
    """Its dataset has all of it."""
    HERE = "here"
    """The very file is in the store, or came twice."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What becomes of a file of several."""

    file: str
    state: State
    done: Imported | None = None
    """What importing it does; its rows can be stored as they are once the files before it are. None where it cannot be told."""
    target: Continued | None = None
    """The dataset to which it adds, be it one that a file before it begins."""
    candidates: tuple[Continued, ...] = ()
    """The datasets of which it may be a new export, those among them that files before it begin."""
    error: CsatError | None = None
    """What was raised where it cannot be told."""
    why: str = ""
    """Why it does not come in, as the command line says it: in a sentence, or of a file that is here since when."""
    on_page: str = ""
    """The same as a page says it."""

    @property
    def is_asked(self) -> bool:
        """Whether a person must say something first: where its answers go, how it is read, what becomes of rows that seem known."""
        is_open = self.done is not None and self.done.checked.overlap is not None
        return is_open or isinstance(self.error, (UnsettledMappingError, UnsettledError))


def renamed(outlook: Outlook, old: str, new: str) -> Outlook | None:
    """The outlook where the dataset `old`, which a file of several begins, is called `new`; None where it speaks of `old`."""

    def called(found: Continued) -> Continued:
        return replace(found, dataset=replace(found.dataset, name=new)) if found.dataset.name == old else found

    done = outlook.done
    problems = done.checked.problems if done is not None else ()
    said = (outlook.why, outlook.on_page, *(text or "" for each in problems for text in (each.message, each.on_page)))
    if any(f"'{old}'" in text for text in said):
        return None
    return replace(
        outlook,
        done=done if done is None or done.dataset != old else replace(done, dataset=new),
        target=outlook.target and called(outlook.target),
        candidates=tuple(map(called, outlook.candidates)),
    )


class Rehearsal:
    """Files that come one after the other, each as if those before it were in."""

    def __init__(self, real: Store, trial: Trial) -> None:
        self._real, self._trial = real, trial
        self._there = {dataset.id for dataset in catalogue.datasets(real)}
        self._seen: dict[tuple[str, str | None], str] = {}
        self._first: dict[int, Imported] = {}

    def outlook(self, path: Path, staged: Staged, wish: Wish, progress: Progress | None = None) -> Outlook:
        """What becomes of the next file, read into a folder that stays until the last one is."""
        same, file = (staged.hash, staged.detection.sheet), staged.called
        if same in self._seen:
            twin = f"the same as '{self._seen[same]}'"
            return Outlook(file=file, state=State.HERE, why=twin, on_page=f"It is {twin}.")
        try:
            require_new_file(self._real, file, *same)
        except AlreadyImportedError as error:
            return Outlook(file=file, state=State.HERE, error=error, why=error.since, on_page=error.on_page or "")
        target, candidates = None, alike(self._trial.store, staged)
        found = partial(Outlook, file=file, candidates=candidates)
        try:
            target = None if wish.begins else target_of(self._trial.store, staged, wish.details)
            at_once = wish if target is None else replace(wish, details=Details(name=target.dataset.name))
            done = import_staged(self._place(target, progress), path, staged, at_once, dry_run=True, progress=progress)
        except CsatError as error:
            why, said = str(error), error.on_page or str(error)
            return found(state=State.REFUSED, target=target, error=error, why=why, on_page=said)
        found = partial(found, done=done, target=target)
        hurdle = next((each for each in done.checked.problems if each.code in HURDLES), None)
        if hurdle is not None:
            return found(state=State.REFUSED, why=hurdle.message, on_page=hurdle.on_page or hurdle.message)
        if target is not None and is_nothing_new(done.checked):
            return found(state=State.NOTHING_NEW)
        self._seen[same] = file
        self._take(done)
        return found(state=State.IN)

    def again(self, staged: Staged, outlook: Outlook, progress: Progress | None = None) -> Outlook:
        """The `outlook` of the next file, which was worked out before beside the same store and the same files before it."""
        if outlook.state is State.IN and outlook.done is not None:
            self._place(outlook.target, progress)
            self._seen[staged.hash, staged.detection.sheet] = outlook.file
            self._take(outlook.done)
        return outlook

    def _place(self, target: Continued | None, progress: Progress | None) -> Store:
        """The store against which the file is checked: the real one until a second file goes to one of its datasets."""
        id = target.dataset.id if target else None
        if id is None or id not in self._there:
            return self._trial.store
        if id not in self._first:
            return self._real
        # to copy the responses takes time, which one file alone does not need
        self._trial.fill(id, partial(progress, None, COMPARING) if progress else None)
        self._there.remove(id)
        self._take(self._first[id])
        return self._trial.store

    def _take(self, done: Imported) -> None:
        """Nothing; the files that come next find this one in the trial, or, where it is the first for its dataset, will."""
        if done.dataset_id in self._there:
            self._first[done.dataset_id] = done
            return
        details = Details(name=done.dataset)
        store_checked(self._trial.store, done.staged, done.mapping, done.checked, details, done.dataset_id)


@contextmanager
def rehearsal(store: Store) -> Iterator[Rehearsal]:
    """What becomes of files that come together into `store`, of which nothing changes."""
    with private_folder() as folder, trial(store, folder) as made:
        yield Rehearsal(store, made)
