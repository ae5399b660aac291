"""Delimited text: CSV, TSV and their relations, with whatever divides the columns."""

import io
import mmap
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from csat_core.ingest.detection import Detection
from csat_core.ingest.formats.encodings import as_utf8
from csat_core.ingest.formats.numerals import decimal_mark
from csat_core.ingest.formats.records import LONGEST_CELL, head_rows, records
from csat_core.ingest.formats.table import Parsed, Source, cleaned_names, link, store_records
from csat_core.ingest.layouts import recognised
from csat_core.ingest.layouts.found import Found
from csat_core.ingest.layouts.generic import reads_as_names
from csat_core.ingest.refusals import BombError, HeaderOnlyError, NotATableError

DELIMITERS = {",": "Commas", ";": "Semicolons", "\t": "Tabs", "|": "Bars", "^": "Carets", "~": "Tildes", ":": "Colons"}
HEAD_LETTERS = 4 << 20
SPACE = r"[\s\pZ\x0b\x1c-\x1f\x85]"
"""What Python trims; the engine trims plain spaces only."""
QUOTE_CHUNK = 16 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """One delimiter tried on the first rows."""

    delimiter: str
    head: list[list[str]]
    width: int
    """The number of columns of most rows."""
    share: float
    """Of the rows from the first of that width on, how many have it."""
    has_names: bool
    """Whether the first row of that width reads as column names."""

    @property
    def rank(self) -> tuple[bool, bool, float, int]:
        # a clear majority of rows of one width beats a wider guess that few rows share
        return self.share >= 0.8, self.has_names, self.share, self.width


def recognises(path: Path) -> bool:
    """Whatever no other format wanted is tried as text."""
    return True


def parse(source: Source) -> Parsed:
    """The table as text; rows that do not fit its shape become misfits with their reason."""
    text, encoding, evidence = as_utf8(source.path, source.folder)
    path = link(text, source.folder)
    start, declared, skipped = _start(path)
    delimiter, head, said = _delimiter(start, declared)
    layout = recognised(head)
    names = cleaned_names(layout.names)
    _require_sense(head, layout)
    above = head[: layout.first_record]
    has_row_numbers = not _read_whole(source.engine, path, delimiter, len(names), above, skipped)
    if has_row_numbers:
        rows = records(path, delimiter, layout.first_record, skipped)
        store_records(source.engine, len(names), rows)
    decimal, decimal_said = decimal_mark(source.engine, len(names), delimiter)
    detection = Detection(
        format="csv", layout=layout.layout, encoding=encoding, delimiter=delimiter, decimal=decimal, sheet=None,
        sheets=(), first_row=layout.first_record + 1, evidence=(evidence, said, *layout.evidence, *decimal_said),
    )  # fmt: skip
    return Parsed(names=names, detection=detection, has_row_numbers=has_row_numbers)


def _start(path: Path) -> tuple[str, str | None, int]:
    """The first whole lines; the delimiter of a leading `sep=;` line, and how many lines that is."""
    with path.open(encoding="utf-8", newline="") as text:
        start = text.read(HEAD_LETTERS)
    if len(start) == HEAD_LETTERS:
        # a row cut off by the end of the sample would look ragged
        start = start[: start.rfind("\n") + 1]
        if start.count("\n") < 2:
            raise BombError(found=f"one of its first lines is longer than {HEAD_LETTERS >> 20} million letters")
    found = re.match(r'"?sep=([^\r\n])"?\r?\n', start)
    return (start[found.end() :], found[1], 1) if found else (start, None, 0)


def _delimiter(start: str, declared: str | None) -> tuple[str, list[list[str]], str]:
    """The delimiter that gives most rows the same number of columns, the head under it, and the evidence."""
    if declared:
        guess = _guess(start, declared)
        if guess is None:
            raise HeaderOnlyError
        return declared, guess.head, f"The first line says that '{declared}' divides the columns."
    guesses = [guess for guess in (_guess(start, delimiter) for delimiter in DELIMITERS) if guess is not None]
    if not guesses:
        raise NotATableError(found="it holds blank lines only")
    best = max(guesses, key=lambda guess: guess.rank)
    if best.width == 1:
        return ",", guesses[0].head, "One column only; nothing divides it."
    _require_no_prose(start, best)
    said = f"{DELIMITERS[best.delimiter]} divide the columns: {best.width} in most of the first {len(best.head)} rows."
    return best.delimiter, best.head, said


