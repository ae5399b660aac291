"""One look at every row of a large file that is read where it lies: what its columns hold, and how their cells are written.

What was seen stays beside it, so that neither the proposal nor the conversion has to look again: of columns with few
values all of them, of the others in how many cells the tests hold that the conversion will ask for; and where every cell
is as those that were sampled, all of them in columns (`in_columns`).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb

from csat_core.ingest.child import in_columns
from csat_core.ingest.child.altered import at_sight
from csat_core.ingest.child.in_columns import Kind, all_as, one_of_few
from csat_core.ingest.child.typed_cells import needs_more
from csat_core.ingest.formats.in_place import HEAD, IRREGULAR, SAMPLED, is_blank
from csat_core.ingest.formats.table import SPACES, Parsed, cell_names
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.texts.column_measures import (
    MOST_DISTINCT,
    Measures,
    Values,
    any_number,
    dates_among,
    days_in,
    has_numbers,
    number_in,
)
from csat_core.ingest.texts.days import usual_day
from csat_core.ingest.texts.expressions import Bindings, plain_number
from csat_core.ingest.texts.marks import decimal_marks
from csat_core.model.dataset import Role

MOST_GROWN = 1_000_000
"""Different values that a column may come to, by what is seen of it, for all of them to be counted in memory."""

ORDERS = ("ymd", "dmy", "mdy")
ONE_IN = 10
"""Of so many sampled values one is tried as a date."""
Counted = Mapping[str, Any]
"""What each aggregate of the look gave, by its SQL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What one look at every row tells."""

    rows: int
    marks: Mapping[str, str]
    """By cell the decimal mark under which its numbers were read."""
    values: tuple[Values, ...]
    measures: Mapping[str, Measures]
    """By cell, of columns with many values that one look settles."""


def surveyed(engine: duckdb.DuckDBPyConnection, parsed: Parsed, folder: Path) -> Survey | None:
    """What the rows of view `staged` hold; None where they are not `parsed.lines` plain rows.

    Tables `seen_values` (cell, value, n) and `seen_tests` (test, n) keep what was seen, and `folder` the rows in columns
    where they may lie so.
    """
    sampled = list(_samples(engine, cell_names(len(parsed.names))))
    written = decimal_marks([column.counts for column in sampled], parsed.delimiter)
    marks = {column.cell: own or written.decimal for column, own in zip(sampled, written.own, strict=True)}
    rows = parsed.lines or 0
    few = {column.cell for column in sampled if _has_few(engine, column, rows)}
    many: list[_Many] = [
        _Many.of(column, marks[column.cell], parsed.is_plain) for column in sampled if column.cell not in few
    ]
    lists = {column.cell: f"histogram({column.cell})" for column in sampled if column.cell in few}
    try:
        typed = [each.as_typed(marks[each.cell]) for each in many]
        listed_as = {c.cell: one_of_few(engine, c.cell, c.counts) for c in sampled if c.cell in few}
        cells = {cell: read for cell, (_, read) in listed_as.items()}
        table = in_columns.write(engine, folder, cells | {each.cell: each.written for each in typed})
        many = typed if table else many
        asked = [*lists.values(), *(part for column in many for part in column.parts)]
        counted = _looked_at(engine, asked, many, table or "staged")
        listed = {cell: {str(value): n for value, n in (counted[part] or {}).items()} for cell, part in lists.items()}
        if counted["count(*)"] != rows or _has_blanks(engine, listed, many, counted, table or "staged"):
            return None
    except IRREGULAR:
        return None
    exact = {cell: counts for cell, counts in listed.items() if len(counts) <= MOST_DISTINCT}
    blank = {f"{cell} IS NULL": rows - filled for cell, filled in _filled(listed, many, counted).items()}
    _keep(engine, exact, blank | {test: n for column in many for test, n in column.held(counted).items()})
    if table:
        kinds = {cell: kind for cell, (kind, _) in listed_as.items()} | {each.cell: each.kind for each in many}
        in_columns.keep(engine, kinds)
    for sample in (SAMPLED, HEAD):
        engine.execute(f"DROP TABLE {sample}")
    return Survey(
        rows=rows,
        marks=marks,
        values=tuple(Values(cell=c.cell, counts=exact.get(c.cell, c.counts), exact=c.cell in exact) for c in sampled),
        measures={column.cell: found for column in many if (found := column.measures(engine, counted)) is not None},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Many:
    """What is asked of a column with many values, whose cells are texts."""

    sampled: Values
    number: str | None
    """What the number of a cell is called; None where no cell seems to be one."""
    number_as_sql: str
    is_plain: bool
    """Whether every value that was sampled is a plain number; grouped ones are not looked for then."""
    readings: Mapping[str, str]
    """By what its cells may be read as (`metric`, `text`, an order of dates) the test of cells that need more for it."""
    is_ascii: bool
    is_spaceless: bool
    """Whether a cell of it is plain text for sure where no space is in it, and no cell that was sampled has one."""
    others: tuple[str, ...]
    """Tests of cells that would be stored otherwise than they stand."""

    @classmethod
    def of(cls, column: Values, decimal: str, is_plain_file: bool) -> "_Many":
        # where some are dates all of them are tried in every order that any of these has
        orders = [order for order, _ in dates_among(islice(column.counts.items(), 0, None, ONE_IN))]
        numeric = not orders and has_numbers(column, decimal)
        is_plain = numeric and all(_is_plain(text, decimal) for text in column.counts)
        roles = {order: _read_as(column, Role.TIME, order) for order in orders}
        if numeric:
            roles["metric"] = _read_as(column, Role.METRIC)
        if not orders and (not numeric or any(text.isdecimal() for text in column.counts)):  # a key may be a number
            roles["text"] = _read_as(column, Role.CUSTOMER)
        measured = list(roles.values())[:1] if orders or numeric else []
        return cls(
            sampled=column,
            number=f"x_{column.cell}" if numeric else None,
            number_as_sql=(plain_number if is_plain else any_number)(column.cell, decimal),
            is_plain=is_plain,
            readings={name: needs_more(role, decimal, Bindings()) for name, role in roles.items()},
            is_ascii=is_plain_file,
            is_spaceless=is_plain_file and not any(" " in text for text in column.counts),
            others=tuple(measure.test for measure in at_sight(measured, decimal)),
        )

    @property
    def cell(self) -> str:
        return self.sampled.cell

    @property
    def kind(self) -> Kind:
        """As what its cells are written in columns."""
        return Kind.TEXT

    @property
    def written(self) -> str:
        """A cell as it is written there, as SQL."""
        return self.cell

    def as_typed(self, decimal: str) -> "_Many":
        """The same of a column whose cells are written as what they all seem to be."""
        lengths = {len(text) for text in self.sampled.counts}
        if list(self.readings) == ["ymd"] and lengths in ({len("2024-01-31")}, {len("2024-01-31 12:00:00")}):
            return _Days(**_fields(self))
        if list(self.readings) == ["metric"] and self.is_plain and decimal == ".":
            return _Numbers(**_fields(self))
        return self

    @property
    def parts(self) -> Iterator[str]:
        """The aggregates that are asked for, as SQL."""
        yield from (f"count({self.cell})", self._mean_length)
        if x := self.number:
            yield from (f"count({x})", f"count_if({x} = floor({x}))", f"min({x})", f"max({x})")
        yield from (self._asked(name, test) for name, test in self.readings.items() if not self._follows(name))
        yield from (f"count_if({test})" for test in self.others)

    @property
    def _mean_length(self) -> str:
        # of ASCII the bytes are the letters, and are there to be read
        return f"avg({'strlen' if self.is_ascii else 'length'}({self.cell}))"

    def _follows(self, reading: str) -> bool:
        """Whether the number of cells that are plain numbers tells how many need more."""
        return reading == "metric" and self.is_plain

    def _asked(self, reading: str, test: str) -> str:
        """The aggregate that tells how many cells need more, or at a sixth of the price that none does."""
        return (
            f"count_if(contains({self.cell}, ' '))" if reading == "text" and self.is_spaceless else f"count_if({test})"
        )

    def held(self, counted: Counted) -> dict[str, int]:
        """In how many cells each test holds, as far as the look tells it."""
        held = {test: counted[f"count_if({test})"] for test in self.others}
        for name, test in self.readings.items():
            if self._follows(name):
                held[test] = counted[f"count({self.cell})"] - counted[f"count({self.number})"]
            elif (found := counted[asked := self._asked(name, test)]) == 0 or test in asked:
                held[test] = found
        return held

    def may_be_blank(self, counted: Counted) -> bool:
        """Whether some cell cannot be read in any way, as one of spaces alone cannot."""
        held = self.held(counted)
        return min(held.get(test, 1) for test in self.readings.values()) > 0

    def measures(self, engine: duckdb.DuckDBPyConnection, counted: Counted) -> Measures | None:
        """What all cells together are like; None where grouped numbers may be among them, for which nothing looked."""
        x, filled = self.number, counted[f"count({self.cell})"]
        if self.is_plain and counted[f"count({x})"] < filled:
            return None
        return Measures(
            filled=filled,
            mean_length=float(counted[self._mean_length] or 0),
            numeric=counted[f"count({x})"] if x else 0,
            whole=counted[f"count_if({x} = floor({x}))"] if x else 0,
            lowest=counted[f"min({x})"] if x else None,
            highest=counted[f"max({x})"] if x else None,
            dates=self._dates(engine, counted, filled),
        )

    def _dates(self, engine: duckdb.DuckDBPyConnection, counted: Counted, filled: int) -> tuple[tuple[str, int], ...]:
        """How many cells read as a date; where no order reads all of them in a usual way their days are listed."""
        held = self.held(counted)
        read = [(order, filled - held[test]) for order, test in self.readings.items() if order in ORDERS]
        is_usual = any(count == filled for _, count in read)
        return tuple(each for each in read if each[1]) if is_usual or not read else days_in(engine, self.sampled)


def _fields(column: _Many) -> dict[str, Any]:
    return {field.name: getattr(column, field.name) for field in fields(column)}


class _Days(_Many):
    """The same of days, years first, that are all written at one length."""

    @property
    def kind(self) -> Kind:
        return Kind.DAY

    @property
    def written(self) -> str:
        has_length = f"strlen({self.cell}) = {self._length}"
        return all_as(f"CASE WHEN {has_length} THEN {usual_day(self.cell, 'ymd')} END", self.cell)

    @property
    def _length(self) -> int:
        return len(next(iter(self.sampled.counts)))

    @property
    def parts(self) -> Iterator[str]:
        yield f"count({self.cell})"

    def held(self, counted: Counted) -> dict[str, int]:
        timed = counted[f"count({self.cell})"] if self._length > len("2024-01-31") else 0
        return {self.readings["ymd"]: 0, **dict.fromkeys(self.others, timed)}

    def measures(self, engine: duckdb.DuckDBPyConnection, counted: Counted) -> Measures:
        filled = counted[f"count({self.cell})"]
        return Measures(
            filled=filled, mean_length=float(self._length), numeric=0, whole=0, lowest=None, highest=None,
            dates=(("ymd", filled),) if filled else (),
        )  # fmt: skip


class _Numbers(_Many):
    """The same of plain numbers with a decimal point, of which none could be a key."""

    @property
    def kind(self) -> Kind:
        return Kind.NUMBER

    @property
    def written(self) -> str:
        return all_as(self.number_as_sql, self.cell)

    @property
    def parts(self) -> Iterator[str]:
        yield from (f"count({self.cell})", f"count_if({self.cell} = floor({self.cell}))")
        yield from (f"min({self.cell})", f"max({self.cell})")

    def held(self, counted: Counted) -> dict[str, int]:
        return {self.readings["metric"]: 0}

    def measures(self, engine: duckdb.DuckDBPyConnection, counted: Counted) -> Measures:
        cell, texts = self.cell, self.sampled.counts
        filled = counted[f"count({cell})"]
        return Measures(
            filled=filled, mean_length=sum(len(text) * n for text, n in texts.items()) / max(1, sum(texts.values())),
            numeric=filled, whole=counted[f"count_if({cell} = floor({cell}))"], lowest=counted[f"min({cell})"],
            highest=counted[f"max({cell})"], dates=(),
        )  # fmt: skip


def _read_as(column: Values, role: Role, order: str | None = None) -> ColumnMapping:
    return ColumnMapping(position=int(column.cell[1:]), name="", role=role, reason="", date_order=order)


def _is_plain(text: str, decimal: str) -> bool:
    """Whether the engine reads a value as a number as it stands."""
    return number_in(text, decimal) is not None and re.fullmatch(r"-?[0-9]*[.,]?[0-9]+", text) is not None


def _looked_at(engine: duckdb.DuckDBPyConnection, parts: Sequence[str], many: Sequence[_Many], table: str) -> Counted:
    asked = list(dict.fromkeys(["count(*)", *parts]))
    as_texts = [column for column in many if column.kind is Kind.TEXT and column.number]
    numbers = "".join(f", {column.number_as_sql} AS {column.number}" for column in as_texts)
    found = engine.execute(f"SELECT {', '.join(asked)} FROM (SELECT *{numbers} FROM {table})").fetchall()[0]
    return dict(zip(asked, found, strict=True))


def _has_blanks(
    engine: duckdb.DuckDBPyConnection,
    listed: Mapping[str, Mapping[str, int]],
    many: Sequence[_Many],
    counted: Counted,
    table: str,
) -> bool:
    """Whether a cell is of spaces alone, or a row has no cell."""
    if any(not value.strip(SPACES) for values in listed.values() for value in values):
        return True
    filled = _filled(listed, many, counted)
    tests = [is_blank(column.cell) for column in many if column.may_be_blank(counted)]
    tests += [" AND ".join(f"{cell} IS NULL" for cell in filled)] if max(filled.values()) < counted["count(*)"] else []
    return bool(tests) and any(
        engine.execute(f"SELECT {', '.join(f'count_if({test})' for test in tests)} FROM {table}").fetchall()[0]
    )


def _filled(listed: Mapping[str, Mapping[str, int]], many: Sequence[_Many], counted: Counted) -> dict[str, int]:
    """How many cells of each column are not blank."""
    return {cell: sum(values.values()) for cell, values in listed.items()} | {
        column.cell: counted[f"count({column.cell})"] for column in many
    }


def _samples(engine: duckdb.DuckDBPyConnection, cells: Sequence[str]) -> Iterator[Values]:
    rows = engine.execute(f"SELECT {', '.join(cells)} FROM {SAMPLED}").fetchall()
    for cell, column in zip(cells, zip(*rows, strict=True), strict=True):
        counts = Counter(column)
        counts.pop(None, None)
        yield Values(cell=cell, counts=counts, exact=False)


def _has_few(engine: duckdb.DuckDBPyConnection, column: Values, rows: int) -> bool:
    """Whether a column seems to have few different values in all.

    The values that were seen once tell how many are still to come (Good and Turing).
    """
    if len(column.counts) > MOST_DISTINCT:
        return False
    distinct, once, looked_at = engine.execute(
        "SELECT count(*), count_if(n = 1), coalesce(sum(n), 0)::BIGINT FROM "
        f"(SELECT count(*) AS n FROM {HEAD} WHERE {column.cell} IS NOT NULL GROUP BY {column.cell})"
    ).fetchall()[0]
    return bool(distinct <= MOST_DISTINCT and once * rows <= MOST_GROWN * max(looked_at, 1))


def _keep(engine: duckdb.DuckDBPyConnection, exact: Mapping[str, Mapping[str, int]], held: Mapping[str, int]) -> None:
    engine.execute("CREATE TABLE seen_values (cell VARCHAR, value VARCHAR, n BIGINT)")
    for cell, counts in exact.items():
        listed = [cell, list(counts), list(counts.values())]
        engine.execute("INSERT INTO seen_values SELECT ?, unnest(?::VARCHAR[]), unnest(?::BIGINT[])", listed)
    engine.execute("CREATE TABLE seen_tests (test VARCHAR, n BIGINT)")
    engine.execute(
        "INSERT INTO seen_tests SELECT unnest(?::VARCHAR[]), unnest(?::BIGINT[])", [list(held), list(held.values())]
    )
