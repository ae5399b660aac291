"""Questions named by one number and a letter each, `Q7A` to `Q7E`, with one that is named for all of them: `Q7ALL`."""

import re
from collections import Counter
from collections.abc import Sequence

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.texts.names import only_says
from csat_core.ingest.texts.vocabulary import Meaning

FEWEST = 2
"""Other questions of the same number."""
OF_STEM = "Its name is that of all questions of its number."
_NAME = re.compile(r"(?P<stem>[a-z]{1,6}[ _.-]?[0-9]{1,3})[ _.-]?(?P<part>[a-z]{1,8}|[0-9]{1,2})", re.IGNORECASE)
_ALL = frozenset(("all", "tot", "total", "ges", "glob", "gen", "ovr"))
"""Short for all of them in the names of columns, beside the words for the whole."""


def wholes_of_stems(columns: Sequence[ColumnMapping]) -> frozenset[int]:
    """The positions of such questions."""
    named = {each.position: found for each in columns if (found := _NAME.fullmatch(each.name.strip()))}
    stems = Counter(found["stem"].casefold() for found in named.values())
    return frozenset(
        at for at, found in named.items() if _is_all(found["part"]) and stems[found["stem"].casefold()] > FEWEST
    )


def _is_all(part: str) -> bool:
    return part.casefold() in _ALL or only_says(part, Meaning.OVERALL)
