"""One column as typed values, in two ways: a short one that reads what nearly all cells hold, and one that reads all."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.scales.silences import words_in
from csat_core.ingest.texts.days import day, usual_day
from csat_core.ingest.texts.expressions import (
    Bindings,
    bare_number,
    cell_at,
    coded,
    folded,
    free_text,
    grouped_number,
    is_plain_text,
    label,
    looked_up,
    masked,
    measured_number,
    plain_number,
    quoted,
    rating_number,
    unit,
)
from csat_core.ingest.texts.reading import fold, rating_of
from csat_core.ingest.texts.vocabulary import DONT_KNOW as DONT_KNOW_WORDS
from csat_core.ingest.texts.vocabulary import NOT_APPLICABLE as NOT_APPLICABLE_WORDS
from csat_core.ingest.texts.vocabulary import NOT_ASKED as NOT_ASKED_WORDS
from csat_core.model.dataset import Role
from csat_core.model.scale import BLANK, DONT_KNOW, NOT_APPLICABLE, NOT_ASKED, Scale, number_text

_WHOLE = re.compile("0|-?[1-9][0-9]{0,3}")
_USUAL = {
    word: code
    for table, code in (
        (NOT_APPLICABLE_WORDS, NOT_APPLICABLE), (DONT_KNOW_WORDS, DONT_KNOW), (NOT_ASKED_WORDS, NOT_ASKED),
    )
    for word in words_in(table)
}  # fmt: skip
DIGITS = frozenset("0123456789")
_USUAL_WORDS, _USUAL_CODES = list(_USUAL), list(_USUAL.values())
"""The words of all languages that are no answer: the same two lists for every column, bound once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """What the cells of a rated column are stored as: positions, or the negative codes of non-answers."""

    written: dict[str, int]
    """By the text as files usually write it."""
    folded: dict[str, int]
    """By folded text: the answers and the non-answers that are known of this column."""
    numbers: dict[float, int]
    """By number, where the answers are numbers."""


def codes_of(column: ColumnMapping) -> Codes:
    """What the answers of a rated column are stored as, the meanings given for this column before the usual ones."""
    assert column.scale is not None
    scale = column.scale
    given = dict.fromkeys(column.not_applicable, NOT_APPLICABLE) | dict.fromkeys(column.dont_know, DONT_KNOW)
    given |= dict.fromkeys(filter(None, column.not_asked), NOT_ASKED) | dict.fromkeys(column.silent, BLANK)
    own = dict(column.positions) | given
    numbers: dict[float, int] = {}
    if reads_numbers(scale):
        numbers = {value: position for position, value in enumerate(scale.values, 1)}
        numbers |= {number: code for text, code in given.items() if (number := rating_of(text)[0]) is not None}
    written = {number_text(number): code for number, code in numbers.items() if number_text(number) not in own}
    written |= {text: own[fold(text)] for text in scale.labels if fold(text) in own} | given
    return Codes(written=written, folded=own, numbers=numbers)


def reads_numbers(scale: Scale) -> bool:
    """Whether plain numbers are answers on `scale`: every label is its number, or carries it beside words."""
    return all(
        number_text(value) in re.findall(r"-?[0-9]+(?:\.[0-9]+)?", text)
        for value, text in zip(scale.values, scale.labels, strict=True)
    )


def needs_more(column: ColumnMapping, decimal: str, bind: Bindings) -> str:
    """Whether the short way does not read a cell."""
    decimal = column.decimal or decimal
    cell = cell_at(column.position)
    if column.role.storage in ("segment", "text"):
        declared = f" OR {is_silent(column)}" if column.silent else ""
        return "TRUE" if column.protect else f"NOT ({is_plain_text(cell)}){declared}"
    return f"{cell} IS NOT NULL AND ({_short(column, decimal, bind)}) IS NULL"


def plainly(column: ColumnMapping, decimal: str, bind: Bindings, values: Collection[str] | None = None) -> str:
    """The value of a cell of a column whose every cell the short way reads; `values` are all it has, where they are known."""
    decimal = column.decimal or decimal
    cell = cell_at(column.position)
    match column.role.storage:
        case "question":
            shift = _shift(codes_of(column).written, values) if values else None
            code = _short(column, decimal, bind) if shift is None else f"TRY_CAST({cell} AS SMALLINT) + {shift}"
            return f"CASE WHEN {cell} IS NULL THEN {_of_blank(column)} ELSE {code} END::SMALLINT"
        case "number":
            return bare_number(cell, decimal)
    return _short(column, decimal, bind)


def of_digit(column: ColumnMapping, bind: Bindings) -> str:
    """The code of a rating whose every cell is known to be a digit that the short way reads."""
    codes = {int(text): code for text, code in codes_of(column).written.items() if text in DIGITS}
    shifts = {code - digit for digit, code in codes.items()}
    cell = cell_at(column.position)
    listed = f"{bind([codes.get(digit) for digit in range(10)], 'SMALLINT[]')}[{cell} + 1]"
    return f"coalesce({f'{cell} + {shifts.pop()}' if len(shifts) == 1 else listed}, {_of_blank(column)})::SMALLINT"


