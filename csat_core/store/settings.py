"""Settings a person keeps: the base policy and their own named scoring schemes."""

import hashlib
import json
import secrets
from dataclasses import asdict

import duckdb

from csat_core.model.dataset import Dataset
from csat_core.model.policy import DEFAULT_POLICY, BasePolicy
from csat_core.model.scheme import find_scheme
from csat_core.store.connection import Store

MOST_HASHES = 500
"""Of the files that lay in the inbox, those that are remembered."""


def policy(store: Store) -> BasePolicy:
    """The base policy in force."""
    with store.cursor() as cursor:
        rows = cursor.execute("SELECT \"value\" FROM settings WHERE name = 'base_policy'").fetchall()
    return BasePolicy(**json.loads(rows[0][0])) if rows else DEFAULT_POLICY


def policy_for(store: Store, dataset: Dataset) -> BasePolicy:
    """The base policy of a dataset: that of its plan, else the one in force."""
    return dataset.plan.policy or policy(store)


def keep_policy(store: Store, chosen: BasePolicy) -> None:
    """Nothing; `chosen` is in force from now on."""
    with store.write() as cursor:
        cursor.execute("INSERT OR REPLACE INTO settings VALUES ('base_policy', ?)", [json.dumps(asdict(chosen))])


def pepper(store: Store) -> str:
    """What this store alone puts into the codes that stand for personal data; made when it is first asked for."""
    with store.write(is_news=False) as cursor:
        found = _pepper(cursor)
        if not found:
            found = secrets.token_hex(32)
            cursor.execute("INSERT INTO settings VALUES ('pepper', ?)", [json.dumps(found)])
    return found


def _pepper(cursor: duckdb.DuckDBPyConnection) -> str:
    """The pepper that is kept; empty where none was made yet."""
    kept = cursor.execute("SELECT \"value\" FROM settings WHERE name = 'pepper'").fetchall()
    return str(json.loads(kept[0][0])) if kept else ""


def code_of(cursor: duckdb.DuckDBPyConnection, text: str) -> str:
    """The code that stands for `text` in this store; equals `expressions.coded` of the import."""
    return "#" + hashlib.sha256((_pepper(cursor) + text.lower()).encode()).hexdigest()[:24]


def scheme_names(store: Store) -> dict[str, str]:
    """The names of the person's own schemes by scheme id."""
    with store.cursor() as cursor:
        return dict(cursor.execute("SELECT scheme_id, name FROM schemes ORDER BY name").fetchall())


def keep_scheme(store: Store, scheme_id: str, name: str) -> None:
    """Nothing; the scheme is offered under `name` from now on. Raises InvalidSchemeError for senseless bounds."""
    find_scheme(scheme_id)
    with store.write() as cursor:
        cursor.execute("INSERT OR REPLACE INTO schemes VALUES (?, ?)", [scheme_id, name])


def file_hashes(store: Store) -> dict[str, str]:
    """The hashes of files in the inbox that were read once, by what told each file then."""
    with store.cursor() as cursor:
        return _file_hashes(cursor)


def keep_file_hash(store: Store, stamp: str, hash: str) -> None:
    """Nothing; the file that `stamp` tells is known by its hash from now on, without being read again."""
    with store.write(is_news=False) as cursor:
        newest = list({**_file_hashes(cursor), stamp: hash}.items())[-MOST_HASHES:]
        cursor.execute("INSERT OR REPLACE INTO settings VALUES ('file_hashes', ?)", [json.dumps(dict(newest))])


def _file_hashes(cursor: duckdb.DuckDBPyConnection) -> dict[str, str]:
    rows = cursor.execute("SELECT \"value\" FROM settings WHERE name = 'file_hashes'").fetchall()
    return dict(json.loads(rows[0][0])) if rows else {}
