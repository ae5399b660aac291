"""The engine under lock: no other file, no other setting, no statement on the shared connection."""

import ast
import textwrap
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from csat_core.store import Store

ROOT = Path(__file__).resolve().parents[2]
secrets = pa.table({"secret": [1]})
"""What a replacement scan would find by its Python name."""

REFUSED = [
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_blob('/etc/passwd')",
    "SELECT * FROM glob('/etc/*')",
    "SELECT * FROM '/etc/passwd'",
    "SELECT * FROM 'http://127.0.0.1/x.parquet'",
    "SELECT * FROM secrets",
    "COPY datasets TO '{folder}/out.csv'",
    "COPY datasets FROM '/etc/passwd'",
    "EXPORT DATABASE '{folder}/out'",
    "IMPORT DATABASE '{folder}'",
    "ATTACH '{folder}/other.duckdb'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET memory_limit = '1TB'",
    "SET enable_external_access = true",
    "SET GLOBAL threads = 64",
    "SET temp_directory = '/tmp'",
    "SET lock_configuration = false",
    "RESET memory_limit",
    "PRAGMA threads = 64",
]


@pytest.mark.parametrize("statement", REFUSED)
def test_the_engine_neither_reads_nor_writes_other_files_nor_changes_its_settings(
    store: Store, tmp_path: Path, statement: str
) -> None:
    before = sorted(tmp_path.iterdir())
    for cursor in (store.lent_cursor(), store.lent_cursor().cursor()):
        with pytest.raises(duckdb.Error):
            cursor.execute(statement.replace("{folder}", str(tmp_path)))
    assert [path.name for path in sorted(tmp_path.iterdir()) if path not in before] == []


def test_the_refused_statements_fail_for_the_lock_and_not_for_their_spelling(tmp_path: Path) -> None:
    (tmp_path / "plain.csv").write_text("a\n1\n")
    with duckdb.connect() as free:
        assert free.execute(f"SELECT a FROM read_csv('{tmp_path}/plain.csv')").fetchall() == [(1,)]
        assert free.execute("SELECT secret FROM secrets").fetchall() == [(1,)]
        free.execute("SET memory_limit = '1TB'; RESET memory_limit; PRAGMA threads = 2")


def calls_on_the_shared_connection(source: str) -> list[int]:
    """The lines on which something is executed on `_connection` itself instead of on a cursor of it."""
    found = []
    for node in ast.walk(ast.parse(source)):
        is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if is_call and node.func.attr in {"execute", "executemany", "sql", "query", "table", "begin", "register"}:  # type: ignore[union-attr]
            owner = node.func.value  # type: ignore[union-attr]
            if isinstance(owner, ast.Attribute) and owner.attr == "_connection":
                found.append(node.lineno)
    return found


def test_nothing_but_the_connection_itself_executes_on_the_shared_connection() -> None:
    files = [path for path in (ROOT / "csat_core").rglob("*.py") if path.name != "connection.py"]
    assert len(files) > 30
    assert [path for path in files if calls_on_the_shared_connection(path.read_text())] == []
    connection = ROOT / "csat_core" / "store" / "connection.py"
    assert [path for path in files if "_connection" in path.read_text() and path.parent != connection.parent] == []
    assert calls_on_the_shared_connection(connection.read_text()) == []


def test_the_check_for_the_shared_connection_would_find_one() -> None:
    careless = textwrap.dedent(
        """
        def bad(store):
            store._connection.cursor().execute("SELECT 1")
            store._connection.execute("SELECT 1")
            return store._connection.sql("SELECT 1")
        """
    )
    assert calls_on_the_shared_connection(careless) == [4, 5]
