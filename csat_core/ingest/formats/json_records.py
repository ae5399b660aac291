"""JSON: an array of records, an object that holds one, or a record in each line."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from csat_core.ingest.formats.encodings import as_utf8
from csat_core.ingest.formats.flattened import text_cells
from csat_core.ingest.formats.growing import Read, shown_raw, store_growing
from csat_core.ingest.formats.json_columns import Columns, store_columns
from csat_core.ingest.formats.json_documents import document_at
from csat_core.ingest.formats.json_values import (
    AT_ONCE,
    DECODER,
    LETTERS_AT_ONCE,
    LONGEST_RECORD,
    Value,
    documents_at,
    records_at,
)
from csat_core.ingest.formats.own_names import own_names
from csat_core.ingest.formats.records import MOST_CELLS, Record
from csat_core.ingest.formats.staged_rows import store_records
from csat_core.ingest.formats.table import MOST_COLUMNS, Far, Parsed, Source, cleaned_names
from csat_core.ingest.layouts import recognised
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.refusals import (
    BombError,
    DamagedFileError,
    EmptyFileError,
    HeaderOnlyError,
    NotATableError,
    TooManyColumnsError,
    shown,
)

HEAD, LOOKED_AT, END = 100, 1 << 20, 1 << 12
TRIED = 20
NO_JSON = "the line is no complete JSON"
NO_ARRAY = "the record is no JSON array"
_BEGINS = re.compile(rb"\{\s*(?:\"|\})|\[\s*(?:[\[{\"]|\]|(?:-?\d[\d.]*|true|false|null)\s*,\s*[-\dtfn])")

Reads = Iterator[list[Read]]
"""Records in lists that fit into memory."""


def recognises(start: bytes, path: Path) -> bool:
    """Whether the file begins as an object or an array does."""
    return _BEGINS.match(start.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"").lstrip()) is not None


def parse(source: Source) -> Parsed:
    """How the records were read: objects are flattened into columns, arrays are rows, columns are taken as they are."""
    text = as_utf8(source.path, source.folder, source.encoding)
    source.far.share = lambda: None
    format, said, records = _found(text.path, source.far)
    if isinstance(records, Mapping):
        grown, first_row = store_columns(source.engine, records), 1
        layout = own_names(grown.names, grown.head, said, source.layout)
    else:
        layout, first_row = _stored(source, records, said)
    return Parsed(
        format=format, layout=layout, names=cleaned_names(layout.names), first_row=first_row, has_row_numbers=True,
        evidence=text.evidence, encoding=text.encoding,
    )  # fmt: skip


def _stored(source: Source, records: Reads, said: str) -> tuple[Recognised, int]:
    """The layout of the records and the number of the first one; they are staged."""
    held, usual = _begun(records)
    if not held:
        raise EmptyFileError
    if usual is None:
        raise NotATableError(found="none of its first records is a JSON object or array")
    everything = itertools.chain([held], records)
    if isinstance(usual, dict):
        return _stored_objects(source, everything, said), held[0][0]
    layout, first_row = _stored_arrays(source, held[:HEAD], itertools.chain.from_iterable(everything))
    return replace(layout, evidence=(said, *layout.evidence)), first_row


def _begun(runs: Reads) -> tuple[list[Read], Value]:
    """The first records, and which of the first hundred is the first that is an object or an array.

    Of arrays the names and what is above them are among these.
    """
    held: list[Read] = []
    usual: Value = None
    for run in runs:
        held += run
        usual = next((value for _, value, flaw in held[:HEAD] if not flaw and isinstance(value, dict | list)), None)
        if isinstance(usual, dict) or len(held) >= HEAD:
            break
    return held, usual


def _found(path: Path, far: Far) -> tuple[str, str, Reads | Columns]:
    """The format, the evidence of it, and the records, in lists or by columns."""
    with path.open(encoding="utf-8-sig") as text:
        start = text.read(LOOKED_AT)
    if _is_lines(start):
        return "jsonl", "JSON, one record in each line.", _lines(path, far)
    _require_end(path)
    if start.lstrip().startswith("["):
        return "json", "JSON, an array of records.", _numbered(records_at(path, (), far))
    document = document_at(path, far)
    if document is None:
        return "json", "JSON, one record after the other.", _numbered(documents_at(path, far))
    records = document.records
    return "json", document.said, records if isinstance(records, Mapping) else _numbered(records)


def _require_end(path: Path) -> None:
    """Nothing; raises DamagedFileError, before anything is read, for a long document that does not end as one."""
    size = path.stat().st_size
    if size <= LOOKED_AT:
        return
    with path.open("rb") as text:
        text.seek(size - END)
        last = text.read().rstrip()[-1:]
    if last and last not in b"]}":
        raise DamagedFileError(found="its JSON ends too early")


def _is_lines(start: str) -> bool:
    """Whether the first line, or most of the first lines, are whole by themselves, and no line is an array of records."""
    lines = start.split("\n")
    if len(start) == LOOKED_AT:
        lines = lines[:-1]
    tried = [line for line in lines if line.strip()][:TRIED]
    values = [value for _, value, flaw in map(_decoded, itertools.count(1), tried) if not flaw]
    of_records = any(isinstance(value, list) and value and isinstance(value[0], dict) for value in values)
    whole = [value for value in values if isinstance(value, dict | list)]
    begins_whole = bool(tried) and isinstance(_decoded(1, tried[0])[1], dict)
    return len(tried) > 1 and (begins_whole or len(whole) * 2 >= len(tried)) and not of_records


def _decoded(number: int, line: str) -> Read:
    plain = line.strip()
    try:
        value, end = DECODER.raw_decode(plain)
    except (ValueError, RecursionError):
        return number, plain, NO_JSON
    return (number, value, "") if end == len(plain) else (number, plain, NO_JSON)


def _lines(path: Path, far: Far) -> Reads:
    """The value of each line that is not blank."""
    run: list[Read] = []
    begin = passed = 0
    far.of(path, lambda: passed)
    with path.open(encoding="utf-8-sig") as text:
        for number, line in enumerate(iter(lambda: text.readline(LONGEST_RECORD), ""), 1):
            if len(line) >= LONGEST_RECORD:
                raise BombError(found=f"line {number:,} is longer than {LONGEST_RECORD >> 20} MB")
            if not line.isspace():
                run.append(_decoded(number, line))
            passed += len(line)
            if len(run) >= AT_ONCE or passed - begin > LETTERS_AT_ONCE:
                yield run
                run, begin = [], passed
    yield run


def _numbered(runs: Iterator[list[Value]]) -> Reads:
    numbers = itertools.count(1)
    return ([(number, value, "") for value, number in zip(run, numbers, strict=False)] for run in runs)


def _stored_objects(source: Source, records: Reads, said: str) -> Recognised:
    """The layout of records that are objects; they are staged."""
    grown = store_growing(source.engine, records)
    nested = next((name for name in grown.names if "." in name), None)
    more = f" Values within values have columns of their own, such as '{shown(nested)}'." if nested else ""
    return own_names(grown.names, grown.head, f"{said}{more}", source.layout)


def _stored_arrays(source: Source, held: Sequence[Read], records: Iterator[Read]) -> tuple[Recognised, int]:
    """The layout of records that are arrays, and the number of the first one that is data; they are staged."""
    head = [(number, _cells(value)) for number, value, _ in held if isinstance(value, list)]
    layout = recognised([[cell or "" for cell in cells] for _, cells in head], named=source.layout)
    if layout.first_record >= len(head):
        raise HeaderOnlyError
    first = head[layout.first_record][0]
    store_records(source.engine, len(layout.names), map(_row, (read for read in records if read[0] >= first)))
    return layout, first


def _row(read: Read) -> Record:
    number, value, flaw = read
    if flaw or not isinstance(value, list):
        return number, [shown_raw(value)], flaw or NO_ARRAY
    return number, _cells(value), ""


def _cells(values: list[Value]) -> list[str | None]:
    """The cells of a record; raises TooManyColumnsError for one of more than the widest spreadsheet has."""
    if len(values) > MOST_CELLS:
        raise TooManyColumnsError(found=len(values), most=MOST_COLUMNS)
    return text_cells(values)
