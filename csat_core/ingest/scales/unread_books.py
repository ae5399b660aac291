"""Sheets that seem to be code books, by their name or by what they speak of, and of which nothing was understood."""

from collections.abc import Sequence
from itertools import islice

from csat_core.ingest.languages.language import bare
from csat_core.ingest.scales.explained_names import Names, is_name
from csat_core.ingest.scales.stated_ends import is_best
from csat_core.ingest.texts.reading import clean, fold, words_of
from csat_core.ingest.texts.vocabulary import CODE_BOOKS

MOST_LOOKED_AT, LONGEST = 2_000, 60
"""Cells that may be labels, and the characters of one."""


def seems_code_book(sheet: str, rows: Sequence[Sequence[str | None]], names: Names) -> bool:
    """Whether a sheet is called a code book and holds words, or names columns beside words for a good and for a bad answer."""
    cells = [clean(cell) for row in rows for cell in row if cell and len(cell) <= LONGEST]
    if is_called_code_book(sheet):
        return any(map(is_name, cells))
    words = list(dict.fromkeys(filter(is_name, cells)))[:MOST_LOOKED_AT]
    verdicts = {is_best(fold(text)) for text in words}
    return {True, False} <= verdicts and any(islice(filter(None, map(names.exactly, words)), 1))


def is_called_code_book(sheet: str) -> bool:
    """Whether a sheet is called so, in any language, a number aside: `Codebook 2026`."""
    called = " ".join(word for word in words_of(sheet).split() if not word.isdecimal())
    return called in CODE_BOOKS or bare(called) in CODE_BOOKS
