"""Imports: one transaction each, recorded with what was detected, decided and set aside; any of them can be undone."""

import json
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import duckdb
import pyarrow as pa

from csat_core.errors import CsatError
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.formats import day
from csat_core.model.plan import UNPLANNED, Plan
from csat_core.store import catalogue, filled, joined_money, money_once, replacements
from csat_core.store.catalogue import table_of
from csat_core.store.connection import Store
from csat_core.store.incoming import Incoming, loaded, names_in
from csat_core.store.left_out import THERE_ALREADY, lacks_responses
from csat_core.store.plans import in_currency_of_money, write_plan
from csat_core.store.recounts import count_anew
from csat_core.store.stoppable import Watch

MOST_REJECTS_SHOWN = 100_000
BY_FILE = "by_file"
"""What tells the segment of the files' names from the columns of a second file that was joined."""


class AlreadyImportedError(CsatError):
    """The same file is in the store."""

    def __init__(self, file: str, dataset: str, imported_at: datetime, dataset_id: int) -> None:
        self.dataset_id = dataset_id
        self.since = f"imported as '{dataset}' on {day(imported_at.date())}"
        """Under which name it came and when, for those who bring it in once more with others and need do nothing."""
        # whoever looks at a page sees there what was imported, and need not undo anything to have it
        self.on_page = f"It was imported as '{dataset}' on {day(imported_at.date())}. There is nothing to do."
        super().__init__(
            f"'{file}' is already in the store: imported as '{dataset}' on {imported_at:%d %b %Y at %H:%M} UTC; "
            "undo that import first, or choose another file."
        )


