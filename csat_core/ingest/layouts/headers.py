"""The header of an export, known by some of its names: letter case, order and separators do not matter."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from csat_core.ingest.detection import PLAIN, Described, Hint
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.layouts.shape import NO_WISHES, Wishes
from csat_core.ingest.texts.reading import fold, words_of

MOST_ABOVE = 10
"""Rows of title that may stand above a header."""
LONGEST_KEPT, LONGEST_COMPARED = 200, 2_000
_GRID = re.compile(r"^(?P<question>.*\S)\s*\[(?P<row>[^\[\]]+)\]$", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A row of names."""

    at: int
    """Its index in the first rows of the file."""
    names: tuple[str, ...]

    def column(self, *names: str) -> int | None:
        """The number (from 1) of the first column with one of these names, in words: `survey type`."""
        words = [in_words(name) for name in self.names]
        return next((words.index(name) + 1 for name in names if name in words), None)

    def texts(self, head: Sequence[Sequence[str]], column: int, below: int = 1) -> list[str]:
        """The filled cells under a column, as far as the first rows go."""
        rows = head[self.at + below :]
        return [row[column - 1].strip() for row in rows if len(row) >= column and row[column - 1].strip()]


def in_words(name: str) -> str:
    """The words of a name, without a mark that some programs leave at the beginning of a file."""
    return _short_in_words(name) if len(name) <= LONGEST_KEPT else words_of(name[:LONGEST_COMPARED].lstrip("\ufeff"))


@lru_cache(maxsize=50_000)
def _short_in_words(name: str) -> str:
    return words_of(name.lstrip("\ufeff"))


def header_with(head: Sequence[Sequence[str]], *required: str) -> Header | None:
    """The first row with all these names; bars divide names that stand for each other."""
    for at, row in enumerate(head[:MOST_ABOVE]):
        words = _words_in(tuple(row))
        if all(words.intersection(names.split("|")) for names in required):
            return Header(at=at, names=_widened(trimmed(row), head[at + 1 :]))
    return None


@lru_cache(maxsize=MOST_ABOVE)  # every layout looks at the same first rows
def _words_in(row: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(in_words, row))


def _widened(names: tuple[str, ...], rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The names, and empty ones for columns at their right that are filled in more than one row."""
    filled = Counter(at for row in rows for at, cell in enumerate(row, 1) if at > len(names) and cell.strip())
    width = max((at for at, times in filled.items() if times > 1), default=len(names))
    return names + ("",) * (width - len(names))


def trimmed(row: Sequence[str]) -> tuple[str, ...]:
    """The cells up to the last one that is filled."""
    last = max((at for at, cell in enumerate(row, 1) if cell.strip()), default=0)
    return tuple(cell.lstrip("\ufeff") for cell in row[:last])


def hinted(header: Header, hints: Mapping[str, Hint]) -> dict[int, Described]:
    """By column what a layout knows of its names, in words; bars divide names that stand for each other."""
    found: dict[int, Described] = {}
    for names, hint in hints.items():
        column = header.column(*names.split("|"))
        if column is not None and column not in found:
            found[column] = Described(hint=hint)
    return found


def recognised_by(
    layout: str,
    header: Header,
    evidence: str,
    *,
    described: Mapping[int, Described] | None = None,
    names: Sequence[str] | None = None,
    header_rows: int = 1,
    wishes: Wishes = NO_WISHES,
) -> Recognised:
    """What a layout found, with the data right below `header_rows` rows from its header on."""
    said = described or {}
    return Recognised(
        layout=layout, names=tuple(names or header.names), header_rows=header_rows, first_record=header.at + header_rows,
        evidence=(evidence,), described=tuple(said.get(at, PLAIN) for at in range(1, len(header.names) + 1)), wishes=wishes,
    )  # fmt: skip


def distinct(names: Sequence[str], fuller: Sequence[str]) -> tuple[str, ...]:
    """`names`, those that two columns share replaced by the fuller ones."""
    times = Counter(fold(name) for name in names)
    return tuple(full if times[fold(name)] > 1 and full else name for name, full in zip(names, fuller, strict=True))


def rows_of_grids(names: Sequence[str]) -> dict[int, str]:
    """By column the row of a grid it stands for, `Question [Row]`; a bracket alone makes no grid."""
    found = {at: match for at, name in enumerate(names, 1) if (match := _GRID.match(name))}
    times = Counter(fold(match["question"]) for match in found.values())
    return {at: match["row"].strip() for at, match in found.items() if times[fold(match["question"])] > 1}


def quoted(names: Sequence[str]) -> str:
    """Names for a sentence: `'id', 'score' and 'comment'`."""
    marked = [f"'{name}'" for name in names]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} and {marked[-1]}"
