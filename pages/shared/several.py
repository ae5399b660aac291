"""Files that were dropped together: what each would bring, said before Import; then all of them come in at one press."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import streamlit as st

from csat_core import words
from csat_core.errors import CsatError
from csat_core.ingest.further.there_already import is_nothing_new
from csat_core.ingest.load import Imported, import_file
from csat_core.ingest.plan import Mapping
from csat_core.ingest.private import private_folder
from csat_core.ingest.reader import Reading
from csat_core.ingest.together import Answered, Begun, Outlook, State, Tried, outlooks, tried
from csat_core.ingest.whose_answers import coming, untold
from csat_core.store.catalogue import Details
from csat_core.store.imports import AlreadyImportedError
from pages.shared import file_words, loaders, render, visitors
from pages.shared.draft import CANCELLED, Draft, Incoming, let_go, stopped
from pages.shared.parts import part
from pages.shared.waiting import under_way

BROUGHT, PASSED, TRIED = "_brought", "_passed_over", "_tried"
"""In the state of the session: what became of the last drop, files that cannot be the first, what was found in the others."""
BECAME = {
    State.NOTHING_NEW: "nothing in it is new",
    State.HERE: "is here already",
    State.REFUSED: "cannot be imported",
}
"""What is said of a file that does not come in."""


@dataclass(slots=True)
class Drop:
    """Files that were dropped together, seen from the one that is looked at."""

    passed: list[str]
    """Of those before it, which cannot be imported, why."""
    others: list[Incoming]
    """Those after it."""
    noun: str = "file"
    """What they are called."""
    found: tuple[Outlook, ...] = ()
    """What becomes of these."""
    id: str = field(default_factory=partial(secrets.token_hex, 8))
    """What the imports of one press have in common."""

    @property
    def come(self) -> int:
        """How many of the others come in."""
        return sum(each.state is State.IN for each in self.found)


@dataclass(slots=True)
class Brought:
    """What became of several files that were dropped together, in words."""

    lines: list[str] = field(default_factory=list)
    """Of each file one, in the order in which they were dropped."""
    details: list[str] = field(default_factory=list)
    """How the files differ from the earlier ones of their datasets."""
    noun: str = "file"
    imported: int = 0
    is_stopped: bool = False
    """Whether somebody stopped it before the last file."""

    def take(self, done: Imported) -> None:
        """Nothing; a file is in, or its dataset had all of it."""
        if done.import_id is None:
            self.lines.append(_nothing_new(done))
            return
        self.imported += 1
        self.lines.append(file_words.in_short(done))
        self.details += _details(done)


def looked_at(draft: Draft, mapping: Mapping, name: str, others: Sequence[Incoming]) -> tuple[Outlook, ...]:
    """What becomes of the files that were dropped beside the first, each read once for that and let go again."""
    here = tuple((dataset.id, dataset.version) for dataset in loaders.datasets())
    kept: dict[tuple[object, ...], Tried] = st.session_state.setdefault(TRIED, {})
    wanted, answered = [], _answered(draft, name)
    for at, other in enumerate(others):
        of = (other.id, here, draft.sensitive, draft.mask, answered)
        if of not in kept:
            text = f"Looking at {'file' if other.sheet is None else 'sheet'} {at + 2} of {len(others) + 1}"
            with under_way(text, f"look-{at}", stopped) as told, private_folder() as folder:
                path, store = other.placed(folder), visitors.writable()
                kept[of] = tried(
                    store,
                    path,
                    name=other.name,
                    sensitive=draft.sensitive,
                    mask=draft.mask,
                    reading=Reading(sheet=other.sheet),
                    progress=told,
                    answered=answered,
                )
        wanted.append(of)
    st.session_state[TRIED] = {of: kept[of] for of in wanted}
    first = Begun(
        file=draft.staged.file,
        hash=draft.staged.hash,
        sheet=draft.staged.detection.sheet,
        dataset=name,
        mapping=mapping,
        is_new=draft.target is None,
    )
    return outlooks(first, [kept[of] for of in wanted])


def _answered(draft: Draft, name: str) -> Answered | None:
    """Where the answers of the first file go, if that is not what any file of its columns does unasked."""
    if not draft.candidates or (draft.unasked is not None and draft.target == draft.unasked):
        return None
    return Answered(header=draft.staged.header, dataset=name)


def told(first: Imported, drop: Drop) -> None:
    """Nothing; a line for each file: where its answers go and what is set aside, or why it does not come in.

    `first` is what importing the file does that is looked at.
    """
    is_known = first.appended and is_nothing_new(first.checked)
    files, come = len(drop.passed) + 1 + len(drop.others), (not is_known) + drop.come
    many = f"All {files}" if come == files else f"{come} of {files}"
    render.said(
        f"{many} {drop.noun}s can be imported." if come else f"There is nothing new in these {drop.noun}s.",
        key="several",
    )
    render.quiet("\n\n".join([*drop.passed, file_words.in_short(first), *map(_line, drop.found)]))
    coming_in = [] if is_known else [coming(first, first.dataset)]
    coming_in += [coming(each.done, each.dataset) for each in drop.found if each.state is State.IN and each.done]
    if sentences := untold(coming_in):
        render.strong("\n\n".join(map(words.straight, sentences)), "untold")


def folds(drop: Drop) -> None:
    """Nothing; how the other files differ from the earlier ones of their datasets, folded away."""
    come = [each.done for each in drop.found if each.done is not None and each.state is State.IN]
    said = [line for done in come for line in _details(done)]
    if said:
        part(
            "The other files: what is new, missing or changed in them",
            "others",
            ":material/info:",
            lambda: render.quiet("\n\n".join(said)),
        )


def _line(outlook: Outlook) -> str:
    if outlook.state is State.IN and outlook.done is not None:
        return file_words.in_short(outlook.done, outlook.beside)
    if outlook.state is State.NOTHING_NEW and outlook.done is not None:
        return _nothing_new(outlook.done)
    return f"{words.shortened(outlook.file, 60)} {BECAME[outlook.state]}: {words.straight(outlook.why)}"


def _nothing_new(done: Imported) -> str:
    named = words.shortened(done.staged.called, 60)
    return f"{named}: {BECAME[State.NOTHING_NEW]}, '{words.shortened(done.dataset, 60)}' has all of it."


def _details(done: Imported) -> list[str]:
    named = words.shortened(done.staged.called, 60)
    return [f"{named}: {words.straight(said)}" for said in file_words.changes(done)]


def _in_between() -> None:
    let_go()
    st.session_state[CANCELLED] = "Cancelled. The files before are stored, this one and those after it are not."


def imported(draft: Draft, first: Imported, drop: Drop) -> Brought:
    """What became of the files that were dropped together; the `first` that comes in is stored already."""
    brought = Brought(lines=list(drop.passed), noun=drop.noun)
    brought.take(first)
    try:
        for at, (other, outlook) in enumerate(zip(drop.others, drop.found, strict=True)):
            if outlook.state in (State.HERE, State.REFUSED):
                brought.lines.append(_line(outlook))
            else:
                _bring(brought, draft, at, other, outlook, drop.id)
    except BaseException:  # the run ends here, and the next one says what was done before
        brought.is_stopped = True
        st.session_state[BROUGHT] = brought
        raise
    return brought


def _bring(brought: Brought, draft: Draft, at: int, other: Incoming, outlook: Outlook, drop: str) -> None:
    """Nothing; `brought` says what became of the file."""
    is_added = outlook.done is not None and outlook.done.appended
    with under_way("Reading the next file", f"other-{at}", _in_between) as told, private_folder() as folder:
        path = other.placed(folder)
        try:
            done = import_file(
                visitors.writable(),
                path,
                name=other.name,
                # by its name: a dataset of its own may have the columns of another one, or it was asked where the answers go
                details=Details(name=outlook.dataset) if outlook.beside or is_added else None,
                sensitive=draft.sensitive,
                mask=draft.mask,
                reading=Reading(sheet=other.sheet),
                progress=told,
                together=drop,
            )
        except CsatError as error:
            brought.lines.append(_refused(other, error))
        else:
            brought.take(done)


def _refused(incoming: Incoming, error: CsatError) -> str:
    """Why one of several files is not in; where no other file stands in the way it can be asked about."""
    state = State.HERE if isinstance(error, AlreadyImportedError) else State.REFUSED
    found, columns, _ = words.of_error(error).partition(" Under Columns")
    said = f"{found} Drop it by itself." if columns else found
    return f"{words.shortened(incoming.name, 60)} {BECAME[state]}: {said}"


def of_sheets(workbook: Incoming, sheets: Sequence[str]) -> Drop:
    """The sheets of a workbook that come in beside the one that is looked at: each is a file."""
    others = [replace(workbook, id=f"{workbook.id}-{sheet}", sheet=sheet) for sheet in sheets]
    return Drop(passed=[], others=others, noun="sheet")


def left(incoming: list[Incoming]) -> list[Incoming]:
    """The files that were dropped, without those that were passed over; the last one where all of them were."""
    passed = st.session_state.get(PASSED, {})
    return [each for each in incoming if each.id not in passed] or incoming[-1:]


def pass_over(incoming: Incoming, error: CsatError) -> None:
    """Nothing; the first of several files cannot be imported, and the next one takes its place."""
    st.session_state.setdefault(PASSED, {})[incoming.id] = _refused(incoming, error)


def passed_over(incoming: list[Incoming], first: Incoming) -> list[str]:
    """Of the files in the drop zone those that were passed over before the `first`, and why."""
    passed: dict[str, str] = st.session_state.get(PASSED, {})
    return [passed[each.id] for each in incoming if each.id in passed and each != first]


def last_time() -> None:
    """Nothing; says what became of each file of the last drop, until somebody has read it."""
    brought: Brought | None = st.session_state.get(BROUGHT)
    if brought is None:
        return
    with st.container(border=True, key="brought"):
        files, come = len(brought.lines), brought.imported
        title = f"{come} of {files} {brought.noun}s are in" if come < files else f"All {files} {brought.noun}s are in"
        if brought.is_stopped:
            title = "Stopped: the file that was under way and those after it are not in"
        render.strong(title, "brought")
        render.quiet("\n\n".join(brought.lines))
        if brought.details:
            render.folded(
                "What is new, missing or changed in them",
                "brought-details",
                partial(render.quiet, "\n\n".join(brought.details)),
                icon=":material/info:",
            )
        st.button("Close", key="brought-read", on_click=forget, type="tertiary", icon=":material/close:")


def forget() -> None:
    """Nothing; what became of the last drop is not said any more."""
    st.session_state.pop(BROUGHT, None)
