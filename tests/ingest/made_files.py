"""Files made by the tests that read them, and what the reader leaves of them."""

import io
import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import xlsxwriter

from csat_core.ingest.detection import Staged
from csat_core.ingest.reader import stage

Row = tuple[Any, ...]


def read(folder: Path, content: bytes | str, name: str = "file.csv", **wishes: Any) -> Staged:
    """The file of this content, staged in `folder`."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return stage(path, folder, **wishes)


def lines(folder: Path) -> list[Row]:
    """The staged rows as later steps find them: row number, then the cells."""
    return _rows(folder, "SELECT * FROM lines")


def cells(folder: Path) -> list[list[str | None]]:
    """The staged cells alone."""
    return [list(row[1:]) for row in lines(folder)]


def misfits(folder: Path) -> list[Row]:
    """The rows set aside for their shape: row number, reason, raw."""
    return _rows(folder, 'SELECT * FROM misfits ORDER BY "row"')


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
        name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name)) for name in entries
    )
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + directory.ljust(2048, b"\0")
