"""The staged text as typed rows: one statement that reads every cell and says which column sets a row aside."""

import re
from dataclasses import dataclass

import duckdb

from csat_core.ingest.expressions import (
    Bindings,
    bucket,
    cell_at,
    day,
    folded,
    free_text,
    grouped_number,
    label,
    looked_up,
    plain_number,
    rating_number,
    unit,
)
from csat_core.ingest.mapping import columns_of
from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.ingest.reading import fold, rating_of
from csat_core.ingest.scales import words_in
from csat_core.ingest.vocabulary import DONT_KNOW as DONT_KNOW_WORDS
from csat_core.ingest.vocabulary import NOT_APPLICABLE as NOT_APPLICABLE_WORDS
from csat_core.model.dataset import Role
from csat_core.model.scale import BLANK, DONT_KNOW, NOT_APPLICABLE, Scale, number_text

DUPLICATE = 0
"""In `bad`, beside the positions of the columns (from 1) that set a row aside."""

_TYPES = {"q": "SMALLINT", "s": "VARCHAR", "n": "DOUBLE", "t": "VARCHAR"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """What the cells of a rated column are stored as: positions, or the negative codes of non-answers."""

    written: dict[str, int]
    """By the text as files usually write it: the short way for nearly every cell."""
    folded: dict[str, int]
    numbers: dict[float, int]
    """By number, where the answers are numbers."""


def codes_of(column: ColumnMapping) -> Codes:
    """What the answers of a rated column are stored as, the meanings given for this column before the usual ones."""
    assert column.scale is not None
    scale = column.scale
    folded_codes = dict.fromkeys(words_in(NOT_APPLICABLE_WORDS), NOT_APPLICABLE)
    folded_codes |= dict.fromkeys(words_in(DONT_KNOW_WORDS), DONT_KNOW)
    folded_codes |= dict(column.positions)
    given = dict.fromkeys(column.not_applicable, NOT_APPLICABLE) | dict.fromkeys(column.dont_know, DONT_KNOW)
    folded_codes |= given
    numbers: dict[float, int] = {}
    if reads_numbers(scale):
        numbers = {value: position for position, value in enumerate(scale.values, 1)}
        numbers |= {number: code for text, code in given.items() if (number := rating_of(text)[0]) is not None}
    written = {number_text(number): code for number, code in numbers.items() if number_text(number) not in folded_codes}
    written |= {
        text: folded_codes.get(fold(text), position)
        for position, text in enumerate(scale.labels, 1)
        if fold(text) in folded_codes or numbers
    }
    return Codes(written=written | folded_codes, folded=folded_codes, numbers=numbers)


def reads_numbers(scale: Scale) -> bool:
    """Whether plain numbers are answers on `scale`: every label is its number, or carries it beside words."""
    return all(
        number_text(value) in re.findall(r"-?[0-9]+(?:\.[0-9]+)?", text)
        for value, text in zip(scale.values, scale.labels, strict=True)
    )


def create_checked(connection: duckdb.DuckDBPyConnection, mapping: Mapping, salt: str) -> None:
    """Nothing; temporary table `checked` holds every row of the right shape: row, typed columns, bucket and bad.

    `bad` is NULL for a row that can be kept, else the position of the first column in the file that sets it aside.
    """
    bind = Bindings()
    kept = columns_of(mapping)
    units = _units(connection, kept)
    typed = [f"{_typed(column, mapping.decimal, units, bind)} AS {id}" for id, column in kept]
    if not any(id == "day" for id, _ in kept):
        typed.append("NULL::DATE AS day")
    by_role = {column.role: id for id, column in kept}
    keys = [by_role[role] for role in (Role.CUSTOMER, Role.RESPONSE_ID) if role in by_role]
    whose = f"coalesce({', '.join([*keys, f'{bind(salt)} || row'])})"
    connection.execute(
        f"CREATE TEMP TABLE checked AS SELECT *, {bucket(whose)} AS bucket, {_bad(kept)} AS bad "
        f"FROM (SELECT row, {', '.join(typed)} FROM lines)",
        bind.values,
    )


def mark_duplicates(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> None:
    """Nothing; of the rows that could be kept and share a response id all but the first are marked in `bad`."""
    id = next((id for id, column in columns_of(mapping) if column.role is Role.RESPONSE_ID), None)
    if id is None:
        return
    connection.execute(
        f"CREATE TEMP TABLE repeated AS SELECT {id} AS id, min(row) AS first FROM checked "
        f"WHERE bad IS NULL AND {id} IS NOT NULL GROUP BY {id} HAVING count(*) > 1"
    )
    if connection.execute("SELECT count(*) FROM repeated").fetchall()[0][0]:
        later = f"bad IS NULL AND {id} = repeated.id AND row > first"
        connection.execute(f"UPDATE checked SET bad = {DUPLICATE} FROM repeated WHERE {later}")


def _bad(kept: list[tuple[str, ColumnMapping]]) -> str:
    """The position of the first column that cannot be read, in the order of the file."""
    tests = {"q": "{} IS NULL", "n": "isnan({})", "d": "isinf({})"}
    branches = [
        f"WHEN {tests[id[0]].format(id)} THEN {column.position}"
        for id, column in sorted(kept, key=lambda pair: pair[1].position)
        if id[0] in tests
    ]
    return f"CASE {' '.join(branches)} END::INTEGER" if branches else "NULL::INTEGER"


def _typed(column: ColumnMapping, decimal: str, units: dict[int, str], bind: Bindings) -> str:
    """The value of a cell; where it cannot be read NULL for a rating, NaN for a number, infinity for a day."""
    cell = cell_at(column.position)
    match column.role.storage:
        case "question":
            return _rating(cell, column, bind)
        case "number":
            return _number(cell, column, decimal, units.get(column.position, ""), bind)
        case "day":
            known = day(cell, column.date_order or "ymd")
            return _or_blank(cell, column, known, "'infinity'::DATE", bind)
        case "segment":
            return label(cell)
    return free_text(cell) if column.role is Role.COMMENT else label(cell)


def _rating(cell: str, column: ColumnMapping, bind: Bindings) -> str:
    """The code of a rating: by its text as it stands, and only where that is not known folded and as a number."""
    codes = codes_of(column)
    assert column.scale is not None
    short = looked_up(codes.written, cell, bind, "SMALLINT")
    long = [looked_up(codes.folded, "f", bind, "SMALLINT"), f"CASE WHEN f = '' THEN {BLANK} END"]
    if codes.numbers:
        values, stored = (bind(list(part), kind) for part, kind in _both(codes.numbers))
        long.append(f"{stored}[list_position({values}, {rating_number('f', max(column.scale.values))})]")
    found = f"coalesce({short}, list_transform([{folded(cell)}], lambda f: coalesce({', '.join(long)}))[1])"
    return f"CASE WHEN {cell} IS NULL THEN {BLANK} ELSE {found} END::SMALLINT"


def _both(numbers: dict[float, int]) -> tuple[tuple[list[float], str], tuple[list[int], str]]:
    return (list(numbers), "DOUBLE[]"), (list(numbers.values()), "SMALLINT[]")


def _number(cell: str, column: ColumnMapping, decimal: str, main_unit: str, bind: Bindings) -> str:
    flags = looked_up(dict(column.positions), folded(cell), bind, "DOUBLE")
    grouped = f"CASE WHEN {unit(cell)} IN ('', {bind(main_unit)}) THEN {grouped_number(cell, decimal)} END"
    known = f"coalesce({plain_number(cell, decimal)}, {flags}, {grouped})"
    return _or_blank(cell, column, known, "'nan'::DOUBLE", bind)


def _or_blank(cell: str, column: ColumnMapping, known: str, unreadable: str, bind: Bindings) -> str:
    """`known`; where it is NULL, NULL for a cell that says nothing and `unreadable` for any other."""
    silent = words_in(NOT_APPLICABLE_WORDS) | words_in(DONT_KNOW_WORDS) | {*column.not_applicable, *column.dont_know}
    # list_contains would become a join that folds every cell, not only those that are left over here
    says_nothing = f"list_position({bind(['', *sorted(silent)], 'VARCHAR[]')}, {folded(cell)}) > 0"
    return (
        f"CASE WHEN {cell} IS NULL THEN NULL "
        f"ELSE coalesce({known}, CASE WHEN {says_nothing} THEN NULL ELSE {unreadable} END) END"
    )


def _units(connection: duckdb.DuckDBPyConnection, kept: list[tuple[str, ColumnMapping]]) -> dict[int, str]:
    """The unit most cells of each number column carry, by position; cells in another unit are no numbers beside it."""
    numbers = [column.position for id, column in kept if id.startswith("n")]
    if not numbers:
        return {}
    modes = [
        f"mode(nullif({unit(cell)}, '')) FILTER (TRY_CAST({cell} AS DOUBLE) IS NULL)" for cell in map(cell_at, numbers)
    ]
    found = connection.execute(f"SELECT {', '.join(modes)} FROM lines").fetchall()[0]
    return {position: text for position, text in zip(numbers, found, strict=True) if text}
