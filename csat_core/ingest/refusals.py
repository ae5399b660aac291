"""Refusals: why a file cannot be read, each in one plain sentence that says what was found and what to do."""

import re
import unicodedata
from typing import Any

from csat_core.errors import CsatError

READ = "CSV, TSV, Excel, ODS, JSON, SPSS, Stata or Parquet, also inside one zip or gz"
AS_ROWS = "export the responses anew, with the names of the columns in one line and each response in a line below it"
AS_FORMAT = f"bring it as {READ}"
"""What to do about a file that is no table: written wrongly, or of another kind altogether."""
OUT_OF_MEMORY = ("MemoryError", "bad_alloc", "failed to map segment", "Cannot allocate memory", "memory allocation of")
"""What Python, its libraries and the loader say when something did not fit."""


class ImportFileError(CsatError):
    """A file that cannot be imported; `values` fill its sentence, so that a child process can pass it on as JSON."""

    text = "The file cannot be read; bring it as {read}."

    def __init__(self, **values: Any) -> None:
        self.values = {name: shown(value, 300) if isinstance(value, str) else value for name, value in values.items()}
        super().__init__(self.text.format(read=READ, **self.values))


class EmptyFileError(ImportFileError):
    """Nothing in it."""

    text = "The file is empty: it holds no rows at all; export the responses again."


class HeaderOnlyError(ImportFileError):
    """A header and nothing below it."""

    text = "The file has a header but no responses below it; export it again with the responses."


class FormulasError(ImportFileError):
    """Cells of formulas that nothing has worked out, and nothing else."""

    text = (
        "The workbook holds {found:,} formulas without results, and no rows beside them: open and save it once in a spreadsheet, "
        "and bring it again."
    )


class NoResponsesError(ImportFileError):
    """Rows that are previews, unfinished or notes, and no others."""

    text = (
        "The file has {found:,} rows and none of them is a finished response; export it with the responses, or keep those "
        "that are unfinished: --unfinished keep."
    )


class LayoutError(ImportFileError):
    """A layout was named that the file does not have."""

    text = "The file does not look like {layout}; leave the layout out, and it is found by the file's own first rows."


class NotATableError(ImportFileError):
    """Text or bytes without rows and columns."""

    text = "The file is not a table: {found}; {way}."

    def __init__(self, *, found: str, way: str = AS_ROWS) -> None:
        super().__init__(found=found, way=way)


class UnclosedMarksError(ImportFileError):
    """Quotation marks without their second half, in so many rows that nothing is left."""

    text = (
        "No row of the file can be read: in {found:,} of them a quotation mark is opened and not closed; export it again "
        "with every quotation mark within a text written twice."
    )


class WiderRowsError(ImportFileError):
    """Every row is one cell wider than the header, and nothing says which name belongs to which."""

    text = (
        "Every row has {found:,} cells and the header only {names:,} names, as in '{row}': export the file with texts that hold "
        "'{sign}' in quotation marks, or give the column without a name one."
    )


class UnknownFormatError(ImportFileError):
    """A format that is not read."""

    text = "The file holds {found}, which is not read here; save it as {read}."


class PasswordProtectedError(ImportFileError):
    """Encrypted."""

    text = "The file is protected by a password; save a copy without one and bring that."


class BombError(ImportFileError):
    """Far larger once opened than is sensible, or made to do harm."""

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

    text = "The file takes more than the {most:,} MB that are read; split it into smaller files."


class DamagedFileError(ImportFileError):
    """Cut off or corrupt."""

    text = "The file is damaged or cut off ({found}); export or download it again."


class NotAllowedError(ImportFileError):
    """A file that this program may not read."""

    text = "The file cannot be opened, because it is not allowed; give leave to read it, or bring a copy."


class BadOptionError(ImportFileError):
    """An encoding or a delimiter was named that does not exist."""

    text = "'{given}' is not {expected}; leave it out, and what the file itself says is taken."


class TooMuchMemoryError(ImportFileError):
    """The child process hit its limit of memory, or crashed in a parser."""

    text = (
        "Reading the file needs more memory than is allowed; "
        "it may be damaged, else remove what is not needed or split it into smaller files."
    )


class TimedOutError(ImportFileError):
    """The child process hit its limit of time."""

    text = "Reading the file takes longer than is allowed; it may be damaged, else split it into smaller files."


class DiskFullError(ImportFileError):
    """No room to unpack it safely."""

    text = "There is too little free disk space ({found}); free some and try again."


class ChangedFileError(ImportFileError):
    """A file that is read where it lies was written to, or moved away, between two looks at it."""

    text = "The file changed while it was read; wait until it is complete and stays as it is, then import it again."


class UnreadableFileError(ImportFileError):
    """The child process failed in a way nobody foresaw; the cause stands in the error's notes, for the log."""

    text = "The file could not be read, for a reason that is not known ({found}); bring it as {read}."


def by_name(name: str) -> type[ImportFileError]:
    """The refusal a child process names; the general one for any other name."""
    kinds = {kind.__name__: kind for kind in ImportFileError.__subclasses__()}
    return kinds.get(name, ImportFileError)


def shown(text: str, most: int = 80) -> str:
    """Text from outside, fit for a sentence: no control or direction signs, one line, not too long."""
    spaced = re.sub(r"\s+", " ", text[: 20 * most])
    clean = "".join(sign for sign in spaced if unicodedata.category(sign)[0] != "C").strip()
    return clean if len(clean) <= most else clean[: most - 1] + "…"
