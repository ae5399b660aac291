"""Files made by the tests that read them, and what the reader leaves of them."""

import io
import json
import struct
import zipfile
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any
from unittest import mock
from xml.sax.saxutils import escape

import duckdb
import xlsxwriter

from csat_core.ingest import reader
from csat_core.ingest.child import staging
from csat_core.ingest.detection import Staged
from csat_core.ingest.reader import Reading, stage

Row = tuple[Any, ...]


def read(folder: Path, content: bytes | str, name: str = "file.csv", **wishes: Any) -> Staged:
    """The file of this content, staged in `folder`."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    named = {wish: wishes.pop(wish) for wish in [each.name for each in fields(Reading)] if wish in wishes}
    return stage(path, folder, reading=Reading(**named), **wishes)


def read_here(folder: Path, content: bytes | str, name: str = "file.csv", **wishes: Any) -> Staged:
    """The same in this process: quick, and without the limits of a child."""

    def staged(_task: str, request: dict[str, Any], **_: Any) -> dict[str, Any]:
        answer = staging.stage({**request, "engine_mb": 300}, lambda _share, _text: None)
        plain: dict[str, Any] = json.loads(json.dumps(answer))
        return plain

    with mock.patch.object(reader, "run", staged):
        return read(folder, content, name, **wishes)


def lines(folder: Path) -> list[Row]:
    """The staged rows as later steps find them: row number, then the cells."""
    return _rows(folder, "SELECT * FROM lines")


def cells(folder: Path) -> list[list[str | None]]:
    """The staged cells alone."""
    return [list(row[1:]) for row in lines(folder)]


def misfits(folder: Path) -> list[Row]:
    """The rows set aside for their shape: row number, reason, raw."""
    return _rows(folder, 'SELECT "row", reason, raw FROM misfits ORDER BY "row"')


def _rows(folder: Path, query: str) -> list[Row]:
    with duckdb.connect(str(folder / "stage.duckdb"), read_only=True) as connection:
        return connection.execute(query).fetchall()


def names(staged: Staged) -> list[str]:
    """The names of the columns."""
    return [column.name for column in staged.columns]


def workbook(sheets: dict[str, Sequence[Sequence[Any]]], top: int = 0, hidden: Sequence[str] = ()) -> bytes:
    """An XLSX of these sheets, each table starting `top` rows down; what xlsxwriter makes of Python values."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "yyyy-mm-dd hh:mm:ss"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        if name in hidden:
            sheet.hide()
        for at, row in enumerate(rows, top):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(at, column, cell)
                elif cell is not None:
                    sheet.write(at, column, cell)
    book.close()
    return buffer.getvalue()


OPEN_DOCUMENT = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>%s'
    "</office:spreadsheet></office:body></office:document-content>"
)
ODS = "application/vnd.oasis.opendocument.spreadsheet"


def open_document(sheets: dict[str, Sequence[Sequence[Any]]], mimetype: str = ODS, **parts: str) -> bytes:
    """An ODS of these sheets; a cell that is a dict gives the attributes of its tag, and `text`."""
    tables = "".join(
        f'<table:table table:name="{name}">{"".join(map(_ods_row, rows))}</table:table>'
        for name, rows in sheets.items()
    )
    return zipped(
        {"mimetype": mimetype.encode(), "META-INF/manifest.xml": b"<m:manifest/>"}
        | {"content.xml": (OPEN_DOCUMENT % tables).encode()}
        | {name: part.encode() for name, part in parts.items()}
    )


def _ods_row(cells: Sequence[Any]) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, cells))}</table:table-row>"


def _ods_cell(cell: Any) -> str:
    match cell:
        case None:
            return "<table:table-cell/>"
        case dict():
            attributes = " ".join(f'table:{name}="{value}"' for name, value in cell.items() if name != "text")
            return f'<table:table-cell {attributes} office:value-type="string"><text:p>{cell["text"]}</text:p></table:table-cell>'
        case int() | float():
            return f'<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{cell}</text:p></table:table-cell>'
        case date():
            return f'<table:table-cell office:value-type="date" office:date-value="{cell.isoformat()}"/>'
        case _:
            text = escape(str(cell))
            return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def with_part(book: bytes, name: str, content: bytes) -> bytes:
    """The workbook with one part replaced or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return buffer.getvalue()


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def ole(*entries: str) -> bytes:
    """The beginning of an old Office container with these entries in its directory."""
    directory = b"".join(
        (name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2)).ljust(128, b"\0")
        for name in entries
    )
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + directory.ljust(2048, b"\0")