def _shift(codes: Mapping[str, int], values: Collection[str]) -> int | None:
    """What is to be added to each of the `values` to get its code; None where they are no whole numbers so far from it."""
    if not all(_WHOLE.fullmatch(value) and value in codes for value in values):
        return None
    shifts = {codes[value] - int(value) for value in values}
    return shifts.pop() if len(shifts) == 1 else None


def fully(column: ColumnMapping, decimal: str, main_unit: str, pepper: str, bind: Bindings) -> str:
    """The value of a cell; where it cannot be read NULL for a rating, NaN for a number, infinity for a day.

    `pepper` goes into the codes of texts that are not kept as they stand.
    """
    decimal = column.decimal or decimal
    cell = cell_at(column.position)
    if column.silent and column.role.storage != "question":
        said = fully(replace(column, silent=()), decimal, main_unit, pepper, bind)
        return f"CASE WHEN list_position({bind(list(column.silent), 'VARCHAR[]')}, {folded(cell)}) > 0 THEN NULL ELSE {said} END"
    match column.role.storage:
        case "question":
            return _rating(cell, column, bind)
        case "number":
            return _number(cell, column, decimal, main_unit, bind)
        case "day":
            return _or_blank(cell, column, day(cell, column.date_order or "ymd"), "'infinity'::DATE", bind)
    text = free_text(cell) if column.role is Role.COMMENT and column.protect != "hash" else label(cell)
    if column.protect == "mask":
        return masked(text)
    return coded(text, pepper, bind) if column.protect == "hash" else text


def _short(column: ColumnMapping, decimal: str, bind: Bindings) -> str:
    """The value of a cell that is written as usual; NULL for all others."""
    cell = cell_at(column.position)
    match column.role.storage:
        case "question":
            return looked_up(codes_of(column).written, cell, bind, "SMALLINT")
        case "number":
            number = plain_number(cell, decimal)
            return f"CASE WHEN {is_silent(column)} THEN NULL ELSE {number} END" if column.silent else number
        case "day":
            return usual_day(cell, column.date_order or "ymd")
    return f"nullif({cell}, '')"


def is_silent(column: ColumnMapping) -> str:
    """Whether the cell of a column that is no question says that there is none; nothing is bound, so that it can be counted."""
    texts = ", ".join(map(quoted, column.silent))
    return f"coalesce(list_position([{texts}]::VARCHAR[], lower({cell_at(column.position)})), 0) > 0"


def _rating(cell: str, column: ColumnMapping, bind: Bindings) -> str:
    """The code of a rating: by its text as it stands, and only where that is not known folded and as a number."""
    codes = codes_of(column)
    assert column.scale is not None
    short = looked_up(codes.written, cell, bind, "SMALLINT")
    usual = f"{bind(_USUAL_CODES, 'SMALLINT[]')}[list_position({bind(_USUAL_WORDS, 'VARCHAR[]')}, f)]"
    long = [looked_up(codes.folded, "f", bind, "SMALLINT"), usual, f"CASE WHEN f = '' THEN {_of_blank(column)} END"]
    if codes.numbers:
        values, stored = bind(list(codes.numbers), "DOUBLE[]"), bind(list(codes.numbers.values()), "SMALLINT[]")
        long.append(f"{stored}[list_position({values}, {rating_number('f', max(column.scale.values))})]")
    found = f"coalesce({short}, list_transform([{folded(cell)}], lambda f: coalesce({', '.join(long)}))[1])"
    return f"CASE WHEN {cell} IS NULL THEN {_of_blank(column)} ELSE {found} END::SMALLINT"


def _of_blank(column: ColumnMapping) -> int:
    """What a blank cell is stored as: nobody can tell whether the question was asked, unless the file does."""
    return NOT_ASKED if "" in column.not_asked else BLANK


def _number(cell: str, column: ColumnMapping, decimal: str, main_unit: str, bind: Bindings) -> str:
    flags = looked_up(dict(column.positions), folded(cell), bind, "DOUBLE")
    grouped = f"CASE WHEN {unit(cell)} IN ('', {bind(main_unit)}) THEN {grouped_number(cell, decimal)} END"
    measured = f", {measured_number(cell, column.measure, decimal)}" if column.measure else ""
    known = f"coalesce({plain_number(cell, decimal)}, {flags}, {grouped}{measured})"
    return _or_blank(cell, column, known, "'nan'::DOUBLE", bind)


def _or_blank(cell: str, column: ColumnMapping, known: str, unreadable: str, bind: Bindings) -> str:
    """`known`; where it is NULL, NULL for a cell that says nothing and `unreadable` for any other."""
    own = ["", *column.not_applicable, *column.dont_know]
    # list_contains would become a join that folds every cell, not only those that are left over here
    lists = (bind(own, "VARCHAR[]"), bind(_USUAL_WORDS, "VARCHAR[]"))
    says_nothing = " OR ".join(f"list_position({words}, {folded(cell)}) > 0" for words in lists)
    return (
        f"CASE WHEN {cell} IS NULL THEN NULL "
        f"ELSE coalesce({known}, CASE WHEN {says_nothing} THEN NULL ELSE {unreadable} END) END"
    )
