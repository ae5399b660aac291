"""Refusals: why a file cannot be read, each in one plain sentence that says what was found and what to do."""

import re
import unicodedata
from typing import Any

from csat_core.errors import CsatError

READ = "CSV, TSV, XLSX or Parquet, also inside one zip or gz"


class ImportFileError(CsatError):
    """A file that cannot be imported; `code` names the kind, so that the child process can say it."""

    text = "The file cannot be read; bring it as {read}."

    def __init__(self, **values: Any) -> None:
        self.values = values
        cleaned = {name: shown(value) if isinstance(value, str) else value for name, value in values.items()}
        super().__init__(self.text.format(read=READ, **cleaned))


class EmptyFileError(ImportFileError):
    """Nothing in it."""

    text = "The file is empty: it holds no rows at all; export the responses again."


class HeaderOnlyError(ImportFileError):
    """A header and nothing below it."""

    text = "The file has a header but no responses below it; export it again with the responses."


class NotATableError(ImportFileError):
    """Text or bytes without rows and columns."""

    text = "The file is not a table: {found}; bring it as {read}."


class UnknownFormatError(ImportFileError):
    """A format that is not read."""

    text = "The file holds {found}, which is not read here; save it as {read}."


class PasswordProtectedError(ImportFileError):
    """Encrypted."""

    text = "The file is protected by a password; save a copy without one and bring that."


class BombError(ImportFileError):
    """Far larger once opened than is sensible."""

    text = "The file was refused: {found}; save the responses alone in a fresh file."


class ArchiveError(ImportFileError):
    """An archive that is not one data file."""

    text = "The archive holds {found}, but one data file is expected; bring that file alone."


class TooManyColumnsError(ImportFileError):
    """Wider than any survey."""

    text = "The file has {found:,} columns, more than the {most:,} that are read; remove those that are not needed."


class NoSuchSheetError(ImportFileError):
    """A sheet was named that is not there."""

    text = "The workbook has no sheet '{sheet}'; it has: {sheets}."


class FileTooLargeError(ImportFileError):
    """Over the limit of bytes."""

    text = "The file takes {found:,} MB once unpacked, more than the {most:,} MB that are read; split it."


class DamagedFileError(ImportFileError):
    """Cut off or corrupt."""

    text = "The file is damaged or cut off ({found}); export or download it again."


class TooMuchMemoryError(ImportFileError):
    """The child process hit its limit."""

    text = "Reading the file needs more memory or time than is allowed; it may be damaged, or split it into smaller files."


class DiskFullError(ImportFileError):
    """No room to unpack it safely."""

    text = "There is too little free disk space: {free:,} MB free, about {needed:,} MB needed; free some and try again."


class CancelledError(ImportFileError):
    """Stopped by the person."""

    text = "The import was stopped; nothing was stored."


def by_name(name: str) -> type[ImportFileError]:
    """The refusal a child process names."""
    kinds = {kind.__name__: kind for kind in ImportFileError.__subclasses__()}
    return kinds.get(name, ImportFileError)


def shown(text: str, most: int = 80) -> str:
    """Text from outside, fit for a sentence: no control or direction signs, not too long."""
    clean = "".join(sign for sign in text if unicodedata.category(sign)[0] != "C")
    clean = re.sub(r"\s+", " ", clean).strip()
    return clean if len(clean) <= most else clean[: most - 1] + "…"
