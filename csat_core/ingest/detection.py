"""What was found in a file before anything was decided: plain facts that travel from the child process."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from csat_core.ingest.plan import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """How the file was read, each with the evidence a person can check."""

    format: str
    """`csv`, `xlsx`, `xls`, `ods`, `json`, `jsonl`, `sav`, `dta` or `parquet`: by content, not by name."""
    layout: str
    """The id of the layout that recognised it; `generic` otherwise."""
    encoding: str | None
    delimiter: str | None
    decimal: str
    """`.` or `,`."""
    sheet: str | None
    sheets: tuple[str, ...]
    first_row: int
    """The number of the first data row as a spreadsheet shows it: a header in row 1 makes it 2. Records count from 1."""
    evidence: tuple[str, ...]
    """Sentences such as `Semicolons divide the columns: 24 in every one of the first 100 rows.`"""
    header: tuple[tuple[str, ...], ...] = ()
    """The rows of names as the file has them; none where its columns have no names."""
    unfinished: int = 0
    """Rows of people who did not come to the end, where the layout tells them."""
    unfinished_kept: bool = True
    """Whether they are among the responses; they are set aside otherwise."""
    unfinished_row: int | None = None
    """The first of them, as a spreadsheet shows it."""
    other_sheets: tuple[tuple[str, int | None, bool], ...] = ()
    """Sheets with rows that are not read, where none was named: name, rows (None where it cannot be read), whether its
    columns are those of the sheet that is read."""
    formulas: int = 0
    """Cells of a workbook whose formulas have no results."""
    errors: int = 0
    """Cells of a workbook with the error of a formula, such as `#N/A`; they are blank."""
    hidden_rows: int = 0
    hidden_columns: int = 0
    """Rows, and runs of columns, that a workbook does not show; they are read."""
    ticked: tuple[str, ...] = ()
    """Columns that people ticked or left blank, which are yes or no."""
    mended: tuple[tuple[int, int, int], ...] = ()
    """Of a file of mended rows without ids: the number of each row, the import and the row that it was set aside with."""

    @property
    def sheets_with_rows(self) -> tuple[str, ...]:
        """The sheets with rows in the order of the workbook, where there are several and none was named."""
        there = {self.sheet, *(name for name, rows, _ in self.other_sheets if rows is not None)}
        return tuple(name for name in self.sheets if name in there) if len(there) > 1 else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """What the layout of a file knows of a column, whatever its cells hold."""

    role: str
    """The value of a Role."""
    reason: str
    """In words a person can check: `Zendesk calls the answer score.`"""
    scale: str | None = None
    """As a person would type it: `1-5`, `bad|good`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What a file says of one of its columns beside name and cells."""

    label: str = ""
    """The text of the question, cleaned; empty where the file has none."""
    value_labels: tuple[tuple[str, str], ...] = ()
    """Code and label of each answer, in the order of the codes. The staged cell holds the label, not the code."""
    missing: tuple[tuple[str, str], ...] = ()
    """Cell text, as staged, that the file declares to be no answer, with `na`, `dk`, `not_asked` or `blank`.

    An empty text stands for the blank cells, where the file itself settles what they are.
    """
    hint: Hint | None = None
    beside: tuple[str, ...] = ()
    """Lines above or below the table, or on another sheet, that tie numbers to words: `1 = best, 5 = worst`."""
    by_name: bool = False
    """Whether these lines are about the column by its name, rather than about all."""
    unread: str | None = None
    """What seems to explain codes, and is not understood: `the sheet 'Codebook'`."""
    paired: tuple[tuple[str, str], ...] = ()
    """Code and label of each answer that another column has as a code, row by row; there may be answers that nobody gave."""
    words_at: int | None = None
    """Of such a column of codes the position of the one that says them in words."""
    made_from: int | None = None
    """Of a column that another one settles row by row, as `Satisfied (Y/N)` from 1 to 5, the position of that one."""
    sorted_by: tuple[str, str, str] | None = None
    """Of numbers that another column sorts row by row the name of that one, and what it says beside the lowest and the highest."""
    order: tuple[str, str] | None = None
    """Of dates the order of day and month, with the name of the column whose days of the week say it."""
    company: float | None = None
    """The correlation of a few small numbers with those of the other columns; None where too few columns go together to tell."""
    shared_out: float | None = None
    """What a column of amounts and those beside it add up to in every row; None where they do not."""
    coded_by: str | None = None
    """The survey program that writes numbers of its own for the answers of a form, by what people call it."""


PLAIN = Described()


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnProfile:
    """One column as the file has it, described by numbers small enough to carry."""

    position: int
    """Counted from 1; the staged table calls it `c<position>`."""
    name: str
    """The header, cleaned: NFC, no-break spaces and line breaks to spaces, trimmed; `Column 7` where it was empty."""
    filled: int
    blank: int
    distinct: int
    """Different values; stops counting at 10,001."""
    top: tuple[tuple[str, int], ...]
    """Up to 300 of the most frequent values with their counts, most frequent first."""
    numeric: int
    """Cells that read as a number under the decimal mark of the file."""
    whole: int
    """Of these the whole ones."""
    lowest: float | None
    highest: float | None
    mean_length: float
    """Characters of a filled cell on average."""
    dates: tuple[tuple[str, int], ...]
    """For each order of date (`ymd`, `dmy`, `mdy`) how many cells read as one; empty where none does."""
    described: Described = PLAIN
    mark: str | None = None
    """The decimal mark that its own numbers settle, `.` or `,`; None where they settle none."""
    units: tuple[tuple[str, int, float], ...] = ()
    """Currencies and percent in its cells with how many have each and the largest of these numbers, most frequent first;
    an empty one for bare numbers. Empty where no cell that was looked at has one."""
    currencies: tuple[tuple[str, int], ...] = ()
    """Currencies that another column says of its bare numbers, with how many rows have each; most frequent first."""
    measure: str | None = None
    """What its numbers count, as nearly all cells say: `minutes`, `km`; `seconds` for lengths of time in parts. None elsewhere."""
    is_open: bool = False
    """Whether its numbers mean a thousand times as much under the other mark, and nothing in the file says which is meant."""

    @property
    def wording(self) -> tuple[str, ...]:
        """The name, and the text of the question where the file has one."""
        return (self.name, self.described.label) if self.described.label else (self.name,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """A file that was parsed once and lies in a private folder as text, ready to be mapped and checked."""

    folder: Path
    """Holds `stage.duckdb` with table `staged` (c1, c2 ... VARCHAR, in file order) and `misfits` (row, reason, raw, code)."""
    file: str
    """The name the person gave it; shown, never used as a path."""
    hash: str
    """SHA-256 of the bytes as they came, hexadecimal."""
    rows: int
    """Data rows read, misfits included."""
    misfits: int
    """Rows that do not have the shape of the table or are no responses; each is kept with its code and reason."""
    detection: Detection
    columns: tuple[ColumnProfile, ...]
    proposed: Mapping | None = None
    """How it would be read, where that is worked out already: by the child, where it has many columns, or for several who ask."""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of its columns, in their order."""
        return tuple(column.name for column in self.columns)

    @property
    def called(self) -> str:
        """The file, and of a workbook with several sheets which of them is read."""
        sheet = self.detection.sheet if len(self.detection.sheets) > 1 else None
        return f"{self.file}, sheet {sheet}" if sheet else self.file


def profile_of(plain: dict[str, Any]) -> ColumnProfile:
    """The profile that a child tells in plain JSON."""
    said = with_tuples(plain["described"])
    described = Described(**{**said, "hint": said["hint"] and Hint(**said["hint"])})
    return ColumnProfile(**{**with_tuples(plain), "described": described})


def with_tuples(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with tuples where JSON has only lists."""
    return {name: _tuple(value) if isinstance(value, list) else value for name, value in fields.items()}


def _tuple(values: list[Any]) -> tuple[Any, ...]:
    return tuple(tuple(value) if isinstance(value, list) else value for value in values)
