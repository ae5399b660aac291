"""Which columns a line of a code book is about: it begins with the name of one, with several of them, or with a stem of some."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from csat_core.ingest.texts.reading import fold, words_of

Columns = tuple[int, ...]
"""Their positions, from 1."""
MOST_WORDS = 6
"""Of a stem: `Q5` stands for `Q5_1`, `Q5_2` ..."""
MOST_BEGUN = 12
"""Words of a line with which its name may end."""
LONGEST = 500
_ORDINAL = re.compile(r"\d{1,3}\s*[.):]\s*(?=\D)")
_LIST = re.compile(r"\s*[,;/&]\s*|\n+")
_SPAN = re.compile(r"\s*(?:-|\u2013|\u2014|\.{2,3}|\bto\b|\bbis\b)\s*")
_ENDS = re.compile(r"\s*[:.)=(\[|\u2013\u2014-]|$")


class Names:
    """The columns of a file by what they are called, in words."""

    def __init__(self, wordings: Iterable[Sequence[str]]) -> None:
        self._whole: dict[str, list[int]] = {}
        self._stems: dict[str, list[int]] = {}
        for position, wording in enumerate(wordings, 1):
            for text in dict.fromkeys(filter(None, wording)):
                words = words_of(text[:LONGEST])
                if any(map(str.isalpha, words)):
                    self._whole.setdefault(words, []).append(position)
                    parts = words.split()[:MOST_WORDS]
                    for end in range(1, len(parts)):
                        self._stems.setdefault(" ".join(parts[:end]), []).append(position)

    def exactly(self, text: str) -> Columns:
        """The columns that `text` names and says nothing else; empty where it names none."""
        text = text[:LONGEST]
        if found := self._whole.get(words_of(_ORDINAL.sub("", text, count=1) if _ORDINAL.match(text) else text)):
            return tuple(found)
        words = words_of(text)
        if words in self._whole:
            return tuple(self._whole[words])
        if _is_code(words) and words in self._stems:
            return tuple(dict.fromkeys(self._stems[words]))
        return self._several(text)

    def begun_by(self, text: str) -> Columns:
        """The columns whose name `text` begins with, something else behind it; empty without any."""
        text = text[:LONGEST]
        found: Columns = ()
        for place in islice(re.finditer(r"\w(?=\W)", text), MOST_BEGUN):
            begin, behind = text[: place.end()], text[place.end() :]
            named = self._whole.get(words_of(begin)) or (
                self._stems.get(words_of(begin)) if _is_code(words_of(begin)) else None
            )
            if named and (_ENDS.match(behind) or _is_code(words_of(begin))):
                found = tuple(dict.fromkeys(named))
        return found

    def _several(self, text: str) -> Columns:
        """The columns of a list, `Q1, Q2`, or of a span, `Q1-Q5`."""
        parts = [self._whole.get(words_of(part)) for part in _LIST.split(text)]
        if len(parts) > 1 and all(parts):
            return tuple(dict.fromkeys(position for part in parts for position in part or ()))
        ends = [self._whole.get(words_of(part)) for part in _SPAN.split(text)]
        if len(ends) == 2 and ends[0] and ends[1] and ends[0][0] < ends[1][0]:
            return tuple(range(ends[0][0], ends[1][0] + 1))
        return ()


def is_name(text: str) -> bool:
    """Whether a cell may be what something is called: words, not a number."""
    return any(map(str.isalpha, fold(text)))


def _is_code(words: str) -> bool:
    """Whether a name is a code such as `q5` or `v 12`, rather than words."""
    parts = words.split()
    return bool(parts) and any(map(str.isdigit, words)) and any(map(str.isalpha, words)) and len(parts) <= 2
