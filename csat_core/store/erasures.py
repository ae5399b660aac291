"""Erasures: every row of one customer leaves a dataset for good; the log says that it happened, and not to whom."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from csat_core.errors import CsatError
from csat_core.model.dataset import Dataset, Role
from csat_core.store import catalogue, filled, money_once, replacements, settings
from csat_core.store.backups import known_backups
from csat_core.store.catalogue import table_of
from csat_core.store.connection import Store
from csat_core.store.recounts import count_anew

ERASED = "(erased)"


class NoCustomersError(CsatError):
    """A dataset in which nobody can be found."""

    def __init__(self, dataset: Dataset) -> None:
        super().__init__(
            f"'{dataset.name}' has no column that says the customer, so nobody can be found in it; "
            'undo its import, and bring it in again with the customer\'s column mapped (--map "COLUMN=customer").'
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What an erasure removed, or would remove."""

    responses: int
    set_aside: int
    """Rows that had been set aside on the way in, and earlier versions of responses."""
    left: int
    """Responses that the dataset has afterwards."""
    backups: tuple[Path, ...]
    """Copies made before, which hold the rows still."""
    is_overwritten: bool
    """Whether the room of the rows in the file is written over, too."""


def erase(store: Store, dataset_id: int, customer: str, *, dry_run: bool = False) -> Erased:
    """What was removed of `customer`, whose id is compared letter for letter.

    Raises NoCustomersError, DatasetNotFoundError.

    The counts of the dataset are made anew at a new version. The log of imports keeps how many rows once came in.
    """
    table = table_of(dataset_id)
    with store.write() as cursor:
        dataset = catalogue.dataset(store, dataset_id)
        is_meant = _condition(dataset)
        whose = {"customer": customer, "code": settings.code_of(cursor, customer)}
        found = cursor.execute(f"SELECT count(*) FILTER ({is_meant}), count(*) FROM {table}", whose).fetchall()[0]
        responses, total = int(found[0]), int(found[1])
        once = replacements.of_customer(cursor, dataset.id, is_meant, whose)
        aside = sorted({row for id in whose.values() for row in _set_aside_rows(cursor, dataset.id, id)})
        if not dry_run and (responses or once or aside):
            if responses or once:
                cursor.execute(f"DELETE FROM {table} WHERE {is_meant}", whose)
                replacements.erase(cursor, dataset.id, is_meant, whose)
                filled.tidy(cursor, dataset.id)
                money_once.share(cursor, dataset.id)  # days may be gone, and rounds with them
                _rewrite(cursor, table)
                count_anew(cursor, dataset)
            _forget_set_aside(cursor, dataset.id, aside)
            _forget_in_problems(cursor, dataset.id, customer)
            cursor.execute("UPDATE datasets SET version = version + 1 WHERE dataset_id = ?", [dataset.id])
            cursor.execute(
                "INSERT INTO erasures SELECT coalesce(max(erasure_id), 0) + 1, ?, now()::TIMESTAMP, ?, ? FROM erasures",
                [dataset.id, responses, len(aside) + once],
            )
    return Erased(
        responses=responses,
        set_aside=len(aside) + once,
        left=total - responses,
        backups=known_backups(store),
        is_overwritten=not dry_run and store.overwrite_freed(),
    )


def _condition(dataset: Dataset) -> str:
    """What is true of the responses of `$customer`, whether the id is kept or its code."""
    columns = dataset.with_role(Role.CUSTOMER)
    if not columns:
        raise NoCustomersError(dataset)
    return " OR ".join(f"{column.id} IN ($customer, $code)" for column in columns)


def _rewrite(cursor: duckdb.DuckDBPyConnection, table: str) -> None:
    """Nothing; the rows that are left lie elsewhere, because a deleted row stays among its neighbours in the file."""
    cursor.execute(f"CREATE TABLE {table}_left AS SELECT * FROM {table}")
    cursor.execute(f"DROP TABLE {table}")
    cursor.execute(f"ALTER TABLE {table}_left RENAME TO {table}")


def _set_aside_rows(cursor: duckdb.DuckDBPyConnection, dataset_id: int, customer: str) -> list[tuple[int, int]]:
    """The rows set aside, as (import, row), that hold the id as a whole cell, whatever the column."""
    written = json.dumps(customer, ensure_ascii=False)[1:-1]
    rows = cursor.execute(
        'SELECT import_id, "row", "value", raw FROM rejected_rows JOIN imports USING (import_id) '
        "WHERE dataset_id = $dataset AND (contains(raw, $written) OR contains(raw, $customer) "
        'OR trim("value") = trim($customer))',
        {"dataset": dataset_id, "written": written, "customer": customer},
    ).fetchall()
    wanted = customer.strip()
    return [
        (import_id, row)
        for import_id, row, value, raw in rows
        if any(cell.strip() == wanted for cell in (value or "", *_cells(raw)))
    ]


def _cells(raw: str) -> Iterator[str]:
    """The cells of a row kept raw: an object by column, or a list where it had not the shape of the table."""
    kept = json.loads(raw)
    for cell in kept.values() if isinstance(kept, dict) else kept if isinstance(kept, list) else [kept]:
        yield "" if cell is None else str(cell)


def _forget_set_aside(cursor: duckdb.DuckDBPyConnection, dataset_id: int, rows: Sequence[tuple[int, int]]) -> None:
    if not rows:
        return
    cursor.executemany('DELETE FROM rejected_rows WHERE import_id = ? AND "row" = ?', [list(row) for row in rows])
    # the others are written anew: see _rewrite
    cursor.execute("CREATE TEMP TABLE set_aside_left AS SELECT * FROM rejected_rows")
    cursor.execute("DELETE FROM rejected_rows")
    cursor.execute("INSERT INTO rejected_rows SELECT * FROM set_aside_left")
    cursor.execute("DROP TABLE set_aside_left")


def _forget_in_problems(cursor: duckdb.DuckDBPyConnection, dataset_id: int, customer: str) -> None:
    """Nothing; the sentences about what was found in the file give the id no more as an example."""
    found = cursor.execute("SELECT import_id, problems FROM imports WHERE dataset_id = ?", [dataset_id]).fetchall()
    for import_id, problems in found:
        told = json.loads(problems)
        for problem in told:
            for part in ("message", "on_page"):
                if problem.get(part):
                    problem[part] = problem[part].replace(f"'{customer}'", f"'{ERASED}'")
        if told != json.loads(problems):
            cursor.execute("UPDATE imports SET problems = ? WHERE import_id = ?", [json.dumps(told), import_id])
