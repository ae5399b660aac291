"""Migrations: each is recorded in the transaction that applies it, and never changed once released."""

from collections.abc import Callable

import duckdb

from csat_core.store.unused_cells import without_unused_cells

Step = str | Callable[[duckdb.DuckDBPyConnection], None]
"""A statement, or what takes more than one."""

MIGRATIONS: tuple[tuple[Step, ...], ...] = (
    (
        """CREATE TABLE datasets (
            dataset_id INTEGER PRIMARY KEY, name VARCHAR NOT NULL UNIQUE, version INTEGER NOT NULL,
            kind VARCHAR NOT NULL, industry VARCHAR, owner VARCHAR, customers BIGINT, invited BIGINT,
            responses BIGINT NOT NULL, since DATE, until DATE, created_at TIMESTAMP NOT NULL)""",
        """CREATE TABLE columns (
            dataset_id INTEGER NOT NULL, column_id VARCHAR NOT NULL, position INTEGER NOT NULL, name VARCHAR NOT NULL,
            role VARCHAR NOT NULL, is_primary BOOLEAN NOT NULL, scale_values DOUBLE[], scale_labels VARCHAR[],
            scheme VARCHAR, levels VARCHAR[], answered BIGINT NOT NULL, blank BIGINT NOT NULL,
            not_applicable BIGINT NOT NULL, dont_know BIGINT NOT NULL, PRIMARY KEY (dataset_id, column_id))""",
        """CREATE TABLE imports (
            import_id INTEGER PRIMARY KEY, dataset_id INTEGER NOT NULL, dataset VARCHAR NOT NULL, file VARCHAR NOT NULL,
            hash VARCHAR NOT NULL, imported_at TIMESTAMP NOT NULL, undone_at TIMESTAMP, rows_read BIGINT NOT NULL,
            accepted BIGINT NOT NULL, rejected BIGINT NOT NULL, duplicates BIGINT NOT NULL,
            detection JSON NOT NULL, mapping JSON NOT NULL, problems JSON NOT NULL)""",
        """CREATE TABLE rejected_rows (
            import_id INTEGER NOT NULL, "row" BIGINT NOT NULL, "column" VARCHAR, "value" VARCHAR,
            code VARCHAR NOT NULL, reason VARCHAR NOT NULL, raw VARCHAR NOT NULL)""",
        "CREATE TABLE schemes (scheme_id VARCHAR PRIMARY KEY, name VARCHAR NOT NULL)",
        'CREATE TABLE settings (name VARCHAR PRIMARY KEY, "value" JSON NOT NULL)',
    ),
    (
        """CREATE TABLE events (
            event_id INTEGER PRIMARY KEY, dataset_id INTEGER NOT NULL, "day" DATE NOT NULL, "until" DATE,
            name VARCHAR NOT NULL, kind VARCHAR NOT NULL, note VARCHAR NOT NULL)""",
        """CREATE TABLE benchmarks (
            benchmark_id INTEGER PRIMARY KEY, name VARCHAR NOT NULL UNIQUE, "value" DOUBLE NOT NULL,
            metric VARCHAR NOT NULL, "scale" VARCHAR, "year" INTEGER, base BIGINT, source VARCHAR NOT NULL,
            note VARCHAR NOT NULL)""",
        "CREATE TABLE plans (dataset_id INTEGER PRIMARY KEY, plan JSON NOT NULL)",
        """CREATE TABLE looks (
            dataset_id INTEGER PRIMARY KEY, looked_at TIMESTAMP NOT NULL, version INTEGER NOT NULL,
            found JSON NOT NULL)""",
    ),
    ("ALTER TABLE events ADD COLUMN word VARCHAR DEFAULT ''",),
    (
        "CREATE TABLE backups (file VARCHAR PRIMARY KEY, created_at TIMESTAMP NOT NULL, bytes BIGINT NOT NULL)",
        """CREATE TABLE erasures (
            erasure_id INTEGER PRIMARY KEY, dataset_id INTEGER NOT NULL, erased_at TIMESTAMP NOT NULL,
            responses BIGINT NOT NULL, set_aside BIGINT NOT NULL)""",
    ),
    (
        """CREATE TABLE shares (
            share_id INTEGER PRIMARY KEY, dataset_id INTEGER NOT NULL, token_hash VARCHAR NOT NULL UNIQUE,
            "order" JSON NOT NULL, passcode VARCHAR, created_at TIMESTAMP NOT NULL, expires_at TIMESTAMP NOT NULL,
            revoked_at TIMESTAMP, data_hash VARCHAR NOT NULL, document BLOB)""",
        """CREATE TABLE audit (
            done_at TIMESTAMP NOT NULL, action VARCHAR NOT NULL, share_id INTEGER, dataset_id INTEGER)""",
    ),
    ("ALTER TABLE columns ADD COLUMN label VARCHAR DEFAULT ''",),
    # from here on a dataset may have earlier versions of its answers beside it, which earlier releases would not undo
    (without_unused_cells,),
)
"""One tuple of steps for each schema version, the first being version 1."""
OVERWRITTEN = 7
"""The version whose migration removed what must not stay in the file, so that the room it had is written over."""


class NewerSchemaError(Exception):
    """The file's schema is newer than this release."""

    def __init__(self, found: int) -> None:
        self.found, self.known = found, len(MIGRATIONS)
        super().__init__(f"schema {found}")


def current(cursor: duckdb.DuckDBPyConnection) -> int:
    """The schema version of the file, 0 where it has none yet."""
    found = (
        "SELECT count(*) FROM duckdb_tables() WHERE database_name = current_database() AND table_name = 'migrations'"
    )
    if cursor.execute(found).fetchall()[0][0] == 0:
        return 0
    return int(cursor.execute("SELECT coalesce(max(version), 0) FROM migrations").fetchall()[0][0])


def apply(cursor: duckdb.DuckDBPyConnection) -> None:
    """Nothing; afterwards the schema is the newest. Runs inside the caller's transaction; raises NewerSchemaError."""
    cursor.execute(
        "CREATE TABLE IF NOT EXISTS migrations "
        "(version INTEGER PRIMARY KEY, applied_at TIMESTAMP NOT NULL, engine VARCHAR NOT NULL)"
    )
    found = current(cursor)
    if found > len(MIGRATIONS):
        raise NewerSchemaError(found)
    for version, steps in enumerate(MIGRATIONS[found:], found + 1):
        for step in steps:
            if isinstance(step, str):
                cursor.execute(step)
            else:
                step(cursor)
        cursor.execute("INSERT INTO migrations VALUES (?, now()::TIMESTAMP, ?)", [version, duckdb.__version__])
