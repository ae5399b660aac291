"""Files of statistics programs: questions, labels and codes of no answer come with the numbers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from csat_core.ingest.formats.code_texts import CodeTexts, Range
from csat_core.ingest.formats.own_names import own_names
from csat_core.ingest.formats.staged_rows import insert_table
from csat_core.ingest.formats.statistics_dates import Written
from csat_core.ingest.formats.table import MOST_COLUMNS, Parsed, Source, cell_names, cleaned_names
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.refusals import (
    BadOptionError,
    DamagedFileError,
    EmptyFileError,
    HeaderOnlyError,
    TooManyColumnsError,
)
from csat_core.ingest.texts.markup import as_shown

HEAD = 100
CHUNK_CELLS, CHUNK_BYTES = 2_000_000, 64 << 20
"""Of each reading; the rows before it are passed over again, which is quick."""
ENCODINGS = (None, "WINDOWS-1252", "ISO-8859-1")
"""Tried in turn: files of old do not say what their letters are."""
Chunk = dict[str, list[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What one program does in its own way."""

    format: str
    called: str
    read: Callable[..., Any]
    """The function of pyreadstat."""
    layout: str
    """What a file is called that no survey tool made."""
    dates: Callable[[str], Written | None]
    ranges: Callable[[Any, str], list[Range]]
    """The codes of no answer of a variable, from what the file says of itself."""
    letters: bool = False
    """Whether a text among numbers is a code of no answer."""
    letters_beside: Callable[[Path], int] = lambda _: 0
    """Of texts that are kept beside the rows, in all rows together; raises BombError where they are too many."""


def read_statistics(source: Source, kind: Kind) -> Parsed:
    """How the variables were read: labels for codes, ISO dates, the codes of no answer declared."""
    reading = _Reading(source, kind)
    said = reading.said
    names = list(said.column_names)
    if not names:
        raise EmptyFileError
    if len(names) > MOST_COLUMNS:
        raise TooManyColumnsError(found=len(names), most=MOST_COLUMNS)
    if len(set(names)) < len(names):
        raise DamagedFileError(found="two of its variables have one name")
    if None in names:  # bytes that are no letters
        raise DamagedFileError(found="one of its variables has no name")
    texts = [_texts(kind, said, name) for name in names]
    head = _store(source, reading, texts, names)
    labels = said.column_names_to_labels
    described = tuple(text.described(as_shown(labels.get(name) or "")) for name, text in zip(names, texts, strict=True))
    layout = _with_labels(own_names(cleaned_names(names), head, _evidence(kind, said), source.layout), described)
    if layout.layout == "generic":
        layout = replace(layout, layout=kind.layout)
    return Parsed(
        format=kind.format, layout=layout, names=layout.names, first_row=1, has_row_numbers=False, evidence=(),
        encoding=reading.encoding.lower() if reading.encoding else None,
    )  # fmt: skip


def _evidence(kind: Kind, said: Any) -> str:
    labelled = sum(1 for labels in said.variable_value_labels.values() if labels)
    return f"{kind.called}: {len(said.column_names):,} variables, {labelled:,} with labels for their codes."


def _with_labels(layout: Recognised, described: tuple[Any, ...]) -> Recognised:
    """The layout with what the file says of each column, beside what the layout itself knows."""
    hints = [known.hint for known in layout.described] or [None] * len(described)
    return replace(layout, described=tuple(replace(own, hint=hint) for own, hint in zip(described, hints, strict=True)))


def _texts(kind: Kind, said: Any, name: str) -> CodeTexts:
    type = said.readstat_variable_types.get(name)
    return CodeTexts(
        labels=said.variable_value_labels.get(name, {}),
        ranges=kind.ranges(said, name),
        written=kind.dates(said.original_variable_types.get(name) or ""),
        is_float=type == "float",
        letters=kind.letters and type != "string",
    )


