"""A name that was typed for one of several files: what becomes of the others is the same under it, and is not worked out again."""

from collections.abc import Sequence

from csat_core.ingest.file_names import name_from
from csat_core.ingest.together import Outlook, State, renamed
from csat_core.store import Store, catalogue
from pages.shared.draft import Draft

Rehearsed = list[tuple[tuple[object, ...], Outlook]]
"""What becomes of each file, beside what that was worked out for, of which the name typed for its dataset is the last."""


def as_named(store: Store, kept: Rehearsed, of: Sequence[tuple[object, ...]], drafts: Sequence[Draft]) -> Rehearsed:
    """What was worked out, as it is `of` these files, where a name for the dataset that one of them begins is all that differs.

    Else as it was: so too where the name is taken, or what is said of a file speaks of the former one.
    """
    if len(kept) != len(of) or any(each[:-1] != now[:-1] for (each, _), now in zip(kept, of, strict=True)):
        return kept
    others = [at for at, now in enumerate(of) if kept[at][0] != now]
    done = kept[others[0]][1].done if len(others) == 1 else None
    if done is None or done.appended or kept[others[0]][1].state is not State.IN:
        return kept
    draft = drafts[others[0]]
    name = draft.name or name_from(draft.staged.file)
    names = {each.done.dataset.casefold() for _, each in kept if each.done is not None}
    again = [renamed(each, done.dataset, name) for _, each in kept]
    if catalogue.has_name(store, name) or name.casefold() in names:
        return kept
    found = [each for each in again if each is not None]
    return list(zip(of, found, strict=True)) if len(found) == len(kept) else kept
