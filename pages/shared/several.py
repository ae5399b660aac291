"""Files that were dropped together: what becomes of each is said before Import, and each can be looked at and changed."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile

import streamlit as st

from csat_core import words
from csat_core.errors import CsatError
from csat_core.ingest.file_names import whose
from csat_core.ingest.sandbox import ahead
from csat_core.ingest.storing import store_checked
from csat_core.ingest.together import Outlook, State, rehearsal
from csat_core.ingest.whose_answers import coming, untold, with_names_as_segment
from csat_core.model.formats import all_of, listed
from csat_core.store import Store, catalogue
from csat_core.store.catalogue import Details
from csat_core.store.imports import AlreadyImportedError
from pages.shared import columns, file_words, loaders, one_of_several, render, sheets, visitors
from pages.shared.brought import BROUGHT, Brought, details, one_by_one
from pages.shared.draft import CANCELLED, Draft, given_up, let_go
from pages.shared.incoming import Incoming, draft_of
from pages.shared.parts import part
from pages.shared.renamed import Rehearsed, as_named
from pages.shared.waiting import under_way

REHEARSED = "_rehearsed"
"""In the state of the session: what becomes of each file of the drop, beside what that was worked out for."""
LOOKED_AT = "_looked_at"
"""In the state of the session: the file that was chosen to be looked at."""
NAMED = 6
"""Of the names of files, those that are named."""
BECAME = {
    State.NOTHING_NEW: "nothing in it is new",
    State.HERE: "is here already",
    State.REFUSED: "cannot be imported",
}
"""What is said of a file that does not come in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A file of several, and what becomes of it."""

    draft: Draft | None
    """None where it cannot be read."""
    outlook: Outlook

    @property
    def comes(self) -> bool:
        """Whether it comes in."""
        return self.outlook.state is State.IN


def show(incoming: Sequence[Incoming], noun: str = "file") -> None:
    """Nothing; what becomes of files that came together, each to look at and to change, and the button that imports them."""
    with ahead("stage", len(incoming) - 1):
        read = [_read(each, f"{noun.capitalize()} {at} of {len(incoming)}") for at, each in enumerate(incoming, 1)]
    drop = _drop(visitors.writable(), incoming, read, noun)
    with st.container(border=True, key="proposal"):
        _told(drop, noun)
        by_file = _by_file(drop)
        chosen = _chosen(drop)
        if chosen is not None:
            if noun == "file":  # else it stands above them
                sheets.choice(chosen[0])
            one_of_several.asked(*chosen)
        if any(each.comes for each in drop):
            _to_import(drop, chosen[0] if chosen else None, noun, by_file)
        if chosen is not None:
            one_of_several.folds(*chosen)
        _others(drop, chosen[0] if chosen else None)


def _read(incoming: Incoming, which: str) -> Draft | CsatError:
    try:
        return draft_of(visitors.writable(), incoming, which)
    except CsatError as error:
        return error


def _drop(
    store: Store, incoming: Sequence[Incoming], read: Sequence[Draft | CsatError], noun: str
) -> tuple[Dropped, ...]:
    """What becomes of each file, worked out anew where the data changed, and from the first on of which something was decided."""
    drafts = [each for each in read if isinstance(each, Draft)]
    wishes = one_of_several.wishes(drafts)
    beside = tuple((dataset.id, dataset.version) for dataset in loaders.datasets())
    of = [(beside, draft.file_id, draft.reading, *one_of_several.decisions(draft)) for draft in drafts]
    kept: Rehearsed = st.session_state.get(REHEARSED, [])
    st.session_state[REHEARSED] = kept = as_named(store, kept, of, drafts)
    if [each for each, _ in kept] != of:
        alike = takewhile(lambda pair: pair[0][0] == pair[1], zip(kept, of, strict=False))
        held, found = [each for (_, each), _ in alike], []
        with rehearsal(store) as files, ahead("convert", len(drafts) - len(held) - 1):
            for at, (draft, wish) in enumerate(zip(drafts, wishes, strict=True)):
                which, on_stop = f"{noun.capitalize()} {at + 1} of {len(drafts)}", partial(given_up, draft.file_id)
                with under_way("Checking every row", f"look-{at + 1}", on_stop, which=which) as progress:
                    if at < len(held):
                        found.append(files.again(draft.staged, held[at], progress))
                    else:
                        found.append(files.outlook(draft.path, draft.staged, wish, progress))
        st.session_state[REHEARSED] = kept = list(zip(of, found, strict=True))
    outlooks = iter(each for _, each in kept)
    drop = []
    for file, each in zip(incoming, read, strict=True):
        if isinstance(each, Draft):
            outlook = next(outlooks)
            one_of_several.take_up(each, outlook)
            drop.append(Dropped(draft=each, outlook=outlook))
        else:
            state = State.HERE if isinstance(each, AlreadyImportedError) else State.REFUSED
            outlook = Outlook(file=file.name, state=state, error=each, on_page=words.of_error(each))
            drop.append(Dropped(draft=None, outlook=outlook))
    return tuple(drop)


def _told(drop: Sequence[Dropped], noun: str) -> None:
    """Nothing; a line for each file: where its answers go and what is set aside, or why it does not come in."""
    come = [each.outlook.done for each in drop if each.comes and each.outlook.done]
    many = all_of(len(drop)) if len(come) == len(drop) else f"{len(come)} of {len(drop)}"
    is_open = any(each.outlook.is_asked for each in drop)
    are_known = all(each.outlook.state in (State.HERE, State.NOTHING_NEW) for each in drop)
    nothing = (
        f"There is nothing new in these {noun}s." if are_known else f"No {noun} can be imported{' yet' * is_open}."
    )
    render.said(f"{many} {noun}s can be imported." if come else nothing, key="several")
    lines = [_line_before(each) for each in drop]
    one_by_one(lines, [at for at, each in enumerate(drop) if each.comes], noun, "several-lines")


def _by_file(drop: Sequence[Dropped]) -> dict[str, str]:
    """What the segment of the files' names is called by dataset, where nothing else tells the files apart and it is wished."""
    come = [each.outlook.done for each in drop if each.comes and each.outlook.done]
    found = untold((coming(done, done.dataset) for done in come), loaders.import_log())
    if not found:
        return {}
    render.strong("\n\n".join(f"{words.straight(each.sentence)}." for each in found), "untold")
    names = [words.shortened(whose(file), 30) for each in found for file in each.files]
    if not st.toggle(f"Compare them by their names: {words.literal(listed(names, NAMED))}", key="by-file"):
        return {}
    name = st.text_input("Name of that segment", "File", max_chars=60, key="by-file-name").strip() or "File"
    return {each.into: name for each in found}


