"""The mapping of a file: what each column is for and how its cells are read. Proposed, then decided by a person."""

from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from csat_core.model.dataset import Role
from csat_core.model.scale import Scale

PER_ANSWER, PER_CUSTOMER = "answer", "customer"
_CALLED = {Role.RESPONSE_ID: "response id", Role.METRIC: "number", Role.IGNORE: "leave out"}
"""Of roles whose own names say little."""
_LETTERS = {"question": "q", "segment": "s", "number": "n", "text": "t"}


def called(role: Role) -> str:
    """What a role is called on the page."""
    return _CALLED.get(role, role.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """How one column of the file is read."""

    position: int
    name: str
    role: Role
    reason: str
    """Why this role and scale, in words a person can check."""
    label: str = ""
    """The text of the question, where the file has one beside the name."""
    scale: Scale | None = None
    scheme: str | None = None
    positions: tuple[tuple[str, int], ...] = ()
    """For a scale of words: folded cell text -> position on the scale. Numbers need no entry."""
    not_applicable: tuple[str, ...] = ()
    """Folded cell texts that mean `not applicable`, such as `0` or `n/a`."""
    dont_know: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()
    """The same for `not asked`; an empty text stands for the blank cells."""
    silent: tuple[str, ...] = ()
    """Folded cell texts that mean asked and left blank; in a column that is no question all that are no answers."""
    cuts: tuple[float, ...] = ()
    """Where a number is cut into bands; none where pages propose it."""
    decimal: str | None = None
    """The decimal mark of its numbers where it is not that of the file."""
    unit: str | None = None
    """The unit of its numbers: a currency, `%`, `share` for bare ones from 0 to 1, empty without any; None where nobody looked."""
    measure: str | None = None
    """What stands behind its numbers, such as `minutes`; `seconds` for lengths of time in parts or as clocks."""
    counted: str | None = None
    """What revenue is of, where a person says so: `answer` or `customer`, whose answers share it then."""
    date_order: str | None = None
    """`ymd`, `dmy` or `mdy` for the time column."""
    assumed: bool = False
    """True where the scale is merely likely (loaded as proposed with problem `assumed_scale`), or where a part of the
    cells of the time are no dates."""
    rival: str | None = None
    """The other scale that is likely then, by name; None where there is no single one."""
    question: str | None = None
    """What a person must settle before it can load; None where nothing is open."""
    doubt: str | None = None
    """The question that is open where the column is an outcome, for which end is the best is not clear."""
    ways: tuple[str, ...] = ()
    """The scales, as typed, on which its answers may lie; columns with the same ones are settled together."""
    personal: str | None = None
    """What personal data it seems to hold, in words; None where it holds none, or a person left it out."""
    protect: str | None = None
    """`hash` keeps a code in the place of each text, `mask` covers addresses and numbers within the texts."""
    id: str | None = None
    """The id of the column in the dataset to which the file adds; None where it begins one."""

    @property
    def wording(self) -> tuple[str, ...]:
        """The name, and the text of the question where the file has one."""
        return (self.name, self.label) if self.label else (self.name,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """How a whole file is read."""

    columns: tuple[ColumnMapping, ...]
    decimal: str = "."

    @property
    def used(self) -> tuple[ColumnMapping, ...]:
        """The columns that are kept."""
        return tuple(column for column in self.columns if column.role is not Role.IGNORE)

    @property
    def open_questions(self) -> tuple[str, ...]:
        """What must be settled first."""
        return tuple(column.question for column in self.columns if column.question)


def columns_of(mapping: Mapping) -> list[tuple[str, ColumnMapping]]:
    """The kept columns with their physical ids, in the order of the mapping.

    `q01` for questions, `s01` segments, `n01` numbers, `t01` texts, numbered in the order of the file; `day` the time.
    A column that adds to a dataset keeps the id it has there; one that is both the time and something else has two.
    """
    ids: dict[tuple[int, bool], str] = {}
    counts = dict.fromkeys(_LETTERS.values(), 0)
    for column in sorted(mapping.used, key=lambda column: column.position):
        storage = column.role.storage
        if storage == "day":
            ids[column.position, True] = "day"
            continue
        letter = _LETTERS[storage]
        counts[letter] += 1
        ids[column.position, False] = column.id or f"{letter}{counts[letter]:02}"
    return [(ids[column.position, column.role.storage == "day"], column) for column in mapping.used]


def to_json(mapping: Mapping) -> dict[str, Any]:
    """The mapping as plain JSON values."""
    return {"decimal": mapping.decimal, "columns": [_plain(column) for column in mapping.columns]}


def from_json(plain: dict[str, Any]) -> Mapping:
    """The mapping that `to_json` gave as `plain`, with what a release did not know yet as where nothing is said."""
    return Mapping(columns=tuple(map(_column_of, plain["columns"])), decimal=plain["decimal"])


def _column_of(plain: dict[str, Any]) -> ColumnMapping:
    given = {each.name: _as_tuples(plain[each.name]) for each in fields(ColumnMapping) if each.name in plain}
    scale = plain["scale"] and Scale(**{name: _as_tuples(each) for name, each in plain["scale"].items()})
    return ColumnMapping(**given | {"role": Role(plain["role"]), "scale": scale})


def _plain(value: Any) -> Any:
    """The value with an object for each dataclass and a list for each tuple, in a third of the time of `asdict`."""
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _as_tuples(value: Any) -> Any:
    return tuple(map(_as_tuples, value)) if isinstance(value, list | tuple) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something about the data that a person should know: counted, with an example."""

    code: str
    column: str | None = None
    count: int
    example_row: int | None = None
    """As a spreadsheet shows it."""
    message: str
    on_page: str | None = None
    """The message of a page, where the other one names options of the command line; None where they are the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A value before and after."""

    row: int
    """As a spreadsheet shows it."""
    value: str | None
    became: str | None
    """Both None where a whole row is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """Cells that are stored otherwise than they stand in the file, of one column and for one reason."""

    code: str
    column: str | None
    """None where whole rows are meant."""
    count: int
    reason: str
    examples: tuple[Example, ...]
    """The first ones."""

    def counted(self) -> dict[str, str | int | None]:
        """The same without examples, as the log keeps it: they are cells of responses that may be erased one day."""
        return {"code": self.code, "column": self.column, "count": self.count, "reason": self.reason}


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an import would give, before anything is stored."""

    rows_read: int
    accepted: int
    rejected: int
    duplicates: int
    """Rows that repeat a response id of an earlier row; listed among the rejects, counted apart."""
    problems: tuple[Problem, ...] = field(default=())
