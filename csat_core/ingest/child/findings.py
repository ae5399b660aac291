"""What a person should know of the data after the conversion: problems, each counted and with an example row."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

import duckdb

from csat_core.ingest.child.conduct import conduct_problems
from csat_core.ingest.child.repeated_money import money_problems
from csat_core.ingest.child.reshaping import WRONG_SHAPE
from csat_core.ingest.child.set_aside import BAD_DATE, DUPLICATE_ID, NOT_A_NUMBER, OFF_SCALE, STORED_ALREADY
from csat_core.ingest.child.spans import ends_before_starts
from csat_core.ingest.child.summary import Answers
from csat_core.ingest.child.typed_rows import batches, each_of
from csat_core.ingest.child.wide_columns import WIDE
from csat_core.ingest.layouts.shape import Code
from csat_core.ingest.plan import ColumnMapping, Mapping, Problem
from csat_core.ingest.scales.given_scales import spelled_out
from csat_core.ingest.texts.packed_dates import OTHERWISE, TURNED
from csat_core.ingest.texts.reading import rating_of
from csat_core.ingest.texts.stated_orders import order_stated
from csat_core.ingest.texts.zones import time_zone
from csat_core.model.dataset import Role
from csat_core.model.scale import DONT_KNOW, NOT_APPLICABLE, NOT_ASKED, number_text

MANY_BLANK = 0.9
EXAMPLES = 3
EARLIEST = date(1990, 1, 1)
"""Days before are hardly those of an answer; placeholders such as 1900-01-01 are."""
FAR_YEARS = 10
"""So far from nearly all other days a day is hardly right either."""

Columns = list[dict[str, Any]]
FirstRow = Callable[[str, int | None], int | None]
"""The first row in which a question, by its id, has a code; with None in which it has an answer. None without one."""


def problems_of(
    connection: duckdb.DuckDBPyConnection, mapping: Mapping, columns: Columns, counts: dict[str, int], answers: Answers
) -> list[dict[str, Any]]:
    """The problems as plain JSON: rows set aside, then what was assumed, then what is missing or always the same.

    `columns` and `answers` are what `summary` counted; `counts` has the numbers of accepted rows and of misfits.
    """
    by_position = {column["position"]: column for column in columns}
    problems = _set_aside(connection, mapping) + _near_labels(connection)
    first = _first_rows(connection, list(answers))
    for column in mapping.used:
        told = by_position[column.position]
        problems += _assumed(first, column, told)
        problems += _date_order(column, told)
        problems += _far_days(connection, column)
        problems += _blanks(column, told, counts["accepted"])
        problems += _not_asked(first, column, told)
    problems += ends_before_starts(connection, mapping)
    problems += _constants(connection, columns, answers)
    problems += conduct_problems(connection, mapping)
    problems += money_problems(connection, mapping)
    if not any(column.role is Role.TIME for column in mapping.used):
        message = "No column is used as the date: scores can be shown, changes over time cannot."
        problems.append(_problem("no_dates", None, counts["accepted"], None, message))
    return [asdict(problem) for problem in problems]


def set_aside_problems(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> list[dict[str, Any]]:
    """One problem as plain JSON for each column and reason that set rows aside."""
    return [asdict(problem) for problem in _set_aside(connection, mapping)]


def _problem(
    code: str, column: str | None, count: int, row: int | None, message: str, on_page: str | None = None
) -> Problem:
    return Problem(code=code, column=column, count=count, example_row=row, message=message, on_page=on_page)


def _in_table(scale: str) -> str:
    """What a person does on the page to give a column a scale."""
    return f"change its scale to {spelled_out(scale)} under Columns"


def _set_aside(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> list[Problem]:
    """One problem for each column and reason that set rows aside."""
    scales = {column.name: column.scale.name for column in mapping.used if column.scale}
    rows = connection.execute(
        f'SELECT "column", code, count(*), min(row), arg_min("value", row, {EXAMPLES}), arg_min(reason, row) FROM set_aside '
        'GROUP BY "column", code ORDER BY count(*) DESC, min(row), min(place), code'
    ).fetchall()
    problems = []
    for name, code, count, row, values, reason in rows:
        such = ", ".join(dict.fromkeys(f"'{value}'" for value in values or ()))
        words = {
            OFF_SCALE: f"{_rows(count)} with answers in '{name}' that are not on its scale {scales.get(name)}, such as "
            f'{such}; a code that means no answer can be declared: --scale "{name}={scales.get(name)},CODE=na".',
            NOT_A_NUMBER: f"{_rows(count)} with cells in '{name}' that are no numbers, such as {such}.",
            BAD_DATE: f"{_rows(count)} with cells in '{name}' that are no dates, such as {such}.{_whys(connection, code)}",
            DUPLICATE_ID: f"{_rows(count)} repeating a response id of '{name}', such as {such}; the first stays.",
            STORED_ALREADY: there_already(count, name or ""),
            WRONG_SHAPE: f"{_rows(count)} for not fitting the table, such as row {row:,}: {reason}.",
            Code.PREVIEW: f"{_rows(count)} as a preview or a test, such as row {row:,}: {reason}.",
            Code.UNFINISHED: f"{_rows(count)} as unfinished, such as row {row:,}: {reason}. To keep them: --unfinished keep.",
            Code.FOOTER: f"{_rows(count)} for not being a response, such as row {row:,}: {reason}.",
        }
        declared = words[code].partition("; a code that")[0]
        such_as = next(iter(values or ()), "99")
        on_page = f"{declared}. If that means no answer, {_in_table(f'{scales.get(name)},{such_as}=na')}."
        on_pages = {
            OFF_SCALE: on_page,
            Code.UNFINISHED: words[code].replace(
                "To keep them: --unfinished keep", "What was detected offers to keep them"
            ),
        }
        problems.append(_problem(code, name, count, row, words[code], on_pages.get(code)))
    return problems


def there_already(count: int, name: str) -> str:
    """Rows that the dataset has, by the column that says so."""
    how = f"by '{name}'" if name else "letter for letter"
    return (
        f"{count:,} {'row is' if count == 1 else 'rows are'} in the dataset already, {how}; they are not added again."
    )


def _near_labels(connection: duckdb.DuckDBPyConnection) -> list[Problem]:
    """One problem for each column with answers that were set aside and are a slip away from a label of its scale."""
    rows = connection.execute(
        'SELECT "column", count(*), min(row), arg_min("value", row), arg_min(label, row) FROM set_aside '
        f'JOIN near USING ("column", "value") WHERE code = \'{OFF_SCALE}\' GROUP BY "column" ORDER BY count(*) DESC, min(row), min(place)'
    ).fetchall()
    problems = []
    for name, count, row, value, label in rows:
        found = f"{_rows(count)} with answers in '{name}' that look misspelt, such as '{value}' for '{label}'"
        message = f'{found}; to read each as the answer it is nearest to: --scale "{name}=near", or --near for every question.'
        on_page = (
            f"{found}; 'Read misspelt answers' below the rows set aside reads each as the answer it is nearest to."
        )
        problems.append(_problem("near_label", name, count, row, message, on_page))
    return problems


def _whys(connection: duckdb.DuckDBPyConnection, code: str) -> str:
    """The reasons of the rows that were set aside with `code`, each with how many, to stand behind a sentence."""
    found = connection.execute(
        "SELECT reason, count(*) FROM set_aside WHERE code = $code GROUP BY reason ORDER BY count(*) DESC, min(row), reason",
        {"code": code},
    ).fetchall()
    if len(found) == 1:
        return f" {found[0][0]}"
    return "".join(f" {count:,}: {reason}" for reason, count in found)


def _first_rows(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> FirstRow:
    """What tells the first row in which a question has a code, or any answer; of hundreds of questions all in one look."""

    def looked_up(id: str, code: int | None) -> int | None:
        test = "> 0" if code is None else f"= {code}"
        row: int | None = connection.execute(f"SELECT min(row) FROM kept WHERE {id} {test}").fetchall()[0][0]
        return row

    if len(ids) <= WIDE:
        return looked_up
    found: dict[tuple[str, int | None], int] = {}
    firsts = f"SELECT id, value, min(row) FROM {each_of(ids)} GROUP BY id, value ORDER BY 3"
    for id, code, row in connection.execute(firsts).fetchall():
        found[id, code] = row
        if code > 0:
            found.setdefault((id, None), row)
    return lambda id, code: found.get((id, code))


def _rows(count: int) -> str:
    return f"{count:,} {'row was' if count == 1 else 'rows were'} set aside"


def _assumed(first: FirstRow, column: ColumnMapping, told: dict[str, Any]) -> list[Problem]:
    if not column.assumed or column.scale is None:
        return []
    zero = "0" in column.not_applicable
    codes = [text for text in column.dont_know if rating_of(text)[0] is not None]
    code = NOT_APPLICABLE if zero and told["not_applicable"] else DONT_KNOW if codes else None
    count = (
        told["not_applicable"] if zero and told["not_applicable"] else told["dont_know"] if codes else told["answered"]
    )
    row = first(told["id"], code)
    read_so = column.scale.name + "".join([",0=na" * zero, *(f",{code}=dk" for code in codes)])
    scale = column.ways[0] if column.ways and column.positions else read_so
    options, actions = f'--scale "{column.name}={scale}"', _in_table(scale)
    if column.rival:
        options += f', or --scale "{column.name}={column.rival}"'
        actions += f", or to {column.rival}"
    if zero:
        high = number_text(max(column.scale.values))
        options += f', or --scale "{column.name}=0-{high}" if 0 is an answer'
        actions += f", or to 0-{high} if 0 is an answer"
    if codes:
        options += f', or --scale "{column.name}={column.scale.name}" to set such rows aside'
        actions += f", or to {column.scale.name} to set such rows aside"
    found = f"'{column.name}': {column.reason} To settle it"
    return [_problem("assumed_scale", column.name, count, row, f"{found}: {options}.", f"{found}, {actions}.")]


def _date_order(column: ColumnMapping, told: dict[str, Any]) -> list[Problem]:
    if column.role is not Role.TIME:
        return []
    problems = []
    order = column.date_order or ""
    words = {"dmy": "the day first", "mdy": "the month first"}.get(order)
    if order == "ymd" and OTHERWISE in column.reason:
        words = "the year first"
    if words:
        message = f"The dates in '{column.name}' are read with {words}. {column.reason}".strip()
        problems.append(_problem("date_order", column.name, told["answered"], None, message))
    if column.date_order == TURNED:
        stated = order_stated(column.name) == TURNED
        why = "as its name says" if stated else "because a spreadsheet had taken days for months"
        message = (
            f"In '{column.name}' day and month behind a year change places: 2026-03-02 is read as 3 February, {why}."
        )
        problems.append(_problem("date_order", column.name, told["answered"], None, message))
    zone = time_zone(column.name)
    if zone:
        message = f"'{column.name}' says that its times are those of {zone}: every day is kept as it is written there."
        problems.append(_problem("time_zone", column.name, told["answered"], None, message))
    if told["blank"]:
        message = f"{told['blank']:,} of the rows kept have no date in '{column.name}': trends leave them out."
        problems.append(_problem("no_day", column.name, told["blank"], None, message))
    return problems


def _far_days(connection: duckdb.DuckDBPyConnection, column: ColumnMapping) -> list[Problem]:
    """A problem where days lie before 1990, after tomorrow, or years from nearly all others; the rows are kept."""
    if column.role is not Role.TIME:
        return []
    count, row, day = connection.execute(
        "WITH bulk AS (SELECT quantile_disc(day, 0.05) AS low, quantile_disc(day, 0.95) AS high FROM kept), "
        f"far AS (SELECT row, day FROM kept, bulk WHERE day < greatest($earliest, low - INTERVAL {FAR_YEARS} YEAR) "
        f"OR day > least(current_date + 1, high + INTERVAL {FAR_YEARS} YEAR)) "
        "SELECT count(*), min(row), arg_min(day, row) FROM far",
        {"earliest": EARLIEST},
    ).fetchall()[0]
    if not count:
        return []
    is_are = "row has a day" if count == 1 else "rows have days"
    message = (
        f"{count:,} {is_are} in '{column.name}' that can hardly be right, such as {day.isoformat()}: before 1990, after "
        f"tomorrow, or more than {FAR_YEARS} years from nearly all others. Such rows are kept; a period leaves them out."
    )
    return [_problem("far_day", column.name, count, row, message)]


def _blanks(column: ColumnMapping, told: dict[str, Any], accepted: int) -> list[Problem]:
    kept = column.role.storage in ("question", "number", "segment")
    if not kept or not accepted or told["blank"] < MANY_BLANK * accepted:
        return []
    message = (
        f"{100 * told['blank'] / accepted:.0f} % of '{column.name}' is blank: {told['answered']:,} cells are filled."
    )
    return [_problem("many_blank", column.name, told["blank"], None, message)]


def _not_asked(first: FirstRow, column: ColumnMapping, told: dict[str, Any]) -> list[Problem]:
    if not told["not_asked"]:
        return []
    row = first(told["id"], NOT_ASKED)
    blank = f": where it was shown and left out stands {column.silent[0]}" if "" in column.not_asked else ""
    message = f"{told['not_asked']:,} of the rows kept were not asked '{column.name}', as the file says itself{blank}."
    return [_problem("not_asked", column.name, told["not_asked"], row, message)]


def _constants(connection: duckdb.DuckDBPyConnection, columns: Columns, answers: Answers) -> list[Problem]:
    """One problem for each question or number of one value; everyone may well have been invited, and a file be of one shop."""
    spread = [column["id"] for column in columns if column["role"] != Role.INVITED and column["answered"] > 1]
    given = {id: [code for code in answers[id] if code > 0] for id in spread if id in answers}
    same = {id: codes[0] for id, codes in given.items() if len(codes) == 1}
    same |= _only_numbers(connection, [id for id in spread if id.startswith("n")])
    problems = []
    for column in columns:
        if column["id"] in same:
            scale = column["scale"]
            value = scale["labels"][same[column["id"]] - 1] if scale else number_text(same[column["id"]])
            message = f"Every answer in '{column['name']}' is '{value}': there is nothing to compare."
            problems.append(_problem("constant", column["name"], column["answered"], None, message))
    return problems


def _only_numbers(connection: duckdb.DuckDBPyConnection, ids: list[str]) -> dict[str, Any]:
    """The number of each column that has one only."""
    same: dict[str, Any] = {}
    if len(ids) > WIDE:
        least = f"SELECT id, min(value) AS low FROM {each_of(ids)} GROUP BY id HAVING low = max(value)"
        return dict(connection.execute(least).fetchall())
    for batch in batches(ids):
        parts = ", ".join(f"min({id}), max({id})" for id in batch)
        ends = connection.execute(f"SELECT {parts} FROM kept").fetchall()[0]
        same |= {id: ends[2 * i] for i, id in enumerate(batch) if ends[2 * i] == ends[2 * i + 1]}
    return same