def _line_before(each: Dropped) -> str:
    """The line of a file that is not stored yet, and which sheets of it stay out."""
    left_out = sheets.out(each.draft) if each.draft is not None and each.comes else ""
    return f"{_line(each.outlook, 'Choose it')} {left_out}".rstrip()


def _line(outlook: Outlook, way: str) -> str:
    """What becomes of a file. What it asks is asked below; `way` is how one comes to say which of its columns is the outcome."""
    named = words.shortened(outlook.file, 60)
    if outlook.is_asked:
        return f"{named} waits for your answer below."
    if outlook.done is not None and (outlook.state is State.IN or outlook.done.checked.changed):
        return file_words.in_short(outlook.done)
    if outlook.state is State.NOTHING_NEW and outlook.done is not None:
        return f"{named}: {BECAME[outlook.state]}, '{words.shortened(outlook.done.dataset, 60)}' has all of it."
    found, in_columns, _ = outlook.on_page.partition(" Under Columns")
    column = f" {way} to say which column it is, or attach it to its dataset where it holds orders, agents or minutes."
    return f"{named} {BECAME[outlook.state]}: {words.straight(found)}{column if in_columns else ''}"


def _chosen(drop: Sequence[Dropped]) -> tuple[Draft, Outlook] | None:
    """The file that is looked at: the first one, or the first that asks something, until another is chosen."""
    by_id = {each.draft.file_id: (each.draft, each.outlook) for each in drop if each.draft is not None}
    by_id = {id: each for id, each in by_id.items() if each[1].state is not State.HERE}
    if not by_id:
        return None
    first = next((id for id, (_, outlook) in by_id.items() if outlook.is_asked), next(iter(by_id)))
    ids, wished = list(by_id), st.session_state.get(LOOKED_AT)
    shown = ids.index(wished if wished in by_id else first)
    if len(ids) > 1:
        st.selectbox(
            "Look at and change, before it comes in",
            ids,
            index=shown,
            format_func=lambda id: words.shortened(by_id[id][1].file, 60),
            key=f"looked-at-{shown}",  # once it is answered, the next one that asks something is shown
            on_change=partial(_look_at, f"looked-at-{shown}"),
        )
    return by_id[ids[shown]]


