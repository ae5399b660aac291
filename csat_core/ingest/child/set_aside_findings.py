"""What is said of the rows that were set aside: for each column and reason how many, and what to do."""

from dataclasses import asdict
from typing import Any

import duckdb

from csat_core.ingest.child.reshaping import WRONG_SHAPE
from csat_core.ingest.child.set_aside import BAD_DATE, DUPLICATE_ID, NOT_A_NUMBER, OFF_SCALE, STORED_ALREADY
from csat_core.ingest.layouts.shape import Code
from csat_core.ingest.plan import Mapping, Problem
from csat_core.ingest.scales.given_scales import spelled_out

EXAMPLES = 3


def set_aside_problems(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> list[dict[str, Any]]:
    """One problem as plain JSON for each column and reason that set rows aside."""
    return [asdict(problem) for problem in set_aside(connection, mapping)]


def in_table(scale: str) -> str:
    """What a person does on the page to give a column a scale."""
    return f"change its scale to {spelled_out(scale)} under Columns"


def set_aside(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> list[Problem]:
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
        on_page = f"{declared}. If that means no answer, {in_table(f'{scales.get(name)},{such_as}=na')}."
        on_pages = {
            OFF_SCALE: on_page,
            Code.UNFINISHED: words[code].replace(
                "To keep them: --unfinished keep", "What was detected offers to keep them"
            ),
        }
        problems.append(
            Problem(
                code=code, column=name, count=count, example_row=row, message=words[code], on_page=on_pages.get(code)
            )
        )
    return problems


def there_already(count: int, name: str) -> str:
    """Rows that the dataset has, by the column that says so."""
    how = f"by '{name}'" if name else "letter for letter"
    return (
        f"{count:,} {'row is' if count == 1 else 'rows are'} in the dataset already, {how}; they are not added again."
    )


def near_labels(connection: duckdb.DuckDBPyConnection) -> list[Problem]:
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
        problems.append(
            Problem(code="near_label", column=name, count=count, example_row=row, message=message, on_page=on_page)
        )
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


def _rows(count: int) -> str:
    return f"{count:,} {'row was' if count == 1 else 'rows were'} set aside"
