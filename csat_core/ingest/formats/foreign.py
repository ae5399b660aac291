"""Formats that are not read: known by their first bytes, so that the refusal can name them."""

import mmap
import re
from pathlib import Path

from csat_core.ingest.refusals import PasswordProtectedError, UnknownFormatError

MAGIC = (
    (b"$FL2", "SPSS data (.sav)"), (b"$FL3", "SPSS data (.zsav)"), (b"<stata_dta>", "Stata data (.dta)"),
    (b"%PDF-", "a PDF document"), (b"\x89PNG\r\n", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"),
    (b"SQLite format 3\0", "a database"), (b"\x7fELF", "a program"), (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a rar archive"), (b"BZh9", "a bzip2 archive"), (b"\xfd7zXZ\0", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"), (b"ARROW1\0\0", "Arrow data (.feather)"), (b"Obj\x01", "Avro data"),
    (b"{\\rtf", "a text document (.rtf)"), (b"HEADER RECORD*******LIBRARY", "SAS data (.xpt)"),
    (b"RIFF", "a picture, sound or film"), (b"\x80\x04\x95", "a Python pickle"), (b"RDX3\n", "R data"), (b"SIMPLE  =", "FITS data"),
)  # fmt: skip
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PARQUET = b"PARE"
_JSON = re.compile(rb"\{\s*(?:\"|\})|\[\s*(?:[\[{\"]|\])")
_MARKUP = re.compile(rb"<(\?xml|!doctype|html|head|meta|table|svg)\b", re.IGNORECASE)
_STATA = re.compile(rb"[\x68-\x77][\x01\x02]\x01\x00")
"""Release, byte order, file type and padding of Stata files before release 117."""


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
    if _STATA.match(start):
        raise UnknownFormatError(found="Stata data (.dta)")
    if start[257:262] == b"ustar":
        raise UnknownFormatError(found="a tar archive")
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _JSON.match(text):
        raise UnknownFormatError(found="JSON")
    markup = _MARKUP.match(text)
    if markup:
        raise UnknownFormatError(found="XML" if markup[1] in (b"?xml", b"svg") else "a web page")


def _refuse_ole(path: Path) -> None:
    """Nothing; raises: Office puts encrypted workbooks of today and plain ones of old into the same container."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:

        def names(entry: str) -> bool:
            return content.find(entry.encode("utf-16-le")) >= 0

        if names("EncryptedPackage") or names("EncryptionInfo"):
            raise PasswordProtectedError
        old = (
            "an Excel workbook of the old kind (.xls)"
            if names("Workbook") or names("Book")
            else "an old Office document"
        )
    raise UnknownFormatError(found=old)