def _look_at(key: str) -> None:
    st.session_state[LOOKED_AT] = st.session_state[key]


def _others(drop: Sequence[Dropped], chosen: Draft | None) -> None:
    """Nothing; how the other files differ from the earlier ones of their datasets, folded away."""
    others = [each.outlook.done for each in drop if each.comes and each.draft is not chosen and each.outlook.done]
    if said := details(others):
        part(
            "The other files: what is new, missing or changed in them",
            "others",
            ":material/info:",
            partial(render.quiet, "\n\n".join(said)),
        )


def _to_import(drop: Sequence[Dropped], chosen: Draft | None, noun: str, by_file: dict[str, str]) -> None:
    come = sum(each.comes for each in drop)
    label = f"Import {come} {noun if come == 1 else f'{noun}s'}"
    if not st.button(label, type="primary", icon=":material/check:", key="import"):
        return
    if chosen is not None and chosen.target is None and columns.are_unused(chosen):
        render.quiet(columns.UNUSED)
        return
    store = visitors.writable()
    brought = imported(store, drop, noun)
    for dataset, name in by_file.items() if not brought.is_stopped else ():
        try:
            with_names_as_segment(store, catalogue.find_dataset(store, dataset).id, name)
        except CsatError as error:
            brought.details.append(words.of_error(error))
    let_go([each.draft.file_id for each in drop if each.draft is not None and each.outlook.is_asked])
    st.session_state[BROUGHT] = brought
    st.rerun()


def imported(store: Store, drop: Sequence[Dropped], noun: str = "file") -> Brought:
    """What became of the files: each is stored as it was looked at, until one cannot be."""
    brought, together = Brought(noun=noun), secrets.token_hex(8)
    try:
        for at, each in enumerate(drop):
            done = each.outlook.done
            if not each.comes or done is None:
                brought.lines.append(_line(each.outlook, "Drop it again"))
                continue
            into = catalogue.find_dataset(store, done.dataset).id if done.appended else None
            with under_way(f"Storing {words.shortened(each.outlook.file, 40)}", f"store-{at}", _in_between) as told:
                dataset_id, import_id = store_checked(
                    store,
                    done.staged,
                    done.mapping,
                    done.checked,
                    Details(name=done.dataset),
                    into,
                    told,
                    together,
                )
            brought.take(replace(done, import_id=import_id, dataset_id=dataset_id))
            if brought.imported == 1:
                st.session_state["_imported"] = (dataset_id, "")
    except CsatError as error:  # those after it were looked at as if it were in
        brought.is_stopped = True
        brought.lines.append(f"{words.shortened(drop[at].outlook.file, 60)} is not in: {words.of_error(error)}")
    except BaseException:  # the run ends here, and the next one says what was done before
        brought.is_stopped = True
        st.session_state[BROUGHT] = brought
        raise
    return brought


def _in_between() -> None:
    let_go()
    st.session_state[CANCELLED] = "Cancelled. The files before are stored, this one and those after it are not."
