"""Archives: one data file inside a zip or a gz, unpacked while its bytes are counted."""

import gzip
import zipfile
import zlib
from pathlib import Path
from typing import IO

from csat_core.ingest.refusals import (
    ArchiveError,
    BombError,
    DamagedFileError,
    EmptyFileError,
    FileTooLargeError,
    PasswordProtectedError,
)

ZIP, GZIP = b"PK\x03\x04", b"\x1f\x8b"
MOST_MB = 20_000
MOST_RATIO = 200
"""Text of survey answers packs to a tenth, hardly to a hundredth; a thousand is an attack."""
CHECK_FROM = 200 << 20
"""Below this size a high ratio does no harm."""


def unpacked(path: Path, folder: Path) -> tuple[Path, list[str]]:
    """The data file, unpacked into `folder` where it came in an archive, and the evidence of that."""
    with path.open("rb") as file:
        magic = file.read(4)
    if not magic:
        raise EmptyFileError
    if magic == b"PK\x05\x06":
        raise ArchiveError(found="no file")
    if magic == ZIP and not is_workbook(path):
        return _from_zip(path, folder)
    if magic[:2] == GZIP:
        target = folder / "unpacked"
        with gzip.open(path) as packed:
            _copy(packed, target, path.stat().st_size)
        _require_plain(target)
        return target, ["The file was packed as gz."]
    return path, []


def is_workbook(path: Path) -> bool:
    """Whether a zip is an Excel workbook."""
    try:
        with zipfile.ZipFile(path) as archive:
            return "[Content_Types].xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise DamagedFileError(found="its archive cannot be opened") from error


def _from_zip(path: Path, folder: Path) -> tuple[Path, list[str]]:
    target = folder / "unpacked"
    with zipfile.ZipFile(path) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _is_litter(entry.filename)]
        if len(entries) != 1:
            raise ArchiveError(found=f"{len(entries)} files" if entries else "no file")
        if entries[0].flag_bits & 1:
            raise PasswordProtectedError
        try:
            with archive.open(entries[0]) as packed:
                _copy(packed, target, entries[0].compress_size)
        except (NotImplementedError, zipfile.BadZipFile, RuntimeError) as error:
            raise DamagedFileError(found="its archive cannot be unpacked") from error
    _require_plain(target)
    return target, ["The file was packed as zip."]


def _is_litter(name: str) -> bool:
    """What file managers add to an archive."""
    return name.startswith("__MACOSX/") or name.rsplit("/", 1)[-1].startswith(".")


def _copy(packed: IO[bytes], target: Path, packed_size: int) -> None:
    written = 0
    try:
        with target.open("wb") as out:
            while chunk := packed.read(1 << 20):
                written += len(chunk)
                if written > MOST_MB << 20:
                    raise FileTooLargeError(found=written >> 20, most=MOST_MB)
                if written > CHECK_FROM and written > MOST_RATIO * max(1, packed_size):
                    raise BombError(found=f"it grows to more than {MOST_RATIO} times its size when unpacked")
                out.write(chunk)
    except (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile) as error:
        raise DamagedFileError(found="its archive ends too early or does not check out") from error
    if not written:
        raise EmptyFileError


def _require_plain(target: Path) -> None:
    """Nothing; raises ArchiveError for an archive within the archive."""
    with target.open("rb") as file:
        magic = file.read(4)
    if magic[:2] == GZIP or (magic == ZIP and not is_workbook(target)):
        raise ArchiveError(found="another archive")