def _guess(start: str, delimiter: str) -> Guess | None:
    """What the delimiter makes of the first rows; None where all are blank."""
    head = head_rows(io.StringIO(start, newline=""), delimiter)
    rows = [row for row in head if any(cell.strip() for cell in row)]
    widths = Counter(map(len, rows))
    if not widths:
        return None
    width = max(widths, key=lambda one: (widths[one] * (one > 1), one))
    first = next(at for at, row in enumerate(rows) if len(row) == width)
    share = widths[width] / (len(rows) - first) if width > 1 else 0.0
    return Guess(
        delimiter=delimiter, head=head, width=width, share=share,
        has_names=width > 1 and reads_as_names([cell for cell in rows[first] if cell.strip()]),
    )  # fmt: skip


def _require_no_prose(start: str, guess: Guess) -> None:
    """Nothing; raises NotATableError where the delimiter is the punctuation of sentences."""
    cells = [cell for row in guess.head for cell in row if cell.strip()]
    words = sum(len(cell.split()) for cell in cells) / max(1, len(cells))
    sign = re.escape(guess.delimiter)
    as_in_sentences = len(re.findall(f"[^\\s{sign}]{sign}(?=\\s)", start)) >= 0.95 * start.count(guess.delimiter)
    if words >= 3 and (guess.share < 0.5 or as_in_sentences):
        raise NotATableError(found="it reads as running text, not as rows and columns")


def _require_sense(head: Sequence[Sequence[str]], layout: Found) -> None:
    """Nothing; raises where there is a header alone, or one column of running text."""
    body = [row for row in head[layout.first_record :] if any(cell.strip() for cell in row)]
    if not body:
        raise HeaderOnlyError
    if len(layout.names) > 1:
        return
    if sum(len(row[0]) > 40 or " " in row[0].strip() for row in body) > len(body) / 2:
        raise NotATableError(found="it reads as running text, not as rows and columns")


def _read_whole(
    engine: duckdb.DuckDBPyConnection,
    path: Path,
    delimiter: str,
    width: int,
    above: Sequence[Sequence[str]],
    skipped: int,
) -> bool:
    """Whether the engine could read it: every row of one shape, and none blank, so that rows can be counted."""
    skip = len(above) + skipped
    if any("\n" in cell or "\r" in cell for row in above for cell in row) or width < 2 or _has_blank_lines(path, skip):
        return False
    columns = ", ".join(f"'c{position}': 'VARCHAR'" for position in range(1, width + 1))
    try:
        engine.execute(
            f"CREATE TABLE staged AS SELECT {', '.join(_trimmed(f'c{position}') for position in range(1, width + 1))} "
            f"FROM read_csv(?, columns={{{columns}}}, auto_detect=false, header=false, skip=?, delim=?, quote='\"', "
            "escape='\"', null_padding=false, strict_mode=true, ignore_errors=false, compression='none', "
            f"max_line_size={LONGEST_CELL}, parallel=true)",
            [str(path), skip, delimiter],
        )
    except duckdb.Error:
        return False
    all_blank = " AND ".join(f"c{position} IS NULL" for position in range(1, width + 1))
    if engine.execute(f"SELECT 1 FROM staged WHERE {all_blank} LIMIT 1").fetchall():
        engine.execute("DROP TABLE staged")
        return False
    return True


def _trimmed(cell: str) -> str:
    """An expression for the trimmed cell, NULL where blank; only what may need it takes the slow way."""
    suspect = f"strlen({cell}) > length({cell}) OR {cell} < '!' OR right({cell}, 1) < '!'"
    trimmed = f"regexp_replace({cell}, '^{SPACE}+|{SPACE}+$', '', 'g')"
    return f"nullif(CASE WHEN {suspect} THEN {trimmed} ELSE {cell} END, '') AS {cell}"


def _has_blank_lines(path: Path, skip: int) -> bool:
    """Whether a line between the rows is empty: the engine leaves it out, and rows would be counted wrongly.

    Empty lines within quotation marks belong to a cell; those at the end of the file count nowhere.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        for _ in range(skip):
            content.readline()
        begin, end = content.tell(), len(content)
        while end > begin and content[end - 1] in b" \t\r\n":
            end -= 1
        blank = b"\n\r\n" if content.find(b"\r\n") >= 0 else b"\n\n"
        at, is_quoted = begin, False
        while (found := content.find(blank, at, end)) >= 0:
            for chunk in range(at, found, QUOTE_CHUNK):
                is_quoted ^= content[chunk : min(found, chunk + QUOTE_CHUNK)].count(b'"') % 2 == 1
            if not is_quoted:
                return True
            at = found + 1
    return False
