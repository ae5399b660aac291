"""The header of a file beside that of a dataset: which columns are the same, and how much alike both are."""

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.zones import without_zone
from csat_core.model.dataset import Dataset, Role

ALIKE = 0.7
"""So many of the names of two headers together must be in both for one survey: questions come and go."""
NEARLY = 0.5
"""From here on, with all that is needed, it is asked whether it is the same survey; without, that it looks so is said."""
REQUIRED = (Role.TIME, Role.RESPONSE_ID, Role.CUSTOMER)
Named = TypeVar("Named", ColumnProfile, ColumnMapping)
Key = tuple[str, int]
"""A folded column name, and which of the columns of this name it is."""


def share_of(ours: set[Key], theirs: set[Key]) -> float:
    """How many of the names of two headers together both have (0-1)."""
    return len(ours & theirs) / max(len(ours | theirs), 1)


def needed_in(columns: dict[Key, ColumnMapping], dataset: Dataset) -> dict[Key, ColumnMapping]:
    """The columns without which a file cannot add to the dataset."""
    return {key: each for key, each in columns.items() if each.role in REQUIRED or each.id == dataset.outcome.id}


def keyed(columns: Iterable[Named]) -> dict[Key, Named]:
    """The columns by name; equal names are told apart by their order in the file."""
    seen: Counter[str] = Counter()
    result = {}
    for column in sorted(columns, key=lambda column: column.position):
        # `E-mail` and `email`, `Score ` and `SCORE` are one name
        name = bare_name(column.name)
        seen[name] += 1
        result[name, seen[name]] = column
    return result


def bare_name(name: str) -> str:
    """What makes a name that of another column."""
    return "".join(filter(str.isalnum, fold(name))) or fold(name)


def named_as_before(columns: Iterable[ColumnProfile], theirs: dict[Key, ColumnMapping]) -> dict[Key, ColumnProfile]:
    """The columns of a file by the names they have in `theirs`, where days may have stated another time zone."""
    ours = keyed(columns)
    gone = {bare_name(without_zone(column.name)): key for key, column in theirs.items() if key not in ours}
    result = {}
    for key, profile in ours.items():
        is_day = any(count for _, count in profile.dates)
        before = gone.get(bare_name(without_zone(profile.name)), key) if is_day and key not in theirs else key
        result[key if before in result else before] = profile
    return result