class ImportNotFoundError(CsatError):
    """An import was named that is not there, or not any more."""

    def __init__(self, import_id: int, known: Sequence[int]) -> None:
        there = f"imports that can be undone: {', '.join(map(str, known))}" if known else "there is nothing to undo"
        super().__init__(f"There is no import {import_id} to undo; {there}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewImport:
    """Everything that one import stores beside the responses themselves."""

    details: catalogue.Details
    columns: tuple[Column, ...]
    file: str
    hash: str
    rows_read: int
    accepted: int
    rejected: int
    duplicates: int
    since: date | None
    until: date | None
    detection: dict[str, Any]
    mapping: dict[str, Any]
    problems: list[dict[str, Any]]
    plan: Plan = UNPLANNED
    """What was decided of a new dataset that its pages begin with."""
    whose: str = ""
    """Whose its responses are by the name of the file."""
    money_once: bool = False
    """Whether money that stands beside every answer of a customer counts once for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRecord:
    """One import as the log keeps it."""

    import_id: int
    dataset_id: int
    dataset: str
    file: str
    imported_at: datetime
    """UTC."""
    rows_read: int
    accepted: int
    rejected: int
    duplicates: int
    detection: dict[str, Any]
    problems: list[dict[str, Any]]
    hash: str = ""
    """SHA-256 of the file as it came, hexadecimal."""

    @property
    def already_there(self) -> int:
        """Rows that were not added because the dataset had them; they are among the duplicates."""
        return sum(problem["count"] for problem in self.problems if problem["code"] == THERE_ALREADY)

    @property
    def set_aside(self) -> int:
        """Rows that a person may want to mend."""
        return self.rejected + self.duplicates - self.already_there

    @property
    def altered(self) -> tuple[dict[str, Any], ...]:
        """What is stored otherwise than it stood in the file: column (None for whole rows), code, reason and count."""
        return tuple(self.detection.get("altered", ()))

    @property
    def replaced(self) -> int:
        """Responses that were there and say now what this file says."""
        return int(self.detection.get("replaced", 0))

    @property
    def called(self) -> str:
        """The file, and of a workbook with several sheets which of them was read."""
        is_one_of = self.detection.get("sheet") and len(self.detection.get("sheets", ())) > 1
        return f"{self.file}, sheet {self.detection['sheet']}" if is_one_of else self.file

    @property
    def together(self) -> str:
        """What the imports of files that were brought together have in common; empty where a file came by itself."""
        return str(self.detection.get("together", ""))

    @property
    def joined(self) -> tuple[str, ...]:
        """The ids of the columns that a join added; none where the import brought responses."""
        return tuple(self.detection.get("join", {}).get("columns", ()))

    @property
    def continues(self) -> tuple[str, ...]:
        """Those of them that an earlier second file brought, and that it filled in where they had nothing."""
        return tuple(self.detection.get("join", {}).get("continues", ()))

    @property
    def is_by_file(self) -> bool:
        """Whether what it added is the segment of the files' names."""
        return bool(self.detection.get("join", {}).get(BY_FILE))


def require_new_file(
    store: Store, file: str, hash: str, sheet: str | None = None, *, beside: int | None = None
) -> None:
    """Nothing; raises AlreadyImportedError where a file with this hash is in the store and was not undone.

    Of a workbook each sheet is a file. One that left responses out which went with another import since may come again.
    A second file, to stand `beside` the responses of a dataset, may be beside those of others, and come again once there
    are more responses.
    """
    with store.cursor() as cursor:
        _require_new_file(cursor, file, hash, sheet, beside)


def imported_hashes(store: Store) -> frozenset[str]:
    """The hashes of the files whose imports stand, but for those that left responses out which went with another import since."""
    latest = "SELECT hash, max(import_id) FROM imports WHERE undone_at IS NULL GROUP BY hash"
    with store.cursor() as cursor:
        return frozenset(
            hash for hash, import_id in cursor.execute(latest).fetchall() if not lacks_responses(cursor, import_id)
        )


def would_remove(store: Store, record: ImportRecord) -> int:
    """How many responses an undo of the import removes."""
    if record.joined:
        return 0
    with store.cursor() as cursor:
        of_it = f"SELECT count(*) FROM {table_of(record.dataset_id)} WHERE import_id = ?"
        there = int(cursor.execute(of_it, [record.import_id]).fetchall()[0][0])
    return there - (replacements.restorable(store, record.dataset_id, record.import_id) if record.replaced else 0)


def _require_new_file(
    cursor: duckdb.DuckDBPyConnection, file: str, hash: str, sheet: str | None, beside: int | None = None
) -> None:
    there = cursor.execute(
        "SELECT dataset_id, dataset, imported_at, detection, import_id FROM imports WHERE hash = ? AND undone_at IS NULL "
        "AND coalesce(dataset_id = ?, true) ORDER BY import_id DESC",
        [hash, beside],
    ).fetchall()
    found = [row for row in there if sheet is None or json.loads(row[3]).get("sheet") in (None, sheet)]
    comes_again = lacks_responses if beside is None else _has_more_to_stand_beside
    if found and not comes_again(cursor, found[0][4]):
        renamed = cursor.execute("SELECT name FROM datasets WHERE dataset_id = ?", [found[0][0]]).fetchall()
        raise AlreadyImportedError(file, renamed[0][0] if renamed else found[0][1], found[0][2], found[0][0])


def _has_more_to_stand_beside(cursor: duckdb.DuckDBPyConnection, import_id: int) -> bool:
    """Whether an import brought a second file, and responses came into its dataset since."""
    since = (
        "SELECT own.detection, other.detection FROM imports AS own JOIN imports AS other USING (dataset_id) "
        "WHERE own.import_id = ? AND other.import_id > own.import_id AND other.undone_at IS NULL"
    )
    pairs = [tuple(map(json.loads, pair)) for pair in cursor.execute(since, [import_id]).fetchall()]
    return any("join" in own and BY_FILE not in own["join"] and "join" not in other for own, other in pairs)


def store_import(
    store: Store, new: NewImport, accepted: Incoming, rejected: Incoming, watch: Watch | None = None
) -> tuple[int, int]:
    """The ids (dataset, import) of a new dataset holding `accepted`; all of it in one transaction.

    Raises AlreadyImportedError, DatasetNameError and what `watch` raises; then, and on any other failure, the store is as
    it was.
    """
    with store.write() as cursor:
        # before the name: the same file proposes the same name
        _require_new_file(cursor, new.file, new.hash, new.detection.get("sheet"))
        dataset_id = catalogue.add_dataset(
            cursor, new.details, new.columns, responses=new.accepted, since=new.since, until=new.until
        )
        if new.plan != UNPLANNED:
            write_plan(cursor, dataset_id, new.plan)
        import_id = recorded(cursor, dataset_id, new)
        table = table_of(dataset_id)
        cursor.execute(f"CREATE TABLE {table} ({_definitions(new.columns, names_in(accepted))})")
        rows = f"SELECT {import_id} AS import_id, * FROM incoming"
        loaded(cursor, f"INSERT INTO {table} BY NAME {rows}", accepted, watch)
        if new.money_once:
            money_once.begin(cursor, dataset_id, new.columns)
            money_once.share(cursor, dataset_id)
        store_rejected(cursor, import_id, rejected, watch)
    return dataset_id, import_id


def _definitions(columns: Sequence[Column], names: Sequence[str]) -> str:
    """The columns of a table of responses, as SQL."""
    types = _TYPES | {column.id: KEY for column in columns if column.role in (Role.RESPONSE_ID, Role.CUSTOMER)}
    kept = (f"{name} {types.get(name) or types[name[0]]}" for name in names if name != "response_no")
    return ", ".join(["import_id INTEGER", "response_no BIGINT", *kept])


_TYPES = {"day": "DATE", "bucket": "INTEGER", "q": "SMALLINT", "s": "VARCHAR", "n": "DOUBLE", "t": "VARCHAR"}
"""By the name of a column, else by its first letter."""
KEY = "VARCHAR USING COMPRESSION zstd"
"""Nearly every key is another: left to itself the engine lists them in vain, which takes as long as to store all the rest."""


def recorded(cursor: duckdb.DuckDBPyConnection, dataset_id: int, new: NewImport) -> int:
    """The id of an import, now in the log. Raises AlreadyImportedError."""
    beside = dataset_id if "join" in new.detection else None
    _require_new_file(cursor, new.file, new.hash, new.detection.get("sheet"), beside)
    import_id = int(cursor.execute("SELECT coalesce(max(import_id), 0) + 1 FROM imports").fetchall()[0][0])
    cursor.execute(
        "INSERT INTO imports VALUES (?, ?, ?, ?, ?, now()::TIMESTAMP, NULL, ?, ?, ?, ?, ?, ?, ?)",
        [
            *(import_id, dataset_id, new.details.name, new.file, new.hash),
            *(new.rows_read, new.accepted, new.rejected, new.duplicates),
            *(json.dumps(part) for part in (new.detection, new.mapping, new.problems)),
        ],
    )
    return import_id


def store_rejected(
    cursor: duckdb.DuckDBPyConnection,
    import_id: int,
    rejected: Incoming,
    watch: Watch | None = None,
    *,
    without: str | None = None,
) -> None:
    """Nothing; the rows that an import set aside are kept with it, but for those that table `without` has by their `row`."""
    rows = f'SELECT {import_id}, "row", "column", "value", code, reason, raw FROM incoming'
    if without is not None:
        rows += f' ANTI JOIN {without} USING ("row")'
    loaded(cursor, f"INSERT INTO rejected_rows {rows}", rejected, watch)


_COUNTS = ("rows_read", "accepted", "rejected", "duplicates")
_PLAIN = ("import_id", "dataset_id", "dataset", "file", "hash", "imported_at", *_COUNTS)


def imports(store: Store, dataset_id: int | None = None) -> tuple[ImportRecord, ...]:
    """The imports that stand, newest first; of one dataset or of all."""
    with store.cursor() as cursor:
        rows = cursor.execute(
            f"SELECT {', '.join(_PLAIN)}, detection, problems FROM imports "
            "WHERE undone_at IS NULL AND (? IS NULL OR dataset_id = ?) ORDER BY import_id DESC",
            [dataset_id, dataset_id],
        ).fetchall()
    return tuple(
        ImportRecord(
            **dict(zip(_PLAIN, values, strict=True)), detection=json.loads(detection), problems=json.loads(problems)
        )
        for *values, detection, problems in rows
    )


def mapping_of(store: Store, import_id: int) -> dict[str, Any]:
    """The mapping under which a file was read, as plain JSON."""
    with store.cursor() as cursor:
        found = cursor.execute("SELECT mapping FROM imports WHERE import_id = ?", [import_id]).fetchall()
    mapping: dict[str, Any] = json.loads(found[0][0])
    return mapping


def is_new(store: Store) -> bool:
    """Whether nothing was ever imported, undone imports included."""
    with store.cursor() as cursor:
        return cursor.execute("SELECT import_id FROM imports LIMIT 1").fetchall() == []


def undo(store: Store, import_id: int) -> int:
    """How many responses were removed. The log keeps that the import was; raises ImportNotFoundError.

    Those whose answers it replaced say again what they said before, and stay (`replacements.restorable`).
    Money that was joined and stood beside one of them goes to the latest other response of its key.
    The dataset goes with its last import; before that it is counted anew, at a new version.
    """
    with store.write() as cursor:
        standing = {record.import_id: record for record in imports(store)}
        if import_id not in standing:
            raise ImportNotFoundError(import_id, sorted(standing))
        dataset_id = standing[import_id].dataset_id
        table, own = table_of(dataset_id), "WHERE import_id = ?"
        others = [record for id, record in standing.items() if id != import_id and record.dataset_id == dataset_id]
        if standing[import_id].joined:
            return _taken_off(cursor, catalogue.dataset(store, dataset_id), standing[import_id], others)
        is_last = all(record.joined for record in others)
        if not is_last:
            replacements.restore(cursor, catalogue.dataset(store, dataset_id), import_id)
        removed = cursor.execute(f"SELECT count(*) FROM {table} {own}", [import_id]).fetchall()[0][0]
        if not is_last:
            dataset = catalogue.dataset(store, dataset_id)
            for record in filter(lambda each: each.joined, others):
                joined_money.hand_on(cursor, dataset, import_id, record.detection["join"])
            cursor.execute(f"DELETE FROM {table} {own}", [import_id])
            money_once.share(cursor, dataset_id)
            filled.tidy(cursor, dataset_id)
            count_anew(cursor, dataset)
            cursor.execute("UPDATE datasets SET version = version + 1 WHERE dataset_id = ?", [dataset_id])
        else:
            cursor.execute(f"DROP TABLE {table}")
            replacements.forget(cursor, dataset_id)
            filled.forget(cursor, dataset_id)
            for kept in ("columns", "events", "plans", "looks", "shares", "datasets"):
                cursor.execute(f"DELETE FROM {kept} WHERE dataset_id = ?", [dataset_id])
            for record in others:  # columns that were joined went with the responses
                _close(cursor, record.import_id)
        _close(cursor, import_id)
    return int(removed)


def undo_together(store: Store, together: str) -> dict[int, int]:
    """How many responses each import removed of the files that were brought together, by import; the newest goes first.

    Each is a transaction of its own; one that was undone meanwhile is passed over.
    """
    removed = {}
    for record in imports(store):
        if together and record.together == together:
            with suppress(ImportNotFoundError):
                removed[record.import_id] = undo(store, record.import_id)
    return removed


def _taken_off(
    cursor: duckdb.DuckDBPyConnection, dataset: Dataset, record: ImportRecord, others: Sequence[ImportRecord]
) -> int:
    """0, for no response is removed: the columns that a join added are gone, at a new version.

    Of those that `others` fill too its values are.
    """
    shared = {column_id for each in others for column_id in each.joined}
    for column_id in map(_own_id, record.joined):
        if column_id in shared:
            filled.take_back(cursor, dataset.id, record.import_id, column_id, began=column_id not in record.continues)
            continue
        cursor.execute(f"ALTER TABLE {table_of(dataset.id)} DROP COLUMN {column_id}")
        cursor.execute("DELETE FROM columns WHERE dataset_id = ? AND column_id = ?", [dataset.id, column_id])
    filled.tidy(cursor, dataset.id, record.import_id)
    left = tuple(column for column in dataset.columns if column.id in shared or column.id not in record.joined)
    taken_off = replace(dataset, columns=left)
    count_anew(cursor, taken_off)
    if dataset.money != taken_off.money:
        in_currency_of_money(cursor, taken_off)
    cursor.execute("UPDATE datasets SET version = version + 1 WHERE dataset_id = ?", [record.dataset_id])
    _close(cursor, record.import_id)
    return 0


def _own_id(column_id: str) -> str:
    """The id, if it is one that the store gives; the log is read back from JSON."""
    if not re.fullmatch(r"[nsqt][0-9]+", column_id):
        raise ValueError(f"{column_id!r} is no column of a dataset.")
    return column_id


def _close(cursor: duckdb.DuckDBPyConnection, import_id: int) -> None:
    """Nothing; the import is undone in the log, and the rows it set aside are gone."""
    cursor.execute("DELETE FROM rejected_rows WHERE import_id = ?", [import_id])
    cursor.execute("UPDATE imports SET undone_at = now()::TIMESTAMP WHERE import_id = ?", [import_id])


def rejects(store: Store, dataset_id: int, *, with_import: bool = False) -> pa.Table:
    """The rows set aside on the way into a dataset: row, column, value, code, reason, raw; in file order.

    Each is there with every cell that is bad in it; with the id of its import too if so wished.
    """
    of = ", import_id" if with_import else ""
    with store.cursor() as cursor:
        return cursor.sql(
            f'SELECT "row", "column", "value", code, reason, raw{of} FROM rejected_rows '
            "JOIN imports USING (import_id) WHERE dataset_id = ? AND undone_at IS NULL "
            f'ORDER BY import_id, "row", rejected_rows.rowid LIMIT {MOST_REJECTS_SHOWN}',
            params=[dataset_id],
        ).to_arrow_table()
