"""Where rows to mend come from: the imports of a dataset that set rows aside, those of one header together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from csat_core.ingest.detection import Detection
from csat_core.ingest.further.places import MENDABLE
from csat_core.ingest.further.raw_rows import Row
from csat_core.store.imports import ImportRecord

WITHOUT_SHAPE = ("json", "jsonl")
"""Formats whose broken rows are no cells under a header."""
Header = tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Files of one header, and how they were read."""

    import_ids: tuple[int, ...]
    """Newest first; empty for a file that is not stored yet."""
    file: str
    """The name of the newest."""
    header: Header
    """Empty where its columns have no names, or where it was imported before headers were kept."""
    delimiter: str
    with_shapes: bool
    """Whether rows of a wrong shape are cells that can be mended."""
    rows: int
    """No more than so many were set aside; some of them may be in the dataset by now."""


def origins(log: Sequence[ImportRecord]) -> tuple[Origin, ...]:
    """The imports of one dataset that set rows aside which can be mended, those of one header together, newest first."""
    found: dict[tuple[Any, ...], list[ImportRecord]] = {}
    for record in sorted(log, key=lambda each: -each.import_id):
        if not record.joined and _mendable(record):
            header = _header(record.detection)
            found.setdefault((header or record.import_id, _with_shapes(record.detection)), []).append(record)
    return tuple(
        Origin(
            import_ids=tuple(each.import_id for each in records),
            file=records[0].file,
            header=_header(records[0].detection),
            delimiter=_delimiter(records[0].detection.get("delimiter"), records[0].detection.get("decimal")),
            with_shapes=_with_shapes(records[0].detection),
            rows=sum(map(_mendable, records)),
        )
        for records in found.values()
    )


def origin_of(detection: Detection, file: str, rows: int) -> Origin:
    """A file that is not stored yet, as one that rows to mend can come from."""
    return Origin(
        import_ids=(),
        file=file,
        header=detection.header,
        delimiter=_delimiter(detection.delimiter, detection.decimal),
        with_shapes=detection.format not in WITHOUT_SHAPE,
        rows=rows,
    )


def mendable(counts: Iterable[tuple[str, int]]) -> int:
    """How many rows at most were set aside and can be mended, of the problems of an import by code and count.

    A row with cells to mend in several columns is counted in each of them.
    """
    return sum(count for code, count in counts if code in MENDABLE)


def _mendable(record: ImportRecord) -> int:
    return mendable((problem["code"], int(problem["count"])) for problem in record.problems)


def _header(detection: dict[str, Any]) -> Header:
    return tuple(map(tuple, detection.get("header") or ()))


def _with_shapes(detection: dict[str, Any]) -> bool:
    return detection.get("format") not in WITHOUT_SHAPE


def _delimiter(delimiter: str | None, decimal: str | None) -> str:
    """What spreadsheets expect where the file came from: a semicolon beside decimal commas."""
    return ";" if delimiter == ";" or decimal == "," else ","
