"""What a sheet of a workbook is about: whether answers stand in it, or orders, explanations and the like."""

from collections import Counter
from collections.abc import Sequence

from csat_core.ingest.detection import PLAIN, ColumnProfile
from csat_core.ingest.formats.table import cleaned_names
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.texts.reading import clean

LOOKED_AT = 300
"""Rows of a sheet that are looked at."""
MOST_OF_BOOK = 8
"""Columns that a code book has."""


def holds_rating(sheet: str, layout: Recognised, rows: Sequence[Sequence[str | None]]) -> bool:
    """Whether a sheet holds answers to a question of satisfaction, by its names and the first of its rows.

    Where its names are those of a survey program it does, and where it is called a code book it does not.
    """
    # they know the words of all languages, which other files need after this process alone
    from csat_core.ingest.proposal.mapping import propose
    from csat_core.ingest.texts.wordings import outcome_strength
    from csat_core.model.dataset import Role

    if layout.layout != "generic":
        return True
    if is_code_book(sheet, layout):
        return False
    columns = tuple(
        _profile(at, name, [row[at - 1] for row in rows if len(row) >= at], layout)
        for at, name in enumerate(cleaned_names(layout.names), 1)
    )
    proposed = propose(columns, ".")
    return any(each.role is Role.OUTCOME and outcome_strength(each.wording) for each in proposed.columns)


def is_code_book(sheet: str, layout: Recognised) -> bool:
    """Whether a sheet is called after what it says of the codes of another one, and has no more columns than that takes."""
    from csat_core.ingest.scales.unread_books import is_called_code_book

    return len(layout.names) <= MOST_OF_BOOK and is_called_code_book(sheet)


def _profile(at: int, name: str, cells: Sequence[str | None], layout: Recognised) -> ColumnProfile:
    from csat_core.ingest.texts.column_measures import of_few_values

    counts = Counter(clean(cell) for cell in cells if cell and cell.strip())
    found = of_few_values(counts, ".")
    said = layout.described[at - 1] if at <= len(layout.described) else PLAIN
    return ColumnProfile(
        position=at, name=name, filled=found.filled, blank=len(cells) - found.filled, distinct=len(counts),
        top=tuple(counts.most_common()), numeric=found.numeric, whole=found.whole, lowest=found.lowest,
        highest=found.highest, mean_length=found.mean_length, dates=found.dates, described=said,
    )  # fmt: skip
