"""Formats that are not read: known by their first bytes, so that the refusal can name them."""

import math
import mmap
import re
from collections.abc import Iterator
from pathlib import Path

from csat_core.ingest.refusals import DamagedFileError, PasswordProtectedError, UnknownFormatError

MAGIC = (
    (b"%PDF-", "a PDF document"), (b"\x89PNG\r\n", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"),
    (b"SQLite format 3\0", "a database"), (b"\x7fELF", "a program"), (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a rar archive"), (b"BZh9", "a bzip2 archive"), (b"\xfd7zXZ\0", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"), (b"ARROW1\0\0", "Arrow data (.feather)"), (b"Obj\x01", "Avro data"),
    (b"{\\rtf", "a text document (.rtf)"), (b"HEADER RECORD*******LIBRARY", "SAS data (.xpt)"),
    (b"RIFF", "a picture, sound or film"), (b"\x80\x04\x95", "a Python pickle"), (b"RDX3\n", "R data"), (b"SIMPLE  =", "FITS data"),
)  # fmt: skip
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PARQUET = b"PARE"
_MARKUP = re.compile(rb"<(\?xml|!doctype|html|head|meta|table|svg)\b", re.IGNORECASE)


def refuse_foreign(path: Path, start: bytes) -> None:
    """Nothing; raises where a file that starts with these bytes is of a format that is not read."""
    for magic, found in MAGIC:
        if start.startswith(magic):
            raise UnknownFormatError(found=found)
    if start.startswith(OLE):
        _refuse_ole(path)
    if start.startswith(ENCRYPTED_PARQUET):
        raise PasswordProtectedError
    if start.startswith(b"MZ") and b"\0\0" in start[:64]:
        raise UnknownFormatError(found="a program")
    if start[257:262] == b"ustar":
        raise UnknownFormatError(found="a tar archive")
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    markup = _MARKUP.match(text)
    if markup:
        raise UnknownFormatError(found="XML" if markup[1] in (b"?xml", b"svg") else "a web page")


def _refuse_ole(path: Path) -> None:
    """Nothing; raises for old Office documents that are no workbook, and for encrypted ones of today.

    What is in such a container stands in its directory: entries of 128 bytes that begin with their name.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:

        def place(name: str) -> float:
            entry = name.encode("utf-16-le").ljust(64, b"\0")
            found = (at for at in _occurrences(content, entry) if at % 128 == 0)
            return next(found, math.inf)

        directory = (int.from_bytes(content[48:52], "little") + 1) << 9
        if directory + 128 > len(content):
            raise DamagedFileError(found="its list of contents is missing")
        if min(place("EncryptedPackage"), place("EncryptionInfo")) < math.inf:
            raise PasswordProtectedError
        workbook = min(place("Workbook"), place("Book"))
        # a letter may have a workbook within it, and a workbook a letter
        if workbook == math.inf or place("WordDocument") < workbook or place("PowerPoint Document") < workbook:
            raise UnknownFormatError(found="an old Office document")


def _occurrences(content: mmap.mmap, sign: bytes) -> Iterator[int]:
    at = content.find(sign)
    while at >= 0:
        yield at
        at = content.find(sign, at + 1)
