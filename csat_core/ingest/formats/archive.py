"""Archives: one data file inside a zip or a gz, unpacked while its bytes are counted."""

import bz2
import copy
import lzma
import shutil
import struct
import zipfile
import zlib
from pathlib import Path
from typing import IO, BinaryIO, Protocol

from csat_core.ingest.refusals import (
    ArchiveError,
    BombError,
    DamagedFileError,
    DiskFullError,
    EmptyFileError,
    FileTooLargeError,
    PasswordProtectedError,
    UnknownFormatError,
)

ZIP, EMPTY_ZIP, GZIP = b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b"
OTHER_ARCHIVES = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd")
MOST_MB = 20_000
MOST_RATIO = 400
"""Survey answers pack to a tenth, columns that are nearly all blank to a hundredth; deflate ends at a thousandth."""
LONGEST_LINE = 64 << 20
CHECK_FROM = 64 << 20
"""Below this size a high ratio does no harm."""
MOST_ENTRIES = 10_000
BROKEN = (
    EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError,
    OverflowError, struct.error,
)  # fmt: skip
"""What the readers of the standard library raise for archives that are damaged or of a kind they do not know."""
CHUNK = 1 << 16
"""Zip files are read ahead by as much as is asked for: more would hide how little of a bomb was read."""
IN_STEPS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
OTHER_WAYS = {9: "Deflate64", 93: "Zstandard", 95: "XZ", 98: "PPMd"}
UNPACKED_HERE = (*IN_STEPS, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
MOST_MEMORY = 256 << 20
"""Of what lzma says it needs; 64 MB is the most that its usual settings take."""
ENDS_MARKED = 2
"""The flag of a zip whose lzma says where it ends."""
ROOM_EVERY = 1_024
MOST_MEMBERS, LEAST_A_MEMBER = 10_000, 100
"""Of a gz, which files laid one behind the other are as well; beyond so many each gives so many bytes on average."""
AS_GZIP = 16 + zlib.MAX_WBITS
CONTENT_TYPES, OPEN_DOCUMENT = "[Content_Types].xml", b"application/vnd.oasis.opendocument."
OF_APPLE = ".iwa"
"""How parts of its documents are named, by which they are told from archives of data files."""
_END_OF_ZIP = b"PK\x05\x06"


class _Packed(Protocol):
    """What is unpacked while it is read."""

    def read(self, size: int, /) -> bytes:
        """So many bytes at most; none at the end."""


def unpacked(path: Path, folder: Path) -> tuple[Path, list[str]]:
    """The data file, unpacked into `folder` where it came in an archive, and the evidence of that.

    Raises ArchiveError where there is not exactly one file in it, BombError and FileTooLargeError while unpacking.
    """
    with path.open("rb") as file:
        magic = file.read(4)
    if magic == EMPTY_ZIP:
        raise ArchiveError(found="no file")
    if magic == ZIP and not is_office(path):
        return _from_zip(path, folder)
    if magic[:2] == GZIP:
        target = folder / "unpacked"
        with path.open("rb") as file:
            _copy(_Members(file), target, file)
        _require_plain(target)
        return target, ["The file was packed as gz."]
    return path, []


def opened(path: Path, file: BinaryIO | None = None) -> zipfile.ZipFile:
    """The zip at `path`, read through `file` where that is open already.

    Raises BombError for an absurd number of entries, before they are read, and DamagedFileError.
    """
    with path.open("rb") as looked_at:
        looked_at.seek(max(0, path.stat().st_size - (1 << 16) - 64))
        end = looked_at.read()
    at = end.rfind(_END_OF_ZIP)
    entries = int.from_bytes(end[at + 10 : at + 12], "little") if at >= 0 else 0
    if entries > MOST_ENTRIES:
        raise BombError(found=f"its archive has more than {MOST_ENTRIES:,} entries")
    try:
        return zipfile.ZipFile(file or path)
    except (*BROKEN, OSError) as error:
        raise DamagedFileError(found="its archive cannot be opened") from error


def is_office(path: Path) -> bool:
    """Whether a zip is a document of Office or OpenOffice rather than an archive."""
    with opened(path) as archive:
        return CONTENT_TYPES in archive.namelist() or bool(_mimetype(archive))


def open_document(path: Path) -> bytes:
    """What kind of OpenDocument a zip says it is, such as `spreadsheet`; empty where it is none."""
    with opened(path) as archive:
        return b"" if CONTENT_TYPES in archive.namelist() else _mimetype(archive).removeprefix(OPEN_DOCUMENT)


def _mimetype(archive: zipfile.ZipFile) -> bytes:
    """The first part of an OpenDocument; empty where there is none."""
    try:
        with archive.open("mimetype") as part:
            said = part.read(200).strip()
    except (KeyError, *BROKEN, OSError):
        return b""
    return said if said.startswith(OPEN_DOCUMENT) else b""


def _from_zip(path: Path, folder: Path) -> tuple[Path, list[str]]:
    target = folder / "unpacked"
    with path.open("rb") as file, opened(path, file) as archive:
        entries = [entry for entry in archive.infolist() if not _is_litter(entry.filename)]
        if any(entry.filename.endswith(OF_APPLE) for entry in entries):
            raise UnknownFormatError(found="a document of Apple Numbers, Pages or Keynote")
        if len(entries) != 1:
            raise ArchiveError(found=f"{len(entries):,} files" if entries else "no file")
        if entries[0].flag_bits & 1:
            raise PasswordProtectedError
        _require_modest(entries[0])
        try:
            packed = archive.open(_as_stored(entries[0]))
        except (*BROKEN, OSError) as error:
            raise DamagedFileError(found="its archive cannot be unpacked") from error
        with packed:
            in_steps = entries[0].compress_type in IN_STEPS
            _copy(packed if in_steps else _Squeezed(packed, entries[0]), target, file)
    _require_plain(target)
    return target, ["The file was packed as zip."]


def _as_stored(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """The entry, as if it were not packed where the library would unpack all of it in one piece, however much that is."""
    if entry.compress_type in IN_STEPS:
        return entry
    stored = copy.copy(entry)
    stored.compress_type, stored.file_size = zipfile.ZIP_STORED, entry.compress_size
    del stored.CRC
    return stored


def _require_modest(entry: zipfile.ZipInfo) -> None:
    """Nothing; raises by what the archive says of its file, and for a way of packing that is not known."""
    if entry.compress_type not in UNPACKED_HERE:
        way = OTHER_WAYS.get(entry.compress_type, f"way {entry.compress_type}")
        raise UnknownFormatError(found=f"a zip that is packed as {way}")
    if entry.file_size > MOST_MB << 20:
        raise FileTooLargeError(most=MOST_MB)
    if entry.file_size > CHECK_FROM and entry.file_size > MOST_RATIO * entry.compress_size:
        raise too_compressed()


def too_compressed() -> BombError:
    """What is said of a file that is a hundred times as large once unpacked as any data is."""
    return BombError(found=f"it grows to more than {MOST_RATIO} times its size when unpacked")


def _is_litter(name: str) -> bool:
    """Whether it is no file, or what file managers add to an archive."""
    last = name.rsplit("/", 1)[-1]
    return not last or name.startswith("__MACOSX/") or last.startswith(".") or last in ("Thumbs.db", "desktop.ini")


def _copy(packed: _Packed, target: Path, file: BinaryIO) -> None:
    """Nothing; `target` holds what `packed` gives, unless that is far more than was read of the `file` behind it."""
    began, written, is_one_line = file.tell(), 0, True
    with target.open("wb") as out:
        while chunk := _read(packed, CHUNK):
            is_one_line = is_one_line and _may_be_one_line(chunk, is_first=not written)
            written += len(chunk)
            if is_one_line and written > LONGEST_LINE:
                raise BombError(found=f"one line is longer than {LONGEST_LINE >> 20} MB")
            if written > MOST_MB << 20:
                raise FileTooLargeError(most=MOST_MB)
            if written > CHECK_FROM and written > MOST_RATIO * max(1, file.tell() - began):
                raise too_compressed()
            if written // CHUNK % ROOM_EVERY == 0:
                _require_room(target.parent, written)
            out.write(chunk)
    if not written:
        raise EmptyFileError


class _Squeezed:
    """What bz2 or lzma within a zip unpacks to, in pieces: 45 bytes of bz2 may be 45 million."""

    def __init__(self, packed: IO[bytes], entry: zipfile.ZipInfo) -> None:
        self._packed, self._entry = packed, entry
        self._given, self._check = 0, 0
        self._waiting = b""
        if entry.compress_type == zipfile.ZIP_BZIP2:
            self._unpacks: bz2.BZ2Decompressor | lzma.LZMADecompressor = bz2.BZ2Decompressor()
        else:
            self._unpacks = lzma.LZMADecompressor(lzma.FORMAT_ALONE, memlimit=MOST_MEMORY)
            self._waiting = self._beginning()

    def read(self, size: int) -> bytes:
        """The next bytes; none at the end. Raises BombError beyond what the zip says, and what the libraries raise."""
        while not self._unpacks.eof:
            if self._unpacks.needs_input and not self._waiting:
                self._waiting = self._packed.read(CHUNK)
                if not self._waiting:
                    raise EOFError
            found, self._waiting = self._unpacks.decompress(self._waiting, size), b""
            if found:
                self._given, self._check = self._given + len(found), zlib.crc32(found, self._check)
                if self._given > self._entry.file_size:
                    raise BombError(
                        found=f"it unpacks to more than the {self._entry.file_size:,} bytes it says of itself"
                    )
                return found
        if self._check != self._entry.CRC:
            raise zipfile.BadZipFile
        return b""

    def _beginning(self) -> bytes:
        """How a file of lzma begins, made of how it begins within a zip: without a version, with its size."""
        _, length = struct.unpack("<HH", self._packed.read(4))
        if length != 5:
            raise zipfile.BadZipFile
        size = 2**64 - 1 if self._entry.flag_bits & ENDS_MARKED else self._entry.file_size
        return self._packed.read(length) + size.to_bytes(8, "little")


class _Members:
    """What a gz unpacks to, member by member: the time is that of beginning one, however little it holds."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._packed = file, b""
        self._member = zlib.decompressobj(AS_GZIP)
        self._begun, self._given = 1, 0

    def read(self, size: int) -> bytes:
        """The next bytes; none at the end. Raises BombError for members of next to nothing, and what `zlib` raises."""
        while True:
            if self._member.eof:
                self._packed = self._member.unused_data or self._file.read(CHUNK)
                while not (rest := self._packed.lstrip(b"\0")) and self._packed:  # what fills up a tape is no member
                    self._packed = self._file.read(CHUNK)
                if not rest:
                    return b""
                self._packed, self._begun = rest, self._begun + 1
                if self._begun > MOST_MEMBERS + self._given // LEAST_A_MEMBER:
                    raise BombError(found=f"it is packed in more than {MOST_MEMBERS:,} parts of next to nothing")
                self._member = zlib.decompressobj(AS_GZIP)
            self._packed = self._packed or self._file.read(CHUNK)
            if not self._packed:
                raise EOFError
            found = self._member.decompress(self._packed, size)
            self._packed = self._member.unconsumed_tail
            if found:
                self._given += len(found)
                return found


def _may_be_one_line(chunk: bytes, *, is_first: bool) -> bool:
    """Whether all that was unpacked so far may be one line of delimited text; records of JSON may stand in one."""
    is_json = is_first and chunk.lstrip(b"\xef\xbb\xbf \t").startswith((b"[", b"{"))
    return not is_json and not any(sign in chunk for sign in (b"\n", b"\r", b"\0"))


def _read(packed: _Packed, size: int) -> bytes:
    try:
        return packed.read(size)
    # a damaged bz2 stream is an OSError without a number
    except (*BROKEN, OSError) as error:
        raise DamagedFileError(found="its archive ends too early or does not check out") from error


def _require_room(folder: Path, written: int) -> None:
    """Nothing; raises DiskFullError where the staged table would not fit beside what was unpacked so far."""
    free = shutil.disk_usage(folder).free
    if free < 2 * written + (64 << 20):
        raise DiskFullError(found=f"{free >> 20:,} MB free, and the file unpacks to more than {written >> 20:,} MB")


def _require_plain(target: Path) -> None:
    """Nothing; raises ArchiveError for an archive within the archive."""
    with target.open("rb") as file:
        magic = file.read(512)
    packed = magic[:2] == GZIP or magic.startswith((*OTHER_ARCHIVES, EMPTY_ZIP)) or magic[257:262] == b"ustar"
    if packed or (magic.startswith(ZIP) and not is_office(target)):
        raise ArchiveError(found="another archive")
