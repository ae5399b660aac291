"""What lines beside the table say of its codes, in the child process: a code book on a sheet, a legend above or below.

Where a book has a label for each code of a column its cells become these labels, as those of SPSS are.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import duckdb

from csat_core.ingest.child.reshaping import WRONG_SHAPE
from csat_core.ingest.child.right_of_table import right_of_table
from csat_core.ingest.detection import PLAIN, Described, Hint
from csat_core.ingest.formats.table import Note, Parsed, cell_names
from csat_core.ingest.layouts.shape import Alike
from csat_core.ingest.refusals import shown
from csat_core.ingest.scales.code_books import Book, OfOne, Row, book_of
from csat_core.ingest.scales.explained_names import Names
from csat_core.ingest.scales.listed_codes import code_of
from csat_core.ingest.scales.unread_books import is_called_code_book, seems_code_book
from csat_core.ingest.texts.reading import clean, fold

MOST_BELOW, LONGEST_BELOW = 500, 2_000
"""Rows below the table that are looked at, and the characters of one."""
MOST_OF_LEGEND = 1_000
"""Filled cells of a sheet of which lines that name no column may be a legend; remarks on a long one tie numbers to words, too."""
MOST_VALUES, FITTING = 60, 0.95
"""Of codes that name something in a column, some of them more than once, and the share of its cells that have a label."""

LISTED = Hint(role="ignore", reason="A list beside the answers of what their codes mean.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """The file with what was understood."""

    parsed: Parsed
    evidence: tuple[str, ...]
    lines: tuple[str, ...]
    """What ties numbers to words for all columns that nothing names."""
    unread: str | None
    """What seems to explain codes, and was not understood."""

    def beside(self, said: Described) -> Described:
        """What the file says of a column of numbers, these lines with it unless others are about it by name."""
        if said.by_name or not (self.lines or self.unread):
            return said
        return replace(said, beside=self.lines, unread=said.unread or self.unread)


def explained_by_lines(engine: duckdb.DuckDBPyConnection, parsed: Parsed) -> Explained:
    """What the lines above and below the table, and the sheets beside it, say of its columns."""
    said = (*parsed.layout.described, *[PLAIN] * len(parsed.names))
    right = right_of_table(engine, parsed)
    own = parsed.names[: right.first - 1] if right else parsed.names
    names = Names((name, each.label) for name, each in zip(own, said, strict=False))
    listed = Note(sheet="", rows=right.rows if right else ())
    around = Note(sheet="", rows=(*parsed.layout.above, *_below(engine)))
    alike = {name for name, _, is_alike in parsed.other_sheets if is_alike}
    notes = [note for note in (listed, around, *parsed.notes) if note.sheet not in alike]
    books = [(note, book_of(note.rows, names)) for note in notes]
    columns: dict[int, OfOne] = {}
    for _, book in books:
        for position, of_one in book.columns.items():
            known = columns.setdefault(position, OfOne())
            known.add(of_one.labels, of_one.lines)
            known.is_clear &= of_one.is_clear
    found = {
        position: _codes_among(engine, position, of_one)
        for position, of_one in columns.items()
        if parsed.lines is None and said[position - 1] == PLAIN
    }
    labelled = {position: texts for position, texts in found.items() if texts}
    lines = dict.fromkeys(line for note, book in books if _is_for_all(note) for line in book.lines)
    others = (note for note, book in books if note.sheet and not book.is_understood)
    unread = next((_called(note) for note in others if seems_code_book(note.sheet, note.rows, names)), None)
    if right and books[0][1].is_understood:
        parsed = _without(parsed, right.first)
    return Explained(
        parsed=_with_labels(parsed, columns, labelled, books),
        evidence=_evidence(parsed, labelled, books), lines=tuple(lines), unread=unread,
    )  # fmt: skip


def _without(parsed: Parsed, first: int) -> Parsed:
    """The file, whose columns from `first` on are no answers."""
    said = [*parsed.layout.described, *[PLAIN] * (len(parsed.names) - len(parsed.layout.described))]
    said[first - 1 :] = [Described(hint=LISTED)] * len(said[first - 1 :])
    return replace(parsed, layout=replace(parsed.layout, described=tuple(said)))


def _is_for_all(note: Note) -> bool:
    """Whether lines that name no column may go for all: those around the table, of a short sheet, or of a code book."""
    filled = sum(bool(cell) for row in note.rows for cell in row)
    return not note.sheet or filled <= MOST_OF_LEGEND or is_called_code_book(note.sheet)


def _below(engine: duckdb.DuckDBPyConnection) -> tuple[Row, ...]:
    """The rows at the end that are none of the table, cell by cell."""
    found = engine.execute(
        f"SELECT raw FROM misfits WHERE code IN ('{WRONG_SHAPE}', 'footer') AND length(raw) < {LONGEST_BELOW} "
        f'ORDER BY "row" DESC LIMIT {MOST_BELOW}'
    ).fetchall()
    return tuple([str(cell or "") for cell in json.loads(raw)] for (raw,) in reversed(found) if raw.startswith("["))


def _codes_among(engine: duckdb.DuckDBPyConnection, position: int, of_one: OfOne) -> dict[str, str]:
    """The label for each text of a column that is a code; empty unless nearly all its cells are codes with labels."""
    if len(of_one.labels) < 2 or not of_one.is_distinct:
        return {}
    cell = cell_names(position)[-1]
    counts = engine.execute(
        f"SELECT {cell}, count(*) FROM staged WHERE {cell} IS NOT NULL GROUP BY 1 LIMIT {MOST_VALUES + 1}"
    ).fetchall()
    labels = set(map(fold, of_one.labels.values()))
    found, fits, cells = {}, 0, sum(n for _, n in counts)
    for text, n in counts:
        label = of_one.labels.get(code) if (code := code_of(clean(text))) is not None else None
        if label is not None:
            found[text] = label
        fits += n if label is not None or fold(text) in labels else 0
    comes_again = any(n > 1 for _, n in counts)  # keys do not
    return found if comes_again and len(counts) <= MOST_VALUES and fits >= FITTING * cells else {}


def _with_labels(
    parsed: Parsed,
    columns: Mapping[int, OfOne],
    labelled: Mapping[int, Mapping[str, str]],
    books: Iterable[tuple[Note, Book]],
) -> Parsed:
    """The file in which codes stand for their labels, and the sheets that say so are none left out."""
    layout = parsed.layout
    said = [*layout.described, *[PLAIN] * (len(parsed.names) - len(layout.described))]
    for position, of_one in columns.items():
        at = position - 1
        if position in labelled:
            ordered = tuple((str(code), of_one.labels[code]) for code in sorted(of_one.labels))
            said[at] = replace(said[at], value_labels=ordered)
        elif of_one.as_lines:
            said[at] = replace(said[at], beside=of_one.as_lines, by_name=True)
        else:
            unclear = (note for note, book in books if position in book.columns and is_called_code_book(note.sheet))
            said[at] = replace(said[at], unread=next(map(_called, unclear), None))
    alike = tuple(
        Alike(column=position, texts=tuple((text.strip().lower(), label) for text, label in texts.items()))
        for position, texts in labelled.items()
    )
    wishes = replace(layout.wishes, alike=(*layout.wishes.alike, *alike))
    used = {note.sheet for note, book in books if not labelled.keys().isdisjoint(book.columns)}
    others = tuple(each for each in parsed.other_sheets if each[0] not in used)
    return replace(parsed, layout=replace(layout, described=tuple(said), wishes=wishes), other_sheets=others)


def _evidence(parsed: Parsed, labelled: Mapping[int, object], books: Iterable[tuple[Note, Book]]) -> tuple[str, ...]:
    """What was found where, in words."""
    found = []
    for note, book in books:
        named = [parsed.names[position - 1] for position in book.columns if position in labelled]
        if named:
            about = f"'{shown(named[0], 40)}'" + (f" and {len(named) - 1:,} more" if len(named) > 1 else "")
            said = f"{_called(note)} says what the codes of {about} mean."
            found.append(said[0].upper() + said[1:])
    return tuple(found)


def _called(note: Note) -> str:
    return f"the sheet '{shown(note.sheet, 31)}'" if note.sheet else "a list beside the table"
