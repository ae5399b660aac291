"""Delimited text: CSV, TSV and their relations, with whatever divides the columns."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb

from csat_core.ingest.detection import Detection
from csat_core.ingest.formats.encodings import as_utf8
from csat_core.ingest.formats.table import Parsed, Record, Source, cleaned_names, store_records
from csat_core.ingest.layouts import recognised
from csat_core.ingest.layouts.found import Found
from csat_core.ingest.refusals import BombError, HeaderOnlyError, NotATableError, TooManyColumnsError

DELIMITERS = {",": "Commas", ";": "Semicolons", "\t": "Tabs", "|": "Bars", "^": "Carets", "~": "Tildes", ":": "Colons"}
HEAD = 100
LONGEST_FIELD = 16 << 20
HEAD_BYTES = 8 << 20

csv.field_size_limit(LONGEST_FIELD)


def recognises(path: Path) -> bool:
    """Whatever no other format wanted is tried as text."""
    return True


def parse(source: Source) -> Parsed:
    """The table as text; rows that do not fit its shape become misfits with their reason."""
    path, encoding, evidence = as_utf8(source.path, source.folder)
    declared, skipped = _declared_delimiter(path)
    delimiter, head, said = _delimiter(path, declared, skipped)
    layout = recognised(head)
    names = cleaned_names(layout.names)
    _require_sense(names, head, layout)
    offset = layout.first_record + skipped
    has_row_numbers = not _fast(source.engine, path, delimiter, len(names), offset, head[: layout.first_record])
    if has_row_numbers:
        source.engine.execute("DROP TABLE IF EXISTS staged")
        store_records(source.engine, len(names), _records(path, delimiter, offset))
    decimal, decimal_said = _decimal(source.engine, len(names), delimiter)
    detection = Detection(
        format="csv", layout=layout.layout, encoding=encoding, delimiter=delimiter, decimal=decimal, sheet=None, sheets=(),
        first_row=offset + 1, evidence=(evidence, said, *layout.evidence, *decimal_said),
    )  # fmt: skip
    return Parsed(names=names, detection=detection, has_row_numbers=has_row_numbers)


def _declared_delimiter(path: Path) -> tuple[str | None, int]:
    """The delimiter of a leading `sep=;` line and how many lines that is."""
    with path.open(encoding="utf-8", newline="") as text:
        line = text.readline(20)
    found = re.fullmatch(r"sep=(.)\r?\n", line)
    return (found[1], 1) if found else (None, 0)


def _head(path: Path, delimiter: str, skipped: int) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as text:
        for _ in range(skipped):
            text.readline()
        start = text.read(HEAD_BYTES)
    # a record cut off by the end of the sample would look ragged
    complete = start if len(start) < HEAD_BYTES else start[: start.rfind("\n") + 1]
    found = []
    try:
        for row in csv.reader(complete.splitlines(keepends=True), delimiter=delimiter):
            found.append(row)
            if len(found) >= HEAD:
                break
    except csv.Error as error:
        raise BombError(found="one cell is longer than 16 MB") from error
    return found


def _delimiter(path: Path, declared: str | None, skipped: int) -> tuple[str, list[list[str]], str]:
    """The delimiter that gives most rows the same number of columns, the head under it, and the evidence."""
    if declared:
        return declared, _head(path, declared, skipped), f"The first line says that '{declared}' divides the columns."
    best: tuple[tuple[float, int], str, list[list[str]], int] | None = None
    for delimiter in DELIMITERS:
        head = _head(path, delimiter, skipped)
        widths = Counter(len(row) for row in head if any(cell.strip() for cell in row))
        if not widths:
            continue
        width, rows = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]))
        score = (rows / widths.total() if width > 1 else 0.0, width)
        # a clear majority of rows of one width beats a wider guess that few rows share
        if best is None or (score[0] >= 0.8, *score) > (best[0][0] >= 0.8, *best[0]):
            best = (score, delimiter, head, width)
    if best is None:
        raise NotATableError(found="it holds blank lines only")
    _, delimiter, head, width = best
    if width == 1:
        return ",", _head(path, ",", skipped), "One column only; nothing divides it."
    return delimiter, head, f"{DELIMITERS[delimiter]} divide the columns: {width} in most of the first {len(head)} rows."


def _require_sense(names: Sequence[str], head: Sequence[Sequence[str]], layout: Found) -> None:
    """Nothing; raises where there is a header alone, or one column of running text."""
    body = [row for row in head[layout.first_record :] if any(cell.strip() for cell in row)]
    if not body:
        raise HeaderOnlyError
    if len(names) > 2_000:
        raise TooManyColumnsError(found=len(names), most=2_000)
    if len(names) == 1 and sum(len(row[0]) > 40 or " " in row[0].strip() for row in body if row) > len(body) / 2:
        raise NotATableError(found="it reads as running text, not as rows and columns")


def _fast(
    engine: duckdb.DuckDBPyConnection, path: Path, delimiter: str, width: int, offset: int, above: Sequence[Sequence[str]]
) -> bool:
    """Whether the engine could read it whole: every row of one shape, no line break within the rows above the data."""
    if any("\n" in cell or "\r" in cell for row in above for cell in row) or width < 2:
        return False
    columns = "{" + ", ".join(f"'c{position}': 'VARCHAR'" for position in range(1, width + 1)) + "}"
    cells = ", ".join(f"nullif(trim(c{position}), '') AS c{position}" for position in range(1, width + 1))
    try:
        engine.execute(
            f"CREATE TABLE staged AS SELECT {cells} FROM read_csv(?, columns={columns}, auto_detect=false, header=false, "
            "skip=?, delim=?, quote='\"', escape='\"', null_padding=false, strict_mode=true, ignore_errors=false, "
            f"max_line_size={LONGEST_FIELD}, parallel=true)",
            [str(path), offset, delimiter],
        )
    except duckdb.Error:
        return False
    return True


def _records(path: Path, delimiter: str, offset: int) -> Iterator[Record]:
    """Every row with its number; the slow way, which survives rows of any shape."""
    with path.open(encoding="utf-8", newline="") as text:
        try:
            for at, row in enumerate(csv.reader(text, delimiter=delimiter)):
                if at >= offset and any(cell.strip() for cell in row):
                    yield at + 1, row
        except csv.Error as error:
            raise BombError(found="one cell is longer than 16 MB; a quotation mark may be missing") from error


def _decimal(engine: duckdb.DuckDBPyConnection, width: int, delimiter: str) -> tuple[str, tuple[str, ...]]:
    """The decimal mark that the numbers of the first rows settle, and the evidence for a comma."""
    counts = []
    for pattern in (r"[-+]?\d+,\d+", r"[-+]?\d+\.\d+"):
        tests = " + ".join(f"count_if(regexp_full_match(c{position}, '{pattern}'))" for position in range(1, width + 1))
        counts.append(int(engine.execute(f"SELECT {tests} FROM (SELECT * FROM staged LIMIT 5000)").fetchall()[0][0] or 0))
    if counts[0] > counts[1]:
        return ",", (f"Numbers are written with a decimal comma: {counts[0]:,} such cells in the first rows.",)
    return ".", ()
