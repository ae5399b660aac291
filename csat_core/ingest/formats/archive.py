"""Archives: one data file inside a zip or a gz, unpacked while its bytes are counted."""

import gzip
import lzma
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO, cast

from csat_core.ingest.refusals import (
    ArchiveError,
    BombError,
    DamagedFileError,
    EmptyFileError,
    FileTooLargeError,
    PasswordProtectedError,
)

ZIP, GZIP = b"PK\x03\x04", b"\x1f\x8b"
EMPTY_ZIP = b"PK\x05\x06"
MOST_MB = 20_000
MOST_RATIO = 200
"""Text of survey answers packs to a tenth, hardly to a hundredth; a thousand is an attack."""
CHECK_FROM = 64 << 20
"""Below this size a high ratio does no harm."""
BROKEN = (EOFError, zlib.error, lzma.LZMAError, gzip.BadGzipFile, zipfile.BadZipFile, NotImplementedError, RuntimeError)


def unpacked(path: Path, folder: Path) -> tuple[Path, list[str]]:
    """The data file, unpacked into `folder` where it came in an archive, and the evidence of that."""
    with path.open("rb") as file:
        magic = file.read(4)
    if not magic:
        raise EmptyFileError
    if magic == EMPTY_ZIP:
        raise ArchiveError(found="no file")
    target = folder / "unpacked"
    if magic == ZIP and not is_workbook(path):
        _from_zip(path, target)
        return target, ["The file was packed as zip."]
    if magic[:2] == GZIP:
        with gzip.open(path) as packed:
            _copy(cast(BinaryIO, packed), target, path.stat().st_size)
        _require_plain(target)
        return target, ["The file was packed as gz."]
    return path, []


def is_workbook(path: Path) -> bool:
    """Whether a zip is an Excel workbook."""
    try:
        with zipfile.ZipFile(path) as archive:
            return "[Content_Types].xml" in archive.namelist()
    except (*BROKEN, OSError, ValueError) as error:
        raise DamagedFileError(found="its archive cannot be opened") from error


def _from_zip(path: Path, target: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _is_litter(entry.filename)]
        if len(entries) != 1:
            raise ArchiveError(found=f"{len(entries):,} files" if entries else "no file")
        if entries[0].flag_bits & 1:
            raise PasswordProtectedError
        try:
            with archive.open(entries[0]) as packed:
                _copy(cast(BinaryIO, packed), target, path.stat().st_size)
        except BROKEN as error:
            raise DamagedFileError(found="its archive cannot be unpacked") from error
    _require_plain(target)


def _is_litter(name: str) -> bool:
    """What file managers add to an archive."""
    return name.startswith("__MACOSX/") or name.rsplit("/", 1)[-1].startswith((".", "Thumbs.db", "desktop.ini"))


def _copy(packed: BinaryIO, target: Path, packed_size: int) -> None:
    """Nothing; `target` holds what `packed` gives, unless that is far more than it should be."""
    written = 0
    with target.open("wb") as out:
        while chunk := _read(packed):
            written += len(chunk)
            if written > MOST_MB << 20:
                raise FileTooLargeError(found=written >> 20, most=MOST_MB)
            if written > CHECK_FROM and written > MOST_RATIO * packed_size:
                raise BombError(found=f"it grows to more than {MOST_RATIO} times its size when unpacked")
            out.write(chunk)
    if not written:
        raise EmptyFileError


def _read(packed: BinaryIO) -> bytes:
    try:
        return packed.read(1 << 20)
    # a damaged bz2 stream is an OSError without a number
    except (*BROKEN, OSError) as error:
        raise DamagedFileError(found="its archive ends too early or does not check out") from error


def _require_plain(target: Path) -> None:
    """Nothing; raises ArchiveError for an archive within the archive."""
    with target.open("rb") as file:
        magic = file.read(4)
    if magic[:2] == GZIP or magic == EMPTY_ZIP or (magic == ZIP and not is_workbook(target)):
        raise ArchiveError(found="another archive")
