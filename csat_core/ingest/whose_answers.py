"""Files that come together into one dataset, where nothing in them says which of their answers are whose."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from csat_core.ingest.languages.language import bare
from csat_core.ingest.load import Imported, name_from
from csat_core.ingest.proposal.roles import ONE_VALUE
from csat_core.ingest.texts.periods import month_named
from csat_core.ingest.texts.reading import fold
from csat_core.model.dataset import Role
from csat_core.model.formats import count

MOST_NAMED = 3
_UNTELLING = (
    "q h w t v kw cw wk wks week weeks month months quarter year day days fy wave round part page file sheet copy kopie copie copia kopia final new neu old "
    "export exported download data responses results survey from to and the of at utc am pm spring summer autumn fall winter version xlsx xls csv 年 月 日"
)
"""Words of a file's name that say when it was made or which of several it is, and not of what."""
_NO_NAMES = frozenset(_UNTELLING.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A file on its way into a dataset, as far as it may be told from the others."""

    into: str
    """What files of one dataset have in common."""
    file: str
    since: date | None
    until: date | None
    levels: tuple[tuple[str, frozenset[str]], ...]
    """Of each column of groups its name and what the file has in it."""


def coming(done: Imported, into: str) -> Coming:
    """The file of an import that was done, or would be."""
    groups = {
        fold(column.name): frozenset(column.levels)
        for column in done.checked.columns
        if column.role.storage == "segment" and column.levels
    }
    # a column that is left out for its one value tells them apart as well, and is said elsewhere
    left_out = {
        fold(column.name): frozenset((column.reason,))
        for column in done.mapping.columns
        if column.role is Role.IGNORE and column.reason.startswith(ONE_VALUE)
    }
    levels = tuple((groups | left_out).items())
    return Coming(into=into, file=done.staged.called, since=done.checked.since, until=done.checked.until, levels=levels)


def untold(files: Iterable[Coming]) -> tuple[str, ...]:
    """A sentence for each dataset into which files come whose names tell them apart and whose answers do not."""
    datasets: dict[str, dict[frozenset[str], list[Coming]]] = {}
    for each in files:
        datasets.setdefault(each.into, {}).setdefault(_named_for(each.file), []).append(each)
    return tuple(
        _sentence([files[0].file for files in groups.values()])
        for groups in datasets.values()
        if len(groups) > 1 and not _told_apart(list(groups.values()))
    )


def _named_for(file: str) -> frozenset[str]:
    """The words of a file's name that may be a shop, a team or a country: days, numbers and months aside."""
    words = re.findall(r"[^\W\d_]+", bare(name_from(file).casefold()))
    return frozenset(word for word in words if month_named(word) is None and word not in _NO_NAMES)


def _told_apart(groups: Sequence[Sequence[Coming]]) -> bool:
    """Whether the days or a column of groups differ wholly between any two of them."""
    named = {name for files in groups for each in files for name, _ in each.levels}
    pairs = list(combinations(groups, 2))
    return all(_apart_in_time(one, other) for one, other in pairs) or any(
        all(_differ(one, other, name) for one, other in pairs) for name in named
    )


def _differ(one: Sequence[Coming], other: Sequence[Coming], name: str) -> bool:
    ours, theirs = ({level for each in files for level in dict(each.levels).get(name, ())} for files in (one, other))
    return bool(ours and theirs) and not ours & theirs


def _apart_in_time(one: Sequence[Coming], other: Sequence[Coming]) -> bool:
    spans = [[day for each in files for day in (each.since, each.until) if day is not None] for files in (one, other)]
    ours, theirs = spans
    return bool(ours and theirs) and (max(ours) < min(theirs) or max(theirs) < min(ours))


def _sentence(names: Sequence[str]) -> str:
    quoted = [f"'{name}'" for name in names]
    more = len(quoted) - MOST_NAMED
    named = (
        f"{', '.join(quoted[:MOST_NAMED])} and {count(more)} more"
        if more > 0
        else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
    )
    return f"Nothing in {named} says which answers are whose: to compare them, give each a column, such as Shop, first."