def _store(source: Source, reading: "_Reading", texts: list[CodeTexts], names: list[str]) -> list[list[str]]:
    """The first rows as text; table `staged` holds all of them."""
    import pyarrow as pa

    cells = cell_names(len(names))
    head: list[list[str]] = []
    source.engine.execute(f"CREATE TABLE staged ({', '.join(f'{cell} VARCHAR' for cell in cells)})")
    source.engine.begin()
    taken, claimed = 0, reading.said.number_rows
    source.far.share = lambda: min(1.0, taken / claimed) if claimed else None
    for chunk in _parts(reading.chunks(), CHUNK_BYTES // sum(8 + text.longest_label for text in texts)):
        columns = [list(map(text.__getitem__, chunk[name])) for text, name in zip(texts, names, strict=True)]
        head = head or [[cell or "" for cell in row] for row in zip(*(each[:HEAD] for each in columns), strict=True)]
        insert_table(source.engine, "staged", pa.table([pa.array(each, pa.string()) for each in columns], names=cells))
        taken += len(columns[0])
    source.engine.commit()
    return head


def _parts(chunks: Iterator[Chunk], most: int) -> Iterator[Chunk]:
    """The same rows, no more of them at once: a code is a byte or two, its label may be a thousand."""
    for chunk in chunks:
        for begin in range(0, max(map(len, chunk.values())), max(50, most)):
            yield {name: codes[begin : begin + max(50, most)] for name, codes in chunk.items()}


class _Reading:
    """A file that is read part by part, under the encoding that fits it."""

    def __init__(self, source: Source, kind: Kind) -> None:
        self._source, self._kind = source, kind
        self.encoding: str | None = source.encoding
        self.said = self._first()[1]

    def chunks(self) -> Iterator[Chunk]:
        """The rows, as many at once as fit; raises where there are other rows than the file says."""
        claimed = self.said.number_rows
        if claimed == 0:
            raise HeaderOnlyError
        width = sum(max(8, size or 0) for size in self.said.variable_storage_width.values())
        width += self._kind.letters_beside(self._source.path) // (claimed or 1)
        most = max(50, min(CHUNK_CELLS // len(self.said.column_names), CHUNK_BYTES // max(1, width)))
        rows = 0
        while True:
            chunk: Chunk = self._part(row_offset=rows, row_limit=most)[0]
            found = len(next(iter(chunk.values()), []))
            if found:
                yield chunk
            rows += found
            if found < most or rows == claimed:
                break
        if claimed is not None and rows != claimed:
            raise DamagedFileError(found=f"it says that it holds {claimed:,} rows, and ends after {rows:,}")
        if not rows:
            raise HeaderOnlyError

    def _first(self) -> Any:
        """What the file says of itself, and the encoding under which its first rows can be read."""
        for encoding in (self._source.encoding,) if self._source.encoding else ENCODINGS:
            self.encoding = encoding
            try:
                part = self._part(metadataonly=True)
                self._part(row_limit=HEAD)
            except _LettersError:
                continue
            return part
        raise DamagedFileError(found="its letters are in no encoding that is known")

    def _part(self, **which: Any) -> Any:
        # half a second that most files never need
        from pyreadstat import PyreadstatError, ReadstatError

        try:
            return self._kind.read(
                str(self._source.path), output_format="dict", user_missing=True, disable_datetime_conversion=True,
                encoding=self.encoding, **which,
            )  # fmt: skip
        except (ReadstatError, PyreadstatError, ValueError, ArithmeticError, LookupError, TypeError) as error:
            told = str(error)
            if "character set" in told and self._source.encoding:
                raise BadOptionError(given=self._source.encoding, expected="an encoding that is known here") from error
            if isinstance(error, UnicodeError) or "invalid byte sequence" in told or "character set" in told:
                raise _LettersError from error
            raise DamagedFileError(found="its parts do not fit together") from error


class _LettersError(Exception):
    """Bytes that are no letters of the encoding."""
